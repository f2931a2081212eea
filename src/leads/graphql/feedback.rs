//! What the keepers of a lead hear of it in a few words: for who handed it in.

use std::sync::Arc;

use async_graphql::Context;

use super::{lead::LeadFields, parts};
use crate::{
    leads::{
        rules::{DeliveryState, LeadOutcome, LeadState, Verdict},
        store::DeliveryRow,
    },
    platform::{db::code, error::Result},
};

/// What became of a lead. Who found what stays unsaid, as in the counts of its verdicts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Heard {
    /// Where the lead stands.
    pub(crate) state: LeadState,
    /// The latest verdict; none for who is not of the keepers.
    pub(crate) verdict: Option<Verdict>,
    /// When it was given, microseconds.
    pub(crate) answered_at: Option<i64>,
    /// How the lead ended.
    pub(crate) outcome: Option<LeadOutcome>,
}

impl LeadFields {
    /// What its keepers hear of it; others hear no verdict.
    ///
    /// # Errors
    /// `INTERNAL` or `UNAVAILABLE`.
    pub(crate) async fn feedback(&self, ctx: &Context<'_>) -> Result<Heard> {
        let sent = match self.is_kept(ctx).await? {
            true => parts::sent(ctx, &self.eyes, self.row.id).await?,
            false => Arc::default(),
        };
        let last = sent
            .iter()
            .filter(|row| is_answered(row))
            .max_by_key(|row| (row.answered_at, row.id));
        let verdict = last.and_then(|row| row.verdict.as_deref());
        Ok(Heard {
            state: code(&self.row.state)?,
            verdict: verdict.map(code).transpose()?,
            answered_at: last.and_then(|row| row.answered_at),
            outcome: self.row.outcome.as_deref().map(code).transpose()?,
        })
    }
}

fn is_answered(row: &DeliveryRow) -> bool {
    row.state == <&str>::from(DeliveryState::Answered)
}
