//! A file of a bank's as it was imported.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bank_file")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub fund_id: Uuid,
    /// What it was called.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub format: String,
    /// SHA-256 over the content.
    #[sea_orm(column_type = "Text")]
    pub sha256: String,
    /// Bytes.
    pub size: i64,
    #[sea_orm(column_type = "Blob")]
    pub content: Vec<u8>,
    pub imported_by: Uuid,
    pub imported_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
