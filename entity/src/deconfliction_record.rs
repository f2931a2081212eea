//! When and where an offline action is to be, and keyed hashes of what it is about: all that is compared, and all that the desk sees.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "deconfliction_record")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub action_id: Uuid,
    pub starts_at: i64,
    pub ends_at: i64,
    #[sea_orm(column_type = "Text")]
    pub country: String,
    /// JSON.
    #[sea_orm(column_type = "Text")]
    pub divisions: String,
    /// JSON: keyed hashes of the sites.
    #[sea_orm(column_type = "Text")]
    pub places: String,
    /// JSON: keyed hashes of what the subjects are known by.
    #[sea_orm(column_type = "Text")]
    pub hashes: String,
    /// Whether it is still compared.
    pub live: bool,
}

impl ActiveModelBehavior for ActiveModel {}
