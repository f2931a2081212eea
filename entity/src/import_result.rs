//! What became of an element of an imported file.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_result")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub import_id: Uuid,
    /// Its place in the file.
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i64,
    #[sea_orm(column_type = "Text")]
    pub at: String,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    #[sea_orm(column_type = "Text")]
    pub label: String,
    #[sea_orm(column_type = "Text")]
    pub verdict: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    /// What of it does not go in, as JSON.
    #[sea_orm(column_type = "Text")]
    pub fields: String,
    /// Whether the lead is made of it.
    pub is_head: bool,
    /// What became of its lead.
    #[sea_orm(column_type = "Text", nullable)]
    pub outcome: Option<String>,
    pub lead_id: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
