//! A noisy organisation: it asks as much as it can over many connections, and another one hardly notices.

use std::{
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    time::{Duration, Instant},
};

use futures_util::future::join_all;
use serde_json::json;

use crate::{
    both_databases,
    support::{Person, World},
    transport::serving::Serving,
};

const PAGE: &str = "{ leads(first: 20) { totalCount edges { node { id title owner { id name } } } } }";
/// Nothing but the gate stands between them.
const SETTINGS: &[(&str, &str)] = &[("limit_cost_per_minute", "0"), ("limit_requests_per_minute", "0")];

/// Whether this is the long form, in which nothing else runs beside it.
fn is_long() -> bool {
    proptest::test_runner::Config::default().cases > 1_000
}

/// The slowest but one in twenty of so many requests, all of them answered.
async fn slow(serving: &Serving, token: &str, times: usize) -> Duration {
    let mut taken = Vec::with_capacity(times);
    for _ in 0..times {
        let begun = Instant::now();
        let answer = serving.ask_as(token, PAGE, json!({})).await;
        assert_eq!(
            (answer.status.as_u16(), answer.code().as_str()),
            (200, ""),
            "{answer:?}"
        );
        taken.push(begun.elapsed());
    }
    taken.sort_unstable();
    taken[times * 95 / 100]
}

/// Asks over so many connections until told to stop; answers, and those that were too many.
async fn noise(serving: &Serving, token: &str, clients: usize, stop: &AtomicBool) -> (usize, usize) {
    let (answered, refused) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let client = async || {
        while !stop.load(Ordering::Relaxed) {
            let answer = serving.ask_as(token, PAGE, json!({})).await;
            match answer.status.as_u16() {
                200 => answered.fetch_add(1, Ordering::Relaxed),
                429 => refused.fetch_add(1, Ordering::Relaxed),
                _ => panic!("{answer:?}"),
            };
        }
    };
    join_all((0..clients).map(|_| client())).await;
    (answered.into_inner(), refused.into_inner())
}

/// Somebody with some leads to look at.
async fn with_leads(world: &World, name: &str) -> Person {
    let member = world.brand(name).await;
    let person = member.investigator().await;
    for _ in 0..5 {
        person.creates(&member).await;
    }
    person
}

both_databases! {
    async fn a_noisy_organisation_does_not_slow_another(world: World) {
        let (noisy, quiet) = (with_leads(&world, "Noisy").await, with_leads(&world, "Quiet").await);
        let serving = Serving::with(&world, SETTINGS).await;
        let (loud, calm) = (serving.token_of(&noisy).await, serving.token_of(&quiet).await);
        let (times, clients) = if is_long() { (200, 64) } else { (20, 8) };
        slow(&serving, &calm, times).await;
        let alone = slow(&serving, &calm, times).await;
        let stop = AtomicBool::new(false);
        let measured = async {
            let beside = slow(&serving, &calm, times).await;
            stop.store(true, Ordering::Relaxed);
            beside
        };
        let (beside, (answered, refused)) = tokio::join!(measured, noise(&serving, &loud, clients, &stop));
        eprintln!("alone {alone:?}, beside {clients} clients {beside:?}; these got {answered} answers, {refused} refused");
        assert!(answered > 0);
        // What the one thread of the clients takes for both is the test's, not the server's.
        let slack = Duration::from_millis(100);
        assert!(!is_long() || beside <= 3 * alone + slack, "{alone:?} alone, {beside:?} beside");
        serving.stop().await;
    }
}
