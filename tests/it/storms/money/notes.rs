//! What the clients of the storm know by what they were told: which orders wait, what was never answered, and what each
//! pot has come to. The books are held to it after each death.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard},
};

use serde_json::{Value, json};
use touchstone::platform::ids::{IdKind, decode_as};
use uuid::Uuid;

use super::{
    bank::{Arrival, Counter, Paper},
    bench::{Bench, Task},
    books::Books,
    people::Hall,
    purchases::{self, Bought, Shelf},
};
use crate::support::with;

/// Where money lies. What a member may hold and what is held of it are one pot: each purchase moves it from the one to
/// the other, and `fund verify` proves that by the entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pot {
    Bank,
    Pool,
    Member,
    Card,
    Suspense,
    Payable,
    /// Of the fund into whose currency money is changed.
    CounterBank,
    CounterPool,
}

impl Pot {
    /// All of them.
    pub(super) const ALL: [Self; 8] = [
        Self::Bank,
        Self::Pool,
        Self::Member,
        Self::Card,
        Self::Suspense,
        Self::Payable,
        Self::CounterBank,
        Self::CounterPool,
    ];

    /// The pot of an account by its kind, and by whether it is of the other fund.
    pub(super) fn of(kind: &str, is_counter: bool) -> Option<Self> {
        match (kind, is_counter) {
            ("BANK", false) => Some(Self::Bank),
            ("POOL", false) => Some(Self::Pool),
            ("ALLOCATION" | "HELD", false) => Some(Self::Member),
            ("CARD_CLEARING", false) => Some(Self::Card),
            ("SUSPENSE", false) => Some(Self::Suspense),
            ("RECOVERY_PAYABLE", false) => Some(Self::Payable),
            ("BANK", true) => Some(Self::CounterBank),
            ("POOL", true) => Some(Self::CounterPool),
            _ => None,
        }
    }
}

/// By how many minor units pots grow.
pub(super) type Moves = Vec<(Pot, i64)>;

/// The same the other way round.
pub(super) fn back(moves: &[(Pot, i64)]) -> Moves {
    moves.iter().map(|(pot, minor)| (*pot, -minor)).collect()
}

/// What comes of a wish.
#[derive(Debug, Clone)]
pub(super) enum Deed {
    /// An order waits that moves this once others agree; perhaps it takes back what the bank names so.
    Proposal(Moves, Option<String>),
    /// A step of that order.
    Step(Uuid),
    /// This moves at once; perhaps it is about what the bank names so and is in suspense.
    Posting(Moves, Option<String>),
    /// A test purchase goes on, which perhaps moves this.
    Purchase(Moves),
    /// An appraisal is ordered, or goes on.
    Appraisal,
    /// A statement is taken, which names an arrival so.
    Statement(String, Arrival),
    /// The line that a statement names so is matched.
    Match(String),
}

/// Something that one of the people wants, as the client remembers it.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    pub(super) mutation: &'static str,
    pub(super) by: usize,
    pub(super) input: Value,
    pub(super) deed: Deed,
}

impl Wish {
    /// With a key, which stands in what is written as well.
    pub(super) fn keyed(mutation: &'static str, by: usize, key: &str, more: Value, deed: Deed) -> Self {
        let words = match mutation {
            "proposeReversal" => json!({ "reason": key }),
            "explainSuspense" => json!({ "text": key }),
            _ => json!({ "note": key }),
        };
        Self {
            mutation,
            by,
            input: with(with(json!({ "idempotencyKey": key }), words), more),
            deed,
        }
    }

    /// The key, where it has one.
    pub(super) fn key(&self) -> Option<&str> {
        self.input["idempotencyKey"].as_str()
    }

    fn reference(&self) -> Option<String> {
        self.input["bankReference"].as_str().map(str::to_owned)
    }
}

/// An order as the clients know it.
#[derive(Debug, Clone)]
pub(super) struct Order {
    pub(super) id: Uuid,
    pub(super) version: i64,
    pub(super) proposer: usize,
    pub(super) approvers: Vec<usize>,
    moves: Moves,
    /// What the bank names it by, where it can be taken back.
    reference: Option<String>,
    takes_back: Option<String>,
    /// What arrives in the other fund.
    arrival: Option<Arrival>,
    is_posted: bool,
}

/// What the bank moved and nobody has placed yet.
#[derive(Debug, Clone)]
pub(super) struct Suspended {
    pub(super) reference: String,
    pub(super) minor: i64,
    pub(super) is_out: bool,
    pub(super) by: usize,
}

/// A wish that was never answered.
#[derive(Debug, Clone)]
pub(super) struct Lost {
    pub(super) wish: Wish,
    /// Whether it was found in the books since.
    pub(super) was_done: bool,
}

#[derive(Debug, Default)]
struct Known {
    /// Everything that was confirmed, or found in the books.
    done: Vec<Wish>,
    refused: BTreeMap<String, usize>,
    /// How often the server had no time for it.
    busy: usize,
    orders: BTreeMap<Uuid, Order>,
    waiting: Vec<Uuid>,
    suspended: Vec<Suspended>,
    /// What the bank names so can be taken back, which moves that.
    reversible: Vec<(String, Moves)>,
    pots: BTreeMap<Pot, i64>,
    shelf: Shelf,
    bench: Bench,
    counter: Counter,
    lost: Vec<Lost>,
}

/// What all clients know together.
#[derive(Debug, Clone, Default)]
pub(super) struct Notes(Arc<Mutex<Known>>);

impl Notes {
    /// What there is before the storm.
    pub(super) fn of(pots: BTreeMap<Pot, i64>, reversible: Vec<(String, Moves)>, photos: Vec<String>) -> Self {
        let known = Known {
            pots,
            reversible,
            bench: Bench::of(photos),
            ..Known::default()
        };
        Self(Arc::new(Mutex::new(known)))
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap()
    }

    /// How many were confirmed, or found in the books.
    pub(super) fn done_so_far(&self) -> usize {
        self.known().done.len()
    }

    /// How often each mutation was done.
    pub(super) fn mix(&self) -> BTreeMap<&'static str, usize> {
        let known = self.known();
        known.done.iter().fold(BTreeMap::new(), |mut mix, wish| {
            *mix.entry(wish.mutation).or_default() += 1;
            mix
        })
    }

    /// Writes down that something was done.
    pub(super) fn done(&self, wish: &Wish, payload: &Value) {
        let mut known = self.known();
        match &wish.deed {
            Deed::Proposal(moves, takes_back) => known.proposed(wish, &payload["order"], moves, takes_back.as_deref()),
            Deed::Step(id) => known.stepped(*id, wish, &payload["order"]),
            Deed::Purchase(moves) => {
                known.moved(moves);
                purchases::note(&mut known.shelf, wish, &payload["purchase"]);
                if wish.mutation == "receivePurchase" {
                    known.bench.receives(&payload["purchase"]);
                }
            }
            Deed::Appraisal => known.bench.note(wish, &payload["appraisal"]),
            Deed::Statement(line, arrival) => known.counter.told(line, arrival, payload),
            Deed::Match(line) => known.counter.matched(line),
            Deed::Posting(moves, about) => known.recorded(wish, moves, about.as_deref()),
        }
        known.done.push(wish.clone());
    }

    pub(super) fn refused(&self, code: &str) {
        *self.known().refused.entry(code.to_owned()).or_default() += 1;
    }

    pub(super) fn was_busy(&self) {
        self.known().busy += 1;
    }

    /// How often the server had no time, and what it refused how often.
    pub(super) fn refusals(&self) -> (usize, BTreeMap<String, usize>) {
        let known = self.known();
        (known.busy, known.refused.clone())
    }

    /// Keeps a wish without an answer, to be looked for and asked again.
    pub(super) fn lose(&self, lost: Lost) {
        self.known().lost.push(lost);
    }

    /// A wish without an answer, to be asked again.
    pub(super) fn next_lost(&self) -> Option<Lost> {
        self.known().lost.pop()
    }

    pub(super) fn has_lost(&self) -> bool {
        !self.known().lost.is_empty()
    }

    /// One of what `of` gives, as `place` says.
    fn picked<T: Clone>(of: &[T], place: usize) -> Option<T> {
        of.get(place.checked_rem(of.len())?).cloned()
    }

    /// An order that waits for others.
    pub(super) fn waiting(&self, place: usize) -> Option<Order> {
        let known = self.known();
        let id = Self::picked(&known.waiting, place)?;
        known.orders.get(&id).cloned()
    }

    /// A test purchase with which something can be done.
    pub(super) fn bought(&self, place: usize) -> Option<Bought> {
        let known = self.known();
        let open: Vec<&Bought> = known.shelf.values().filter(|one| one.is_open()).collect();
        Self::picked(&open, place).cloned()
    }

    /// Something to do with samples.
    pub(super) fn task(&self, place: usize) -> Option<Task> {
        self.known().bench.task(place)
    }

    /// Money that arrived in the other fund, of which no statement tells; nobody else gets it.
    pub(super) fn take_arrival(&self, place: usize) -> Option<Arrival> {
        self.known().counter.take(place)
    }

    /// A statement with a line that waits.
    pub(super) fn paper(&self, place: usize) -> Option<Paper> {
        self.known().counter.paper(place)
    }

    /// Something that is in suspense.
    pub(super) fn suspended(&self, place: usize) -> Option<Suspended> {
        Self::picked(&self.known().suspended, place)
    }

    /// Something that can be taken back: by what the bank names it, and what moves then.
    pub(super) fn reversible(&self, place: usize) -> Option<(String, Moves)> {
        Self::picked(&self.known().reversible, place)
    }

    /// Looks for everything without an answer: what of it is there is there whole, and stays. How many had been done
    /// and how many had not, of those that were not found before.
    pub(super) fn settle(&self, books: &Books, hall: &Hall) -> (usize, usize) {
        let (mut done, mut undone) = (0, 0);
        let lost = std::mem::take(&mut self.known().lost);
        for mut one in lost {
            let person = hall.people[one.wish.by].id;
            let is_there = books.has(&one.wish, person);
            assert!(is_there || !one.was_done, "it was there and is gone: {:?}", one.wish);
            match (is_there, one.was_done) {
                (true, false) => {
                    self.done(&one.wish, &books.payload(&one.wish, person));
                    done += 1;
                }
                (false, _) => undone += 1,
                (true, true) => {}
            }
            one.was_done = is_there;
            self.lose(one);
        }
        (done, undone)
    }

    /// Insists that everything that was confirmed is there, and that the pots have come to what it moved.
    pub(super) fn hold(&self, books: &Books, hall: &Hall) {
        let known = self.known();
        for wish in &known.done {
            assert!(books.has(wish, hall.people[wish.by].id), "it was confirmed: {wish:?}");
        }
        assert_eq!(books.pots(), known.pots, "what was confirmed comes to this");
    }
}

impl Known {
    fn moved(&mut self, moves: &[(Pot, i64)]) {
        for (pot, minor) in moves {
            *self.pots.entry(*pot).or_default() += minor;
        }
    }

    fn proposed(&mut self, wish: &Wish, order: &Value, moves: &[(Pot, i64)], takes_back: Option<&str>) {
        let id = decode_as(IdKind::FundOrder, order["id"].as_str().unwrap()).unwrap();
        let received = moves.iter().find(|(pot, _)| *pot == Pot::CounterPool);
        let arrival = received.zip(wish.reference()).map(|((_, minor), reference)| Arrival {
            reference,
            minor: *minor,
        });
        let new = Order {
            id,
            version: order["version"].as_i64().unwrap(),
            proposer: wish.by,
            approvers: Vec::new(),
            moves: moves.to_vec(),
            // Each side of an exchange is taken back for itself: not in this storm.
            reference: wish.reference().filter(|_| arrival.is_none()),
            takes_back: takes_back.map(str::to_owned),
            arrival,
            is_posted: false,
        };
        let before = self.orders.insert(id, new);
        assert!(before.is_none(), "one key, one order: {wish:?}");
        self.waiting.push(id);
    }

    fn stepped(&mut self, id: Uuid, wish: &Wish, payload: &Value) {
        let order = self.orders.get_mut(&id).unwrap();
        order.version = order.version.max(payload["version"].as_i64().unwrap());
        if wish.mutation == "approveFundOrder" {
            order.approvers.push(wish.by);
        }
        let state = payload["state"].as_str().unwrap();
        if state != "PROPOSED" {
            self.waiting.retain(|waiting| *waiting != id);
        }
        if state == "POSTED" && !order.is_posted {
            order.is_posted = true;
            let Order {
                moves,
                reference,
                takes_back,
                arrival,
                ..
            } = order.clone();
            if let Some(arrival) = arrival {
                self.counter.arrives(arrival);
            }
            self.moved(&moves);
            self.reversible
                .retain(|(reference, _)| Some(reference) != takes_back.as_ref());
            self.reversible
                .extend(reference.map(|reference| (reference, back(&moves))));
        }
    }

    fn recorded(&mut self, wish: &Wish, moves: &[(Pot, i64)], about: Option<&str>) {
        self.moved(moves);
        let reference = wish.reference().unwrap_or_default();
        match wish.mutation {
            "recordSuspense" => self.suspended.push(Suspended {
                reference,
                minor: moves[0].1.abs(),
                is_out: wish.input["direction"] == "OUT",
                by: wish.by,
            }),
            "clearSuspense" => self.suspended.retain(|one| Some(one.reference.as_str()) != about),
            "recordCardPayment" | "recordRefund" => self.reversible.push((reference, back(moves))),
            _ => {}
        }
    }
}
