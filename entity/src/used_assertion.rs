//! A signed assertion that was used: it is good once.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "used_assertion")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub jti: String,
    /// From when on it would be refused anyway.
    pub expires_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
