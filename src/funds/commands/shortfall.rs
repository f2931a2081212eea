//! What was asked for beyond what was there, from day to day.

use std::{collections::HashMap, iter::Peekable, vec::IntoIter};

use uuid::Uuid;

use crate::{
    app::App,
    funds::{
        rules::FundSight,
        store::{self, AllocationMove, DemandStep},
    },
    platform::error::Result,
};

/// What is asked for and what is there, at a day that moves on.
#[derive(Debug)]
pub(super) struct Shortfalls {
    steps: Peekable<IntoIter<DemandStep>>,
    moves: Peekable<IntoIter<AllocationMove>>,
    /// What each purchase asks for, and of which allocation.
    wanted: HashMap<Uuid, (Uuid, i64)>,
    available: HashMap<Uuid, i64>,
}

impl Shortfalls {
    /// Those of a fund before a moment, as far as the sight meets them.
    ///
    /// # Errors
    /// `INTERNAL` or `UNAVAILABLE`.
    pub(super) async fn of(app: &App, sight: &FundSight, fund: Uuid, before: i64) -> Result<Self> {
        let steps = store::demand_steps(app.db.read(), sight, fund, before).await?;
        let moves = match steps.is_empty() {
            true => Vec::new(),
            false => store::allocation_moves(app.db.read(), sight, fund, before).await?,
        };
        Ok(Self::from(steps, moves))
    }

    fn from(steps: Vec<DemandStep>, moves: Vec<AllocationMove>) -> Self {
        Self {
            steps: steps.into_iter().peekable(),
            moves: moves.into_iter().peekable(),
            wanted: HashMap::new(),
            available: HashMap::new(),
        }
    }

    /// What was asked for beyond what was available at the end of a day, in days since 1970, over all allocations. Days are
    /// asked for in their order.
    pub(super) fn until(&mut self, day: i64) -> i64 {
        while let Some(step) = self.steps.next_if(|step| step.day <= day) {
            self.wanted.insert(step.purchase, (step.allocation, step.minor));
        }
        while let Some(moved) = self.moves.next_if(|moved| moved.day <= day) {
            *self.available.entry(moved.allocation).or_default() += moved.minor;
        }
        let mut by_allocation: HashMap<Uuid, i64> = HashMap::new();
        for (allocation, minor) in self.wanted.values() {
            *by_allocation.entry(*allocation).or_default() += minor;
        }
        let beyond = |(allocation, wanted): (&Uuid, &i64)| {
            let available = self.available.get(allocation).copied().unwrap_or_default();
            (wanted - available).max(0)
        };
        by_allocation.iter().map(beyond).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_beyond_what_is_there_is_counted_by_allocation() {
        let [one, other, first, second] = [1, 2, 3, 4].map(Uuid::from_u128);
        let step = |day, purchase, allocation, minor| DemandStep {
            day,
            purchase,
            allocation,
            minor,
        };
        let moved = |day, allocation, minor| AllocationMove { day, allocation, minor };
        let steps = vec![
            step(2, first, one, 70),
            step(3, second, other, 10),
            step(5, first, one, 0),
        ];
        let moves = vec![moved(1, one, 50), moved(1, other, 100), moved(4, one, 5)];
        let mut shortfalls = Shortfalls::from(steps, moves);
        let found: Vec<i64> = (1..=5).map(|day| shortfalls.until(day)).collect();
        assert_eq!(found, [0, 20, 20, 15, 0]);
    }
}
