//! What screening says of a listing and a brand, and what became of it.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "screened_listing")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub listing_id: Uuid,
    pub brand_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// Name of the version of the model.
    #[sea_orm(column_type = "Text")]
    pub model: String,
    /// Number of the brand's release; 0 before the first.
    pub release_number: i32,
    /// Millionths.
    pub score: i64,
    /// Millionths.
    pub threshold: i64,
    #[sea_orm(column_type = "Text")]
    pub disposition: String,
    /// JSON.
    #[sea_orm(column_type = "Text")]
    pub findings: String,
    /// JSON array of codes.
    #[sea_orm(column_type = "Text")]
    pub infringements: String,
    /// What it was recognised by as a removed listing.
    #[sea_orm(column_type = "Text", nullable)]
    pub relisted_of: Option<String>,
    pub watched: bool,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    pub lead_id: Option<Uuid>,
    #[sea_orm(column_type = "Text", nullable)]
    pub dismissal: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    pub judged_by: Option<Uuid>,
    pub judged_at: Option<i64>,
    pub claimed_until: i64,
    pub version: i32,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
