//! What was found at a site; a later one supersedes it.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "site_result")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub action_id: Uuid,
    pub site_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub result: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    pub revision: i32,
    /// In which revision it was superseded.
    pub struck_in: Option<i32>,
    pub recorded_by: Uuid,
    pub recorded_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
