//! What an action rests on: whoever proposes it sees all of it, and something of it was confirmed.

use std::collections::HashMap;

use uuid::Uuid;

use crate::{
    actions::{
        rules::MOST_BASIS,
        store::{self, Basis},
    },
    audience::{self, Kind, Sight},
    permissions::{Action, Viewer, viewer::OrganizationKind},
    platform::{
        db::Tx,
        error::{ApiError, Result},
    },
    referrals,
};

/// Insists that only law enforcement has cases of its own.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub(super) fn may_be_own(viewer: &Viewer, own_case: bool) -> Result<()> {
    match own_case && viewer.kind != OrganizationKind::LeAgency {
        true => Err(ApiError::input(
            "isOwnCase",
            "Only law enforcement has cases of its own.",
        )),
        false => Ok(()),
    }
}

/// Insists that the viewer sees what an action is to rest on, and that it may rest on that: on a lead that was confirmed, unless
/// it `stands` without one.
///
/// # Errors
/// `NOT_FOUND` for what is not seen; `BAD_USER_INPUT` for too much, and where nothing of it was confirmed.
pub(super) async fn check(viewer: &Viewer, tx: &Tx, basis: &Basis, stands: bool) -> Result<()> {
    for (field, ids) in [
        ("leadIds", &basis.leads),
        ("subjectIds", &basis.subjects),
        ("referralIds", &basis.referrals),
    ] {
        if ids.len() > MOST_BASIS {
            return Err(ApiError::input(field, format!("Name at most {MOST_BASIS}.")));
        }
    }
    let sight = Sight::of(viewer, Action::LeadRead, tx.now());
    all_seen(tx, &sight, Kind::Lead, &basis.leads).await?;
    all_seen(tx, &sight, Kind::Subject, &basis.subjects).await?;
    for referral in &basis.referrals {
        if !referrals::sees(tx.connection(), viewer, &sight, *referral).await? {
            return Err(ApiError::not_found());
        }
    }
    let is_confirmed = store::is_confirmed(tx.connection(), &sight, viewer.organization, &basis.leads).await?;
    if !stands && !is_confirmed {
        return Err(ApiError::input("leadIds", "Name a lead that was confirmed."));
    }
    Ok(())
}

async fn all_seen(tx: &Tx, sight: &Sight, kind: Kind, ids: &[Uuid]) -> Result<()> {
    let seen = audience::seen(tx.connection(), sight, kind, ids).await?;
    match ids.iter().all(|id| seen.contains(id)) {
        true => Ok(()),
        false => Err(ApiError::not_found()),
    }
}

/// Writes what an action rests on. Who must not know of one of its leads must not know of the action either; see [`walls_put`].
pub(super) async fn put(tx: &Tx, action: Uuid, led_by: Option<Uuid>, basis: &Basis) -> Result<()> {
    store::basis_put(tx, action, basis).await?;
    walls_put(tx, action, led_by, &basis.leads).await
}

/// Has the walls around some leads stand around an action that rests on them. The agency that leads an action already stays: what
/// nobody leads nobody can stop. It sees such a lead no more, and what it does because of it all the same.
pub(super) async fn walls_put(tx: &Tx, action: Uuid, led_by: Option<Uuid>, leads: &[Uuid]) -> Result<()> {
    let mut walls = store::walls_around(tx.connection(), leads).await?;
    walls.retain(|organization| Some(*organization) != led_by);
    audience::set_walls(tx, action, &walls).await
}

/// Has the walls that stand around a lead by now stand around the actions that rest on it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn walls_follow(tx: &Tx, lead: Uuid) -> Result<()> {
    let actions = store::actions_on(tx.connection(), lead).await?;
    let mut leads: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for (action, lead) in store::leads_of(tx.connection(), &actions).await? {
        leads.entry(action).or_default().push(lead);
    }
    for row in store::actions_by_ids(tx.connection(), &actions).await? {
        let leads = leads.remove(&row.id).unwrap_or_default();
        walls_put(tx, row.id, Some(row.lead_agency_id), &leads).await?;
    }
    Ok(())
}
