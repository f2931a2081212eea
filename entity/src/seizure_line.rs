//! Goods of one kind that were seized at a site.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "seizure_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub action_id: Uuid,
    pub site_id: Uuid,
    pub brand_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub product: String,
    /// Thousandths of the unit.
    pub quantity_milli: i64,
    #[sea_orm(column_type = "Text")]
    pub unit: String,
    pub value_minor: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub value_currency: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub value_basis: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub value_source: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub valued_on: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub storage_place: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub disposition: String,
    #[sea_orm(column_type = "Text")]
    pub disposition_on: String,
    pub destruction_id: Option<Uuid>,
    #[sea_orm(column_type = "Text", nullable)]
    pub no_follow_up: Option<String>,
    pub reminded_at: Option<i64>,
    pub revision: i32,
    pub struck_in: Option<i32>,
    pub struck_by: Option<Uuid>,
    pub recorded_by: Uuid,
    pub recorded_at: i64,
    pub version: i32,
    /// Why it was struck.
    #[sea_orm(column_type = "Text", nullable)]
    pub struck_reason: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
