//! What can be done to offline actions: one transaction each: authorise → load → decide → save → compare → audit → publish.

mod basis;
mod calendar;
mod change;
mod compared;
mod costs;
mod deconflict;
mod destroy;
mod follow;
mod guest;
mod news;
mod operations;
mod outcome;
mod pass;
mod propose;
mod remind;
mod resolve;
mod standing;
mod statistics;
mod steps;
mod strike;
mod suspects;
mod tasks;
mod team;

use std::collections::BTreeSet;

use serde_json::Value;
use uuid::Uuid;

use super::{
    rules::{ActionState, ActionStep, Standing},
    store::{self, ActionRow, MemberRow},
};
use crate::{
    app::App,
    audience::{self, Keys, Kind, Sight},
    audit::{self, Act, Actor, Category},
    members,
    permissions::{
        Action, Powers, Viewer,
        embargo::{ActionFacts, TeamOrganization, action_audience},
        viewer::OrganizationKind,
    },
    platform::{
        clock::NEVER,
        db::Tx,
        error::{ErrorCode, Result},
        ids::{self, IdKind},
    },
};

pub(crate) use basis::walls_follow;
pub(crate) use calendar::appointments;
pub(super) use change::{Changes, add_site, change, remove_site};
pub(crate) use compared::{Compared, compared, compared_near, place_hash, take_turn};
pub(crate) use costs::{NewCost, record_cost};
pub(crate) use destroy::{NewDestruction, ask, decide};
pub(super) use follow::may;
pub(crate) use follow::{Followed, NewStage, end, record_disposition, record_stage, verify_stage};
pub use guest::{Guest, guest};
pub(super) use guest::{NewGuest, Open, invite_guest, open_guests, open_to, revoke_guest};
pub(crate) use guest::{attend_as_guest, guest_opened, origin_of_guest, report_as_guest};
pub(super) use news::News;
pub(crate) use news::{calls, is_news};
pub(super) use operations::{NewOperation, create_operation, may_change, set_operation, update_operation};
pub(crate) use outcome::{
    NewResult, NewSeizure, NewValuation, correct_outcome, record_result, record_seizure, return_outcome,
    submit_outcome, verify_outcome,
};
pub(crate) use pass::{pass_desk, seen};
pub(crate) use propose::{NewAction, NewMember, propose};
pub(super) use remind::{forget, remind, to_follow};
pub(super) use resolve::resolutions;
pub(crate) use resolve::{Resolve, resolve};
pub(super) use standing::standings;
pub(super) use statistics::{Asked, Statistics, Sum, statistics};
pub(crate) use steps::advance;
pub(super) use steps::ask_stop;
pub(crate) use strike::strike;
pub(crate) use suspects::{Identity, NewSuspect, record_suspect, reveal};
pub(super) use tasks::{NewTask, add_task, complete_task};
pub(super) use team::{add_member, remove_member};

/// An action loaded for a command: the viewer sees it, and nobody changes it until the transaction ends.
struct Loaded {
    row: ActionRow,
    standing: Standing,
    team: Vec<MemberRow>,
}

/// What a viewer sees of actions at a moment.
pub(super) fn sight(viewer: &Viewer, now: jiff::Timestamp) -> Sight {
    Sight::of(viewer, Action::OfflineActionRead, now)
}

/// Loads an action that the viewer sees, to change it.
///
/// # Errors
/// `NOT_FOUND` before anything else is looked at; nobody waits for, or holds up, what is not visible.
async fn load(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<Loaded> {
    let row = store::action_lock_seen(tx, &sight(viewer, tx.now()), id).await?;
    let team = store::members_of(tx.connection(), &[id]).await?;
    let rows = [row];
    let mut found = standings(tx.connection(), viewer, &rows, tx.now()).await?;
    let [row] = rows;
    let standing = found.remove(&id).ok_or(ErrorCode::NotFound)?;
    Ok(Loaded { row, standing, team })
}

impl Loaded {
    /// Authorises and moves the state by a step, then compares the version.
    ///
    /// # Errors
    /// `FORBIDDEN`, `FOUR_EYES`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`.
    fn step(&mut self, viewer: &impl Powers, step: ActionStep, expected: Option<i32>) -> Result<()> {
        let state = self.standing.step(viewer, step)?;
        if expected.is_some_and(|expected| expected != self.row.version) {
            return Err(ErrorCode::StaleVersion.into());
        }
        state.code().clone_into(&mut self.row.state);
        Ok(())
    }
}

/// Who acts: somebody with an account, or an officer of the directory without one.
#[derive(Debug, Clone, Copy)]
struct By<'a> {
    viewer: Option<&'a Viewer>,
    officer: Option<Uuid>,
}

impl<'a> From<&'a Viewer> for By<'a> {
    fn from(viewer: &'a Viewer) -> Self {
        Self {
            viewer: Some(viewer),
            officer: None,
        }
    }
}

impl<'a> By<'a> {
    fn person(&self) -> Option<Uuid> {
        self.viewer.map(|viewer| viewer.person)
    }

    fn actor(&self) -> Actor<'a> {
        self.viewer.map_or(Actor::System, Actor::Person)
    }
}

/// What a command did.
struct Done<'a> {
    mutation: &'static str,
    detail: &'a Value,
    news: Vec<News>,
    /// Whether what is compared with other actions may have changed.
    compares: bool,
}

/// Saves an action with its audience, has it compared where that is due, writes the audit entry, tells the team, commits.
async fn finish<'a>(app: &App, tx: Tx, by: impl Into<By<'a>>, row: ActionRow, done: Done<'_>) -> Result<Uuid> {
    let by = by.into();
    let row = store::action_save(&tx, row).await?;
    audience_put(&tx, &row).await?;
    if done.compares {
        deconflict::settle(app, &tx, &row, by.person()).await?;
    }
    note(app, tx, by, row.id, done).await
}

/// Writes the audit entry, tells the team, commits: where the action itself stays as it is.
async fn note<'a>(app: &App, tx: Tx, by: impl Into<By<'a>>, id: Uuid, done: Done<'_>) -> Result<Uuid> {
    let by = by.into();
    for news in done.news {
        news::publish(app, &tx, id, news, by.person()).await?;
    }
    let mut detail = done.detail.clone();
    // An actor is a person with an account: what an officer without one did says so here.
    if let (Some(officer), Some(detail)) = (by.officer, detail.as_object_mut()) {
        detail.insert("officer".to_owned(), ids::encode(IdKind::Officer, officer).into());
    }
    let act = Act::on(Category::Content, done.mutation, IdKind::Action, id)
        .of_action(id)
        .with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), by.actor(), act).await?;
    tx.commit(proof).await?;
    Ok(id)
}

/// Writes who sees an action.
async fn audience_put(tx: &Tx, row: &ActionRow) -> Result<()> {
    let members = store::members_of(tx.connection(), &[row.id]).await?;
    let brands = store::brands_of(tx.connection(), row.id).await?;
    let mut organizations: Vec<Uuid> = members.iter().map(|member| member.organization_id).collect();
    organizations.push(row.lead_agency_id);
    // Of the secretariat the desk sees it, and nobody else who is not on the team.
    let homes = members::organizations_by_ids(tx.connection(), &organizations).await?;
    let organizations: BTreeSet<Uuid> = homes
        .into_iter()
        .filter(|home| home.kind != OrganizationKind::Secretariat)
        .map(|home| home.id)
        .collect();
    let with_brands = |organization: Uuid| TeamOrganization {
        organization,
        brands: brands
            .iter()
            .filter(|(owner, _)| *owner == organization)
            .map(|(_, brand)| *brand)
            .collect(),
    };
    let facts = ActionFacts {
        team: members.iter().map(|member| member.person_id).collect(),
        organizations: organizations.into_iter().map(with_brands).collect(),
        embargo: row.embargo,
    };
    audience::replace(tx, Kind::Action, keys(row)?, &action_audience(&facts)).await
}

/// An action is its own root; its place in lists is its beginning, or its proposal.
fn keys(row: &ActionRow) -> Result<Keys> {
    let state: ActionState = store::state_of(row)?;
    Ok(Keys {
        id: row.id,
        root: row.id,
        created_at: row.created_at,
        due_at: row.starts_at.unwrap_or(NEVER),
        priority: 0,
        open: state.is_open(),
    })
}

/// Keyed hashes as they are stored.
fn hex(bytes: [u8; 32]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut hex, byte| {
        // Writing to a text cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
