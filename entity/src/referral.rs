//! A package of leads for a law-enforcement agency, and what became of it.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Random, for people.
    #[sea_orm(column_type = "Text")]
    pub reference: String,
    /// For which it is made.
    pub organization_id: Uuid,
    /// The agent organisation that writes it.
    pub on_behalf_by: Option<Uuid>,
    pub author_id: Uuid,
    /// Whom the agency may ask.
    pub contact_id: Uuid,
    /// The agency's organisation.
    pub agency_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub facts: Option<String>,
    /// Where the offence is.
    #[sea_orm(column_type = "Text")]
    pub country: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub division_code: Option<String>,
    /// The strictest of what is in it.
    #[sea_orm(column_type = "Text")]
    pub tlp: String,
    #[sea_orm(column_type = "Text")]
    pub handling_code: String,
    /// Of the package on paper.
    #[sea_orm(column_type = "Text")]
    pub language: String,
    /// Where the personal data in it are stored.
    #[sea_orm(column_type = "Text", nullable)]
    pub data_country: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub cross_border_basis: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub approval_reference: Option<String>,
    pub value_minor: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub value_currency: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub value_basis: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub value_source: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub value_on: Option<String>,
    /// Why there is no appraisal.
    #[sea_orm(column_type = "Text", nullable)]
    pub no_appraisal: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub no_appraisal_note: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub proceedings: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub proceedings_note: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub safety_notes: Option<String>,
    /// Who handed it in last; with the author nobody who approves it.
    pub submitted_by: Option<Uuid>,
    /// When it was handed in first; from then on the desk sees it.
    pub submitted_at: Option<i64>,
    pub approved_by: Option<Uuid>,
    pub approved_at: Option<i64>,
    pub sent_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub receipt_due_on: Option<String>,
    pub receipt_due_at: Option<i64>,
    pub receipt_provisional: bool,
    #[sea_orm(column_type = "Text", nullable)]
    pub receipt_calendar: Option<String>,
    pub received_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub decision_due_on: Option<String>,
    pub decision_due_at: Option<i64>,
    pub decision_extensions: i32,
    /// Since when the clock stands still; null while it runs.
    pub paused_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub file_number: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub decline_reason: Option<String>,
    pub decided_at: Option<i64>,
    pub feedback_used: Option<bool>,
    pub feedback_useful: Option<bool>,
    #[sea_orm(column_type = "Text", nullable)]
    pub feedback_result: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub feedback_note: Option<String>,
    pub feedback_at: Option<i64>,
    pub withdrawn_at: Option<i64>,
    /// When the agency was told, after it had accepted, not to rely on it any more.
    pub retracted_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub stop_reason: Option<String>,
    pub version: i32,
    pub created_at: i64,
    pub updated_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
