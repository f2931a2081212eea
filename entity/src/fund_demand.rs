//! What of an allocation is asked for and not decided yet.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fund_demand")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub purchase_id: Uuid,
    pub allocation_id: Uuid,
    pub amount_minor: i64,
}

impl ActiveModelBehavior for ActiveModel {}
