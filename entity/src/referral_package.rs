//! A referral as it was sent: it never changes.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_package")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub referral_id: Uuid,
    /// Canonical JSON.
    #[sea_orm(column_type = "Text")]
    pub manifest: String,
    /// In hex.
    #[sea_orm(column_type = "Text")]
    pub manifest_sha256: String,
    pub pdf_file_id: Uuid,
    /// In hex.
    #[sea_orm(column_type = "Text")]
    pub pdf_sha256: String,
    pub score: i32,
    #[sea_orm(column_type = "Text")]
    pub rules_version: String,
    pub frozen_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
