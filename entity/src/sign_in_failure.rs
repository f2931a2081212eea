//! Failures counted per account and per address, for the back-off.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_failure")]
pub struct Model {
    /// HMAC of what is counted.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    pub failures: i32,
    pub blocked_until: i64,
    pub updated_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
