//! How appraisals in a programme are judged; under the id of the programme, or of nobody's for purchases in none.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "appraisal_policy")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// JSON: codes of ranks, the lowest first.
    #[sea_orm(column_type = "Text")]
    pub rank_order: String,
    /// One of so many samples is inspected twice; 0 is none.
    pub quality_every: i32,
    pub changed_by: Uuid,
    pub changed_at: i64,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
