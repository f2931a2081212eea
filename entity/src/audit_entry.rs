//! One act, whoever did it.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub at: i64,
    /// Null for the system.
    pub actor_id: Option<Uuid>,
    pub organization_id: Option<Uuid>,
    pub session_id: Option<Uuid>,
    /// ADMIN, CONTENT, MONEY or SECURITY.
    #[sea_orm(column_type = "Text")]
    pub category: String,
    #[sea_orm(column_type = "Text")]
    pub action: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub object_kind: Option<String>,
    pub object_id: Option<Uuid>,
    pub root_id: Option<Uuid>,
    /// Metadata, never content.
    #[sea_orm(column_type = "Text")]
    pub detail: String,
}

impl ActiveModelBehavior for ActiveModel {}
