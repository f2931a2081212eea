//! What somebody reads of screening.

use std::collections::HashMap;

use uuid::Uuid;

use super::{
    knowledge::offers,
    scope::{changeable, may_judge, readable},
};
use crate::{
    app::App,
    permissions::{Action, Viewer},
    platform::{
        db::json,
        error::{ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
    },
    screening::{
        rules::{
            offer::Offer,
            queue::{Judgement, ScreenedState, Step, next as after},
        },
        store::{
            self, ListOrder, ListingRow, ModelRow, PackRow, Reach, ReleaseRow, ScreenedQuery, ScreenedRow, WatchedRow,
        },
    },
};

/// Most that are handed over to be shown next.
const MOST_NEXT: u64 = 10;

fn reach(app: &App, viewer: &Viewer) -> Reach {
    Reach::of(viewer, Action::ScreeningRead, app.now())
}

/// A page of what was screened and the viewer sees.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn screened(
    app: &App,
    viewer: &Viewer,
    query: &ScreenedQuery,
    order: ListOrder,
    args: &PageArgs,
) -> Result<Page<ScreenedRow>> {
    store::screened_page(app.db.read(), &reach(app, viewer), query, order, args).await
}

/// How many those are.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn screened_total(app: &App, viewer: &Viewer, query: &ScreenedQuery) -> Result<u64> {
    store::screened_count(app.db.read(), &reach(app, viewer), query).await
}

/// What was screened of a listing, if the viewer sees it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn visible(app: &App, viewer: &Viewer, id: Uuid) -> Result<Option<ScreenedRow>> {
    match store::screened_find(app.db.read(), &reach(app, viewer), id).await {
        Ok(row) => Ok(Some(row)),
        Err(error) if error.code == ErrorCode::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// What waits next of a brand, the most likely first: so that its pictures are there when it is looked at.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn next(app: &App, viewer: &Viewer, brand: Uuid, most: u64) -> Result<Vec<ScreenedRow>> {
    let query = ScreenedQuery {
        brands: vec![brand],
        states: vec![ScreenedState::Queued],
        ..ScreenedQuery::default()
    };
    let args = PageArgs {
        size: most.min(MOST_NEXT),
        after: None,
        before: None,
        backward: false,
    };
    let page = screened(app, viewer, &query, ListOrder::Score, &args).await?;
    Ok(page.rows.into_iter().map(|(_, _, row)| row).collect())
}

/// The offers behind what is shown, by the listings' ids.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn listings_shown(app: &App, rows: &[ScreenedRow]) -> Result<HashMap<Uuid, Offer>> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.listing_id).collect();
    let listings = store::listings_of(app.db.read(), &ids).await?;
    let wanted: Vec<&ListingRow> = listings.values().collect();
    let found = offers(app.db.read(), &wanted).await?;
    Ok(found.into_iter().map(|(id, (offer, _))| (id, offer)).collect())
}

/// Whose the brands are that something shown is about.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn owners_shown(app: &App, rows: &[ScreenedRow]) -> Result<HashMap<Uuid, Uuid>> {
    let mut brands: Vec<Uuid> = rows.iter().map(|row| row.brand_id).collect();
    brands.sort_unstable();
    brands.dedup();
    store::owners_of(app.db.read(), &brands).await
}

/// What the viewer may do with what was screened of a brand, as things stand: judgements, and whether it may take one back.
#[must_use]
pub(crate) fn allowed(
    app: &App,
    viewer: &Viewer,
    (owner, brand): (Uuid, Uuid),
    state: ScreenedState,
) -> (Vec<Judgement>, bool) {
    if !may_judge(viewer, owner, brand, app.now()) {
        return (Vec::new(), false);
    }
    let all = [Judgement::Confirm, Judgement::Dismiss, Judgement::Skip];
    let judgements = all
        .into_iter()
        .filter(|judgement| after(state, Step::Judge(*judgement)).is_some());
    (judgements.collect(), after(state, Step::Undo).is_some())
}

/// A page of the versions of rules of a brand or the alliance, the latest first.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`.
pub(crate) async fn packs(app: &App, viewer: &Viewer, brand: Option<Uuid>, args: &PageArgs) -> Result<Page<PackRow>> {
    let scope = readable(app.db.read(), viewer, brand, app.now()).await?;
    store::pack_page(app.db.read(), &scope.code(), args).await
}

/// How many those are.
///
/// # Errors
/// As [`packs`].
pub(crate) async fn packs_total(app: &App, viewer: &Viewer, brand: Option<Uuid>) -> Result<u64> {
    let scope = readable(app.db.read(), viewer, brand, app.now()).await?;
    store::pack_count(app.db.read(), &scope.code()).await
}

/// The rules that a release lets hold; whoever reads the release reads them.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn packs_of(app: &App, release: &ReleaseRow) -> Result<Vec<PackRow>> {
    let ids: Vec<Uuid> = json(&release.packs)?;
    let mut rows = store::packs_by_ids(app.db.read(), &ids).await?;
    rows.sort_by(|one, other| one.kind.cmp(&other.kind));
    Ok(rows)
}

/// A page of the versions of the model of a brand or the alliance, the latest first.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`.
pub(crate) async fn models(app: &App, viewer: &Viewer, brand: Option<Uuid>, args: &PageArgs) -> Result<Page<ModelRow>> {
    let scope = readable(app.db.read(), viewer, brand, app.now()).await?;
    store::model_page(app.db.read(), &scope.code(), args).await
}

/// How many those are.
///
/// # Errors
/// As [`models`].
pub(crate) async fn models_total(app: &App, viewer: &Viewer, brand: Option<Uuid>) -> Result<u64> {
    let scope = readable(app.db.read(), viewer, brand, app.now()).await?;
    store::model_count(app.db.read(), &scope.code()).await
}

/// The model that a release lets hold; whoever reads the release reads it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn model_of(app: &App, release: &ReleaseRow) -> Result<Option<ModelRow>> {
    match release.model_id {
        Some(id) => store::model_by_id(app.db.read(), id).await,
        None => Ok(None),
    }
}

/// A page of the releases of a brand or the alliance, the latest first.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`.
pub(crate) async fn releases(
    app: &App,
    viewer: &Viewer,
    brand: Option<Uuid>,
    args: &PageArgs,
) -> Result<Page<ReleaseRow>> {
    let scope = readable(app.db.read(), viewer, brand, app.now()).await?;
    store::release_page(app.db.read(), &scope.code(), args).await
}

/// How many those are.
///
/// # Errors
/// As [`releases`].
pub(crate) async fn releases_total(app: &App, viewer: &Viewer, brand: Option<Uuid>) -> Result<u64> {
    let scope = readable(app.db.read(), viewer, brand, app.now()).await?;
    store::release_count(app.db.read(), &scope.code()).await
}

/// What holds for a brand or the alliance, and whether the viewer may change it.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`.
pub(crate) async fn in_force(app: &App, viewer: &Viewer, brand: Option<Uuid>) -> Result<(Option<ReleaseRow>, bool)> {
    let (connection, now) = (app.db.read(), app.now());
    let scope = readable(connection, viewer, brand, now).await?;
    let may_change = match changeable(connection, viewer, brand, now).await {
        Ok(_) => true,
        Err(error) if error.code == ErrorCode::Forbidden => false,
        Err(error) => return Err(error),
    };
    Ok((store::release_last(connection, &scope.code()).await?, may_change))
}

/// A page of the sellers whom the viewer's organisation watches, the latest first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn watched(app: &App, viewer: &Viewer, args: &PageArgs) -> Result<Page<WatchedRow>> {
    store::watched_page(app.db.read(), viewer.organization, args).await
}

/// How many those are.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn watched_total(app: &App, viewer: &Viewer) -> Result<u64> {
    store::watched_count(app.db.read(), viewer.organization).await
}
