//! What an organisation notes of a subject for itself.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "subject_note")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub subject_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub body: String,
    pub written_by: Uuid,
    pub written_at: i64,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
