//! Somebody who was met with at an action; who it is, is sealed.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "suspect_record")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub action_id: Uuid,
    pub site_id: Option<Uuid>,
    /// The first letters of the name; nothing once it is forgotten.
    #[sea_orm(column_type = "Text", nullable)]
    pub masked: Option<String>,
    /// Name and the rest, under a key that is not in the database; nothing once it is forgotten.
    #[sea_orm(column_type = "Text", nullable)]
    pub sealed: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub role: Option<String>,
    /// JSON: keyed hashes of what the person is known by.
    #[sea_orm(column_type = "Text")]
    pub hashes: String,
    pub revision: i32,
    pub struck_in: Option<i32>,
    pub struck_by: Option<Uuid>,
    /// When it is forgotten who it is.
    pub retain_until: i64,
    /// Why nobody follows it any more.
    #[sea_orm(column_type = "Text", nullable)]
    pub no_follow_up: Option<String>,
    pub reminded_at: Option<i64>,
    pub recorded_by: Uuid,
    pub recorded_at: i64,
    pub version: i32,
    /// Why it was struck.
    #[sea_orm(column_type = "Text", nullable)]
    pub struck_reason: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
