//! That an owner lets a lead be compared which is left out otherwise.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "blind_matching")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub lead_id: Uuid,
    pub opted_in: bool,
    pub changed_by: Uuid,
    pub changed_at: i64,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
