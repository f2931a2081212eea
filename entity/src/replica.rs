//! A process of the service, as it last told of itself.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "replica")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub host: String,
    #[sea_orm(column_type = "Text")]
    pub version: String,
    /// Whether it answers requests.
    pub serves: bool,
    /// Whether it runs the jobs.
    pub works: bool,
    pub started_at: i64,
    pub seen_at: i64,
    /// Subscriptions that were open then.
    pub open_streams: i64,
}

impl ActiveModelBehavior for ActiveModel {}
