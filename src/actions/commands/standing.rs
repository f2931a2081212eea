//! How somebody stands to actions, and what stands in their way: for commands, and for what clients are told they may do.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use uuid::Uuid;

use crate::{
    actions::{
        rules::{ApprovalSide, HitState, Standing, TeamRole},
        store::{self, ActionRow},
    },
    permissions::Viewer,
    platform::{
        clock::micros,
        db::{Connection, code},
        error::Result,
    },
    purchases,
};

/// How the viewer stands to some actions that it sees.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn standings(
    connection: &impl Connection,
    viewer: &Viewer,
    rows: &[ActionRow],
    now: Timestamp,
) -> Result<HashMap<Uuid, Standing>> {
    standings_of(connection, Some(viewer.person), rows, now).await
}

/// The same for somebody with or without an account; on the team is who has one.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn standings_of(
    connection: &impl Connection,
    person: Option<Uuid>,
    rows: &[ActionRow],
    now: Timestamp,
) -> Result<HashMap<Uuid, Standing>> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut roles: HashMap<Uuid, TeamRole> = HashMap::new();
    for member in store::members_of(connection, &ids).await? {
        if Some(member.person_id) == person {
            roles.insert(member.action_id, code(&member.role)?);
        }
    }
    let mut approved: HashMap<Uuid, (bool, bool)> = HashMap::new();
    for approval in store::approvals_of(connection, &ids).await? {
        let sides = approved.entry(approval.action_id).or_default();
        match code(&approval.side)? {
            ApprovalSide::Secretariat => sides.0 = true,
            ApprovalSide::LawEnforcement => sides.1 = true,
        }
    }
    let recorders = store::recorders_of(connection, &ids).await?;
    let blocked = blocked(connection, &ids).await?;
    let met = purchases::actions_held_back(connection, &ids).await?;
    let blocked: HashSet<Uuid> = blocked.into_iter().chain(met).collect();
    let sites = store::sites_of(connection, &ids).await?;
    let sited: HashSet<Uuid> = sites.into_iter().map(|site| site.action_id).collect();
    let now = micros(now);
    let standing = |row: &ActionRow| {
        Ok((
            row.id,
            Standing {
                state: store::state_of(row)?,
                role: roles.get(&row.id).copied(),
                is_proposer: Some(row.proposed_by) == person,
                approved: approved.get(&row.id).copied().unwrap_or_default(),
                is_blocked: blocked.contains(&row.id),
                is_recorder: person.is_some_and(|person| recorders.contains(&(row.id, person))),
                is_embargoed: row.embargo,
                has_place_and_time: sited.contains(&row.id) && row.ends_at.is_some_and(|ends| ends > now),
            },
        ))
    };
    rows.iter().map(standing).collect()
}

/// Which of some actions meet others in a way that nobody has resolved.
async fn blocked(connection: &impl Connection, actions: &[Uuid]) -> Result<HashSet<Uuid>> {
    let records = store::records_of_actions(connection, actions).await?;
    let ids: Vec<Uuid> = records.iter().map(|record| record.id).collect();
    let mut blocked: HashSet<Uuid> = HashSet::new();
    for hit in store::hits_of_records(connection, &ids).await? {
        match code(&hit.state)? {
            HitState::Open => blocked.extend([hit.first_id, hit.second_id]),
            // Only the one that is to move waits.
            HitState::Moving => blocked.extend(hit.moves_id),
            HitState::Resolved | HitState::Void => {}
        }
    }
    let of_blocked = records.into_iter().filter(|record| blocked.contains(&record.id));
    Ok(of_blocked.map(|record| record.action_id).collect())
}
