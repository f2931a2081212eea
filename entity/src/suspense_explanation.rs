//! Why money is in suspense that nobody could place yet. Insert-only.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "suspense_explanation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub entry_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub text: String,
    pub explained_by: Uuid,
    pub at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
