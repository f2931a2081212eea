//! Domain events, written with the change they tell of.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    /// In the order of writing.
    #[sea_orm(primary_key)]
    pub number: i64,
    #[sea_orm(unique)]
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    pub root_id: Uuid,
    pub object_id: Uuid,
    /// Given by the relay after the commit; null until then.
    pub position: Option<i64>,
    /// JSON array: who may learn of it.
    #[sea_orm(column_type = "Text")]
    pub principals: String,
    #[sea_orm(column_type = "Text")]
    pub payload: String,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
