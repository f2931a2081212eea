//! Results, listings that came in, what is told back of them, and streams of lines, as clients see them.

use async_graphql::{Context, ID, Object, SimpleObject};

use super::enums::{GqlFeedbackState, GqlListingOutcome, GqlRunState};
use crate::{
    imports::graphql::GqlImportReason,
    ingest::{
        commands::ItemResult,
        rules::{FeedbackState, RunState},
        store::{ListingRow, RunRow},
    },
    leads::graphql::{GqlLeadOutcome, GqlVerdict, Lead, LeadItem},
    platform::{
        db::code,
        error::Result,
        graphql::{UserError, id, scalars::DateTime},
        ids::IdKind,
    },
};

/// What became of a listing of a call.
#[derive(Clone, SimpleObject)]
pub struct ListingResult {
    /// Its place among the listings that were sent, from 0.
    index: i32,
    /// What it is called where it comes from, as it was sent.
    external_id: Option<String>,
    /// What became of it.
    outcome: GqlListingOutcome,
    /// The lead that was made of it, now or before; null where there is none that the caller sees.
    lead: Option<Lead>,
    /// What people call that lead; null where there is none that the caller sees.
    reference: Option<String>,
    /// References of the other leads with the same listing that the caller sees, at most 20; empty unless it is a
    /// duplicate.
    possible_duplicates: Vec<String>,
    /// Why no lead can be made of it; null unless it was refused.
    reason: Option<GqlImportReason>,
    /// The same for people.
    message: Option<String>,
}

impl ListingResult {
    pub(super) fn of(index: usize, external_id: Option<String>, result: ItemResult, lead: Option<Lead>) -> Self {
        Self {
            index: i32::try_from(index).unwrap_or(i32::MAX),
            external_id,
            outcome: result.outcome.into(),
            lead,
            reference: result.reference,
            possible_duplicates: result.duplicates.into_iter().map(|same| same.reference).collect(),
            reason: result.reason.map(Into::into),
            message: result.text,
        }
    }
}

/// What became of listings that were handed in, or why nothing was done.
#[derive(SimpleObject)]
pub struct IngestListingsPayload {
    /// What became of each, in the order they were sent; empty where the call was refused.
    pub(super) results: Vec<ListingResult>,
    /// How many became leads, or would have.
    pub(super) created: i32,
    /// How many came in before.
    pub(super) already_there: i32,
    /// How many are in other leads that the caller sees.
    pub(super) duplicates: i32,
    /// How many could not.
    pub(super) refused: i32,
    /// Why the whole call was refused; empty when it was done.
    pub(super) user_errors: Vec<UserError>,
}

/// What became of a listing that came in.
#[derive(Debug, Clone, SimpleObject)]
pub struct ListingFeedback {
    /// Where it stands.
    state: GqlFeedbackState,
    /// What the recipient who answered last found, without its name; null while nobody has answered.
    verdict: Option<GqlVerdict>,
    /// When that was; null while nobody has answered.
    verdict_at: Option<DateTime>,
    /// How its lead ended; null until it is resolved.
    outcome: Option<GqlLeadOutcome>,
}

/// A listing that came in, and the lead it became.
#[derive(Clone)]
pub struct IngestedListing {
    pub(super) row: ListingRow,
    pub(super) lead: Lead,
    pub(super) item: Option<LeadItem>,
}

/// A listing that came in, and the lead it became.
#[Object]
impl IngestedListing {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::IngestedListing, self.row.id)
    }

    /// What it is called where it comes from; null where nothing was said.
    async fn external_id(&self) -> Option<&str> {
        self.row.external_id.as_deref()
    }

    /// When it came in first.
    async fn created_at(&self) -> DateTime {
        self.row.created_at.into()
    }

    /// The lead it became.
    async fn lead(&self) -> Lead {
        self.lead.clone()
    }

    /// The item of that lead; null where the viewer does not see it.
    async fn item(&self) -> Option<LeadItem> {
        self.item.clone()
    }

    /// What became of it.
    async fn feedback(&self, ctx: &Context<'_>) -> Result<ListingFeedback> {
        let heard = self.lead.feedback(ctx).await?;
        Ok(ListingFeedback {
            state: FeedbackState::of(heard.state, heard.verdict.is_some()).into(),
            verdict: heard.verdict.map(Into::into),
            verdict_at: heard.answered_at.map(Into::into),
            outcome: heard.outcome.map(Into::into),
        })
    }
}

/// A stream of lines that comes in by `POST /ingest` and `PATCH /ingest/{id}`.
pub struct IngestRun(RunRow);

impl From<RunRow> for IngestRun {
    fn from(row: RunRow) -> Self {
        Self(row)
    }
}

fn count(count: i64) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// A stream of lines that comes in by `POST /ingest` and `PATCH /ingest/{id}`.
#[Object]
impl IngestRun {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::IngestRun, self.0.id)
    }

    /// Where it stands.
    async fn state(&self) -> Result<GqlRunState> {
        Ok(code::<RunState>(&self.0.state)?.into())
    }

    /// How many lines were looked at.
    async fn lines_done(&self) -> i32 {
        count(self.0.lines_done)
    }

    /// How many became leads, or would have where it is a dry run.
    async fn created(&self) -> i32 {
        count(self.0.created)
    }

    /// How many had come in before.
    async fn already_there(&self) -> i32 {
        count(self.0.already_there)
    }

    /// How many are in other leads that the viewer sees.
    async fn duplicates(&self) -> i32 {
        count(self.0.duplicates)
    }

    /// How many could not become leads.
    async fn refused(&self) -> i32 {
        count(self.0.refused)
    }

    /// Whether nothing of it is kept but these numbers.
    async fn dry_run(&self) -> bool {
        self.0.dry_run
    }

    /// When it was started.
    async fn created_at(&self) -> DateTime {
        self.0.created_at.into()
    }

    /// When it last moved.
    async fn updated_at(&self) -> DateTime {
        self.0.updated_at.into()
    }
}
