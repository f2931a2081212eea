//! That somebody approved a purchase.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "purchase_approval")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub purchase_id: Uuid,
    pub person_id: Uuid,
    pub quantity: i32,
    pub at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
