//! A lead of which a person wants to be told nothing for a while.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notification_mute")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub lead_id: Uuid,
    /// Until when; for good where it never comes.
    pub until: i64,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
