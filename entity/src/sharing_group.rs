//! A circle of organisations and people with whom leads are shared.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sharing_group")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The organisation that looks after it.
    pub owner_id: Uuid,
    pub created_by: Uuid,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub purpose: String,
    /// Nobody else learns who is in it.
    pub confidential: bool,
    /// Never = maximum.
    pub expires_at: i64,
    pub closed_at: Option<i64>,
    pub version: i32,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
