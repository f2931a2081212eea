//! The place of an object in the feed of a service account, and whether it is there or gone.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "change_place")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// Code of the object's kind, as in `audience`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub object_id: Uuid,
    /// Where it stands in the account's feed; no two stand at one place.
    pub place: i64,
    /// A tombstone: the account sees the object no more.
    pub gone: bool,
    /// The lead the object belongs to.
    pub root_id: Uuid,
    pub at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
