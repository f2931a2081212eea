//! What was confirmed, or is pushed by itself, becomes a lead: one that is there already, or a new one.
//!
//! A lead is made in the name of who confirmed it, or of who released what holds for the alliance; rights are asked again at
//! every one. The desk's leads are graded and brought to the brand's owner with a deadline; a brand's own are its own. What
//! no lead can be made of as things stand goes back into the queue.

use jiff::SignedDuration;
use uuid::Uuid;

use super::{
    knowledge::{day_of, may_act_for, offers},
    scope::code_of,
    screen::tell,
    share_of,
};
use crate::{
    app::App,
    imports::rules::ParsedItem,
    ingest::rules::{Candidate, NewListing, Price},
    leads::{
        self, NewItem, NewLead,
        imported::{self, Offer as SameOffer},
        rules::{Channel, HandlingPolicy, InfringementType},
    },
    members,
    permissions::{
        Viewer,
        audience::{HandlingCode, Tlp},
        viewer::OrganizationKind,
    },
    platform::{
        clock::{micros, timestamp},
        db::{Recorded, code, json},
        error::{ApiError, ErrorCode, Result},
        money::Money,
        text::{mend_line, mend_text},
    },
    screening::{
        rules::{
            offer::Offer,
            queue::{ScreenedState, Step, next},
            score::Finding,
            telling::{Found, summary},
        },
        store::{self, ScreenedRow},
    },
};

/// How long a turn has what is to become a lead to itself.
const CLAIM: SignedDuration = SignedDuration::from_mins(2);

/// Makes leads of what is to become one, at most so many; hands back how many there were.
///
/// # Errors
/// The first `INTERNAL` or `UNAVAILABLE`; the others went on, and this one is tried again.
pub(crate) async fn become_leads(app: &App, most: u64) -> Result<usize> {
    let tx = app.begin().await?;
    let until = app.now().checked_add(CLAIM).map(micros).map_err(ApiError::internal)?;
    let rows = store::claim_becoming(&tx, until, most).await?;
    tx.commit(Recorded(())).await?;
    let (count, mut failed) = (rows.len(), None);
    for row in rows {
        if let Err(error) = Box::pin(become_lead(app, row)).await {
            failed = failed.or(Some(error));
        }
    }
    failed.map_or(Ok(count), Err)
}

/// Makes a lead of a row that is to become one, or finds the one that has it; the row as it is then.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`; `STALE_VERSION` where somebody else was faster.
pub(super) async fn become_lead(app: &App, row: ScreenedRow) -> Result<ScreenedRow> {
    let (connection, now) = (app.db.read(), app.now());
    let brand = store::brand_of(connection, row.brand_id).await?;
    let (Some((owner, _)), Some(keeper)) = (brand, keeper(app, &row).await?) else {
        return give_back(app, row, None).await;
    };
    // An expired or invalid right blocks new acts (I34), also those that were decided before it ended.
    if !may_act_for(connection, row.brand_id, day_of(now)).await? {
        return give_back(app, row, Some(owner)).await;
    }
    let listing = store::listings_of(connection, &[row.listing_id])
        .await?
        .remove(&row.listing_id);
    let listing = listing.ok_or_else(|| ApiError::internal("a screened listing without its listing"))?;
    let offer = offers(connection, &[&listing]).await?.remove(&listing.id);
    let Some((offer, _)) = offer else {
        return give_back(app, row, Some(owner)).await;
    };
    let Ok(candidate) = as_ingest_reads(&offer).read(row.brand_id) else {
        return give_back(app, row, Some(owner)).await;
    };
    let keeps_for = if keeper.kind == OrganizationKind::Secretariat {
        keeper.organization
    } else {
        owner
    };
    if let Some(lead) = there_already(app, &keeper, keeps_for, &candidate, row.brand_id).await? {
        let after = next(code(&row.state)?, Step::Find).ok_or(ErrorCode::TransitionNotAllowed)?;
        return attach(app, row, lead, after).await;
    }
    match Box::pin(make(app, &keeper, (keeps_for, owner), &row, candidate)).await {
        Ok(lead) => {
            let state = code(&row.state)?;
            attach(app, row, lead, state).await
        }
        Err(error) if error.code.is_refusal() || error.code == ErrorCode::Forbidden => {
            give_back(app, row, Some(owner)).await
        }
        Err(error) => Err(error),
    }
}

/// In whose name the lead is made.
async fn keeper(app: &App, row: &ScreenedRow) -> Result<Option<Viewer>> {
    let person = match code::<ScreenedState>(&row.state)? {
        ScreenedState::Confirmed => row.judged_by,
        ScreenedState::Pushed => store::release_last(app.db.read(), &code_of(None))
            .await?
            .map(|row| row.released_by),
        ScreenedState::Clear
        | ScreenedState::Guarded
        | ScreenedState::Queued
        | ScreenedState::Skipped
        | ScreenedState::Dismissed
        | ScreenedState::Known => None,
    };
    match person {
        Some(person) => Ok(members::viewer(app.db.read(), person)
            .await?
            .filter(|viewer| viewer.active)),
        None => Ok(None),
    }
}

/// The offer as ingest reads listings, so that both know the same listing by the same hash.
fn as_ingest_reads(offer: &Offer) -> NewListing {
    let price = offer.price_minor.zip(offer.currency.clone()).map(|(minor, currency)| {
        let money = Money { minor, currency };
        Price {
            amount: money.amount(),
            currency: money.currency,
        }
    });
    NewListing {
        external_id: offer.external_id.clone(),
        url: offer.url.clone(),
        platform: offer.platform.clone(),
        listing_id: offer.listing_id.clone(),
        title: offer.title.clone(),
        seller: offer.seller.clone(),
        shop_id: offer.shop_id.clone(),
        price,
        captured_at: offer.captured_at.map(timestamp),
        ..NewListing::default()
    }
}

/// A lead that has the listing about the same brand: of the same organisation by its hash, else one that the keeper sees.
async fn there_already(
    app: &App,
    keeper: &Viewer,
    owner: Uuid,
    candidate: &Candidate,
    brand: Uuid,
) -> Result<Option<Uuid>> {
    let hash = candidate.lead.hash.as_str();
    let found = imported::of_hashes(app.db.read(), owner, &[hash]).await?;
    if let Some(lead) = found.get(hash) {
        return Ok(Some(*lead));
    }
    let offers: Vec<(SameOffer, Uuid)> = candidate.lead.items.iter().map(|item| (same(item), brand)).collect();
    let found = imported::same_listings(app, keeper, &offers).await?;
    Ok(found.into_iter().flatten().next().map(|same| same.lead))
}

fn same(item: &ParsedItem) -> SameOffer {
    SameOffer {
        url: item.url.clone(),
        known: item.known.clone(),
    }
}

async fn make(
    app: &App,
    keeper: &Viewer,
    (keeps_for, holder): (Uuid, Uuid),
    row: &ScreenedRow,
    candidate: Candidate,
) -> Result<Uuid> {
    let new = new_lead(keeper, keeps_for, row, candidate)?;
    let (lead, _) = leads::create_once(app, keeper, new).await?;
    let to = (keeps_for != holder).then_some(holder);
    match leads::push_found(app, keeper, lead.id, to).await {
        // It is made; what stands in its way from here on is the desk's to judge, and who was faster was.
        Err(error) if error.code.is_refusal() => {
            tracing::info!(
                code = error.code.as_str(),
                "a lead that screening found waits for the desk"
            );
        }
        other => other?,
    }
    Ok(lead.id)
}

fn new_lead(keeper: &Viewer, keeps_for: Uuid, row: &ScreenedRow, candidate: Candidate) -> Result<NewLead> {
    let findings: Vec<Finding> = json(&row.findings)?;
    let mut types: Vec<InfringementType> = json(&row.infringements)?;
    if row.relisted_of.is_some() {
        types.push(InfringementType::RepeatInfringement);
    }
    if types.is_empty() {
        types.push(InfringementType::Counterfeit);
    }
    let text = summary(&Found {
        model: &row.model,
        score: share_of(row.score),
        threshold: share_of(row.threshold),
        findings: &findings,
        relisted_of: row.relisted_of.as_deref(),
    });
    let hash = candidate.lead.hash;
    let item = |item: ParsedItem| NewItem {
        brand: Some(row.brand_id),
        title: item.title,
        url: item.url,
        known: item.known,
        seller: item.seller.map(|seller| mend_line(&seller, 200)),
        shop_id: item.shop_id.map(|shop| mend_line(&shop, 200)),
        price: item.price,
        captured_at: item.captured_at,
    };
    Ok(NewLead {
        idempotency_key: format!("screened:{}", row.id.simple()),
        title: candidate.lead.title,
        summary: Some(mend_text(&text, 5_000)),
        tlp: Tlp::Amber.into(),
        handling_code: HandlingCode::H0.into(),
        handling: HandlingPolicy::default(),
        source: None,
        channel: Channel::Online,
        infringement_types: types,
        country: None,
        division_code: None,
        estimated_value: None,
        priority: None,
        items: candidate.lead.items.into_iter().map(item).collect(),
        on_behalf_of: Some(keeps_for).filter(|owner| *owner != keeper.organization),
        sanitized_from: None,
        imported_as: Some(hash),
        found: true,
    })
}

/// Says which lead it is.
async fn attach(app: &App, mut row: ScreenedRow, lead: Uuid, state: ScreenedState) -> Result<ScreenedRow> {
    let tx = app.begin().await?;
    <&str>::from(state).clone_into(&mut row.state);
    row.lead_id = Some(lead);
    let row = store::screened_save(&tx, row).await?;
    let owner = store::brand_of(tx.connection(), row.brand_id)
        .await?
        .map(|(owner, _)| owner);
    tell(app, &tx, &row, owner).await?;
    tx.commit(Recorded(())).await?;
    Ok(row)
}

/// Lets it wait for somebody to look at it again.
async fn give_back(app: &App, mut row: ScreenedRow, owner: Option<Uuid>) -> Result<ScreenedRow> {
    let tx = app.begin().await?;
    let after = next(code(&row.state)?, Step::Return).ok_or(ErrorCode::TransitionNotAllowed)?;
    <&str>::from(after).clone_into(&mut row.state);
    row.judged_by = None;
    row.judged_at = None;
    let row = store::screened_save(&tx, row).await?;
    tell(app, &tx, &row, owner).await?;
    tx.commit(Recorded(())).await?;
    Ok(row)
}
