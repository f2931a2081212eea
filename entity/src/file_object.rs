//! Stored bytes: where they are and what they hash to. Gone once nothing refers to them.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "file_object")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// In hex.
    #[sea_orm(column_type = "Text")]
    pub sha256: String,
    pub bytes: i64,
    /// As sniffed from the bytes.
    #[sea_orm(column_type = "Text")]
    pub media_type: String,
    /// SHA-256 of each MiB, in hex, one after the other.
    #[sea_orm(column_type = "Text")]
    pub chunks: String,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
