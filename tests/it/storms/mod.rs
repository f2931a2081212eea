//! The storms: what may never happen to a confirmed change, tried on purpose.
//!
//! Each storm is drawn from a seed and says which, so that what it found can be found again: `STORM_SEED=7 cargo test …`.
//! `make test` runs short ones; `STORM_ROUNDS=60` (`make test-long`) makes them long.

mod books;
mod clocks;
mod crowd;
mod disk;
mod fairness;
mod full_disk;
mod kills;
mod ledger;
mod mails;
mod money;
mod outage;
mod outcomes;
mod process;
mod quiet;
mod replicas;

use std::str::FromStr;

use rand::{SeedableRng as _, rngs::StdRng};

/// How long a storm lasts, and from which seed it is drawn.
#[derive(Debug, Clone, Copy)]
struct Weather {
    seed: u64,
    rounds: usize,
}

impl Weather {
    /// As the environment says, else so many rounds of the same storm as ever.
    fn of(rounds: usize) -> Self {
        let weather = Self {
            seed: said("STORM_SEED").unwrap_or(1),
            rounds: said("STORM_ROUNDS").unwrap_or(rounds),
        };
        eprintln!("STORM_SEED={} STORM_ROUNDS={}", weather.seed, weather.rounds);
        weather
    }

    /// What a round draws from.
    fn dice(self, round: usize) -> StdRng {
        StdRng::seed_from_u64(self.seed.wrapping_mul(1_000_003).wrapping_add(round as u64))
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long a storm lasts is no setting of the product"
)]
fn said<T: FromStr>(name: &str) -> Option<T> {
    std::env::var(name).ok()?.parse().ok()
}
