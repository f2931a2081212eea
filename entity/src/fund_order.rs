//! Something that moves a fund's money, or closes its books, once other people than the one who proposed it agree.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fund_order")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub reference: String,
    pub fund_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    pub amount_minor: Option<i64>,
    pub organization_id: Option<Uuid>,
    pub program_id: Option<Uuid>,
    pub counter_fund_id: Option<Uuid>,
    pub counter_minor: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub rate_source: Option<String>,
    pub reverses_id: Option<Uuid>,
    pub approvals_needed: i32,
    #[sea_orm(column_type = "Text", nullable)]
    pub bank_reference: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    pub proposed_by: Uuid,
    pub proposed_at: i64,
    pub decided_at: Option<i64>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
