//! The desk's place on teams, handed over with a shift to somebody else of the desk.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use super::{News, audience_put, load, news, sight, team};
use crate::{
    actions::{
        rules::{ActionStep, TeamRole},
        store,
    },
    app::App,
    audit::{self, Act, Actor, Category},
    permissions::Viewer,
    platform::{
        db::{Connection, Recorded, Tx},
        error::{ApiError, Result},
        ids::IdKind,
    },
};

/// The actions that the viewer sees of some, each with whether it still wants an act.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn seen(
    connection: &impl Connection,
    viewer: &Viewer,
    ids: &[Uuid],
    now: Timestamp,
) -> Result<HashMap<Uuid, bool>> {
    let rows = store::actions_seen(connection, &sight(viewer, now), ids).await?;
    rows.iter()
        .map(|row| Ok((row.id, store::state_of(row)?.is_open())))
        .collect()
}

/// Lets somebody else of the viewer's organisation take its place at the desk of some actions: of those on whose teams it is
/// that. Each is in the log; the transaction is the caller's.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT` at `deskToId` where the viewer has that place on none of
/// the teams, or the other one cannot take it.
pub(crate) async fn pass_desk(app: &App, tx: &Tx, viewer: &Viewer, ids: &[Uuid], to: Uuid) -> Result<()> {
    let refused = |text: &'static str| ApiError::input("deskToId", text);
    if to == viewer.person {
        return Err(refused("Name somebody else."));
    }
    let mut proof = None;
    // In one order, lest two commands wait for each other.
    for id in ids.iter().copied().collect::<BTreeSet<Uuid>>() {
        let mut loaded = load(tx, viewer, id).await?;
        if loaded.standing.role != Some(TeamRole::Desk) {
            continue;
        }
        loaded.step(viewer, ActionStep::Staff, None)?;
        let other = team::NewMember {
            person: to,
            role: TeamRole::Desk,
        };
        let row = team::member(tx, viewer, &loaded.row, other, "deskToId").await?;
        if row.organization_id != viewer.organization {
            return Err(refused("Name somebody of your own organisation."));
        }
        store::member_remove(tx, id, viewer.person).await?;
        let was_on_it = store::member_remove(tx, id, to).await?;
        store::member_insert(tx, row).await?;
        let row = store::action_save(tx, loaded.row).await?;
        audience_put(tx, &row).await?;
        if !was_on_it {
            news::publish(app, tx, id, News::Staffed(to), Some(viewer.person)).await?;
        }
        let detail = json!({ "from": viewer.person, "to": to, "role": TeamRole::Desk });
        let act = Act::on(Category::Content, "passActionDesk", IdKind::Action, id)
            .of_action(id)
            .with(&detail);
        proof = Some(audit::record(tx, app.ids.as_ref(), Actor::Person(viewer), act).await?);
    }
    match proof {
        Some(Recorded(())) => Ok(()),
        None => Err(refused("You are at the desk of none of these actions.")),
    }
}
