//! What imports ask of leads: whether something is there already, and who else has the same listing.

use std::collections::HashMap;

use uuid::Uuid;

use super::{
    commands,
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
            is_draft: row.state == <&str>::from(super::rules::LeadState::Draft),
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
            .copied()
            .collect();
        leads.sort_unstable();
        leads.dedup();
        leads
    };
    Ok(keys.iter().map(of).collect())
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

/// Every active brand with its names.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn brand_names(connection: &impl Connection) -> Result<Vec<(Uuid, Vec<String>)>> {
    store::brand_names(connection).await
}
