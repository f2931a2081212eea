//! That one of the two sides approved an offline action.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "action_approval")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub action_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub side: String,
    pub person_id: Uuid,
    pub at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
