//! The worker's part: an import goes on, lead by lead, each with its results in one transaction.
//!
//! Whoever goes on with it has claimed it for a while; should that process die, another one goes on where it stopped, and
//! finds what was made by its hash. Rights are asked again at every lead.

use jiff::SignedDuration;

use super::{
    carry::{Brands, Carried, Carrier},
    plan::{Plan, read},
};
use crate::{
    app::App,
    imports::{
        rules::{Format, ImportState, Outcome, Parsed, Reason},
        store::{self, ImportRow, NewResult},
    },
    members,
    platform::{
        clock::micros,
        db::{Recorded, code, json},
        error::{ApiError, Result},
    },
};

/// How long a worker may be at an import without saying so anew.
const CLAIM: SignedDuration = SignedDuration::from_mins(2);
/// Most imports of one turn.
const IMPORTS: u64 = 5;

/// Goes on with running imports by at most so many leads; hands back how many were looked at.
pub(crate) async fn advance(app: &App, most: usize) -> Result<usize> {
    let tx = app.begin().await?;
    let claimed = store::imports_claim(&tx, until(app)?, IMPORTS).await?;
    tx.commit(Recorded(())).await?;
    let (mut left, mut failed) = (most, None);
    for row in claimed {
        // One that cannot go on keeps its claim for a while, and none of the others waiting.
        match Box::pin(go_on(app, row, left)).await {
            Ok(looked_at) => left -= looked_at,
            Err(error) => failed = failed.or(Some(error)),
        }
    }
    failed.map_or(Ok(most - left), Err)
}

/// Forgets files whose day is over and which no running import needs.
pub(crate) async fn forget(app: &App) -> Result<()> {
    let tx = app.begin().await?;
    store::uploads_forget(&tx).await?;
    tx.commit(Recorded(())).await
}

fn until(app: &App) -> Result<i64> {
    app.now().checked_add(CLAIM).map(micros).map_err(ApiError::internal)
}

async fn go_on(app: &App, mut row: ImportRow, most: usize) -> Result<usize> {
    let Some((plan, parsed)) = content(app, &row).await? else {
        end(app, &row, None).await?;
        return Ok(0);
    };
    let viewer = members::viewer(app.db.read(), row.person_id).await?;
    let brands = Brands::load(app, viewer.and_then(|viewer| viewer.sandbox())).await?;
    let mut looked_at = 0;
    while let Some(lead) = parsed.leads.get(place(&row)).filter(|_| looked_at < most) {
        let viewer = members::viewer(app.db.read(), row.person_id).await?;
        let carried = match &viewer {
            Some(viewer) => {
                let carrier = Carrier {
                    app,
                    viewer,
                    choices: plan.choices,
                    brands: &brands,
                };
                let mut carried = carrier.carry(lead, Some(row.created_at)).await?;
                let earlier = &parsed.leads[..place(&row)];
                // What stands in the file again was made at its first place.
                if carried.outcome == Outcome::Created && earlier.iter().any(|other| other.hash == lead.hash) {
                    carried.outcome = Outcome::AlreadyThere;
                }
                carried
            }
            None => Carried::refused(Reason::NotAllowed, "this person is not active"),
        };
        looked_at += 1;
        if !note(app, &mut row, &parsed, &carried).await? {
            return Ok(looked_at);
        }
    }
    if place(&row) >= parsed.leads.len() {
        end(app, &row, Some(&parsed)).await?;
    } else {
        release(app, &mut row).await?;
    }
    Ok(looked_at)
}

fn place(row: &ImportRow) -> usize {
    usize::try_from(row.position).unwrap_or(usize::MAX)
}

/// What was chosen and what the file says, if it still says what was previewed; also an earlier version's choices may not be
/// understood any more.
async fn content(app: &App, row: &ImportRow) -> Result<Option<(Plan, Parsed)>> {
    let Some(upload) = store::upload_find(app.db.read(), row.upload_id).await? else {
        return Ok(None);
    };
    let (Ok(plan), Ok(format)) = (json::<Plan>(&row.choices), code::<Format>(&row.format)) else {
        return Ok(None);
    };
    let parsed = read(&upload, format, plan.mapping.clone()).await?.ok();
    let parsed = parsed.filter(|parsed| parsed.digest() == row.digest);
    Ok(parsed.map(|parsed| (plan, parsed)))
}

/// Keeps what became of the next lead and its elements; false where the import runs no more, or somebody else was faster.
async fn note(app: &App, row: &mut ImportRow, parsed: &Parsed, carried: &Carried) -> Result<bool> {
    let from = row.position;
    row.position += 1;
    row.claimed_until = until(app)?;
    match carried.outcome {
        Outcome::Created | Outcome::WouldCreate => row.created += 1,
        Outcome::AlreadyThere => row.already_there += 1,
        Outcome::Refused => row.refused += 1,
    }
    let tx = app.begin().await?;
    if !store::import_progress(&tx, row, from).await? {
        return Ok(false);
    }
    let lead = usize::try_from(from).unwrap_or(usize::MAX);
    let results = results(parsed, Some(lead), |element_is_head| NewOutcome {
        outcome: Some(carried.outcome),
        reason: carried.reason.filter(|_| element_is_head),
        lead: carried.lead,
    });
    store::results_insert(&tx, row.id, &results).await?;
    tx.commit(Recorded(())).await?;
    Ok(true)
}

struct NewOutcome {
    outcome: Option<Outcome>,
    reason: Option<Reason>,
    lead: Option<uuid::Uuid>,
}

/// The results of the elements of a lead, or of those without one.
fn results(parsed: &Parsed, of: Option<usize>, outcome: impl Fn(bool) -> NewOutcome) -> Vec<NewResult<'_>> {
    let elements = parsed
        .elements
        .iter()
        .enumerate()
        .filter(|(_, element)| element.lead == of);
    elements
        .map(|(position, element)| {
            let NewOutcome { outcome, reason, lead } = outcome(element.is_head);
            NewResult {
                position,
                element,
                outcome,
                reason,
                lead,
            }
        })
        .collect()
}

/// Ends an import: done, where every lead was looked at, with what no lead was made of; failed, where the file is gone or
/// says something else.
async fn end(app: &App, row: &ImportRow, parsed: Option<&Parsed>) -> Result<()> {
    let tx = app.begin().await?;
    let state = if parsed.is_some() {
        ImportState::Done
    } else {
        ImportState::Failed
    };
    if store::import_end(&tx, row.id, state).await?
        && let Some(parsed) = parsed
    {
        let rest = results(parsed, None, |_| NewOutcome {
            outcome: None,
            reason: None,
            lead: None,
        });
        store::results_insert(&tx, row.id, &rest).await?;
    }
    tx.commit(Recorded(())).await
}

/// Lets the next turn go on.
async fn release(app: &App, row: &mut ImportRow) -> Result<()> {
    let tx = app.begin().await?;
    row.claimed_until = 0;
    store::import_progress(&tx, row, row.position).await?;
    tx.commit(Recorded(())).await
}
