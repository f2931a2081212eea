//! How much a person or service account may still ask. Who has no row may ask as much as anybody may at once.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "quota")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    /// When all of it is there again; what is missing is the time until then, of a minute.
    pub full_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
