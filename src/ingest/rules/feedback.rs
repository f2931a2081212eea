//! What is told back of a listing.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::leads::rules::LeadState;

/// Where a listing that came in stands, in the words of who handed it in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum FeedbackState {
    /// It is there, and nobody has judged it yet.
    Received,
    /// The desk has graded it.
    InReview,
    /// The desk has turned it down.
    Rejected,
    /// It goes on with another lead.
    Merged,
    /// It was brought to whom it concerns.
    Shared,
    /// At least one of these has answered.
    Answered,
    /// It is closed.
    Resolved,
    /// It was taken back.
    Retracted,
}

impl FeedbackState {
    /// Where it stands by the state of its lead and whether a recipient has answered.
    #[must_use]
    pub fn of(lead: LeadState, is_answered: bool) -> Self {
        match lead {
            LeadState::Draft | LeadState::Submitted => Self::Received,
            LeadState::Triaged => Self::InReview,
            LeadState::Rejected => Self::Rejected,
            LeadState::Merged => Self::Merged,
            LeadState::Shared if is_answered => Self::Answered,
            LeadState::Shared => Self::Shared,
            LeadState::Resolved => Self::Resolved,
            LeadState::Retracted => Self::Retracted,
        }
    }

    /// The states of leads that stand so, and whether a recipient has answered where that decides.
    #[must_use]
    pub fn leads(self) -> (&'static [LeadState], Option<bool>) {
        match self {
            Self::Received => (&[LeadState::Draft, LeadState::Submitted], None),
            Self::InReview => (&[LeadState::Triaged], None),
            Self::Rejected => (&[LeadState::Rejected], None),
            Self::Merged => (&[LeadState::Merged], None),
            Self::Shared => (&[LeadState::Shared], Some(false)),
            Self::Answered => (&[LeadState::Shared], Some(true)),
            Self::Resolved => (&[LeadState::Resolved], None),
            Self::Retracted => (&[LeadState::Retracted], None),
        }
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;

    #[test]
    fn what_is_asked_for_is_what_is_told() {
        for state in FeedbackState::VARIANTS {
            let (leads, answered) = state.leads();
            for lead in leads {
                for is_answered in [false, true] {
                    let holds = answered.is_none_or(|answered| answered == is_answered);
                    assert_eq!(
                        FeedbackState::of(*lead, is_answered) == *state,
                        holds,
                        "{state:?} {lead:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn every_state_of_a_lead_is_told_as_one() {
        let told = FeedbackState::VARIANTS.iter().flat_map(|state| {
            let (leads, answered) = state.leads();
            leads.iter().filter(move |_| answered != Some(true))
        });
        assert_eq!(told.count(), 8, "the states of leads");
    }
}
