//! A lead pushed to one recipient, with a clock.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub lead_id: Uuid,
    pub recipient_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// 1, and one more for every re-push.
    pub round: i32,
    /// Rule and version behind the deadline.
    #[sea_orm(column_type = "Text")]
    pub rule: String,
    #[sea_orm(column_type = "Text")]
    pub calendar_version: String,
    pub provisional: bool,
    pub pushed_at: i64,
    /// Local date, ISO 8601.
    #[sea_orm(column_type = "Text")]
    pub due_on: String,
    pub due_at: i64,
    /// When it lapses if never answered.
    pub expires_at: i64,
    pub paused_at: Option<i64>,
    /// When a question has stopped the clock for as long as it may.
    pub pause_ends_at: Option<i64>,
    /// Working days that the clock stood still before; a question may stop it for what is left of the allowance.
    pub paused_days: i32,
    pub overdue_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub verdict: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    pub test_purchases: Option<i32>,
    pub answered_at: Option<i64>,
    pub answered_by: Option<Uuid>,
    pub late: bool,
    pub attribution_allowed: bool,
    #[sea_orm(column_type = "Text", nullable)]
    pub info_question: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub info_answer: Option<String>,
    pub version: i32,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
