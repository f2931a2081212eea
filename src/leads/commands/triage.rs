//! Triage: grade a lead or turn it down.

use std::borrow::Borrow;

use uuid::Uuid;

use super::{Loaded, create::conclude, load_locked, tell::News, text};
use crate::{
    app::App,
    leads::{
        rules::{self, LeadStep, Priority, RejectReason, TimelineKind},
        store::{self, ItemRow, LeadRow, PartyRow, Touch},
    },
    permissions::{Action, Viewer},
    platform::{
        clock::micros,
        db::{Connection, Tx},
        error::{ApiError, ErrorCode, Result},
        text::search_tokens,
    },
};

/// What triage decides.
#[derive(Debug, Clone)]
pub(crate) struct Triage {
    /// Admiralty grade such as `B2`.
    pub(crate) grade: String,
    pub(crate) priority: Priority,
    /// Why to go on although a seller is authorised.
    pub(crate) override_reason: Option<String>,
}

/// Grades a submitted lead.
///
/// # Errors
/// `AUTHORIZED_SELLER` where a listing's seller is authorised by the brand and no reason is given to go on.
pub(crate) async fn triage(app: &App, viewer: &Viewer, id: Uuid, expected: i32, decision: Triage) -> Result<LeadRow> {
    triage_within(app, app.begin().await?, viewer, (id, expected), decision).await
}

/// [`triage`] within a transaction.
pub(super) async fn triage_within(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    decision: Triage,
) -> Result<LeadRow> {
    let mut loaded = load_locked(&tx, viewer, id).await?;
    loaded.step(viewer, Action::LeadTriage, LeadStep::Triage, tx.now())?;
    if !rules::is_grade(&decision.grade) {
        return Err(ApiError::input(
            "grade",
            "Give a letter A to F and a digit 1 to 6, such as B2.",
        ));
    }
    let Loaded { mut lead, facts, .. } = loaded;
    let reason = decision
        .override_reason
        .as_deref()
        .filter(|reason| !reason.trim().is_empty());
    let reason = reason.map(|reason| text("overrideReason", reason, 2_000)).transpose()?;
    if reason.is_none()
        && !authorized_sellers(tx.connection(), &facts.items, micros(tx.now()))
            .await?
            .is_empty()
    {
        return Err(ErrorCode::AuthorizedSeller.into());
    }
    lead.grade = Some(decision.grade);
    lead.priority = decision.priority.rank();
    lead.override_reason = reason;
    let lead = store::lead_update(&tx, lead, expected, Touch::Content).await?;
    conclude(
        app,
        viewer,
        tx,
        lead,
        "triageLead",
        News::to_viewers(TimelineKind::Triaged),
    )
    .await
}

/// The items whose seller or maker the brand has authorised, each with the party.
pub(crate) async fn authorized_sellers<I: Borrow<ItemRow> + Clone>(
    connection: &impl Connection,
    items: &[I],
    at: i64,
) -> Result<Vec<(I, PartyRow)>> {
    let brands: Vec<Uuid> = items.iter().filter_map(|item| item.borrow().brand_id).collect();
    let parties = store::parties_in_force(connection, &brands, at).await?;
    let pairs = items
        .iter()
        .flat_map(|item| parties.iter().map(move |party| (item, party)));
    Ok(pairs
        .filter(|(item, party)| is_party((*item).borrow(), party))
        .map(|(item, party)| (item.clone(), party.clone()))
        .collect())
}

/// Whether a seller of what a lead is about, or of one of its items, is one that the brand has authorised, whoever asks.
///
/// # Errors
/// `NOT_FOUND` where there is no such lead.
pub(crate) async fn sold_by_listed(tx: &Tx, lead: Uuid, item: Option<Uuid>) -> Result<bool> {
    let lead = store::lead_lock(tx, lead).await?;
    let mut facts = store::facts(tx.connection(), &lead).await?;
    if let Some(item) = item {
        facts.items.retain(|row| row.id == item);
    }
    let found = authorized_sellers(tx.connection(), &facts.items, micros(tx.now())).await?;
    Ok(!found.is_empty())
}

/// By shop id on the platform where both are known, else by the folded name.
fn is_party(item: &ItemRow, party: &PartyRow) -> bool {
    if item.brand_id != Some(party.brand_id) {
        return false;
    }
    let same_platform = party.platform.is_none() || party.platform == item.platform;
    let same_shop = party.shop_id.is_some() && party.shop_id == item.shop_id;
    let names = |seller: &str| search_tokens(seller) == search_tokens(&party.name);
    same_platform && (same_shop || item.seller.as_deref().is_some_and(names))
}

/// Turns a triaged lead down.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`.
pub(crate) async fn reject(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    reason: RejectReason,
    note: Option<&str>,
) -> Result<LeadRow> {
    reject_within(app, app.begin().await?, viewer, (id, expected), reason, note).await
}

/// [`reject`] within a transaction.
pub(super) async fn reject_within(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    reason: RejectReason,
    note: Option<&str>,
) -> Result<LeadRow> {
    let mut loaded = load_locked(&tx, viewer, id).await?;
    loaded.step(viewer, Action::LeadReject, LeadStep::Reject, tx.now())?;
    let note = note
        .filter(|note| !note.trim().is_empty())
        .map(|note| text("note", note, 2_000))
        .transpose()?;
    let mut lead = loaded.lead;
    lead.reject_reason = Some(reason.code().to_owned());
    let lead = store::lead_update(&tx, lead, expected, Touch::Content).await?;
    let news = News::to_viewers(TimelineKind::Rejected).with(note.unwrap_or_else(|| reason.code().to_owned()));
    conclude(app, viewer, tx, lead, "rejectLead", news).await
}
