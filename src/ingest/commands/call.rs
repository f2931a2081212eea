//! A call with up to 1,000 listings, and whose listings somebody may look at.

use std::collections::HashMap;

use serde_json::json;
use uuid::Uuid;

use super::{
    engine::{Choice, Engine, ItemResult},
    receive::BATCH,
};
use crate::{
    app::App,
    audience::Sight,
    audit::{self, Act, Actor, Category},
    imports::rules::Refusal,
    ingest::{
        rules::{ListingOutcome, NewListing},
        store::Sides,
    },
    permissions::{Action, Viewer},
    platform::{
        db::Recorded,
        error::{ApiError, ErrorCode, Result},
    },
};

/// Most listings of a call.
pub(crate) const MOST_LISTINGS: usize = 1_000;

/// Listings to be handed in at once.
#[derive(Debug, Clone)]
pub(crate) struct IngestOrder {
    /// In the order of the answers.
    pub(crate) listings: Vec<NewListing>,
    /// What was chosen for all of them.
    pub(crate) choice: Choice,
}

/// Hands in listings, and tells what became of each in their order. Sent again, it makes nothing twice.
///
/// # Errors
/// `LIMIT_EXCEEDED` for more than 1,000; `BAD_USER_INPUT` for none; otherwise as `Engine::begin` and `Engine::carry`.
pub(crate) async fn ingest(app: &App, viewer: &Viewer, order: IngestOrder) -> Result<Vec<ItemResult>> {
    if order.listings.len() > MOST_LISTINGS {
        return Err(ApiError::because(
            ErrorCode::LimitExceeded,
            format!("A call takes at most {MOST_LISTINGS} listings. Send more as a stream of lines."),
        ));
    }
    if order.listings.is_empty() {
        return Err(ApiError::input("listings", "Give at least one listing."));
    }
    let engine = Engine::begin(app, viewer, order.choice).await?;
    let listings: Vec<Result<NewListing, Refusal>> = order.listings.into_iter().map(Ok).collect();
    let (mut all, mut met) = (Vec::with_capacity(listings.len()), HashMap::new());
    for some in listings.chunks(BATCH) {
        let batch = engine.carry(some, &mut met).await?;
        if batch.has_news() {
            let tx = app.begin().await?;
            engine.note(&tx, &batch).await?;
            tx.commit(Recorded(())).await?;
        }
        all.extend(batch.results);
    }
    if !order.choice.dry_run {
        record(app, viewer, order.choice, &all).await?;
    }
    Ok(all)
}

/// Writes down that listings came in. Each lead has its own entry, so that nothing is missing where a call is cut off
/// before.
async fn record(app: &App, viewer: &Viewer, choice: Choice, results: &[ItemResult]) -> Result<()> {
    let tx = app.begin().await?;
    let count = |outcome| results.iter().filter(|result| result.outcome == outcome).count();
    let detail = json!({
        "tlp": <&str>::from(choice.tlp),
        "draft": choice.draft,
        "created": count(ListingOutcome::Created),
        "alreadyThere": count(ListingOutcome::AlreadyThere),
        "duplicates": count(ListingOutcome::Duplicate),
        "refused": count(ListingOutcome::Refused),
    });
    let act = Act {
        category: Category::Content,
        action: "ingestListings",
        object: None,
        root: None,
        detail: &detail,
    };
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}

/// What a viewer sees as of the side of each organisation whose leads it keeps: the own one and its principals. Only
/// there it hears what became of listings.
#[must_use]
pub(crate) fn sides(app: &App, viewer: &Viewer) -> Sides {
    let now = app.now();
    let (principals, _) = viewer.principals(Action::LeadRead, now);
    let represented = viewer.represented(Action::LeadRead, now);
    let owners = std::iter::once(viewer.organization).chain(represented.into_iter().map(|(principal, _)| principal));
    let side = |owner: Uuid| {
        let of_owner = principals
            .iter()
            .filter(|principal| principal.is_of(owner, viewer.organization));
        let sight = Sight {
            principals: of_owner.map(ToString::to_string).collect(),
            ..Sight::of(viewer, Action::LeadRead, now)
        };
        (owner, sight)
    };
    owners.map(side).collect()
}
