//! What becomes of two actions that meet: by the desk, and by those who lead them.

use std::collections::{HashMap, HashSet};

use serde_json::json;
use uuid::Uuid;

use super::{audience_put as action_audience_put, basis, deconflict, news, news::News};
use crate::{
    actions::{
        rules::{self, ActionState, ActionStep, HitState, Resolution, TeamRole, next},
        store::{self, HitRow, RecordRow},
    },
    app::App,
    audience::Sight,
    audit::{self, Act, Actor, Category},
    permissions::{Action, Scope, Viewer},
    platform::{
        clock::micros,
        db::{Connection, Tx, code},
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
};

/// What is to become of it.
#[derive(Debug, Clone)]
pub(crate) struct Resolve {
    pub(crate) resolution: Resolution,
    /// The record of the one that moves, or that goes on in the other.
    pub(crate) moves: Option<Uuid>,
    pub(crate) note: String,
}

/// What the team of one whose action goes on in another one is told.
const GIVEN_UP: &str = "Given up in favour of another course of action.";

/// Of which sides of some that meet the viewer leads the action.
async fn led_by(connection: &impl Connection, viewer: &Viewer, hits: &[HitRow]) -> Result<HashMap<Uuid, (bool, bool)>> {
    let sides: Vec<Uuid> = hits.iter().flat_map(|hit| [hit.first_id, hit.second_id]).collect();
    let records = store::records_by_ids(connection, &sides).await?;
    let actions: Vec<Uuid> = records.iter().map(|record| record.action_id).collect();
    let mut led: HashSet<Uuid> = HashSet::new();
    for member in store::members_of(connection, &actions).await? {
        if member.person_id == viewer.person && code::<TeamRole>(&member.role)? == TeamRole::Lead {
            led.insert(member.action_id);
        }
    }
    let of_led = records.into_iter().filter(|record| led.contains(&record.action_id));
    let led: HashSet<Uuid> = of_led.map(|record| record.id).collect();
    let of = |hit: &HitRow| (hit.id, (led.contains(&hit.first_id), led.contains(&hit.second_id)));
    Ok(hits.iter().map(of).collect())
}

/// What the viewer may say of some that meet.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn resolutions(
    connection: &impl Connection,
    viewer: &Viewer,
    hits: &[HitRow],
) -> Result<HashMap<Uuid, Vec<Resolution>>> {
    let led = led_by(connection, viewer, hits).await?;
    let may = |hit: &HitRow| {
        let led = led.get(&hit.id).copied().unwrap_or_default();
        Ok((hit.id, may_say(viewer, hit, led)?))
    };
    hits.iter().map(may).collect()
}

fn may_say(viewer: &Viewer, hit: &HitRow, (first, second): (bool, bool)) -> Result<Vec<Resolution>> {
    let is_waiting = matches!(code(&hit.state)?, HitState::Open | HitState::Moving);
    if !is_waiting || !viewer.has(Action::DeconflictionRead) {
        return Ok(Vec::new());
    }
    let is_desk = viewer.scope(Action::DeconflictionRead) == Scope::All;
    let mut may = Vec::new();
    if is_desk || (first && second) {
        may.push(Resolution::Merge);
    }
    if is_desk || first || second {
        may.push(Resolution::Reschedule);
    }
    let signs_first = first && hit.first_signed_by.is_none();
    let signs_second = second && hit.second_signed_by.is_none();
    if signs_first || signs_second {
        may.push(Resolution::Proceed);
    }
    Ok(may)
}

/// Says what becomes of two that meet. That both go ahead is signed by whoever leads each of them.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn resolve(app: &App, viewer: &Viewer, id: Uuid, expected: i32, said: Resolve) -> Result<HitRow> {
    let tx = app.begin().await?;
    let sight = Sight::of(viewer, Action::DeconflictionRead, tx.now());
    // Before anything is locked, lest two wait for each other.
    store::take_turn(&tx).await?;
    let mut hit = store::hit_lock_seen(&tx, &sight, id).await?;
    let mut led = led_by(tx.connection(), viewer, std::slice::from_ref(&hit)).await?;
    let led = led.remove(&id).unwrap_or_default();
    if !may_say(viewer, &hit, led)?.contains(&said.resolution) {
        let is_over = matches!(code(&hit.state)?, HitState::Resolved | HitState::Void);
        return Err(if is_over {
            ErrorCode::TransitionNotAllowed.into()
        } else {
            ErrorCode::Forbidden.into()
        });
    }
    if hit.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    hit.note = Some(rules::text("note", &said.note, 1_000)?);
    hit.resolution = Some(said.resolution.code().to_owned());
    let is_desk = viewer.scope(Action::DeconflictionRead) == Scope::All;
    match said.resolution {
        Resolution::Proceed => sign(&mut hit, viewer, led, micros(tx.now())),
        Resolution::Reschedule => {
            let moves = moves(&hit, said.moves)?;
            let is_own = moves == hit.first_id && led.0 || moves == hit.second_id && led.1;
            if !is_desk && !is_own {
                return Err(ErrorCode::Forbidden.into());
            }
            must_be_to_come(&tx, moves).await?;
            hit.moves_id = Some(moves);
            HitState::Moving.code().clone_into(&mut hit.state);
        }
        Resolution::Merge => {
            hit.moves_id = Some(moves(&hit, said.moves)?);
            HitState::Resolved.code().clone_into(&mut hit.state);
            hit.resolved_at = Some(micros(tx.now()));
        }
    }
    let hit = store::hit_save(&tx, hit).await?;
    deconflict::audience_put(&tx, &hit).await?;
    if said.resolution == Resolution::Merge {
        merge(app, &tx, viewer, &hit).await?;
    }
    let detail = json!({ "resolution": said.resolution, "state": hit.state });
    let act = Act::on(Category::Content, "resolveDeconflictionHit", IdKind::Clash, hit.id)
        .of_action(hit.id)
        .with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(hit)
}

/// What is over does not move any more.
async fn must_be_to_come(tx: &Tx, record: Uuid) -> Result<()> {
    let records = store::records_by_ids(tx.connection(), &[record]).await?;
    let actions: Vec<Uuid> = records.into_iter().map(|record| record.action_id).collect();
    for row in store::actions_by_ids(tx.connection(), &actions).await? {
        if !store::state_of(&row)?.is_compared() {
            return Err(ErrorCode::TransitionNotAllowed.into());
        }
    }
    Ok(())
}

/// Signs for the sides that the viewer leads; both have to.
fn sign(hit: &mut HitRow, viewer: &Viewer, (first, second): (bool, bool), now: i64) {
    if first {
        hit.first_signed_by = Some(viewer.person);
    }
    if second {
        hit.second_signed_by = Some(viewer.person);
    }
    if hit.first_signed_by.is_some() && hit.second_signed_by.is_some() {
        HitState::Resolved.code().clone_into(&mut hit.state);
        hit.resolved_at = Some(now);
        hit.moves_id = None;
    }
}

fn moves(hit: &HitRow, moves: Option<Uuid>) -> Result<Uuid> {
    moves
        .filter(|moves| [hit.first_id, hit.second_id].contains(moves))
        .ok_or_else(|| ApiError::input("movesRecordId", "Name one of the two."))
}

/// Lets one of the two go on in the other: it is given up, and the other one rests on what it rested on. Nobody comes to see
/// more by that; who is to take part is put on the team.
async fn merge(app: &App, tx: &Tx, viewer: &Viewer, hit: &HitRow) -> Result<()> {
    let records = store::records_by_ids(tx.connection(), &[hit.first_id, hit.second_id]).await?;
    let (gone, kept): (Vec<RecordRow>, Vec<RecordRow>) =
        records.into_iter().partition(|record| Some(record.id) == hit.moves_id);
    let (Some(gone), Some(kept)) = (gone.first(), kept.first()) else {
        return Err(ApiError::internal("a clash has two sides"));
    };
    // In one order, lest two commands wait for each other.
    let mut both = [gone.action_id, kept.action_id];
    both.sort_unstable();
    for id in both {
        store::action_lock(tx, id).await?;
    }
    let mut given_up = store::action_lock(tx, gone.action_id).await?;
    let state = next(store::state_of(&given_up)?, ActionStep::Cancel).ok_or(ErrorCode::TransitionNotAllowed)?;
    debug_assert_eq!(state, ActionState::Cancelled);
    state.code().clone_into(&mut given_up.state);
    given_up.reason = Some(GIVEN_UP.to_owned());
    let given_up = store::action_save(tx, given_up).await?;
    action_audience_put(tx, &given_up).await?;
    deconflict::settle(app, tx, &given_up, Some(viewer.person)).await?;
    news::publish(app, tx, given_up.id, News::Moved, Some(viewer.person)).await?;
    // Whoever approved the other one approved what stood then; what is set or under way takes nothing in.
    let mut goes_on = store::action_lock(tx, kept.action_id).await?;
    let before = store::state_of(&goes_on)?;
    let state = next(before, ActionStep::Change).ok_or(ErrorCode::TransitionNotAllowed)?;
    state.code().clone_into(&mut goes_on.state);
    store::approvals_drop(tx, goes_on.id).await?;
    let goes_on = store::action_save(tx, goes_on).await?;
    if state != before {
        news::publish(app, tx, goes_on.id, News::Moved, Some(viewer.person)).await?;
    }
    store::basis_copy(tx, gone.action_id, kept.action_id).await?;
    let leads = store::leads_of(tx.connection(), &[kept.action_id]).await?;
    let leads: Vec<Uuid> = leads.into_iter().map(|(_, lead)| lead).collect();
    basis::walls_put(tx, kept.action_id, Some(goes_on.lead_agency_id), &leads).await?;
    let kept = store::action_lock(tx, kept.action_id).await?;
    action_audience_put(tx, &kept).await?;
    deconflict::settle(app, tx, &kept, Some(viewer.person)).await
}
