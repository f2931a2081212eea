//! The session of an officer without an account: it opens one referral or one action.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "guest_session")]
pub struct Model {
    /// SHA-256 of the token, in hex.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub token_hash: String,
    /// The naming in a referral, or the guest of an action; there is one session of each.
    pub grant_id: Uuid,
    /// Which of the two: `REFERRAL` or `ACTION`.
    #[sea_orm(column_type = "Text")]
    pub target: String,
    /// Of the link to a package that was made last and has not been followed.
    #[sea_orm(column_type = "Text", nullable)]
    pub package_nonce: Option<String>,
    pub created_at: i64,
    pub expires_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
