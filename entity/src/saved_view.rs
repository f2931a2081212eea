//! What somebody looks for in a list again and again, under a name.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "saved_view")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub owner_id: Uuid,
    /// The owner's, with which it may be shared.
    pub organization_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub list: String,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// The list's filter input, as JSON.
    #[sea_orm(column_type = "Text")]
    pub filter: String,
    /// The list's order input, as JSON.
    #[sea_orm(column_type = "Text", nullable)]
    pub order_by: Option<String>,
    pub shared: bool,
    pub version: i32,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
