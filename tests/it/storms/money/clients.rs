//! One of many who move money at once: he asks again for what was never answered, then for whatever comes to his mind.

use rand::{RngExt as _, rngs::StdRng};

use super::{
    bank, bench,
    notes::{Lost, Notes, Wish},
    people::Hall,
    purchases, wishes,
};
use crate::storms::ledger::Fate;

/// What may be refused where many want things at once, and not all of it is possible.
const REFUSED: [&str; 6] = [
    "INSUFFICIENT_FUNDS",
    "TRANSITION_NOT_ALLOWED",
    "STALE_VERSION",
    "FOUR_EYES",
    "ALREADY_EXISTS",
    "PREVIEW_REQUIRED",
];
/// What a step is told that was done before.
const TOO_LATE: [&str; 3] = ["TRANSITION_NOT_ALLOWED", "STALE_VERSION", "FOUR_EYES"];
/// What the server says where it has no time, such as for who waits for all others to close a period; whether it was done
/// is to be found out.
const BUSY: [&str; 2] = ["UNAVAILABLE", "TIME_LIMIT_EXCEEDED"];

/// A client.
pub(super) struct Client {
    pub(super) hall: Hall,
    pub(super) url: String,
    pub(super) dice: StdRng,
    pub(super) notes: Notes,
    /// What no other client and no other death calls its things.
    pub(super) name: String,
    /// How many operations of all are enough.
    pub(super) enough: usize,
}

impl Client {
    /// Works until there is enough, or no answer comes any more.
    pub(super) async fn works(mut self) {
        while let Some(lost) = self.notes.next_lost() {
            if self.asks_again(lost).await.is_none() {
                return;
            }
        }
        let mut number = 0;
        while self.notes.done_so_far() < self.enough {
            number += 1;
            let key = format!("{}-{number}", self.name);
            let Some(wish) = self.wishes(&key).await else { return };
            if self.asks(wish).await.is_none() {
                return;
            }
        }
    }

    /// What was done is not done again, and is told as if it were for the first time where it has a key; what was not
    /// is done now, or refused.
    async fn asks_again(&mut self, lost: Lost) -> Option<()> {
        let fate = self.hall.changes(&self.url, &lost.wish).await;
        let has_key = lost.wish.key().is_some();
        match (fate, lost.was_done) {
            (Fate::Lost, _) => {
                self.notes.lose(lost);
                return None;
            }
            (Fate::Refused(code), _) if is_busy(&code) => {
                self.notes.was_busy();
                self.notes.lose(lost);
            }
            (Fate::Done(payload), false) => self.notes.done(&lost.wish, &payload),
            (Fate::Done(_), true) if has_key => {}
            (Fate::Refused(code), true) if !has_key && TOO_LATE.contains(&code.as_str()) => {}
            (Fate::Refused(code), false) if REFUSED.contains(&code.as_str()) => self.notes.refused(&code),
            (fate, was_done) => panic!("done before: {was_done}, now {fate:?}: {:?}", lost.wish),
        }
        Some(())
    }

    /// Asks for something, sometimes twice at once, as a client does that lost its patience.
    async fn asks(&mut self, wish: Wish) -> Option<()> {
        let is_impatient = wish.key().is_some() && self.dice.random_bool(0.1);
        let ask = || self.hall.changes(&self.url, &wish);
        let fate = match is_impatient {
            true => {
                let (one, other) = tokio::join!(ask(), ask());
                of_two(one, other)
            }
            false => ask().await,
        };
        match fate {
            Fate::Done(payload) => self.notes.done(&wish, &payload),
            Fate::Refused(code) if REFUSED.contains(&code.as_str()) => self.notes.refused(&code),
            Fate::Refused(code) if is_busy(&code) => {
                self.notes.was_busy();
                self.notes.lose(Lost { wish, was_done: false });
            }
            Fate::Refused(code) => panic!("{code}: {wish:?}"),
            Fate::Lost => {
                self.notes.lose(Lost { wish, was_done: false });
                return None;
            }
        }
        Some(())
    }

    /// What comes to his mind; nothing where he asked for an entry first and no answer came.
    async fn wishes(&mut self, key: &str) -> Option<Wish> {
        let place = self.dice.random_range(0..1_000_000_usize);
        let (hall, dice) = (&self.hall, &mut self.dice);
        if dice.random_bool(0.4) {
            let task = self.notes.task(place).filter(|_| dice.random_bool(0.15));
            if let Some(task) = task {
                return Some(bench::next(hall, dice, key, &task));
            }
            // One in five is a new one.
            let found = self.notes.bought(place).filter(|_| !place.is_multiple_of(5));
            return Some(purchases::next(hall, &hall.goods, dice, key, found));
        }
        Some(match dice.random_range(0..100_u32) {
            0..8 => wishes::allocation(hall, dice, key),
            8..45 => match self.notes.waiting(place) {
                Some(order) => wishes::approval(dice, &order),
                None => wishes::contribution(hall, dice, key),
            },
            45..49 => match self.notes.waiting(place) {
                Some(order) => wishes::end(dice, &order),
                None => wishes::contribution(hall, dice, key),
            },
            49..55 => wishes::suspense(hall, dice, key),
            55..61 => match self.notes.suspended(place) {
                Some(one) => {
                    let entry = hall.entry(&self.url, &one.reference).await?;
                    wishes::clearing(dice, key, &entry, &one)
                }
                None => wishes::suspense(hall, dice, key),
            },
            61..64 => match self.notes.suspended(place) {
                Some(one) => {
                    let entry = hall.entry(&self.url, &one.reference).await?;
                    wishes::explanation(dice, key, &entry)
                }
                None => wishes::suspense(hall, dice, key),
            },
            64..69 => wishes::card_payment(hall, dice, key),
            69..75 => wishes::refund(hall, dice, key),
            75..79 => match self.notes.reversible(place) {
                Some(one) => {
                    let entry = hall.entry(&self.url, &one.0).await?;
                    wishes::reversal(dice, key, &entry, one)
                }
                None => wishes::contribution(hall, dice, key),
            },
            79..82 => wishes::recovery(hall, dice, key),
            82..84 => wishes::payout(hall, dice, key),
            84..85 => wishes::period_close(hall, dice, key),
            85..90 => bank::exchange(hall, dice, key),
            90..93 => match self.notes.take_arrival(place) {
                Some(arrival) => bank::import(hall, &self.url, dice, key, arrival).await?,
                None => bank::exchange(hall, dice, key),
            },
            93..96 => match self.notes.paper(place) {
                Some(paper) => bank::matching(hall, &self.url, dice, key, &paper).await?,
                None => wishes::contribution(hall, dice, key),
            },
            _ => wishes::contribution(hall, dice, key),
        })
    }
}

fn is_busy(code: &str) -> bool {
    BUSY.contains(&code)
}

/// What became of something that was asked for twice at once: with one key it is done once. Where one of the two was
/// never answered, a refusal of the other says nothing.
fn of_two(one: Fate, other: Fate) -> Fate {
    match (one, other) {
        (Fate::Done(one), Fate::Done(other)) => {
            let id = |payload: &serde_json::Value| payload["order"]["id"].clone();
            assert_eq!(id(&one), id(&other), "one key, one order");
            Fate::Done(one)
        }
        (Fate::Done(payload), _) | (_, Fate::Done(payload)) => Fate::Done(payload),
        (Fate::Lost, _) | (_, Fate::Lost) => Fate::Lost,
        (Fate::Refused(_), Fate::Refused(code)) if is_busy(&code) => Fate::Refused(code),
        (refused, Fate::Refused(_)) => refused,
    }
}
