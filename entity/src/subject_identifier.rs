//! What a subject is known by.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "subject_identifier")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub subject_id: Uuid,
    pub lead_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Keyed hash of the normalised form; equal where two are the same.
    #[sea_orm(column_type = "Text")]
    pub hash: String,
    /// As it is shown to those who may see it; nothing of what is never kept in clear.
    #[sea_orm(column_type = "Text", nullable)]
    pub shown: Option<String>,
    /// As others may recognise it.
    #[sea_orm(column_type = "Text")]
    pub masked: String,
    /// Rule and version by which it was normalised.
    #[sea_orm(column_type = "Text")]
    pub rule: String,
    #[sea_orm(column_type = "Text")]
    pub strength: String,
    pub added_by: Uuid,
    pub added_at: i64,
    pub removed_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
