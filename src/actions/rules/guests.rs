//! What is open to officers without an account, and who opens it to them.

use super::{
    codes::{TeamRole, codes},
    steps::{ActionState, ActionStep, Standing},
};
use crate::{
    permissions::{
        Action, OfKind, Powers, Role,
        audience::{HandlingCode, Tlp, is_for_named_only},
        viewer::OrganizationKind,
    },
    platform::error::{ApiError, ErrorCode, Result},
};

/// Most officers without an account who are invited to an action, those left out whose links were taken back.
pub const MOST_GUESTS: usize = 50;

/// What the permission table gives to an officer, with or without an account.
pub const LAW_ENFORCEMENT: OfKind = OfKind(OrganizationKind::LeAgency, Role::Le);

codes! {
    /// Whether an officer comes.
    Attendance {
        /// The officer comes.
        Confirmed,
        /// The officer does not come.
        Declined,
    }
    /// What an officer without an account reports of an action.
    GuestReport {
        /// It has begun.
        Started,
        /// It was carried out.
        Executed,
    }
}

impl GuestReport {
    /// The step that is reported: the same that an officer with an account takes.
    #[must_use]
    pub fn step(self) -> ActionStep {
        match self {
            Self::Started => ActionStep::Start,
            Self::Executed => ActionStep::Execute,
        }
    }
}

/// How confidential one thing is on which an action rests.
pub type Mark = (Tlp, HandlingCode);

/// Whether something among these is for named people alone: who has no account is not let in.
#[must_use]
pub fn needs_account(marks: &[Mark]) -> bool {
    marks.iter().any(|(tlp, handling)| is_for_named_only(*tlp, *handling))
}

/// Whether the risk notes may tell of what stays within the organisations that have it: a mailbox is not within them.
#[must_use]
pub fn withholds_notes(marks: &[Mark]) -> bool {
    marks.iter().any(|(tlp, _)| *tlp >= Tlp::AmberStrict)
}

/// The role as which an officer without an account takes part: to lead is for the lead agency.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub fn guest_role(role: TeamRole, is_of_lead_agency: bool) -> Result<TeamRole> {
    match role {
        TeamRole::Officer => Ok(role),
        TeamRole::Lead if is_of_lead_agency => Ok(role),
        TeamRole::Lead | TeamRole::Desk | TeamRole::Investigator | TeamRole::Observer => {
            let text = "An officer takes part as OFFICER, or as LEAD where it is of the lead agency.";
            Err(ApiError::input("role", text))
        }
    }
}

impl ActionState {
    /// Whether an officer can still say whether it comes.
    #[must_use]
    pub fn takes_attendance(self) -> bool {
        match self {
            Self::Proposed
            | Self::Deconflicting
            | Self::Planned
            | Self::Approved
            | Self::Scheduled
            | Self::Postponed => true,
            Self::InProgress
            | Self::Executed
            | Self::OutcomeRecorded
            | Self::OutcomeVerified
            | Self::FollowUp
            | Self::Closed
            | Self::Aborted
            | Self::Cancelled => false,
        }
    }
}

impl Standing {
    /// Whether the viewer sends links and takes them back: who leads the action and whose desk it is, as long as they say who
    /// is on its team.
    ///
    /// # Errors
    /// `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`.
    pub fn invite(&self, viewer: &impl Powers) -> Result<()> {
        let is_theirs = matches!(self.role, None | Some(TeamRole::Lead | TeamRole::Desk));
        if !is_theirs || !viewer.has(Action::OfflineActionInvite) {
            return Err(ErrorCode::Forbidden.into());
        }
        self.step(viewer, ActionStep::Staff).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;

    fn standing(state: ActionState, role: TeamRole) -> Standing {
        Standing {
            state,
            role: Some(role),
            is_proposer: false,
            approved: (true, true),
            is_blocked: false,
            is_recorder: false,
            is_embargoed: true,
            has_place_and_time: true,
        }
    }

    #[test]
    fn who_leads_reports_what_the_state_allows_and_nobody_else_does() {
        for state in ActionState::VARIANTS {
            let may = |role, report: GuestReport| {
                let found = standing(*state, role).step(&LAW_ENFORCEMENT, report.step());
                found.is_ok()
            };
            assert_eq!(
                may(TeamRole::Lead, GuestReport::Started),
                *state == ActionState::Scheduled
            );
            assert_eq!(
                may(TeamRole::Lead, GuestReport::Executed),
                *state == ActionState::InProgress
            );
            for report in GuestReport::VARIANTS {
                assert!(!may(TeamRole::Officer, *report), "{state:?}");
            }
        }
    }

    #[test]
    fn red_and_the_strictest_handling_need_an_account() {
        let plain = (Tlp::Amber, HandlingCode::H1);
        assert!(!needs_account(&[plain]));
        assert!(!needs_account(&[]));
        for strict in [
            (Tlp::Red, HandlingCode::H0),
            (Tlp::Amber, HandlingCode::H2),
            (Tlp::Green, HandlingCode::H3),
        ] {
            assert!(needs_account(&[plain, strict]), "{strict:?}");
        }
        assert!(withholds_notes(&[plain, (Tlp::AmberStrict, HandlingCode::H0)]));
        assert!(!withholds_notes(&[plain]));
    }

    #[test]
    fn a_guest_of_another_agency_does_not_lead() {
        assert!(guest_role(TeamRole::Lead, true).is_ok());
        assert!(guest_role(TeamRole::Lead, false).is_err());
        assert!(guest_role(TeamRole::Officer, false).is_ok());
        for other in [TeamRole::Desk, TeamRole::Investigator, TeamRole::Observer] {
            assert!(guest_role(other, true).is_err(), "{other:?}");
        }
    }

    #[test]
    fn an_officer_who_only_takes_part_invites_nobody() {
        for role in TeamRole::VARIANTS {
            let may = standing(ActionState::Planned, *role).invite(&LAW_ENFORCEMENT).is_ok();
            assert_eq!(may, *role == TeamRole::Lead || *role == TeamRole::Desk, "{role:?}");
        }
        let over = standing(ActionState::Closed, TeamRole::Lead).invite(&LAW_ENFORCEMENT);
        assert_eq!(over.unwrap_err().code, ErrorCode::TransitionNotAllowed);
    }
}
