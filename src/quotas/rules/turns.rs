//! Whose turn it is where more is asked than can be worked on at once: the organisations take turns, so that one that asks
//! a thousand things waits for itself and nobody else does.

use std::collections::{HashMap, VecDeque};

use uuid::Uuid;

/// Who waits together: an organisation's people, or its service accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Side {
    /// The organisation.
    pub organization: Uuid,
    /// Whether they are its service accounts.
    pub is_service: bool,
}

impl Side {
    /// Turns in each round: people come before machines.
    fn weight(self) -> u32 {
        if self.is_service { 1 } else { 4 }
    }
}

/// Who is at work and who waits, each with a place `T`.
#[derive(Debug)]
pub struct Turns<T> {
    /// How many may be at work at once.
    most: usize,
    /// How many of one organisation.
    most_each: usize,
    /// How many of one organisation may be at work or wait before it is a crowd.
    crowd: usize,
    working: HashMap<Uuid, usize>,
    at_work: usize,
    waiting: HashMap<Side, VecDeque<T>>,
    /// Sides that wait, in the order of their turns, each with how many it has before the next one.
    round: VecDeque<(Side, u32)>,
}

impl<T> Turns<T> {
    /// Nobody works, and nobody waits.
    #[must_use]
    pub fn new(most: usize, most_each: usize, crowd: usize) -> Self {
        Self {
            most,
            most_each,
            crowd,
            working: HashMap::new(),
            at_work: 0,
            waiting: HashMap::new(),
            round: VecDeque::new(),
        }
    }

    /// Joins those that wait; whether there is a crowd of its organisation before it.
    pub fn join(&mut self, side: Side, place: T) -> bool {
        let of_organization = [false, true].map(|is_service| Side { is_service, ..side });
        let waiting = of_organization.iter().filter_map(|side| self.waiting.get(side));
        let before = self.working_of(side.organization) + waiting.map(VecDeque::len).sum::<usize>();
        let queue = self.waiting.entry(side).or_default();
        if queue.is_empty() {
            self.round.push_back((side, side.weight()));
        }
        queue.push_back(place);
        before >= self.crowd
    }

    /// Lets the next one to work, if anybody may; whoever is not there any more is left out.
    pub fn let_in(&mut self, is_there: impl Fn(&T) -> bool) -> Option<(Uuid, T)> {
        for _ in 0..self.round.len() {
            if self.at_work >= self.most {
                return None;
            }
            let (side, turns) = self.round.pop_front()?;
            let is_full = self.working_of(side.organization) >= self.most_each;
            let Some(queue) = self.waiting.get_mut(&side) else {
                continue;
            };
            while queue.front().is_some_and(|place| !is_there(place)) {
                queue.pop_front();
            }
            let place = if is_full { None } else { queue.pop_front() };
            if queue.is_empty() {
                self.waiting.remove(&side);
            } else if place.is_some() && turns > 1 {
                self.round.push_front((side, turns - 1));
            } else {
                self.round.push_back((side, side.weight()));
            }
            if let Some(place) = place {
                self.at_work += 1;
                *self.working.entry(side.organization).or_default() += 1;
                return Some((side.organization, place));
            }
        }
        None
    }

    /// One of an organisation has ended its work.
    pub fn done(&mut self, organization: Uuid) {
        self.at_work = self.at_work.saturating_sub(1);
        if let Some(working) = self.working.get_mut(&organization) {
            *working = working.saturating_sub(1);
            if *working == 0 {
                self.working.remove(&organization);
            }
        }
    }

    fn working_of(&self, organization: Uuid) -> usize {
        self.working.get(&organization).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOISY: Uuid = Uuid::from_u128(1);
    const QUIET: Uuid = Uuid::from_u128(2);

    fn people(organization: Uuid) -> Side {
        Side {
            organization,
            is_service: false,
        }
    }

    fn accounts(organization: Uuid) -> Side {
        Side {
            organization,
            is_service: true,
        }
    }

    /// Everybody that is let to work, one after the other as each ends.
    fn order(turns: &mut Turns<u32>) -> Vec<u32> {
        let mut order = Vec::new();
        while let Some((organization, place)) = turns.let_in(|_| true) {
            order.push(place);
            turns.done(organization);
        }
        order
    }

    #[test]
    fn who_asks_once_does_not_wait_for_who_asks_often() {
        let mut turns = Turns::new(1, 1, 100);
        for place in 0..20 {
            turns.join(accounts(NOISY), place);
        }
        turns.join(accounts(QUIET), 100);
        assert_eq!(order(&mut turns)[..3], [0, 100, 1]);
    }

    #[test]
    fn people_have_four_turns_for_one_of_machines() {
        let mut turns = Turns::new(1, 1, 100);
        for place in 0..10 {
            turns.join(accounts(NOISY), 100 + place);
            turns.join(people(QUIET), place);
        }
        assert_eq!(order(&mut turns)[..11], [100, 0, 1, 2, 3, 101, 4, 5, 6, 7, 102]);
    }

    #[test]
    fn one_organisation_never_has_all_places() {
        let mut turns = Turns::new(4, 3, 100);
        for place in 0..10 {
            turns.join(people(NOISY), place);
        }
        assert_eq!((0..10).filter_map(|_| turns.let_in(|_| true)).count(), 3);
        turns.join(people(QUIET), 100);
        assert_eq!(turns.let_in(|_| true), Some((QUIET, 100)));
        assert_eq!(turns.let_in(|_| true), None);
        turns.done(NOISY);
        assert_eq!(turns.let_in(|_| true), Some((NOISY, 3)));
    }

    #[test]
    fn a_crowd_is_those_at_work_and_those_who_wait() {
        let mut turns = Turns::new(4, 2, 3);
        assert!(!turns.join(people(NOISY), 0));
        assert!(turns.let_in(|_| true).is_some());
        assert!(!turns.join(people(NOISY), 1));
        assert!(!turns.join(accounts(NOISY), 2));
        assert!(turns.join(people(NOISY), 3));
        assert!(!turns.join(people(QUIET), 4));
    }

    #[test]
    fn who_has_gone_takes_no_turn() {
        let mut turns = Turns::new(1, 1, 100);
        for place in 0..3 {
            turns.join(people(NOISY), place);
        }
        assert_eq!(turns.let_in(|place| *place > 1), Some((NOISY, 2)));
        turns.done(NOISY);
        assert_eq!(turns.let_in(|_| true), None);
    }

    proptest! {
        #[test]
        fn everybody_comes_once_and_the_bounds_hold(
            steps in prop::collection::vec((0_u128..4, any::<bool>(), any::<bool>()), 1..200)
        ) {
            let (mut turns, mut joined, mut at_work) = (Turns::new(5, 3, 100), 0_u32, Vec::new());
            let mut seen = Vec::new();
            for (organization, is_service, ends) in steps {
                turns.join(Side { organization: Uuid::from_u128(organization), is_service }, joined);
                joined += 1;
                if ends && let Some(organization) = at_work.pop() {
                    turns.done(organization);
                }
                while let Some((organization, place)) = turns.let_in(|_| true) {
                    at_work.push(organization);
                    seen.push(place);
                }
                prop_assert!(at_work.len() <= 5);
                let of = |one: &Uuid| at_work.iter().filter(|other| *other == one).count();
                prop_assert!(at_work.iter().all(|one| of(one) <= 3));
            }
            for organization in at_work.drain(..) {
                turns.done(organization);
            }
            seen.extend(order(&mut turns));
            seen.sort_unstable();
            prop_assert_eq!(seen, (0..joined).collect::<Vec<_>>());
        }
    }
}
