//! Whoever tries what in whatever order and at once: by no path, of a member's own money, a programme's or the alliance's, by bank
//! or by card, is more spent than others have approved.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng, seq::IndexedRandom as _};
use sea_orm::EntityTrait as _;
use serde_json::{Value, json};
use touchstone::{
    permissions::Role,
    platform::ids::{IdKind, decode_as},
};
use uuid::Uuid;

use super::{Cast, acts, first_item, moves, row};
use crate::{
    both_databases,
    support::{Person, World, with},
};

/// Turns, and what is tried at once in each.
const TURNS: usize = 20;
const AT_ONCE: usize = 3;

/// What people try.
const MUTATIONS: [&str; 5] = [
    "approvePurchase",
    "assignPurchase",
    "orderPurchase",
    "askPurchaseTopUp",
    "approvePurchaseTopUp",
];

/// A purchase by what is to be known of it.
struct Path {
    id: String,
    /// Those of whom its money is to be approved, and how many of them have to.
    approvers: Vec<Person>,
    needed: usize,
    /// What is said of its order.
    order: Value,
}

/// A purchase of each kind, and everybody who has a role in one of them.
struct Stage {
    cast: Cast,
    people: Vec<Person>,
    paths: Vec<Path>,
}

/// Something that somebody tries to do to one of the purchases.
struct Deed {
    by: Person,
    mutation: &'static str,
    path: usize,
    input: Value,
}

impl Stage {
    async fn of(world: &World) -> Self {
        let cast = Cast::of(world).await;
        let both = cast.acme.person(&[Role::Ma, Role::Mi, Role::Mf]).await;
        let third = cast.secretariat.person(&[Role::Fm]).await;
        let ((_, of_program), money) = (cast.program(json!({})).await, cast.alliance_money().await);
        let lead = cast.desk.prepares(&cast.acme).await;
        let item = first_item(&cast.desk, &lead).await;
        let order = cast.order(&cast.requester, "1.00", json!({})).await;
        let order_of_desk = cast.order_of(&cast.desk, &lead, "1.00", json!({})).await;
        let wish = cast.wish(json!({ "allocationId": money, "itemId": item }));
        let made = acts(&cast.desk, "requestPurchase", wish).await.ok();
        let managers = [cast.treasury.manager.clone(), cast.treasury.second.clone(), third];
        let of = |id: String, approvers: &[Person], needed: usize, order: &Value| Path {
            id,
            approvers: approvers.to_vec(),
            needed,
            order: order.clone(),
        };
        let paths = vec![
            of(
                cast.requested(json!({})).await,
                &[cast.finance.clone(), both.clone()],
                1,
                &order,
            ),
            of(
                cast.requested(json!({ "allocationId": of_program })).await,
                &managers,
                2,
                &order,
            ),
            of(made.text("/requestPurchase/purchase/id"), &managers, 1, &order_of_desk),
        ];
        let mut people = vec![
            cast.requester.clone(),
            cast.finance.clone(),
            cast.desk.clone(),
            cast.buyer.clone(),
            both,
        ];
        people.extend(managers);
        Self { cast, people, paths }
    }

    /// Something at random, every second time by somebody who might.
    async fn deed(&self, rng: &mut StdRng) -> Deed {
        let (path, mutation) = (rng.random_range(0..self.paths.len()), *MUTATIONS.choose(rng).unwrap());
        let buyer = row(&self.cast.world, &self.paths[path].id).await.buyer_id;
        let mut by = self.people.choose(rng).unwrap();
        if rng.random_bool(0.5) {
            by = match mutation {
                "assignPurchase" => &self.cast.desk,
                "orderPurchase" | "askPurchaseTopUp" => {
                    let named = self.people.iter().find(|person| Some(person.id) == buyer);
                    named.unwrap_or(&self.cast.buyer)
                }
                _ => self.paths[path].approvers.choose(rng).unwrap(),
            };
        }
        let key = self.cast.world.id().to_string();
        let input = match mutation {
            "assignPurchase" => {
                let known = json!({ "acknowledgeWarnings": true });
                self.cast.identity(self.people.choose(rng).unwrap(), known)
            }
            "orderPurchase" => {
                let amount = format!("{}.00", rng.random_range(50..600_u32));
                let paid_from = *["BANK", "CARD"].choose(rng).unwrap();
                self.order(path, &amount, paid_from)
            }
            "askPurchaseTopUp" => json!({ "idempotencyKey": key, "amount": "50.00", "reason": "the price was raised" }),
            _ => json!({}),
        };
        Deed {
            by: by.clone(),
            mutation,
            path,
            input,
        }
    }

    fn order(&self, path: usize, amount: &str, paid_from: &str) -> Value {
        let key = self.cast.world.id().to_string();
        let costs = json!([{ "kind": "GOODS", "amount": amount }]);
        let more = json!({ "idempotencyKey": key, "orderNumber": key, "costs": costs, "paidFrom": paid_from });
        with(self.paths[path].order.clone(), more)
    }

    /// Does it, or is refused as somebody must be.
    async fn tries(&self, deed: &Deed) {
        let answer = moves(&deed.by, deed.mutation, &self.paths[deed.path].id, deed.input.clone()).await;
        let refused = [
            "ALREADY_EXISTS",
            "BAD_USER_INPUT",
            "FORBIDDEN",
            "FOUR_EYES",
            "INSUFFICIENT_FUNDS",
            "NOT_FOUND",
            "STALE_VERSION",
            "TRANSITION_NOT_ALLOWED",
        ];
        let is_expected = answer.error_code().is_none_or(|code| refused.contains(&code));
        assert!(is_expected, "{} by {}: {answer}", deed.mutation, deed.by.name);
    }

    /// Brings a purchase to its order as it ought to be, from wherever it stands.
    async fn ends(&self, place: usize) {
        let path = &self.paths[place];
        for approver in &path.approvers {
            moves(approver, "approvePurchase", &path.id, json!({})).await;
        }
        if row(&self.cast.world, &path.id).await.state == "APPROVED" {
            let identity = self
                .cast
                .identity(&self.cast.buyer, json!({ "acknowledgeWarnings": true }));
            moves(&self.cast.desk, "assignPurchase", &path.id, identity).await.ok();
        }
        moves(
            &path.approvers[0],
            "refusePurchaseTopUp",
            &path.id,
            json!({ "reason": "no" }),
        )
        .await;
        let now = row(&self.cast.world, &path.id).await;
        if now.ordered_at.is_none() {
            let buyer = self
                .people
                .iter()
                .find(|person| Some(person.id) == now.buyer_id)
                .unwrap();
            let order = self.order(place, "40.00", "CARD");
            moves(buyer, "orderPurchase", &path.id, order).await.ok();
        }
    }
}

/// Insists that what is held and spent for each purchase was asked for, and approved by as many as have to, of those who may, and
/// who are neither who asked nor who buys.
async fn all_was_approved(stage: &Stage) {
    let db = stage.cast.world.app.db.read();
    let approvals = entity::purchase_approval::Entity::find().all(db).await.unwrap();
    let top_ups = entity::purchase_top_up::Entity::find().all(db).await.unwrap();
    let holds = entity::fund_hold::Entity::find().all(db).await.unwrap();
    let entries = entity::ledger_entry::Entity::find().all(db).await.unwrap();
    let spent = |hold: Option<Uuid>| -> i64 {
        let captures = entries.iter().filter(|entry| entry.kind == "CAPTURE");
        let of_hold = captures.filter(|entry| hold.is_none() || entry.hold_id == hold);
        of_hold.map(|entry| entry.amount_minor).sum()
    };
    let (mut in_all, mut held) = (0, 0);
    for path in &stage.paths {
        let bought = row(&stage.cast.world, &path.id).await;
        let id: Uuid = decode_as(IdKind::Purchase, &path.id).unwrap();
        let may: BTreeSet<Uuid> = path.approvers.iter().map(|person| person.id).collect();
        let is_another = |who: Uuid| may.contains(&who) && who != bought.requested_by && Some(who) != bought.buyer_id;
        let agreed: Vec<Uuid> = approvals
            .iter()
            .filter(|row| row.purchase_id == id)
            .map(|row| row.person_id)
            .collect();
        assert!(agreed.iter().all(|who| is_another(*who)), "{agreed:?} {bought:?}");
        assert_eq!(
            agreed.iter().collect::<BTreeSet<_>>().len(),
            agreed.len(),
            "nobody is two"
        );
        let more = top_ups
            .iter()
            .filter(|wish| wish.purchase_id == id && wish.state == "APPROVED");
        let mut asked = bought.unit_minor * i64::from(bought.quantity) + bought.shipping_minor + bought.fees_minor;
        for wish in more {
            let who = wish.decided_by.unwrap();
            assert!(is_another(who) && who != wish.asked_by, "{wish:?} {bought:?}");
            asked += wish.amount_minor;
        }
        let own: Vec<_> = holds.iter().filter(|hold| hold.purchase_id == id).collect();
        assert_eq!(own.first().map(|hold| hold.id), bought.hold_id, "{own:?}");
        let Some(hold) = own.first() else {
            assert!(bought.ordered_at.is_none() && bought.buyer_id.is_none(), "{bought:?}");
            continue;
        };
        assert_eq!((own.len(), hold.amount_minor), (1, asked), "{bought:?}");
        assert!(agreed.len() >= path.needed, "{agreed:?} {bought:?}");
        let captured = spent(Some(hold.id));
        assert!(captured == hold.captured_minor && captured <= asked, "{hold:?}");
        assert_eq!(captured > 0, bought.ordered_at.is_some(), "{bought:?}");
        in_all += captured;
        held += 1;
    }
    assert_eq!((spent(None), holds.len()), (in_all, held), "there is no other way out");
}

both_databases! {
    async fn i08_whoever_tries_what_at_once_spends_no_more_than_others_approved(world: World) {
        let stage = Stage::of(&world).await;
        let mut rng = StdRng::seed_from_u64(8_108);
        for _ in 0..TURNS {
            let mut deeds = Vec::new();
            for _ in 0..AT_ONCE {
                deeds.push(stage.deed(&mut rng).await);
            }
            join_all(deeds.iter().map(|deed| stage.tries(deed))).await;
            all_was_approved(&stage).await;
        }
        for place in 0..stage.paths.len() {
            stage.ends(place).await;
            assert!(row(&world, &stage.paths[place].id).await.ordered_at.is_some(), "it can be bought");
        }
        all_was_approved(&stage).await;
        stage.cast.treasury.is_right().await;
    }
}
