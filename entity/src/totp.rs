//! A person's authenticator app.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "totp")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    /// Sealed; null until a code has confirmed it.
    #[sea_orm(column_type = "Text", nullable)]
    pub secret: Option<String>,
    pub since: Option<i64>,
    /// The time step of the last code that was accepted; earlier ones are used up.
    pub last_step: i64,
    /// Sealed; a new secret that waits for its first code.
    #[sea_orm(column_type = "Text", nullable)]
    pub pending: Option<String>,
    pub pending_until: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
