//! The passing of time: agencies that are late, leads that were taken back, officers with another account.

use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use uuid::Uuid;

use super::{By, keep_step, mail_officers, news, record};
use crate::{
    app::App,
    mail::MailKind,
    members,
    platform::{
        clock::{micros, timestamp},
        db::Recorded,
        error::{ApiError, Result},
    },
    referrals::{
        rules::{FEEDBACK_DAYS, ReferralState, ReferralStep},
        store::{self, Row},
    },
};

/// Referrals of one turn.
const TURN: u64 = 500;
/// Days between two reminders of the same receipt.
const RECEIPT_EVERY: i64 = 7;
/// How often an agency is reminded of the same.
const MOST_REMINDERS: i64 = 3;

const DAY: i64 = 24 * 60 * 60;

/// Does what time brings; returns how much there was to do.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn sweep(app: &App) -> Result<usize> {
    let mut done = relink(app).await?;
    for (referral, lead) in store::leads_retracted(app.db.read()).await? {
        done += usize::from(tell_of_retraction(app, referral, lead).await?);
    }
    let now = app.now();
    let feedback = SignedDuration::from_hours(24 * FEEDBACK_DAYS);
    let before = now.checked_sub(feedback).map_err(ApiError::internal)?;
    for row in store::referrals_late(app.db.read(), micros(now), micros(before), TURN).await? {
        if let Some(reminder) = reminder(&row, now)? {
            done += usize::from(remind(app, row.id, &reminder).await?);
        }
    }
    Ok(done)
}

/// The reminder that is due of something late: of a receipt once a week, of feedback once a month, three times each.
fn reminder(row: &Row, now: Timestamp) -> Result<Option<String>> {
    let (what, since, every) = match store::state_of(row)? {
        ReferralState::Sent => ("receipt", row.receipt_due_at, RECEIPT_EVERY),
        _ => ("feedback", row.decided_at, FEEDBACK_DAYS),
    };
    let Some(since) = since else { return Ok(None) };
    let passed = now.duration_since(timestamp(since)).as_secs() / (every * DAY);
    // A receipt is reminded of at once, feedback after its first month.
    let number = if what == "receipt" { passed + 1 } else { passed };
    Ok((1..=MOST_REMINDERS)
        .contains(&number)
        .then(|| format!("{what}:{number}")))
}

async fn remind(app: &App, referral: Uuid, reminder: &str) -> Result<bool> {
    let tx = app.begin().await?;
    let Some(row) = store::referral_lock(&tx, referral).await? else {
        return Ok(false);
    };
    if !store::reminder_insert(&tx, referral, reminder).await? {
        return Ok(false);
    }
    mail_officers(app, &tx, &row, MailKind::ReferralReminder).await?;
    let what = reminder.split(':').next().map(str::to_owned);
    keep_step(app, &tx, By::default(), referral, ReferralStep::Reminded, what).await?;
    told(
        app,
        tx,
        &row,
        news::LATE,
        ("remindReferral", &json!({ "of": reminder })),
    )
    .await?;
    Ok(true)
}

/// Tells the officers and its own side that a lead in it was taken back (I35).
async fn tell_of_retraction(app: &App, referral: Uuid, lead: Uuid) -> Result<bool> {
    let tx = app.begin().await?;
    let Some(row) = store::referral_lock(&tx, referral).await? else {
        return Ok(false);
    };
    let parts = store::parts_of(tx.connection(), referral).await?;
    let content = store::content_of(tx.connection(), &parts).await?;
    let Some(lead) = content.leads.iter().find(|row| row.id == lead) else {
        return Ok(false);
    };
    if !store::reminder_insert(&tx, referral, &format!("lead:{}", lead.id)).await? {
        return Ok(false);
    }
    mail_officers(app, &tx, &row, MailKind::ReferralStopped).await?;
    let reference = Some(lead.reference.clone());
    keep_step(
        app,
        &tx,
        By::default(),
        referral,
        ReferralStep::LeadRetracted,
        reference,
    )
    .await?;
    told(
        app,
        tx,
        &row,
        news::STOPPED,
        ("retractReferral", &json!({ "lead": lead.id })),
    )
    .await?;
    Ok(true)
}

async fn told(
    app: &App,
    tx: crate::platform::db::Tx,
    row: &Row,
    kind: &'static str,
    (verb, detail): (&'static str, &serde_json::Value),
) -> Result<()> {
    let leads = store::leads_of(tx.connection(), &[row.id]).await?;
    let lead = leads.first().map(|(_, lead)| *lead);
    if let Some(lead) = lead {
        news::publish(app, &tx, kind, (row.id, lead), None).await?;
    }
    let proof = record(app, &tx, By::default(), (verb, row.id, lead), detail).await?;
    tx.commit(proof).await
}

/// Opens what was sent to officers who have got an account since, and closes it where they have lost it.
async fn relink(app: &App) -> Result<usize> {
    let changed = store::officers_changed(app.db.read()).await?;
    for (naming, referral, person) in &changed {
        let tx = app.begin().await?;
        let Some(row) = store::referral_lock(&tx, *referral).await? else {
            continue;
        };
        store::officer_link(&tx, *naming, *person).await?;
        store::rewrite_audience(&tx, &row).await?;
        members::raise_authz_epoch(&tx).await?;
        // Nothing was done that the directory of agencies does not say.
        tx.commit(Recorded(())).await?;
    }
    Ok(changed.len())
}
