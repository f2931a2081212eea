//! The part of a cost that a brand bears; the parts sum to the cost.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cost_share")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub cost_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub brand_id: Uuid,
    pub amount_minor: i64,
}

impl ActiveModelBehavior for ActiveModel {}
