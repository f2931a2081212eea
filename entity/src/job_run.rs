//! A job of the worker, and how its last turn ended.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job_run")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub name: String,
    /// When it runs: a cron expression, seconds first, UTC.
    #[sea_orm(column_type = "Text")]
    pub schedule: String,
    pub started_at: Option<i64>,
    pub finished_at: Option<i64>,
    /// DONE, FAILED or PANICKED.
    #[sea_orm(column_type = "Text", nullable)]
    pub result: Option<String>,
    /// The code of the failure.
    #[sea_orm(column_type = "Text", nullable)]
    pub error: Option<String>,
    pub runs: i64,
    pub failures: i64,
}

impl ActiveModelBehavior for ActiveModel {}
