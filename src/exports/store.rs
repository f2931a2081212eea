//! The SQL of exports.

use std::collections::HashMap;

use jiff::Timestamp;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Select,
    sea_query::{Expr, Query},
};
use uuid::Uuid;

use super::rules::{ExportFormat, ExportRow, ExportState, LEASE, MOST_ATTEMPTS};
use crate::{
    permissions::audience::Tlp,
    platform::{
        clock::{micros, timestamp},
        db::{Tx, code, keyset},
        error::{ApiError, ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
    },
};
use entity::{export, export_lead, person};

/// Leads that are written down at once.
const CHUNK: usize = 200;

fn row(model: export::Model) -> Result<ExportRow> {
    let count = |number: i64| u64::try_from(number).unwrap_or(0);
    Ok(ExportRow {
        id: model.id,
        person: model.person_id,
        format: code(&model.format)?,
        request: model.request,
        state: code(&model.state)?,
        rows_total: count(model.rows_total),
        rows_done: count(model.rows_done),
        bytes: count(model.bytes),
        failure: model.failure.as_deref().map(code).transpose()?,
        attempts: model.attempts,
        created_at: timestamp(model.created_at),
        finished_at: model.finished_at.map(timestamp),
        expires_at: timestamp(model.expires_at),
    })
}

fn state(state: ExportState) -> &'static str {
    state.into()
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A person's exports that are not forgotten yet.
fn of_person(person: Uuid, now: Timestamp) -> Select<export::Entity> {
    export::Entity::find()
        .filter(export::Column::PersonId.eq(person))
        .filter(export::Column::ExpiresAt.gt(micros(now)))
}

/// A page of a person's exports of some kinds, the first one first.
pub(super) async fn export_page(
    connection: &impl ConnectionTrait,
    person: Uuid,
    formats: &[ExportFormat],
    now: Timestamp,
    args: &PageArgs,
) -> Result<Page<ExportRow>> {
    let found = keyset(
        of_kinds(person, formats, now),
        export::Column::CreatedAt,
        export::Column::Id,
        args,
    );
    let rows = found.all(connection).await?;
    let keyed = rows.into_iter().map(|model| (model.created_at, model.id, model));
    Page::cut(keyed.collect(), args).try_map(row)
}

/// How many those are.
pub(super) async fn export_count(
    connection: &impl ConnectionTrait,
    person: Uuid,
    formats: &[ExportFormat],
    now: Timestamp,
) -> Result<u64> {
    Ok(of_kinds(person, formats, now).count(connection).await?)
}

fn of_kinds(person: Uuid, formats: &[ExportFormat], now: Timestamp) -> Select<export::Entity> {
    let codes = formats.iter().map(|format| <&str>::from(*format));
    of_person(person, now).filter(export::Column::Format.is_in(codes))
}

/// How many of a person's exports are still to be made.
pub(super) async fn exports_open(connection: &impl ConnectionTrait, person: Uuid, now: Timestamp) -> Result<u64> {
    let open = of_person(person, now).filter(export::Column::State.is_in(OPEN.map(state)));
    Ok(open.count(connection).await?)
}

/// How many archives of an organisation are still to be made.
pub(super) async fn archives_open(connection: &impl ConnectionTrait, organization: Uuid) -> Result<u64> {
    let people = Query::select()
        .column(person::Column::Id)
        .from(person::Entity)
        .and_where(person::Column::OrganizationId.eq(organization))
        .to_owned();
    let open = export::Entity::find()
        .filter(export::Column::Format.eq(<&str>::from(ExportFormat::Archive)))
        .filter(export::Column::State.is_in(OPEN.map(state)))
        .filter(export::Column::PersonId.in_subquery(people));
    Ok(open.count(connection).await?)
}

const OPEN: [ExportState; 2] = [ExportState::Queued, ExportState::Running];

/// The export of an id, whosever it is.
pub(super) async fn export_by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<ExportRow>> {
    let found = export::Entity::find_by_id(id).one(connection).await?;
    found.map(row).transpose()
}

/// Inserts an export.
pub(super) async fn export_insert(tx: &Tx, row: &ExportRow) -> Result<()> {
    let model = export::ActiveModel {
        id: Set(row.id),
        person_id: Set(row.person),
        format: Set(<&str>::from(row.format).to_owned()),
        request: Set(row.request.clone()),
        state: Set(state(row.state).to_owned()),
        rows_total: Set(number(row.rows_total)),
        rows_done: Set(0),
        bytes: Set(0),
        failure: Set(None),
        attempts: Set(0),
        leased_until: Set(0),
        created_at: Set(micros(row.created_at)),
        finished_at: Set(None),
        expires_at: Set(micros(row.expires_at)),
    };
    export::Entity::insert(model)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Calls an export off, if it is still to be made; false where it is not.
pub(super) async fn export_cancel(tx: &Tx, id: Uuid) -> Result<bool> {
    let cancelled = export::Entity::update_many()
        .col_expr(export::Column::State, Expr::value(state(ExportState::Cancelled)))
        .col_expr(export::Column::FinishedAt, Expr::value(Some(micros(tx.now()))))
        .filter(export::Column::Id.eq(id))
        .filter(export::Column::State.is_in(OPEN.map(state)))
        .exec(tx.connection())
        .await?;
    Ok(cancelled.rows_affected == 1)
}

/// What waits for a worker: not begun, or left by one that is gone.
fn waiting(now: i64) -> Condition {
    let left = Condition::all()
        .add(export::Column::State.eq(state(ExportState::Running)))
        .add(export::Column::LeasedUntil.lte(now));
    Condition::any()
        .add(export::Column::State.eq(state(ExportState::Queued)))
        .add(left)
}

fn leased_until(now: Timestamp) -> Result<i64> {
    Ok(micros(now.checked_add(LEASE).map_err(ApiError::internal)?))
}

/// Takes the export that waits longest for itself; `None` where none waits, or another worker was faster.
pub(super) async fn export_claim(tx: &Tx) -> Result<Option<ExportRow>> {
    let now = micros(tx.now());
    let next = export::Entity::find()
        .filter(waiting(now))
        .order_by_asc(export::Column::CreatedAt)
        .limit(1)
        .one(tx.connection())
        .await?;
    let Some(found) = next else { return Ok(None) };
    let (id, attempts) = (found.id, found.attempts + 1);
    let claimed = export::Entity::update_many()
        .col_expr(export::Column::State, Expr::value(state(ExportState::Running)))
        .col_expr(export::Column::Attempts, Expr::value(attempts))
        .col_expr(export::Column::RowsDone, Expr::value(0_i64))
        .col_expr(export::Column::LeasedUntil, Expr::value(leased_until(tx.now())?))
        .filter(export::Column::Id.eq(id))
        .filter(export::Column::Attempts.eq(found.attempts))
        .filter(waiting(now))
        .exec(tx.connection())
        .await?;
    if claimed.rows_affected != 1 {
        return Ok(None);
    }
    let mut claimed = row(found)?;
    (claimed.state, claimed.attempts) = (ExportState::Running, attempts);
    Ok(Some(claimed))
}

/// Whether an export was tried often enough.
pub(super) fn is_spent(row: &ExportRow) -> bool {
    row.attempts > MOST_ATTEMPTS
}

/// What only the worker that has an export may do to it.
fn held(row: &ExportRow) -> Condition {
    Condition::all()
        .add(export::Column::Id.eq(row.id))
        .add(export::Column::State.eq(state(ExportState::Running)))
        .add(export::Column::Attempts.eq(row.attempts))
}

/// Says how far an export has come, and keeps it for another while; false where it was called off, or taken over.
pub(super) async fn export_progress(tx: &Tx, row: &ExportRow, done: u64, total: u64) -> Result<bool> {
    let kept = export::Entity::update_many()
        .col_expr(export::Column::RowsDone, Expr::value(number(done)))
        .col_expr(export::Column::RowsTotal, Expr::value(number(total)))
        .col_expr(export::Column::LeasedUntil, Expr::value(leased_until(tx.now())?))
        .filter(held(row))
        .exec(tx.connection())
        .await?;
    Ok(kept.rows_affected == 1)
}

/// Ends an export with a file of so many leads and bytes; false where it was called off, or taken over.
pub(super) async fn export_finish(tx: &Tx, row: &ExportRow, leads: &[(Uuid, Tlp)], bytes: u64) -> Result<bool> {
    let count = i64::try_from(leads.len()).unwrap_or(i64::MAX);
    let done = export::Entity::update_many()
        .col_expr(export::Column::State, Expr::value(state(ExportState::Done)))
        .col_expr(export::Column::RowsDone, Expr::value(count))
        .col_expr(export::Column::RowsTotal, Expr::value(count))
        .col_expr(export::Column::Bytes, Expr::value(number(bytes)))
        .col_expr(export::Column::FinishedAt, Expr::value(Some(micros(tx.now()))))
        .filter(held(row))
        .exec(tx.connection())
        .await?;
    if done.rows_affected != 1 {
        return Ok(false);
    }
    for some in leads.chunks(CHUNK) {
        let rows = some.iter().map(|(lead, tlp)| export_lead::ActiveModel {
            export_id: Set(row.id),
            lead_id: Set(*lead),
            tlp: Set(<&str>::from(*tlp).to_owned()),
        });
        export_lead::Entity::insert_many(rows)
            .exec_without_returning(tx.connection())
            .await?;
    }
    Ok(true)
}

/// Ends an export without a file.
pub(super) async fn export_fail(tx: &Tx, row: &ExportRow, why: ErrorCode) -> Result<()> {
    export::Entity::update_many()
        .col_expr(export::Column::State, Expr::value(state(ExportState::Failed)))
        .col_expr(export::Column::Failure, Expr::value(Some(why.as_str())))
        .col_expr(export::Column::FinishedAt, Expr::value(Some(micros(tx.now()))))
        .filter(held(row))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// The leads in an export's file, with the labels that stand in it.
pub(super) async fn leads_of(connection: &impl ConnectionTrait, export: Uuid) -> Result<HashMap<Uuid, Tlp>> {
    let rows = export_lead::Entity::find()
        .select_only()
        .column(export_lead::Column::LeadId)
        .column(export_lead::Column::Tlp)
        .filter(export_lead::Column::ExportId.eq(export))
        .into_tuple::<(Uuid, String)>();
    let rows = rows.all(connection).await?.into_iter();
    rows.map(|(lead, tlp)| Ok((lead, code(&tlp)?))).collect()
}

/// Exports that are over, a few at a time.
pub(super) async fn exports_over(
    connection: &impl ConnectionTrait,
    now: Timestamp,
    most: u64,
) -> Result<Vec<ExportRow>> {
    let over = export::Entity::find()
        .filter(export::Column::ExpiresAt.lte(micros(now)))
        .limit(most)
        .all(connection)
        .await?;
    over.into_iter().map(row).collect()
}

/// Forgets an export.
pub(super) async fn export_delete(tx: &Tx, id: Uuid) -> Result<()> {
    export_lead::Entity::delete_many()
        .filter(export_lead::Column::ExportId.eq(id))
        .exec(tx.connection())
        .await?;
    export::Entity::delete_by_id(id).exec(tx.connection()).await?;
    Ok(())
}
