//! A reference picture of a product, or of one side of a feature.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product_picture")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub product_id: Uuid,
    /// Null where it is of the product as a whole; else one of each side.
    pub feature_id: Option<Uuid>,
    /// GENUINE or FAKE.
    #[sea_orm(column_type = "Text")]
    pub side: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub caption: Option<String>,
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
    /// Null while its bytes are what they were.
    pub quarantined_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
