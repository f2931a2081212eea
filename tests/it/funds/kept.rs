//! What was written stays: random sequences of what is done with money, of what is taken back, and of what gets round the
//! service, beside everything that stood in the ledger before.

use std::collections::BTreeMap;

use futures_util::future::join_all;
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng, seq::IndexedRandom as _};
use sea_orm::{ConnectionTrait as _, EntityTrait as _};
use serde_json::json;
use touchstone::{
    funds::{self, Refund},
    platform::{
        db::Tx,
        ids::{IdKind, encode},
    },
};
use uuid::Uuid;

use super::{Treasury, captures, decides, holds, spends};
use crate::{
    both_databases,
    support::{Response, World},
};

/// What is done.
const TURNS: usize = 30;
/// Who agree at once that the same is taken back.
const AT_ONCE: usize = 6;

type Entries = BTreeMap<Uuid, entity::ledger_entry::Model>;

/// Everything that stands in the ledger.
async fn entries(world: &World) -> Entries {
    let found = entity::ledger_entry::Entity::find().all(world.app.db.read()).await;
    found.unwrap().into_iter().map(|entry| (entry.id, entry)).collect()
}

/// Insists that what stood there stands there as it was, and that what takes something back is its mirror, names it, and takes
/// back all that stands and falls with it.
fn stays(before: &Entries, now: &Entries) {
    for (id, entry) in before {
        assert_eq!(now.get(id), Some(entry), "it was changed or is gone");
    }
    let mut back: BTreeMap<Uuid, Uuid> = BTreeMap::new();
    for entry in now.values() {
        let Some(of) = entry.reverses_id else {
            assert_ne!(entry.kind, "REVERSAL", "it names nothing: {entry:?}");
            continue;
        };
        let made = &now[&of];
        assert_eq!((entry.kind.as_str(), &entry.of_kind), ("REVERSAL", &made.kind));
        assert_ne!(made.kind, "REVERSAL", "what was taken back stays so");
        assert_eq!(
            (entry.fund_id, entry.debit_id, entry.credit_id, entry.amount_minor),
            (made.fund_id, made.credit_id, made.debit_id, made.amount_minor)
        );
        assert_eq!(back.insert(of, entry.link_id), None, "taken back twice: {made:?}");
    }
    for (of, link) in &back {
        let together = now.values().filter(|other| {
            let is_capture = other.kind == "CAPTURE" && now[of].kind == "CAPTURE";
            other.link_id == now[of].link_id && is_capture
        });
        for other in together {
            assert_eq!(back.get(&other.id), Some(link), "it stands and falls with another one");
        }
    }
}

/// Proposes that an entry is taken back; the order where it may be.
async fn wants_back(treasury: &Treasury, entry: Uuid) -> Option<String> {
    let input = json!({ "ledgerEntryId": encode(IdKind::LedgerEntry, entry), "reason": "it was a mistake" });
    let answer = treasury.proposes("proposeReversal", input).await;
    let refused = ["BAD_USER_INPUT", "TRANSITION_NOT_ALLOWED"];
    match answer.error_code() {
        None => Some(answer.text("/proposeReversal/order/id")),
        Some(code) => {
            assert!(refused.contains(&code), "{answer}");
            None
        }
    }
}

/// Whether it was done; otherwise it was refused as it may be.
fn is_done(answer: &Response) -> bool {
    let refused = ["TRANSITION_NOT_ALLOWED", "INSUFFICIENT_FUNDS", "ALREADY_EXISTS"];
    assert!(
        answer.error_code().is_none_or(|code| refused.contains(&code)),
        "{answer}"
    );
    answer.error_code().is_none()
}

/// Somebody gets round the service.
async fn gets_round(world: &World, entry: Uuid) {
    let id = match world.app.db.is_sqlite() {
        true => format!("x'{}'", entry.simple()),
        false => format!("'{entry}'"),
    };
    for statement in [
        format!("UPDATE ledger_entry SET amount_minor = amount_minor + 1 WHERE id = {id}"),
        format!("UPDATE ledger_entry SET reverses_id = NULL, note = 'none' WHERE id = {id}"),
        format!("DELETE FROM ledger_entry WHERE id = {id}"),
    ] {
        let done = world.app.db.write().execute_unprepared(&statement).await;
        assert!(done.is_err(), "{statement}");
    }
}

both_databases! {
    async fn i05_whatever_is_done_what_was_written_stays_and_is_taken_back_once(world: World) {
        let (treasury, allocation) = Treasury::with_allocation(&world, "1000.00").await;
        let mut rng = StdRng::seed_from_u64(5_105);
        let (mut known, mut before) = (Vec::<Uuid>::new(), entries(&world).await);
        for turn in 0..TURNS {
            let minor = rng.random_range(1..9_000_i64);
            let any = *before.keys().copied().collect::<Vec<_>>().choose(&mut rng).unwrap();
            match (rng.random_range(0..5_u8), known.choose(&mut rng).copied()) {
                (0, _) | (_, None) => {
                    if let Ok(hold) = holds(&world, allocation, minor).await {
                        captures(&world, hold, minor / 2 + 1, minor % 2 == 0).await.unwrap();
                        known.push(hold);
                    }
                }
                (1, Some(hold)) => {
                    let refund = Refund { minor, bank_reference: format!("REF-{turn}"), note: None };
                    // More than was spent is refused.
                    drop(spends(&world, async |tx: &Tx| funds::refund(&world.app, tx, None, hold, refund).await).await);
                }
                (2, _) => gets_round(&world, any).await,
                _ => {
                    if let Some(order) = wants_back(&treasury, any).await {
                        is_done(&decides(&treasury.first, "approveFundOrder", &order, 1).await);
                    }
                }
            }
            let now = entries(&world).await;
            stays(&before, &now);
            before = now;
        }
        // Several who want the same capture back, and all of them are agreed to at once.
        let hold = holds(&world, allocation, 1_000).await.unwrap();
        captures(&world, hold, 600, true).await.unwrap();
        before = entries(&world).await;
        let wrong = before.values().find(|entry| entry.hold_id == Some(hold) && entry.kind == "CAPTURE").unwrap().id;
        let mut orders = Vec::new();
        for _ in 0..AT_ONCE {
            orders.push(wants_back(&treasury, wrong).await.unwrap());
        }
        let answers = join_all(orders.iter().map(|order| decides(&treasury.first, "approveFundOrder", order, 1))).await;
        assert_eq!(answers.iter().filter(|answer| is_done(answer)).count(), 1);
        let now = entries(&world).await;
        stays(&before, &now);
        assert_eq!(now.values().filter(|entry| entry.reverses_id == Some(wrong)).count(), 1);
        treasury.is_right().await;
    }
}
