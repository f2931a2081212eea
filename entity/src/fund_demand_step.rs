//! What a purchase asked for of an allocation from a moment on: the history of what is asked for.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fund_demand_step")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub purchase_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub allocation_id: Uuid,
    /// 0 where nothing is asked for any more.
    pub amount_minor: i64,
    pub at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
