//! Who moves a test purchase on, and to where. Four eyes: whoever asked for it, whoever approves it and whoever buys it are
//! different people, whatever their roles and for whomever they act (I11, I15).

use uuid::Uuid;

use super::codes::{Initiator, PurchaseState, PurchaseStep};
use crate::{
    permissions::{Action, Scope, Viewer},
    platform::error::{ErrorCode, Result},
};

/// Where a step leads from a state; `None` where it may not be taken there.
#[must_use]
pub fn next(state: PurchaseState, step: PurchaseStep) -> Option<PurchaseState> {
    use PurchaseState as S;
    use PurchaseStep as P;
    let is = |states: &[S]| states.contains(&state);
    let before_order = [S::Requested, S::Approved, S::Assigned];
    match step {
        P::Approve => is(&[S::Requested]).then_some(S::Approved),
        P::Reject => is(&[S::Requested]).then_some(S::Rejected),
        P::Cancel => is(&before_order).then_some(S::Cancelled),
        P::Assign => is(&[S::Approved, S::Assigned]).then_some(S::Assigned),
        // Until it came, or did not, somebody has to see to it: who was to may have left.
        P::Reassign => is(&[S::Assigned, S::Ordered, S::Shipped]).then_some(state),
        P::AskTopUp | P::ApproveTopUp | P::RefuseTopUp => is(&[S::Assigned]).then_some(state),
        P::Order => is(&[S::Assigned]).then_some(S::Ordered),
        P::Ship => is(&[S::Ordered]).then_some(S::Shipped),
        P::Receive => is(&[S::Ordered, S::Shipped]).then_some(S::Received),
        // The failure itself says where it stands then.
        P::Fail => is(&[S::Ordered, S::Shipped]).then_some(S::NotDelivered),
        P::WaiveRefund => is(&[S::NotDelivered, S::SellerCancelled, S::Lost]).then_some(state),
        P::HandOver => (!state.is_void() && state != S::Closed).then_some(state),
        P::Reveal => Some(state),
    }
}

/// Whether somebody is one of those who approve a purchase: the fund's managers where it is of a programme or the alliance's, else
/// the finance of the organisation whose money it is.
#[must_use]
pub fn approves(viewer: &Viewer, initiator: Initiator, in_program: bool, organization: Uuid) -> bool {
    let is_of_fund = in_program || initiator == Initiator::Alliance;
    let mut scopes = viewer.scopes(Action::PurchaseApprove);
    match is_of_fund {
        true => scopes.any(|scope| scope == Scope::All),
        false => viewer.organization == organization && scopes.any(|scope| scope == Scope::Own),
    }
}

/// How somebody stands to a purchase that it sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Who.
    pub person: Uuid,
    /// Where the purchase stands.
    pub state: PurchaseState,
    /// Whose idea it was.
    pub initiator: Initiator,
    /// Who asked for it.
    pub requester: Uuid,
    /// Who approved it.
    pub approvers: Vec<Uuid>,
    /// Who buys it.
    pub buyer: Option<Uuid>,
    /// Who said so.
    pub assigned_by: Option<Uuid>,
    /// Whether it is known as whom it is bought.
    pub has_identity: bool,
    /// Who asked for more money, where that waits.
    pub top_up_by: Option<Uuid>,
    /// Whether with that more money two people approve it.
    pub top_up_needs_two: bool,
    /// Whether the seller still has something to pay back.
    pub owes_refund: bool,
    /// Whether it was handed to a right holder.
    pub is_handed_over: bool,
    /// Whether it meets an offline action in a way that the desk has not settled.
    pub is_held_back: bool,
    /// Whether who it is asks for purchases of that organisation.
    pub requests: bool,
    /// Whether it is one of those who approve it.
    pub approves: bool,
    /// Whether it says who buys.
    pub assigns: bool,
    /// Whether it may buy.
    pub buys: bool,
}

impl Standing {
    /// Where a step leads.
    ///
    /// # Errors
    /// `FORBIDDEN`, then `TRANSITION_NOT_ALLOWED`, then `FOUR_EYES`.
    pub fn step(&self, step: PurchaseStep) -> Result<PurchaseState> {
        if !self.is_open_to(step) {
            return Err(ErrorCode::Forbidden.into());
        }
        let state = next(self.state, step).filter(|_| self.admits(step));
        let state = state.ok_or(ErrorCode::TransitionNotAllowed)?;
        match self.is_another(step) {
            true => Ok(state),
            false => Err(ErrorCode::FourEyes.into()),
        }
    }

    fn is_open_to(&self, step: PurchaseStep) -> bool {
        use PurchaseStep as P;
        let is_buyer = self.buys && self.buyer == Some(self.person);
        match step {
            P::Approve | P::Reject | P::ApproveTopUp | P::RefuseTopUp | P::WaiveRefund => self.approves,
            P::Cancel => self.requests && self.requester == self.person,
            P::Assign | P::HandOver => self.assigns,
            P::Reassign => self.assigns || self.approves,
            P::Reveal => is_buyer || (self.assigns && self.assigned_by == Some(self.person)),
            P::Order | P::AskTopUp | P::Ship | P::Receive | P::Fail => is_buyer,
        }
    }

    fn admits(&self, step: PurchaseStep) -> bool {
        use PurchaseStep as P;
        match step {
            P::Approve => !self.is_held_back,
            P::AskTopUp | P::Order => self.top_up_by.is_none(),
            P::ApproveTopUp | P::RefuseTopUp => self.top_up_by.is_some(),
            P::WaiveRefund => self.owes_refund,
            P::HandOver => self.initiator == Initiator::Alliance && !self.is_handed_over,
            P::Reveal => self.has_identity,
            P::Reject | P::Cancel | P::Assign | P::Reassign | P::Ship | P::Receive | P::Fail => true,
        }
    }

    /// Whether who takes the step is another person than those who took the others.
    fn is_another(&self, step: PurchaseStep) -> bool {
        use PurchaseStep as P;
        let is_party = self.requester == self.person || self.buyer == Some(self.person);
        let has_approved = self.approvers.contains(&self.person);
        match step {
            P::Approve => !is_party && !has_approved,
            P::Reject | P::RefuseTopUp | P::WaiveRefund => !is_party,
            P::ApproveTopUp => {
                // Whoever has approved agrees to no more above the threshold: it is somebody else's yes.
                let is_second = !self.top_up_needs_two || !has_approved;
                !is_party && self.top_up_by != Some(self.person) && is_second
            }
            P::Order | P::AskTopUp | P::Ship | P::Receive | P::Fail => self.requester != self.person && !has_approved,
            P::Cancel | P::Assign | P::Reassign | P::HandOver | P::Reveal => true,
        }
    }

    /// Whether somebody may be the buyer as far as four eyes go.
    #[must_use]
    pub fn admits_buyer(&self, person: Uuid) -> bool {
        self.requester != person && !self.approvers.contains(&person)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use strum::VariantArray as _;

    use super::*;

    fn person(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    /// Somebody with every role there is.
    fn standing(state: PurchaseState, who: Uuid) -> Standing {
        Standing {
            person: who,
            state,
            initiator: Initiator::Alliance,
            requester: person(1),
            approvers: vec![person(2)],
            buyer: Some(person(3)),
            assigned_by: Some(person(4)),
            has_identity: true,
            top_up_by: None,
            top_up_needs_two: false,
            owes_refund: false,
            is_handed_over: false,
            is_held_back: false,
            requests: true,
            approves: true,
            assigns: true,
            buys: true,
        }
    }

    fn code(result: Result<PurchaseState>) -> Option<ErrorCode> {
        result.err().map(|error| error.code)
    }

    #[test]
    fn i11_who_asked_does_not_approve_and_nobody_approves_twice() {
        let at = |who| standing(PurchaseState::Requested, person(who)).step(PurchaseStep::Approve);
        assert_eq!(code(at(1)), Some(ErrorCode::FourEyes));
        assert_eq!(code(at(2)), Some(ErrorCode::FourEyes));
        assert_eq!(code(at(3)), Some(ErrorCode::FourEyes));
        assert_eq!(at(5).ok(), Some(PurchaseState::Approved));
    }

    #[test]
    fn what_meets_an_action_is_not_approved() {
        let mut held = standing(PurchaseState::Requested, person(5));
        held.is_held_back = true;
        assert_eq!(
            code(held.step(PurchaseStep::Approve)),
            Some(ErrorCode::TransitionNotAllowed)
        );
        assert!(held.step(PurchaseStep::Reject).is_ok());
    }

    #[test]
    fn above_the_threshold_more_money_needs_somebody_who_has_not_approved() {
        let mut asked = standing(PurchaseState::Assigned, person(2));
        asked.top_up_by = Some(person(3));
        assert!(asked.step(PurchaseStep::ApproveTopUp).is_ok());
        asked.top_up_needs_two = true;
        assert_eq!(code(asked.step(PurchaseStep::ApproveTopUp)), Some(ErrorCode::FourEyes));
        asked.person = person(5);
        assert!(asked.step(PurchaseStep::ApproveTopUp).is_ok());
        asked.person = person(3);
        assert_eq!(code(asked.step(PurchaseStep::ApproveTopUp)), Some(ErrorCode::FourEyes));
    }

    #[test]
    fn only_the_alliances_are_handed_over_and_once() {
        let mut bought = standing(PurchaseState::Received, person(4));
        assert!(bought.step(PurchaseStep::HandOver).is_ok());
        bought.is_handed_over = true;
        assert_eq!(
            code(bought.step(PurchaseStep::HandOver)),
            Some(ErrorCode::TransitionNotAllowed)
        );
        bought.is_handed_over = false;
        bought.initiator = Initiator::Member;
        assert_eq!(
            code(bought.step(PurchaseStep::HandOver)),
            Some(ErrorCode::TransitionNotAllowed)
        );
    }

    #[test]
    fn another_buyer_is_named_by_the_desk_or_an_approver_until_it_came() {
        use PurchaseState as S;
        for state in PurchaseState::VARIANTS {
            let admits = matches!(state, S::Assigned | S::Ordered | S::Shipped);
            let mut named = standing(*state, person(5));
            named.assigns = false;
            assert_eq!(named.step(PurchaseStep::Reassign).is_ok(), admits, "{state:?}");
            named.approves = false;
            assert_eq!(code(named.step(PurchaseStep::Reassign)), Some(ErrorCode::Forbidden));
            named.assigns = true;
            assert_eq!(named.step(PurchaseStep::Reassign).is_ok(), admits, "{state:?}");
        }
    }

    #[test]
    fn the_identity_is_for_the_buyer_and_who_named_it() {
        let at = |who| standing(PurchaseState::Assigned, person(who)).step(PurchaseStep::Reveal);
        assert!(at(3).is_ok() && at(4).is_ok());
        for other in [1, 2, 5] {
            assert_eq!(code(at(other)), Some(ErrorCode::Forbidden), "{other}");
        }
    }

    proptest! {
        /// Whatever people do in whatever order, the one who asked, those who approved and the one who buys stay different people.
        #[test]
        fn i11_i15_no_order_of_steps_makes_one_person_two(
            acts in proptest::collection::vec((0_u128..4, 0_usize..PurchaseStep::VARIANTS.len(), 0_u128..4), 0..40),
        ) {
            let mut now = standing(PurchaseState::Requested, person(0));
            (now.requester, now.approvers, now.buyer) = (person(0), Vec::new(), None);
            for (who, step, buyer) in acts {
                now.person = person(who);
                let step = PurchaseStep::VARIANTS[step];
                let Ok(state) = now.step(step) else { continue };
                match step {
                    PurchaseStep::Approve => now.approvers.push(person(who)),
                    PurchaseStep::Assign | PurchaseStep::Reassign if !now.admits_buyer(person(buyer)) => continue,
                    PurchaseStep::Assign | PurchaseStep::Reassign => now.buyer = Some(person(buyer)),
                    _ => {}
                }
                now.state = state;
                prop_assert!(!now.approvers.contains(&now.requester));
                prop_assert!(now.buyer.is_none_or(|buyer| buyer != now.requester && !now.approvers.contains(&buyer)));
            }
        }

        #[test]
        fn i31_nothing_leads_out_of_the_end(step in 0_usize..PurchaseStep::VARIANTS.len()) {
            let step = PurchaseStep::VARIANTS[step];
            for state in PurchaseState::VARIANTS.iter().filter(|state| !state.is_open()) {
                let led = next(*state, step);
                prop_assert!(led.is_none() || led == Some(*state), "{state:?} {step:?}");
            }
        }
    }
}
