//! Whom the holder of a product sheet selected to read it.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product_grant")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub product_id: Uuid,
    /// Null for enforcers.
    pub organization_id: Option<Uuid>,
    /// JSON array of the countries of enforcers; empty for all of them.
    #[sea_orm(column_type = "Text")]
    pub countries: String,
    pub granted_by: Uuid,
    pub granted_at: i64,
    pub revoked_by: Option<Uuid>,
    pub revoked_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
