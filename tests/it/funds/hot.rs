//! One hot fund and many who spend at once: it is never overdrawn, no hold is resolved twice, and the books are right.

use std::sync::Mutex;

use futures_util::future::join_all;
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};
use touchstone::platform::error::ErrorCode;
use uuid::Uuid;

use super::{Treasury, captures, holds, releases};
use crate::{both_databases, support::World};

/// Who spend at once.
const CLIENTS: u64 = 16;
/// What each of them does.
const TURNS: usize = 12;

/// A refusal that a spender has to expect; anything else is a fault.
fn is_expected(code: ErrorCode) -> bool {
    matches!(code, ErrorCode::InsufficientFunds | ErrorCode::TransitionNotAllowed)
}

/// Holds, spends and gives back at random, also what others hold.
async fn spend(world: &World, allocation: Uuid, seed: u64, known: &Mutex<Vec<Uuid>>) {
    let mut rng = StdRng::seed_from_u64(seed);
    for _ in 0..TURNS {
        let minor = rng.random_range(1..4_000_i64);
        let picked = {
            let known = known.lock().unwrap();
            match known.len() {
                0 => None,
                most => Some(known[rng.random_range(0..most)]),
            }
        };
        let done = match (rng.random_range(0..4_u8), picked) {
            (0 | 1, _) | (_, None) => {
                let held = holds(world, allocation, minor).await;
                held.map(|hold| known.lock().unwrap().push(hold))
            }
            (2, Some(hold)) => captures(world, hold, minor / 2 + 1, minor % 2 == 0).await,
            (_, Some(hold)) => releases(world, hold).await,
        };
        if let Err(error) = done {
            assert!(is_expected(error.code), "seed {seed}: {error:?}");
        }
    }
}

both_databases! {
    async fn i02_i03_many_who_spend_at_once_never_overdraw_a_fund_and_resolve_no_hold_twice(world: World) {
        let (treasury, allocation) = Treasury::with_allocation(&world, "500.00").await;
        let known = Mutex::new(Vec::new());
        join_all((0..CLIENTS).map(|seed| spend(&world, allocation, seed, &known))).await;
        treasury.is_right().await;
        let balance = treasury.balance().await;
        let minor = |name: &str| -> i64 {
            balance[name]["amount"].as_str().unwrap().replace('.', "").parse().unwrap()
        };
        assert_eq!(minor("bank") + minor("captured"), 50_000, "nothing was made and nothing was lost: {balance}");
        assert_eq!(minor("bank"), minor("pool") + minor("available") + minor("held"), "{balance}");
        assert!(minor("available") >= 0 && minor("held") >= 0, "{balance}");
    }

    async fn i03_of_twenty_who_capture_the_same_money_one_wins(world: World) {
        let (treasury, allocation) = Treasury::with_allocation(&world, "100.00").await;
        let hold = holds(&world, allocation, 10_000).await.unwrap();
        let done = join_all((0..20).map(|_| captures(&world, hold, 6_000, true))).await;
        assert_eq!(done.iter().filter(|done| done.is_ok()).count(), 1);
        assert!(done.iter().filter_map(|done| done.as_ref().err()).all(|error| is_expected(error.code)), "{done:?}");
        assert_eq!((treasury.sum("captured").await, treasury.sum("available").await), ("60.00".to_owned(), "40.00".to_owned()));
        treasury.is_right().await;
    }

    async fn i02_of_twenty_who_hold_the_last_money_as_many_win_as_there_is_for(world: World) {
        let (treasury, allocation) = Treasury::with_allocation(&world, "100.00").await;
        let done = join_all((0..20).map(|_| holds(&world, allocation, 3_000))).await;
        assert_eq!(done.iter().filter(|done| done.is_ok()).count(), 3);
        assert_eq!((treasury.sum("held").await, treasury.sum("available").await), ("90.00".to_owned(), "10.00".to_owned()));
        treasury.is_right().await;
    }
}
