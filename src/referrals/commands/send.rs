//! Freezing and sending what was approved: a manifest, a PDF, and the clock of the receipt.
//!
//! The bytes are made before the transaction begins. What cannot be sent any more as it was approved goes back to its author.

use uuid::Uuid;

use super::{By, Happened, agency_of, check, finish, gather, mail_officers, news, step};
use crate::{
    app::App,
    evidence,
    mail::MailKind,
    platform::{
        calendar::Calendar,
        clock::micros,
        db::Tx,
        error::{ApiError, ErrorCode, Result},
        files::Received,
    },
    referrals::{
        paper,
        rules::{RULES_VERSION, ReferralState, ReferralStep, receipt_due},
        store::{self, PackageRow, Row},
    },
};

/// Referrals of one turn.
const TURN: u64 = 20;

/// Sends what was approved; returns how many were sent. Any number of workers may run it: each referral is sent by one.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE` where nothing can be read. One that cannot be sent is logged and holds up no other.
pub(crate) async fn send_due(app: &App) -> Result<usize> {
    let mut sent = 0;
    for row in store::referrals_in(app.db.read(), &[ReferralState::Approved], TURN).await? {
        match Box::pin(send(app, &row)).await {
            Ok(()) => sent += 1,
            // Somebody acted in the same moment: what they did stands.
            Err(error) if matches!(error.code, ErrorCode::StaleVersion | ErrorCode::TransitionNotAllowed) => {}
            Err(error) if error.code.is_refusal() => {
                // One that cannot even be given back waits for the next turn, and the others do not wait for it.
                if let Err(error) = fall_back(app, &row, &error).await {
                    tracing::error!(referral = %row.id, code = error.code.as_str(), "a referral could not be given back");
                }
            }
            Err(error) => {
                tracing::error!(referral = %row.id, code = error.code.as_str(), "a referral could not be sent");
            }
        }
    }
    Ok(sent)
}

async fn send(app: &App, approved: &Row) -> Result<()> {
    let (connection, now) = (app.db.read(), app.now());
    let checked = check(connection, approved, now).await?;
    checked.must_be_sendable(connection, approved, now).await?;
    let gathered = gather(connection, approved, &checked, now).await?;
    let pdf = paper::set(&gathered.manifest, &gathered.sha256).await?;
    let kept = evidence::write_made(app, pdf).await;
    let (file, received) = kept.map_err(|_| ApiError::from(ErrorCode::Unavailable))?;

    let tx = app.begin().await?;
    let row = store::referral_lock(&tx, approved.id).await?;
    let mut row = row.ok_or_else(ApiError::not_found)?;
    if row.version != approved.version {
        return Err(ErrorCode::StaleVersion.into());
    }
    // What it cites may have fallen while the pages were set (I34).
    let again = check(tx.connection(), &row, tx.now()).await?;
    again.must_be_sendable(tx.connection(), &row, tx.now()).await?;
    let score = checked.completeness.score;
    keep(&tx, &row, (gathered.text, gathered.sha256), (file, &received), score).await?;
    begin_receipt(&tx, &mut row).await?;
    step(&mut row, ReferralStep::Sent)?;
    row.sent_at = Some(micros(tx.now()));
    mail_officers(app, &tx, &row, MailKind::ReferralSent).await?;
    let happened = Happened {
        verb: "sendReferral",
        steps: &[ReferralStep::Sent],
        note: None,
        news: Some(news::SENT),
    };
    let expected = row.version;
    finish(app, tx, By::default(), row, expected, happened).await.map(drop)
}

async fn keep(
    tx: &Tx,
    row: &Row,
    (manifest, manifest_sha256): (String, String),
    (file, received): (Uuid, &Received),
    score: i32,
) -> Result<()> {
    let file = evidence::keep_made(tx, file, received, "application/pdf").await?;
    let package = PackageRow {
        referral_id: row.id,
        manifest,
        manifest_sha256,
        pdf_file_id: file.id,
        pdf_sha256: file.sha256,
        score,
        rules_version: RULES_VERSION.to_owned(),
        frozen_at: micros(tx.now()),
    };
    store::package_insert(tx, package).await
}

/// Begins the clock of the receipt, on the agency's calendar.
async fn begin_receipt(tx: &Tx, row: &mut Row) -> Result<()> {
    let (agency, zone) = agency_of(tx.connection(), row.agency_id).await?;
    let calendar = Calendar::for_country(&agency.country);
    let due = receipt_due(tx.now(), calendar, &zone).map_err(ApiError::internal)?;
    row.receipt_due_on = Some(due.due_on.to_string());
    row.receipt_due_at = Some(micros(due.due_at));
    row.receipt_provisional = due.provisional;
    row.receipt_calendar = Some(due.calendar_version);
    Ok(())
}

/// Gives back to its author what cannot be sent any more, with the reason.
async fn fall_back(app: &App, approved: &Row, why: &ApiError) -> Result<()> {
    let tx = app.begin().await?;
    let Some(mut row) = store::referral_lock(&tx, approved.id).await? else {
        return Ok(());
    };
    if row.version != approved.version {
        return Ok(());
    }
    step(&mut row, ReferralStep::FellBack)?;
    (row.approved_by, row.approved_at) = (None, None);
    let happened = Happened {
        verb: "returnReferral",
        steps: &[ReferralStep::FellBack],
        note: Some(why.message.clone().into_owned()),
        news: Some(news::RETURNED),
    };
    let expected = row.version;
    finish(app, tx, By::default(), row, expected, happened).await.map(drop)
}
