//! The lines and entries that stand in no match, with what speaks for them to be the same.

use std::collections::HashMap;

use uuid::Uuid;

use crate::{
    app::App,
    bank_statements::{
        rules::{EntryFacts, Found, LineFacts, Suggestion, day_of, exact, suggestions, words},
        store::{self, LineRow},
    },
    funds::{self, BankEntry, FundFacts},
    members,
    platform::{
        db::{Connection, Sql, json},
        error::{ApiError, Result},
    },
    purchases::{self, PurchaseFacts},
};

/// Most lines that are compared at once.
const MOST_LINES: u64 = 5_000;
/// Most lines for which something is suggested at once, and most suggestions.
const MOST_SUGGESTED: usize = 200;

/// A suggestion, and the purchases that its entries are about.
pub(in crate::bank_statements) type Suggested = (Suggestion, Vec<PurchaseFacts>);

fn line_facts(row: &LineRow) -> Result<LineFacts> {
    let references: Vec<String> = json(&row.references_json)?;
    let mut parts = vec![row.counterparty.as_deref(), row.text.as_deref()];
    parts.extend(references.iter().map(|reference| Some(reference.as_str())));
    Ok(LineFacts {
        id: row.id,
        minor: row.amount_minor,
        on: day_of(row.booked_on),
        words: words(&parts),
        references,
    })
}

/// The condition that an entry `e` stands in no match.
pub(super) fn loose() -> Sql {
    Sql::new("NOT EXISTS (SELECT 1 FROM bank_matched_entry x WHERE x.entry_id = e.id)")
}

async fn entry_facts(
    connection: &impl Connection,
    entries: Vec<BankEntry>,
    purchases: &HashMap<Uuid, PurchaseFacts>,
) -> Result<Vec<EntryFacts>> {
    let ids: Vec<Uuid> = entries.iter().filter_map(|entry| entry.organization).collect();
    let rows = members::organizations_by_ids(connection, &ids).await?;
    let names: HashMap<Uuid, String> = rows.into_iter().map(|row| (row.id, row.name)).collect();
    let facts = |entry: BankEntry| {
        let purchase = entry.hold.and_then(|hold| purchases.get(&hold));
        EntryFacts {
            id: entry.id,
            link: entry.link,
            minor: entry.minor,
            on: day_of(entry.at),
            reference: entry.reference,
            order_number: purchase.and_then(|facts| facts.order_number.clone()),
            purchase: purchase.map(|facts| facts.reference.clone()),
            seller: purchase.and_then(|facts| facts.seller.clone()),
            organization: entry.organization.and_then(|id| names.get(&id).cloned()),
            reverses: entry.reverses,
        }
    };
    Ok(entries.into_iter().map(facts).collect())
}

async fn purchases_of(connection: &impl Connection, entries: &[BankEntry]) -> Result<HashMap<Uuid, PurchaseFacts>> {
    let mut holds: Vec<Uuid> = entries.iter().filter_map(|entry| entry.hold).collect();
    holds.sort_unstable();
    holds.dedup();
    let found = purchases::facts_of_holds(connection, &holds).await?;
    Ok(found
        .into_iter()
        .filter_map(|facts| Some((facts.hold?, facts)))
        .collect())
}

/// What of a fund is surely the same money and not matched yet.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn sure(connection: &impl Connection, fund: &FundFacts) -> Result<Vec<Found>> {
    let rows = store::lines_open(connection, fund.id, MOST_LINES).await?;
    let lines: Vec<LineFacts> = rows.iter().map(line_facts).collect::<Result<_>>()?;
    let entries = funds::bank_entries(connection, fund.id, &loose()).await?;
    let entries = entry_facts(connection, entries, &HashMap::new()).await?;
    Ok(exact(&lines, &entries))
}

/// What the open lines of a fund may be, the best first; of some lines only, where some are named.
///
/// # Errors
/// `NOT_FOUND` where there is no such fund.
pub(in crate::bank_statements) async fn suggested(app: &App, fund: Uuid, only: &[Uuid]) -> Result<Vec<Suggested>> {
    let connection = app.db.read();
    let fund = funds::fund_facts(connection, fund).await?;
    let fund = fund.ok_or_else(ApiError::not_found)?;
    let mut rows = store::lines_open(connection, fund.id, MOST_LINES).await?;
    if only.is_empty() {
        rows.truncate(MOST_SUGGESTED);
    }
    let lines: Vec<LineFacts> = rows.iter().map(line_facts).collect::<Result<_>>()?;
    let raw = funds::bank_entries(connection, fund.id, &loose()).await?;
    let purchases = purchases_of(connection, &raw).await?;
    let holds: HashMap<Uuid, Uuid> = raw.iter().filter_map(|entry| Some((entry.id, entry.hold?))).collect();
    let entries = entry_facts(connection, raw, &purchases).await?;
    let work = {
        let only = only.to_vec();
        move || {
            let mut found = suggestions(&lines, &entries, lines.len() * MOST_SUGGESTED);
            found.retain(|one| only.is_empty() || one.lines.iter().any(|line| only.contains(line)));
            found.truncate(MOST_SUGGESTED);
            found
        }
    };
    let found = tokio::task::spawn_blocking(work).await.map_err(ApiError::internal)?;
    let with_orders = |one: Suggestion| {
        let mut of: Vec<Uuid> = one
            .entries
            .iter()
            .filter_map(|entry| holds.get(entry).copied())
            .collect();
        of.sort_unstable();
        of.dedup();
        let orders = of.iter().filter_map(|hold| purchases.get(hold).cloned()).collect();
        (one, orders)
    };
    Ok(found.into_iter().map(with_orders).collect())
}
