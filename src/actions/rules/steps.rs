//! Where an action stands, what can be done to it, and by whom (domain.md §4.4).

use super::codes::{ApprovalSide, TeamRole, codes};
use crate::{
    permissions::{Action, Powers, Scope},
    platform::error::{ErrorCode, Result},
};

codes! {
    /// Where an action stands.
    ActionState {
        /// Somebody wants it.
        Proposed,
        /// Compared with the others.
        Deconflicting,
        /// Nothing stands in its way; waits for two approvals.
        Planned,
        /// Both sides have approved it.
        Approved,
        /// Law enforcement has set it.
        Scheduled,
        /// Under way.
        InProgress,
        /// Done.
        Executed,
        /// What came of it is written down.
        OutcomeRecorded,
        /// Somebody else has verified that.
        OutcomeVerified,
        /// Suspects and goods are followed to the end.
        FollowUp,
        /// Nothing is left to do.
        Closed,
        /// Put off.
        Postponed,
        /// Broken off.
        Aborted,
        /// Given up before it began.
        Cancelled,
    }
    /// What can be done to an action.
    ActionStep {
        /// Change what it is, where and when.
        Change,
        /// Say who is on the team.
        Staff,
        /// Add something to be done.
        AddTask,
        /// Have it compared with the others.
        Submit,
        /// Find that nothing stands in its way.
        Plan,
        /// Approve it, for one of the two sides.
        Approve,
        /// Set it.
        Schedule,
        /// Begin it.
        Start,
        /// End it, done.
        Execute,
        /// Put it off.
        Postpone,
        /// Break it off.
        Abort,
        /// Give it up.
        Cancel,
        /// End the embargo.
        Release,
        /// Ask its lead to stop it.
        AskStop,
        /// Write down what came of it.
        RecordOutcome,
        /// Say that all is written down.
        SubmitOutcome,
        /// Verify that, as somebody else.
        VerifyOutcome,
        /// Send that back.
        ReturnOutcome,
        /// Correct what was verified.
        CorrectOutcome,
        /// Begin to follow suspects and goods.
        StartFollowUp,
        /// Write down what becomes of them.
        Follow,
        /// End it.
        Close,
    }
}

use ActionState::{
    Aborted, Approved, Cancelled, Closed, Deconflicting, Executed, FollowUp, InProgress, OutcomeRecorded,
    OutcomeVerified, Planned, Postponed, Proposed, Scheduled,
};

impl ActionState {
    /// Whether it still wants an act.
    #[must_use]
    pub fn is_open(self) -> bool {
        match self {
            Closed | Aborted | Cancelled => false,
            Proposed | Deconflicting | Planned | Approved | Scheduled | InProgress | Executed | OutcomeRecorded
            | OutcomeVerified | FollowUp | Postponed => true,
        }
    }

    /// Whether others must not plan across it: from its submission on until it is over.
    #[must_use]
    pub fn is_compared(self) -> bool {
        match self {
            Deconflicting | Planned | Approved | Scheduled | InProgress => true,
            Proposed | Executed | OutcomeRecorded | OutcomeVerified | FollowUp | Closed | Postponed | Aborted
            | Cancelled => false,
        }
    }

    /// Whether it is done, and whom it met with is followed: others are told where they are about the same people.
    #[must_use]
    pub fn is_followed(self) -> bool {
        match self {
            Executed | OutcomeRecorded | OutcomeVerified | FollowUp => true,
            Proposed | Deconflicting | Planned | Approved | Scheduled | InProgress | Closed | Postponed | Aborted
            | Cancelled => false,
        }
    }

    /// Whether what came of it was handed in, so that there is a report of it.
    #[must_use]
    pub fn has_report(self) -> bool {
        match self {
            OutcomeRecorded | OutcomeVerified | FollowUp | Closed => true,
            Proposed | Deconflicting | Planned | Approved | Scheduled | InProgress | Executed | Postponed | Aborted
            | Cancelled => false,
        }
    }

    /// The states in which nothing is left to do.
    pub const OVER: [Self; 3] = [Closed, Aborted, Cancelled];

    /// The states in which a lead is "in action" for those who see the action.
    pub const IN_ACTION: [Self; 7] = [
        Approved,
        Scheduled,
        InProgress,
        Executed,
        OutcomeRecorded,
        OutcomeVerified,
        FollowUp,
    ];
}

impl ActionStep {
    /// From where the step leads on.
    fn starts_in(self) -> &'static [ActionState] {
        match self {
            Self::Change => &[Proposed, Deconflicting, Planned, Postponed],
            Self::Submit => &[Proposed, Postponed],
            Self::Plan => &[Deconflicting],
            Self::Approve => &[Planned],
            Self::Schedule => &[Approved],
            Self::Start => &[Scheduled],
            Self::Execute | Self::Abort => &[InProgress],
            Self::Postpone => &[Deconflicting, Planned, Approved, Scheduled],
            Self::Cancel => &[Proposed, Deconflicting, Planned, Approved, Scheduled, Postponed],
            Self::AskStop => &[Deconflicting, Planned, Approved, Scheduled, InProgress],
            Self::Staff | Self::AddTask | Self::Release => &[
                Proposed,
                Deconflicting,
                Planned,
                Approved,
                Scheduled,
                InProgress,
                Executed,
                OutcomeRecorded,
                OutcomeVerified,
                FollowUp,
                Postponed,
            ],
            Self::RecordOutcome | Self::SubmitOutcome => &[Executed],
            Self::VerifyOutcome | Self::ReturnOutcome => &[OutcomeRecorded],
            Self::CorrectOutcome => &[OutcomeVerified, FollowUp, Closed],
            Self::StartFollowUp => &[OutcomeVerified],
            Self::Follow => &[OutcomeVerified, FollowUp],
            Self::Close => &[FollowUp],
        }
    }

    /// Where it leads.
    fn leads_to(self, from: ActionState) -> ActionState {
        match self {
            // Whoever approves, approves what stands: a change begins anew.
            Self::Change if from == Planned => Deconflicting,
            Self::Change
            | Self::Staff
            | Self::AddTask
            | Self::Release
            | Self::AskStop
            | Self::Approve
            | Self::RecordOutcome
            | Self::Follow => from,
            Self::Submit => Deconflicting,
            Self::Plan => Planned,
            Self::Schedule => Scheduled,
            Self::Start => InProgress,
            Self::Execute | Self::ReturnOutcome | Self::CorrectOutcome => Executed,
            Self::Postpone => Postponed,
            Self::Abort => Aborted,
            Self::Cancel => Cancelled,
            Self::SubmitOutcome => OutcomeRecorded,
            Self::VerifyOutcome => OutcomeVerified,
            Self::StartFollowUp => FollowUp,
            Self::Close => Closed,
        }
    }

    /// What the permission table asks for it.
    #[must_use]
    pub fn action(self) -> Action {
        match self {
            Self::Change | Self::Submit => Action::OfflineActionPropose,
            Self::Staff | Self::AddTask | Self::AskStop => Action::OfflineActionRead,
            Self::Plan => Action::OfflineActionPlan,
            Self::Approve => Action::OfflineActionApprove,
            Self::Schedule
            | Self::Start
            | Self::Execute
            | Self::Postpone
            | Self::Abort
            | Self::Cancel
            | Self::Release => Action::OfflineActionConduct,
            Self::RecordOutcome | Self::SubmitOutcome => Action::OutcomeRecord,
            Self::VerifyOutcome | Self::ReturnOutcome | Self::CorrectOutcome => Action::OutcomeVerify,
            Self::Follow => Action::FollowUpRecord,
            Self::StartFollowUp | Self::Close => Action::FollowUpClose,
        }
    }
}

/// The state after a step, or `None` where the state does not allow it.
#[must_use]
pub fn next(state: ActionState, step: ActionStep) -> Option<ActionState> {
    step.starts_in().contains(&state).then(|| step.leads_to(state))
}

/// How somebody who sees an action stands to it, and what stands in the way of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Where the action stands.
    pub state: ActionState,
    /// What the viewer is on the team; `None` for those who see it because it is released.
    pub role: Option<TeamRole>,
    /// Whether the viewer proposed it.
    pub is_proposer: bool,
    /// Which sides have approved it.
    pub approved: (bool, bool),
    /// Whether the clashes it has with others are not resolved.
    pub is_blocked: bool,
    /// Whether the viewer wrote down something of what is to be verified.
    pub is_recorder: bool,
    /// Whether nobody but the team may know of it.
    pub is_embargoed: bool,
    /// Whether it says when and where it is to be.
    pub has_place_and_time: bool,
}

impl Standing {
    /// The state after a step of the viewer.
    ///
    /// # Errors
    /// `FORBIDDEN` where it is not the viewer's to do, `FOUR_EYES` where another person has to, `TRANSITION_NOT_ALLOWED` where
    /// the state does not allow it or something stands in the way.
    pub fn step(&self, viewer: &impl Powers, step: ActionStep) -> Result<ActionState> {
        if !self.is_open_to(viewer, step) {
            return Err(ErrorCode::Forbidden.into());
        }
        let state = next(self.state, step).ok_or(ErrorCode::TransitionNotAllowed)?;
        match step {
            ActionStep::Submit if !self.has_place_and_time => Err(ErrorCode::TransitionNotAllowed.into()),
            ActionStep::Plan if self.is_blocked => Err(ErrorCode::TransitionNotAllowed.into()),
            ActionStep::Release if !self.is_embargoed => Err(ErrorCode::TransitionNotAllowed.into()),
            ActionStep::Approve => self.approve(viewer),
            // Who wrote something down does not verify it (I13).
            ActionStep::VerifyOutcome | ActionStep::ReturnOutcome if self.is_recorder => {
                Err(ErrorCode::FourEyes.into())
            }
            ActionStep::Change
            | ActionStep::Staff
            | ActionStep::AddTask
            | ActionStep::Submit
            | ActionStep::Plan
            | ActionStep::Schedule
            | ActionStep::Start
            | ActionStep::Execute
            | ActionStep::Postpone
            | ActionStep::Abort
            | ActionStep::Cancel
            | ActionStep::Release
            | ActionStep::AskStop
            | ActionStep::RecordOutcome
            | ActionStep::SubmitOutcome
            | ActionStep::VerifyOutcome
            | ActionStep::ReturnOutcome
            | ActionStep::CorrectOutcome
            | ActionStep::StartFollowUp
            | ActionStep::Follow
            | ActionStep::Close => Ok(state),
        }
    }

    /// Both sides have to approve, neither of them by who proposed it.
    fn approve(&self, viewer: &impl Powers) -> Result<ActionState> {
        if self.is_proposer {
            return Err(ErrorCode::FourEyes.into());
        }
        let side = self.side(viewer).ok_or(ErrorCode::Forbidden)?;
        let (secretariat, law_enforcement) = self.approved;
        let (own, other) = match side {
            ApprovalSide::Secretariat => (secretariat, law_enforcement),
            ApprovalSide::LawEnforcement => (law_enforcement, secretariat),
        };
        if own || self.is_blocked {
            return Err(ErrorCode::TransitionNotAllowed.into());
        }
        Ok(if other { Approved } else { Planned })
    }

    /// The side from which the viewer may approve.
    #[must_use]
    pub fn side(&self, viewer: &impl Powers) -> Option<ApprovalSide> {
        if !viewer.has(Action::OfflineActionApprove) {
            return None;
        }
        match self.role? {
            TeamRole::Lead => Some(ApprovalSide::LawEnforcement),
            TeamRole::Desk => Some(ApprovalSide::Secretariat),
            TeamRole::Officer | TeamRole::Investigator | TeamRole::Observer => None,
        }
    }

    /// Whether a step is the viewer's to do, whatever the state.
    fn is_open_to(&self, viewer: &impl Powers, step: ActionStep) -> bool {
        // Who only proposed it may take it back before it is compared; afterwards giving it up is its lead's.
        if step == ActionStep::Cancel && self.is_proposer && self.state == Proposed {
            return viewer.has(Action::OfflineActionPropose);
        }
        viewer.has(step.action()) && self.has_place_for(viewer, step)
    }

    fn has_place_for(&self, viewer: &impl Powers, step: ActionStep) -> bool {
        let is_lead = self.role == Some(TeamRole::Lead);
        let is_desk = self.role == Some(TeamRole::Desk) || self.is_of_desk(viewer);
        let takes_part = self.role.is_some_and(|role| role != TeamRole::Observer);
        match step {
            ActionStep::Change | ActionStep::Submit | ActionStep::AddTask => takes_part,
            ActionStep::Staff => is_lead || is_desk || (self.is_proposer && self.state == Proposed),
            ActionStep::Plan => is_lead || is_desk,
            ActionStep::Approve => self.side(viewer).is_some(),
            ActionStep::Schedule
            | ActionStep::Start
            | ActionStep::Execute
            | ActionStep::Postpone
            | ActionStep::Abort
            | ActionStep::Cancel
            | ActionStep::Release => is_lead,
            ActionStep::AskStop => takes_part && !is_lead,
            ActionStep::RecordOutcome | ActionStep::SubmitOutcome => takes_part,
            ActionStep::VerifyOutcome | ActionStep::ReturnOutcome | ActionStep::CorrectOutcome => {
                is_desk || is_lead || self.role == Some(TeamRole::Officer)
            }
            ActionStep::StartFollowUp | ActionStep::Close => is_desk,
            ActionStep::Follow => takes_part || is_desk,
        }
    }

    /// Whether the viewer works the desk and sees the action because it is released.
    fn is_of_desk(&self, viewer: &impl Powers) -> bool {
        self.role.is_none() && !self.is_embargoed && viewer.scope(Action::DeconflictionRead) == Scope::All
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;

    #[test]
    fn what_is_over_stays_over() {
        for state in [Aborted, Cancelled] {
            for step in ActionStep::VARIANTS {
                assert_eq!(next(state, *step), None, "{state:?} {step:?}");
            }
        }
        assert_eq!(next(Closed, ActionStep::CorrectOutcome), Some(Executed));
    }

    #[test]
    fn nothing_is_executed_that_was_not_compared_approved_and_begun() {
        let way = [
            (ActionStep::Submit, Deconflicting),
            (ActionStep::Plan, Planned),
            (ActionStep::Schedule, Planned),
        ];
        let mut state = Proposed;
        for (step, expected) in way {
            state = next(state, step).unwrap_or(state);
            assert_eq!(state, expected);
        }
        for before in [Proposed, Deconflicting, Planned, Approved, Scheduled, Postponed] {
            assert_eq!(next(before, ActionStep::Execute), None, "{before:?}");
        }
    }

    #[test]
    fn a_change_begins_anew() {
        assert_eq!(next(Planned, ActionStep::Change), Some(Deconflicting));
        assert_eq!(next(Approved, ActionStep::Change), None, "it has to be put off first");
    }
}
