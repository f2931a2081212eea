//! A programme of test purchases, paid by a fund.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "purchase_program")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub reference: String,
    pub fund_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub purpose: String,
    #[sea_orm(column_type = "Text")]
    pub starts_on: String,
    #[sea_orm(column_type = "Text")]
    pub ends_on: String,
    /// Whether every member may take part.
    pub open: bool,
    pub per_purchase_minor: Option<i64>,
    pub per_member_minor: Option<i64>,
    pub per_period_minor: Option<i64>,
    pub period_days: Option<i32>,
    pub per_seller_minor: Option<i64>,
    /// JSON: codes of kinds.
    #[sea_orm(column_type = "Text")]
    pub required_evidence: String,
    /// Above it two people approve.
    pub threshold_minor: Option<i64>,
    pub archived_at: Option<i64>,
    pub created_by: Uuid,
    pub version: i32,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
