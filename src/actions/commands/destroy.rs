//! That seized goods were destroyed: one person says so, with a certificate, another one confirms it; one of the two at least
//! has nothing to gain by it (I14).

use jiff::civil::Date;
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{follow::noted, load, sight};
use crate::{
    actions::{
        rules::{self, ActionStep, DestructionState, Disposition},
        store::{self, DestructionRow, LineRow},
    },
    app::App,
    audience::{self, Kind, Sight},
    members,
    permissions::{Action, Viewer},
    platform::{
        clock::micros,
        db::{
            Tx, code,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
    },
};

/// A destruction to be confirmed.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewDestruction {
    pub(crate) seizures: Vec<Uuid>,
    pub(crate) on: Date,
    pub(crate) method: String,
    pub(crate) place: String,
    pub(crate) certificate_number: String,
    pub(crate) certificate_issuer: String,
    pub(crate) certificate_evidence: Option<Uuid>,
}

/// Says that goods were destroyed, for somebody else to confirm it.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED` where goods have come to an end or wait for another confirmation,
/// `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn ask(app: &App, viewer: &Viewer, key: &str, id: Uuid, new: NewDestruction) -> Result<Uuid> {
    let tx = app.begin().await?;
    let mut loaded = load(&tx, viewer, id).await?;
    let claim = match claim(&tx, viewer.person, "askSeizureDestruction", key, &(id, &new)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return Ok(id),
    };
    loaded.step(viewer, ActionStep::Follow, None)?;
    if let Some(evidence) = new.certificate_evidence {
        let sight = Sight::of(viewer, Action::EvidenceRead, tx.now());
        if !audience::sees(tx.connection(), &sight, Kind::Evidence, evidence).await? {
            return Err(ApiError::not_found());
        }
    }
    let lines = goods(&tx, id, &new.seizures).await?;
    let row = DestructionRow {
        id: app.ids.id(tx.now()),
        action_id: id,
        state: DestructionState::Asked.code().to_owned(),
        method: rules::line("method", &new.method, 200)?,
        place: rules::line("place", &new.place, 300)?,
        on_day: rules::past_day("on", new.on, tx.now(), loaded.row.time_zone.as_deref())?,
        certificate_number: rules::line("certificateNumber", &new.certificate_number, 100)?,
        certificate_issuer: rules::line("certificateIssuer", &new.certificate_issuer, 200)?,
        certificate_evidence_id: new.certificate_evidence,
        asked_by: viewer.person,
        asked_organization_id: viewer.organization,
        asked_at: micros(tx.now()),
        decided_by: None,
        decided_at: None,
        reason: None,
        version: 1,
    };
    let made = row.id;
    store::destruction_insert(&tx, row).await?;
    for line in lines {
        let line = LineRow {
            destruction_id: Some(made),
            ..line
        };
        store::line_save(&tx, &line).await?;
    }
    claim.keep(&tx, &[made]).await?;
    let detail = json!({ "destruction": made, "seizures": new.seizures.len() });
    noted(app, tx, viewer, id, ("askSeizureDestruction", &detail)).await
}

/// Goods of an action that have not come to an end and wait for nothing.
async fn goods(tx: &Tx, action: Uuid, ids: &[Uuid]) -> Result<Vec<LineRow>> {
    let lines = store::lines_by_ids(tx.connection(), ids).await?;
    let lines: Vec<LineRow> = lines.into_iter().filter(|line| line.action_id == action).collect();
    let mut wanted = ids.to_vec();
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.is_empty() || lines.len() != wanted.len() {
        return Err(ApiError::input(
            "seizureIds",
            "Name goods that were seized at this action.",
        ));
    }
    for line in &lines {
        let is_over = code::<Disposition>(&line.disposition)?.is_final() || line.struck_in.is_some();
        if is_over || line.destruction_id.is_some() {
            return Err(ErrorCode::TransitionNotAllowed.into());
        }
    }
    Ok(lines)
}

/// Confirms that goods were destroyed, or says that it was not so: by another person.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `FOUR_EYES` where the two are not two or both gain by it, `TRANSITION_NOT_ALLOWED`,
/// `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn decide(
    app: &App,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    confirm: bool,
    reason: Option<&str>,
) -> Result<Uuid> {
    let tx = app.begin().await?;
    let mut row = store::destruction_seen(tx.connection(), &sight(viewer, tx.now()), id).await?;
    let mut loaded = load(&tx, viewer, row.action_id).await?;
    loaded.step(viewer, ActionStep::Follow, None)?;
    let lines = store::lines_of(tx.connection(), &[row.action_id]).await?;
    let lines: Vec<LineRow> = lines
        .into_iter()
        .filter(|line| line.destruction_id == Some(id))
        .collect();
    let brands: Vec<Uuid> = lines.iter().filter_map(|line| line.brand_id).collect();
    let owners = store::owners_of_brands(tx.connection(), &brands).await?;
    let asker = members::viewer(tx.connection(), row.asked_by).await?;
    let mut of_asker = asker
        .map(|asker| asker.walled_organizations(tx.now()))
        .unwrap_or_default();
    of_asker.push(row.asked_organization_id);
    let of_decider = viewer.walled_organizations(tx.now());
    let one = (row.asked_by, of_asker.as_slice());
    let other = (viewer.person, of_decider.as_slice());
    if !rules::are_two(one, other, &owners) {
        return Err(ErrorCode::FourEyes.into());
    }
    if code::<DestructionState>(&row.state)? != DestructionState::Asked {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    if row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    let state = if confirm {
        DestructionState::Confirmed
    } else {
        DestructionState::Refused
    };
    state.code().clone_into(&mut row.state);
    (row.decided_by, row.decided_at) = (Some(viewer.person), Some(micros(tx.now())));
    row.reason = match confirm {
        true => rules::optional("reason", reason, 1_000)?,
        false => Some(rules::reason(reason.unwrap_or_default())?),
    };
    store::destruction_save(&tx, &row).await?;
    for line in lines {
        store::line_save(&tx, &decided(line, &row, confirm)).await?;
    }
    let detail = json!({ "destruction": id, "askedBy": row.asked_by, "state": state });
    noted(app, tx, viewer, row.action_id, ("decideSeizureDestruction", &detail)).await
}

/// Goods after the second person has spoken.
fn decided(line: LineRow, row: &DestructionRow, confirm: bool) -> LineRow {
    match confirm {
        true => LineRow {
            disposition: Disposition::Destroyed.code().to_owned(),
            disposition_on: row.on_day.clone(),
            ..line
        },
        false => LineRow {
            destruction_id: None,
            ..line
        },
    }
}
