//! What goes to an endpoint: names of things only; the text is made when it is sent.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "webhook_message")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub endpoint_id: Uuid,
    /// The event it tells of; an endpoint is told of each once.
    pub event_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// The lead; the endpoint itself for a ping.
    pub root_id: Uuid,
    /// entry or endpoint.
    #[sea_orm(column_type = "Text")]
    pub object_kind: String,
    pub object_id: Uuid,
    /// QUEUED, CLAIMED, DELIVERED, DEAD or WITHHELD.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    pub attempts: i32,
    pub not_before: i64,
    pub claimed_at: Option<i64>,
    pub settled_at: Option<i64>,
    /// The HTTP status of the last answer.
    pub status: Option<i32>,
    /// Class of what went wrong last.
    #[sea_orm(column_type = "Text", nullable)]
    pub error: Option<String>,
    /// The event's place in the one order.
    pub position: i64,
    pub occurred_at: i64,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
