//! A lead that a digest told a person of as new.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "digest_lead")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub lead_id: Uuid,
    /// The mail's period.
    pub window_start: i64,
    /// Kind of the mail.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
}

impl ActiveModelBehavior for ActiveModel {}
