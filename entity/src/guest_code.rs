//! A code that was mailed to an officer without an account. The code itself is kept nowhere: only who has the keys can make it
//! of what stands here.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "guest_code")]
pub struct Model {
    /// Of the naming in a referral, or of the guest of an action.
    #[sea_orm(primary_key, auto_increment = false)]
    pub grant_id: Uuid,
    /// Which of the two: `REFERRAL` or `ACTION`.
    #[sea_orm(column_type = "Text")]
    pub target: String,
    #[sea_orm(column_type = "Text")]
    pub nonce: String,
    /// 0 once it was used.
    pub expires_at: i64,
    /// How often it was guessed.
    pub attempts: i32,
    /// How many codes were asked for since a moment.
    pub asked: i32,
    pub asked_since: i64,
}

impl ActiveModelBehavior for ActiveModel {}
