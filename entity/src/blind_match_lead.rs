//! The leads by which one of two organisations has a blind match.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "blind_match_lead")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub side_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub lead_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
