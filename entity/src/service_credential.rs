//! What a service account proves itself with. The session of its tokens has the same id.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_credential")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_id: Uuid,
    /// Code of the kind.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// The last characters of a secret, or the name of a key.
    #[sea_orm(column_type = "Text")]
    pub hint: String,
    /// SHA-256 of a secret.
    #[sea_orm(column_type = "Text", nullable)]
    pub hash: Option<String>,
    /// A public key as JSON (RFC 7517).
    #[sea_orm(column_type = "Text", nullable)]
    pub jwk: Option<String>,
    pub created_at: i64,
    pub expires_at: i64,
    pub revoked_at: Option<i64>,
    /// When a token was last had by it, to within a minute.
    pub last_used_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
