//! A stage of a suspect's way through the law.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "suspect_stage")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub suspect_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub stage: String,
    /// ISO 8601.
    #[sea_orm(column_type = "Text")]
    pub on_day: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    pub recorded_by: Uuid,
    pub recorded_at: i64,
    pub verified_by: Option<Uuid>,
    pub verified_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
