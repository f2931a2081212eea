//! The life of an organisation: which step leads where, and who may take it.
//!
//! ```text
//! INVITED → APPLIED → UNDER_REVIEW → ACTIVE ⇄ SUSPENDED
//!    └─────────┴────────────┴──────────┴──────────┴──────→ EXPELLED
//! ```

use jiff::Timestamp;
use strum::VariantArray as _;
use uuid::Uuid;

use super::{OrganizationRow, OrganizationState as State};
use crate::{
    permissions::{Action, Scope, Target, Viewer, viewer::OrganizationKind},
    platform::error::{ApiError, ErrorCode, Result},
};

/// What can be done to an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum OrganizationAction {
    /// Change its facts.
    Update,
    /// Apply for membership.
    SubmitApplication,
    /// Begin to look into the application.
    StartReview,
    /// Take it into membership.
    Approve,
    /// Shut it out for the time being.
    Suspend,
    /// Let it in again.
    Reinstate,
    /// Shut it out for good, or end its application.
    Expel,
    /// Invite somebody into it.
    InviteUser,
    /// Enter a brand of it.
    CreateBrand,
    /// Submit a power of attorney as its principal or agent.
    SubmitPowerOfAttorney,
}

use OrganizationAction as Step;

impl Step {
    /// The row of the permission table behind it.
    fn permission(self) -> Action {
        match self {
            Self::Update | Self::SubmitApplication => Action::OrganizationEdit,
            Self::StartReview | Self::Approve | Self::Suspend | Self::Reinstate | Self::Expel => {
                Action::OrganizationManage
            }
            Self::InviteUser => Action::UserManage,
            Self::CreateBrand => Action::BrandEdit,
            Self::SubmitPowerOfAttorney => Action::PowerOfAttorneySubmit,
        }
    }
}

/// Whether `viewer` may do `action` to something of `organization` and `brands`. Who is not active yet acts for the own
/// organisation only, whatever the role would allow.
#[must_use]
pub fn may(viewer: &Viewer, action: Action, organization: Uuid, brands: &[Uuid], now: Timestamp) -> bool {
    (viewer.active || organization == viewer.organization) && viewer.may(action, Target { organization, brands }, now)
}

/// Whether the viewer's roles allow to invite an organisation.
///
/// # Errors
/// `FORBIDDEN`.
pub fn permit_invitation(viewer: &Viewer) -> Result<()> {
    if viewer.active && viewer.scope(Action::OrganizationManage) == Scope::All {
        Ok(())
    } else {
        Err(ErrorCode::Forbidden.into())
    }
}

/// Whether the viewer's roles allow the step.
///
/// # Errors
/// `FORBIDDEN`.
pub fn permit(step: Step, viewer: &Viewer, row: &OrganizationRow, now: Timestamp) -> Result<()> {
    if may(viewer, step.permission(), row.id, &[], now) {
        Ok(())
    } else {
        Err(ErrorCode::Forbidden.into())
    }
}

/// Where the step leads.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED` where it leads nowhere from here, `FOUR_EYES` where somebody else has to take it.
pub fn take(step: Step, viewer: &Viewer, row: &OrganizationRow) -> Result<State> {
    let next = next(step, row.state).ok_or(ErrorCode::TransitionNotAllowed)?;
    match step {
        Step::Approve if row.invited_by == Some(viewer.person) => Err(ApiError::because(
            ErrorCode::FourEyes,
            "Somebody else than the person who invited the organisation approves it.",
        )),
        Step::Suspend | Step::Expel if row.id == viewer.organization => Err(ApiError::because(
            ErrorCode::TransitionNotAllowed,
            "The secretariat cannot shut itself out.",
        )),
        Step::CreateBrand if row.kind != OrganizationKind::MemberBrand => Err(ApiError::because(
            ErrorCode::TransitionNotAllowed,
            "Only right holders have brands.",
        )),
        Step::Update
        | Step::SubmitApplication
        | Step::StartReview
        | Step::Approve
        | Step::Suspend
        | Step::Reinstate
        | Step::Expel
        | Step::InviteUser
        | Step::CreateBrand
        | Step::SubmitPowerOfAttorney => Ok(next),
    }
}

/// The steps that the viewer could take now.
#[must_use]
pub fn allowed(viewer: &Viewer, row: &OrganizationRow, now: Timestamp) -> Vec<Step> {
    let is_open = |step: &Step| permit(*step, viewer, row, now).is_ok() && take(*step, viewer, row).is_ok();
    Step::VARIANTS.iter().copied().filter(is_open).collect()
}

/// The state a step leads to; `None` where the step does not start here.
fn next(step: Step, state: State) -> Option<State> {
    let is_final = matches!(state, State::Withdrawn | State::Expelled);
    let is_open = !is_final && state != State::Suspended;
    let from = |start: State, end: State| (state == start).then_some(end);
    match step {
        Step::Update => (!is_final).then_some(state),
        Step::SubmitApplication => from(State::Invited, State::Applied),
        Step::StartReview => from(State::Applied, State::UnderReview),
        Step::Approve => from(State::UnderReview, State::Active),
        Step::Suspend => from(State::Active, State::Suspended),
        Step::Reinstate => from(State::Suspended, State::Active),
        Step::Expel => (!is_final).then_some(State::Expelled),
        Step::InviteUser => is_open.then_some(state),
        Step::CreateBrand | Step::SubmitPowerOfAttorney => from(State::Active, State::Active),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Language, tests::viewer};
    use super::*;
    use crate::permissions::Role;

    fn organization(state: State) -> OrganizationRow {
        OrganizationRow {
            id: Uuid::from_u128(7),
            kind: OrganizationKind::MemberBrand,
            name: "Aurelle".to_owned(),
            name_zh: None,
            pseudonym: "Member 7K3Q".to_owned(),
            state,
            industry: None,
            country: "CN".to_owned(),
            division_code: None,
            time_zone: "Asia/Shanghai".to_owned(),
            language: Language::En,
            joined_at: None,
            invited_by: Some(Uuid::from_u128(2)),
            version: 1,
            created_at: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn i31_only_the_drawn_steps_exist() {
        let expected = |step, state| match (step, state) {
            (Step::SubmitApplication, State::Invited) => Some(State::Applied),
            (Step::StartReview, State::Applied) => Some(State::UnderReview),
            (Step::Approve, State::UnderReview) | (Step::Reinstate, State::Suspended) => Some(State::Active),
            (Step::Suspend, State::Active) => Some(State::Suspended),
            (Step::Expel | Step::Update, State::Withdrawn | State::Expelled) => None,
            (Step::Expel, _) => Some(State::Expelled),
            (Step::Update, state) => Some(state),
            (Step::InviteUser, State::Invited | State::Applied | State::UnderReview | State::Active) => Some(state),
            (Step::CreateBrand | Step::SubmitPowerOfAttorney, State::Active) => Some(state),
            _ => None,
        };
        for step in Step::VARIANTS {
            for state in State::VARIANTS {
                assert_eq!(next(*step, *state), expected(*step, *state), "{step:?} from {state:?}");
            }
        }
    }

    #[test]
    fn who_invited_does_not_approve() {
        let mut admin = viewer(OrganizationKind::Secretariat, &[Role::Sa]);
        let row = organization(State::UnderReview);
        assert_eq!(take(Step::Approve, &admin, &row), Ok(State::Active));
        admin.person = Uuid::from_u128(2);
        let refused = take(Step::Approve, &admin, &row).map_err(|error| error.code);
        assert_eq!(refused, Err(ErrorCode::FourEyes));
        assert!(!allowed(&admin, &row, Timestamp::UNIX_EPOCH).contains(&Step::Approve));
    }

    #[test]
    fn the_secretariat_does_not_shut_itself_out() {
        let admin = viewer(OrganizationKind::Secretariat, &[Role::Sa]);
        let mut row = organization(State::Active);
        row.id = admin.organization;
        for step in [Step::Suspend, Step::Expel] {
            assert!(take(step, &admin, &row).is_err());
        }
    }

    #[test]
    fn an_applicant_applies_and_does_no_more() {
        let mut applicant = viewer(OrganizationKind::MemberBrand, &[Role::Ma]);
        applicant.active = false;
        let mut row = organization(State::Invited);
        row.id = applicant.organization;
        let steps = allowed(&applicant, &row, Timestamp::UNIX_EPOCH);
        assert_eq!(steps, [Step::Update, Step::SubmitApplication]);
        row.id = Uuid::from_u128(7);
        assert!(allowed(&applicant, &row, Timestamp::UNIX_EPOCH).is_empty());
    }

    #[test]
    fn an_inactive_admin_manages_nobody_else() {
        let mut admin = viewer(OrganizationKind::Secretariat, &[Role::Sa]);
        admin.active = false;
        assert!(allowed(&admin, &organization(State::Applied), Timestamp::UNIX_EPOCH).is_empty());
    }

    #[test]
    fn only_right_holders_have_brands() {
        let admin = viewer(OrganizationKind::Association, &[Role::Ma]);
        let mut row = organization(State::Active);
        row.id = admin.organization;
        assert!(allowed(&admin, &row, Timestamp::UNIX_EPOCH).contains(&Step::CreateBrand));
        row.kind = OrganizationKind::Association;
        assert!(!allowed(&admin, &row, Timestamp::UNIX_EPOCH).contains(&Step::CreateBrand));
    }
}
