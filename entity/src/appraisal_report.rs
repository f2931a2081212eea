//! A version of a report, which nobody changes.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "appraisal_report")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub appraisal_id: Uuid,
    pub version: i32,
    #[sea_orm(column_type = "Text")]
    pub method: String,
    #[sea_orm(column_type = "Text")]
    pub process: String,
    /// JSON: what was checked.
    #[sea_orm(column_type = "Text")]
    pub features: String,
    #[sea_orm(column_type = "Text")]
    pub conclusion: String,
    #[sea_orm(column_type = "Text")]
    pub reasons: String,
    #[sea_orm(column_type = "Text")]
    pub signed_name: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub seal: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub correction_reason: Option<String>,
    /// Of what the appraiser signed.
    #[sea_orm(column_type = "Text")]
    pub content_sha256: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub order_number: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub listing_url: Option<String>,
    /// Of the whole.
    #[sea_orm(column_type = "Text")]
    pub report_sha256: String,
    pub reported_by: Uuid,
    pub reported_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
