//! What imports ask of leads: whether something is there already, and who else has the same listing.

use std::collections::HashMap;

use uuid::Uuid;

use super::{
    commands,
    rules::LeadState,
    store::{self, ListingKey},
};
use crate::{
    app::App,
    audience::Sight,
    permissions::{Action, Viewer},
    platform::{
        db::Connection,
        error::{ErrorCode, Result},
    },
};

pub(crate) use commands::rehearse;

/// Most leads that are told of one listing.
const MOST_SAME: usize = 20;

/// A lead that an earlier import made, as far as the viewer sees it.
#[derive(Debug, Clone)]
pub(crate) struct Imported {
    /// What people call it.
    pub(crate) reference: String,
    /// Whether it still waits to be handed in.
    pub(crate) is_draft: bool,
    /// To hand it in.
    pub(crate) version: i32,
    /// Who wrote it.
    pub(crate) created_by: Uuid,
    /// When, microseconds.
    pub(crate) created_at: i64,
}

/// The leads that contents with these hashes became in an organisation.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn of_hashes(
    connection: &impl Connection,
    organization: Uuid,
    hashes: &[&str],
) -> Result<HashMap<String, Uuid>> {
    store::imports_find(connection, organization, hashes).await
}

/// A lead that an import made; `None` where the viewer does not see it any more.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn seen(app: &App, viewer: &Viewer, lead: Uuid) -> Result<Option<Imported>> {
    let sight = Sight::of(viewer, Action::LeadRead, app.now());
    match store::lead_find(app.db.read(), &sight, lead).await {
        Ok(row) => Ok(Some(Imported {
            is_draft: row.state == <&str>::from(LeadState::Draft),
            reference: row.reference,
            version: row.version,
            created_by: row.created_by,
            created_at: row.created_at,
        })),
        Err(error) if error.code == ErrorCode::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// References of other leads with a listing of this one, as far as the viewer sees them; at most 20.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn duplicates_of(app: &App, viewer: &Viewer, lead: Uuid) -> Result<Vec<String>> {
    let (connection, sight) = (app.db.read(), Sight::of(viewer, Action::LeadRead, app.now()));
    let items = store::items_of(connection, lead).await?;
    let same = store::same_listings(connection, &sight, &items).await?;
    let rows = store::leads_seen(connection, &sight, &same).await?;
    Ok(rows.into_iter().map(|row| row.reference).collect())
}

/// A listing to be, as duplicates are found.
#[derive(Debug, Clone)]
pub(crate) struct Offer {
    /// Its address.
    pub(crate) url: Option<String>,
    /// Platform and id where they are known although the address does not tell.
    pub(crate) known: Option<(String, String)>,
}

/// For each of these lists of listings the leads that have one of them, as far as the viewer sees those; one statement for
/// all of them.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn duplicates_among(app: &App, viewer: &Viewer, offers: &[Vec<Offer>]) -> Result<Vec<Vec<Uuid>>> {
    let keys: Vec<Vec<ListingKey>> = offers
        .iter()
        .map(|list| list.iter().filter_map(key).collect())
        .collect();
    let all: Vec<&ListingKey> = keys.iter().flatten().collect();
    let sight = Sight::of(viewer, Action::LeadRead, app.now());
    let found = store::leads_with(app.db.read(), &sight, &all).await?;
    let of = |list: &Vec<ListingKey>| {
        let mut leads: Vec<Uuid> = list
            .iter()
            .filter_map(|key| found.get(key))
            .flatten()
            .map(|(lead, _)| *lead)
            .collect();
        leads.sort_unstable();
        leads.dedup();
        leads
    };
    Ok(keys.iter().map(of).collect())
}

/// Another lead with the same listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SameListing {
    /// The lead.
    pub(crate) lead: Uuid,
    /// What people call it.
    pub(crate) reference: String,
}

/// For each of these listings, with the brand it is about, the leads that have it about the same brand, as far as the viewer
/// sees them, at most 20; without those that were turned down or taken back.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn same_listings(
    app: &App,
    viewer: &Viewer,
    offers: &[(Offer, Uuid)],
) -> Result<Vec<Vec<SameListing>>> {
    let keys: Vec<Option<ListingKey>> = offers.iter().map(|(offer, _)| key(offer)).collect();
    let all: Vec<&ListingKey> = keys.iter().flatten().collect();
    let sight = Sight::of(viewer, Action::LeadRead, app.now());
    let found = store::leads_with(app.db.read(), &sight, &all).await?;
    let with_brand = |(key, (_, brand)): (&Option<ListingKey>, &(Offer, Uuid))| {
        let found = key.as_ref().and_then(|key| found.get(key)).into_iter().flatten();
        let mut leads: Vec<Uuid> = found
            .filter(|(_, of)| *of == Some(*brand))
            .map(|(lead, _)| *lead)
            .collect();
        leads.sort_unstable();
        leads.dedup();
        leads
    };
    let lists: Vec<Vec<Uuid>> = keys.iter().zip(offers).map(with_brand).collect();
    let wanted: Vec<Uuid> = lists.iter().flatten().copied().collect();
    let known = standing(app, &sight, &wanted).await?;
    let told = |leads: Vec<Uuid>| -> Vec<SameListing> {
        let standing = leads.into_iter().filter_map(|lead| {
            let reference = known.get(&lead)?.clone();
            Some(SameListing { lead, reference })
        });
        standing.take(MOST_SAME).collect()
    };
    Ok(lists.into_iter().map(told).collect())
}

/// The references of those of some leads that neither were turned down nor taken back.
async fn standing(app: &App, sight: &Sight, leads: &[Uuid]) -> Result<HashMap<Uuid, String>> {
    if leads.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = store::leads_seen(app.db.read(), sight, leads).await?;
    let over = [LeadState::Rejected, LeadState::Retracted].map(<&str>::from);
    let standing = rows.into_iter().filter(|row| !over.contains(&row.state.as_str()));
    Ok(standing.map(|row| (row.id, row.reference)).collect())
}

/// What people call those of some leads that the viewer sees.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn references(app: &App, viewer: &Viewer, leads: &[Uuid]) -> Result<HashMap<Uuid, String>> {
    if leads.is_empty() {
        return Ok(HashMap::new());
    }
    let sight = Sight::of(viewer, Action::LeadRead, app.now());
    let rows = store::leads_seen(app.db.read(), &sight, leads).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.reference)).collect())
}

fn key(offer: &Offer) -> Option<ListingKey> {
    let listing = offer
        .url
        .as_deref()
        .and_then(|url| super::listing_url::canonicalize(url).ok());
    match (&offer.known, listing) {
        (Some((platform, id)), _) => Some(ListingKey::Listing(platform.clone(), "listing".to_owned(), id.clone())),
        (None, Some(listing)) => Some(match listing.id {
            Some(id) => ListingKey::Listing(listing.platform, <&str>::from(listing.kind).to_owned(), id),
            None => ListingKey::Page(listing.canonical_url),
        }),
        (None, None) => None,
    }
}

/// Every active brand, of a sandbox or elsewhere, with its names.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn brand_names(
    connection: &impl Connection,
    sandbox: Option<Uuid>,
) -> Result<Vec<(Uuid, Vec<String>)>> {
    store::brand_names(connection, sandbox).await
}
