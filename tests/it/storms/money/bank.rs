//! What the bank says in the storm: money that was changed arrives in the other fund, a statement tells of it, and
//! somebody says that both are the same.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use rand::{RngExt as _, rngs::StdRng};
use serde_json::{Value, json};

use super::{
    notes::{Deed, Pot, Wish},
    people::{Hall, MANAGERS},
};

/// Money that arrived in the other fund: by what the bank names it, and how much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Arrival {
    pub(super) reference: String,
    pub(super) minor: i64,
}

/// A statement that tells of an arrival under a name of the bank's own.
#[derive(Debug, Clone)]
pub(super) struct Paper {
    /// Its public id.
    pub(super) statement: String,
    /// By what it names the arrival.
    pub(super) line: String,
    pub(super) arrival: Arrival,
}

/// What of it the clients know.
#[derive(Debug, Default)]
pub(super) struct Counter {
    /// What no statement tells of.
    arrivals: Vec<Arrival>,
    /// Those of which the line is not matched.
    papers: Vec<Paper>,
}

fn text(minor: i64) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", minor.abs() / 100, minor.abs() % 100)
}

/// By what a statement names an arrival: as the ledger does, so that it is matched at once, or otherwise.
fn named(key: &str, arrival: &Arrival, is_sure: bool) -> String {
    match is_sure {
        true => arrival.reference.clone(),
        false => format!("BANK-{key}"),
    }
}

impl Counter {
    /// Money was changed.
    pub(super) fn arrives(&mut self, arrival: Arrival) {
        self.arrivals.push(arrival);
    }

    /// An arrival of which no statement tells; nobody else gets it.
    pub(super) fn take(&mut self, place: usize) -> Option<Arrival> {
        let at = place.checked_rem(self.arrivals.len())?;
        Some(self.arrivals.swap_remove(at))
    }

    /// A statement with a line that waits.
    pub(super) fn paper(&self, place: usize) -> Option<Paper> {
        let at = place.checked_rem(self.papers.len())?;
        self.papers.get(at).cloned()
    }

    /// A statement was taken, as a payload says. What is named as in the ledger is matched by then.
    pub(super) fn told(&mut self, line: &str, arrival: &Arrival, payload: &Value) {
        let statement = payload["statements"][0]["id"].as_str();
        let statement = statement.unwrap_or_else(|| panic!("no statement: {payload}"));
        if line != arrival.reference {
            self.papers.push(Paper {
                statement: statement.to_owned(),
                line: line.to_owned(),
                arrival: arrival.clone(),
            });
        }
    }

    /// A line was matched.
    pub(super) fn matched(&mut self, line: &str) {
        self.papers.retain(|paper| paper.line != line);
    }
}

/// Money is to be changed into the other fund's.
pub(super) fn exchange(hall: &Hall, dice: &mut StdRng, key: &str) -> Wish {
    let minor = dice.random_range(1_000..20_000_i64);
    let received = minor / 7;
    let more = json!({
        "fundId": hall.fund, "counterFundId": hall.counter_fund, "amount": text(minor), "counterAmount": text(received),
        "rateSource": "the bank's", "bankReference": key,
    });
    let moves = vec![
        (Pot::Pool, -minor),
        (Pot::Bank, -minor),
        (Pot::CounterPool, received),
        (Pot::CounterBank, received),
    ];
    let by = dice.random_range(0..MANAGERS);
    Wish::keyed("proposeExchange", by, key, more, Deed::Proposal(moves, None))
}

/// The file of a statement that tells of an arrival and of as much that went: each begins and ends with nothing, so
/// that they follow each other in whatever order they are taken. What went stays open.
fn statement(hall: &Hall, key: &str, line: &str, arrival: &Arrival) -> Value {
    let (came, went) = (text(arrival.minor), text(-arrival.minor));
    let table = format!(
        "Date,Amount,Balance,Reference,Text\n\
         2026-03-08,{came},{came},{line},changed\n\
         2026-03-08,{went},0.00,OUT-{key},spent\n"
    );
    json!({ "fundId": hall.counter_fund, "name": key, "content": STANDARD.encode(table) })
}

/// A statement of an arrival is to be taken. Nothing where no answer came to what it would be.
pub(super) async fn import(hall: &Hall, url: &str, dice: &mut StdRng, key: &str, arrival: Arrival) -> Option<Wish> {
    let line = named(key, &arrival, dice.random_bool(0.3));
    let by = dice.random_range(0..MANAGERS);
    let statement = statement(hall, key, &line, &arrival);
    let token = hall.previews(url, by, &statement).await?;
    Some(Wish {
        mutation: "importBankStatement",
        by,
        input: json!({ "idempotencyKey": key, "statement": statement, "previewToken": token }),
        deed: Deed::Statement(line, arrival),
    })
}

/// A line of the bank's and an entry of the ledger's are said to be the same money. Nothing where no answer came to
/// which they are.
pub(super) async fn matching(hall: &Hall, url: &str, dice: &mut StdRng, key: &str, paper: &Paper) -> Option<Wish> {
    let line = hall.bank_line(url, &paper.statement, &paper.line).await?;
    let entry = hall.arrived(url, &paper.arrival.reference).await?;
    let more = json!({ "bankLineIds": [line], "ledgerEntryIds": [entry] });
    let by = dice.random_range(0..MANAGERS);
    Some(Wish::keyed(
        "matchBankLines",
        by,
        key,
        more,
        Deed::Match(paper.line.clone()),
    ))
}
