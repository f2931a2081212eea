//! What test purchases need of a lead: the item that is to be bought as the viewer sees it, and news for the timeline.

use uuid::Uuid;

use super::{
    load_locked,
    tell::{News, tell},
};
use crate::{
    app::App,
    audience::{self, Kind, Sight},
    audit::Actor,
    leads::{
        rules::{LeadState, PermittedActions, TimelineKind, Verdict},
        store::{self, DeliveryRow},
    },
    permissions::{Action, Viewer, audience::is_for_named_only},
    platform::{
        clock::micros,
        db::{Tx, code},
        error::{ApiError, Result},
    },
};

/// What somebody wants to have bought.
#[derive(Debug, Clone)]
pub(crate) struct ToBuy {
    /// The lead.
    pub(crate) lead: Uuid,
    /// Whose lead it is.
    pub(crate) owner: Uuid,
    /// The brand, where the item names one.
    pub(crate) brand: Option<Uuid>,
    /// What is offered.
    pub(crate) title: String,
    /// Where.
    pub(crate) url: Option<String>,
    /// By whom.
    pub(crate) seller: Option<String>,
    /// The platform and its own id of the shop, where both are known.
    pub(crate) shop: Option<(String, String)>,
    /// To whom the lead was pushed, and how many that one chose: nothing where its answer asks for none.
    pub(crate) asked: Option<(Uuid, Option<i32>)>,
    /// Whether the lead is for named people only.
    pub(crate) named_only: bool,
    /// Whether it was graded, and neither closed nor taken back.
    pub(crate) is_open: bool,
    /// Whether those it is shared with may have it bought.
    pub(crate) is_permitted: bool,
}

/// An item that the viewer sees, and perhaps a delivery of its lead that the viewer sees; nobody changes the lead until the
/// transaction ends.
///
/// # Errors
/// `NOT_FOUND`.
pub(crate) async fn to_buy(tx: &Tx, viewer: &Viewer, item: Uuid, delivery: Option<Uuid>) -> Result<ToBuy> {
    let sight = Sight::of(viewer, Action::LeadRead, tx.now());
    let found = store::items_by_ids(tx.connection(), &sight, &[item]).await?.pop();
    let lead = found.ok_or_else(ApiError::not_found)?.lead_id;
    let loaded = load_locked(tx, viewer, lead).await?;
    // Again, now that nobody else changes it.
    let found = store::items_by_ids(tx.connection(), &sight, &[item]).await?.pop();
    let item = found.ok_or_else(ApiError::not_found)?;
    let asked = match delivery {
        Some(id) => {
            let row = store::delivery_find(tx.connection(), &sight, id).await?;
            if row.lead_id != lead {
                return Err(ApiError::not_found());
            }
            Some((row.recipient_id, chosen(&row)?))
        }
        None => None,
    };
    let row = &loaded.lead;
    let permitted: PermittedActions = code(&row.permitted_actions)?;
    Ok(ToBuy {
        lead,
        owner: row.owner_id,
        brand: item.brand_id,
        title: item.title,
        url: item.canonical_url.or(item.url),
        seller: item.seller,
        shop: item.platform.zip(item.shop_id),
        asked,
        named_only: is_for_named_only(code(&row.tlp)?, code(&row.handling_code)?),
        is_open: matches!(loaded.state, LeadState::Triaged | LeadState::Shared),
        is_permitted: permitted.permits(Verdict::NeedsTestPurchase) && row.usable_until > micros(tx.now()),
    })
}

/// How many test purchases an answer asks for.
fn chosen(row: &DeliveryRow) -> Result<Option<i32>> {
    let verdict = row.verdict.as_deref().map(code::<Verdict>).transpose()?;
    Ok(row
        .test_purchases
        .filter(|_| verdict == Some(Verdict::NeedsTestPurchase)))
}

/// Says in the timeline that a test purchase has ended: to those who see the delivery by which it was asked for, else to the
/// lead's keepers.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn tell_of_purchase(
    tx: &Tx,
    app: &App,
    lead: Uuid,
    delivery: Option<Uuid>,
    reference: &str,
) -> Result<()> {
    let lead = store::lead_lock(tx, lead).await?;
    let facts = store::facts(tx.connection(), &lead).await?;
    let delivery = match delivery {
        Some(id) => Some(store::delivery_by_id(tx.connection(), id).await?),
        None => None,
    };
    let kind = TimelineKind::PurchaseClosed;
    let news = match &delivery {
        Some(row) => News::of_delivery(kind, row),
        None => News::to_keepers(kind),
    };
    tell(tx, app, Actor::System, &lead, &facts, news.with(reference)).await
}

/// Whether somebody sees a subject of a lead.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn sees_subject(tx: &Tx, viewer: &Viewer, subject: Uuid) -> Result<bool> {
    let sight = Sight::of(viewer, Action::LeadRead, tx.now());
    audience::sees(tx.connection(), &sight, Kind::Subject, subject).await
}
