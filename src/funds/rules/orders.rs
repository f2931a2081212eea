//! Orders: what moves money once other people agree. People are compared, not roles (I11, I15).

use uuid::Uuid;

use super::codes::{OrderKind, OrderState, OrderStep};
use crate::platform::error::{ErrorCode, Result};

impl OrderKind {
    /// How many other people have to agree, of a reversal at least. Where money goes out, or to somebody, two do.
    #[must_use]
    pub fn approvals_needed(self) -> usize {
        match self {
            Self::Allocation | Self::Deallocation | Self::Payout | Self::Exchange => 2,
            Self::Contribution | Self::Recovery | Self::Reversal | Self::PeriodClose => 1,
        }
    }
}

/// How somebody stands to an order.
#[derive(Debug, Clone, Copy)]
pub struct OrderStanding<'a> {
    /// How many other people have to agree.
    pub needed: usize,
    /// Where it stands.
    pub state: OrderState,
    /// Who proposed it.
    pub proposer: Uuid,
    /// Who agreed.
    pub approvers: &'a [Uuid],
    /// Whether the person's roles decide such things.
    pub decides: bool,
}

impl OrderStanding<'_> {
    /// Whether a person may take a step.
    ///
    /// # Errors
    /// `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `FOUR_EYES` where it is not another person.
    pub fn step(&self, person: Uuid, step: OrderStep) -> Result<()> {
        let is_proposer = person == self.proposer;
        match step {
            OrderStep::Withdraw if !is_proposer => return Err(ErrorCode::Forbidden.into()),
            OrderStep::Approve | OrderStep::Refuse if !self.decides => return Err(ErrorCode::Forbidden.into()),
            OrderStep::Withdraw | OrderStep::Approve | OrderStep::Refuse => {}
        }
        if self.state != OrderState::Proposed {
            return Err(ErrorCode::TransitionNotAllowed.into());
        }
        let is_same = match step {
            OrderStep::Approve => is_proposer || self.approvers.contains(&person),
            OrderStep::Refuse => is_proposer,
            OrderStep::Withdraw => false,
        };
        match is_same {
            true => Err(ErrorCode::FourEyes.into()),
            false => Ok(()),
        }
    }

    /// Whether one more who agrees is the last who has to.
    #[must_use]
    pub fn is_last(&self) -> bool {
        self.approvers.len() + 1 >= self.needed
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;

    fn code(result: Result<()>) -> Option<ErrorCode> {
        result.err().map(|error| error.code)
    }

    #[test]
    fn i11_whoever_proposed_it_never_agrees_and_nobody_agrees_twice() {
        let [proposer, first, second] = [1, 2, 3].map(Uuid::from_u128);
        for kind in OrderKind::VARIANTS {
            let mut approvers = Vec::new();
            loop {
                let standing = OrderStanding {
                    needed: kind.approvals_needed(),
                    state: OrderState::Proposed,
                    proposer,
                    approvers: &approvers,
                    decides: true,
                };
                assert_eq!(
                    code(standing.step(proposer, OrderStep::Approve)),
                    Some(ErrorCode::FourEyes)
                );
                assert_eq!(
                    code(standing.step(proposer, OrderStep::Refuse)),
                    Some(ErrorCode::FourEyes)
                );
                for approver in &approvers {
                    assert_eq!(
                        code(standing.step(*approver, OrderStep::Approve)),
                        Some(ErrorCode::FourEyes)
                    );
                }
                let next = if approvers.is_empty() { first } else { second };
                assert_eq!(code(standing.step(next, OrderStep::Approve)), None);
                if standing.is_last() {
                    break;
                }
                approvers.push(next);
            }
            assert_eq!(approvers.len() + 1, kind.approvals_needed(), "{kind:?}");
        }
    }

    #[test]
    fn what_is_decided_stays_so() {
        let [proposer, other] = [1, 2].map(Uuid::from_u128);
        for state in [OrderState::Posted, OrderState::Refused, OrderState::Withdrawn] {
            let standing = OrderStanding {
                needed: 1,
                state,
                proposer,
                approvers: &[],
                decides: true,
            };
            for (person, step) in [
                (other, OrderStep::Approve),
                (other, OrderStep::Refuse),
                (proposer, OrderStep::Withdraw),
            ] {
                assert_eq!(code(standing.step(person, step)), Some(ErrorCode::TransitionNotAllowed));
            }
        }
    }

    #[test]
    fn roles_are_asked_first() {
        let standing = OrderStanding {
            needed: 1,
            state: OrderState::Posted,
            proposer: Uuid::from_u128(1),
            approvers: &[],
            decides: false,
        };
        assert_eq!(
            code(standing.step(Uuid::from_u128(2), OrderStep::Approve)),
            Some(ErrorCode::Forbidden)
        );
        assert_eq!(
            code(standing.step(Uuid::from_u128(2), OrderStep::Withdraw)),
            Some(ErrorCode::Forbidden)
        );
    }
}
