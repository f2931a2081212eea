//! Saying who buys, and handing a purchase to a right holder.

use std::collections::BTreeSet;

use serde_json::json;
use uuid::Uuid;

use super::{
    Done, Loaded, finish,
    identity::{Identity, NewIdentity},
    load, put,
};
use crate::{
    app::App,
    funds::rules as money,
    members::{self, OrganizationState},
    permissions::{Action, Target, Viewer, viewer::OrganizationKind},
    platform::{
        clock::micros,
        db::Connection,
        error::{ApiError, ErrorCode, Result},
        text,
    },
    purchases::{
        rules::{BuyerWarningKind, MarkKind, PurchaseEventKind, PurchaseSight, PurchaseStep},
        store::{self, PurchaseRow, Used},
    },
    rights,
    sessions::viewers,
};

/// Most people who are offered.
const MOST_OFFERED: usize = 20;

/// What may give a buyer away.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Warning {
    pub(crate) kind: BuyerWarningKind,
    pub(crate) used: Used,
}

async fn warned(
    connection: &impl Connection,
    purchase: Uuid,
    (identity, address): (&BTreeSet<String>, &BTreeSet<String>),
) -> Result<Vec<Warning>> {
    let marks = store::marks_of(connection, &[purchase]).await?;
    let sellers: Vec<String> = marks
        .into_iter()
        .filter(|(_, kind, _)| matches!(kind, MarkKind::Seller | MarkKind::Network))
        .map(|(.., hash)| hash)
        .collect();
    let mut found = Vec::new();
    for (mark, kind, own) in [
        (MarkKind::Identity, BuyerWarningKind::IdentityUsed, identity),
        (MarkKind::Address, BuyerWarningKind::AddressUsed, address),
    ] {
        let own: Vec<String> = own.iter().cloned().collect();
        let used = store::used(connection, purchase, (mark, &own), &sellers).await?;
        found.extend(used.map(|used| Warning { kind, used }));
    }
    Ok(found)
}

/// What would give a buyer away to the seller's network.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`.
pub(crate) async fn warnings(app: &App, viewer: &Viewer, id: Uuid, new: &NewIdentity) -> Result<Vec<Warning>> {
    let sight = PurchaseSight::of(viewer, app.now());
    let found = store::purchases_seen(app.db.read(), &sight, &[id]).await?;
    if found.is_empty() {
        return Err(ApiError::not_found());
    }
    if !viewer.has(Action::PurchaseAssign) {
        return Err(ErrorCode::Forbidden.into());
    }
    let identity = Identity::read(new)?;
    warned(app.db.read(), id, (&identity.marks(app), &identity.address(app))).await
}

/// What gives the buyer of a purchase away, by what was said.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn warnings_of(connection: &impl Connection, purchase: Uuid) -> Result<Vec<Warning>> {
    let marks = store::marks_of(connection, &[purchase]).await?;
    let of = |wanted: MarkKind| -> BTreeSet<String> {
        let own = marks.iter().filter(|(_, kind, _)| *kind == wanted);
        own.map(|(.., hash)| hash.clone()).collect()
    };
    warned(connection, purchase, (&of(MarkKind::Identity), &of(MarkKind::Address))).await
}

/// Says who buys, and as whom; again until something is ordered. What may give the buyer away has to be known.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `FOUR_EYES`, `BAD_USER_INPUT`.
pub(crate) async fn assign(
    app: &App,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    buyer: Uuid,
    (new, is_known): (&NewIdentity, bool),
) -> Result<Uuid> {
    let tx = app.begin().await?;
    let loaded = load(&tx, viewer, id).await?;
    let state = loaded.step(PurchaseStep::Assign, expected)?;
    let Loaded { mut row, standing } = loaded;
    if !standing.admits_buyer(buyer) {
        return Err(
            ApiError::because(ErrorCode::FourEyes, "Who asked for it or approved it does not buy it.").at("buyerId"),
        );
    }
    if !may_buy(app, buyer, &row).await? {
        return Err(ApiError::input(
            "buyerId",
            "Name somebody who may buy for this organisation.",
        ));
    }
    let identity = Identity::read(new)?;
    let (names, address) = (identity.marks(app), identity.address(app));
    let warnings = warned(tx.connection(), id, (&names, &address)).await?;
    if !warnings.is_empty() && !is_known {
        let text = "The identity or the address was used with this seller's network before. Say that you know.";
        return Err(ApiError::input("acknowledgeWarnings", text));
    }
    row.sealed = Some(identity.sealed(app, id)?);
    store::marks_replace(&tx, id, MarkKind::Identity, &names).await?;
    store::marks_replace(&tx, id, MarkKind::Address, &address).await?;
    row.buyer_id = Some(buyer);
    row.assigned_by = Some(viewer.person);
    row.assigned_at = Some(micros(tx.now()));
    put(&mut row, state);
    let detail = json!({ "buyer": buyer, "warnings": warnings.len() });
    let done = Done {
        mutation: "assignPurchase",
        kind: PurchaseEventKind::Assigned,
        note: None,
        detail: &detail,
    };
    finish(app, tx, viewer, row, done).await
}

/// Gives what is to be bought, or was ordered and has not come, to another buyer: who was to buy may have left. As whom it is
/// bought stays, for the parcel is on its way to that address; what may give that away has to be known.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `FOUR_EYES`, `BAD_USER_INPUT`.
pub(crate) async fn reassign(
    app: &App,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    buyer: Uuid,
    (reason, is_known): (&str, bool),
) -> Result<Uuid> {
    let tx = app.begin().await?;
    let loaded = load(&tx, viewer, id).await?;
    loaded.step(PurchaseStep::Reassign, expected)?;
    let Loaded { mut row, standing } = loaded;
    if !standing.admits_buyer(buyer) {
        let text = "Who asked for it or approved it does not buy it.";
        return Err(ApiError::because(ErrorCode::FourEyes, text).at("buyerId"));
    }
    if row.buyer_id == Some(buyer) || !may_buy(app, buyer, &row).await? {
        let text = "Name somebody else who may buy for this organisation.";
        return Err(ApiError::input("buyerId", text));
    }
    let reason = money::text("reason", reason, 1_000)?;
    let warnings = warnings_of(tx.connection(), id).await?;
    if !warnings.is_empty() && !is_known {
        let text = "The identity or the address was used with this seller's network before. Say that you know.";
        return Err(ApiError::input("acknowledgeWarnings", text));
    }
    let before = row.buyer_id.replace(buyer);
    let detail = json!({ "before": before, "buyer": buyer, "warnings": warnings.len() });
    let done = Done {
        mutation: "reassignPurchaseBuyer",
        kind: PurchaseEventKind::Reassigned,
        note: Some(reason),
        detail: &detail,
    };
    finish(app, tx, viewer, row, done).await
}

/// Whether somebody may buy for the organisation whose purchase it is: one of its own or its agent's people, or of the secretariat's.
async fn may_buy(app: &App, person: Uuid, row: &PurchaseRow) -> Result<bool> {
    let viewer = viewers::load(app, person).await?.filter(|viewer| viewer.active);
    let Some(viewer) = viewer.filter(|viewer| viewer.has(Action::PurchaseBuy)) else {
        return Ok(false);
    };
    let target = Target {
        organization: row.organization_id,
        brands: &[row.brand_id],
    };
    Ok(viewer.kind == OrganizationKind::Secretariat || viewer.may(Action::PurchaseRequest, target, app.now()))
}

/// The people who may buy and whose names have something, in the order of their names; at most 20.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`.
pub(crate) async fn buyers(app: &App, viewer: &Viewer, id: Uuid, query: &str) -> Result<Vec<Uuid>> {
    let (connection, now) = (app.db.read(), app.now());
    let rows = store::purchases_seen(connection, &PurchaseSight::of(viewer, now), &[id]).await?;
    let row = rows.first().ok_or_else(ApiError::not_found)?;
    let mut standings = super::standings(connection, viewer, &rows, now).await?;
    let standing = standings.remove(&id).ok_or_else(ApiError::not_found)?;
    if !standing.assigns && !standing.approves {
        return Err(ErrorCode::Forbidden.into());
    }
    let offices = members::active_organizations(connection, &[OrganizationKind::Secretariat]).await?;
    let homes: Vec<Uuid> = std::iter::once(row.organization_id)
        .chain(offices.into_iter().map(|office| office.id))
        .collect();
    let people = members::active_people_of(connection, &homes).await?;
    let mut ids = Vec::new();
    for person in people {
        if standing.admits_buyer(person.id) && may_buy(app, person.id, row).await? {
            ids.push(person.id);
        }
    }
    let wanted = text::fold(query.trim());
    let names = members::names_of_people(connection, &ids).await?;
    let mut named: Vec<(String, Uuid)> = names
        .into_iter()
        .map(|(id, name)| (text::fold(&name), id))
        .filter(|(name, _)| name.contains(&wanted))
        .collect();
    named.sort_unstable();
    named.truncate(MOST_OFFERED);
    Ok(named.into_iter().map(|(_, id)| id).collect())
}

/// Hands a purchase of the alliance to an active organisation that holds the brand; it sees it from then on.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn hand_over(
    app: &App,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    organization: Uuid,
    reason: &str,
) -> Result<Uuid> {
    let tx = app.begin().await?;
    let loaded = load(&tx, viewer, id).await?;
    loaded.step(PurchaseStep::HandOver, expected)?;
    let mut row = loaded.row;
    let reason = money::text("reason", reason, 1_000)?;
    let brands = rights::brands_by_ids(tx.connection(), &[row.brand_id]).await?;
    let homes = members::organizations_by_ids(tx.connection(), &[organization]).await?;
    let holds = brands.iter().any(|brand| brand.organization_id == organization);
    let is_active = homes.iter().any(|home| home.state == OrganizationState::Active);
    if !holds || !is_active {
        return Err(ApiError::input(
            "organizationId",
            "Name the active organisation that holds the brand.",
        ));
    }
    row.holder_id = Some(organization);
    let detail = json!({ "organization": organization });
    let done = Done {
        mutation: "handOverPurchase",
        kind: PurchaseEventKind::HandedOver,
        note: Some(reason),
        detail: &detail,
    };
    finish(app, tx, viewer, row, done).await
}
