//! What stands in the database of money after a death, held against itself: no half of any change, and no hold that was
//! resolved twice.

mod goods;

use std::collections::{BTreeMap, HashMap};

use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use touchstone::platform::{
    db::Db,
    ids::{IdKind, decode_as, encode},
};
use uuid::Uuid;

use self::goods::Goods;
use super::{
    bench,
    notes::{Deed, Pot, Wish},
};

/// What is recorded at once: the mutation, and the kinds of what it writes.
const RECORDS: [(&str, &[&str]); 4] = [
    ("recordSuspense", &["SUSPENSE_IN", "SUSPENSE_OUT"]),
    ("clearSuspense", &["SUSPENSE_CLEARED"]),
    ("recordCardPayment", &["CARD_PAYMENT"]),
    ("recordRefund", &["REFUND"]),
];

/// What closes a hold, unless a reversal writes it.
const CLOSINGS: [&str; 3] = ["RELEASE", "VOID", "EXPIRY"];

/// How often each was found.
type Counts<K> = HashMap<K, usize>;

/// The rows that the storm writes. Nobody else may be at the database while they are read.
pub(super) struct Books {
    /// The ids of the results, by person, mutation and key.
    keys: HashMap<(Uuid, String, String), Vec<Uuid>>,
    orders: HashMap<Uuid, entity::fund_order::Model>,
    approvals: Vec<entity::fund_approval::Model>,
    entries: Vec<entity::ledger_entry::Model>,
    holds: Vec<entity::fund_hold::Model>,
    accounts: Vec<entity::ledger_account::Model>,
    periods: usize,
    acts: Vec<entity::audit_entry::Model>,
    events: Vec<entity::outbox::Model>,
    /// Audit entries in all, those that are sealed, and those that wait for it.
    seals: (u64, u64, u64),
    bought: HashMap<Uuid, entity::purchase::Model>,
    /// What came of purchases, what is said of it, and what the bank says.
    goods: Goods,
    /// The fund into whose currency money is changed.
    counter_fund: Option<Uuid>,
    /// How often keys stand in the words of orders, of entries without an order, of explanations, of purchases, of wishes
    /// for more money, and as order numbers.
    words: [Counts<String>; 6],
    /// How often a person did something to an object, as the audit log says.
    steps: Counts<(String, Uuid, Uuid)>,
    agreed: Counts<(Uuid, Uuid)>,
}

impl Books {
    /// Reads all of it.
    pub(super) async fn of(db: &Db) -> Self {
        let read = db.read();
        let keys = entity::idempotency_key::Entity::find().all(read).await.unwrap();
        let orders = entity::fund_order::Entity::find().all(read).await.unwrap();
        let approvals = entity::fund_approval::Entity::find().all(read).await.unwrap();
        let entries = entity::ledger_entry::Entity::find().all(read).await.unwrap();
        let said = entity::suspense_explanation::Entity::find().all(read).await.unwrap();
        let acts = entity::audit_entry::Entity::find().all(read).await.unwrap();
        let bought = entity::purchase::Entity::find().all(read).await.unwrap();
        let wished = entity::purchase_top_up::Entity::find().all(read).await.unwrap();
        let funds = entity::fund::Entity::find().all(read).await.unwrap();
        let at_once = entries.iter().filter(|entry| entry.order_id.is_none());
        Self {
            words: [
                counted(orders.iter().filter_map(|order| order.note.clone())),
                counted(at_once.filter_map(|entry| entry.note.clone())),
                counted(said.into_iter().map(|row| row.text)),
                counted(bought.iter().map(|row| row.reason.clone())),
                counted(wished.into_iter().map(|row| row.reason)),
                counted(bought.iter().filter_map(|row| row.order_number.clone())),
            ],
            steps: counted(acts.iter().filter_map(|act| {
                let object = act.object_id.zip(act.actor_id);
                object.map(|(object, actor)| (act.action.clone(), object, actor))
            })),
            goods: Goods::of(read).await,
            counter_fund: funds.iter().find(|fund| fund.currency != "CNY").map(|fund| fund.id),
            bought: bought.into_iter().map(|row| (row.id, row)).collect(),
            agreed: counted(approvals.iter().map(|row| (row.order_id, row.person_id))),
            keys: keys
                .into_iter()
                .map(|key| {
                    let results = serde_json::from_str(&key.result_ids).unwrap();
                    ((key.person_id, key.mutation, key.key), results)
                })
                .collect(),
            orders: orders.into_iter().map(|order| (order.id, order)).collect(),
            holds: entity::fund_hold::Entity::find().all(read).await.unwrap(),
            accounts: entity::ledger_account::Entity::find().all(read).await.unwrap(),
            periods: entity::fund_period::Entity::find().all(read).await.unwrap().len(),
            events: entity::outbox::Entity::find().all(read).await.unwrap(),
            seals: (
                entity::audit_entry::Entity::find().count(read).await.unwrap(),
                entity::audit_link::Entity::find().count(read).await.unwrap(),
                entity::audit_pending::Entity::find().count(read).await.unwrap(),
            ),
            approvals,
            entries,
            acts,
        }
    }

    /// Whether a wish was done; insists that it was done whole, or not at all.
    pub(super) fn has(&self, wish: &Wish, person: Uuid) -> bool {
        if let Deed::Step(order) = &wish.deed {
            return self.has_step(wish.mutation, *order, person);
        }
        let Some(key) = wish.key() else {
            return self.has_gone_on(wish, person);
        };
        let key = key.to_owned();
        let words = match wish.mutation {
            "requestPurchase" => &self.words[3],
            "askPurchaseTopUp" => &self.words[4],
            "orderPurchase" => &self.words[5],
            "explainSuspense" => &self.words[2],
            mutation if mutation.starts_with("propose") => &self.words[0],
            mutation => self.goods.words(mutation).unwrap_or(&self.words[1]),
        };
        let written = words.get(&key).copied().unwrap_or(0);
        let is_kept = self.keys.contains_key(&(person, wish.mutation.to_owned(), key));
        assert_eq!(written, usize::from(is_kept), "half of it is there: {wish:?}");
        is_kept
    }

    /// Whether somebody took a step of a purchase or of an appraisal, which nobody takes twice in this storm.
    fn has_gone_on(&self, wish: &Wish, person: Uuid) -> bool {
        let step = (wish.mutation.to_owned(), object_of(wish), person);
        let acted = self.steps.get(&step).copied().unwrap_or(0);
        assert!(acted <= 1, "it was done twice: {step:?}");
        acted == 1
    }

    fn has_step(&self, mutation: &str, order: Uuid, person: Uuid) -> bool {
        let step = (mutation.to_owned(), order, person);
        let acted = self.steps.get(&step).copied().unwrap_or(0);
        let state = self.orders[&order].state.as_str();
        match mutation {
            "approveFundOrder" => {
                let agreed = self.agreed.get(&(order, person)).copied().unwrap_or(0);
                assert_eq!(acted, agreed, "half of it is there: {step:?}");
            }
            "refuseFundOrder" => assert!(acted == 0 || state == "REFUSED", "half of it is there: {step:?}"),
            _ => assert!(acted == 0 || state == "WITHDRAWN", "half of it is there: {step:?}"),
        }
        assert!(acted <= 1, "it was done twice: {step:?}");
        acted == 1
    }

    /// What the answer to a wish would have said that was done.
    pub(super) fn payload(&self, wish: &Wish, person: Uuid) -> Value {
        let id = match &wish.deed {
            Deed::Step(order) => *order,
            Deed::Proposal(..) => self.result(wish, person),
            Deed::Posting(..) | Deed::Match(_) => return Value::Null,
            Deed::Purchase(_) => return self.purchase(wish, person),
            Deed::Appraisal => return self.appraisal(wish, person),
            Deed::Statement(..) => {
                let public = encode(IdKind::BankStatement, self.result(wish, person));
                return json!({ "statements": [{ "id": public }] });
            }
        };
        let order = &self.orders[&id];
        let public = encode(IdKind::FundOrder, id);
        json!({ "order": { "id": public, "version": order.version, "state": order.state } })
    }

    /// What is kept under the key of a wish that was done.
    fn result(&self, wish: &Wish, person: Uuid) -> Uuid {
        let key = wish.key().unwrap().to_owned();
        self.keys[&(person, wish.mutation.to_owned(), key)][0]
    }

    fn purchase(&self, wish: &Wish, person: Uuid) -> Value {
        let id = match wish.mutation {
            "requestPurchase" => self.result(wish, person),
            _ => object_of(wish),
        };
        let row = &self.bought[&id];
        let public = encode(IdKind::Purchase, id);
        let samples = self.goods.samples_of(id);
        json!({ "purchase": { "id": public, "version": row.version, "state": row.state, "samples": samples } })
    }

    fn appraisal(&self, wish: &Wish, person: Uuid) -> Value {
        let id = match wish.mutation {
            "orderAppraisal" => self.result(wish, person),
            _ => object_of(wish),
        };
        let row = self.goods.appraisal(id);
        let public = encode(IdKind::Appraisal, id);
        json!({ "appraisal": { "id": public, "version": row.version, "state": row.state } })
    }

    /// What each pot has come to, by the counters of its accounts.
    pub(super) fn pots(&self) -> BTreeMap<Pot, i64> {
        let mut pots: BTreeMap<Pot, i64> = Pot::ALL.into_iter().map(|pot| (pot, 0)).collect();
        for account in &self.accounts {
            let worth = account.credits - account.debits;
            let is_counter = self.counter_fund == Some(account.fund_id);
            if let Some(pot) = Pot::of(&account.kind, is_counter) {
                let is_bank = matches!(pot, Pot::Bank | Pot::CounterBank);
                *pots.entry(pot).or_default() += if is_bank { -worth } else { worth };
            } else {
                assert_eq!(worth, 0, "nothing goes there in this storm: {account:?}");
            }
        }
        pots
    }

    /// Insists that all parts of every change are there, and no part of anything else.
    pub(super) fn balance(&self) {
        self.orders_have_all_their_parts();
        self.orders_moved_what_they_say();
        self.records_have_all_their_parts();
        self.holds_were_resolved_once();
        self.purchases_hold_what_they_should();
        self.exchanges_have_both_sides();
        self.what_came_is_under_custody();
        self.reports_have_all_their_parts();
        self.lines_are_matched_once();
        self.events_are_in_order();
        let (all, sealed, waiting) = self.seals;
        assert_eq!(all, sealed + waiting, "each audit entry is sealed or waits for it");
    }

    /// The objects of an action in the audit log.
    fn acted(&self, is: impl Fn(&str) -> bool) -> Vec<Uuid> {
        let acts = self.acts.iter().filter(|act| is(&act.action));
        sorted(acts.filter_map(|act| act.object_id))
    }

    fn told(&self, kind: &str) -> Vec<Uuid> {
        let events = self.events.iter().filter(|event| event.kind == kind);
        sorted(events.map(|event| event.object_id))
    }

    fn orders_in(&self, states: &[&str]) -> Vec<Uuid> {
        let orders = self.orders.values();
        let found = orders.filter(|order| states.contains(&order.state.as_str()));
        sorted(found.map(|order| order.id))
    }

    fn orders_have_all_their_parts(&self) {
        let all = sorted(self.orders.keys().copied());
        let keys = self
            .keys
            .iter()
            .filter(|((_, mutation, _), _)| mutation.starts_with("propose"));
        assert_eq!(sorted(keys.flat_map(|(_, results)| results.iter().copied())), all);
        assert_eq!(self.acted(|action| action.starts_with("propose")), all);
        assert_eq!(self.told("FUND_ORDER_PROPOSED"), all);
        assert_eq!(self.told("FUND_ORDER_DECIDED"), self.orders_in(&["POSTED", "REFUSED"]));
        assert_eq!(
            self.acted(|action| action == "refuseFundOrder"),
            self.orders_in(&["REFUSED"])
        );
        assert_eq!(
            self.acted(|action| action == "withdrawFundOrder"),
            self.orders_in(&["WITHDRAWN"])
        );
        let agreed = sorted(self.approvals.iter().map(|row| row.order_id));
        assert_eq!(self.acted(|action| action == "approveFundOrder"), agreed);
    }

    /// Carried out with the last approval and once: not before it, and not without its entries.
    fn orders_moved_what_they_say(&self) {
        let approvals = counted(self.approvals.iter().map(|row| row.order_id));
        let links: BTreeMap<Uuid, Vec<Uuid>> = self.entries.iter().fold(BTreeMap::new(), |mut links, entry| {
            if let Some(order) = entry.order_id {
                links.entry(order).or_default().push(entry.link_id);
            }
            links
        });
        let mut closed = 0;
        for order in self.orders.values() {
            let agreed = approvals.get(&order.id).copied().unwrap_or(0);
            let ended = usize::from(["REFUSED", "WITHDRAWN"].contains(&order.state.as_str()));
            assert_eq!(usize::try_from(order.version).unwrap(), 1 + agreed + ended, "{order:?}");
            let is_posted = order.state == "POSTED";
            let needed = usize::try_from(order.approvals_needed).unwrap();
            assert_eq!(is_posted, agreed == needed, "{order:?}");
            let closes = order.kind == "PERIOD_CLOSE";
            closed += usize::from(is_posted && closes);
            let links = links.get(&order.id).map_or(&[][..], Vec::as_slice);
            assert_eq!(is_posted && !closes, !links.is_empty(), "{order:?}");
            assert!(
                links.windows(2).all(|two| two[0] == two[1]),
                "carried out twice: {order:?}"
            );
        }
        assert_eq!(self.periods, closed, "a period for each order that closed one");
    }

    fn records_have_all_their_parts(&self) {
        let kept = |of: &str| self.keys.keys().filter(|(_, mutation, _)| mutation == of).count();
        for (mutation, kinds) in RECORDS {
            let entries = self.entries.iter().filter(|entry| entry.order_id.is_none());
            let written = entries.filter(|entry| kinds.contains(&entry.kind.as_str())).count();
            assert_eq!(written, kept(mutation), "{mutation}");
            assert_eq!(
                self.acted(|action| action == mutation).len(),
                kept(mutation),
                "{mutation}"
            );
        }
        let explained: usize = self.words[2].values().sum();
        assert_eq!(explained, kept("explainSuspense"));
        assert_eq!(self.acted(|action| action == "explainSuspense").len(), explained);
    }

    fn holds_were_resolved_once(&self) {
        let closings = self.entries.iter().filter(|entry| entry.order_id.is_none());
        let closings = closings.filter(|entry| CLOSINGS.contains(&entry.kind.as_str()));
        let closings = counted(closings.filter_map(|entry| entry.hold_id));
        for hold in &self.holds {
            let closed = closings.get(&hold.id).copied().unwrap_or(0);
            assert!(
                closed <= usize::from(hold.state != "OPEN"),
                "closed {closed} times: {hold:?}"
            );
            assert_eq!(hold.closed_at.is_some(), hold.state != "OPEN", "{hold:?}");
        }
        let expired = self.holds.iter().filter(|hold| hold.state == "EXPIRED");
        let expired = sorted(expired.map(|hold| hold.id));
        assert_eq!(self.acted(|action| action == "expireFundHold"), expired);
        assert_eq!(self.told("FUND_HOLD_EXPIRED"), expired);
    }

    /// A purchase stands where its hold does: open from the approval to the order, closed after it.
    fn purchases_hold_what_they_should(&self) {
        let holds: HashMap<Uuid, &entity::fund_hold::Model> = self.holds.iter().map(|hold| (hold.id, hold)).collect();
        for row in self.bought.values() {
            let hold = row.hold_id.map(|hold| holds[&hold]);
            let state = hold.map(|hold| hold.state.as_str());
            let is_right = match row.state.as_str() {
                "REQUESTED" | "REJECTED" => state.is_none(),
                "APPROVED" | "ASSIGNED" => state == Some("OPEN"),
                "CANCELLED" => state.is_none_or(|state| state == "VOIDED"),
                _ => state == Some("SETTLED"),
            };
            assert!(is_right, "{row:?}: {hold:?}");
            assert!(hold.is_none_or(|hold| hold.purchase_id == row.id), "{row:?}: {hold:?}");
        }
        let of_purchases = self
            .holds
            .iter()
            .filter(|hold| self.bought.contains_key(&hold.purchase_id))
            .count();
        let holding = self.bought.values().filter(|row| row.hold_id.is_some()).count();
        assert_eq!(of_purchases, holding, "a hold for each purchase that was approved");
    }

    /// Positions have no gaps, and none is given twice.
    fn events_are_in_order(&self) {
        let mut positions: Vec<i64> = self.events.iter().filter_map(|event| event.position).collect();
        positions.sort_unstable();
        let last = i64::try_from(positions.len()).unwrap();
        assert!(positions.iter().copied().eq(1..=last), "{positions:?}");
    }
}

/// The purchase or the appraisal of which a wish is a step.
fn object_of(wish: &Wish) -> Uuid {
    let kind = match bench::is_one(wish.mutation) {
        true => IdKind::Appraisal,
        false => IdKind::Purchase,
    };
    decode_as(kind, wish.input["id"].as_str().unwrap()).unwrap()
}

/// Whether every event has its position and every audit entry its link; others may write meanwhile.
pub(super) async fn are_settled(db: &Db) -> bool {
    let waiting = entity::audit_pending::Entity::find().count(db.read()).await.unwrap();
    let unnumbered = entity::outbox::Entity::find().filter(entity::outbox::Column::Position.is_null());
    waiting == 0 && unnumbered.count(db.read()).await.unwrap() == 0
}

fn sorted(ids: impl Iterator<Item = Uuid>) -> Vec<Uuid> {
    let mut ids: Vec<Uuid> = ids.collect();
    ids.sort_unstable();
    ids
}

fn counted<K: std::hash::Hash + Eq>(found: impl Iterator<Item = K>) -> Counts<K> {
    let mut counts = HashMap::new();
    found.for_each(|one| *counts.entry(one).or_default() += 1);
    counts
}
