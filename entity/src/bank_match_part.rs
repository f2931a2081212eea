//! A line or an entry of a match.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bank_match_part")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub match_id: Uuid,
    pub line_id: Option<Uuid>,
    pub entry_id: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
