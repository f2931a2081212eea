//! Pure rules of leads: states, steps and what a lead must have before it takes them.

mod codes;
mod delivery;
mod handling;
mod mention;
mod sandbox;
mod search;
mod sighting;

pub use codes::{
    AffectedPartyNotification, Attribution, Channel, InfringementType, LeadOutcome, LeadSource, PermittedActions,
    Priority, RejectReason, TimelineKind,
};
pub use delivery::{
    CONFIRMATION_RULE, CONFIRMATION_WORKING_DAYS, Clock, DeliveryState, DeliveryStep, EXPIRY_WORKING_DAYS,
    ExpirySettlement, MAX_PAUSE_WORKING_DAYS, Verdict, clock, holds_up_closing, next_delivery,
};
pub use handling::HandlingPolicy;
pub use mention::{MOST_MENTIONS, marker, names_each};
pub use sandbox::{SEEN_IN_SANDBOX, played};
pub use search::{SearchField, SearchKind};
pub use sighting::{ReadPurpose, reading_is_logged};

use crate::{permissions::audience::Tlp, platform::ids::letters};

/// Where a lead stands.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
    serde::Serialize,
    serde::Deserialize,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum LeadState {
    /// Being written by its owner.
    Draft,
    /// Handed in, waiting for triage.
    Submitted,
    /// Graded, ready to be shared.
    Triaged,
    /// Turned down at triage.
    Rejected,
    /// Recognised at triage as the same as another lead, with which it goes on.
    Merged,
    /// Pushed to those it concerns.
    Shared,
    /// Closed with an outcome.
    Resolved,
    /// Taken back; those who saw it are told.
    Retracted,
}

impl LeadState {
    /// Whether it still wants an act.
    #[must_use]
    pub fn is_open(self) -> bool {
        match self {
            Self::Draft | Self::Submitted | Self::Triaged | Self::Shared => true,
            Self::Rejected | Self::Merged | Self::Resolved | Self::Retracted => false,
        }
    }
}

/// What can be done to a lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum LeadStep {
    /// Change the draft.
    Update,
    /// Hand it in.
    Submit,
    /// Grade it.
    Triage,
    /// Turn it down.
    Reject,
    /// Let it go on with another lead.
    Merge,
    /// Show it to more people.
    Share,
    /// Change its TLP.
    ChangeTlp,
    /// Change how it may be used.
    ChangeHandling,
    /// Take back what it was opened to.
    Revoke,
    /// Close it.
    Resolve,
    /// Open it again.
    Reopen,
    /// Take it back.
    Retract,
}

/// The state after a step, or `None` where the state does not allow it (domain.md §4.3).
///
/// A reopened lead is shared again: what reopening means to each viewer stands in the timeline.
#[must_use]
pub fn next(state: LeadState, step: LeadStep) -> Option<LeadState> {
    use LeadState::{Draft, Merged, Rejected, Resolved, Retracted, Shared, Submitted, Triaged};
    match (step, state) {
        (LeadStep::Update, Draft) => Some(Draft),
        (LeadStep::Submit, Draft) => Some(Submitted),
        (LeadStep::Triage, Submitted) => Some(Triaged),
        (LeadStep::Reject, Triaged) => Some(Rejected),
        (LeadStep::Merge, Triaged) => Some(Merged),
        (LeadStep::Share, Triaged | Shared) | (LeadStep::Reopen, Resolved) => Some(Shared),
        (LeadStep::Resolve, Shared) => Some(Resolved),
        (LeadStep::ChangeTlp | LeadStep::ChangeHandling, Draft | Submitted | Triaged | Merged | Shared | Resolved) => {
            Some(state)
        }
        (LeadStep::Revoke, Draft | Submitted | Triaged | Rejected | Merged | Shared | Resolved | Retracted) => {
            Some(state)
        }
        (LeadStep::Retract, Draft | Submitted | Triaged | Rejected | Merged | Shared | Resolved) => Some(Retracted),
        (LeadStep::Update, Submitted | Triaged | Rejected | Merged | Shared | Resolved | Retracted)
        | (LeadStep::Submit, Submitted | Triaged | Rejected | Merged | Shared | Resolved | Retracted)
        | (LeadStep::Triage, Draft | Triaged | Rejected | Merged | Shared | Resolved | Retracted)
        | (LeadStep::Reject | LeadStep::Merge, Draft | Submitted | Rejected | Merged | Shared | Resolved | Retracted)
        | (LeadStep::Share, Draft | Submitted | Rejected | Merged | Resolved | Retracted)
        | (LeadStep::Reopen, Draft | Submitted | Triaged | Rejected | Merged | Shared | Retracted)
        | (LeadStep::Resolve, Draft | Submitted | Triaged | Rejected | Merged | Resolved | Retracted)
        | (LeadStep::ChangeTlp | LeadStep::ChangeHandling, Rejected | Retracted)
        | (LeadStep::Retract, Retracted) => None,
    }
}

/// Whether a copy of a lead may be written without what must not travel: a draft is still changed itself, and what was
/// rejected or taken back goes nowhere.
#[must_use]
pub fn may_be_copied(state: LeadState) -> bool {
    match state {
        LeadState::Submitted | LeadState::Triaged | LeadState::Merged | LeadState::Shared | LeadState::Resolved => true,
        LeadState::Draft | LeadState::Rejected | LeadState::Retracted => false,
    }
}

/// Whether somebody may still be named in a lead, or evidence added to it: not to what was rejected or taken back; to a
/// resolved one, because new evidence is what opens it again.
#[must_use]
pub fn may_be_added_to(state: LeadState) -> bool {
    match state {
        LeadState::Draft
        | LeadState::Submitted
        | LeadState::Triaged
        | LeadState::Merged
        | LeadState::Shared
        | LeadState::Resolved => true,
        LeadState::Rejected | LeadState::Retracted => false,
    }
}

/// Whether another lead may go on with one: it is graded and still wants an act.
#[must_use]
pub fn takes_in_others(state: LeadState) -> bool {
    match state {
        LeadState::Triaged | LeadState::Shared => true,
        LeadState::Draft
        | LeadState::Submitted
        | LeadState::Rejected
        | LeadState::Merged
        | LeadState::Resolved
        | LeadState::Retracted => false,
    }
}

/// Whether a TLP lets a lead be shown to the community.
#[must_use]
pub fn admits_community(tlp: Tlp) -> bool {
    tlp <= Tlp::Green
}

/// An Admiralty grade: source A–F, information 1–6.
#[must_use]
pub fn is_grade(text: &str) -> bool {
    matches!(text.as_bytes(), [b'A'..=b'F', b'1'..=b'6'])
}

/// The name by which others know an organisation in one lead that does not allow its own: of a code that tells nothing.
#[must_use]
pub fn pseudonym(code: [u8; 32]) -> String {
    format!("Member {}", letters(code, 4))
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::VariantArray as _;

    #[test]
    fn a_retracted_lead_takes_no_step() {
        // What it was opened to can still be taken back.
        for step in LeadStep::VARIANTS.iter().filter(|step| **step != LeadStep::Revoke) {
            assert_eq!(next(LeadState::Retracted, *step), None);
        }
    }

    #[test]
    fn every_state_but_the_retracted_can_be_retracted() {
        for state in LeadState::VARIANTS
            .iter()
            .filter(|state| **state != LeadState::Retracted)
        {
            assert_eq!(next(*state, LeadStep::Retract), Some(LeadState::Retracted));
        }
    }

    #[test]
    fn nothing_is_shared_before_triage() {
        for state in [LeadState::Draft, LeadState::Submitted, LeadState::Rejected] {
            assert_eq!(next(state, LeadStep::Share), None);
        }
    }

    #[test]
    fn grades_are_a_letter_and_a_digit() {
        assert!(is_grade("B2") && is_grade("F6"));
        assert!(!is_grade("G1") && !is_grade("A7") && !is_grade("b2") && !is_grade("B") && !is_grade("B22"));
    }

    #[test]
    fn pseudonyms_say_nothing() {
        assert_eq!(pseudonym([0; 32]), "Member 0000");
        assert_eq!(pseudonym([31; 32]), "Member ZZZZ");
    }
}
