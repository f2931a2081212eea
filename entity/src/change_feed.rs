//! How far the feed of a service account has come: one row an account.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "change_feed")]
pub struct Model {
    /// The account, which is a row of `person` too.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// The last place that was given.
    pub head: i64,
    /// Position of the last event that was looked at.
    pub told_to: i64,
    /// The authorisation epoch in which the whole feed was last compared.
    pub epoch: i64,
    /// From when on it has to be compared anew, whether or not anything happens.
    pub fresh_until: i64,
    /// Tombstones up to this place may have been forgotten.
    pub floor: i64,
    /// Raised by every change of the row.
    pub turn: i64,
}

impl ActiveModelBehavior for ActiveModel {}
