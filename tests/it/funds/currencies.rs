//! Money of several currencies moves at once, and nothing of one is ever counted in another one.

use std::collections::BTreeMap;

use futures_util::future::join_all;
use jiff::SignedDuration;
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};
use sea_orm::EntityTrait as _;
use serde_json::json;
use touchstone::{
    funds::{self, HoldRequest},
    platform::{
        db::Tx,
        error::{ErrorCode, Result},
        ids::{IdKind, decode_as},
        money::Money,
    },
};
use uuid::Uuid;

use super::{SUMS, Treasury, captures, creates_fund, refusal, spends};
use crate::{
    both_databases,
    support::{Asks as _, World},
};

/// The currencies, of which one has no smaller unit; each begins with so much of its own.
const CURRENCIES: [(&str, i64); 3] = [("CNY", 100_000), ("USD", 60_000), ("JPY", 90_000)];
/// What is spent at once in each turn, and for how many turns.
const AT_ONCE: usize = 6;
const TURNS: usize = 6;

/// A fund beside what it ought to come to.
struct Pot {
    currency: &'static str,
    /// The fund's public id.
    fund: String,
    allocation: Uuid,
    pool: i64,
    available: i64,
    held: i64,
    captured: i64,
}

impl Pot {
    /// One with so much, of which two thirds are allotted.
    async fn of(treasury: &Treasury, (currency, minor): (&'static str, i64)) -> Self {
        let fund = creates_fund(&treasury.manager, currency).await;
        let acme = treasury.acme.public_id();
        let paid =
            json!({ "fundId": fund, "organizationId": acme, "amount": text(currency, minor), "bankReference": "IN-1" });
        treasury.agreed("proposeContribution", paid).await;
        let available = minor / 3 * 2;
        let allotted = json!({ "fundId": fund, "organizationId": acme, "amount": text(currency, available) });
        let order = treasury.agreed("proposeAllocation", allotted).await;
        let document = "query($id: ID!) { fundOrder(id: $id) { allocation { id } } }";
        let found = treasury.manager.graphql(document, json!({ "id": order })).await.ok();
        let allocation = decode_as(IdKind::Allocation, &found.text("/fundOrder/allocation/id")).unwrap();
        Self {
            currency,
            fund,
            allocation,
            pool: minor - available,
            available,
            held: 0,
            captured: 0,
        }
    }

    /// Holds so much, by the name of a currency.
    async fn holds(&self, world: &World, minor: i64, currency: &str) -> Result<Uuid> {
        let request = HoldRequest {
            allocation: self.allocation,
            purchase: world.id(),
            minor,
            currency: currency.to_owned(),
            expires_at: world.now() + SignedDuration::from_hours(24),
        };
        spends(world, async |tx: &Tx| funds::hold(&world.app, tx, None, request).await).await
    }

    /// Insists that the fund comes to what it ought to.
    async fn is_right(&self, treasury: &Treasury) {
        let document = format!("query($id: ID!) {{ fund(id: $id) {{ currency balance {{ {SUMS} }} }} }}");
        let found = treasury
            .auditor
            .graphql(&document, json!({ "id": self.fund }))
            .await
            .ok();
        assert_eq!(found.text("/fund/currency"), self.currency);
        for (name, minor) in [
            ("bank", self.pool + self.available + self.held),
            ("pool", self.pool),
            ("available", self.available),
            ("held", self.held),
            ("captured", self.captured),
            ("fxClearing", 0),
        ] {
            let told = found.text(&format!("/fund/balance/{name}/amount"));
            assert_eq!(told, text(self.currency, minor), "{name} in {}", self.currency);
        }
    }
}

fn text(currency: &str, minor: i64) -> String {
    let currency = currency.to_owned();
    Money { minor, currency }.amount()
}

/// Some hold and spend, each in one pot, all at once; what they ask for is there.
async fn spend(world: &World, pots: &mut [Pot], rng: &mut StdRng) {
    let wishes: Vec<(usize, i64, bool)> = (0..AT_ONCE)
        .map(|_| {
            (
                rng.random_range(0..pots.len()),
                rng.random_range(2..1_000_i64),
                rng.random_bool(0.5),
            )
        })
        .collect();
    let lent: &[Pot] = pots;
    let done = wishes.iter().map(|(place, minor, spends)| {
        let pot = &lent[*place];
        async move {
            let hold = pot.holds(world, *minor, pot.currency).await.unwrap();
            if *spends {
                captures(world, hold, minor / 2, true).await.unwrap();
            }
        }
    });
    join_all(done).await;
    for (place, minor, spends) in wishes {
        let pot = &mut pots[place];
        let (captured, held) = if spends { (minor / 2, 0) } else { (0, minor) };
        pot.captured += captured;
        pot.held += held;
        pot.available -= captured + held;
    }
}

/// The bank changes money of one pot into that of another one.
async fn exchanges(treasury: &Treasury, pots: &mut [Pot], (from, to): (usize, usize), (paid, received): (i64, i64)) {
    let input = json!({
        "fundId": pots[from].fund, "counterFundId": pots[to].fund, "amount": text(pots[from].currency, paid),
        "counterAmount": text(pots[to].currency, received), "rateSource": "the bank's",
        "bankReference": format!("FX-{}", treasury.key()),
    });
    treasury.agreed("proposeExchange", input).await;
    pots[from].pool -= paid;
    pots[to].pool += received;
}

/// Insists that no entry lies between accounts of two funds, and that each account counts what its own fund's entries say.
async fn nothing_lies_between(world: &World) {
    let db = world.app.db.read();
    let entries = entity::ledger_entry::Entity::find().all(db).await.unwrap();
    let accounts = entity::ledger_account::Entity::find().all(db).await.unwrap();
    let mut counted: BTreeMap<(Uuid, Uuid), (i64, i64)> = BTreeMap::new();
    for entry in entries {
        counted.entry((entry.fund_id, entry.debit_id)).or_default().0 += entry.amount_minor;
        counted.entry((entry.fund_id, entry.credit_id)).or_default().1 += entry.amount_minor;
    }
    for account in accounts {
        let own = counted.remove(&(account.fund_id, account.id)).unwrap_or_default();
        assert_eq!((account.debits, account.credits), own, "{account:?}");
    }
    assert!(counted.is_empty(), "of another fund's accounts: {counted:?}");
}

both_databases! {
    async fn i10_whatever_moves_at_once_each_currency_comes_to_its_own_sums(world: World) {
        let treasury = Treasury::of(&world).await;
        let mut pots = Vec::new();
        for start in CURRENCIES {
            pots.push(Pot::of(&treasury, start).await);
        }
        let mut rng = StdRng::seed_from_u64(10_110);
        for turn in 0..TURNS {
            spend(&world, &mut pots, &mut rng).await;
            let (from, other) = (turn % 3, (turn + 1) % 3);
            let sums = (rng.random_range(1..3_000_i64), rng.random_range(1..3_000_i64));
            exchanges(&treasury, &mut pots, (from, other), sums).await;
            world.nothing_changes(async {
                let counted_wrongly = pots[from].holds(&world, 1, pots[other].currency).await;
                assert_eq!(refusal(counted_wrongly), ErrorCode::BadUserInput);
                let unit = json!({ "fundId": pots[2].fund, "organizationId": treasury.acme.public_id(), "amount": "1.50" });
                treasury.proposes("proposeAllocation", unit).await.refused_with("BAD_USER_INPUT");
            }).await;
        }
        for pot in &pots {
            pot.is_right(&treasury).await;
        }
        assert_eq!(treasury.sum("bank").await, "0.00", "a fund without money has none of the others'");
        nothing_lies_between(&world).await;
        treasury.is_right().await;
    }
}
