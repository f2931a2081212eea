//! A test purchase: one order of goods that are thought to be counterfeit.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "purchase")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Random, for people.
    #[sea_orm(column_type = "Text")]
    pub reference: String,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// Whose idea it was: a member's or the alliance's.
    #[sea_orm(column_type = "Text")]
    pub initiator: String,
    /// Whose money it is, and who asked.
    pub organization_id: Uuid,
    /// The right holder to whom it was handed.
    pub holder_id: Option<Uuid>,
    pub program_id: Option<Uuid>,
    pub allocation_id: Uuid,
    pub brand_id: Uuid,
    pub lead_id: Uuid,
    pub item_id: Uuid,
    pub delivery_id: Option<Uuid>,
    /// Of what is bought, as it was when it was asked for.
    #[sea_orm(column_type = "Text")]
    pub title: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub listing_url: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub seller: Option<String>,
    /// The seller as a subject of the lead.
    pub subject_id: Option<Uuid>,
    /// As asked for.
    pub quantity: i32,
    pub approved_quantity: Option<i32>,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    #[sea_orm(column_type = "Text")]
    pub purpose: String,
    pub notarised: bool,
    #[sea_orm(column_type = "Text")]
    pub currency: String,
    /// At most, for one.
    pub unit_minor: i64,
    pub shipping_minor: i64,
    pub fees_minor: i64,
    /// What it counts by now: asked for, approved, with what was put on top, spent.
    pub amount_minor: i64,
    pub approved_minor: Option<i64>,
    pub approvals_needed: i32,
    pub requested_by: Uuid,
    pub requested_at: i64,
    pub decided_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub decision_reason: Option<String>,
    pub hold_id: Option<Uuid>,
    pub hold_expires_at: Option<i64>,
    pub buyer_id: Option<Uuid>,
    pub assigned_by: Option<Uuid>,
    pub assigned_at: Option<i64>,
    /// As whom it is bought, sealed.
    #[sea_orm(column_type = "Text", nullable)]
    pub sealed: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub order_number: Option<String>,
    pub ordered_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub carrier: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub parcel_number: Option<String>,
    pub shipped_at: Option<i64>,
    pub received_at: Option<i64>,
    /// What the seller is to pay back.
    pub refund_minor: Option<i64>,
    /// Local date, ISO 8601.
    #[sea_orm(column_type = "Text", nullable)]
    pub refund_due_on: Option<String>,
    pub refund_opened_at: Option<i64>,
    pub refund_settled_at: Option<i64>,
    /// Why it was given up.
    #[sea_orm(column_type = "Text", nullable)]
    pub refund_waived: Option<String>,
    pub hold_reminded_at: Option<i64>,
    pub refund_reminded_at: Option<i64>,
    pub closed_at: Option<i64>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
