//! A create that was done already.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "idempotency_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub mutation: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// SHA-256 of the input.
    #[sea_orm(column_type = "Text")]
    pub input_hash: String,
    /// JSON array of ids.
    #[sea_orm(column_type = "Text")]
    pub result_ids: String,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
