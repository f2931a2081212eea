//! Closing a period: the trial balance is sealed, and what comes later goes to the next one, corrections too.

use serde_json::json;
use uuid::Uuid;

use crate::{
    app::App,
    bank_statements,
    funds::{
        rules::{Digest, Line, Sealed, genesis, seal},
        store::{self, EntryRow, OrderRow, PeriodRow},
    },
    platform::{
        clock::micros,
        db::{Connection, Tx},
        error::{ApiError, ErrorCode, Result},
    },
};

/// Closes the open period of an order's fund. Nobody moves the fund's money meanwhile.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED` where something is in suspense that nobody has explained, or the period for which it was asked has
/// been closed meanwhile.
pub(super) async fn close(app: &App, tx: &Tx, order: &OrderRow, approver: Uuid) -> Result<()> {
    let mut fund = store::fund_lock(tx, order.fund_id).await?;
    let last = store::last_period(tx.connection(), fund.id).await?;
    if last.as_ref().is_some_and(|period| period.closed_at > order.proposed_at) {
        return Err(ApiError::because(
            ErrorCode::TransitionNotAllowed,
            "The period was closed meanwhile. Propose to close the next one.",
        ));
    }
    all_explained(tx, fund.id).await?;
    all_matched(tx, fund.id).await?;
    let lines = json!(lines(tx, fund.id).await?).to_string();
    let digest = digest(tx.connection(), fund.id, fund.period).await?;
    let (entries, digest) = (digest.entries(), digest.hex());
    let prev = last.map_or_else(genesis, |period| period.hash);
    let closed_at = micros(tx.now());
    let hash = seal(&Sealed {
        fund: fund.id,
        number: fund.period,
        lines: &lines,
        entries,
        digest: &digest,
        people: (order.proposed_by, approver),
        closed_at,
        prev: &prev,
    });
    let row = PeriodRow {
        id: app.ids.id(tx.now()),
        fund_id: fund.id,
        number: fund.period,
        lines,
        entries,
        digest,
        prev,
        hash,
        closed_by: order.proposed_by,
        approved_by: approver,
        closed_at,
    };
    store::period_insert(tx, row).await?;
    fund.period += 1;
    store::fund_save(tx, &fund).await
}

async fn all_explained(tx: &Tx, fund: Uuid) -> Result<()> {
    let open = store::in_suspense(tx.connection(), &[fund]).await?;
    let ids: Vec<Uuid> = open.iter().map(|entry| entry.id).collect();
    let explained = store::explanations_of(tx.connection(), &ids).await?;
    let is_explained = |id: &Uuid| explained.iter().any(|row| row.entry_id == *id);
    match ids.iter().all(is_explained) {
        true => Ok(()),
        false => Err(ApiError::because(
            ErrorCode::TransitionNotAllowed,
            "Something is in suspense. Clear it, or say why it is there.",
        )),
    }
}

async fn all_matched(tx: &Tx, fund: Uuid) -> Result<()> {
    match bank_statements::open_lines(tx.connection(), fund).await? {
        0 => Ok(()),
        _ => Err(ApiError::because(
            ErrorCode::TransitionNotAllowed,
            "A line of the bank's is matched with nothing. Match it, or record it as suspense.",
        )),
    }
}

/// What each account was debited and credited, in the order of their ids; accounts that never moved say nothing.
async fn lines(tx: &Tx, fund: Uuid) -> Result<Vec<Line>> {
    let accounts = store::accounts_of(tx.connection(), &[fund]).await?;
    let mut lines: Vec<Line> = accounts
        .into_iter()
        .filter(|row| row.debits != 0 || row.credits != 0)
        .map(|row| Line {
            account: row.id,
            debits: row.debits,
            credits: row.credits,
        })
        .collect();
    lines.sort_unstable_by_key(|line| line.account);
    Ok(lines)
}

/// The digest of a period's entries.
pub(super) async fn digest(connection: &impl Connection, fund: Uuid, period: i32) -> Result<Digest> {
    let (mut digest, mut after) = (Digest::default(), None);
    loop {
        let rows = store::entries_of_period(connection, fund, period, after).await?;
        let Some(last) = rows.last() else { return Ok(digest) };
        after = Some(last.id);
        for row in &rows {
            digest.add(&fields(row));
        }
    }
}

/// All that an entry says, in a fixed order.
fn fields(row: &EntryRow) -> [String; 19] {
    let id = |id: Option<Uuid>| id.map_or_else(String::new, |id| id.to_string());
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        row.id.to_string(),
        row.fund_id.to_string(),
        row.kind.clone(),
        row.of_kind.clone(),
        row.debit_id.to_string(),
        row.credit_id.to_string(),
        row.amount_minor.to_string(),
        text(&row.cost_kind),
        row.period.to_string(),
        row.link_id.to_string(),
        id(row.hold_id),
        id(row.order_id),
        id(row.reverses_id),
        id(row.clears_id),
        text(&row.bank_reference),
        text(&row.bank_line),
        text(&row.note),
        id(row.recorded_by),
        row.at.to_string(),
    ]
}
