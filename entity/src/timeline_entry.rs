//! What happened to a lead.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "timeline_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub lead_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    pub at: i64,
    /// Null for the system.
    pub actor_id: Option<Uuid>,
    pub organization_id: Option<Uuid>,
    /// Code of who sees it.
    #[sea_orm(column_type = "Text")]
    pub visibility: String,
    pub delivery_id: Option<Uuid>,
    pub comment_id: Option<Uuid>,
    pub subject_id: Option<Uuid>,
    pub evidence_id: Option<Uuid>,
    #[sea_orm(column_type = "Text", nullable)]
    pub detail: Option<String>,
    /// The words given with it, where `detail` is a code.
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
