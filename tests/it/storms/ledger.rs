//! What the clients of a storm asked for and what they were told: what the database is held to afterwards.

use std::sync::{Arc, Mutex};

use serde_json::Value;

use super::books::Books;

/// What a client knows of a request.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Fate {
    /// It was confirmed, with this payload.
    Done(Value),
    /// It was refused with this code.
    Refused(String),
    /// The answer never came.
    Lost,
}

/// A request that changes something, as its client remembers it.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) mutation: &'static str,
    pub(super) input: Value,
    /// Which of the crowd asked.
    pub(super) by: usize,
    /// What stands in the database if and only if it was done: a title, a body, an address, or the lead.
    pub(super) mark: String,
    pub(super) fate: Fate,
}

/// The requests of all clients, in the order in which they ended.
#[derive(Debug, Clone, Default)]
pub(super) struct Ledger(Arc<Mutex<Vec<Entry>>>);

impl Ledger {
    pub(super) fn write(&self, entry: Entry) {
        self.0.lock().unwrap().push(entry);
    }

    /// How many were confirmed.
    pub(super) fn done(&self) -> usize {
        let entries = self.0.lock().unwrap();
        entries
            .iter()
            .filter(|entry| matches!(entry.fate, Fate::Done(_)))
            .count()
    }

    /// Those that were never answered; they are taken out, to be settled.
    pub(super) fn take_lost(&self) -> Vec<Entry> {
        let mut entries = self.0.lock().unwrap();
        let lost = entries.extract_if(.., |entry| entry.fate == Fate::Lost);
        lost.collect()
    }

    /// Insists that everything confirmed is there, once, that nothing refused is, and that nothing lost is there twice.
    pub(super) fn holds(&self, books: &Books) {
        for entry in &*self.0.lock().unwrap() {
            let found = books.count(entry.mutation, &entry.mark);
            match &entry.fate {
                Fate::Done(payload) => {
                    assert_eq!(found, 1, "{} {} was confirmed: {payload}", entry.mutation, entry.mark);
                }
                Fate::Refused(code) => assert_eq!(found, 0, "{} {} was refused: {code}", entry.mutation, entry.mark),
                Fate::Lost => assert!(found <= 1, "{} {} stands {found} times", entry.mutation, entry.mark),
            }
        }
    }
}
