//! Streams of lines: how far they are, and which of their lines became no lead.

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

use super::super::rules::RunState;
use crate::platform::{
    clock::micros,
    db::{Tx, keyset},
    error::Result,
    graphql::connection::{Page, PageArgs},
};
use entity::{ingest_line, ingest_run};

/// A stream of lines.
pub(crate) type RunRow = ingest_run::Model;
/// A line that became no lead.
pub(crate) type LineRow = ingest_line::Model;

/// Rows of one statement.
const AT_ONCE: usize = 200;

fn open() -> &'static str {
    RunState::Open.into()
}

/// Inserts a run.
pub(crate) async fn run_insert(tx: &Tx, row: RunRow) -> Result<()> {
    ingest_run::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// A person's own run.
pub(crate) async fn run_own(connection: &impl ConnectionTrait, person: Uuid, id: Uuid) -> Result<Option<RunRow>> {
    Ok(ingest_run::Entity::find_by_id(id)
        .filter(ingest_run::Column::PersonId.eq(person))
        .one(connection)
        .await?)
}

/// A page of a person's own runs, the latest first.
pub(crate) async fn run_page(connection: &impl ConnectionTrait, person: Uuid, args: &PageArgs) -> Result<Page<RunRow>> {
    // The latest first: the page is read from the other end, and so are its cursors.
    let turned = PageArgs {
        after: args.before,
        before: args.after,
        backward: !args.backward,
        ..*args
    };
    let query = ingest_run::Entity::find().filter(ingest_run::Column::PersonId.eq(person));
    let rows = keyset(query, ingest_run::Column::CreatedAt, ingest_run::Column::Id, &turned)
        .all(connection)
        .await?;
    let keyed = rows.into_iter().map(|row| (row.created_at, row.id, row));
    Ok(Page::cut(keyed.collect(), args))
}

/// How many runs a person has.
pub(crate) async fn run_count(connection: &impl ConnectionTrait, person: Uuid) -> Result<u64> {
    Ok(ingest_run::Entity::find()
        .filter(ingest_run::Column::PersonId.eq(person))
        .count(connection)
        .await?)
}

/// Takes an open run that stands at so many lines for oneself until a moment (microseconds); false where it moved on,
/// or somebody else has it.
pub(crate) async fn run_claim(tx: &Tx, row: &RunRow, until: i64) -> Result<bool> {
    use ingest_run::Column;
    let free = Condition::any()
        .add(Column::LeaseUntil.is_null())
        .add(Column::LeaseUntil.lte(micros(tx.now())));
    let claimed = ingest_run::Entity::update_many()
        .col_expr(Column::LeaseUntil, Expr::value(Some(until)))
        .filter(Column::Id.eq(row.id))
        .filter(Column::State.eq(open()))
        .filter(Column::LinesDone.eq(row.lines_done))
        .filter(free)
        .exec(tx.connection())
        .await?;
    Ok(claimed.rows_affected == 1)
}

/// Saves how far a run is and who has it until when; false where who had it (`lease`) has it no more.
pub(crate) async fn run_progress(tx: &Tx, row: &RunRow, lease: i64) -> Result<bool> {
    use ingest_run::Column;
    let saved = ingest_run::Entity::update_many()
        .col_expr(Column::LinesDone, Expr::value(row.lines_done))
        .col_expr(Column::Created, Expr::value(row.created))
        .col_expr(Column::AlreadyThere, Expr::value(row.already_there))
        .col_expr(Column::Duplicates, Expr::value(row.duplicates))
        .col_expr(Column::Refused, Expr::value(row.refused))
        .col_expr(Column::Bytes, Expr::value(row.bytes))
        .col_expr(Column::LeaseUntil, Expr::value(row.lease_until))
        .col_expr(Column::UpdatedAt, Expr::value(row.updated_at))
        .filter(Column::Id.eq(row.id))
        .filter(Column::State.eq(open()))
        .filter(Column::LeaseUntil.eq(lease))
        .exec(tx.connection())
        .await?;
    Ok(saved.rows_affected == 1)
}

/// Lets somebody else have a run.
pub(crate) async fn run_leave(tx: &Tx, id: Uuid, lease: i64) -> Result<()> {
    use ingest_run::Column;
    ingest_run::Entity::update_many()
        .col_expr(Column::LeaseUntil, Expr::value(None::<i64>))
        .filter(Column::Id.eq(id))
        .filter(Column::LeaseUntil.eq(lease))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Says that a run is done; false where who had it (`lease`) has it no more.
pub(crate) async fn run_end(tx: &Tx, id: Uuid, lease: i64) -> Result<bool> {
    use ingest_run::Column;
    let ended = ingest_run::Entity::update_many()
        .col_expr(Column::State, Expr::value(<&str>::from(RunState::Done)))
        .col_expr(Column::LeaseUntil, Expr::value(None::<i64>))
        .col_expr(Column::UpdatedAt, Expr::value(micros(tx.now())))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(open()))
        .filter(Column::LeaseUntil.eq(lease))
        .exec(tx.connection())
        .await?;
    Ok(ended.rows_affected == 1)
}

/// Open runs without news since a moment (microseconds), the oldest first.
pub(crate) async fn runs_idle(connection: &impl ConnectionTrait, before: i64, most: u64) -> Result<Vec<RunRow>> {
    Ok(ingest_run::Entity::find()
        .filter(ingest_run::Column::State.eq(open()))
        .filter(ingest_run::Column::UpdatedAt.lt(before))
        .order_by_asc(ingest_run::Column::UpdatedAt)
        .limit(most)
        .all(connection)
        .await?)
}

/// Gives up an open run that is as it was read; false where somebody goes on with it.
pub(crate) async fn run_abandon(tx: &Tx, row: &RunRow) -> Result<bool> {
    use ingest_run::Column;
    let ended = ingest_run::Entity::update_many()
        .col_expr(Column::State, Expr::value(<&str>::from(RunState::Abandoned)))
        .col_expr(Column::LeaseUntil, Expr::value(None::<i64>))
        .col_expr(Column::UpdatedAt, Expr::value(micros(tx.now())))
        .filter(Column::Id.eq(row.id))
        .filter(Column::State.eq(open()))
        .filter(Column::UpdatedAt.eq(row.updated_at))
        .exec(tx.connection())
        .await?;
    Ok(ended.rows_affected == 1)
}

/// Forgets runs that ended before a moment (microseconds), with their lines; at most so many.
pub(crate) async fn runs_forget(tx: &Tx, before: i64, most: u64) -> Result<usize> {
    let old: Vec<Uuid> = ingest_run::Entity::find()
        .select_only()
        .column(ingest_run::Column::Id)
        .filter(ingest_run::Column::State.ne(open()))
        .filter(ingest_run::Column::UpdatedAt.lt(before))
        .order_by_asc(ingest_run::Column::UpdatedAt)
        .limit(most)
        .into_tuple()
        .all(tx.connection())
        .await?;
    ingest_line::Entity::delete_many()
        .filter(ingest_line::Column::RunId.is_in(old.iter().copied()))
        .exec(tx.connection())
        .await?;
    ingest_run::Entity::delete_many()
        .filter(ingest_run::Column::Id.is_in(old.iter().copied()))
        .exec(tx.connection())
        .await?;
    Ok(old.len())
}

/// Keeps lines that became no lead; those that are there already stay.
pub(crate) async fn lines_insert(tx: &Tx, lines: &[LineRow]) -> Result<()> {
    for some in lines.chunks(AT_ONCE) {
        let rows = some.iter().map(|line| ingest_line::ActiveModel {
            run_id: Set(line.run_id),
            line: Set(line.line),
            outcome: Set(line.outcome.clone()),
            reason: Set(line.reason.clone()),
            text: Set(line.text.clone()),
            lead_id: Set(line.lead_id),
        });
        ingest_line::Entity::insert_many(rows)
            .on_conflict(
                OnConflict::columns([ingest_line::Column::RunId, ingest_line::Column::Line])
                    .do_nothing()
                    .to_owned(),
            )
            .exec_without_returning(tx.connection())
            .await?;
    }
    Ok(())
}

/// How many lines of a run are kept.
pub(crate) async fn lines_count(connection: &impl ConnectionTrait, run: Uuid) -> Result<u64> {
    Ok(ingest_line::Entity::find()
        .filter(ingest_line::Column::RunId.eq(run))
        .count(connection)
        .await?)
}

/// The next lines of a run that became no lead, in order.
pub(crate) async fn lines_after(
    connection: &impl ConnectionTrait,
    run: Uuid,
    after: i64,
    most: u64,
) -> Result<Vec<LineRow>> {
    Ok(ingest_line::Entity::find()
        .filter(ingest_line::Column::RunId.eq(run))
        .filter(ingest_line::Column::Line.gt(after))
        .order_by_asc(ingest_line::Column::Line)
        .limit(most)
        .all(connection)
        .await?)
}
