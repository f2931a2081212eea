//! Asking for a test purchase.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{clash, commit, news};
use crate::{
    actions,
    app::App,
    funds::{
        self, Allocation, ProgramRow,
        rules::{self as money, ProgramState, Spent},
    },
    leads::{self, ToBuy},
    members,
    permissions::{Action, Scope, Target, Viewer, viewer::OrganizationKind},
    platform::{
        clock::micros,
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids,
    },
    purchases::{
        rules::{
            self, Bounds, Initiator, MOST_QUANTITY, MarkKind, PurchaseEventKind, PurchaseState, Purpose, total,
            within_choice,
        },
        store::{self, PurchaseRow},
    },
    subjects::{self, NewIdentifier, rules::identifier::IdentifierKind},
};

/// A test purchase to be.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewRequest {
    pub(crate) item: Uuid,
    pub(crate) delivery: Option<Uuid>,
    pub(crate) quantity: i32,
    pub(crate) reason: String,
    pub(crate) max_unit_price: String,
    pub(crate) expected_shipping: Option<String>,
    pub(crate) expected_fees: Option<String>,
    pub(crate) allocation: Uuid,
    pub(crate) purpose: Purpose,
    pub(crate) notarised: bool,
    pub(crate) seller_subject: Option<Uuid>,
    pub(crate) seller: Option<String>,
}

/// Asks for a test purchase. As long as nobody decides it, funds show what it asks for.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `BAD_USER_INPUT`, `TLP_CEILING`, `TRANSITION_NOT_ALLOWED` where the lead is not open,
/// `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn request(app: &App, viewer: &Viewer, key: &str, new: NewRequest) -> Result<Uuid> {
    let tx = app.begin().await?;
    if !viewer.has(Action::PurchaseRequest) {
        return Err(ErrorCode::Forbidden.into());
    }
    // Before anything is locked, lest two wait for each other: it is compared with actions.
    clash::take_turn(&tx).await?;
    let bought = leads::to_buy(&tx, viewer, new.item, new.delivery).await?;
    let claim = match claim(&tx, viewer.person, "requestPurchase", key, &new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => return ids.first().copied().ok_or_else(ApiError::not_found),
    };
    let allocation = funds::allocation(tx.connection(), new.allocation).await?;
    let allocation = allocation.ok_or_else(ApiError::not_found)?;
    let brand = may_request(&tx, viewer, &bought, &allocation).await?;
    must_be_buyable(&tx, &bought, &new, allocation.organization).await?;
    let subject = must_be_of_lead(&tx, viewer, &bought, new.seller_subject).await?;
    let mut row = row(app, viewer, &tx, (&new, &bought, &allocation, brand))?;
    row.initiator = initiator(&tx, &allocation).await?.code().to_owned();
    let sellers = sellers(app, &tx, subject, &bought, row.seller.as_deref()).await?;
    row.approvals_needed = within_program(&tx, &row, &sellers.0).await?;
    store::purchase_insert(&tx, row.clone()).await?;
    store::marks_put(&tx, row.id, MarkKind::Seller, &sellers.0).await?;
    store::marks_put(&tx, row.id, MarkKind::Network, &sellers.1).await?;
    let places = places(app, &tx, subject, &sellers.0).await?;
    store::marks_put(&tx, row.id, MarkKind::Place, &places).await?;
    funds::demand(&tx, row.allocation_id, row.id, row.amount_minor).await?;
    claim.keep(&tx, &[row.id]).await?;
    let (kind, by) = (PurchaseEventKind::Requested, Some(viewer.person));
    store::event_insert(&tx, app.ids.id(tx.now()), row.id, kind, (by, None)).await?;
    news::publish(app, &tx, &row, kind, by).await?;
    clash::compare(app, &tx, &row).await?;
    let detail = json!({ "quantity": row.quantity, "minor": row.amount_minor, "program": row.program_id });
    commit(app, tx, viewer, &row, "requestPurchase", &detail).await
}

/// Whether the money is of an organisation for which the viewer asks, for an item that concerns it; gives the brand.
async fn may_request(tx: &Tx, viewer: &Viewer, bought: &ToBuy, allocation: &Allocation) -> Result<Uuid> {
    let brand = bought
        .brand
        .ok_or_else(|| ApiError::input("itemId", "The item names no brand."))?;
    let target = Target {
        organization: allocation.organization,
        brands: &[brand],
    };
    // Whose money it is not is not known.
    if !viewer.may(Action::PurchaseRequest, target, tx.now()) {
        return Err(ApiError::not_found());
    }
    let is_desk = viewer.is_at_desk() && viewer.organization == allocation.organization;
    let concerned = match bought.asked {
        Some((recipient, _)) => recipient == allocation.organization,
        None => is_desk || bought.owner == allocation.organization,
    };
    match concerned {
        true => Ok(brand),
        false => Err(ErrorCode::Forbidden.into()),
    }
}

/// Whether the lead lets it be bought, and the answer asks for so many.
async fn must_be_buyable(tx: &Tx, bought: &ToBuy, new: &NewRequest, organization: Uuid) -> Result<()> {
    if !(1..=MOST_QUANTITY).contains(&new.quantity) {
        let text = format!("Ask for 1 to {MOST_QUANTITY}.");
        return Err(ApiError::input("quantity", text));
    }
    if bought.named_only {
        return Err(ErrorCode::TlpCeiling.into());
    }
    if !bought.is_open {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    let is_owners = bought.asked.is_none() && bought.owner == organization;
    if !is_owners && !bought.is_permitted {
        return Err(ApiError::input(
            "itemId",
            "The lead's owner does not permit test purchases.",
        ));
    }
    let (Some((_, chosen)), Some(delivery)) = (bought.asked, new.delivery) else {
        return Ok(());
    };
    let chosen = chosen.ok_or_else(|| ApiError::input("deliveryId", "Its answer asks for no test purchases."))?;
    let before = store::asked_of_delivery(tx.connection(), delivery).await?;
    within_choice(new.quantity, before, chosen)
}

async fn must_be_of_lead(tx: &Tx, viewer: &Viewer, bought: &ToBuy, subject: Option<Uuid>) -> Result<Option<Uuid>> {
    let Some(id) = subject else { return Ok(None) };
    let lead = subjects::lead_of(tx.connection(), id).await?;
    match lead == Some(bought.lead) && leads::sees_subject(tx, viewer, id).await? {
        true => Ok(Some(id)),
        false => Err(ApiError::input("sellerSubjectId", "The lead has no such subject.")),
    }
}

async fn initiator(tx: &Tx, allocation: &Allocation) -> Result<Initiator> {
    let found = members::organizations_by_ids(tx.connection(), &[allocation.organization]).await?;
    let is_secretariat = found.iter().any(|row| row.kind == OrganizationKind::Secretariat);
    Ok(match is_secretariat {
        true => Initiator::Alliance,
        false => Initiator::Member,
    })
}

fn row(
    app: &App,
    viewer: &Viewer,
    tx: &Tx,
    (new, bought, allocation, brand): (&NewRequest, &ToBuy, &Allocation, Uuid),
) -> Result<PurchaseRow> {
    if allocation.closed {
        return Err(ApiError::input("allocationId", "Nothing can be held of it any more."));
    }
    let currency = allocation.currency.clone();
    let unit = money::amount("maxUnitPrice", &new.max_unit_price, &currency)?;
    let shipping = rules::fees("expectedShipping", new.expected_shipping.as_deref(), &currency)?;
    let fees = rules::fees("expectedFees", new.expected_fees.as_deref(), &currency)?;
    let seller = new.seller.as_deref().filter(|seller| !seller.trim().is_empty());
    let seller = seller.map(|seller| money::line("seller", seller, 200)).transpose()?;
    let year = tx.now().to_zoned(jiff::tz::TimeZone::UTC).year() % 100;
    Ok(PurchaseRow {
        id: app.ids.id(tx.now()),
        reference: ids::reference("PU", year, app.ids.secret()),
        state: PurchaseState::Requested.code().to_owned(),
        initiator: String::new(),
        organization_id: allocation.organization,
        holder_id: None,
        program_id: allocation.program,
        allocation_id: allocation.id,
        brand_id: brand,
        lead_id: bought.lead,
        item_id: new.item,
        delivery_id: new.delivery,
        title: bought.title.clone(),
        listing_url: bought.url.clone(),
        seller: seller.or_else(|| bought.seller.clone()),
        subject_id: new.seller_subject,
        quantity: new.quantity,
        approved_quantity: None,
        reason: money::text("reason", &new.reason, 2_000)?,
        purpose: new.purpose.code().to_owned(),
        notarised: new.notarised,
        currency,
        unit_minor: unit,
        shipping_minor: shipping,
        fees_minor: fees,
        amount_minor: total(unit, new.quantity, shipping, fees)?,
        approved_minor: None,
        approvals_needed: 1,
        requested_by: viewer.person,
        requested_at: micros(tx.now()),
        decided_at: None,
        decision_reason: None,
        hold_id: None,
        hold_expires_at: None,
        buyer_id: None,
        assigned_by: None,
        assigned_at: None,
        sealed: None,
        order_number: None,
        ordered_at: None,
        carrier: None,
        parcel_number: None,
        shipped_at: None,
        received_at: None,
        refund_minor: None,
        refund_due_on: None,
        refund_opened_at: None,
        refund_settled_at: None,
        refund_waived: None,
        hold_reminded_at: None,
        refund_reminded_at: None,
        closed_at: None,
        version: 1,
    })
}

/// Keyed hashes of what the seller is known by, and of what it hangs together with.
async fn sellers(
    app: &App,
    tx: &Tx,
    subject: Option<Uuid>,
    bought: &ToBuy,
    seller: Option<&str>,
) -> Result<(BTreeSet<String>, BTreeSet<String>)> {
    let mut own = BTreeSet::new();
    if let Some((platform, shop)) = &bought.shop {
        let identifier = NewIdentifier {
            kind: IdentifierKind::Shop,
            value: shop.clone(),
            country: None,
            platform: Some(platform.clone()),
            bank: None,
            division: None,
            postcode: None,
        };
        // What is no shop's id ties nobody.
        own.extend(subjects::tie_of(app, &identifier, "itemId").ok().flatten());
    }
    if let Some(seller) = seller {
        own.insert(clash::hashed(app, "seller", seller));
    }
    let (known, around) = subjects::marks_around(tx.connection(), subject, &own).await?;
    own.extend(known);
    Ok((own, around))
}

/// Keyed hashes of where the seller is, and of where that is with which it hangs together.
async fn places(app: &App, tx: &Tx, subject: Option<Uuid>, known: &BTreeSet<String>) -> Result<BTreeSet<String>> {
    let found = subjects::places_around(tx.connection(), subject, known).await?;
    let hash = |(country, address): &(String, String)| actions::place_hash(app, country, address);
    Ok(found.iter().map(hash).collect())
}

/// Whether the programme takes the purchase in, and how many people have to approve it; one where it is of none.
async fn within_program(tx: &Tx, row: &PurchaseRow, sellers: &BTreeSet<String>) -> Result<i32> {
    let Some(program) = open_program(tx, row).await? else {
        return Ok(1);
    };
    let sellers: Vec<String> = sellers.iter().cloned().collect();
    bounds(tx, row, &program, &sellers)
        .await?
        .hold("maxUnitPrice", row.amount_minor)?;
    Ok(needed(&program, row.amount_minor))
}

/// How many people approve so many minor units in a programme.
pub(super) fn needed(program: &ProgramRow, minor: i64) -> i32 {
    if funds::needs_two(program, minor) { 2 } else { 1 }
}

/// The programme of a purchase, locked lest two at once break its caps: it runs, and the organisation may take part.
///
/// # Errors
/// `BAD_USER_INPUT` at `allocationId`.
pub(super) async fn open_program(tx: &Tx, row: &PurchaseRow) -> Result<Option<ProgramRow>> {
    let Some(id) = row.program_id else { return Ok(None) };
    let program = funds::program_locked(tx, id).await?;
    if funds::program_state(&program, tx.now())? != ProgramState::Active {
        return Err(ApiError::input("allocationId", "The programme does not run now."));
    }
    match funds::is_eligible(tx.connection(), id, row.organization_id).await? {
        true => Ok(Some(program)),
        false => Err(ApiError::input(
            "allocationId",
            "The organisation takes no part in the programme.",
        )),
    }
}

/// The caps of a programme, and what counts towards them beside a purchase.
pub(super) async fn bounds(tx: &Tx, row: &PurchaseRow, program: &ProgramRow, sellers: &[String]) -> Result<Bounds> {
    let caps = funds::caps_of(program);
    let connection = tx.connection();
    let since = caps.per_period.map_or(i64::MAX, |(_, days)| {
        micros(tx.now()).saturating_sub(i64::from(days).saturating_mul(86_400_000_000))
    });
    let spent = store::spent_by(connection, (program.id, row.organization_id), row.id, since).await?;
    Ok(Bounds {
        caps,
        spent: Spent {
            by_member: spent.0,
            in_period: spent.1,
            at_seller: store::spent_at(connection, program.id, (row.id, sellers)).await?,
        },
    })
}

/// Money out of which somebody may ask for test purchases.
#[derive(Debug, Clone)]
pub(crate) struct Funding {
    pub(crate) allocation: Allocation,
}

/// The open allocations of the organisations for which the viewer asks.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn funding(app: &App, viewer: &Viewer) -> Result<Vec<Funding>> {
    let action = Action::PurchaseRequest;
    let is_own = viewer
        .scopes(action)
        .any(|scope| matches!(scope, Scope::Own | Scope::Brand));
    let principals = viewer.represented(action, app.now()).into_iter().map(|(of, _)| of);
    let organizations: BTreeSet<Uuid> = is_own
        .then_some(viewer.organization)
        .into_iter()
        .chain(principals)
        .collect();
    let mut found = Vec::new();
    for organization in organizations {
        let open = funds::allocations_of(app, organization).await?;
        let open = open.into_iter().filter(|allocation| !allocation.closed);
        found.extend(open.map(|allocation| Funding { allocation }));
    }
    Ok(found)
}
