//! Proposing an action.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

pub(crate) use super::team::NewMember;
use super::{Done, News, audience_put, basis, change::site_row, note, sight, team};
use crate::{
    actions::{
        rules::{self, ActionKind, ActionState, LocalWindow, MOST_MEMBERS, MOST_SITES, NewSite, TeamRole},
        store::{self, ActionRow, Basis, MemberRow, OperationsOf},
    },
    app::App,
    members::{self, OrganizationState},
    permissions::{Action, Viewer, viewer::OrganizationKind},
    platform::{
        clock::micros,
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids,
    },
};

/// An action to be.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewAction {
    pub(crate) title: String,
    pub(crate) kind: ActionKind,
    pub(crate) operation: Option<Uuid>,
    pub(crate) lead_agency: Uuid,
    pub(crate) team: Vec<NewMember>,
    pub(crate) basis: Basis,
    pub(crate) own_case: bool,
    pub(crate) window: Option<LocalWindow>,
    pub(crate) sites: Vec<NewSite>,
    pub(crate) risk_notes: Option<String>,
}

/// Proposes an action. From the first moment on its team alone knows of it.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND` for what the viewer does not see, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`,
/// `TRANSITION_NOT_ALLOWED` where the campaign is closed.
pub(crate) async fn propose(app: &App, viewer: &Viewer, key: &str, new: NewAction) -> Result<Uuid> {
    let tx = app.begin().await?;
    let role = rules::proposer_role(viewer).filter(|_| viewer.has(Action::OfflineActionPropose));
    let role = role.ok_or(ErrorCode::Forbidden)?;
    let claim = match claim(&tx, viewer.person, "proposeOfflineAction", key, &new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => return ids.first().copied().ok_or_else(ApiError::not_found),
    };
    basis::may_be_own(viewer, new.own_case)?;
    basis::check(viewer, &tx, &new.basis, new.own_case).await?;
    open_operation(&tx, viewer, new.operation).await?;
    let row = row(app, viewer, &tx, &new).await?;
    store::action_insert(&tx, row.clone()).await?;
    basis::put(&tx, row.id, None, &new.basis).await?;
    for (place, site) in (0..).zip(&new.sites) {
        let site = site_row(app, &tx, row.id, place, site, &format!("sites.{place}"))?;
        store::site_insert(&tx, site).await?;
    }
    let team = team_of(&tx, viewer, &row, role, &new.team).await?;
    let others: Vec<News> = team
        .iter()
        .filter(|member| member.person_id != viewer.person)
        .map(|member| News::Staffed(member.person_id))
        .collect();
    for member in team {
        store::member_insert(&tx, member).await?;
    }
    audience_put(&tx, &row).await?;
    claim.keep(&tx, &[row.id]).await?;
    let detail = json!({ "kind": new.kind, "team": others.len() + 1, "sites": new.sites.len() });
    let done = Done {
        mutation: "proposeOfflineAction",
        detail: &detail,
        news: others,
        compares: false,
    };
    note(app, tx, viewer, row.id, done).await
}

/// The campaign is one that the viewer sees and that is not closed.
pub(super) async fn open_operation(tx: &Tx, viewer: &Viewer, operation: Option<Uuid>) -> Result<()> {
    let Some(id) = operation else { return Ok(()) };
    let of = OperationsOf {
        person: viewer.person,
        sight: sight(viewer, tx.now()),
    };
    match store::operation_find(tx.connection(), &of, id).await?.closed {
        true => Err(ErrorCode::TransitionNotAllowed.into()),
        false => Ok(()),
    }
}

async fn row(app: &App, viewer: &Viewer, tx: &Tx, new: &NewAction) -> Result<ActionRow> {
    if new.sites.len() > MOST_SITES {
        return Err(ApiError::input(
            "sites",
            format!("An action has at most {MOST_SITES} sites."),
        ));
    }
    must_be_agency(tx, new.lead_agency).await?;
    let window = new
        .window
        .as_ref()
        .map(|window| rules::window(window, tx.now()))
        .transpose()?;
    let now = micros(tx.now());
    let year = tx.now().to_zoned(jiff::tz::TimeZone::UTC).year() % 100;
    Ok(ActionRow {
        id: app.ids.id(tx.now()),
        reference: ids::reference("OA", year, app.ids.secret()),
        operation_id: new.operation,
        title: rules::line("title", &new.title, 200)?,
        kind: new.kind.code().to_owned(),
        state: ActionState::Proposed.code().to_owned(),
        own_case: new.own_case,
        lead_agency_id: new.lead_agency,
        proposed_by: viewer.person,
        organization_id: viewer.organization,
        risk_notes: rules::optional("riskNotes", new.risk_notes.as_deref(), 5_000)?,
        embargo: true,
        starts_at: window.as_ref().map(|window| window.starts_at),
        ends_at: window.as_ref().map(|window| window.ends_at),
        time_zone: window.map(|window| window.time_zone),
        reason: None,
        executed_at: None,
        closed_at: None,
        revision: 0,
        version: 1,
        created_at: now,
        updated_at: now,
    })
}

async fn must_be_agency(tx: &Tx, id: Uuid) -> Result<()> {
    let found = members::organizations_by_ids(tx.connection(), &[id]).await?;
    let is_agency = found
        .iter()
        .any(|row| row.kind == OrganizationKind::LeAgency && row.state == OrganizationState::Active);
    match is_agency {
        true => Ok(()),
        false => Err(ApiError::input(
            "leadAgencyId",
            "Name an active law-enforcement agency.",
        )),
    }
}

/// The team: those who were named, and the proposer. One of them at least leads it.
async fn team_of(
    tx: &Tx,
    viewer: &Viewer,
    row: &ActionRow,
    role: TeamRole,
    named: &[NewMember],
) -> Result<Vec<MemberRow>> {
    if named.len() >= MOST_MEMBERS {
        return Err(ApiError::input(
            "team",
            format!("A team has at most {MOST_MEMBERS} people."),
        ));
    }
    let mut members: Vec<MemberRow> = Vec::with_capacity(named.len() + 1);
    for (place, new) in named.iter().enumerate() {
        let field = format!("team.{place}.personId");
        let member = team::member(tx, viewer, row, *new, &field).await?;
        if members.iter().any(|other| other.person_id == member.person_id) {
            return Err(ApiError::input(&field, "Name each person once."));
        }
        members.push(member);
    }
    if !named.iter().any(|new| new.role == TeamRole::Lead) {
        return Err(ApiError::input(
            "team",
            "Name an officer of the lead agency who leads it.",
        ));
    }
    if !members.iter().any(|member| member.person_id == viewer.person) {
        let own = NewMember {
            person: viewer.person,
            role,
        };
        members.push(team::member(tx, viewer, row, own, "team").await?);
    }
    Ok(members)
}
