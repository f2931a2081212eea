//! What an agent may do for a principal.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "power_of_attorney")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub principal_id: Uuid,
    pub agent_id: Uuid,
    pub all_brands: bool,
    /// JSON array of brand ids.
    #[sea_orm(column_type = "Text")]
    pub brand_ids: String,
    /// JSON array of action codes.
    #[sea_orm(column_type = "Text")]
    pub actions: String,
    /// SUBMITTED, VERIFIED or REVOKED; expiry follows from the dates.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    pub submitted_by: Uuid,
    pub verified_by: Option<Uuid>,
    pub verified_at: Option<i64>,
    pub valid_from: i64,
    pub valid_until: i64,
    pub version: i32,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
