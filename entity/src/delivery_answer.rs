//! Every verdict that was given, the first and the changed ones.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery_answer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub delivery_id: Uuid,
    pub number: i32,
    #[sea_orm(column_type = "Text")]
    pub verdict: String,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub test_purchases: Option<i32>,
    pub answered_by: Uuid,
    pub answered_at: i64,
    pub late: bool,
}

impl ActiveModelBehavior for ActiveModel {}
