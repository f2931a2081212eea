//! The clocks of a referral and what came of it, from whichever side they are seen.

use async_graphql::SimpleObject;
use jiff::Timestamp;

use super::enums::GqlReferralResult;
use crate::{
    platform::{
        clock::timestamp,
        db::code,
        error::{ApiError, Result},
        graphql::scalars::{Date, DateTime},
    },
    referrals::{
        rules::{DECISION_RULE, RECEIPT_RULE, ReferralResult, is_late},
        store::Row,
    },
};

/// A clock of a referral.
#[derive(SimpleObject)]
pub struct ReferralClock {
    /// The last day, at the agency.
    due_on: Date,
    /// The end of that day.
    due_at: DateTime,
    /// Whether a calendar notice that is still to come may move it.
    provisional: bool,
    /// When it was met; null while it is open.
    met_at: Option<DateTime>,
    /// Whether it was met too late, or is over.
    late: bool,
    /// How often it was put off.
    extensions: i32,
    /// The name and version of its rule.
    rule: &'static str,
}

impl ReferralClock {
    /// Until when the agency acknowledges; `None` before the sending.
    pub(super) fn receipt(row: &Row, now: Timestamp) -> Result<Option<Self>> {
        let due = (row.receipt_due_on.as_deref(), row.receipt_due_at);
        let found = clock(due, row.received_at, now)?;
        Ok(found.map(|clock| Self {
            provisional: row.receipt_provisional,
            rule: RECEIPT_RULE,
            ..clock
        }))
    }

    /// Until when the agency decides; `None` before the receipt.
    pub(super) fn decision(row: &Row, now: Timestamp) -> Result<Option<Self>> {
        let due = (row.decision_due_on.as_deref(), row.decision_due_at);
        let found = clock(due, row.decided_at, now)?;
        Ok(found.map(|clock| Self {
            extensions: row.decision_extensions,
            // A clock that stands still passes no deadline.
            late: clock.late && row.paused_at.is_none(),
            ..clock
        }))
    }
}

fn clock(
    (due_on, due_at): (Option<&str>, Option<i64>),
    met_at: Option<i64>,
    now: Timestamp,
) -> Result<Option<ReferralClock>> {
    let Some((day, at)) = due_on.zip(due_at) else {
        return Ok(None);
    };
    Ok(Some(ReferralClock {
        due_on: Date(day.parse().map_err(ApiError::internal)?),
        due_at: at.into(),
        provisional: false,
        met_at: met_at.map(Into::into),
        late: is_late(timestamp(at), met_at.map(timestamp), now),
        extensions: 0,
        rule: DECISION_RULE,
    }))
}

/// What came of a referral.
#[derive(SimpleObject)]
pub struct ReferralFeedback {
    /// Whether it was used.
    used: bool,
    /// Whether it was of use.
    useful: bool,
    /// What came of it.
    result: GqlReferralResult,
    /// More about it; null where nothing is said.
    note: Option<String>,
    /// When that was said.
    given_at: DateTime,
}

impl ReferralFeedback {
    /// What was said; `None` until somebody did.
    pub(super) fn of(row: &Row) -> Result<Option<Self>> {
        let (Some(used), Some(useful), Some(result), Some(at)) = (
            row.feedback_used,
            row.feedback_useful,
            row.feedback_result.as_deref(),
            row.feedback_at,
        ) else {
            return Ok(None);
        };
        Ok(Some(Self {
            used,
            useful,
            result: code::<ReferralResult>(result)?.into(),
            note: row.feedback_note.clone(),
            given_at: at.into(),
        }))
    }
}
