//! Use cases of sharing groups: one transaction each, and the reads behind the resolvers.

use std::collections::HashSet;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{
    rules::{self, GroupRow, GroupStep, MOST_MEMBERS, Member},
    store,
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    members::{self, OrganizationState, PersonState},
    permissions::{Action, Target, Viewer},
    platform::{
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
        ids::IdKind,
    },
};

pub(super) use store::GroupFilter;

/// What a group is to be.
#[derive(Debug, Clone, Serialize)]
pub struct GroupFacts {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Whether nobody else learns who is in it.
    pub confidential: bool,
    /// Its last moment; `None` means without end.
    pub expires_at: Option<Timestamp>,
}

/// Organisations and people.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Named {
    /// Whole organisations.
    pub organizations: Vec<Uuid>,
    /// People.
    pub people: Vec<Uuid>,
}

/// Makes a group of the viewer's organisation, which is in it from the beginning.
///
/// # Errors
/// `FORBIDDEN`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub async fn create(app: &App, viewer: &Viewer, key: &str, facts: GroupFacts, others: Named) -> Result<GroupRow> {
    let tx = app.begin().await?;
    let own = Target {
        organization: viewer.organization,
        brands: &[],
    };
    if !viewer.may(Action::SharingGroupManage, own, tx.now()) {
        return Err(ErrorCode::Forbidden.into());
    }
    let claim = match claim(&tx, viewer.person, "createSharingGroup", key, &(&facts, &others)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let row = store::groups_by_ids(tx.connection(), &ids).await?.pop();
            let row = row.filter(|group| group.is_seen_by(viewer));
            return row.ok_or_else(ApiError::not_found);
        }
    };
    let group = GroupRow {
        id: app.ids.id(tx.now()),
        owner: viewer.organization,
        created_by: viewer.person,
        name: rules::name(&facts.name)?,
        purpose: rules::purpose(&facts.purpose)?,
        confidential: facts.confidential,
        expires_at: rules::end(facts.expires_at, tx.now())?,
        closed: false,
        members: Vec::new(),
        version: 1,
        created_at: tx.now(),
    };
    store::group_insert(&tx, &group).await?;
    let owner = Member {
        organization: group.owner,
        person: None,
        added_at: tx.now(),
    };
    let mut members = vec![owner];
    members.extend(newcomers(&tx, &members, others).await?);
    check_size(members.len())?;
    take_in(app, &tx, viewer, group.id, members).await?;
    claim.keep(&tx, &[group.id]).await?;
    finish(app, tx, viewer, "createSharingGroup", group.id, &json!({})).await
}

/// Changes what a group is. One that was confidential stays so: those in it came in on that word.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub async fn update(app: &App, viewer: &Viewer, id: Uuid, expected: i32, facts: GroupFacts) -> Result<GroupRow> {
    let (tx, mut group) = load(app, viewer, id, expected, GroupStep::Update).await?;
    if group.confidential && !facts.confidential {
        return Err(ApiError::input(
            "confidential",
            "A confidential group stays confidential.",
        ));
    }
    group.name = rules::name(&facts.name)?;
    group.purpose = rules::purpose(&facts.purpose)?;
    group.confidential = facts.confidential;
    group.expires_at = rules::end(facts.expires_at, tx.now())?;
    store::group_save(&tx, &group).await?;
    finish(app, tx, viewer, "updateSharingGroup", id, &json!({})).await
}

/// Takes organisations and people in; those who are in it already are left as they are.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub async fn add_members(app: &App, viewer: &Viewer, id: Uuid, expected: i32, named: Named) -> Result<GroupRow> {
    let (tx, group) = load(app, viewer, id, expected, GroupStep::AddMembers).await?;
    let newcomers = newcomers(&tx, &group.members, named).await?;
    if newcomers.is_empty() {
        return Err(ApiError::input(
            "organizationIds",
            "Name somebody who is not in it yet.",
        ));
    }
    check_size(group.members.len() + newcomers.len())?;
    let count = newcomers.len();
    store::group_save(&tx, &group).await?;
    take_in(app, &tx, viewer, id, newcomers).await?;
    finish(
        app,
        tx,
        viewer,
        "addSharingGroupMembers",
        id,
        &json!({ "count": count }),
    )
    .await
}

/// Takes an organisation with all its people out, or one named person. A member's administrator does it for the own
/// organisation: that is how one leaves.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT` where it is not in the group or looks after it.
pub async fn remove_member(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    organization: Option<Uuid>,
    person: Option<Uuid>,
) -> Result<GroupRow> {
    let gone = |member: &Member| match person {
        Some(person) => member.person == Some(person),
        None => Some(member.organization) == organization,
    };
    let (tx, group) = load_for(app, viewer, id, |group, now| {
        let leaves = group
            .members
            .iter()
            .any(|member| gone(member) && member.organization == viewer.organization)
            && group.allows(viewer, GroupStep::Leave, now);
        leaves || group.allows(viewer, GroupStep::RemoveMembers, now)
    })
    .await?;
    check_version(&group, expected)?;
    let seats: Vec<(Uuid, Option<Uuid>)> = group
        .members
        .iter()
        .filter(|member| gone(member))
        .map(|member| (member.organization, member.person))
        .collect();
    if seats.is_empty() {
        return Err(ApiError::input("organizationId", "This is no member of the group."));
    }
    if seats.contains(&(group.owner, None)) {
        return Err(ApiError::input(
            "organizationId",
            "Who looks after a group stays in it.",
        ));
    }
    store::group_save(&tx, &group).await?;
    store::seats_remove(&tx, id, &seats).await?;
    finish(
        app,
        tx,
        viewer,
        "removeSharingGroupMember",
        id,
        &json!({ "count": seats.len() }),
    )
    .await
}

/// Closes a group: what was shared with it is seen by its members no more.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub async fn close(app: &App, viewer: &Viewer, id: Uuid, expected: i32, reason: &str) -> Result<GroupRow> {
    let (tx, mut group) = load(app, viewer, id, expected, GroupStep::Close).await?;
    let reason = members::rules::facts::reason(Some(reason))?;
    let reason = reason.ok_or_else(|| ApiError::input("reason", "Say why."))?;
    group.closed = true;
    store::group_save(&tx, &group).await?;
    finish(app, tx, viewer, "closeSharingGroup", id, &json!({ "reason": reason })).await
}

/// A group that the viewer knows of, to take a step of it.
async fn load(app: &App, viewer: &Viewer, id: Uuid, expected: i32, step: GroupStep) -> Result<(Tx, GroupRow)> {
    let (tx, group) = load_for(app, viewer, id, |group, now| group.allows(viewer, step, now)).await?;
    check_version(&group, expected)?;
    Ok((tx, group))
}

async fn load_for(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    is_allowed: impl FnOnce(&GroupRow, Timestamp) -> bool,
) -> Result<(Tx, GroupRow)> {
    let tx = app.begin().await?;
    let found = store::groups_by_ids(tx.connection(), &[id]).await?.pop();
    let group = found
        .filter(|group| group.is_seen_by(viewer))
        .ok_or_else(ApiError::not_found)?;
    if group.closed {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    if !is_allowed(&group, tx.now()) {
        return Err(ErrorCode::Forbidden.into());
    }
    Ok((tx, group))
}

fn check_size(members: usize) -> Result<()> {
    if members > MOST_MEMBERS {
        let text = format!("A group has at most {MOST_MEMBERS} members.");
        return Err(ApiError::input("organizationIds", text));
    }
    Ok(())
}

fn check_version(group: &GroupRow, expected: i32) -> Result<()> {
    match group.version == expected {
        true => Ok(()),
        false => Err(ErrorCode::StaleVersion.into()),
    }
}

/// Those of the named who are not in it yet: active, and of a kind that may be in groups.
async fn newcomers(tx: &Tx, present: &[Member], named: Named) -> Result<Vec<Member>> {
    if named.organizations.len() + named.people.len() > MOST_MEMBERS {
        let text = format!("Name at most {MOST_MEMBERS} at once.");
        return Err(ApiError::input("organizationIds", text));
    }
    let people = members::people_by_ids(tx.connection(), &named.people).await?;
    let homes = people.iter().map(|person| person.organization);
    let wanted: Vec<Uuid> = named.organizations.iter().copied().chain(homes).collect();
    let admitted: HashSet<Uuid> = members::organizations_by_ids(tx.connection(), &wanted)
        .await?
        .into_iter()
        .filter(|row| row.state == OrganizationState::Active && row.kind.may_sit_in_groups())
        .map(|row| row.id)
        .collect();
    let mut seats = HashSet::new();
    for organization in &named.organizations {
        if !admitted.contains(organization) {
            return Err(ApiError::input(
                "organizationIds",
                "There is no such organisation, or it may not be in groups.",
            ));
        }
        seats.insert((*organization, None));
    }
    for id in &named.people {
        let person = people.iter().find(|person| person.id == *id);
        let person = person
            .filter(|row| row.state == PersonState::Active && !row.is_service && admitted.contains(&row.organization));
        let person = person
            .ok_or_else(|| ApiError::input("personIds", "There is no such person, or it may not be in groups."))?;
        seats.insert((person.organization, Some(person.id)));
    }
    for member in present {
        seats.remove(&(member.organization, member.person));
    }
    let mut seats: Vec<_> = seats.into_iter().collect();
    seats.sort_unstable();
    Ok(seats
        .into_iter()
        .map(|(organization, person)| Member {
            organization,
            person,
            added_at: tx.now(),
        })
        .collect())
}

async fn take_in(app: &App, tx: &Tx, viewer: &Viewer, group: Uuid, members: Vec<Member>) -> Result<()> {
    let seats: Vec<(Uuid, Member)> = members
        .into_iter()
        .map(|member| (app.ids.id(tx.now()), member))
        .collect();
    store::seats_insert(tx, group, viewer.person, &seats).await
}

/// Writes the audit entry and commits; whoever is in the group sees by it from the next request on, or no more.
async fn finish(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    mutation: &'static str,
    id: Uuid,
    detail: &serde_json::Value,
) -> Result<GroupRow> {
    members::raise_authz_epoch(&tx).await?;
    let act = Act::on(Category::Admin, mutation, IdKind::Group, id).with(detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    let found = store::groups_by_ids(tx.connection(), &[id]).await?.pop();
    tx.commit(proof).await?;
    found.ok_or_else(ApiError::not_found)
}

/// A page of the groups that a list is of.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn list(app: &App, filter: &GroupFilter, args: &PageArgs) -> Result<Page<GroupRow>> {
    store::group_page(app.db.read(), filter, args).await
}

/// How many those are.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn count(app: &App, filter: &GroupFilter) -> Result<u64> {
    store::group_count(app.db.read(), filter).await
}

/// A group that the viewer knows of.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn visible(app: &App, viewer: &Viewer, id: Uuid) -> Result<Option<GroupRow>> {
    let found = store::groups_by_ids(app.db.read(), &[id]).await?.pop();
    Ok(found.filter(|group| group.is_seen_by(viewer)))
}
