//! A right that protects brands.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ip_right")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub title_zh: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub office: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub application_number: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub registration_number: Option<String>,
    /// Kind, office and bare number; unique within the organisation.
    #[sea_orm(column_type = "Text", nullable)]
    pub number_key: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub st13: Option<String>,
    /// JSON array of Nice classes.
    #[sea_orm(column_type = "Text")]
    pub nice_classes: String,
    /// JSON array of Locarno classes.
    #[sea_orm(column_type = "Text")]
    pub locarno_classes: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub goods: Option<String>,
    /// JSON array of countries, and EU.
    #[sea_orm(column_type = "Text")]
    pub territory: String,
    /// Titles and numbers, folded.
    #[sea_orm(column_type = "Text")]
    pub search_text: String,
    /// Days are their first moment.
    pub filed_on: Option<i64>,
    pub in_force_from: Option<i64>,
    pub expires_on: i64,
    #[sea_orm(column_type = "Text", nullable)]
    pub record_url: Option<String>,
    /// DRAFT, SUBMITTED, REJECTED, VERIFIED, DISPUTED or INVALIDATED; expiry follows from the dates.
    #[sea_orm(column_type = "Text")]
    pub standing: String,
    pub submitted_by: Option<Uuid>,
    pub submitted_at: Option<i64>,
    pub verified_by: Option<Uuid>,
    pub verified_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    pub invalid_from: Option<i64>,
    pub renewal_expires_on: Option<i64>,
    pub renewal_submitted_by: Option<Uuid>,
    pub version: i32,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
