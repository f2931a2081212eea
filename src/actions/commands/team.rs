//! Who is on the team of an action. Only its team knows of it, so that this is who sees it.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{Done, Loaded, News, deconflict, finish, load};
use crate::{
    actions::{
        rules::{ActionStep, MOST_MEMBERS, TeamRole, may_be},
        store::{self, ActionRow, MemberRow},
    },
    app::App,
    audience, members,
    permissions::{Action, Viewer},
    platform::{
        clock::micros,
        db::{Tx, code},
        error::{ApiError, ErrorCode, Result},
    },
};

/// Somebody to be put on a team.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct NewMember {
    pub(crate) person: Uuid,
    pub(crate) role: TeamRole,
}

/// The row of somebody who may be on a team as that. Whether there is such a person is answered like whether it may.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub(super) async fn member(tx: &Tx, by: &Viewer, action: &ActionRow, new: NewMember, field: &str) -> Result<MemberRow> {
    let refused = || ApiError::input(field, "Name an active person who may take part as that.");
    let person = members::viewer(tx.connection(), new.person).await?;
    let person = person.filter(|person| person.active).ok_or_else(refused)?;
    let walls = audience::walls(tx.connection(), action.id).await?;
    let is_walled = person
        .walled_organizations(tx.now())
        .iter()
        .any(|organization| walls.contains(organization));
    let leads_elsewhere = new.role == TeamRole::Lead && person.organization != action.lead_agency_id;
    let reads = person.has(Action::OfflineActionRead);
    if is_walled || leads_elsewhere || !reads || !may_be(new.role, &person) {
        return Err(refused());
    }
    Ok(MemberRow {
        action_id: action.id,
        person_id: person.person,
        organization_id: person.organization,
        role: new.role.code().to_owned(),
        added_by: by.person,
        added_at: micros(tx.now()),
    })
}

/// Puts somebody on the team, or gives somebody on it another role.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn add_member(app: &App, viewer: &Viewer, id: Uuid, expected: i32, new: NewMember) -> Result<Uuid> {
    let tx = app.begin().await?;
    let mut loaded = load(&tx, viewer, id).await?;
    loaded.step(viewer, ActionStep::Staff, Some(expected))?;
    if loaded.team.len() >= MOST_MEMBERS {
        let text = format!("A team has at most {MOST_MEMBERS} people.");
        return Err(ApiError::input("member.personId", text));
    }
    let row = member(&tx, viewer, &loaded.row, new, "member.personId").await?;
    let was_on_it = store::member_remove(&tx, id, new.person).await?;
    if was_on_it && new.role != TeamRole::Lead {
        must_keep_a_lead(&loaded, new.person)?;
    }
    store::member_insert(&tx, row).await?;
    let news = if was_on_it {
        Vec::new()
    } else {
        vec![News::Staffed(new.person)]
    };
    let detail = json!({ "person": new.person, "role": new.role });
    changed(app, tx, viewer, loaded.row, ("addTeamMember", &detail), news).await
}

/// Takes somebody off the team: it sees the action no more, unless it is released.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, also where it is the last who leads; `STALE_VERSION`, `BAD_USER_INPUT`
/// where it is not on the team.
pub(crate) async fn remove_member(app: &App, viewer: &Viewer, id: Uuid, expected: i32, person: Uuid) -> Result<Uuid> {
    let tx = app.begin().await?;
    let mut loaded = load(&tx, viewer, id).await?;
    if person == viewer.person {
        leave(&loaded, expected)?;
    } else {
        loaded.step(viewer, ActionStep::Staff, Some(expected))?;
    }
    must_keep_a_lead(&loaded, person)?;
    if !store::member_remove(&tx, id, person).await? {
        return Err(ApiError::input("personId", "Nobody of that id is on the team."));
    }
    let detail = json!({ "person": person });
    changed(app, tx, viewer, loaded.row, ("removeTeamMember", &detail), Vec::new()).await
}

/// Whoever is on a team may leave it.
fn leave(loaded: &Loaded, expected: i32) -> Result<()> {
    match loaded.row.version == expected {
        true => Ok(()),
        false => Err(ErrorCode::StaleVersion.into()),
    }
}

/// Somebody else than this person still leads it.
fn must_keep_a_lead(loaded: &Loaded, but: Uuid) -> Result<()> {
    let mut leads = 0;
    for member in loaded.team.iter().filter(|member| member.person_id != but) {
        leads += usize::from(code::<TeamRole>(&member.role)? == TeamRole::Lead);
    }
    match leads {
        0 => Err(ErrorCode::TransitionNotAllowed.into()),
        _ => Ok(()),
    }
}

/// Who leads an action sees what it meets.
async fn changed(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    row: ActionRow,
    (mutation, detail): (&'static str, &serde_json::Value),
    news: Vec<News>,
) -> Result<Uuid> {
    deconflict::audiences_put(&tx, row.id).await?;
    let done = Done {
        mutation,
        detail,
        news,
        compares: false,
    };
    finish(app, tx, viewer, row, done).await
}
