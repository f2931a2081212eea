//! A certificate of a right, as its holder has it. Kept once the secretariat could see it.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ip_right_certificate")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub right_id: Uuid,
    /// Unique within the right.
    pub file_id: Uuid,
    #[sea_orm(column_type = "Text", nullable)]
    pub title: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub file_name: Option<String>,
    /// In hex.
    #[sea_orm(column_type = "Text")]
    pub sha256: String,
    pub bytes: i64,
    /// As sniffed from the bytes.
    #[sea_orm(column_type = "Text")]
    pub media_type: String,
    pub added_by: Uuid,
    pub added_at: i64,
    /// Null while nobody but the holder and its agents could see it.
    pub handed_in_at: Option<i64>,
    /// Null while its bytes are what they were.
    pub quarantined_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
