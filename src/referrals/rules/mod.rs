//! Pure rules of referrals: their states, who takes them further, and what a referral may be made of.
//!
//! ```text
//! DRAFT ⇄ PENDING_APPROVAL → APPROVED → SENT → RECEIVED → UNDER_REVIEW ⇄ INFO_REQUESTED
//!   ↑________________________|(cannot be sent)                 └─────┬────────┘
//!                                                     ACCEPTED, DECLINED → CLOSED (with feedback)
//! before ACCEPTED: → WITHDRAWN           afterwards: a notice of retraction, the state stays
//! ```

mod clock;
mod codes;
mod completeness;
mod entry;
mod manifest;
mod personal;

use jiff::Timestamp;
use uuid::Uuid;

pub use clock::{
    DECISION_DAYS, DECISION_RULE, Due, EXTENSION_DAYS, FEEDBACK_DAYS, MOST_EXTENSIONS, RECEIPT_RULE,
    RECEIPT_WORKING_DAYS, decision_due, extended, receipt_due, resumed,
};
pub use codes::{
    CivilProceedings, DeclineReason, NoAppraisalReason, PackageForm, PackagePurpose, PartKind, ReferralResult,
    ReferralState, ReferralStep, ValuationBasis,
};
pub use completeness::{Completeness, Judged, LEAST_SCORE, RULES, RULES_VERSION, Rule, RuleCode, Shape, completeness};
pub use entry::{Valuation, line, money, note, optional_line, optional_text, place, text};
pub use manifest::{
    FORMAT, Manifest, PackedCertificate, PackedEvidence, PackedIdentifier, PackedItem, PackedLead, PackedParty,
    PackedPlace, PackedRight, PackedSubject, PackedValuation, canonical,
};
pub use personal::{leads_to_person, looks_personal};

use crate::{
    leads::rules::PermittedActions,
    permissions::audience::{AudienceRow, HandlingCode, Principal, Tlp, is_for_named_only},
    platform::error::{ErrorCode, Result},
};

/// Most leads of one referral.
pub const MOST_LEADS: usize = 20;
/// Most parts of any other kind.
pub const MOST_PARTS: usize = 200;
/// Most officers whom a referral names.
pub const MOST_OFFICERS: usize = 10;

impl ReferralState {
    /// Whether an act of somebody is still expected.
    #[must_use]
    pub fn is_open(self) -> bool {
        match self {
            Self::Draft
            | Self::PendingApproval
            | Self::Approved
            | Self::Sent
            | Self::Received
            | Self::UnderReview
            | Self::InfoRequested
            | Self::Accepted
            | Self::Declined => true,
            Self::Closed | Self::Withdrawn => false,
        }
    }

    /// Whether the agency has decided.
    #[must_use]
    pub fn is_decided(self) -> bool {
        match self {
            Self::Accepted | Self::Declined | Self::Closed => true,
            Self::Draft
            | Self::PendingApproval
            | Self::Approved
            | Self::Sent
            | Self::Received
            | Self::UnderReview
            | Self::InfoRequested
            | Self::Withdrawn => false,
        }
    }
}

/// The state after a step, or `None` where the state does not allow it. What only tells of something leaves the state.
#[must_use]
pub fn next(state: ReferralState, step: ReferralStep) -> Option<ReferralState> {
    use ReferralState::{
        Accepted, Approved, Closed, Declined, Draft, InfoRequested, PendingApproval, Received, Sent, UnderReview,
        Withdrawn,
    };
    let (from, to): (&[ReferralState], ReferralState) = match step {
        ReferralStep::Created | ReferralStep::Updated => (&[Draft], Draft),
        ReferralStep::Submitted => (&[Draft], PendingApproval),
        ReferralStep::TakenBack | ReferralStep::Returned => (&[PendingApproval], Draft),
        ReferralStep::Approved => (&[PendingApproval], Approved),
        ReferralStep::FellBack => (&[Approved], Draft),
        ReferralStep::Sent => (&[Approved], Sent),
        ReferralStep::Received => (&[Sent], Received),
        ReferralStep::ReviewBegun => (&[Received], UnderReview),
        ReferralStep::InfoRequested => (&[UnderReview], InfoRequested),
        ReferralStep::InfoAnswered => (&[InfoRequested], UnderReview),
        ReferralStep::Accepted => (&[UnderReview, InfoRequested], Accepted),
        ReferralStep::Declined => (&[UnderReview, InfoRequested], Declined),
        ReferralStep::Closed => (&[Accepted, Declined], Closed),
        ReferralStep::Withdrawn => (
            &[
                Draft,
                PendingApproval,
                Approved,
                Sent,
                Received,
                UnderReview,
                InfoRequested,
            ],
            Withdrawn,
        ),
        ReferralStep::DecisionExtended => return [Received, UnderReview].contains(&state).then_some(state),
        ReferralStep::Retracted => return [Accepted, Closed].contains(&state).then_some(state),
        ReferralStep::Opened | ReferralStep::LeadRetracted | ReferralStep::Reminded => return Some(state),
    };
    from.contains(&state).then_some(to)
}

/// What somebody can do to a referral.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum ReferralAction {
    /// Change a draft.
    Edit,
    /// Hand it in to a second person.
    Submit,
    /// Take it back before anybody decides.
    TakeBack,
    /// Agree, as the second person.
    Approve,
    /// Give it back, as the second person.
    Return,
    /// Take it back for good.
    Withdraw,
    /// Tell the agency not to rely on it any more.
    Retract,
    /// Answer what the agency asked.
    AnswerInformation,
    /// Acknowledge it, as an officer whom it names.
    Acknowledge,
    /// Ask something.
    RequestInformation,
    /// Take longer to decide.
    ExtendDecision,
    /// Say that a case was filed.
    Accept,
    /// Say that none is.
    Decline,
    /// Say what came of it.
    GiveFeedback,
    /// Open the package.
    OpenPackage,
}

/// From which side somebody sees a referral.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Its author's, or the desk's.
    Author,
    /// The agency's: an officer whom it names.
    Agency,
}

/// How somebody stands to a referral that he or she sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// From which side it is seen.
    pub side: Side,
    /// Whether it may be written for this organisation.
    pub may_draft: bool,
    /// Whether it may be approved for this organisation.
    pub may_approve: bool,
    /// Whether it works at the desk.
    pub at_desk: bool,
    /// Whether it wrote it or handed it in: then somebody else approves (I12).
    pub wrote: bool,
    /// Whether it sees all that is in it; the agency's officers do, once it was sent.
    pub sees_all: bool,
    /// Whether it may see the people in it in clear, or there are none.
    pub reads_people: bool,
}

/// What a referral has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Course {
    /// Where it stands.
    pub state: ReferralState,
    /// Whether it was sent.
    pub sent: bool,
    /// Whether the agency was told not to rely on it any more.
    pub retracted: bool,
    /// Whether the agency accepted it.
    pub accepted: bool,
    /// How often the decision was put off.
    pub extensions: i32,
}

impl Course {
    /// Whether somebody may do something now.
    ///
    /// # Errors
    /// `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, and `FOUR_EYES` where who wrote it would approve it.
    pub fn admits(&self, standing: &Standing, action: ReferralAction) -> Result<()> {
        if !self.is_for(standing, action) {
            return Err(ErrorCode::Forbidden.into());
        }
        if !self.is_time_for(action) {
            return Err(ErrorCode::TransitionNotAllowed.into());
        }
        let decides = matches!(action, ReferralAction::Approve | ReferralAction::Return);
        if decides && standing.wrote {
            return Err(ErrorCode::FourEyes.into());
        }
        Ok(())
    }

    fn is_for(&self, standing: &Standing, action: ReferralAction) -> bool {
        let (author, agency) = (standing.side == Side::Author, standing.side == Side::Agency);
        match action {
            ReferralAction::Edit | ReferralAction::TakeBack => author && standing.may_draft,
            ReferralAction::Submit => author && standing.may_draft && standing.sees_all,
            ReferralAction::AnswerInformation => author && (standing.may_draft || standing.may_approve),
            ReferralAction::Return => author && standing.may_approve,
            // Nobody vouches for what is not shown to them.
            ReferralAction::Approve => author && standing.may_approve && standing.sees_all,
            ReferralAction::Withdraw | ReferralAction::Retract => author && (standing.may_draft || standing.at_desk),
            ReferralAction::Acknowledge
            | ReferralAction::RequestInformation
            | ReferralAction::ExtendDecision
            | ReferralAction::Accept
            | ReferralAction::Decline => agency,
            ReferralAction::GiveFeedback => agency || standing.at_desk,
            ReferralAction::OpenPackage => standing.sees_all && standing.reads_people,
        }
    }

    fn is_time_for(&self, action: ReferralAction) -> bool {
        use ReferralState::{Received, UnderReview};
        let takes = |step| next(self.state, step).is_some();
        match action {
            ReferralAction::Edit => takes(ReferralStep::Updated),
            ReferralAction::Submit => takes(ReferralStep::Submitted),
            ReferralAction::TakeBack | ReferralAction::Return => takes(ReferralStep::Returned),
            ReferralAction::Approve => takes(ReferralStep::Approved),
            ReferralAction::Withdraw => takes(ReferralStep::Withdrawn),
            ReferralAction::Retract => takes(ReferralStep::Retracted) && self.accepted && !self.retracted,
            ReferralAction::AnswerInformation => takes(ReferralStep::InfoAnswered),
            ReferralAction::Acknowledge => takes(ReferralStep::Received),
            // Who asks or decides has begun to look into it.
            ReferralAction::RequestInformation => [Received, UnderReview].contains(&self.state),
            ReferralAction::ExtendDecision => {
                takes(ReferralStep::DecisionExtended) && self.extensions < MOST_EXTENSIONS
            }
            ReferralAction::Accept => self.state == Received || takes(ReferralStep::Accepted),
            ReferralAction::Decline => self.state == Received || takes(ReferralStep::Declined),
            ReferralAction::GiveFeedback => takes(ReferralStep::Closed),
            ReferralAction::OpenPackage => self.sent && self.state != ReferralState::Withdrawn,
        }
    }
}

/// What of a lead decides whether an organisation may refer it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Referable {
    /// Whether the organisation keeps the lead: it is its own, or the desk acts for the alliance.
    pub kept: bool,
    /// What those it is shared with may do with it.
    pub permitted: PermittedActions,
    /// Its TLP.
    pub tlp: Tlp,
    /// Its handling code.
    pub handling_code: HandlingCode,
}

/// Whether a lead may go to an agency. Who keeps it decides for itself. To whom it was shown, the owner's handling says:
/// acting outside of the own house has to be permitted, and what is for the organisation or for named people alone stays
/// there.
#[must_use]
pub fn may_be_referred(lead: Referable) -> bool {
    let within = is_for_named_only(lead.tlp, lead.handling_code) || lead.tlp >= Tlp::AmberStrict;
    lead.kept || (lead.permitted >= PermittedActions::Indirect && !within)
}

/// Whether the transfer needs the reference of an approval: personal data that are stored in China go to an agency of
/// another country or region (PIPL art. 41, DSL art. 36; I40).
#[must_use]
pub fn needs_approval_reference(has_personal: bool, data_country: Option<&str>, agency_country: &str) -> bool {
    has_personal && data_country == Some("CN") && agency_country != "CN"
}

/// What decides who sees a referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferralFacts {
    /// For whom it is made.
    pub organization: Uuid,
    /// The brands of that organisation that its leads concern.
    pub brands: Vec<Uuid>,
    /// Its author, where that is a person of the organisation.
    pub author: Option<Uuid>,
    /// Whether it was handed in once: from then on the desk sees it.
    pub submitted: bool,
    /// The accounts of the officers it names, once it was sent.
    pub officers: Vec<Uuid>,
}

/// Who sees a referral. On its author's side this is what can be seen at most: who does not see every lead in it, does not
/// see it either, and that is asked whenever somebody looks. The agency sees it by its named officers alone, never as a whole.
#[must_use]
pub fn audience(facts: &ReferralFacts) -> Vec<AudienceRow> {
    let mut principals = vec![
        Principal::Own(facts.organization, None),
        Principal::Client(facts.organization, None),
    ];
    for brand in &facts.brands {
        principals.push(Principal::Own(facts.organization, Some(*brand)));
        principals.push(Principal::Client(facts.organization, Some(*brand)));
    }
    principals.extend(facts.author.map(Principal::User));
    principals.extend(facts.officers.iter().copied().map(Principal::User));
    if facts.submitted {
        principals.push(Principal::Desk);
    }
    principals.sort_unstable();
    principals.dedup();
    let row = |principal| AudienceRow {
        principal,
        valid_until: None,
    };
    principals.into_iter().map(row).collect()
}

/// Whether something was done too late, or is not done and late by now.
#[must_use]
pub fn is_late(due: Timestamp, met: Option<Timestamp>, now: Timestamp) -> bool {
    met.unwrap_or(now) >= due
}

/// A number of several organisations' as it may be told: one to four are not (I22).
#[must_use]
pub fn figure(count: u64, of_one: bool) -> Option<i32> {
    let told = of_one || !(1..5).contains(&count);
    told.then(|| i32::try_from(count).unwrap_or(i32::MAX))
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;

    fn course(state: ReferralState) -> Course {
        Course {
            state,
            sent: false,
            retracted: false,
            accepted: false,
            extensions: 0,
        }
    }

    const AUTHOR: Standing = Standing {
        side: Side::Author,
        may_draft: true,
        may_approve: true,
        at_desk: false,
        wrote: true,
        sees_all: true,
        reads_people: true,
    };
    const OFFICER: Standing = Standing {
        side: Side::Agency,
        may_draft: false,
        may_approve: false,
        at_desk: false,
        wrote: false,
        sees_all: true,
        reads_people: true,
    };

    #[test]
    fn i12_who_wrote_it_never_approves_it_whatever_the_role() {
        let waits = course(ReferralState::PendingApproval);
        let refused = waits.admits(&AUTHOR, ReferralAction::Approve).unwrap_err();
        assert_eq!(refused.code, ErrorCode::FourEyes);
        let other = Standing { wrote: false, ..AUTHOR };
        assert!(waits.admits(&other, ReferralAction::Approve).is_ok());
    }

    #[test]
    fn only_the_allowed_transitions_happen() {
        use ReferralState::{Accepted, Closed, Draft, PendingApproval, Sent, Withdrawn};
        assert_eq!(next(Draft, ReferralStep::Approved), None);
        assert_eq!(
            next(PendingApproval, ReferralStep::Sent),
            None,
            "without a second person"
        );
        assert_eq!(next(Sent, ReferralStep::Accepted), None, "before it was received");
        assert_eq!(next(Accepted, ReferralStep::Withdrawn), None, "then it is a notice");
        for state in [Closed, Withdrawn] {
            for step in ReferralStep::VARIANTS {
                let after = next(state, *step);
                assert!(after.is_none() || after == Some(state), "{state:?} {step:?}");
            }
        }
    }

    #[test]
    fn officers_answer_and_authors_do_not() {
        let sent = course(ReferralState::Sent);
        assert!(sent.admits(&OFFICER, ReferralAction::Acknowledge).is_ok());
        assert!(sent.admits(&AUTHOR, ReferralAction::Acknowledge).is_err());
        let received = course(ReferralState::Received);
        assert!(received.admits(&OFFICER, ReferralAction::Accept).is_ok());
        assert!(received.admits(&OFFICER, ReferralAction::Withdraw).is_err());
    }

    #[test]
    fn a_decision_is_put_off_twice() {
        let mut review = course(ReferralState::UnderReview);
        for extensions in 0..MOST_EXTENSIONS {
            review.extensions = extensions;
            assert!(review.admits(&OFFICER, ReferralAction::ExtendDecision).is_ok());
        }
        review.extensions = MOST_EXTENSIONS;
        assert!(review.admits(&OFFICER, ReferralAction::ExtendDecision).is_err());
    }

    #[test]
    fn i40_personal_data_stored_in_china_need_a_reference_to_leave_it() {
        assert!(needs_approval_reference(true, Some("CN"), "PT"));
        assert!(needs_approval_reference(true, Some("CN"), "HK"));
        assert!(!needs_approval_reference(true, Some("CN"), "CN"));
        assert!(!needs_approval_reference(true, Some("DE"), "PT"));
        assert!(!needs_approval_reference(false, Some("CN"), "PT"));
    }

    #[test]
    fn what_is_for_an_organisation_alone_is_referred_by_its_owner_only() {
        let shown = Referable {
            kept: false,
            permitted: PermittedActions::Direct,
            tlp: Tlp::Amber,
            handling_code: HandlingCode::H0,
        };
        assert!(may_be_referred(shown));
        let lead = |change: fn(&mut Referable)| {
            let mut lead = shown;
            change(&mut lead);
            may_be_referred(lead)
        };
        assert!(!lead(|lead| lead.permitted = PermittedActions::ContactFirst));
        assert!(!lead(|lead| lead.tlp = Tlp::AmberStrict));
        assert!(!lead(|lead| lead.handling_code = HandlingCode::H2));
        assert!(lead(|lead| {
            lead.tlp = Tlp::Red;
            lead.kept = true;
        }));
    }

    #[test]
    fn the_agency_sees_it_by_named_officers_alone() {
        let facts = ReferralFacts {
            organization: Uuid::from_u128(1),
            brands: vec![Uuid::from_u128(2)],
            author: Some(Uuid::from_u128(3)),
            submitted: false,
            officers: vec![Uuid::from_u128(4)],
        };
        let rows = audience(&facts);
        let has = |principal: Principal| rows.iter().any(|row| row.principal == principal);
        assert!(has(Principal::User(Uuid::from_u128(4))) && has(Principal::Own(Uuid::from_u128(1), None)));
        assert!(!has(Principal::Desk), "a draft is its author's side's");
        assert_eq!(rows.len(), 6);
    }

    #[test]
    fn small_numbers_of_several_are_not_told() {
        let told: Vec<_> = [0, 1, 4, 5].map(|count| figure(count, false)).into();
        assert_eq!(told, [Some(0), None, None, Some(5)]);
        assert_eq!(figure(3, true), Some(3));
    }
}
