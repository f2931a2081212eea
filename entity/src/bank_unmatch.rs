//! That a match was taken back.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bank_unmatch")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub match_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub undone_by: Uuid,
    pub undone_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
