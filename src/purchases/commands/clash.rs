//! Comparing purchases with offline actions, both ways. What is found goes to the desk and to nobody else, and neither of the two
//! is approved before the desk has settled it.

use std::collections::{BTreeSet, HashMap};

use serde_json::json;
use uuid::Uuid;

use super::{decide::given_up, moved, news, terms_at};
use crate::{
    actions::{
        self,
        rules::{ClashKind, HitState, NEAR_PLACE, TimeBox, clashes},
    },
    app::App,
    audit::{self, Act, Actor, Category},
    funds::rules as money,
    permissions::{Action, Scope, Viewer},
    platform::{
        clock::micros,
        db::{Connection, Tx},
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
        text,
    },
    purchases::{
        rules::{ClashResolution, MarkKind, PurchaseEventKind, PurchaseState, compared},
        store::{self, ClashRow, PurchaseRow},
    },
};

/// Said of a purchase that the desk gave up: not why.
const GIVEN_UP: &str = "The desk gave it up.";

/// Purchases and actions are compared one after the other, lest two that come together miss each other.
pub(super) async fn take_turn(tx: &Tx) -> Result<()> {
    actions::take_turn(tx).await
}

/// A keyed hash of words in which two ways of writing them are the same: letters and digits, in one case.
pub(super) fn hashed(app: &App, purpose: &str, words: &str) -> String {
    use std::fmt::Write as _;
    let folded: String = text::fold(words)
        .chars()
        .filter(|character| character.is_alphanumeric())
        .collect();
    let bytes = app.keys.code(purpose, &[folded.as_bytes()]);
    bytes.iter().fold(String::new(), |mut hex, byte| {
        // Writing to a text cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Has a new purchase compared with the actions that are to come.
pub(super) async fn compare(app: &App, tx: &Tx, row: &PurchaseRow) -> Result<()> {
    let (mut hashes, mut places) = (BTreeSet::new(), BTreeSet::new());
    for (_, kind, hash) in store::marks_of(tx.connection(), &[row.id]).await? {
        match kind {
            MarkKind::Seller | MarkKind::Network => hashes.insert(hash),
            MarkKind::Place => places.insert(hash),
            MarkKind::Identity | MarkKind::Address => false,
        };
    }
    let now = (micros(tx.now()), terms_at(tx.connection(), tx.now()).await?);
    let bought = compared(row.requested_at, now, (hashes, places));
    let apart = i64::try_from(NEAR_PLACE.as_micros()).unwrap_or(i64::MAX);
    let span = (
        bought.starts_at.saturating_sub(apart),
        bought.ends_at.saturating_add(apart),
    );
    for other in actions::compared_near(tx, span).await? {
        let kinds = clashes(&bought, &other.time_box);
        if !kinds.is_empty() {
            begin(app, tx, row, other.action, &kinds).await?;
        }
    }
    Ok(())
}

async fn begin(app: &App, tx: &Tx, row: &PurchaseRow, action: Uuid, kinds: &[ClashKind]) -> Result<()> {
    let clash = ClashRow {
        id: app.ids.id(tx.now()),
        purchase_id: row.id,
        action_id: action,
        kinds: serde_json::to_string(kinds).map_err(ApiError::internal)?,
        state: HitState::Open.code().to_owned(),
        resolution: None,
        note: None,
        found_at: micros(tx.now()),
        resolved_at: None,
        resolved_by: None,
        version: 1,
    };
    store::clash_put(tx, clash).await?;
    news::met(app, tx, row.id).await
}

/// Has an action compared with the purchases that are open: with what of it is compared, or with nothing where that is no more.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn meet_action(app: &App, tx: &Tx, action: Uuid, planned: Option<&TimeBox>) -> Result<()> {
    let known = store::clashes_of_actions(tx.connection(), &[action]).await?;
    let mut known: HashMap<Uuid, ClashRow> = known.into_iter().map(|row| (row.purchase_id, row)).collect();
    if let Some(planned) = planned {
        let now = (micros(tx.now()), terms_at(tx.connection(), tx.now()).await?);
        let mut met = Vec::new();
        let about = (&planned.hashes, &planned.places);
        for (purchase, (requested_at, marks)) in store::compared(tx.connection(), about).await? {
            let kinds = clashes(planned, &compared(requested_at, now, marks));
            if !kinds.is_empty() {
                met.push((purchase, kinds));
            }
        }
        let ids: Vec<Uuid> = met.iter().map(|(id, _)| *id).collect();
        let rows = store::purchases_by_ids(tx.connection(), &ids).await?;
        for (purchase, kinds) in met {
            let Some(row) = rows.iter().find(|row| row.id == purchase) else {
                continue;
            };
            match known.remove(&purchase) {
                None => begin(app, tx, row, action, &kinds).await?,
                Some(clash) if clash.state == HitState::Void.code() => again(app, tx, clash).await?,
                Some(_) => {}
            }
        }
    }
    for clash in known.into_values() {
        end(tx, clash).await?;
    }
    Ok(())
}

/// Two meet again that had ceased to.
async fn again(app: &App, tx: &Tx, mut clash: ClashRow) -> Result<()> {
    HitState::Open.code().clone_into(&mut clash.state);
    (clash.resolution, clash.note) = (None, None);
    (clash.resolved_at, clash.resolved_by) = (None, None);
    let clash = store::clash_save(tx, clash).await?;
    news::met(app, tx, clash.purchase_id).await
}

/// Two meet no more: nobody has to settle it.
async fn end(tx: &Tx, mut clash: ClashRow) -> Result<()> {
    if clash.state != HitState::Open.code() {
        return Ok(());
    }
    HitState::Void.code().clone_into(&mut clash.state);
    clash.resolved_at = Some(micros(tx.now()));
    store::clash_save(tx, clash).await.map(drop)
}

/// A purchase is at its end, or received: it meets nobody any more.
pub(super) async fn unmet(tx: &Tx, purchase: Uuid) -> Result<()> {
    for clash in store::clashes_of_purchases(tx.connection(), &[purchase]).await? {
        end(tx, clash).await?;
    }
    Ok(())
}

/// Those of some actions that meet a purchase in a way that the desk has not settled.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn actions_held_back(connection: &impl Connection, actions: &[Uuid]) -> Result<Vec<Uuid>> {
    let found = store::clashes_of_actions(connection, actions).await?;
    let open = found.into_iter().filter(|row| row.state == HitState::Open.code());
    Ok(open.map(|row| row.action_id).collect())
}

/// What the viewer may say of a purchase that meets an action.
#[must_use]
pub(crate) fn may_resolve(viewer: &Viewer, clash: &ClashRow, purchase: PurchaseState) -> Vec<ClashResolution> {
    let is_desk = viewer.scope(Action::PurchaseAssign) == Scope::All;
    if !is_desk || clash.state != HitState::Open.code() {
        return Vec::new();
    }
    match purchase {
        PurchaseState::Requested | PurchaseState::Approved | PurchaseState::Assigned => {
            vec![ClashResolution::Proceed, ClashResolution::GiveUp]
        }
        PurchaseState::Rejected
        | PurchaseState::Cancelled
        | PurchaseState::HoldExpired
        | PurchaseState::Ordered
        | PurchaseState::Shipped
        | PurchaseState::Received
        | PurchaseState::NotDelivered
        | PurchaseState::SellerCancelled
        | PurchaseState::Lost
        | PurchaseState::InAppraisal
        | PurchaseState::Appraised
        | PurchaseState::Closed => vec![ClashResolution::Proceed],
    }
}

/// Says, at the desk, what becomes of a purchase that meets an action.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn resolve(
    app: &App,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    resolution: ClashResolution,
    note: &str,
) -> Result<Uuid> {
    let tx = app.begin().await?;
    if viewer.scope(Action::PurchaseAssign) != Scope::All {
        return Err(ErrorCode::Forbidden.into());
    }
    take_turn(&tx).await?;
    let found = store::clashes_by_ids(tx.connection(), &[id]).await?.pop();
    let purchase = found.ok_or_else(ApiError::not_found)?.purchase_id;
    // The purchase first, as everywhere.
    let row = store::purchase_lock(&tx, purchase)
        .await?
        .ok_or_else(ApiError::not_found)?;
    let mut clash = store::clash_lock(&tx, id).await?;
    if !may_resolve(viewer, &clash, super::state_of(&row)?).contains(&resolution) {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    if clash.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    clash.note = Some(money::text("note", note, 1_000)?);
    clash.resolution = Some(resolution.code().to_owned());
    clash.resolved_by = Some(viewer.person);
    clash.resolved_at = Some(micros(tx.now()));
    HitState::Resolved.code().clone_into(&mut clash.state);
    store::clash_save(&tx, clash).await?;
    if resolution == ClashResolution::GiveUp {
        let (mut row, by) = (row, Some(viewer.person));
        given_up(app, &tx, by, (&mut row, PurchaseState::Cancelled), GIVEN_UP).await?;
        moved(
            app,
            &tx,
            by,
            row,
            PurchaseEventKind::Cancelled,
            Some(GIVEN_UP.to_owned()),
        )
        .await?;
    }
    let detail = json!({ "resolution": resolution });
    // Of the clash and of nothing that somebody else could find it by.
    let act = Act::on(Category::Content, "resolvePurchaseClash", IdKind::PurchaseClash, id)
        .of_action(id)
        .with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(id)
}
