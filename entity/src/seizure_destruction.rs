//! That seized goods were destroyed: one person says so, another confirms it, with a certificate.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "seizure_destruction")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub action_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    #[sea_orm(column_type = "Text")]
    pub method: String,
    #[sea_orm(column_type = "Text")]
    pub place: String,
    #[sea_orm(column_type = "Text")]
    pub on_day: String,
    #[sea_orm(column_type = "Text")]
    pub certificate_number: String,
    #[sea_orm(column_type = "Text")]
    pub certificate_issuer: String,
    pub certificate_evidence_id: Option<Uuid>,
    pub asked_by: Uuid,
    pub asked_organization_id: Uuid,
    pub asked_at: i64,
    pub decided_by: Option<Uuid>,
    pub decided_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
