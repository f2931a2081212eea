//! The life of an organisation: which step leads where, and who may take it.
//!
//! ```text
//! INVITED → APPLIED → UNDER_REVIEW → ACTIVE ⇄ SUSPENDED
//!    ├─────────┼────────────┼──────────┼──────────┼──────→ EXPELLED (not from ACTIVE)
//!    └─────────┴────────────┴──────────┴─────────────────→ WITHDRAWN
//! ```
//!
//! To suspend is one administrator's, because it has to be quick. To expel a member is final, so it takes two (domain.md
//! §5.2): one suspends it, another one expels it.

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
    /// Leave the alliance for good, or take the application back.
    Withdraw,
    /// Invite somebody into it.
    InviteUser,
    /// Enter a brand of it.
    CreateBrand,
    /// Submit a power of attorney as its principal or agent.
    SubmitPowerOfAttorney,
    /// Enter, change or take away its own sign-in provider.
    ConfigureSingleSignOn,
}

use OrganizationAction as Step;

impl Step {
    /// The row of the permission table behind it.
    fn permission(self) -> Action {
        match self {
            Self::Update | Self::SubmitApplication => Action::OrganizationEdit,
            Self::Withdraw => Action::OrganizationLeave,
            Self::StartReview | Self::Approve | Self::Suspend | Self::Reinstate | Self::Expel => {
                Action::OrganizationManage
            }
            Self::InviteUser => Action::UserManage,
            Self::CreateBrand => Action::BrandEdit,
            Self::SubmitPowerOfAttorney => Action::PowerOfAttorneySubmit,
            Self::ConfigureSingleSignOn => Action::SingleSignOnManage,
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

/// Whether the viewer may change the facts of `row` into those of `wanted`. An agency's place decides what it sees, so
/// only who manages organisations moves it.
///
/// # Errors
/// `FORBIDDEN` at the fact.
pub fn check_facts(viewer: &Viewer, row: &OrganizationRow, wanted: &OrganizationRow, now: Timestamp) -> Result<()> {
    if row.kind != OrganizationKind::LeAgency || may(viewer, Action::OrganizationManage, row.id, &[], now) {
        return Ok(());
    }
    let moved = [
        ("country", row.country != wanted.country),
        ("divisionCode", row.division_code != wanted.division_code),
    ];
    match moved.iter().find(|(_, is_changed)| *is_changed) {
        None => Ok(()),
        Some((field, _)) => Err(ApiError::because(
            ErrorCode::Forbidden,
            "The secretariat says where an agency is competent.",
        )
        .at(field)),
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
        Step::Expel if row.state == State::Suspended && row.suspended_by == Some(viewer.person) => {
            Err(ApiError::because(
                ErrorCode::FourEyes,
                "Somebody else than the person who suspended the organisation expels it.",
            ))
        }
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
        | Step::Withdraw
        | Step::InviteUser
        | Step::CreateBrand
        | Step::SubmitPowerOfAttorney
        | Step::ConfigureSingleSignOn => Ok(next),
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
    // A sandbox is no member and becomes none.
    let is_final = matches!(state, State::Withdrawn | State::Expelled | State::Sandbox);
    let is_open = !is_final && state != State::Suspended;
    let from = |start: State, end: State| (state == start).then_some(end);
    match step {
        Step::Update | Step::ConfigureSingleSignOn => (!is_final).then_some(state),
        Step::SubmitApplication => from(State::Invited, State::Applied),
        Step::StartReview => from(State::Applied, State::UnderReview),
        Step::Approve => from(State::UnderReview, State::Active),
        Step::Suspend => from(State::Active, State::Suspended),
        Step::Reinstate => from(State::Suspended, State::Active),
        Step::Expel => (!is_final && state != State::Active).then_some(State::Expelled),
        Step::Withdraw => is_open.then_some(State::Withdrawn),
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
            state,
            industry: None,
            country: "CN".to_owned(),
            division_code: None,
            time_zone: "Asia/Shanghai".to_owned(),
            language: Language::En,
            joined_at: None,
            invited_by: Some(Uuid::from_u128(2)),
            suspended_by: None,
            sandbox_of: None,
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
            (
                Step::Expel | Step::Update | Step::ConfigureSingleSignOn,
                State::Withdrawn | State::Expelled | State::Sandbox,
            ) => None,
            (Step::Expel, State::Active) => None,
            (Step::Expel, _) => Some(State::Expelled),
            (Step::Withdraw, State::Invited | State::Applied | State::UnderReview | State::Active) => {
                Some(State::Withdrawn)
            }
            (Step::Update | Step::ConfigureSingleSignOn, state) => Some(state),
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
    fn who_suspended_does_not_expel() {
        let mut admin = viewer(OrganizationKind::Secretariat, &[Role::Sa]);
        let mut row = organization(State::Suspended);
        row.suspended_by = Some(Uuid::from_u128(2));
        assert_eq!(take(Step::Expel, &admin, &row), Ok(State::Expelled));
        admin.person = Uuid::from_u128(2);
        let refused = take(Step::Expel, &admin, &row).map_err(|error| error.code);
        assert_eq!(refused, Err(ErrorCode::FourEyes));
        assert_eq!(
            allowed(&admin, &row, Timestamp::UNIX_EPOCH),
            [Step::Update, Step::Reinstate, Step::ConfigureSingleSignOn]
        );
        row.state = State::Applied;
        assert_eq!(take(Step::Expel, &admin, &row), Ok(State::Expelled));
    }

    #[test]
    fn only_its_own_administrator_takes_an_organisation_out() {
        let row = organization(State::Active);
        let may_withdraw = |kind, role, is_own: bool| {
            let mut person = viewer(kind, &[role]);
            person.organization = if is_own { row.id } else { person.organization };
            allowed(&person, &row, Timestamp::UNIX_EPOCH).contains(&Step::Withdraw)
        };
        assert!(may_withdraw(OrganizationKind::MemberBrand, Role::Ma, true));
        assert!(!may_withdraw(OrganizationKind::MemberBrand, Role::Ma, false));
        assert!(!may_withdraw(OrganizationKind::MemberBrand, Role::Mi, true));
        assert!(!may_withdraw(OrganizationKind::AgentFirm, Role::Mc, true));
        assert!(!may_withdraw(OrganizationKind::Secretariat, Role::Sa, false));
    }

    #[test]
    fn an_agency_does_not_move_itself() {
        let mut row = organization(State::Active);
        row.kind = OrganizationKind::LeAgency;
        row.division_code = Some("3301".to_owned());
        let mut officer = viewer(OrganizationKind::LeAgency, &[Role::Le]);
        officer.organization = row.id;
        let admin = viewer(OrganizationKind::Secretariat, &[Role::Sa]);
        let check = |who: &Viewer, wanted: &OrganizationRow| {
            let refused = check_facts(who, &row, wanted, Timestamp::UNIX_EPOCH).err();
            refused.map(|error| (error.code, error.field))
        };
        let at = |field: &str| Some((ErrorCode::Forbidden, Some(vec![field.to_owned()])));
        let abroad = OrganizationRow {
            country: "FR".to_owned(),
            ..row.clone()
        };
        let wider = OrganizationRow {
            division_code: None,
            ..row.clone()
        };
        let renamed = OrganizationRow {
            name: "Police".to_owned(),
            ..row.clone()
        };
        assert_eq!(check(&officer, &abroad), at("country"));
        assert_eq!(check(&officer, &wider), at("divisionCode"));
        assert_eq!(check(&officer, &renamed), None);
        assert_eq!(check(&admin, &abroad), None);
    }

    #[test]
    fn the_secretariat_does_not_shut_itself_out() {
        let admin = viewer(OrganizationKind::Secretariat, &[Role::Sa]);
        let mut row = organization(State::Active);
        row.id = admin.organization;
        row.kind = OrganizationKind::Secretariat;
        for step in [Step::Suspend, Step::Expel] {
            assert!(take(step, &admin, &row).is_err());
        }
        assert!(permit(Step::Withdraw, &admin, &row, Timestamp::UNIX_EPOCH).is_err());
    }

    #[test]
    fn an_applicant_applies_and_does_no_more() {
        let mut applicant = viewer(OrganizationKind::MemberBrand, &[Role::Ma]);
        applicant.active = false;
        let mut row = organization(State::Invited);
        row.id = applicant.organization;
        let steps = allowed(&applicant, &row, Timestamp::UNIX_EPOCH);
        assert_eq!(steps, [Step::Update, Step::SubmitApplication, Step::Withdraw]);
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
