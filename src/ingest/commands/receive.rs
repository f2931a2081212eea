//! Taking in the lines of a run, a hundred at a time.
//!
//! Who sends lines has the run to itself for half a minute, renewed with every hundred lines. How far the run is,
//! what it counts and which lines became no lead stand in one transaction; leads are made before it, each by itself.
//! So whatever breaks off, the sender goes on after the lines that are said to be done, and what was made of later
//! ones is found again.

use std::{collections::HashMap, sync::Arc};

use jiff::SignedDuration;
use uuid::Uuid;

use super::{
    engine::{Batch, Engine, ItemResult},
    run::{choice_of, ending, find_run},
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    imports::rules::{Reason, Refusal},
    ingest::{
        rules::{Fault, ListingOutcome, NewListing, RunState, Taken, listing_of_line},
        store::{self, LineRow, RunRow},
    },
    permissions::Viewer,
    platform::{
        clock::micros,
        db::Recorded,
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
        text::mend_line,
    },
    sessions,
};

/// Lines that are taken at once.
pub(crate) const BATCH: usize = 100;
/// How long a sender has a run to itself after its last sign of life.
const LEASE: SignedDuration = SignedDuration::from_secs(30);
/// Lines that are kept of a run because they became no lead; the counts go on beyond that.
const MOST_KEPT: u64 = 100_000;

/// A run whose lines are coming in.
pub(crate) struct Receiving<'a> {
    app: &'a App,
    viewer: Arc<Viewer>,
    row: RunRow,
    lease: i64,
}

/// Begins to take in lines from the one with number `from`; where the run is elsewhere or somebody else sends to it,
/// how it stands.
///
/// # Errors
/// `NOT_FOUND` where there is no such run or it is somebody else's; as `Engine::begin`.
pub(crate) async fn receive<'a>(
    app: &'a App,
    viewer: &Arc<Viewer>,
    id: Uuid,
    from: i64,
) -> Result<Result<Receiving<'a>, RunRow>> {
    let mut row = find_run(app, viewer, id).await?;
    Engine::begin(app, viewer, choice_of(&row)?).await?;
    if row.lines_done.checked_add(1) != Some(from) {
        return Ok(Err(row));
    }
    let tx = app.begin().await?;
    let lease = micros(tx.now().checked_add(LEASE).map_err(ApiError::internal)?);
    if !store::run_claim(&tx, &row, lease).await? {
        drop(tx);
        return find_run(app, viewer, id).await.map(Err);
    }
    tx.commit(Recorded(())).await?;
    row.lease_until = Some(lease);
    Ok(Ok(Receiving {
        app,
        viewer: Arc::clone(viewer),
        row,
        lease,
    }))
}

impl Receiving<'_> {
    /// Takes the next lines; what their sender may do is asked anew.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` where the sender's session has ended or it may not sign in any more;
    /// `TRANSITION_NOT_ALLOWED` where somebody else has the run by now; as `Engine::begin`.
    pub(crate) async fn take(&mut self, lines: &[Taken]) -> Result<()> {
        let viewer = sessions::again(self.app, &self.viewer).await?;
        let viewer = viewer.filter(|viewer| !viewer.confined);
        self.viewer = viewer.ok_or(ErrorCode::Unauthenticated)?;
        let viewer = Arc::clone(&self.viewer);
        let engine = Engine::begin(self.app, &viewer, choice_of(&self.row)?).await?;
        let listings: Vec<Result<NewListing, Refusal>> = lines.iter().map(read).collect();
        let batch = Box::pin(engine.carry(&listings, &mut HashMap::new())).await?;
        self.keep(&engine, &batch, lines).await
    }

    /// Keeps how far the run is.
    async fn keep(&mut self, engine: &Engine<'_>, batch: &Batch, lines: &[Taken]) -> Result<()> {
        let tx = self.app.begin().await?;
        let mut row = counted(&self.row, &batch.results, lines);
        let lease = micros(tx.now().checked_add(LEASE).map_err(ApiError::internal)?);
        row.lease_until = Some(lease);
        row.updated_at = micros(tx.now());
        if !store::run_progress(&tx, &row, self.lease).await? {
            return Err(ErrorCode::TransitionNotAllowed.into());
        }
        engine.note(&tx, batch).await?;
        let room = MOST_KEPT.saturating_sub(store::lines_count(tx.connection(), row.id).await?);
        let mut kept = kept(&self.row, &batch.results);
        kept.truncate(usize::try_from(room).unwrap_or(usize::MAX));
        store::lines_insert(&tx, &kept).await?;
        tx.commit(Recorded(())).await?;
        (self.row, self.lease) = (row, lease);
        Ok(())
    }

    /// Ends with this piece, or with the whole run where it was the `last` one.
    ///
    /// # Errors
    /// `TRANSITION_NOT_ALLOWED` where somebody else has the run by now.
    pub(crate) async fn end(mut self, last: bool) -> Result<RunRow> {
        if !last {
            self.leave().await?;
            self.row.lease_until = None;
            return Ok(self.row);
        }
        let tx = self.app.begin().await?;
        if !store::run_end(&tx, self.row.id, self.lease).await? {
            return Err(ErrorCode::TransitionNotAllowed.into());
        }
        let detail = ending(&self.row, RunState::Done);
        let act = Act::on(Category::Content, "endIngestRun", IdKind::IngestRun, self.row.id).with(&detail);
        let proof = audit::record(&tx, self.app.ids.as_ref(), Actor::Person(&self.viewer), act).await?;
        tx.commit(proof).await?;
        self.row.state = <&str>::from(RunState::Done).to_owned();
        self.row.lease_until = None;
        Ok(self.row)
    }

    /// Lets somebody else have the run.
    ///
    /// # Errors
    /// `INTERNAL` or `UNAVAILABLE`; then it is free after half a minute.
    pub(crate) async fn leave(&self) -> Result<()> {
        let tx = self.app.begin().await?;
        store::run_leave(&tx, self.row.id, self.lease).await?;
        tx.commit(Recorded(())).await
    }
}

/// What a line says.
fn read(line: &Taken) -> Result<NewListing, Refusal> {
    let refusal = |reason, text: &str| Refusal {
        reason,
        text: text.to_owned(),
    };
    match &line.text {
        Ok(bytes) => listing_of_line(bytes),
        Err(Fault::Empty) => Err(refusal(Reason::Empty, "the line is empty")),
        Err(Fault::TooLong) => Err(refusal(Reason::TooLong, "the line is longer than a line may be")),
    }
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The run after some more lines.
fn counted(row: &RunRow, results: &[ItemResult], lines: &[Taken]) -> RunRow {
    use ListingOutcome::{AlreadyThere, Created, Duplicate, Refused, WouldCreate};
    let count = |outcome| whole(results.iter().filter(|result| result.outcome == outcome).count());
    let bytes: u64 = lines.iter().map(|line| line.bytes).sum();
    RunRow {
        lines_done: row.lines_done + whole(lines.len()),
        created: row.created + count(Created) + count(WouldCreate),
        already_there: row.already_there + count(AlreadyThere),
        duplicates: row.duplicates + count(Duplicate),
        refused: row.refused + count(Refused),
        bytes: row.bytes.saturating_add(i64::try_from(bytes).unwrap_or(i64::MAX)),
        ..row.clone()
    }
}

/// Those of some more lines that became no lead.
fn kept(row: &RunRow, results: &[ItemResult]) -> Vec<LineRow> {
    let of_line = |(place, result): (usize, &ItemResult)| LineRow {
        run_id: row.id,
        line: row.lines_done + whole(place) + 1,
        outcome: <&str>::from(result.outcome).to_owned(),
        reason: result.reason.map(|reason| <&str>::from(reason).to_owned()),
        text: result.text.as_deref().map(|text| mend_line(text, 300)),
        lead_id: result.duplicates.first().map(|same| same.lead),
    };
    let without_lead = results
        .iter()
        .enumerate()
        .filter(|(_, result)| result.outcome.made_none());
    without_lead.map(of_line).collect()
}
