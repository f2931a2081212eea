//! What happens to people: invited, active, suspended; which roles they may be given and by whom.
//!
//! Of other organisations the secretariat looks after the administrators only (domain.md §5.2): they staff theirs
//! themselves. To shut somebody out and let in again is its affair everywhere, because that protects all.

use jiff::Timestamp;
use strum::VariantArray as _;

use super::{OrganizationRow, PersonRow, PersonState as State, first_role, organization};
use crate::{
    permissions::{Action, Role, Viewer, viewer::OrganizationKind},
    platform::error::{ApiError, ErrorCode, Result},
};

/// What can be done to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum PersonAction {
    /// Change name, roles and brand scope.
    Update,
    /// Shut the person out.
    Suspend,
    /// Let the person in again.
    Reinstate,
    /// Send a new invitation.
    ResendInvitation,
    /// Take away all second factors of somebody who lost them.
    ResetSecondFactor,
}

use PersonAction as Step;

/// What has to be known beside the person itself.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// The person's organisation.
    pub organization: &'a OrganizationRow,
    /// Whether nobody else active administers the organisation.
    pub is_last_admin: bool,
}

/// The role without which an organisation could no longer look after itself; none where the secretariat does.
#[must_use]
pub fn admin_role(kind: OrganizationKind) -> Option<Role> {
    match kind {
        OrganizationKind::MemberBrand | OrganizationKind::Association | OrganizationKind::AgentFirm => Some(Role::Ma),
        OrganizationKind::Secretariat => Some(Role::Sa),
        OrganizationKind::LeAgency | OrganizationKind::Lab | OrganizationKind::Platform | OrganizationKind::Auditor => {
            None
        }
    }
}

/// Whether the viewer may manage the people of the organisation.
///
/// # Errors
/// `FORBIDDEN`.
pub fn permit(viewer: &Viewer, of: &OrganizationRow, now: Timestamp) -> Result<()> {
    if organization::may(viewer, Action::UserManage, of.id, &[], now) {
        Ok(())
    } else {
        Err(ErrorCode::Forbidden.into())
    }
}

/// Whether the viewer may give the roles of `wanted` that the person does not hold yet.
///
/// # Errors
/// `FORBIDDEN` at `roles` for any but the administrator's in another organisation.
pub fn check_given(viewer: &Viewer, of: &OrganizationRow, held: &[Role], wanted: &[Role]) -> Result<()> {
    let is_given = |role: &&Role| !held.contains(role) && **role != first_role(of.kind);
    if viewer.organization == of.id || !wanted.iter().any(|role| is_given(&role)) {
        return Ok(());
    }
    let text = format!(
        "In another organisation you give the role {} only; its administrators give the others.",
        first_role(of.kind).code()
    );
    Err(ApiError::because(ErrorCode::Forbidden, text).at("roles"))
}

/// Whether the step with this person is the viewer's at all.
fn is_charge(step: Step, viewer: &Viewer, row: &PersonRow, of: &OrganizationRow) -> bool {
    match step {
        Step::Update | Step::ResendInvitation | Step::ResetSecondFactor => {
            viewer.organization == of.id || row.roles.contains(&first_role(of.kind))
        }
        Step::Suspend | Step::Reinstate => true,
    }
}

/// Where the step leads.
///
/// # Errors
/// `FORBIDDEN` where the person is its own administrators' affair, `TRANSITION_NOT_ALLOWED` where it leads nowhere from
/// here, `FOUR_EYES` where it is the viewer's own person.
pub fn take(step: Step, viewer: &Viewer, row: &PersonRow, standing: Standing<'_>) -> Result<State> {
    if !is_charge(step, viewer, row, standing.organization) {
        return Err(ApiError::because(
            ErrorCode::Forbidden,
            "The organisation's own administrators look after this person.",
        ));
    }
    let next = next(step, row).ok_or(ErrorCode::TransitionNotAllowed)?;
    match step {
        Step::Suspend if row.id == viewer.person => Err(ApiError::because(
            ErrorCode::FourEyes,
            "Nobody suspends the own person.",
        )),
        Step::ResetSecondFactor if row.id == viewer.person => Err(ApiError::because(
            ErrorCode::FourEyes,
            "Nobody resets the own second factor.",
        )),
        Step::Suspend if standing.is_last_admin => Err(last_admin()),
        Step::ResendInvitation => organization::take(
            organization::OrganizationAction::InviteUser,
            viewer,
            standing.organization,
        )
        .map(|_| next),
        Step::Update | Step::Suspend | Step::Reinstate | Step::ResetSecondFactor => Ok(next),
    }
}

/// The steps that the viewer could take now.
#[must_use]
pub fn allowed(viewer: &Viewer, row: &PersonRow, standing: Standing<'_>, now: Timestamp) -> Vec<Step> {
    if permit(viewer, standing.organization, now).is_err() {
        return Vec::new();
    }
    let is_open = |step: &Step| take(*step, viewer, row, standing).is_ok();
    Step::VARIANTS.iter().copied().filter(is_open).collect()
}

/// The roles as they will be kept: each once, in the order of the table.
///
/// # Errors
/// `BAD_USER_INPUT` for none at all or one that people of this kind of organisation cannot hold.
pub fn roles(kind: OrganizationKind, wanted: &[Role]) -> Result<Vec<Role>> {
    if wanted.is_empty() {
        return Err(ApiError::input("roles", "Give at least one role."));
    }
    if let Some(role) = wanted.iter().find(|role| !kind.roles().contains(role)) {
        let text = format!("People of this kind of organisation cannot hold {}.", role.code());
        return Err(ApiError::input("roles", text));
    }
    let mut roles = wanted.to_vec();
    roles.sort_unstable();
    roles.dedup();
    Ok(roles)
}

/// Whether `viewer` may give `row` these roles and brands instead of those it has.
///
/// # Errors
/// `FORBIDDEN` for roles that are not the viewer's to give, `FOUR_EYES` for the own roles and brands,
/// `TRANSITION_NOT_ALLOWED` where it would leave the organisation without an administrator.
pub fn check_powers(viewer: &Viewer, row: &PersonRow, wanted: &PersonRow, standing: Standing<'_>) -> Result<()> {
    let is_changed = row.roles != wanted.roles || row.brand_scope != wanted.brand_scope;
    if is_changed && row.id == viewer.person {
        return Err(ApiError::because(
            ErrorCode::FourEyes,
            "Nobody changes the own roles and brands.",
        ));
    }
    check_given(viewer, standing.organization, &row.roles, &wanted.roles)?;
    let admin = admin_role(standing.organization.kind);
    let is_kept = admin.is_none_or(|role| wanted.roles.contains(&role));
    if standing.is_last_admin && !is_kept {
        return Err(last_admin().at("roles"));
    }
    Ok(())
}

fn last_admin() -> ApiError {
    ApiError::because(
        ErrorCode::TransitionNotAllowed,
        "The organisation would have no administrator left.",
    )
}

/// The state a step leads to; `None` where the step does not start here. Who never set a password is invited again.
fn next(step: Step, row: &PersonRow) -> Option<State> {
    match (step, row.state) {
        (Step::Update, state) => Some(state),
        (Step::Suspend, State::Invited | State::Active) => Some(State::Suspended),
        (Step::Reinstate, State::Suspended) if row.has_password => Some(State::Active),
        (Step::Reinstate, State::Suspended) | (Step::ResendInvitation, State::Invited) => Some(State::Invited),
        (Step::ResetSecondFactor, State::Active) if row.enrolled => Some(State::Active),
        (Step::Suspend, State::Suspended)
        | (Step::Reinstate, State::Invited | State::Active)
        | (Step::ResendInvitation, State::Active | State::Suspended)
        | (Step::ResetSecondFactor, State::Invited | State::Active | State::Suspended) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{DigestFilter, DigestFrequency, Language, OrganizationState, Settings, Weekday, tests::viewer};
    use super::*;
    use uuid::Uuid;

    fn organization(kind: OrganizationKind) -> OrganizationRow {
        OrganizationRow {
            id: Uuid::from_u128(100),
            kind,
            name: "Aurelle".to_owned(),
            name_zh: None,
            state: OrganizationState::Active,
            industry: None,
            country: "CN".to_owned(),
            division_code: None,
            time_zone: "Asia/Shanghai".to_owned(),
            language: Language::En,
            joined_at: None,
            invited_by: None,
            suspended_by: None,
            sandbox_of: None,
            version: 1,
            created_at: Timestamp::UNIX_EPOCH,
        }
    }

    fn person(state: State, roles: &[Role]) -> PersonRow {
        PersonRow {
            id: Uuid::from_u128(9),
            organization: Uuid::from_u128(100),
            name: "Lin Yue".to_owned(),
            email: "lin@aurelle.example".to_owned(),
            state,
            enrolled: false,
            is_service: false,
            has_password: state != State::Invited,
            roles: roles.to_vec(),
            brand_scope: None,
            settings: Settings {
                language: Language::En,
                time_zone: "Asia/Shanghai".to_owned(),
                digest: DigestFrequency::Daily,
                digest_hour: 8,
                working_days_only: true,
                digest_weekday: Weekday::Monday,
                expiry_reminders: true,
                digest_filter: DigestFilter::default(),
                quiet_hours: None,
                digest_since: Timestamp::UNIX_EPOCH,
            },
            last_sign_in_at: None,
            mail_suspended: None,
            version: 1,
            created_at: Timestamp::UNIX_EPOCH,
        }
    }

    fn code<T>(result: Result<T>) -> Option<ErrorCode> {
        result.err().map(|error| error.code)
    }

    #[test]
    fn the_last_administrator_stays() {
        let admin = viewer(OrganizationKind::Secretariat, &[Role::Sa]);
        let of = organization(OrganizationKind::MemberBrand);
        let row = person(State::Active, &[Role::Ma, Role::Mi]);
        for (is_last_admin, expected) in [(true, Some(ErrorCode::TransitionNotAllowed)), (false, None)] {
            let standing = Standing {
                organization: &of,
                is_last_admin,
            };
            assert_eq!(code(take(Step::Suspend, &admin, &row, standing)), expected);
            let analyst = PersonRow {
                roles: vec![Role::Mi],
                ..row.clone()
            };
            assert_eq!(code(check_powers(&admin, &row, &analyst, standing)), expected);
            let fewer = PersonRow {
                roles: vec![Role::Ma],
                ..row.clone()
            };
            assert_eq!(code(check_powers(&admin, &row, &fewer, standing)), None);
        }
    }

    #[test]
    fn the_secretariat_staffs_no_member() {
        let mut admin = viewer(OrganizationKind::Secretariat, &[Role::Sa]);
        admin.organization = Uuid::from_u128(2);
        let of = organization(OrganizationKind::MemberBrand);
        let standing = Standing {
            organization: &of,
            is_last_admin: false,
        };
        let steps = |row: &PersonRow| allowed(&admin, row, standing, Timestamp::UNIX_EPOCH);
        let analyst = person(State::Active, &[Role::Mi]);
        assert_eq!(steps(&analyst), [Step::Suspend]);
        assert_eq!(steps(&person(State::Invited, &[Role::Mi])), [Step::Suspend]);
        assert_eq!(steps(&person(State::Suspended, &[Role::Mi])), [Step::Reinstate]);
        let theirs = person(State::Active, &[Role::Ma, Role::Mi]);
        assert_eq!(steps(&theirs), [Step::Update, Step::Suspend]);
        for (held, wanted, expected) in [
            (vec![], vec![Role::Ma], None),
            (vec![], vec![Role::Ma, Role::Mi], Some(ErrorCode::Forbidden)),
            (vec![Role::Ma], vec![Role::Ma, Role::Mf], Some(ErrorCode::Forbidden)),
            (vec![Role::Ma, Role::Mi], vec![Role::Mi], None),
        ] {
            assert_eq!(code(check_given(&admin, &of, &held, &wanted)), expected, "{wanted:?}");
        }
        admin.organization = of.id;
        assert_eq!(code(check_given(&admin, &of, &[], &[Role::Mi])), None);
    }

    #[test]
    fn nobody_judges_the_own_person() {
        let admin = viewer(OrganizationKind::MemberBrand, &[Role::Ma]);
        let of = organization(OrganizationKind::MemberBrand);
        let standing = Standing {
            organization: &of,
            is_last_admin: false,
        };
        let mut own = person(State::Active, &[Role::Ma]);
        own.id = admin.person;
        assert_eq!(
            code(take(Step::Suspend, &admin, &own, standing)),
            Some(ErrorCode::FourEyes)
        );
        let more = PersonRow {
            roles: vec![Role::Ma, Role::Mf],
            ..own.clone()
        };
        assert_eq!(
            code(check_powers(&admin, &own, &more, standing)),
            Some(ErrorCode::FourEyes)
        );
        let renamed = PersonRow {
            name: "Lin".to_owned(),
            ..own.clone()
        };
        assert_eq!(code(check_powers(&admin, &own, &renamed, standing)), None);
    }

    #[test]
    fn roles_are_those_of_the_kind() {
        use OrganizationKind::{LeAgency, MemberBrand};
        assert_eq!(
            roles(MemberBrand, &[Role::Mi, Role::Ma, Role::Mi]),
            Ok(vec![Role::Ma, Role::Mi])
        );
        for (kind, wanted) in [
            (MemberBrand, vec![]),
            (MemberBrand, vec![Role::Sa]),
            (LeAgency, vec![Role::Ma]),
        ] {
            assert_eq!(code(roles(kind, &wanted)), Some(ErrorCode::BadUserInput));
        }
    }

    #[test]
    fn who_never_set_a_password_is_invited_again() {
        let mut row = person(State::Suspended, &[Role::Mi]);
        assert_eq!(next(Step::Reinstate, &row), Some(State::Active));
        row.has_password = false;
        assert_eq!(next(Step::Reinstate, &row), Some(State::Invited));
        row.state = State::Invited;
        assert_eq!(next(Step::ResendInvitation, &row), Some(State::Invited));
        row.state = State::Active;
        assert_eq!(next(Step::ResendInvitation, &row), None);
    }
}
