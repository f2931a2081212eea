//! An officer whom a referral names.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_officer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub referral_id: Uuid,
    /// Of the directory of agencies.
    pub officer_id: Uuid,
    /// The account for which the audience was written; null where there is none.
    pub person_id: Option<Uuid>,
    pub position: i32,
    /// When the officer first opened the package.
    pub opened_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
