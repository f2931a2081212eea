//! Powers of attorney that nobody gave.

use serde_json::json;
use uuid::Uuid;

use super::{check_version, finish};
use crate::{
    app::App,
    audit::{Act, Category},
    members::{self, Transition, rules::facts},
    permissions::{Action, Viewer},
    platform::{
        clock::micros,
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, encode},
    },
    rights::{
        rules::power::{PoaState, PoaStep, PowerOfAttorneyRow, permit},
        store::{self, BadFaithRow},
    },
};

/// What it is called that somebody handed in a power of attorney that nobody gave (domain.md §4.9).
const FORGED_AUTHORISATION: &str = "FORGED_AUTHORISATION";

/// Whether the viewer could report a power of attorney as forged; `is_reported` says that somebody has.
#[must_use]
pub fn may_report(viewer: &Viewer, row: &PowerOfAttorneyRow, is_reported: bool) -> bool {
    !is_reported && viewer.active && viewer.has(Action::PowerOfAttorneyVerify) && row.submitted_by != viewer.person
}

/// Writes down that a power of attorney is forged, and takes it back where it is in force or waits: what its agent saw by it is out of
/// sight at the next request. It is said against the organisation whose person submitted it. What follows for that one is found by
/// two people, in its good-faith account.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT` without a reason, `ALREADY_EXISTS` where it was reported, `FOUR_EYES`
/// for who submitted it.
pub async fn report_forged_power(app: &App, viewer: &Viewer, change: Transition) -> Result<PowerOfAttorneyRow> {
    let tx = app.begin().await?;
    let found = store::powers(tx.connection(), &[change.id]).await?.pop();
    let row = found.filter(|row| row.is_seen_by(viewer));
    let row = row.ok_or_else(ApiError::not_found)?;
    permit(PoaStep::Verify, viewer, &row, tx.now())?;
    check_version(row.version, change.expected_version)?;
    let reason = facts::reason(change.reason.as_deref())?;
    let reason = reason.ok_or_else(|| ApiError::input("reason", "Say how it is known."))?;
    if row.submitted_by == viewer.person {
        return Err(ErrorCode::FourEyes.into());
    }
    if !store::bad_faith_of(tx.connection(), &[row.id]).await?.is_empty() {
        return Err(ErrorCode::AlreadyExists.into());
    }
    let submitter = members::people_by_ids(tx.connection(), &[row.submitted_by])
        .await?
        .pop();
    let against = submitter.map_or(row.agent, |person| person.organization);
    let state = match row.state_at(tx.now()) {
        PoaState::Submitted | PoaState::Verified => PoaState::Revoked,
        PoaState::Expired | PoaState::Revoked => row.state,
    };
    let row = store::power_save(&tx, PowerOfAttorneyRow { state, ..row }).await?;
    let event = BadFaithRow {
        id: app.ids.id(tx.now()),
        kind: FORGED_AUTHORISATION.to_owned(),
        organization_id: against,
        power_id: row.id,
        reason: reason.clone(),
        recorded_by: viewer.person,
        recorded_at: micros(tx.now()),
    };
    store::bad_faith_insert(&tx, event).await?;
    members::raise_authz_epoch(&tx).await?;
    let detail = json!({ "reason": reason, "kind": FORGED_AUTHORISATION, "against": encode(IdKind::Org, against) });
    let act = Act::on(Category::Admin, "reportForgedPowerOfAttorney", IdKind::Poa, row.id).with(&detail);
    finish(app, tx, viewer, act).await?;
    Ok(row)
}

/// When and why some powers of attorney were reported as forged.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn forged_powers(app: &App, powers: &[Uuid]) -> Result<Vec<BadFaithRow>> {
    store::bad_faith_of(app.db.read(), powers).await
}
