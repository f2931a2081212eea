//! A part of a recovery that is owed to an organisation, by weight; the parts sum to it.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fund_order_share")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub order_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: Uuid,
    pub weight: i32,
    pub amount_minor: i64,
}

impl ActiveModelBehavior for ActiveModel {}
