//! An organisation's own provider.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "single_sign_on")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: Uuid,
    /// The provider's name for itself, a URL.
    #[sea_orm(column_type = "Text")]
    pub issuer: String,
    #[sea_orm(column_type = "Text")]
    pub client_id: String,
    /// Sealed under the vault's key.
    #[sea_orm(column_type = "Text")]
    pub client_secret: String,
    /// Whether the organisation's people can no longer use passwords.
    pub enforced: bool,
    /// When somebody first signed in with these settings.
    pub verified_at: Option<i64>,
    pub version: i32,
    pub created_at: i64,
    pub updated_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
