//! Somebody whom the holder named for a feature under RED.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fake_feature_reader")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub feature_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
