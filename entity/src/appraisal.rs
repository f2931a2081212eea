//! An inspection of a sample by one appraiser.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "appraisal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Random, for people.
    #[sea_orm(column_type = "Text")]
    pub reference: String,
    pub sample_id: Uuid,
    pub purchase_id: Uuid,
    pub evidence_id: Uuid,
    pub lead_id: Uuid,
    /// Whose purchase it is.
    pub organization_id: Uuid,
    pub brand_id: Uuid,
    pub program_id: Option<Uuid>,
    /// Which inspection of the sample it is, from 1.
    pub round: i32,
    #[sea_orm(column_type = "Text")]
    pub rank: String,
    #[sea_orm(column_type = "Text")]
    pub purpose: String,
    /// The appraisal that it inspects again.
    pub follows_id: Option<Uuid>,
    pub blind: bool,
    pub appraiser_id: Uuid,
    pub appraiser_organization_id: Uuid,
    pub ordered_by: Uuid,
    pub ordered_at: i64,
    #[sea_orm(column_type = "Text")]
    pub due_on: String,
    pub due_at: i64,
    pub provisional: bool,
    #[sea_orm(column_type = "Text")]
    pub due_rule: String,
    #[sea_orm(column_type = "Text")]
    pub calendar_version: String,
    #[sea_orm(column_type = "Text")]
    pub questions: String,
    /// JSON: a list of texts.
    #[sea_orm(column_type = "Text")]
    pub reference_features: String,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub interest: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub interest_note: Option<String>,
    /// Why it was declined or taken back.
    #[sea_orm(column_type = "Text", nullable)]
    pub end_reason: Option<String>,
    /// Of the latest report.
    #[sea_orm(column_type = "Text", nullable)]
    pub conclusion: Option<String>,
    /// Of the first report.
    pub reported_at: Option<i64>,
    pub agreed_by: Option<Uuid>,
    pub agreed_at: Option<i64>,
    pub contested_by: Option<Uuid>,
    pub contested_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub contest_reason: Option<String>,
    pub final_by: Option<Uuid>,
    pub final_at: Option<i64>,
    /// 1 once told that it is due soon, 2 that it is late.
    pub reminded: i32,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
