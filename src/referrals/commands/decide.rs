//! Handing a referral in, deciding on it as a second person, and taking it back.

use uuid::Uuid;

use super::{By, Happened, Loaded, check, course, finish, load, mail_officers, news, step};
use crate::{
    app::App,
    mail::MailKind,
    permissions::Viewer,
    platform::{
        clock::micros,
        db::Tx,
        error::{ErrorCode, Result},
    },
    referrals::{
        rules::{self, ReferralAction, ReferralStep},
        store::Row,
    },
};

/// Longest reason.
const LONGEST_REASON: usize = 2_000;

/// A referral to which the viewer may do something, in the version that was seen.
async fn admitted(tx: &Tx, viewer: &Viewer, id: Uuid, expected: i32, action: ReferralAction) -> Result<Row> {
    let Loaded { row, standing, .. } = load(tx, viewer, id).await?;
    course(&row)?.admits(&standing, action)?;
    if row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    Ok(row)
}

fn happened<'a>(
    verb: &'static str,
    steps: &'a [ReferralStep],
    note: Option<String>,
    news: Option<&'static str>,
) -> Happened<'a> {
    Happened {
        verb,
        steps,
        note,
        news,
    }
}

/// Hands a referral in to a second person.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `RIGHT_NOT_IN_FORCE`, `PACKAGE_INCOMPLETE`,
/// `BAD_USER_INPUT` with what is missing.
pub(crate) async fn submit(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<Row> {
    let tx = app.begin().await?;
    let mut row = admitted(&tx, viewer, id, expected, ReferralAction::Submit).await?;
    let found = check(tx.connection(), &row, tx.now()).await?;
    found.mark(&mut row)?;
    found.must_be_ready(tx.connection(), &row, tx.now()).await?;
    step(&mut row, ReferralStep::Submitted)?;
    row.submitted_by = Some(viewer.person);
    row.submitted_at = row.submitted_at.or(Some(micros(tx.now())));
    let steps = [ReferralStep::Submitted];
    let done = happened("submitReferral", &steps, None, Some(news::SUBMITTED));
    finish(app, tx, By::of(viewer, None), row, expected, done).await
}

/// Takes a referral back before anybody decides.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`.
pub(crate) async fn take_back(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<Row> {
    let tx = app.begin().await?;
    let mut row = admitted(&tx, viewer, id, expected, ReferralAction::TakeBack).await?;
    step(&mut row, ReferralStep::TakenBack)?;
    let steps = [ReferralStep::TakenBack];
    let done = happened("takeBackReferral", &steps, None, None);
    finish(app, tx, By::of(viewer, None), row, expected, done).await
}

/// Gives a referral back, as the second person.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `FOUR_EYES`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn return_it(app: &App, viewer: &Viewer, id: Uuid, expected: i32, reason: &str) -> Result<Row> {
    let tx = app.begin().await?;
    let mut row = admitted(&tx, viewer, id, expected, ReferralAction::Return).await?;
    let reason = rules::text("reason", reason, LONGEST_REASON)?;
    step(&mut row, ReferralStep::Returned)?;
    let steps = [ReferralStep::Returned];
    let done = happened("returnReferral", &steps, Some(reason), Some(news::RETURNED));
    finish(app, tx, By::of(viewer, None), row, expected, done).await
}

/// Agrees to a referral, as the second person: the service freezes and sends it from here on.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `FOUR_EYES` for who wrote it or handed it in, `STALE_VERSION`,
/// `RIGHT_NOT_IN_FORCE`, `PACKAGE_INCOMPLETE`, `BAD_USER_INPUT`, at `approvalReference` where personal data would leave China
/// without one.
pub(crate) async fn approve(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    (reference, note): (Option<&str>, Option<&str>),
) -> Result<Row> {
    let tx = app.begin().await?;
    let mut row = admitted(&tx, viewer, id, expected, ReferralAction::Approve).await?;
    let note = rules::note(note)?;
    if let Some(reference) = reference {
        row.approval_reference = rules::optional_line("approvalReference", reference)?.or(row.approval_reference);
    }
    let found = check(tx.connection(), &row, tx.now()).await?;
    found.mark(&mut row)?;
    found.must_be_sendable(tx.connection(), &row, tx.now()).await?;
    step(&mut row, ReferralStep::Approved)?;
    row.approved_by = Some(viewer.person);
    row.approved_at = Some(micros(tx.now()));
    let steps = [ReferralStep::Approved];
    let done = happened("approveReferral", &steps, note, None);
    finish(app, tx, By::of(viewer, None), row, expected, done).await
}

/// Takes a referral back for good, before it was accepted; officers who have it are told.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn withdraw(app: &App, viewer: &Viewer, id: Uuid, expected: i32, reason: &str) -> Result<Row> {
    let tx = app.begin().await?;
    let mut row = admitted(&tx, viewer, id, expected, ReferralAction::Withdraw).await?;
    let reason = rules::text("reason", reason, LONGEST_REASON)?;
    step(&mut row, ReferralStep::Withdrawn)?;
    row.withdrawn_at = Some(micros(tx.now()));
    row.paused_at = None;
    stop(
        app,
        tx,
        viewer,
        row,
        expected,
        ("withdrawReferral", ReferralStep::Withdrawn),
        reason,
    )
    .await
}

/// Tells the agency, after it has accepted, not to rely on a referral any more: its state stays.
///
/// # Errors
/// As [`withdraw`].
pub(crate) async fn retract(app: &App, viewer: &Viewer, id: Uuid, expected: i32, reason: &str) -> Result<Row> {
    let tx = app.begin().await?;
    let mut row = admitted(&tx, viewer, id, expected, ReferralAction::Retract).await?;
    let reason = rules::text("reason", reason, LONGEST_REASON)?;
    row.retracted_at = Some(micros(tx.now()));
    stop(
        app,
        tx,
        viewer,
        row,
        expected,
        ("retractReferral", ReferralStep::Retracted),
        reason,
    )
    .await
}

async fn stop(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    mut row: Row,
    expected: i32,
    (verb, step): (&'static str, ReferralStep),
    reason: String,
) -> Result<Row> {
    row.stop_reason = Some(reason.clone());
    if row.sent_at.is_some() {
        mail_officers(app, &tx, &row, MailKind::ReferralStopped).await?;
    }
    let steps = [step];
    let done = happened(verb, &steps, Some(reason), Some(news::STOPPED));
    finish(app, tx, By::of(viewer, None), row, expected, done).await
}
