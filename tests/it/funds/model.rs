//! Random sequences of what is done with money, beside a model so simple that it is right.

use std::collections::BTreeMap;

use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};
use touchstone::{
    funds::{self, Refund},
    platform::{db::Tx, error::ErrorCode},
};
use uuid::Uuid;

use super::{Treasury, captures, holds, releases, spends};
use crate::both_databases;

/// A hold as the model knows it.
#[derive(Debug, Clone, Copy, Default)]
struct Held {
    amount: i64,
    captured: i64,
    refunded: i64,
    closed: bool,
}

/// What there is, as the model knows it.
#[derive(Debug, Default)]
struct Model {
    available: i64,
    holds: BTreeMap<Uuid, Held>,
}

impl Model {
    fn sum(&self, of: impl Fn(&Held) -> i64) -> i64 {
        self.holds.values().map(of).sum()
    }
}

fn text(minor: i64) -> String {
    format!("{}.{:02}", minor / 100, minor % 100)
}

both_databases! {
    async fn i01_i07_random_sequences_end_as_the_model_says(world: World) {
        let (treasury, allocation) = Treasury::with_allocation(&world, "1000.00").await;
        let mut model = Model { available: 100_000, ..Model::default() };
        let mut rng = StdRng::seed_from_u64(7_368);
        for turn in 0..200 {
            let minor = rng.random_range(1..20_000_i64);
            let keys: Vec<Uuid> = model.holds.keys().copied().collect();
            let picked = (!keys.is_empty()).then(|| keys[rng.random_range(0..keys.len())]);
            let (op, Some(hold)) = (rng.random_range(0..6_u8), picked) else {
                held(&treasury, &mut model, allocation, minor).await;
                continue;
            };
            let before = model.holds[&hold];
            let entry = model.holds.get_mut(&hold).unwrap();
            let rest = before.amount - before.captured;
            let (done, expected) = match op {
                0 => {
                    held(&treasury, &mut model, allocation, minor).await;
                    continue;
                }
                1 | 2 => {
                    let closes = minor % 3 == 0;
                    let is_right = !before.closed && minor <= rest;
                    if is_right {
                        entry.captured += minor;
                        entry.closed = closes;
                        model.available += if closes { rest - minor } else { 0 };
                    }
                    let refused = if before.closed { ErrorCode::TransitionNotAllowed } else { ErrorCode::InsufficientFunds };
                    (captures(&world, hold, minor, closes).await, (!is_right).then_some(refused))
                }
                3 => {
                    if !before.closed {
                        entry.closed = true;
                        model.available += rest;
                    }
                    (releases(&world, hold).await, before.closed.then_some(ErrorCode::TransitionNotAllowed))
                }
                4 => {
                    let is_right = minor <= before.captured - before.refunded;
                    if is_right {
                        entry.refunded += minor;
                        model.available += minor;
                    }
                    let refund = Refund { minor, bank_reference: format!("REF-{turn}"), note: None };
                    let done = spends(&world, async |tx: &Tx| funds::refund(&world.app, tx, None, hold, refund).await).await;
                    (done, (!is_right).then_some(ErrorCode::InsufficientFunds))
                }
                _ => {
                    let refused = if before.closed {
                        Some(ErrorCode::TransitionNotAllowed)
                    } else {
                        (minor > model.available).then_some(ErrorCode::InsufficientFunds)
                    };
                    if refused.is_none() {
                        entry.amount += minor;
                        model.available -= minor;
                    }
                    (spends(&world, async |tx: &Tx| funds::top_up(&world.app, tx, None, hold, minor).await).await, refused)
                }
            };
            assert_eq!(done.err().map(|error| error.code), expected, "turn {turn}, operation {op} of {minor} on {before:?}");
        }
        let balance = treasury.balance().await;
        for (name, minor) in [
            ("available", model.available),
            ("held", model.sum(|held| if held.closed { 0 } else { held.amount - held.captured })),
            ("captured", model.sum(|held| held.captured)),
            ("refunded", model.sum(|held| held.refunded)),
            ("bank", 100_000 - model.sum(|held| held.captured) + model.sum(|held| held.refunded)),
        ] {
            assert_eq!(balance[name]["amount"], text(minor), "{name}: {balance}");
        }
        treasury.is_right().await;
    }
}

/// Holds, as far as there is something.
async fn held(treasury: &Treasury, model: &mut Model, allocation: Uuid, minor: i64) {
    let done = holds(&treasury.world, allocation, minor).await;
    if minor > model.available {
        assert_eq!(done.unwrap_err().code, ErrorCode::InsufficientFunds);
        return;
    }
    model.available -= minor;
    let held = Held {
        amount: minor,
        ..Held::default()
    };
    model.holds.insert(done.unwrap(), held);
}
