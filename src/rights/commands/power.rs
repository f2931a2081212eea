//! Powers of attorney: submitted by principal or agent, verified by the desk, revoked by any of the three.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{check_version, finish, first, seen_organization};
use crate::{
    app::App,
    audit::{Act, Category},
    members::{self, OrganizationRow, OrganizationState, rules::facts},
    permissions::{Viewer, viewer::PoaAction},
    platform::{
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
    rights::{
        rules::power::{
            MOST_BRANDS, PoaState, PoaStep, PowerOfAttorneyRow, check_parties, permit, permit_submission, poa_actions,
            power_validity, take,
        },
        store,
    },
};

/// A power of attorney to be.
#[derive(Debug, Clone, Serialize)]
pub struct SubmitPowerOfAttorney {
    /// Who gives it; the viewer's own organisation where none is named.
    pub principal: Option<Uuid>,
    /// Who may act by it.
    pub agent: Uuid,
    /// The brands it covers; none at all means all of the principal's.
    pub brands: Vec<Uuid>,
    /// What it allows.
    pub actions: Vec<PoaAction>,
    /// The first day.
    pub valid_from: Date,
    /// The last day.
    pub valid_to: Date,
}

/// Submits a power of attorney as its principal or its agent.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `TRANSITION_NOT_ALLOWED` where one of the two is not active,
/// `IDEMPOTENCY_MISMATCH`.
pub async fn submit_power_of_attorney(
    app: &App,
    viewer: &Viewer,
    key: &str,
    input: &SubmitPowerOfAttorney,
) -> Result<PowerOfAttorneyRow> {
    let tx = app.begin().await?;
    let principal = seen_organization(&tx, viewer, input.principal.unwrap_or(viewer.organization)).await?;
    let agent = seen_organization(&tx, viewer, input.agent).await?;
    permit_submission(viewer, principal.id, agent.id, tx.now())?;
    let claim = match claim(&tx, viewer.person, "submitPowerOfAttorney", key, input).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let row = store::powers(tx.connection(), &[first(&ids)?]).await?.pop();
            return row.ok_or_else(ApiError::not_found);
        }
    };
    check_parties(principal.kind, agent.kind)?;
    check_active(&[&principal, &agent])?;
    let (valid_from, valid_until) = power_validity(input.valid_from, input.valid_to, tx.now())?;
    let power = PowerOfAttorneyRow {
        id: app.ids.id(tx.now()),
        principal: principal.id,
        agent: agent.id,
        brands: brands(&tx, principal.id, &input.brands).await?,
        actions: poa_actions(&input.actions)?,
        state: PoaState::Submitted,
        submitted_by: viewer.person,
        verified_by: None,
        verified_at: None,
        valid_from,
        valid_until,
        version: 1,
        created_at: tx.now(),
    };
    store::power_insert(&tx, &power).await?;
    claim.keep(&tx, &[power.id]).await?;
    let act = Act::on(Category::Admin, "submitPowerOfAttorney", IdKind::Poa, power.id);
    finish(app, tx, viewer, act).await?;
    Ok(power)
}

/// Verifies or revokes a power of attorney; what its agent sees changes with the next request.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`, `TRANSITION_NOT_ALLOWED`, `FOUR_EYES` where who submitted
/// it would verify it.
pub async fn change_power_of_attorney(
    app: &App,
    viewer: &Viewer,
    step: PoaStep,
    change: members::Transition,
) -> Result<PowerOfAttorneyRow> {
    let tx = app.begin().await?;
    let found = store::powers(tx.connection(), &[change.id]).await?.pop();
    let row = found
        .filter(|row| row.is_seen_by(viewer))
        .ok_or_else(ApiError::not_found)?;
    permit(step, viewer, &row, tx.now())?;
    check_version(row.version, change.expected_version)?;
    let reason = facts::reason(change.reason.as_deref())?;
    let state = take(step, viewer, &row, tx.now())?;
    let row = match step {
        PoaStep::Verify => PowerOfAttorneyRow {
            state,
            verified_by: Some(viewer.person),
            verified_at: Some(tx.now()),
            ..row
        },
        PoaStep::Revoke => PowerOfAttorneyRow { state, ..row },
    };
    let row = store::power_save(&tx, row).await?;
    members::raise_authz_epoch(&tx).await?;
    let mutation = match step {
        PoaStep::Verify => "verifyPowerOfAttorney",
        PoaStep::Revoke => "revokePowerOfAttorney",
    };
    let detail = json!({ "reason": reason });
    let act = Act::on(Category::Admin, mutation, IdKind::Poa, row.id).with(&detail);
    finish(app, tx, viewer, act).await?;
    Ok(row)
}

fn check_active(parties: &[&OrganizationRow]) -> Result<()> {
    if parties.iter().all(|party| party.state == OrganizationState::Active) {
        Ok(())
    } else {
        Err(ErrorCode::TransitionNotAllowed.into())
    }
}

/// The brands that are covered: active ones of the principal; none at all means all of them, later ones too.
async fn brands(tx: &Tx, principal: Uuid, wanted: &[Uuid]) -> Result<Option<Vec<Uuid>>> {
    let mut wanted = wanted.to_vec();
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.is_empty() {
        return Ok(None);
    }
    if wanted.len() > MOST_BRANDS {
        let text = format!("At most {MOST_BRANDS} brands can be named.");
        return Err(ApiError::input("brandIds", text));
    }
    let found = store::brands(tx.connection(), &wanted).await?;
    let is_covered = found.len() == wanted.len()
        && found
            .iter()
            .all(|brand| brand.organization_id == principal && brand.active);
    if is_covered {
        Ok(Some(wanted))
    } else {
        Err(ApiError::input(
            "brandIds",
            "Name brands of the principal that are in use.",
        ))
    }
}
