//! An offline action that a hand-over is about.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "hand_over_action")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub hand_over_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub action_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
