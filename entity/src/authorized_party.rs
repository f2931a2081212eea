//! A seller, distributor or maker whom a brand has authorised.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "authorized_party")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub brand_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// Code of the platform as in canonical listing URLs.
    #[sea_orm(column_type = "Text", nullable)]
    pub platform: Option<String>,
    /// Shop id on that platform.
    #[sea_orm(column_type = "Text", nullable)]
    pub shop_id: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub territory: Option<String>,
    /// Start of the first day.
    pub valid_from: i64,
    /// End of the last day; never = maximum.
    pub valid_until: i64,
    pub revoked_at: Option<i64>,
    pub version: i32,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
