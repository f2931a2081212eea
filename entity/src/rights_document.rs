//! A document of an authorised party or of a power of attorney, never both. Kept.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rights_document")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub party_id: Option<Uuid>,
    pub power_id: Option<Uuid>,
    /// As it stands on the document; only of authorised parties.
    #[sea_orm(column_type = "Text", nullable)]
    pub number: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub title: Option<String>,
    /// Start of the first day.
    pub valid_from: Option<i64>,
    /// End of the last day.
    pub valid_until: Option<i64>,
    /// Unique within what it belongs to.
    pub file_id: Uuid,
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
    /// Since when it counts no more.
    pub withdrawn_at: Option<i64>,
    /// Null while its bytes are what they were.
    pub quarantined_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
