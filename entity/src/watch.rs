//! That a person wants to hear of what is said about a lead.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "watch")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub lead_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    /// Whoever stopped watching is not made to watch again by what it does.
    pub active: bool,
    pub since: i64,
}

impl ActiveModelBehavior for ActiveModel {}
