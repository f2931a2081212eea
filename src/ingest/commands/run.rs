//! Runs: streams of lines that come in piece by piece. Starting one, and looking at it.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::engine::{Choice, Engine};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    ingest::{
        rules::RunState,
        store::{self, RunRow},
    },
    leads::imported,
    permissions::{Viewer, audience::Tlp},
    platform::{
        clock::micros,
        db::code,
        error::{ApiError, Result},
        graphql::connection::{Page, PageArgs},
        ids::{IdKind, encode},
    },
};

/// Lines that are told at once.
const MOST_LINES: u64 = 1_000;

/// Where a run stands, as its sender is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Standing {
    /// Its public id.
    pub(crate) id: String,
    /// Whether more is taken.
    pub(crate) state: String,
    /// How many lines were looked at; the next one has the number after it.
    pub(crate) lines_done: i64,
    /// How many became leads, or would have.
    pub(crate) created: i64,
    /// How many had become leads before.
    pub(crate) already_there: i64,
    /// How many are in other leads that the sender sees.
    pub(crate) duplicates: i64,
    /// How many could not.
    pub(crate) refused: i64,
}

/// What is told of a run.
#[must_use]
pub(crate) fn standing_of(row: &RunRow) -> Standing {
    Standing {
        id: encode(IdKind::IngestRun, row.id),
        state: row.state.clone(),
        lines_done: row.lines_done,
        created: row.created,
        already_there: row.already_there,
        duplicates: row.duplicates,
        refused: row.refused,
    }
}

/// A line that became no lead, as its sender is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RunLine {
    /// Its number, from 1.
    pub(crate) line: i64,
    /// `REFUSED` or `DUPLICATE`.
    pub(crate) outcome: String,
    /// Why it was refused, for machines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reason: Option<String>,
    /// And for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) message: Option<String>,
    /// The lead that has the listing, while the sender sees it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reference: Option<String>,
}

/// What was chosen for a run.
pub(super) fn choice_of(row: &RunRow) -> Result<Choice> {
    Ok(Choice {
        brand: row.brand_id,
        tlp: code::<Tlp>(&row.tlp)?,
        draft: row.draft,
        dry_run: row.dry_run,
        on_behalf_of: Some(row.organization_id),
    })
}

/// Starts a run without any line yet.
///
/// # Errors
/// As `Engine::begin`.
pub(crate) async fn start_run(app: &App, viewer: &Viewer, choice: Choice) -> Result<RunRow> {
    Engine::begin(app, viewer, choice).await?;
    let tx = app.begin().await?;
    let now = micros(tx.now());
    let row = RunRow {
        id: app.ids.id(tx.now()),
        person_id: viewer.person,
        organization_id: choice.owner(viewer),
        brand_id: choice.brand,
        tlp: <&str>::from(choice.tlp).to_owned(),
        draft: choice.draft,
        dry_run: choice.dry_run,
        state: <&str>::from(RunState::Open).to_owned(),
        lines_done: 0,
        created: 0,
        already_there: 0,
        duplicates: 0,
        refused: 0,
        bytes: 0,
        lease_until: None,
        created_at: now,
        updated_at: now,
    };
    store::run_insert(&tx, row.clone()).await?;
    let detail = json!({ "tlp": row.tlp, "draft": row.draft, "dryRun": row.dry_run });
    let act = Act::on(Category::Content, "startIngestRun", IdKind::IngestRun, row.id).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(row)
}

/// The counts with which the end of a run is recorded.
pub(super) fn ending(row: &RunRow, state: RunState) -> serde_json::Value {
    json!({
        "state": <&str>::from(state),
        "lines": row.lines_done,
        "created": row.created,
        "alreadyThere": row.already_there,
        "duplicates": row.duplicates,
        "refused": row.refused,
    })
}

/// The viewer's own run.
///
/// # Errors
/// `NOT_FOUND` where there is none or it is somebody else's.
pub(crate) async fn find_run(app: &App, viewer: &Viewer, id: Uuid) -> Result<RunRow> {
    let found = store::run_own(app.db.read(), viewer.person, id).await?;
    found.ok_or_else(ApiError::not_found)
}

/// A page of the viewer's own runs, the latest first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn runs(app: &App, person: Uuid, args: &PageArgs) -> Result<Page<RunRow>> {
    store::run_page(app.db.read(), person, args).await
}

/// How many those are.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn run_total(app: &App, person: Uuid) -> Result<u64> {
    store::run_count(app.db.read(), person).await
}

/// The next lines of the viewer's own run that became no lead, at most 1,000.
///
/// # Errors
/// `NOT_FOUND` where there is no such run or it is somebody else's.
pub(crate) async fn run_lines(app: &App, viewer: &Viewer, id: Uuid, after: i64) -> Result<Vec<RunLine>> {
    let run = find_run(app, viewer, id).await?;
    let rows = store::lines_after(app.db.read(), run.id, after, MOST_LINES).await?;
    let leads: Vec<Uuid> = rows.iter().filter_map(|row| row.lead_id).collect();
    let seen = imported::references(app, viewer, &leads).await?;
    let line = |row: store::LineRow| RunLine {
        line: row.line,
        outcome: row.outcome,
        reason: row.reason,
        message: row.text,
        reference: row.lead_id.and_then(|lead| seen.get(&lead).cloned()),
    };
    Ok(rows.into_iter().map(line).collect())
}
