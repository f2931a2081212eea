//! Pure rules of break-glass: where a request stands, who sees it, who takes it further.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::{
    permissions::{Action, Scope, Viewer, viewer::OrganizationKind},
    platform::{
        error::{ApiError, ErrorCode, Result},
        ids::is_reference,
        text::clean_text,
    },
};

/// Longest time for which a lead is opened, in hours.
pub const MOST_HOURS: i32 = 72;
/// Shortest reason, in characters: a word is none.
const SHORTEST_REASON: usize = 20;
/// Longest reason or note, in characters.
const LONGEST_TEXT: usize = 2_000;
/// How long a request waits for its decision.
const PATIENCE: SignedDuration = SignedDuration::from_hours(24);

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum BreakGlassState {
    /// Waits for a second person.
    Asked,
    /// Nobody decided in time.
    Lapsed,
    /// A second person agreed; the lead is open.
    Approved,
    /// Its time has run out.
    Over,
    /// It was ended before its time.
    Ended,
    /// A second person did not agree.
    Declined,
    /// Who asked took it back.
    Withdrawn,
}

/// What can be done to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum BreakGlassStep {
    /// Agree: the lead is opened.
    Approve,
    /// Not agree.
    Decline,
    /// Take it back before it is decided.
    Withdraw,
    /// End it before its time.
    End,
}

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BreakGlassRow {
    /// The request.
    pub id: Uuid,
    /// What the lead is called by who asked.
    pub reference: String,
    /// To whom it is to be opened.
    pub person: Uuid,
    /// Why.
    pub reason: String,
    /// For how long, from the decision, in hours.
    pub hours: i32,
    /// As it stands in the database: without what time alone does.
    pub state: BreakGlassState,
    /// Who asked.
    pub asked_by: Uuid,
    /// When.
    pub asked_at: Timestamp,
    /// Who decided.
    pub decided_by: Option<Uuid>,
    /// When.
    pub decided_at: Option<Timestamp>,
    /// What was said to the decision.
    pub note: Option<String>,
    /// Until when the lead is open.
    pub expires_at: Option<Timestamp>,
    /// The lead that was opened.
    pub lead: Option<Uuid>,
    /// Its owner.
    pub owner: Option<Uuid>,
    /// Counts its changes.
    pub version: i32,
}

impl BreakGlassRow {
    /// Where it stands at a moment.
    #[must_use]
    pub fn state_at(&self, now: Timestamp) -> BreakGlassState {
        let is_past = |end: Option<Timestamp>| end.is_some_and(|end| end <= now);
        match self.state {
            BreakGlassState::Asked if is_past(self.asked_at.checked_add(PATIENCE).ok()) => BreakGlassState::Lapsed,
            BreakGlassState::Approved if is_past(self.expires_at) => BreakGlassState::Over,
            state => state,
        }
    }

    /// Whether the viewer sees it: all of them, or those by which the own organisation's leads were opened. The list asks
    /// the same of the database.
    #[must_use]
    pub fn is_seen_by(&self, viewer: &Viewer) -> bool {
        match viewer.scope(Action::BreakGlassRead) {
            Scope::All => true,
            Scope::Own => self.owner == Some(viewer.organization),
            Scope::No | Scope::Named | Scope::Brand | Scope::Principal | Scope::Shared => false,
        }
    }

    /// The state after a step of somebody who sees it.
    ///
    /// # Errors
    /// `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, and `FOUR_EYES` where who asked would decide.
    pub fn step(&self, viewer: &Viewer, step: BreakGlassStep, now: Timestamp) -> Result<BreakGlassState> {
        let (action, from, to) = match step {
            BreakGlassStep::Approve => (
                Action::BreakGlassDecide,
                BreakGlassState::Asked,
                BreakGlassState::Approved,
            ),
            BreakGlassStep::Decline => (
                Action::BreakGlassDecide,
                BreakGlassState::Asked,
                BreakGlassState::Declined,
            ),
            BreakGlassStep::Withdraw => (
                Action::BreakGlassAsk,
                BreakGlassState::Asked,
                BreakGlassState::Withdrawn,
            ),
            BreakGlassStep::End => (
                Action::BreakGlassDecide,
                BreakGlassState::Approved,
                BreakGlassState::Ended,
            ),
        };
        if !viewer.has(action) {
            return Err(ErrorCode::Forbidden.into());
        }
        if self.state_at(now) != from {
            return Err(ErrorCode::TransitionNotAllowed.into());
        }
        let decides = matches!(step, BreakGlassStep::Approve | BreakGlassStep::Decline);
        if decides && [self.asked_by, self.person].contains(&viewer.person) {
            return Err(ErrorCode::FourEyes.into());
        }
        Ok(to)
    }
}

/// Whether a lead may be opened to somebody: an active reader of leads, outside of the secretariat, whose people ask and
/// decide, and no partner's account.
#[must_use]
pub fn may_be_named(person: &Viewer) -> bool {
    let reads = person.active && person.service.is_none() && person.has(Action::LeadRead);
    reads && !matches!(person.kind, OrganizationKind::Secretariat | OrganizationKind::Platform)
}

/// A reference in its stored form; whether there is such a lead is not asked.
///
/// # Errors
/// `BAD_USER_INPUT` at `reference`.
pub fn reference(raw: &str) -> Result<String> {
    let reference = raw.trim().to_ascii_uppercase();
    if !is_reference(&reference) {
        return Err(ApiError::input("reference", "Give a reference such as LD-26-7K3QX2."));
    }
    Ok(reference)
}

/// A length of time that may be asked for.
///
/// # Errors
/// `BAD_USER_INPUT` at `hours`.
pub fn hours(hours: i32) -> Result<i32> {
    if !(1..=MOST_HOURS).contains(&hours) {
        return Err(ApiError::input("hours", format!("Ask for 1 to {MOST_HOURS} hours.")));
    }
    Ok(hours)
}

/// A reason in its stored form.
///
/// # Errors
/// `BAD_USER_INPUT` at `reason`.
pub fn reason(raw: &str) -> Result<String> {
    clean_text(raw, SHORTEST_REASON..=LONGEST_TEXT)
        .map_err(|error| ApiError::input("reason", format!("Please correct this: {error}.")))
}

/// A note in its stored form; nothing where it says nothing.
///
/// # Errors
/// `BAD_USER_INPUT` at `note`.
pub fn note(raw: Option<&str>) -> Result<Option<String>> {
    raw.filter(|raw| !raw.trim().is_empty())
        .map(|raw| clean_text(raw, 1..=LONGEST_TEXT))
        .transpose()
        .map_err(|error| ApiError::input("note", format!("Please correct this: {error}.")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{members::rules::tests::viewer, permissions::Role};

    fn request() -> BreakGlassRow {
        BreakGlassRow {
            id: Uuid::from_u128(1),
            reference: "LD-26-7K3QX2".to_owned(),
            person: Uuid::from_u128(2),
            reason: "The only reader has left".to_owned(),
            hours: 24,
            state: BreakGlassState::Asked,
            asked_by: Uuid::from_u128(3),
            asked_at: Timestamp::UNIX_EPOCH,
            decided_by: None,
            decided_at: None,
            note: None,
            expires_at: None,
            lead: None,
            owner: None,
            version: 1,
        }
    }

    fn officer(person: u128) -> Viewer {
        let mut officer = viewer(OrganizationKind::Secretariat, &[Role::Sa, Role::So]);
        officer.person = Uuid::from_u128(person);
        officer
    }

    fn after(hours: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours)
    }

    #[test]
    fn i15_who_asked_does_not_decide_whatever_the_roles() {
        let code = |person, step| {
            let taken = request().step(&officer(person), step, after(1));
            taken.map_err(|error| error.code)
        };
        assert_eq!(code(3, BreakGlassStep::Approve), Err(ErrorCode::FourEyes));
        assert_eq!(code(3, BreakGlassStep::Decline), Err(ErrorCode::FourEyes));
        assert_eq!(code(2, BreakGlassStep::Approve), Err(ErrorCode::FourEyes));
        assert_eq!(code(4, BreakGlassStep::Approve), Ok(BreakGlassState::Approved));
        assert_eq!(code(3, BreakGlassStep::Withdraw), Ok(BreakGlassState::Withdrawn));
    }

    #[test]
    fn what_nobody_decides_within_a_day_lapses() {
        let request = request();
        assert_eq!(request.state_at(after(23)), BreakGlassState::Asked);
        assert_eq!(request.state_at(after(24)), BreakGlassState::Lapsed);
        let late = request.step(&officer(4), BreakGlassStep::Approve, after(24));
        assert_eq!(late.map_err(|error| error.code), Err(ErrorCode::TransitionNotAllowed));
    }

    #[test]
    fn what_is_open_is_over_when_its_time_has_run_out() {
        let mut request = request();
        request.state = BreakGlassState::Approved;
        request.expires_at = Some(after(24));
        assert_eq!(request.state_at(after(23)), BreakGlassState::Approved);
        assert_eq!(request.state_at(after(24)), BreakGlassState::Over);
    }

    #[test]
    fn i14_nobody_of_the_secretariat_is_named() {
        assert!(!may_be_named(&officer(5)));
        assert!(may_be_named(&viewer(OrganizationKind::MemberBrand, &[Role::Mi])));
        assert!(!may_be_named(&viewer(OrganizationKind::MemberBrand, &[Role::Mf])));
        assert!(!may_be_named(&viewer(OrganizationKind::Platform, &[Role::Ps])));
    }

    #[test]
    fn an_organisation_sees_what_was_opened_of_its_own() {
        let mut request = request();
        let mut admin = viewer(OrganizationKind::MemberBrand, &[Role::Ma]);
        admin.organization = Uuid::from_u128(9);
        assert!(!request.is_seen_by(&admin));
        request.owner = Some(admin.organization);
        assert!(request.is_seen_by(&admin));
        assert!(request.is_seen_by(&viewer(OrganizationKind::Auditor, &[Role::Au])));
    }
}
