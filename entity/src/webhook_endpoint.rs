//! Where the webhooks of a service account go.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "webhook_endpoint")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The service account whose sight counts: the id of its row of `person`.
    pub account_id: Uuid,
    pub organization_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub url: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub description: Option<String>,
    /// JSON list of kinds; empty means all.
    #[sea_orm(column_type = "Text")]
    pub kinds: String,
    /// Sealed.
    #[sea_orm(column_type = "Text")]
    pub secret: String,
    /// Sealed; the one before, while both sign.
    #[sea_orm(column_type = "Text", nullable)]
    pub old_secret: Option<String>,
    pub old_until: Option<i64>,
    /// ACTIVE, PAUSED or DISABLED.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    pub failing_since: Option<i64>,
    pub created_by: Uuid,
    pub version: i32,
    pub created_at: i64,
    pub updated_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
