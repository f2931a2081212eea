//! Which holders were told that a right ends, how many days before.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ip_right_reminder")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub right_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub expires_on: i64,
    /// The days that were left, or fewer: 180, 90, 30 or 7.
    #[sea_orm(primary_key, auto_increment = false)]
    pub days: i32,
    /// The day of the mails that tell of it.
    pub window_start: i64,
}

impl ActiveModelBehavior for ActiveModel {}
