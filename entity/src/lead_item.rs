//! One listing or product of a lead, seen by the brand it concerns.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "lead_item")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub lead_id: Uuid,
    pub position: i32,
    pub brand_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// As given.
    #[sea_orm(column_type = "Text", nullable)]
    pub url: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub platform: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub listing_kind: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub listing_id: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub canonical_url: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub seller: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub shop_id: Option<String>,
    pub price_minor: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub price_currency: Option<String>,
    pub captured_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
