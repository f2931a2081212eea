//! A product sheet: what a genuine product is, where it comes from and what it costs.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product_model")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The right holder, whose the brand is.
    pub organization_id: Uuid,
    pub brand_id: Uuid,
    /// Unique within the brand.
    #[sea_orm(column_type = "Text")]
    pub model_number: String,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// 14 digits, the last one checked.
    #[sea_orm(column_type = "Text", nullable)]
    pub gtin: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub description: Option<String>,
    /// Minor units of the currency; with basis, currency and day, or none of them.
    pub price_minor: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub price_currency: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub price_basis: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub price_source: Option<String>,
    /// The first moment of the day, microseconds.
    pub price_on: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub packaging: Option<String>,
    /// JSON array of texts.
    #[sea_orm(column_type = "Text")]
    pub routes: String,
    /// JSON array of names.
    #[sea_orm(column_type = "Text")]
    pub sellers: String,
    pub minimum_quantity: Option<i32>,
    /// Name, model number and GTIN, folded.
    #[sea_orm(column_type = "Text")]
    pub search_text: String,
    /// DRAFT, PUBLISHED or ARCHIVED.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    pub created_by: Uuid,
    pub created_at: i64,
    pub updated_at: i64,
    pub published_at: Option<i64>,
    pub archived_at: Option<i64>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
