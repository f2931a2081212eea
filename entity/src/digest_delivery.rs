//! A delivery that a digest told a person of.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "digest_delivery")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub delivery_id: Uuid,
    /// The delivery's round: one that was pushed again is told of again.
    pub round: i32,
    /// Kind of the mail.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// The mail's period.
    pub window_start: i64,
}

impl ActiveModelBehavior for ActiveModel {}
