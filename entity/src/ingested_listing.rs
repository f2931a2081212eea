//! A listing that came in by ingest, and the lead it became.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ingested_listing")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose lead it is.
    pub organization_id: Uuid,
    /// The person or service account that handed it in first.
    pub account_id: Uuid,
    pub lead_id: Uuid,
    pub item_id: Option<Uuid>,
    /// What it is called where it comes from.
    #[sea_orm(column_type = "Text", nullable)]
    pub external_id: Option<String>,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
