//! A passkey or security key of a person.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "passkey")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    /// What the person calls it.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// The authenticator's own id of it, base64url; unique.
    #[sea_orm(column_type = "Text")]
    pub credential_id: String,
    /// Public key and counters, as webauthn-rs keeps them.
    #[sea_orm(column_type = "Text")]
    pub credential: String,
    pub created_at: i64,
    pub last_used_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
