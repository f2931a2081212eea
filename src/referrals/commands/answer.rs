//! What an agency's officers answer to a referral, and what its own side answers them.

use jiff::civil::Date;
use uuid::Uuid;

use super::{By, Happened, Loaded, agency_of, course, finish, load, mail_guests, news, step};
use crate::{
    app::App,
    mail::MailKind,
    permissions::Viewer,
    platform::{
        clock::{micros, timestamp},
        db::Tx,
        error::{ApiError, ErrorCode, Result},
    },
    referrals::{
        rules::{
            self, DeclineReason, Due, ReferralAction, ReferralResult, ReferralState, ReferralStep, decision_due,
            extended, resumed,
        },
        store::{self, Row},
    },
};

/// What an officer answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answer {
    /// It arrived.
    Acknowledge,
    /// A question; the clock stands still.
    RequestInformation(String),
    /// It takes longer, and why.
    ExtendDecision(String),
    /// A case was filed, under this number.
    Accept(String, Option<String>),
    /// No case was filed.
    Decline(DeclineReason, Option<String>),
    /// What came of it.
    Feedback {
        used: bool,
        useful: bool,
        result: ReferralResult,
        note: Option<String>,
    },
}

impl Answer {
    pub(super) fn action(&self) -> ReferralAction {
        match self {
            Self::Acknowledge => ReferralAction::Acknowledge,
            Self::RequestInformation(_) => ReferralAction::RequestInformation,
            Self::ExtendDecision(_) => ReferralAction::ExtendDecision,
            Self::Accept(..) => ReferralAction::Accept,
            Self::Decline(..) => ReferralAction::Decline,
            Self::Feedback { .. } => ReferralAction::GiveFeedback,
        }
    }
}

/// Answers a referral as an officer whom it names; feedback is given by the desk as well.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn answer(app: &App, viewer: &Viewer, id: Uuid, expected: i32, answer: Answer) -> Result<Row> {
    let tx = app.begin().await?;
    let Loaded { row, standing, officer } = load(&tx, viewer, id).await?;
    course(&row)?.admits(&standing, answer.action())?;
    if row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    apply(app, tx, By::of(viewer, officer), row, answer).await
}

/// Writes an answer that may be given.
pub(super) async fn apply(app: &App, tx: Tx, by: By<'_>, mut row: Row, answer: Answer) -> Result<Row> {
    let expected = row.version;
    let now = micros(tx.now());
    let mut steps = Vec::with_capacity(2);
    if begins_review(&answer, store::state_of(&row)?) {
        steps.push(ReferralStep::ReviewBegun);
        step(&mut row, ReferralStep::ReviewBegun)?;
    }
    let (verb, own, note) = match answer {
        Answer::Acknowledge => {
            row.received_at = Some(now);
            let (_, zone) = agency_of(tx.connection(), row.agency_id).await?;
            due(&mut row, decision_due(tx.now(), &zone)?);
            ("acknowledgeReferral", ReferralStep::Received, None)
        }
        Answer::RequestInformation(question) => {
            row.paused_at = Some(now);
            let question = rules::text("note", &question, 2_000)?;
            (
                "requestReferralInformation",
                ReferralStep::InfoRequested,
                Some(question),
            )
        }
        Answer::ExtendDecision(why) => {
            let (_, zone) = agency_of(tx.connection(), row.agency_id).await?;
            let later = extended(due_on(&row)?, &zone)?;
            due(&mut row, later);
            row.decision_extensions += 1;
            let why = rules::text("note", &why, 2_000)?;
            ("extendReferralDecision", ReferralStep::DecisionExtended, Some(why))
        }
        Answer::Accept(number, note) => {
            run_on(&tx, &mut row).await?;
            row.file_number = Some(rules::line("fileNumber", &number)?);
            row.decided_at = Some(now);
            ("acceptReferral", ReferralStep::Accepted, rules::note(note.as_deref())?)
        }
        Answer::Decline(reason, note) => {
            run_on(&tx, &mut row).await?;
            let note = rules::note(note.as_deref())?;
            if reason == DeclineReason::Other && note.is_none() {
                return Err(ApiError::input("note", "Say in words why."));
            }
            row.decline_reason = Some(reason.code().to_owned());
            row.decided_at = Some(now);
            ("declineReferral", ReferralStep::Declined, note)
        }
        Answer::Feedback {
            used,
            useful,
            result,
            note,
        } => {
            let note = rules::note(note.as_deref())?;
            if result == ReferralResult::Other && note.is_none() {
                return Err(ApiError::input("note", "Say in words what came of it."));
            }
            row.feedback_used = Some(used);
            row.feedback_useful = Some(useful);
            row.feedback_result = Some(result.code().to_owned());
            row.feedback_note.clone_from(&note);
            row.feedback_at = Some(now);
            ("giveReferralFeedback", ReferralStep::Closed, note)
        }
    };
    step(&mut row, own)?;
    steps.push(own);
    let happened = Happened {
        verb,
        steps: &steps,
        note,
        news: Some(news::ANSWERED),
    };
    finish(app, tx, by, row, expected, happened).await
}

/// Whether an answer says that the officer looks into what was only received so far.
fn begins_review(answer: &Answer, state: ReferralState) -> bool {
    let asks_or_decides = matches!(
        answer,
        Answer::RequestInformation(_) | Answer::Accept(..) | Answer::Decline(..)
    );
    asks_or_decides && state == ReferralState::Received
}

fn due(row: &mut Row, due: Due) {
    row.decision_due_on = Some(due.on.to_string());
    row.decision_due_at = Some(micros(due.at));
}

fn due_on(row: &Row) -> Result<Date> {
    let day = row.decision_due_on.as_deref().unwrap_or_default();
    day.parse().map_err(ApiError::internal)
}

/// Lets a clock run on that stands still, later by the days that passed meanwhile.
async fn run_on(tx: &Tx, row: &mut Row) -> Result<()> {
    let Some(paused_at) = row.paused_at.take() else {
        return Ok(());
    };
    let (_, zone) = agency_of(tx.connection(), row.agency_id).await?;
    let later = resumed(due_on(row)?, timestamp(paused_at), tx.now(), &zone)?;
    due(row, later);
    Ok(())
}

/// Answers what the agency asked; the clock runs on.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn answer_information(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    given: &str,
) -> Result<Row> {
    let tx = app.begin().await?;
    let Loaded { mut row, standing, .. } = load(&tx, viewer, id).await?;
    course(&row)?.admits(&standing, ReferralAction::AnswerInformation)?;
    if row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    let given = rules::text("note", given, 2_000)?;
    step(&mut row, ReferralStep::InfoAnswered)?;
    run_on(&tx, &mut row).await?;
    mail_guests(app, &tx, &row, MailKind::ReferralAnswered).await?;
    let happened = Happened {
        verb: "answerReferralInformation",
        steps: &[ReferralStep::InfoAnswered],
        note: Some(given),
        news: Some(news::INFO_ANSWERED),
    };
    finish(app, tx, By::of(viewer, None), row, expected, happened).await
}
