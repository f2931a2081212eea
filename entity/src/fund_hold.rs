//! Money of an allocation that is held for a purchase; the first phase of two.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fund_hold")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub fund_id: Uuid,
    /// The account it came from.
    pub allocation_id: Uuid,
    /// The account it lies on.
    pub account_id: Uuid,
    pub purchase_id: Uuid,
    /// With what was put on top.
    pub amount_minor: i64,
    pub captured_minor: i64,
    pub refunded_minor: i64,
    /// What of the refunds went to the pool, because the allocation was closed.
    pub pooled_minor: i64,
    #[sea_orm(column_type = "Text")]
    pub currency: String,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    pub expires_at: i64,
    pub created_at: i64,
    pub closed_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
