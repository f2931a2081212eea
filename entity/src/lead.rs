//! Information that points to an infringement, before proof.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "lead")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Random, for people.
    #[sea_orm(column_type = "Text")]
    pub reference: String,
    pub owner_id: Uuid,
    pub created_by: Uuid,
    /// The agent organisation that wrote it for the owner.
    pub on_behalf_by: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub source: String,
    #[sea_orm(column_type = "Text")]
    pub channel: String,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub summary: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub infringement_types: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub country: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub division_code: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub grade: Option<String>,
    pub priority: i32,
    #[sea_orm(column_type = "Text")]
    pub tlp: String,
    #[sea_orm(column_type = "Text")]
    pub handling_code: String,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// What those it is shared with may do with it.
    #[sea_orm(column_type = "Text")]
    pub permitted_actions: String,
    /// Whether those whom it concerns may be told.
    #[sea_orm(column_type = "Text")]
    pub notification: String,
    /// Whether the owner may be named as its source.
    #[sea_orm(column_type = "Text")]
    pub attribution: String,
    /// Until when others than its keepers may use it; never = maximum.
    pub usable_until: i64,
    /// The lead of which this is a copy without what must not travel.
    pub sanitized_from: Option<Uuid>,
    /// The lead with which it goes on.
    pub merged_into: Option<Uuid>,
    /// Shared to the community.
    pub community: bool,
    /// Every viewer sees every item.
    pub items_open: bool,
    pub value_minor: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub value_currency: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub outcome: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub reject_reason: Option<String>,
    /// Why an authorised seller was overridden.
    #[sea_orm(column_type = "Text", nullable)]
    pub override_reason: Option<String>,
    /// When it was handed in; from then on the desk sees it. Retraction and rejection do not change what it was.
    pub submitted_at: Option<i64>,
    /// When it was first shared; from then on GREEN reaches the community and officers.
    pub shared_at: Option<i64>,
    /// Of the record, for its keepers.
    pub version: i32,
    /// Of what every viewer sees.
    pub content_version: i32,
    pub created_at: i64,
    pub updated_at: i64,
    pub content_updated_at: i64,
    /// In a sandbox: until when it is seen; null for what is real.
    pub sandbox_until: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
