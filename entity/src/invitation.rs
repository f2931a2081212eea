//! An invitation that lets a person set the first password.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    /// Set when the mail is made; the token stands only in the mail.
    #[sea_orm(column_type = "Text", nullable)]
    pub token_hash: Option<String>,
    pub created_at: i64,
    pub expires_at: i64,
    pub accepted_at: Option<i64>,
    pub superseded_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
