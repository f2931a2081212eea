//! Where an offline action takes place.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "action_site")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub action_id: Uuid,
    pub position: i32,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    #[sea_orm(column_type = "Text")]
    pub country: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub division_code: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub address: String,
    /// Keyed hash of the address in one form; equal where two are the same place.
    #[sea_orm(column_type = "Text")]
    pub place_hash: String,
    /// Millionths of a degree.
    pub latitude_e6: Option<i32>,
    pub longitude_e6: Option<i32>,
    pub removed_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
