//! A person's calendar for other programs, read by a secret address.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_feed")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    /// SHA-256 of the secret; the secret itself is nowhere.
    #[sea_orm(column_type = "Text")]
    pub secret_hash: String,
    pub created_at: i64,
    /// To within an hour.
    pub fetched_at: Option<i64>,
    /// Of what was handed out last.
    #[sea_orm(column_type = "Text", nullable)]
    pub etag: Option<String>,
    /// Since when that is what is handed out.
    pub changed_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
