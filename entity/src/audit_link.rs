//! The sealed order of the entries.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    pub entry_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub prev: String,
    #[sea_orm(column_type = "Text")]
    pub hash: String,
    pub sealed_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
