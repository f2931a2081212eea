//! A step between two requests: a sign-in that waits for its second factor, a passkey that is being added.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "challenge")]
pub struct Model {
    /// SHA-256 of the token that the client holds, in hex.
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: String,
    pub person_id: Uuid,
    /// Code of what it is for.
    #[sea_orm(column_type = "Text")]
    pub purpose: String,
    /// What webauthn-rs has to remember of it.
    #[sea_orm(column_type = "Text", nullable)]
    pub state: Option<String>,
    pub created_at: i64,
    pub expires_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
