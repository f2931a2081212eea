//! Saying that lines and entries are the same money, taking it back, and what nobody can place.

use serde_json::json;
use uuid::Uuid;

use super::{compare, must_manage};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    bank_statements::{
        rules::{BankMatchKind, BankMatchReason, Found},
        store::{self, LineRow, MatchRow, PartRow, UndoneRow},
    },
    funds::{self, rules},
    permissions::Viewer,
    platform::{
        clock::micros,
        db::{
            Sql, Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
};

/// Most lines, and most entries, of a match that a person makes.
const MOST: usize = 50;

/// Keeps a match, by whom, of which kind and with which words; gives it.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED` where a part of it stands in another one.
pub(super) async fn keep(
    app: &App,
    tx: &Tx,
    fund: Uuid,
    (by, kind, note): (Option<Uuid>, BankMatchKind, Option<String>),
    found: Found,
) -> Result<Uuid> {
    let id = app.ids.id(tx.now());
    let row = MatchRow {
        id,
        fund_id: fund,
        kind: kind.code().to_owned(),
        amount_minor: found.minor,
        reasons: serde_json::to_string(&found.reasons).map_err(ApiError::internal)?,
        note,
        made_by: by,
        made_at: micros(tx.now()),
    };
    store::match_insert(tx, row).await?;
    let lines = found.lines.into_iter().map(|line| (Some(line), None));
    let entries = found.entries.into_iter().map(|entry| (None, Some(entry)));
    let mut parts: Vec<(Option<Uuid>, Option<Uuid>)> = lines.chain(entries).collect();
    // In one order, so that two who match the same wait for each other and not in a circle.
    parts.sort_unstable();
    for (line_id, entry_id) in parts {
        let row = PartRow {
            id: app.ids.id(tx.now()),
            match_id: id,
            line_id,
            entry_id,
        };
        store::part_insert(tx, row).await?;
    }
    Ok(id)
}

fn one_each(field: &str, ids: &[Uuid]) -> Result<Vec<Uuid>> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    match ids.len() <= MOST {
        true => Ok(ids),
        false => Err(ApiError::input(field, format!("At most {MOST} at once."))),
    }
}

/// Matches lines and entries that come to the same; gives the match.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `BAD_USER_INPUT`, `TRANSITION_NOT_ALLOWED`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn match_lines(
    app: &App,
    viewer: &Viewer,
    key: &str,
    (lines, entries): (&[Uuid], &[Uuid]),
    note: Option<&str>,
) -> Result<Uuid> {
    let tx = app.begin().await?;
    must_manage(viewer)?;
    let (lines, entries) = (one_each("bankLineIds", lines)?, one_each("ledgerEntryIds", entries)?);
    let rows = store::lines_by_ids(tx.connection(), &lines).await?;
    let fund = rows.first().map(|row| row.fund_id).ok_or_else(ApiError::not_found)?;
    if rows.len() != lines.len() {
        return Err(ApiError::not_found());
    }
    let claim = match claim(&tx, viewer.person, "matchBankLines", key, &(&lines, &entries, note)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => return ids.first().copied().ok_or_else(ApiError::not_found),
    };
    if rows.iter().any(|row| row.fund_id != fund) {
        return Err(ApiError::input("bankLineIds", "These are lines of two funds."));
    }
    funds::share_fund(&tx, fund).await?;
    let mut condition = Sql::new("e.id");
    condition.among(entries.iter().copied());
    let found = funds::bank_entries(tx.connection(), fund, &condition).await?;
    if found.len() != entries.len() {
        return Err(ApiError::input(
            "ledgerEntryIds",
            "One of them moved nothing at this fund's bank.",
        ));
    }
    let sum: i64 = rows.iter().map(|row| row.amount_minor).sum();
    let is_even = found.iter().map(|entry| entry.minor).sum::<i64>() == sum;
    if !is_even || lines.len() + entries.len() < 2 {
        return Err(ApiError::input(
            "ledgerEntryIds",
            "They do not come to the same as the lines.",
        ));
    }
    let note = rules::optional("note", note, 1_000)?;
    let even = Found {
        lines,
        entries,
        minor: sum,
        reasons: vec![BankMatchReason::Sum],
    };
    let id = keep(
        app,
        &tx,
        fund,
        (Some(viewer.person), BankMatchKind::Confirmed, note),
        even,
    )
    .await?;
    claim.keep(&tx, &[id]).await?;
    let detail = json!({ "minor": sum, "lines": rows.len(), "entries": found.len() });
    finish(app, tx, viewer, ("matchBankLines", IdKind::BankMatch), id, &detail).await
}

async fn finish(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    (mutation, kind): (&'static str, IdKind),
    id: Uuid,
    detail: &serde_json::Value,
) -> Result<Uuid> {
    let act = Act::on(Category::Money, mutation, kind, id).with(detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(id)
}

/// Matches what is surely the same money in a fund; gives how many matches were made.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn match_by_reference(app: &App, viewer: &Viewer, key: &str, fund: Uuid) -> Result<usize> {
    let tx = app.begin().await?;
    must_manage(viewer)?;
    let fund = funds::lock_fund(&tx, fund).await?;
    let claim = match claim(&tx, viewer.person, "matchBankLinesByReference", key, &fund.id).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => return Ok(ids.len()),
    };
    let mut made = Vec::new();
    for found in compare::sure(tx.connection(), &fund).await? {
        let by = (Some(viewer.person), BankMatchKind::Automatic, None);
        made.push(keep(app, &tx, fund.id, by, found).await?);
    }
    claim.keep(&tx, &made).await?;
    let detail = json!({ "matches": made.len() });
    finish(
        app,
        tx,
        viewer,
        ("matchBankLinesByReference", IdKind::Fund),
        fund.id,
        &detail,
    )
    .await?;
    Ok(made.len())
}

/// Takes a match back; gives it.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `BAD_USER_INPUT`, `TRANSITION_NOT_ALLOWED` where it was taken back, or a period was closed over
/// it; `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn unmatch(app: &App, viewer: &Viewer, key: &str, id: Uuid, reason: &str) -> Result<Uuid> {
    let tx = app.begin().await?;
    must_manage(viewer)?;
    let row = store::matches_by_ids(tx.connection(), &[id]).await?.pop();
    let row = row.ok_or_else(ApiError::not_found)?;
    let claim = match claim(&tx, viewer.person, "unmatchBankLines", key, &(id, reason)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return Ok(id),
    };
    let fund = funds::share_fund(&tx, row.fund_id).await?;
    if fund.closed_at.is_some_and(|closed| closed >= row.made_at) {
        return Err(ApiError::because(
            ErrorCode::TransitionNotAllowed,
            "A period was closed over this match.",
        ));
    }
    let undone = UndoneRow {
        match_id: id,
        reason: rules::text("reason", reason, 1_000)?,
        undone_by: viewer.person,
        undone_at: micros(tx.now()),
    };
    store::undone_insert(&tx, undone).await?;
    store::match_loose(&tx, id).await?;
    claim.keep(&tx, &[id]).await?;
    let detail = json!({ "minor": row.amount_minor });
    finish(app, tx, viewer, ("unmatchBankLines", IdKind::BankMatch), id, &detail).await
}

/// Records a line that has no counterpart as suspense, with which it is matched; gives the line.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `TRANSITION_NOT_ALLOWED`, `INSUFFICIENT_FUNDS`, `ALREADY_EXISTS`, `BAD_USER_INPUT`,
/// `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn suspend(app: &App, viewer: &Viewer, key: &str, id: Uuid, note: Option<&str>) -> Result<Uuid> {
    let tx = app.begin().await?;
    must_manage(viewer)?;
    let row = store::lines_by_ids(tx.connection(), &[id]).await?.pop();
    let row = row.ok_or_else(ApiError::not_found)?;
    let claim = match claim(&tx, viewer.person, "suspendBankLine", key, &(id, note)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return Ok(id),
    };
    funds::share_fund(&tx, row.fund_id).await?;
    if !store::standing_of(tx.connection(), &[id]).await?.is_empty() {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    let note = rules::optional("note", note, 1_000)?;
    let reference = called(&tx, &row).await?;
    let line = (row.fund_id, row.amount_minor);
    let entry = funds::suspend_line(app, &tx, viewer, line, (reference, note.clone())).await?;
    let found = Found {
        lines: vec![id],
        entries: vec![entry],
        minor: row.amount_minor,
        reasons: vec![BankMatchReason::Amount],
    };
    keep(
        app,
        &tx,
        row.fund_id,
        (Some(viewer.person), BankMatchKind::Suspense, note),
        found,
    )
    .await?;
    claim.keep(&tx, &[id]).await?;
    let detail = json!({ "minor": row.amount_minor });
    finish(app, tx, viewer, ("suspendBankLine", IdKind::BankLine), id, &detail).await
}

/// By what the ledger names a line: the bank's reference, or the statement's with the number of the line.
async fn called(tx: &Tx, row: &LineRow) -> Result<String> {
    if let Some(reference) = &row.reference {
        return Ok(reference.clone());
    }
    let statement = store::statements_by_ids(tx.connection(), &[row.statement_id])
        .await?
        .pop();
    let statement = statement.ok_or_else(|| ApiError::internal("a line without its statement"))?;
    Ok(format!("{}/{}", statement.reference, row.number))
}
