//! An import: the file, what was chosen, how far it is.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_run")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    /// Whose leads they become.
    pub owner_id: Uuid,
    pub upload_id: Uuid,
    /// What the file is called.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub format: String,
    /// What was chosen, as JSON.
    #[sea_orm(column_type = "Text")]
    pub choices: String,
    /// Code of all that was previewed.
    #[sea_orm(column_type = "Text")]
    pub digest: String,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// How many leads were looked at.
    pub position: i32,
    /// How many leads there are to be.
    pub total: i32,
    pub created: i32,
    pub already_there: i32,
    pub refused: i32,
    /// Elements of which no lead is made.
    pub skipped: i32,
    /// Until when a worker goes on with it.
    pub claimed_until: i64,
    pub version: i32,
    pub created_at: i64,
    pub ended_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
