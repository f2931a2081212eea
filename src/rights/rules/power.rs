//! Powers of attorney: what they say, and who may give, verify and take them back; pure.
//!
//! ```text
//! SUBMITTED → VERIFIED → REVOKED, both EXPIRED by their dates
//!      └────────────────────↑
//! ```

use jiff::{Timestamp, civil::Date};
use strum::VariantArray as _;
use uuid::Uuid;

use super::{allow, validity};
use crate::{
    members::rules::organization::may,
    permissions::{
        Action, Scope, Viewer,
        viewer::{OrganizationKind, PoaAction},
    },
    platform::error::{ApiError, ErrorCode, Result},
};

/// Most powers of attorney of an organisation that a list shows.
pub const MOST_POWERS: usize = 200;
/// Most brands that a power of attorney names.
pub const MOST_BRANDS: usize = 200;
/// The longest a power of attorney is in force, in years.
pub const LONGEST_POWER: i16 = 10;

/// Where a power of attorney stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum PoaState {
    /// Waits for the secretariat; it allows nothing yet.
    Submitted,
    /// Allows what it says between its dates.
    Verified,
    /// Its last day is over.
    Expired,
    /// Taken back; final.
    Revoked,
}

/// A power of attorney as it stands in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PowerOfAttorneyRow {
    /// Its id.
    pub id: Uuid,
    /// Who gave it.
    pub principal: Uuid,
    /// Who may act by it.
    pub agent: Uuid,
    /// The brands it covers; `None` means all of the principal's.
    pub brands: Option<Vec<Uuid>>,
    /// What it allows.
    pub actions: Vec<PoaAction>,
    /// Where it was left; [`PowerOfAttorneyRow::state_at`] minds its dates.
    pub state: PoaState,
    /// Who submitted it.
    pub submitted_by: Uuid,
    /// Who verified it.
    pub verified_by: Option<Uuid>,
    /// When it was verified.
    pub verified_at: Option<Timestamp>,
    /// Start of the first day.
    pub valid_from: Timestamp,
    /// End of the last day.
    pub valid_until: Timestamp,
    /// Counts its changes.
    pub version: i32,
    /// When it was submitted.
    pub created_at: Timestamp,
}

impl PowerOfAttorneyRow {
    /// Where it stands at a moment.
    #[must_use]
    pub fn state_at(&self, now: Timestamp) -> PoaState {
        match self.state {
            PoaState::Submitted | PoaState::Verified if self.valid_until <= now => PoaState::Expired,
            state => state,
        }
    }

    /// Whether the viewer may read it.
    #[must_use]
    pub fn is_seen_by(&self, viewer: &Viewer) -> bool {
        viewer.active
            && match viewer.scope(Action::PowerOfAttorneyRead) {
                Scope::No => false,
                Scope::All => true,
                Scope::Named | Scope::Brand | Scope::Own | Scope::Principal | Scope::Shared => {
                    [self.principal, self.agent].contains(&viewer.organization)
                }
            }
    }
}

/// What can be done to a power of attorney.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum PoaStep {
    /// Find it genuine, so that it holds.
    Verify,
    /// Take it back.
    Revoke,
}

/// Whether the viewer's roles allow to submit a power of attorney between the two.
///
/// # Errors
/// `FORBIDDEN`.
pub fn permit_submission(viewer: &Viewer, principal: Uuid, agent: Uuid, now: Timestamp) -> Result<()> {
    let is_of = |organization| may(viewer, Action::PowerOfAttorneySubmit, organization, &[], now);
    allow(is_of(principal) || is_of(agent))
}

/// Whether organisations of these kinds can give and take a power of attorney.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub fn check_parties(principal: OrganizationKind, agent: OrganizationKind) -> Result<()> {
    if principal != OrganizationKind::MemberBrand {
        return Err(ApiError::input("principalId", "Right holders give powers of attorney."));
    }
    match agent {
        OrganizationKind::AgentFirm | OrganizationKind::Association => Ok(()),
        OrganizationKind::MemberBrand
        | OrganizationKind::LeAgency
        | OrganizationKind::Lab
        | OrganizationKind::Platform
        | OrganizationKind::Secretariat
        | OrganizationKind::Auditor => Err(ApiError::input(
            "agentId",
            "Agent firms and associations act for others.",
        )),
    }
}

/// The moments between which a power of attorney would be in force.
///
/// # Errors
/// `BAD_USER_INPUT` for days out of order, over already, or further apart than [`LONGEST_POWER`].
pub fn power_validity(from: Date, to: Date, now: Timestamp) -> Result<(Timestamp, Timestamp)> {
    let (begins, ends) = validity(from, Some(to))?;
    let ends = ends.filter(|ends| *ends > now);
    let ends = ends.ok_or_else(|| ApiError::input("validTo", "The last day is over."))?;
    if to.year() - from.year() > LONGEST_POWER {
        let text = format!("A power of attorney is in force for at most {LONGEST_POWER} years.");
        return Err(ApiError::input("validTo", text));
    }
    Ok((begins, ends))
}

/// Whether the viewer's roles allow the step.
///
/// # Errors
/// `FORBIDDEN`.
pub fn permit(step: PoaStep, viewer: &Viewer, row: &PowerOfAttorneyRow, now: Timestamp) -> Result<()> {
    let is_desk = viewer.active && viewer.has(Action::PowerOfAttorneyVerify);
    match step {
        PoaStep::Verify => allow(is_desk),
        PoaStep::Revoke if is_desk => Ok(()),
        PoaStep::Revoke => permit_submission(viewer, row.principal, row.agent, now),
    }
}

/// Where the step leads.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED` where it leads nowhere from here, `FOUR_EYES` where somebody else has to verify it.
pub fn take(step: PoaStep, viewer: &Viewer, row: &PowerOfAttorneyRow, now: Timestamp) -> Result<PoaState> {
    match (step, row.state_at(now)) {
        (PoaStep::Verify, PoaState::Submitted) if row.submitted_by == viewer.person => Err(ApiError::because(
            ErrorCode::FourEyes,
            "Somebody else than the person who submitted it verifies it.",
        )),
        (PoaStep::Verify, PoaState::Submitted) => Ok(PoaState::Verified),
        (PoaStep::Revoke, PoaState::Submitted | PoaState::Verified) => Ok(PoaState::Revoked),
        (PoaStep::Verify, PoaState::Verified | PoaState::Expired | PoaState::Revoked)
        | (PoaStep::Revoke, PoaState::Expired | PoaState::Revoked) => Err(ErrorCode::TransitionNotAllowed.into()),
    }
}

/// The steps that the viewer could take now.
#[must_use]
pub fn allowed_on_power(viewer: &Viewer, row: &PowerOfAttorneyRow, now: Timestamp) -> Vec<PoaStep> {
    let is_open = |step: &PoaStep| permit(*step, viewer, row, now).is_ok() && take(*step, viewer, row, now).is_ok();
    PoaStep::VARIANTS.iter().copied().filter(is_open).collect()
}

/// What a power of attorney allows, each action once.
///
/// # Errors
/// `BAD_USER_INPUT` where it allows nothing.
pub fn poa_actions(wanted: &[PoaAction]) -> Result<Vec<PoaAction>> {
    if wanted.is_empty() {
        return Err(ApiError::input("actions", "Name at least one action."));
    }
    let chosen = PoaAction::VARIANTS.iter().copied();
    Ok(chosen.filter(|action| wanted.contains(action)).collect())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{members::rules::tests::viewer, permissions::Role, rights::rules::tests::at};

    fn power(state: PoaState) -> PowerOfAttorneyRow {
        PowerOfAttorneyRow {
            id: Uuid::from_u128(5),
            principal: Uuid::from_u128(100),
            agent: Uuid::from_u128(200),
            brands: None,
            actions: vec![PoaAction::ReadLeads],
            state,
            submitted_by: Uuid::from_u128(2),
            verified_by: None,
            verified_at: None,
            valid_from: at(date(2026, 1, 1)),
            valid_until: at(date(2027, 1, 1)),
            version: 1,
            created_at: at(date(2026, 1, 1)),
        }
    }

    fn code<T>(result: Result<T>) -> Option<ErrorCode> {
        result.err().map(|error| error.code)
    }

    #[test]
    fn i31_only_the_drawn_steps_exist() {
        let officer = viewer(OrganizationKind::Secretariat, &[Role::So]);
        let (during, after) = (at(date(2026, 6, 1)), at(date(2027, 1, 1)));
        for step in PoaStep::VARIANTS {
            for state in PoaState::VARIANTS {
                let expected = match (step, state) {
                    (PoaStep::Verify, PoaState::Submitted) => Some(PoaState::Verified),
                    (PoaStep::Revoke, PoaState::Submitted | PoaState::Verified) => Some(PoaState::Revoked),
                    _ => None,
                };
                assert_eq!(
                    take(*step, &officer, &power(*state), during).ok(),
                    expected,
                    "{step:?} {state:?}"
                );
                assert_eq!(
                    take(*step, &officer, &power(*state), after).ok(),
                    None,
                    "{step:?} {state:?} expired"
                );
            }
        }
    }

    #[test]
    fn who_submits_does_not_verify() {
        let mut officer = viewer(OrganizationKind::Secretariat, &[Role::So]);
        officer.person = Uuid::from_u128(2);
        let row = power(PoaState::Submitted);
        let now = at(date(2026, 6, 1));
        assert_eq!(
            code(take(PoaStep::Verify, &officer, &row, now)),
            Some(ErrorCode::FourEyes)
        );
        assert!(take(PoaStep::Revoke, &officer, &row, now).is_ok());
    }

    #[test]
    fn parties_revoke_and_the_desk_verifies() {
        let now = at(date(2026, 6, 1));
        let row = power(PoaState::Submitted);
        let cases = [
            (OrganizationKind::Secretariat, Role::So, 1, true, true),
            (OrganizationKind::Secretariat, Role::Sa, 1, false, false),
            (OrganizationKind::MemberBrand, Role::Ma, 100, false, true),
            (OrganizationKind::MemberBrand, Role::Mi, 100, false, false),
            (OrganizationKind::AgentFirm, Role::Mc, 200, false, true),
            (OrganizationKind::AgentFirm, Role::Mc, 300, false, false),
        ];
        for (kind, role, organization, verifies, revokes) in cases {
            let mut person = viewer(kind, &[role]);
            person.organization = Uuid::from_u128(organization);
            assert_eq!(
                permit(PoaStep::Verify, &person, &row, now).is_ok(),
                verifies,
                "{role:?} of {organization}"
            );
            assert_eq!(
                permit(PoaStep::Revoke, &person, &row, now).is_ok(),
                revokes,
                "{role:?} of {organization}"
            );
        }
    }

    #[test]
    fn strangers_do_not_see_a_power_of_attorney() {
        let row = power(PoaState::Verified);
        let mut member = viewer(OrganizationKind::MemberBrand, &[Role::Ma]);
        assert!(row.is_seen_by(&member));
        member.organization = Uuid::from_u128(300);
        assert!(!row.is_seen_by(&member));
        assert!(row.is_seen_by(&viewer(OrganizationKind::Auditor, &[Role::Au])));
        assert!(!row.is_seen_by(&viewer(OrganizationKind::LeAgency, &[Role::Le])));
    }

    #[test]
    fn actions_are_a_set() {
        let twice = [PoaAction::AnswerDeliveries, PoaAction::ReadLeads, PoaAction::ReadLeads];
        assert_eq!(
            poa_actions(&twice),
            Ok(vec![PoaAction::ReadLeads, PoaAction::AnswerDeliveries])
        );
        assert!(poa_actions(&[]).is_err());
    }

    #[test]
    fn a_power_of_attorney_ends_in_reasonable_time() {
        let now = at(date(2026, 6, 1));
        assert!(power_validity(date(2026, 1, 1), date(2026, 6, 1), now).is_ok());
        for (from, to) in [
            (date(2026, 1, 1), date(2026, 5, 31)),
            (date(2026, 1, 1), date(2037, 1, 1)),
        ] {
            let refused = code(power_validity(from, to, now));
            assert_eq!(refused, Some(ErrorCode::BadUserInput), "{from} {to}");
        }
    }

    #[test]
    fn right_holders_give_and_agents_take() {
        use OrganizationKind::{AgentFirm, Association, Lab, LeAgency, MemberBrand};
        assert!(check_parties(MemberBrand, AgentFirm).is_ok() && check_parties(MemberBrand, Association).is_ok());
        for (principal, agent) in [
            (AgentFirm, AgentFirm),
            (MemberBrand, MemberBrand),
            (MemberBrand, LeAgency),
            (Lab, AgentFirm),
        ] {
            assert_eq!(code(check_parties(principal, agent)), Some(ErrorCode::BadUserInput));
        }
    }
}
