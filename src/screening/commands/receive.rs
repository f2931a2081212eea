//! Listings come in to be screened: by a call of their own, or as what ingest makes leads of.

use serde_json::json;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    imports::rules::Refusal,
    ingest::rules::NewListing,
    leads::listing_url,
    permissions::{Action, Target, Viewer},
    platform::{
        clock::micros,
        db::Tx,
        error::{ApiError, ErrorCode, Result},
        text::{mend_line, mend_text},
    },
    screening::{
        rules::offer::{MOST_PICTURES, Offer},
        store::{self, ListingRow},
    },
};

/// Most listings of a call.
const MOST_LISTINGS: usize = 1_000;
/// Characters of an address.
const LONGEST_ADDRESS: usize = 2_048;
/// Characters of a description that are kept.
const LONGEST_TEXT: usize = 5_000;

/// A listing that is to be screened: what it says, and the addresses of its pictures.
#[derive(Debug, Clone)]
pub(crate) struct NewOffer {
    pub(crate) listing: NewListing,
    pub(crate) pictures: Vec<String>,
}

/// What became of a listing of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Received {
    /// It waits to be screened.
    Waits,
    /// The organisation handed in the same before.
    AlreadyThere,
    /// It cannot be read.
    Refused(String),
}

/// Takes in listings to be screened, whichever brands they name; each by itself, in their order. Sent again, nothing is
/// screened twice.
///
/// # Errors
/// `LIMIT_EXCEEDED` for more than 1,000; `BAD_USER_INPUT` for none; `FORBIDDEN` for who may not write leads for the own
/// organisation, and for trials.
pub(crate) async fn screen_listings(app: &App, viewer: &Viewer, offers: Vec<NewOffer>) -> Result<Vec<Received>> {
    let target = Target {
        organization: viewer.organization,
        brands: &[],
    };
    if !viewer.active || viewer.sandbox().is_some() || !writes_leads(viewer, target, app) {
        return Err(ErrorCode::Forbidden.into());
    }
    if offers.len() > MOST_LISTINGS {
        return Err(ApiError::because(
            ErrorCode::LimitExceeded,
            format!("A call takes at most {MOST_LISTINGS} listings."),
        ));
    }
    if offers.is_empty() {
        return Err(ApiError::input("listings", "Give at least one listing."));
    }
    let tx = app.begin().await?;
    let mut results = Vec::with_capacity(offers.len());
    for new in offers {
        results.push(match read(&new) {
            Ok(offer) => keep(app, &tx, viewer, &offer).await?,
            Err(refusal) => Received::Refused(refusal.text),
        });
    }
    let count = |wanted: fn(&Received) -> bool| results.iter().filter(|result| wanted(result)).count();
    let detail = json!({
        "received": count(|result| *result == Received::Waits),
        "alreadyThere": count(|result| *result == Received::AlreadyThere),
        "refused": count(|result| matches!(result, Received::Refused(_))),
    });
    let act = Act {
        category: Category::Content,
        action: "screenListings",
        object: None,
        root: None,
        detail: &detail,
    };
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(results)
}

/// Within the own organisation, whatever the brand: which brand it is about only screening finds out.
fn writes_leads(viewer: &Viewer, target: Target<'_>, app: &App) -> bool {
    viewer.may(Action::LeadCreate, target, app.now())
}

/// The offer that a listing is. Which brand it is about does not matter yet.
fn read(new: &NewOffer) -> Result<Offer, Refusal> {
    let candidate = new.listing.read(Uuid::nil())?;
    let item = candidate.lead.items.into_iter().next();
    let item = item.ok_or_else(|| refused("the listing says nothing"))?;
    let is_address = |address: &String| {
        let length = address.chars().count();
        let is_web = address.starts_with("https://") || address.starts_with("http://");
        is_web && length <= LONGEST_ADDRESS && !address.chars().any(char::is_control)
    };
    if new.pictures.len() > MOST_PICTURES || !new.pictures.iter().all(is_address) {
        return Err(refused("a listing has at most 8 pictures, each with a web address"));
    }
    let canonical = item.url.as_deref().and_then(|url| listing_url::canonicalize(url).ok());
    let (platform, listing_id) = match (item.known, canonical) {
        (Some((platform, id)), _) => (Some(platform), Some(id)),
        (None, Some(listing)) => (Some(listing.platform), listing.id),
        (None, None) => (None, None),
    };
    Ok(Offer {
        external_id: candidate.external_id,
        url: item.url,
        platform,
        listing_id,
        title: item.title,
        text: candidate.lead.summary.map(|text| mend_text(&text, LONGEST_TEXT)),
        seller: shown(item.seller),
        shop_id: shown(item.shop_id),
        price_minor: item.price.as_ref().map(|price| price.minor),
        currency: item.price.map(|price| price.currency),
        captured_at: item.captured_at,
        pictures: new.pictures.clone(),
    })
}

/// A name that a machine collected, made fit to be kept.
fn shown(name: Option<String>) -> Option<String> {
    name.map(|name| mend_line(&name, 200)).filter(|name| !name.is_empty())
}

fn refused(text: &str) -> Refusal {
    Refusal {
        reason: crate::imports::rules::Reason::UnreadableValue,
        text: text.to_owned(),
    }
}

async fn keep(app: &App, tx: &Tx, viewer: &Viewer, offer: &Offer) -> Result<Received> {
    // When somebody looked at it, and what it is called there, make no other listing of it.
    let same = Offer {
        external_id: None,
        captured_at: None,
        ..offer.clone()
    };
    let same = serde_json::to_vec(&same).map_err(ApiError::internal)?;
    let row = ListingRow {
        id: app.ids.id(tx.now()),
        organization_id: viewer.organization,
        account_id: viewer.person,
        key: format!("{:x}", Sha256::digest(&same)),
        lead_id: None,
        content: Some(serde_json::to_string(offer).map_err(ApiError::internal)?),
        platform: offer.platform.clone(),
        shop_id: offer.shop_id.clone(),
        state: String::new(),
        claimed_until: 0,
        received_at: micros(tx.now()),
        screened_at: None,
    };
    Ok(match store::enqueue_listing(tx, row).await? {
        true => Received::Waits,
        false => Received::AlreadyThere,
    })
}

/// Leads that ingest made of listings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ingested<'a> {
    /// Whose leads they are.
    pub(crate) organization: Uuid,
    /// Who handed them in.
    pub(crate) account: Uuid,
    /// The leads.
    pub(crate) leads: &'a [Uuid],
}

/// Lets the listings that leads were made of wait to be screened, in the transaction that notes them.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn enqueue_ingested(app: &App, tx: &Tx, ingested: Ingested<'_>) -> Result<()> {
    for lead in ingested.leads {
        let by = (ingested.organization, ingested.account);
        store::enqueue_lead(tx, app.ids.id(tx.now()), by, *lead).await?;
    }
    Ok(())
}
