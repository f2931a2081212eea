//! What was said of an action's outcome at one time; a correction is another one.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outcome_revision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub action_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub revision: i32,
    /// Why it is corrected, or was sent back.
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    pub submitted_by: Option<Uuid>,
    pub submitted_at: Option<i64>,
    pub verified_by: Option<Uuid>,
    pub verified_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
