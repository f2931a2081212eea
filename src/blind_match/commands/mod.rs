//! What can be done with blind matches, and the reads behind the resolvers.

mod answer;
mod follow;
mod look;
mod news;
mod setting;
mod sight;

use jiff::SignedDuration;
use uuid::Uuid;

use super::{
    rules::{self, MatchRow},
    store,
};
use crate::{
    app::App,
    permissions::Viewer,
    platform::{
        clock::micros,
        error::{ApiError, Result},
        graphql::connection::{MAX_PAGE, Page, PageArgs},
    },
};

pub(crate) use answer::{answer, withdraw};
pub(super) use follow::{compare, forget, refresh};
pub(crate) use news::{calls, is_news};
pub(super) use setting::set_matching;
pub(super) use store::{Held, MatchQuery, Matching, Within, held, matching_of};

/// Of how many days the figures of the alliance tell what is new.
const FIGURES_OF: SignedDuration = SignedDuration::from_hours(30 * 24);

/// A page of the matches that the viewer sees, the latest first. That they are shown is written down before they are.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn list(app: &App, viewer: &Viewer, query: &MatchQuery, args: &PageArgs) -> Result<Page<MatchRow>> {
    let within = Within::of(viewer, app.now());
    let page = store::match_page(app.db.read(), &within, query, args).await?;
    let shown: Vec<&MatchRow> = page.rows.iter().map(|(.., row)| row).collect();
    sight::note(app, viewer, &shown).await?;
    Ok(page)
}

/// How many those are.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn count(app: &App, viewer: &Viewer, query: &MatchQuery) -> Result<u64> {
    let within = Within::of(viewer, app.now());
    store::match_count(app.db.read(), &within, query).await
}

/// A match that the viewer sees. That it is shown is written down before it is.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn visible(app: &App, viewer: &Viewer, id: Uuid) -> Result<Option<MatchRow>> {
    let within = Within::of(viewer, app.now());
    let row = store::match_by_side(app.db.read(), &within, id).await?;
    let shown: Vec<&MatchRow> = row.iter().collect();
    sight::note(app, viewer, &shown).await?;
    Ok(row)
}

/// The latest matches that the viewer sees, as the first page has them.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn matches_of(app: &App, viewer: &Viewer) -> Result<Vec<MatchRow>> {
    let args = PageArgs {
        size: MAX_PAGE,
        after: None,
        before: None,
        backward: false,
    };
    let page = list(app, viewer, &MatchQuery::default(), &args).await?;
    Ok(page.rows.into_iter().map(|(.., row)| row).collect())
}

/// What an answer shows is written down as any other sight.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn shown(app: &App, viewer: &Viewer, row: &MatchRow) -> Result<()> {
    sight::note(app, viewer, &[row]).await
}

/// How many matches there are in the alliance; small numbers are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) signals: Option<i64>,
    pub(super) standing: Option<i64>,
    pub(super) contacts: Option<i64>,
}

/// The figures of the alliance, for those who look after it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn figures(app: &App) -> Result<Told> {
    let since = app.now().checked_sub(FIGURES_OF).map_err(ApiError::internal)?;
    let found = store::figures(app.db.read(), micros(since)).await?;
    Ok(Told {
        signals: rules::figure(found.signals),
        standing: rules::figure(found.standing),
        contacts: rules::figure(found.contacts),
    })
}
