//! A file of leads that somebody asked for.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "export")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub format: String,
    /// What was asked for, as JSON.
    #[sea_orm(column_type = "Text")]
    pub request: String,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    pub rows_total: i64,
    pub rows_done: i64,
    /// Size of the file; 0 while there is none.
    pub bytes: i64,
    #[sea_orm(column_type = "Text", nullable)]
    pub failure: Option<String>,
    pub attempts: i32,
    /// Until when a worker has it for itself.
    pub leased_until: i64,
    pub created_at: i64,
    pub finished_at: Option<i64>,
    pub expires_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
