//! Closing a lead: resolve, reopen, retract.

use uuid::Uuid;

use super::{
    create::{conclude, record},
    load_locked,
    tell::News,
    text,
};
use crate::{
    app::App,
    audit::Actor,
    leads::{
        rules::{
            DeliveryState, DeliveryStep, LeadOutcome, LeadStep, TimelineKind, holds_up_closing, next, next_delivery,
        },
        store::{self, DeliveryRow, LeadRow, Touch},
    },
    mail::{self, MailKind},
    permissions::{Action, Viewer},
    platform::{
        db::{Tx, code},
        error::{ApiError, ErrorCode, Result},
    },
};

/// Closes a shared lead with an outcome.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED` while a delivery still waits for an answer.
pub(crate) async fn resolve(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    outcome: LeadOutcome,
    note: Option<&str>,
) -> Result<LeadRow> {
    let tx = app.begin().await?;
    let mut loaded = load_locked(&tx, viewer, id).await?;
    loaded.step(viewer, Action::LeadResolve, LeadStep::Resolve, tx.now())?;
    let open = store::open_deliveries_of(tx.connection(), id).await?;
    let named_only = loaded.facts.lead.is_for_named_only();
    for row in &open {
        if holds_up_closing(code(&row.state)?, named_only) {
            return Err(ApiError::because(
                ErrorCode::TransitionNotAllowed,
                "A delivery still waits for its answer.",
            ));
        }
    }
    let note = note
        .filter(|note| !note.trim().is_empty())
        .map(|note| text("note", note, 2_000))
        .transpose()?;
    let mut lead = loaded.lead;
    lead.outcome = Some(outcome.code().to_owned());
    let lead = store::lead_update(&tx, lead, expected, Touch::Content).await?;
    close_deliveries(&tx, open).await?;
    let news = News::to_viewers(TimelineKind::Resolved).with(note.unwrap_or_else(|| outcome.code().to_owned()));
    conclude(app, viewer, tx, lead, "resolveLead", news).await
}

/// Opens a resolved lead again.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`.
pub(crate) async fn reopen(app: &App, viewer: &Viewer, id: Uuid, expected: i32, reason: &str) -> Result<LeadRow> {
    let tx = app.begin().await?;
    let mut loaded = load_locked(&tx, viewer, id).await?;
    loaded.step(viewer, Action::LeadResolve, LeadStep::Reopen, tx.now())?;
    let reason = text("reason", reason, 2_000)?;
    let mut lead = loaded.lead;
    lead.outcome = None;
    let lead = store::lead_update(&tx, lead, expected, Touch::Content).await?;
    conclude(
        app,
        viewer,
        tx,
        lead,
        "reopenLead",
        News::to_viewers(TimelineKind::Reopened).with(reason),
    )
    .await
}

/// Takes a lead back: everybody who sees it is told, everybody who ever saw it gets a mail, nobody has to answer any more,
/// nothing is deleted.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`.
pub(crate) async fn retract(app: &App, viewer: &Viewer, id: Uuid, expected: i32, reason: &str) -> Result<LeadRow> {
    let tx = app.begin().await?;
    let mut loaded = load_locked(&tx, viewer, id).await?;
    loaded.step(viewer, Action::LeadShare, LeadStep::Retract, tx.now())?;
    let reason = text("reason", reason, 2_000)?;
    let lead = store::lead_update(&tx, loaded.lead, expected, Touch::Content).await?;
    let open = store::open_deliveries_of(tx.connection(), id).await?;
    close_deliveries(&tx, open).await?;
    // Who lost sight meanwhile may have acted on it all the same (I35).
    let mut readers = store::people_who_saw(tx.connection(), id).await?;
    readers.retain(|person| *person != viewer.person);
    mail::notify_all(&tx, app.ids.as_ref(), &readers, MailKind::LeadRetracted, id).await?;
    conclude(
        app,
        viewer,
        tx,
        lead,
        "retractLead",
        News::to_viewers(TimelineKind::Retracted).with(reason),
    )
    .await
}

/// Takes a lead back because what was bought for it is genuine, in the caller's transaction and in the service's own name:
/// everybody who ever saw it is told (I35), and what its grade says of the information is lowered to "improbable". False where it
/// cannot be taken back any more.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn retract_as_genuine(app: &App, tx: &Tx, id: Uuid, reason: &str) -> Result<bool> {
    let mut lead = store::lead_lock(tx, id).await?;
    let Some(next) = next(code(&lead.state)?, LeadStep::Retract) else {
        return Ok(false);
    };
    <&str>::from(next).clone_into(&mut lead.state);
    lead.grade = lead.grade.as_deref().map(lowered);
    let expected = lead.version;
    let lead = store::lead_update(tx, lead, expected, Touch::Content).await?;
    let open = store::open_deliveries_of(tx.connection(), id).await?;
    close_deliveries(tx, open).await?;
    let readers = store::people_who_saw(tx.connection(), id).await?;
    mail::notify_all(tx, app.ids.as_ref(), &readers, MailKind::LeadRetracted, id).await?;
    let news = News::to_viewers(TimelineKind::Retracted).with(reason);
    let _recorded = record(app, Actor::System, tx, &lead, "retractLeadByAppraisal", news).await?;
    Ok(true)
}

/// A grade of which the information is improbable: its digit is 5.
fn lowered(grade: &str) -> String {
    grade.chars().take(1).chain(['5']).collect()
}

/// What people call a lead, whoever asks: for the mail to those who saw it once.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn reference_of(app: &App, lead: Uuid) -> Result<Option<String>> {
    store::reference_of(app.db.read(), lead).await
}

/// Closes deliveries that nobody can answer any more; the lead's own news tells of it.
pub(super) async fn close_deliveries(tx: &Tx, rows: Vec<DeliveryRow>) -> Result<()> {
    for mut row in rows {
        let state: DeliveryState = code(&row.state)?;
        let Some(next) = next_delivery(state, DeliveryStep::Close) else {
            continue;
        };
        <&str>::from(next).clone_into(&mut row.state);
        let expected = row.version;
        store::delivery_update(tx, row, expected).await?;
    }
    Ok(())
}
