//! Which step an appraisal admits, and who takes it.

use super::AppraisalState;
use crate::platform::error::{ErrorCode, Result};

/// What can be done to an appraisal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::VariantArray)]
pub enum AppraisalStep {
    /// Take it up.
    TakeUp,
    /// Decline it.
    Decline,
    /// Begin.
    Begin,
    /// Report.
    Report,
    /// Correct the report by a new version.
    Correct,
    /// Agree to the report.
    Agree,
    /// Contest it.
    Contest,
    /// Have the sample inspected again.
    Reinspect,
    /// Let it count.
    Finalize,
    /// Take it back.
    Cancel,
}

/// What the viewer is to an appraisal that it sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Party {
    /// Whether it is the appraiser.
    pub appraiser: bool,
    /// Whether it orders appraisals of this purchase.
    pub orders: bool,
    /// Whether it agrees to reports on it and contests them.
    pub contests: bool,
}

/// Where an appraisal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The state.
    pub state: AppraisalState,
}

impl Standing {
    /// What comes of a step, whoever takes it.
    #[must_use]
    pub fn next(self, step: AppraisalStep) -> Option<AppraisalState> {
        use AppraisalState as S;
        match (step, self.state) {
            (AppraisalStep::TakeUp, S::Ordered) => Some(S::TakenUp),
            (AppraisalStep::Decline, S::Ordered | S::TakenUp) => Some(S::Declined),
            (AppraisalStep::Begin, S::TakenUp) => Some(S::InProgress),
            (AppraisalStep::Report, S::InProgress) => Some(S::Reported),
            // What was agreed to is agreed to anew. What is contested is corrected, and stays contested.
            (AppraisalStep::Correct, S::Reported | S::Agreed) => Some(S::Reported),
            (AppraisalStep::Correct, S::Contested) => Some(S::Contested),
            (AppraisalStep::Agree, S::Reported) => Some(S::Agreed),
            (AppraisalStep::Contest, S::Reported | S::Agreed | S::Final) => Some(S::Contested),
            (AppraisalStep::Reinspect, S::Contested | S::Reinspection) => Some(S::Reinspection),
            // In a conflict the other report is inspected anew without anybody contesting it.
            (AppraisalStep::Reinspect, S::Reported | S::Agreed | S::Final) => Some(self.state),
            (AppraisalStep::Finalize, S::Agreed) => Some(S::Final),
            (AppraisalStep::Cancel, S::Ordered | S::TakenUp | S::InProgress) => Some(S::Cancelled),
            (
                AppraisalStep::TakeUp
                | AppraisalStep::Decline
                | AppraisalStep::Begin
                | AppraisalStep::Report
                | AppraisalStep::Correct
                | AppraisalStep::Agree
                | AppraisalStep::Contest
                | AppraisalStep::Reinspect
                | AppraisalStep::Finalize
                | AppraisalStep::Cancel,
                S::Ordered
                | S::TakenUp
                | S::InProgress
                | S::Reported
                | S::Agreed
                | S::Contested
                | S::Reinspection
                | S::Final
                | S::Declined
                | S::Cancelled,
            ) => None,
        }
    }

    /// Takes a step.
    ///
    /// # Errors
    /// `FORBIDDEN`, `FOUR_EYES` where the appraiser judges its own report, `TRANSITION_NOT_ALLOWED`.
    pub fn step(self, step: AppraisalStep, party: Party) -> Result<AppraisalState> {
        let (may, judges) = match step {
            AppraisalStep::TakeUp
            | AppraisalStep::Decline
            | AppraisalStep::Begin
            | AppraisalStep::Report
            | AppraisalStep::Correct => (party.appraiser, false),
            AppraisalStep::Agree | AppraisalStep::Contest | AppraisalStep::Finalize => (party.contests, true),
            AppraisalStep::Reinspect | AppraisalStep::Cancel => (party.orders, false),
        };
        if !may {
            return Err(ErrorCode::Forbidden.into());
        }
        if judges && party.appraiser {
            return Err(ErrorCode::FourEyes.into());
        }
        self.next(step).ok_or_else(|| ErrorCode::TransitionNotAllowed.into())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use strum::VariantArray as _;

    use super::*;

    const ALL: Party = Party {
        appraiser: true,
        orders: true,
        contests: true,
    };

    #[test]
    fn nobody_judges_the_own_report() {
        let standing = Standing {
            state: AppraisalState::Reported,
        };
        assert_eq!(
            standing.step(AppraisalStep::Agree, ALL).unwrap_err().code,
            ErrorCode::FourEyes
        );
        let other = Party {
            appraiser: false,
            ..ALL
        };
        assert_eq!(
            standing.step(AppraisalStep::Agree, other).unwrap(),
            AppraisalState::Agreed
        );
        let nobody = Party::default();
        assert_eq!(
            standing.step(AppraisalStep::Agree, nobody).unwrap_err().code,
            ErrorCode::Forbidden
        );
    }

    #[test]
    fn a_report_counts_only_after_somebody_agreed() {
        for state in AppraisalState::VARIANTS {
            let next = Standing { state: *state }.next(AppraisalStep::Finalize);
            assert_eq!(next.is_some(), *state == AppraisalState::Agreed, "{state:?}");
        }
    }

    proptest! {
        #[test]
        fn i31_what_has_ended_without_a_report_stays_so(step in 0_usize..10) {
            let step = AppraisalStep::VARIANTS[step];
            for state in [AppraisalState::Declined, AppraisalState::Cancelled] {
                prop_assert_eq!(Standing { state }.next(step), None);
            }
        }

        #[test]
        fn i19_a_report_is_never_unsaid(state in 0_usize..10, step in 0_usize..10) {
            let state = AppraisalState::VARIANTS[state];
            if let Some(next) = (Standing { state }).next(AppraisalStep::VARIANTS[step]) {
                prop_assert!(!state.is_reported() || next.is_reported());
            }
        }
    }
}
