//! How good screening is: precision of each version, and how much was found before anybody complained.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::scope::readable;
use crate::{
    app::App,
    leads::rules::LeadSource,
    permissions::{Action, Viewer},
    platform::error::{ApiError, Result},
    screening::{
        rules::measure::Share,
        store::{self, Reach, Tally},
    },
};

/// What came of the suspects of a version.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct VersionFigures {
    /// Name of the version.
    pub(crate) model: String,
    /// Suspects.
    pub(crate) suspects: i64,
    /// Of these, judged to infringe.
    pub(crate) confirmed: i64,
    /// Of these, judged not to.
    pub(crate) cleared: i64,
    /// Of those judged, the share that infringes, with its interval.
    pub(crate) precision: Share,
}

/// Figures of a period.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figures {
    /// By version.
    pub(crate) versions: Vec<VersionFigures>,
    /// Leads that a model found.
    pub(crate) proactive: i64,
    /// Leads that came otherwise.
    pub(crate) reactive: i64,
    /// When they were read, microseconds.
    pub(crate) as_of: i64,
}

/// Figures of what the viewer sees, of a brand or of all, of what was screened and handed in from a moment to before another
/// (microseconds).
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`; `BAD_USER_INPUT` for a period that ends before it begins.
pub(crate) async fn figures(
    app: &App,
    viewer: &Viewer,
    brand: Option<Uuid>,
    (from, to): (i64, i64),
) -> Result<Figures> {
    let (connection, now) = (app.db.read(), app.now());
    readable(connection, viewer, brand, now).await?;
    if from > to {
        return Err(ApiError::input("to", "The period ends before it begins."));
    }
    let reach = Reach::of(viewer, Action::ScreeningRead, now);
    let tallies = store::tallies(connection, &reach, brand, (from, to)).await?;
    let mut figures = Figures {
        versions: versions(tallies),
        proactive: 0,
        reactive: 0,
        as_of: crate::platform::clock::micros(now),
    };
    for (source, found) in store::leads_by_source(connection, &reach, brand, (from, to)).await? {
        if source == LeadSource::Model.code() {
            figures.proactive += found;
        } else {
            figures.reactive += found;
        }
    }
    Ok(figures)
}

fn versions(tallies: Vec<Tally>) -> Vec<VersionFigures> {
    let mut counted: BTreeMap<String, (i64, i64, i64)> = BTreeMap::new();
    for Tally { model, label, found } in tallies {
        let (suspects, confirmed, cleared) = counted.entry(model).or_default();
        *suspects += found;
        match label {
            Some(1) => *confirmed += found,
            Some(_) => *cleared += found,
            None => {}
        }
    }
    let size = |count: i64| usize::try_from(count).unwrap_or_default();
    let figures = |(model, (suspects, confirmed, cleared)): (String, (i64, i64, i64))| VersionFigures {
        model,
        suspects,
        confirmed,
        cleared,
        precision: Share::new(size(confirmed), size(confirmed + cleared)),
    };
    counted.into_iter().map(figures).collect()
}
