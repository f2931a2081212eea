//! A hand-over of evidence, which the receiving hand confirms.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "custody_transfer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub evidence_id: Uuid,
    pub from_id: Uuid,
    pub from_organization_id: Uuid,
    pub to_id: Uuid,
    pub to_organization_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub seal: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    /// Why it was refused or withdrawn.
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    pub sent_at: i64,
    pub answered_at: Option<i64>,
    pub alarmed_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
