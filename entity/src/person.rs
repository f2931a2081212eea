//! A person of an organisation.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// Normalised address, unique.
    #[sea_orm(column_type = "Text")]
    pub email: String,
    /// argon2id in PHC form; null until the invitation is accepted.
    #[sea_orm(column_type = "Text", nullable)]
    pub password_hash: Option<String>,
    /// Code of the state.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    #[sea_orm(column_type = "Text")]
    pub language: String,
    /// IANA time zone.
    #[sea_orm(column_type = "Text")]
    pub time_zone: String,
    /// Code of the digest frequency.
    #[sea_orm(column_type = "Text")]
    pub digest: String,
    /// Local hour of the digest, 0–23.
    pub digest_hour: i32,
    pub digest_working_days_only: bool,
    pub last_sign_in_at: Option<i64>,
    pub version: i32,
    pub created_at: i64,
    pub updated_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
