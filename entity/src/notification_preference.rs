//! How a person wants to be told of something, where that is not as usual.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notification_preference")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    pub wanted: bool,
    /// NONE, PORTAL, DIGEST or MAIL; null where only an older version of the service was asked, which knows `wanted` alone.
    #[sea_orm(column_type = "Text", nullable)]
    pub channel: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
