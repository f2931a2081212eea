//! The worker's part: listings that wait are screened, a batch at a time.
//!
//! A turn takes so many listings for itself for a while, reads what is known at that moment, screens on a thread of its own and
//! keeps all results in one transaction. Should that process die, another one takes them after the while; what is there
//! already stays.

use std::collections::HashMap;

use jiff::SignedDuration;
use serde_json::json;
use uuid::Uuid;

use super::{
    SCREENED, WATCHED_SELLER_MET,
    knowledge::{Known, day_of, offers, shop_records},
    millionths,
    scope::code_of,
};
use crate::{
    app::App,
    outbox::{self, NewEvent},
    permissions::Principal,
    platform::{
        clock::micros,
        db::{Recorded, Tx},
        error::{ApiError, Result},
        ids::{IdKind, encode},
        text::mend_line,
    },
    rights,
    screening::{
        rules::{
            listing::Listing,
            offer::Offer,
            queue::{Mode, ScreenedState, Standing, first, kept},
            score::{Score, Signal},
            screener::Screener,
        },
        store::{self, ListingRow, ScreenedRow},
    },
};

/// How long a turn has its listings to itself.
const CLAIM: SignedDuration = SignedDuration::from_mins(5);
/// Characters of a title that the queue shows.
const LONGEST_TITLE: usize = 300;

/// Screens listings that wait, at most so many; hands back how many there were.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`; then they are screened by a later turn.
pub(crate) async fn advance(app: &App, most: u64) -> Result<usize> {
    let tx = app.begin().await?;
    let until = app.now().checked_add(CLAIM).map(micros).map_err(ApiError::internal)?;
    let listings = store::claim(&tx, until, most).await?;
    tx.commit(Recorded(())).await?;
    if listings.is_empty() {
        return Ok(0);
    }
    let (connection, now) = (app.db.read(), app.now());
    let known = Known::load(connection, now).await?;
    let engine = known.engine(day_of(now))?;
    let wanted: Vec<&ListingRow> = listings.iter().collect();
    let offers = offers(connection, &wanted).await?;
    let shops = offers.values().filter_map(|(offer, _)| offer.shop()).collect();
    let records = shop_records(connection, shops, now).await?;
    let read = |(id, (offer, _)): (&Uuid, &(Offer, Option<Uuid>))| {
        let record = offer.shop().and_then(|shop| records.get(&shop).copied());
        (*id, offer.listing(record.unwrap_or_default()))
    };
    let to_screen: Vec<(Uuid, Listing)> = offers.iter().map(read).collect();
    let screening = tokio::task::spawn_blocking(move || {
        let mut screener = Screener::new(&engine);
        let screened = to_screen.iter().map(|(id, listing)| (*id, screener.screen(listing)));
        screened.collect::<HashMap<Uuid, Vec<Score>>>()
    });
    let mut scores = screening.await.map_err(ApiError::internal)?;
    let mut rows = Vec::new();
    for listing in &listings {
        let Some((offer, brand)) = offers.get(&listing.id) else {
            continue;
        };
        for score in scores.remove(&listing.id).unwrap_or_default() {
            rows.extend(row(app, &known, (listing, offer, *brand), &score).await?);
        }
    }
    keep(app, &known, &listings, rows).await?;
    Ok(listings.len())
}

/// What is kept of a listing and a brand; nothing of a brand that is not known any more.
async fn row(
    app: &App,
    known: &Known,
    (listing, offer, of_lead): (&ListingRow, &Offer, Option<Uuid>),
    score: &Score,
) -> Result<Option<ScreenedRow>> {
    let Some((brand, _)) = known.owners.get(&score.brand).copied() else {
        return Ok(None);
    };
    // A lead of somebody's is about the brand it is about: what else it names is not brought to anybody by this way.
    if listing.lead_id.is_some() && of_lead != Some(brand) {
        return Ok(None);
    }
    let mut disposition = kept(score.disposition);
    let mut state = first(score.disposition, mode(known, &score.brand));
    if score.disposition.is_suspect() && is_authorized(app, brand, offer).await? {
        disposition = Standing::Authorized;
        state = ScreenedState::Guarded;
    }
    // What came in as a lead is one already, however likely it is.
    if listing.lead_id.is_some() {
        state = ScreenedState::Known;
    }
    let relisted = score.of(Signal::Relisted).next().map(|finding| finding.words.clone());
    let now = app.now();
    Ok(Some(ScreenedRow {
        id: app.ids.id(now),
        listing_id: listing.id,
        brand_id: brand,
        title: mend_line(&offer.title, LONGEST_TITLE),
        model: known.model_of(&score.brand),
        release_number: known.release_of(&score.brand),
        score: millionths(score.probability),
        threshold: millionths(known.threshold_of(&score.brand)),
        disposition: <&str>::from(disposition).to_owned(),
        findings: serde_json::to_string(&score.findings).map_err(ApiError::internal)?,
        infringements: serde_json::to_string(&score.infringements).map_err(ApiError::internal)?,
        relisted_of: relisted,
        watched: score.of(Signal::WatchedSeller).next().is_some(),
        state: <&str>::from(state).to_owned(),
        lead_id: listing.lead_id,
        dismissal: None,
        note: None,
        judged_by: None,
        judged_at: None,
        claimed_until: micros(now),
        version: 1,
        created_at: micros(now),
    }))
}

/// What becomes of what is likely enough. Where nobody has released anything for the alliance, nobody is there to bring
/// listings to brands: then they wait.
fn mode(known: &Known, brand: &str) -> Mode {
    match known.mode_of(brand) {
        Mode::Lead if known.keeper.is_none() => Mode::Review,
        mode @ (Mode::Lead | Mode::Review | Mode::Off) => mode,
    }
}

/// Whether the brand stands by the seller, also where it is known by its name alone.
async fn is_authorized(app: &App, brand: Uuid, offer: &Offer) -> Result<bool> {
    let (platform, shop) = (offer.platform.as_deref(), offer.shop_id.as_deref());
    let seller = offer.seller.as_deref();
    let found = rights::authorized_matches(app.db.read(), brand, platform, shop, seller, app.now()).await?;
    Ok(!found.is_empty())
}

/// Keeps everything of a turn, and tells of what waits.
async fn keep(app: &App, known: &Known, listings: &[ListingRow], rows: Vec<ScreenedRow>) -> Result<()> {
    let tx = app.begin().await?;
    let ids: Vec<Uuid> = listings.iter().map(|listing| listing.id).collect();
    let left = store::finish(&tx, &ids).await?;
    // Another worker was here first, because this one took too long.
    if usize::try_from(left).unwrap_or_default() != ids.len() {
        return Ok(());
    }
    store::screened_insert(&tx, rows.clone()).await?;
    let waits = <&str>::from(ScreenedState::Queued);
    for row in rows.iter().filter(|row| row.watched || row.state == waits) {
        let owner = known.owners.get(&code_of(Some(row.brand_id))).map(|(_, owner)| *owner);
        tell(app, &tx, row, owner).await?;
        if row.watched {
            publish(app, &tx, row, (WATCHED_SELLER_MET, owner)).await?;
        }
    }
    tx.commit(Recorded(())).await
}

/// Tells those who see a brand's listings that something became of one.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn tell(app: &App, tx: &Tx, row: &ScreenedRow, owner: Option<Uuid>) -> Result<()> {
    publish(app, tx, row, (SCREENED, owner)).await
}

async fn publish(app: &App, tx: &Tx, row: &ScreenedRow, (kind, owner): (&'static str, Option<Uuid>)) -> Result<()> {
    let mut principals = vec![Principal::Desk];
    if let Some(owner) = owner {
        principals.push(Principal::Own(owner, None));
        principals.push(Principal::Own(owner, Some(row.brand_id)));
        principals.push(Principal::Client(owner, None));
        principals.push(Principal::Client(owner, Some(row.brand_id)));
    }
    let event = NewEvent {
        kind,
        root: row.id,
        object: row.id,
        principals: principals.iter().map(ToString::to_string).collect(),
        payload: json!({ "screenedListing": encode(IdKind::ScreenedListing, row.id) }),
    };
    outbox::publish(tx, app.ids.as_ref(), event).await
}
