//! The one way by which money moves: entries with the counters of their accounts.
//!
//! Locks are taken in one order: an order, then its programme, then funds (shared; exclusively by whoever closes a period),
//! then a hold, then accounts, funds and accounts by their ids. What would overdraw an account is refused under its lock.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::{
    app::App,
    funds::{
        rules::{Transfer, effects},
        store::{self, EntryRow, FundRow},
    },
    platform::{
        clock::micros,
        db::Tx,
        error::{ApiError, Result},
        failpoint,
    },
};

/// Entries of a fund that stand and fall together.
#[derive(Debug, Clone)]
pub(super) struct Posting {
    pub(super) fund: Uuid,
    pub(super) transfers: Vec<Transfer>,
    /// Nobody where the service does it.
    pub(super) by: Option<Uuid>,
    pub(super) order: Option<Uuid>,
    pub(super) bank_reference: Option<String>,
    pub(super) note: Option<String>,
}

impl Posting {
    /// Entries of a fund.
    pub(super) fn of(fund: Uuid, by: Option<Uuid>, transfers: Vec<Transfer>) -> Self {
        Self {
            fund,
            transfers,
            by,
            order: None,
            bank_reference: None,
            note: None,
        }
    }

    /// The same, as a line of the bank's statement.
    pub(super) fn by_bank(mut self, reference: Option<String>, note: Option<String>) -> Self {
        (self.bank_reference, self.note) = (reference, note);
        self
    }

    /// The same, because of an order.
    pub(super) fn because_of(mut self, order: Uuid) -> Self {
        self.order = Some(order);
        self
    }
}

/// Writes entries; gives what links them.
///
/// # Errors
/// `INSUFFICIENT_FUNDS` where an account would be below zero, `ALREADY_EXISTS` where a line of the bank's was recorded before,
/// `NOT_FOUND`, `BAD_USER_INPUT`.
pub(super) async fn post(app: &App, tx: &Tx, postings: Vec<Posting>) -> Result<Uuid> {
    let funds = shared(tx, &postings).await?;
    let all: Vec<Transfer> = postings.iter().flat_map(|posting| posting.transfers.clone()).collect();
    for (account, effect) in effects(&all)? {
        store::apply(tx, account, effect).await?;
    }
    failpoint::reached("funds.applied");
    let link = app.ids.id(tx.now());
    for posting in postings {
        let fund = funds
            .get(&posting.fund)
            .ok_or_else(|| ApiError::internal("a posting without its fund"))?;
        for (place, transfer) in posting.transfers.iter().enumerate() {
            let row = row(app, tx, (fund, link), &posting, (place, transfer));
            store::entry_insert(tx, row).await?;
        }
    }
    failpoint::reached("funds.posted");
    Ok(link)
}

/// The funds of some postings, in the order of their ids; nobody closes a period of theirs until the transaction ends.
async fn shared(tx: &Tx, postings: &[Posting]) -> Result<BTreeMap<Uuid, FundRow>> {
    let mut ids: Vec<Uuid> = postings.iter().map(|posting| posting.fund).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut funds = BTreeMap::new();
    for id in ids {
        funds.insert(id, store::fund_share(tx, id).await?);
    }
    Ok(funds)
}

fn row(
    app: &App,
    tx: &Tx,
    (fund, link): (&FundRow, Uuid),
    posting: &Posting,
    (place, transfer): (usize, &Transfer),
) -> EntryRow {
    let of_kind = transfer.reverses.map_or(transfer.kind, |(_, kind)| kind);
    let line = posting.bank_reference.as_ref().filter(|_| place == 0);
    EntryRow {
        id: app.ids.id(tx.now()),
        fund_id: fund.id,
        kind: transfer.kind.code().to_owned(),
        of_kind: of_kind.code().to_owned(),
        debit_id: transfer.debit,
        credit_id: transfer.credit,
        amount_minor: transfer.minor,
        cost_kind: transfer.cost_kind.map(|kind| kind.code().to_owned()),
        period: fund.period,
        link_id: link,
        hold_id: transfer.hold,
        order_id: posting.order,
        reverses_id: transfer.reverses.map(|(entry, _)| entry),
        clears_id: transfer.clears,
        bank_reference: posting.bank_reference.clone(),
        bank_line: line.map(|reference| format!("{}/{reference}", fund.id)),
        note: posting.note.clone(),
        recorded_by: posting.by,
        at: micros(tx.now()),
    }
}
