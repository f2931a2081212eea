//! What forbids to dispose of a piece of evidence.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "legal_hold")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub evidence_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub placed_by: Uuid,
    pub organization_id: Uuid,
    pub placed_at: i64,
    pub lifted_by: Option<Uuid>,
    pub lifted_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub lift_reason: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
