//! What one shift of an organisation leaves to the next.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "hand_over")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    pub author_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub from_zone: String,
    #[sea_orm(column_type = "Text")]
    pub to_zone: String,
    #[sea_orm(column_type = "Text")]
    pub body: String,
    pub created_at: i64,
    pub acknowledged_by: Option<Uuid>,
    pub acknowledged_at: Option<i64>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
