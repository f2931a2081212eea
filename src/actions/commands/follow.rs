//! What becomes of suspects and seized goods, to the end of each.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{Done, Loaded, load, note, sight};
use crate::{
    actions::{
        rules::{self, ActionStep, CustodyStage, Disposition, FollowUpStep, Standing},
        store::{self, ActionRow, LineRow, StageRow, SuspectRow},
    },
    app::App,
    permissions::{Action, Viewer},
    platform::{
        clock::micros,
        db::{
            Connection, Tx, code,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
    },
};

/// A stage to be.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewStage {
    pub(crate) stage: CustodyStage,
    pub(crate) on: Date,
    pub(crate) note: Option<String>,
}

/// Whether somebody who stands so to an action may do something to a suspect or to goods of it.
#[must_use]
pub(crate) fn may(viewer: &Viewer, standing: &Standing, step: FollowUpStep) -> bool {
    let step = match step {
        FollowUpStep::RecordStage
        | FollowUpStep::RecordDisposition
        | FollowUpStep::AskDestruction
        | FollowUpStep::DecideDestruction => ActionStep::Follow,
        FollowUpStep::VerifyStage => {
            return standing.step(viewer, ActionStep::Follow).is_ok() && viewer.has(Action::OutcomeVerify);
        }
        FollowUpStep::End => {
            return standing.step(viewer, ActionStep::Follow).is_ok() && viewer.has(Action::FollowUpClose);
        }
        FollowUpStep::Strike => ActionStep::RecordOutcome,
        FollowUpStep::Reveal => return standing.role.is_some() && viewer.has(Action::PersonalDataRead),
    };
    standing.step(viewer, step).is_ok()
}

/// A suspect of an action that the viewer sees and follows up.
async fn suspect(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<(SuspectRow, Loaded)> {
    let row = store::suspect_seen(tx.connection(), &sight(viewer, tx.now()), id).await?;
    let mut loaded = load(tx, viewer, row.action_id).await?;
    loaded.step(viewer, ActionStep::Follow, None)?;
    match row.struck_in {
        Some(_) => Err(ErrorCode::TransitionNotAllowed.into()),
        None => Ok((row, loaded)),
    }
}

/// Seized goods of an action that the viewer sees and follows up.
pub(super) async fn line(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<(LineRow, Loaded)> {
    let row = store::line_seen(tx.connection(), &sight(viewer, tx.now()), id).await?;
    let mut loaded = load(tx, viewer, row.action_id).await?;
    loaded.step(viewer, ActionStep::Follow, None)?;
    match row.struck_in {
        Some(_) => Err(ErrorCode::TransitionNotAllowed.into()),
        None => Ok((row, loaded)),
    }
}

/// Writes down another stage of a suspect; it counts once somebody else has verified it.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn record_stage(app: &App, viewer: &Viewer, key: &str, id: Uuid, new: NewStage) -> Result<Uuid> {
    let tx = app.begin().await?;
    let (row, loaded) = suspect(&tx, viewer, id).await?;
    let claim = match claim(&tx, viewer.person, "recordSuspectStage", key, &(id, &new)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return Ok(row.action_id),
    };
    let stage = StageRow {
        id: app.ids.id(tx.now()),
        suspect_id: id,
        stage: new.stage.code().to_owned(),
        on_day: rules::past_day("on", new.on, tx.now(), loaded.row.time_zone.as_deref())?,
        note: rules::optional("note", new.note.as_deref(), 1_000)?,
        recorded_by: viewer.person,
        recorded_at: micros(tx.now()),
        verified_by: None,
        verified_at: None,
    };
    claim.keep(&tx, &[stage.id]).await?;
    let detail = json!({ "suspect": id, "stage": new.stage });
    store::stage_insert(&tx, stage).await?;
    noted(app, tx, viewer, row.action_id, ("recordSuspectStage", &detail)).await
}

/// Verifies a stage that somebody else wrote down.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `FOUR_EYES`, `TRANSITION_NOT_ALLOWED` where it is verified already, `BAD_USER_INPUT`.
pub(crate) async fn verify_stage(app: &App, viewer: &Viewer, id: Uuid, stage: Uuid) -> Result<Uuid> {
    let tx = app.begin().await?;
    let (row, loaded) = suspect(&tx, viewer, id).await?;
    if !may(viewer, &loaded.standing, FollowUpStep::VerifyStage) {
        return Err(ErrorCode::Forbidden.into());
    }
    let stages = store::stages_of(tx.connection(), &[id]).await?;
    let found = stages.into_iter().find(|found| found.id == stage);
    let found = found.ok_or_else(|| ApiError::input("stageId", "The suspect has no such stage."))?;
    if found.recorded_by == viewer.person {
        return Err(ErrorCode::FourEyes.into());
    }
    if !store::stage_verify(&tx, stage, viewer.person).await? {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    let detail = json!({ "suspect": id, "stage": stage });
    noted(app, tx, viewer, row.action_id, ("verifySuspectStage", &detail)).await
}

/// Writes down what becomes of seized goods; that they were destroyed two people say.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED` where they have come to an end, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn record_disposition(
    app: &App,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    (disposition, on): (Disposition, Date),
    storage_place: Option<&str>,
) -> Result<Uuid> {
    let tx = app.begin().await?;
    let (mut row, loaded) = line(&tx, viewer, id).await?;
    let before: Disposition = code(&row.disposition)?;
    if before.is_final() || row.destruction_id.is_some() {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    if row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    if disposition == Disposition::Destroyed {
        return Err(ApiError::input(
            "disposition",
            "That goods were destroyed two people say.",
        ));
    }
    disposition.code().clone_into(&mut row.disposition);
    row.disposition_on = rules::past_day("on", on, tx.now(), loaded.row.time_zone.as_deref())?;
    if let Some(place) = storage_place {
        row.storage_place = rules::optional("storagePlace", Some(place), 300)?;
    }
    store::line_save(&tx, &row).await?;
    let detail = json!({ "seizure": id, "from": before, "to": disposition });
    noted(app, tx, viewer, row.action_id, ("recordDisposition", &detail)).await
}

/// Ends the following-up of a suspect or of seized goods that have come to no end, with a reason.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn end(app: &App, viewer: &Viewer, what: Followed, expected: i32, reason: &str) -> Result<Uuid> {
    let tx = app.begin().await?;
    let reason = Some(rules::reason(reason));
    let (action, key) = match what {
        Followed::Suspect(id) => {
            let (mut row, loaded) = suspect(&tx, viewer, id).await?;
            must_end(viewer, &loaded, row.no_follow_up.as_ref(), (row.version, expected))?;
            row.no_follow_up = reason.transpose()?;
            store::suspect_save(&tx, &row).await?;
            (row.action_id, id)
        }
        Followed::Seizure(id) => {
            let (mut row, loaded) = line(&tx, viewer, id).await?;
            must_end(viewer, &loaded, row.no_follow_up.as_ref(), (row.version, expected))?;
            row.no_follow_up = reason.transpose()?;
            store::line_save(&tx, &row).await?;
            (row.action_id, id)
        }
    };
    let detail = json!({ "entry": key });
    noted(app, tx, viewer, action, ("endFollowUp", &detail)).await
}

/// What is followed up.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Followed {
    /// A suspect.
    Suspect(Uuid),
    /// Seized goods.
    Seizure(Uuid),
}

fn must_end(viewer: &Viewer, loaded: &Loaded, ended: Option<&String>, (version, expected): (i32, i32)) -> Result<()> {
    if !may(viewer, &loaded.standing, FollowUpStep::End) {
        return Err(ErrorCode::Forbidden.into());
    }
    if ended.is_some() {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    match version == expected {
        true => Ok(()),
        false => Err(ErrorCode::StaleVersion.into()),
    }
}

/// Refuses to approve an action about leads of which appraisals contradict each other (I20).
///
/// # Errors
/// `APPRAISAL_CONFLICT`.
pub(super) async fn must_not_be_blocked(connection: &impl Connection, action: Uuid) -> Result<()> {
    let pairs = store::leads_of(connection, &[action]).await?;
    let leads: Vec<Uuid> = pairs.into_iter().map(|(_, lead)| lead).collect();
    match crate::appraisals::blocked(connection, &leads).await?.is_empty() {
        true => Ok(()),
        false => Err(ErrorCode::AppraisalConflict.into()),
    }
}

/// Insists that every suspect and all goods have come to an end, or are followed no more.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED`.
pub(super) async fn must_be_ended(connection: &impl Connection, row: &ActionRow) -> Result<()> {
    let suspects = store::suspects_of(connection, &[row.id]).await?;
    let followed: Vec<Uuid> = suspects
        .into_iter()
        .filter(|suspect| suspect.struck_in.is_none() && suspect.no_follow_up.is_none())
        .map(|suspect| suspect.id)
        .collect();
    let stages = store::stages_of(connection, &followed).await?;
    for suspect in followed {
        let verified = stages
            .iter()
            .rfind(|stage| stage.suspect_id == suspect && stage.verified_at.is_some());
        let is_final = verified.map(|stage| code::<CustodyStage>(&stage.stage)).transpose()?;
        if !is_final.is_some_and(CustodyStage::is_final) {
            return Err(unfinished());
        }
    }
    for line in store::lines_of(connection, &[row.id]).await? {
        let is_followed = line.struck_in.is_none() && line.no_follow_up.is_none();
        if is_followed && !code::<Disposition>(&line.disposition)?.is_final() {
            return Err(unfinished());
        }
    }
    Ok(())
}

fn unfinished() -> ApiError {
    let text = "A suspect or goods have not come to an end. Follow them, or say that nobody does any more.";
    ApiError::because(ErrorCode::TransitionNotAllowed, text)
}

/// Writes the audit entry and commits; the action itself stays as it is.
pub(super) async fn noted(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    action: Uuid,
    (mutation, detail): (&'static str, &serde_json::Value),
) -> Result<Uuid> {
    let done = Done {
        mutation,
        detail,
        news: Vec::new(),
        compares: false,
    };
    note(app, tx, viewer, action, done).await
}
