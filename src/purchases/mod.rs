//! Test purchases: goods that are thought to be counterfeit are bought under cover, with the alliance's money or a member's own.
//!
//! ```text
//! REQUESTED → APPROVED → ASSIGNED → ORDERED → SHIPPED → RECEIVED → IN_APPRAISAL → APPRAISED → CLOSED
//!     ↘ REJECTED  ↘ CANCELLED, HOLD_EXPIRED     ↘ NOT_DELIVERED, SELLER_CANCELLED, LOST ↗
//! ```
//!
//! Approving holds the money (`crate::funds`), ordering captures out of the hold and gives the rest back; there is no other way to
//! spend for a purchase, whoever began it (I8). Whoever asked, those who approve and whoever buys are different people, compared
//! as people and not as roles (I11, I15). As whom somebody buys lies sealed, and is shown to those who are named, for a purpose
//! that is logged. A purchase and an offline action about the same seller are told to the desk and to nobody else, and neither
//! is approved before the desk has settled it. Who sees a purchase a rule says ([`rules::PurchaseSight`], docs/adr/0046).

mod commands;
pub mod graphql;
pub mod jobs;
pub mod rules;
mod store;

use jiff::Timestamp;
use uuid::Uuid;

use self::rules::{PurchaseSight, PurchaseState, Purpose};
use crate::{
    permissions::Viewer,
    platform::{
        db::{Connection, Sql, code},
        error::Result,
    },
};

// Whom an event of ours may concern.
pub(crate) use commands::{calls, is_news};
// What funds tell of holds, within their own transactions.
pub(crate) use commands::{hold_expired, refunded, take, take_to_end};
// What actions ask when they are compared.
pub(crate) use commands::{actions_held_back, meet_action};
// For how long samples are kept.
pub(crate) use commands::terms_at;
// What becomes of the samples of a purchase.
pub use commands::{settle, was_appraised, went_to_appraisal};
// What the demo does as people do it through the graph.
pub(crate) use commands::{
    NewFailure, NewIdentity, NewOrder, NewReceipt, NewRequest, approve, approve_top_up, ask_top_up, assign, cancel,
    fail, hand_over, order, receive, reject, request, ship,
};

/// What others need to know of a purchase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PurchaseFacts {
    /// Its id.
    pub id: Uuid,
    /// What people call it.
    pub reference: String,
    /// The lead.
    pub lead: Uuid,
    /// The item of the lead that was bought.
    pub lead_item: Option<Uuid>,
    /// The brand.
    pub brand: Uuid,
    /// Whose money it is, and who asked.
    pub organization: Uuid,
    /// The programme; none where it is of none.
    pub program: Option<Uuid>,
    /// Who asked for it.
    pub requested_by: Uuid,
    /// Where it stands.
    pub state: PurchaseState,
    /// The hold; none until it is approved.
    pub hold: Option<Uuid>,
    /// The platform's number of the order; none until it is ordered.
    pub order_number: Option<String>,
    /// The seller in words.
    pub seller: Option<String>,
    /// How many: as approved, as asked for until then.
    pub quantity: i32,
    /// Who buys it; none until that is said.
    pub buyer: Option<Uuid>,
    /// What for.
    pub purpose: Purpose,
    /// Of what was bought.
    pub title: String,
    /// Where it was offered.
    pub listing_url: Option<String>,
}

fn facts_of(row: store::PurchaseRow) -> Result<PurchaseFacts> {
    Ok(PurchaseFacts {
        id: row.id,
        reference: row.reference,
        lead: row.lead_id,
        lead_item: Some(row.item_id),
        brand: row.brand_id,
        organization: row.organization_id,
        program: row.program_id,
        requested_by: row.requested_by,
        state: code(&row.state)?,
        hold: row.hold_id,
        order_number: row.order_number,
        seller: row.seller,
        quantity: row.approved_quantity.unwrap_or(row.quantity),
        buyer: row.buyer_id,
        purpose: code(&row.purpose)?,
        title: row.title,
        listing_url: row.listing_url,
    })
}

/// What there is to know of some purchases, whoever may see them, in any order.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn facts(connection: &impl Connection, ids: &[Uuid]) -> Result<Vec<PurchaseFacts>> {
    let rows = store::purchases_by_ids(connection, ids).await?;
    rows.into_iter().map(facts_of).collect()
}

/// The same of the purchases for which some holds are.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn facts_of_holds(connection: &impl Connection, holds: &[Uuid]) -> Result<Vec<PurchaseFacts>> {
    let rows = store::purchases_of_holds(connection, holds).await?;
    rows.into_iter().map(facts_of).collect()
}

/// The condition that somebody sees the purchase whose id stands in a column.
pub(crate) fn seen(viewer: &Viewer, now: Timestamp, id_column: &str) -> Sql {
    store::seen(&PurchaseSight::of(viewer, now), id_column)
}

/// Whether somebody sees a purchase.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn sees(connection: &impl Connection, viewer: &Viewer, now: Timestamp, purchase: Uuid) -> Result<bool> {
    let found = store::purchases_seen(connection, &PurchaseSight::of(viewer, now), &[purchase]).await?;
    Ok(!found.is_empty())
}
