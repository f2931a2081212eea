//! What clients send to change offline actions.

use async_graphql::{ID, InputObject};
use uuid::Uuid;

use super::enums::{GqlActionKind, GqlResolution, GqlSiteKind, GqlTeamRole};
use crate::{
    actions::{
        commands::{Changes, NewAction, NewMember, NewOperation, NewTask, Resolve},
        rules::{LocalWindow, NewSite},
        store::Basis,
    },
    platform::{
        error::Result,
        graphql::{
            scalars::{DateTime, Decimal},
            uuid, uuids,
        },
        ids::IdKind,
    },
};

/// A campaign to be.
#[derive(Debug, Clone, InputObject)]
pub struct CreateEnforcementOperationInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Its name, at most 200 characters.
    name: String,
    /// What it is for, at most 2,000 characters.
    purpose: Option<String>,
}

impl CreateEnforcementOperationInput {
    pub(super) fn read(self) -> NewOperation {
        NewOperation {
            name: self.name,
            purpose: self.purpose,
        }
    }
}

/// A campaign as it is to be.
#[derive(Debug, Clone, InputObject)]
pub struct UpdateEnforcementOperationInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// Its name, at most 200 characters.
    name: String,
    /// What it is for, at most 2,000 characters.
    purpose: Option<String>,
    /// Whether no action can come to it any more.
    pub(super) closed: bool,
}

impl UpdateEnforcementOperationInput {
    pub(super) fn read(self) -> NewOperation {
        NewOperation {
            name: self.name,
            purpose: self.purpose,
        }
    }
}

/// To which campaign an offline action is to belong.
#[derive(Debug, Clone, InputObject)]
pub struct SetOfflineActionOperationInput {
    /// Which action.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// Which campaign, one that is not closed; none where it is to belong to none.
    operation_id: Option<ID>,
}

impl SetOfflineActionOperationInput {
    pub(super) fn operation(&self) -> Result<Option<Uuid>> {
        let id = self.operation_id.as_ref();
        id.map(|id| uuid(IdKind::Campaign, id)).transpose()
    }
}

/// When an offline action is to be, by the wall clock at its sites.
#[derive(Debug, Clone, InputObject)]
pub struct ActionWindowInput {
    /// When it begins, such as `2026-03-12T06:00`.
    starts_local: String,
    /// When it ends, within 60 days.
    ends_local: String,
    /// The time zone of its sites, by its name in the tz database.
    time_zone: String,
}

impl ActionWindowInput {
    fn read(self) -> LocalWindow {
        LocalWindow {
            starts: self.starts_local,
            ends: self.ends_local,
            time_zone: self.time_zone,
        }
    }
}

/// Where an offline action is to be.
#[derive(Debug, Clone, InputObject)]
pub struct ActionSiteInput {
    /// What is done there.
    kind: GqlSiteKind,
    /// ISO 3166-1 alpha-2 country.
    country: String,
    /// Administrative division below the country; in China by GB/T 2260.
    division_code: Option<String>,
    /// Where it is, at most 300 characters.
    address: String,
    /// Degrees north, with at most six decimal places.
    latitude: Option<Decimal>,
    /// Degrees east, with at most six decimal places.
    longitude: Option<Decimal>,
}

impl ActionSiteInput {
    fn read(self) -> NewSite {
        NewSite {
            kind: self.kind.into(),
            country: self.country,
            division_code: self.division_code,
            address: self.address,
            latitude: self.latitude.map(|value| value.0),
            longitude: self.longitude.map(|value| value.0),
        }
    }
}

/// Somebody to be put on a team.
#[derive(Debug, Clone, InputObject)]
pub struct TeamMemberInput {
    /// Who.
    person_id: ID,
    /// As what; who leads it belongs to the lead agency.
    role: GqlTeamRole,
}

impl TeamMemberInput {
    fn read(&self) -> Result<NewMember> {
        Ok(NewMember {
            person: uuid(IdKind::Person, &self.person_id)?,
            role: self.role.into(),
        })
    }
}

/// An offline action to be.
#[derive(Debug, Clone, InputObject)]
pub struct ProposeOfflineActionInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// One line, at most 200 characters.
    title: String,
    /// What it is.
    kind: GqlActionKind,
    /// The campaign it belongs to.
    operation_id: Option<ID>,
    /// The agency that leads it.
    lead_agency_id: ID,
    /// Who is on its team beside the proposer; one officer of the lead agency at least, who leads it.
    team: Vec<TeamMemberInput>,
    /// The leads on which it rests; one of them was confirmed.
    lead_ids: Vec<ID>,
    /// Whom it is about; compared with other actions by what they are known by.
    subject_ids: Option<Vec<ID>>,
    /// The referrals from which it comes.
    referral_ids: Option<Vec<ID>>,
    /// Whether it rests on a case of the proposer's own agency.
    is_own_case: Option<bool>,
    /// When it is to be.
    window: Option<ActionWindowInput>,
    /// Where it is to be, at most 50.
    sites: Option<Vec<ActionSiteInput>>,
    /// What to look out for, at most 5,000 characters.
    risk_notes: Option<String>,
}

impl ProposeOfflineActionInput {
    pub(super) fn read(self) -> Result<NewAction> {
        let team: Result<Vec<NewMember>> = self.team.iter().map(TeamMemberInput::read).collect();
        Ok(NewAction {
            title: self.title,
            kind: self.kind.into(),
            operation: self.operation_id.map(|id| uuid(IdKind::Campaign, &id)).transpose()?,
            lead_agency: uuid(IdKind::Org, &self.lead_agency_id)?,
            team: team?,
            basis: Basis {
                leads: uuids(IdKind::Lead, &self.lead_ids)?,
                subjects: uuids(IdKind::Subject, &self.subject_ids.unwrap_or_default())?,
                referrals: uuids(IdKind::Referral, &self.referral_ids.unwrap_or_default())?,
            },
            own_case: self.is_own_case.unwrap_or_default(),
            window: self.window.map(ActionWindowInput::read),
            sites: self
                .sites
                .unwrap_or_default()
                .into_iter()
                .map(ActionSiteInput::read)
                .collect(),
            risk_notes: self.risk_notes,
        })
    }
}

/// What is to change of an offline action; what is left out stays.
#[derive(Debug, Clone, InputObject)]
pub struct ChangeOfflineActionInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// One line, at most 200 characters.
    title: Option<String>,
    /// What it is.
    kind: Option<GqlActionKind>,
    /// The campaign it belongs to.
    operation_id: Option<ID>,
    /// When it is to be.
    window: Option<ActionWindowInput>,
    /// What to look out for, at most 5,000 characters; nothing where it is empty.
    risk_notes: Option<String>,
    /// All leads on which it rests.
    lead_ids: Option<Vec<ID>>,
    /// All whom it is about.
    subject_ids: Option<Vec<ID>>,
    /// All referrals from which it comes.
    referral_ids: Option<Vec<ID>>,
}

impl ChangeOfflineActionInput {
    pub(super) fn read(self) -> Result<Changes> {
        let all = |kind: IdKind, ids: Option<Vec<ID>>| ids.map(|ids| uuids(kind, &ids)).transpose();
        Ok(Changes {
            title: self.title,
            kind: self.kind.map(Into::into),
            operation: self.operation_id.map(|id| uuid(IdKind::Campaign, &id)).transpose()?,
            window: self.window.map(ActionWindowInput::read),
            risk_notes: self.risk_notes,
            leads: all(IdKind::Lead, self.lead_ids)?,
            subjects: all(IdKind::Subject, self.subject_ids)?,
            referrals: all(IdKind::Referral, self.referral_ids)?,
        })
    }
}

/// A site to be.
#[derive(Debug, Clone, InputObject)]
pub struct AddActionSiteInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Of which action.
    pub(super) action_id: ID,
    /// The action's version that was seen.
    pub(super) expected_version: i32,
    /// The site.
    site: ActionSiteInput,
}

impl AddActionSiteInput {
    pub(super) fn read(self) -> NewSite {
        self.site.read()
    }
}

/// A site to take away.
#[derive(Debug, Clone, InputObject)]
pub struct RemoveActionSiteInput {
    /// Of which action.
    pub(super) action_id: ID,
    /// The action's version that was seen.
    pub(super) expected_version: i32,
    /// Which one.
    pub(super) site_id: ID,
}

/// Somebody to be put on a team, or to be given another role on it.
#[derive(Debug, Clone, InputObject)]
pub struct AddTeamMemberInput {
    /// Of which action.
    pub(super) action_id: ID,
    /// The action's version that was seen.
    pub(super) expected_version: i32,
    /// Who, and as what.
    member: TeamMemberInput,
}

impl AddTeamMemberInput {
    pub(super) fn read(&self) -> Result<NewMember> {
        self.member.read()
    }
}

/// Somebody to be taken off a team.
#[derive(Debug, Clone, InputObject)]
pub struct RemoveTeamMemberInput {
    /// Of which action.
    pub(super) action_id: ID,
    /// The action's version that was seen.
    pub(super) expected_version: i32,
    /// Who.
    pub(super) person_id: ID,
}

/// Something that has to be done.
#[derive(Debug, Clone, InputObject)]
pub struct AddActionTaskInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// For which action.
    pub(super) action_id: ID,
    /// What, at most 300 characters.
    title: String,
    /// Who of the team is to do it.
    assignee_id: Option<ID>,
    /// Until when.
    due_at: Option<DateTime>,
}

impl AddActionTaskInput {
    pub(super) fn read(self) -> Result<NewTask> {
        Ok(NewTask {
            title: self.title,
            assignee: self.assignee_id.map(|id| uuid(IdKind::Person, &id)).transpose()?,
            due_at: self.due_at.map(|at| at.0),
        })
    }
}

/// A task that is done.
#[derive(Debug, Clone, InputObject)]
pub struct CompleteActionTaskInput {
    /// Of which action.
    pub(super) action_id: ID,
    /// Which one.
    pub(super) task_id: ID,
    /// The task's version that was seen.
    pub(super) expected_version: i32,
}

/// An offline action to move on.
#[derive(Debug, Clone, InputObject)]
pub struct OfflineActionTransitionInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
}

/// An offline action to move on, and why.
#[derive(Debug, Clone, InputObject)]
pub struct ReasonedOfflineActionInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// Why, at most 1,000 characters; its team reads it.
    pub(super) reason: String,
}

/// What becomes of two actions that meet.
#[derive(Debug, Clone, InputObject)]
pub struct ResolveDeconflictionHitInput {
    /// Which two.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// What becomes of them.
    resolution: GqlResolution,
    /// The record of the one that moves, or that goes on in the other; asked of both but of `PROCEED`.
    moves_record_id: Option<ID>,
    /// The words to it, at most 1,000 characters; the desk and the leads of both read them.
    note: String,
}

impl ResolveDeconflictionHitInput {
    pub(super) fn read(self) -> Result<Resolve> {
        Ok(Resolve {
            resolution: self.resolution.into(),
            moves: self.moves_record_id.map(|id| uuid(IdKind::Timebox, &id)).transpose()?,
            note: self.note,
        })
    }
}
