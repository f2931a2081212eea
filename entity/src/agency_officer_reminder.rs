//! Of which attestations the secretariat was told that they end, how many days before.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agency_officer_reminder")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub officer_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub attested_until: i64,
    /// The days that were left, or fewer: 60, 30 or 7; 0 once it has lapsed.
    #[sea_orm(primary_key, auto_increment = false)]
    pub days: i32,
    /// The day of the mails that tell of it.
    pub window_start: i64,
}

impl ActiveModelBehavior for ActiveModel {}
