//! A brand that a right protects.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ip_right_brand")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub right_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub brand_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
