//! The SQL of feeds.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult as _, QueryFilter as _, QueryResult,
};
use strum::VariantArray as _;
use uuid::Uuid;

use super::rules::{ChangeKind, Move, Object, Told};
use crate::{
    audience::{self, Sight},
    platform::{
        clock::{NEVER, micros},
        db::{Sql, Tx, code, columns},
        error::Result,
    },
};
use entity::{change_feed, change_place};

/// How far a feed has come.
pub(super) type FeedRow = change_feed::Model;
/// The place of an object.
pub(super) type PlaceRow = change_place::Model;

/// Rows that one statement writes.
const BATCH: usize = 1_000;

/// The feeds of all accounts that ever had one.
pub(super) async fn feeds(connection: &impl ConnectionTrait) -> Result<Vec<FeedRow>> {
    Ok(change_feed::Entity::find().all(connection).await?)
}

/// The feed of an account, if it has one.
pub(super) async fn feed(connection: &impl ConnectionTrait, account: Uuid) -> Result<Option<FeedRow>> {
    Ok(change_feed::Entity::find_by_id(account).one(connection).await?)
}

/// Begins a feed, unless somebody else did.
pub(super) async fn feed_begin(tx: &Tx, row: &FeedRow) -> Result<()> {
    let mut sql =
        Sql::new("INSERT INTO change_feed (account_id, head, told_to, epoch, fresh_until, floor, turn) VALUES (");
    sql.bind(row.account_id).push(", ").bind(row.head);
    sql.push(", ").bind(row.told_to);
    sql.push(", ").bind(row.epoch);
    sql.push(", ").bind(row.fresh_until);
    sql.push(", ").bind(row.floor);
    sql.push(", ")
        .bind(row.turn)
        .push(") ON CONFLICT (account_id) DO NOTHING");
    tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(())
}

/// Holds a feed where it stands until the transaction ends.
pub(super) async fn feed_hold(tx: &Tx, account: Uuid) -> Result<()> {
    let mut sql = Sql::new("UPDATE change_feed SET turn = turn WHERE account_id = ");
    sql.bind(account);
    tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(())
}

/// Moves a feed on to what `row` says, if it still stands where `row` was read, and holds it until the transaction
/// ends; false where somebody else moved it.
pub(super) async fn feed_advance(tx: &Tx, row: &FeedRow) -> Result<bool> {
    let mut sql = Sql::new("UPDATE change_feed SET head = ");
    sql.bind(row.head).push(", told_to = ").bind(row.told_to);
    sql.push(", epoch = ").bind(row.epoch);
    sql.push(", fresh_until = ").bind(row.fresh_until);
    sql.push(", turn = turn + 1 WHERE account_id = ").bind(row.account_id);
    sql.push(" AND turn = ").bind(row.turn);
    let moved = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(moved.rows_affected() == 1)
}

/// Gives objects, each once, the places after `head`, in their order.
pub(super) async fn places_write(tx: &Tx, account: Uuid, head: i64, moves: &[Move]) -> Result<()> {
    let mut place = head;
    for batch in moves.chunks(BATCH) {
        let mut sql =
            Sql::new("INSERT INTO change_place (account_id, kind, object_id, place, gone, root_id, \"at\") VALUES ");
        for (at, moved) in batch.iter().enumerate() {
            place += 1;
            sql.push(if at == 0 { "(" } else { ", (" }).bind(account);
            sql.push(", ").bind(moved.object.kind.code());
            sql.push(", ").bind(moved.object.id);
            sql.push(", ").bind(place);
            sql.push(", ").bind(moved.gone);
            sql.push(", ").bind(moved.root);
            sql.push(", ").bind(micros(tx.now())).push(")");
        }
        sql.push(
            " ON CONFLICT (account_id, kind, object_id) DO UPDATE SET place = excluded.place, gone = excluded.gone, \
             root_id = excluded.root_id, \"at\" = excluded.\"at\"",
        );
        tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    }
    Ok(())
}

/// The condition that a row of the audience is of a kind of which feeds tell, beginning with its column.
fn of_our_kinds() -> Sql {
    let mut sql = Sql::new("a.kind");
    sql.among(ChangeKind::VARIANTS.iter().map(|kind| kind.code()));
    sql
}

fn object(row: &QueryResult) -> Result<Object> {
    let kind: String = row.try_get("", "kind")?;
    Ok(Object::of(code(&kind)?, row.try_get("", "object_id")?))
}

/// What a sight meets within some leads, each with its lead, and when the first of it ends if nobody changes anything.
pub(super) async fn seen_within(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    roots: &[Uuid],
) -> Result<(BTreeMap<Object, Uuid>, i64)> {
    let mut sql = Sql::new("SELECT a.kind, a.object_id, a.root_id, MAX(a.valid_until) AS ends FROM audience a WHERE ");
    sql.append(&of_our_kinds())
        .push(" AND a.root_id")
        .among(roots.iter().copied())
        .append(&audience::met_rows(sight))
        .push(" GROUP BY a.kind, a.object_id, a.root_id");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let (mut seen, mut first) = (BTreeMap::new(), NEVER);
    for row in &rows {
        seen.insert(object(row)?, row.try_get("", "root_id")?);
        first = first.min(row.try_get("", "ends")?);
    }
    Ok((seen, first))
}

/// What of some objects a sight meets.
pub(super) async fn seen_among(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    ids: &[Uuid],
) -> Result<BTreeSet<Object>> {
    let mut sql = Sql::new("SELECT DISTINCT a.kind, a.object_id FROM audience a WHERE ");
    sql.append(&of_our_kinds())
        .push(" AND a.object_id")
        .among(ids.iter().copied())
        .append(&audience::met_rows(sight));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter().map(object).collect()
}

/// What an account was told within some leads.
pub(super) async fn told_within(
    connection: &impl ConnectionTrait,
    account: Uuid,
    roots: &[Uuid],
) -> Result<BTreeMap<Object, Told>> {
    let mut sql = Sql::new("SELECT p.kind, p.object_id, p.root_id, p.gone FROM change_place p WHERE p.account_id = ");
    sql.bind(account).push(" AND p.root_id").among(roots.iter().copied());
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok((object(row)?, (row.try_get("", "root_id")?, row.try_get("", "gone")?))))
        .collect()
}

/// What an account was told and a sight does not meet any more, a batch at most.
pub(super) async fn lost(connection: &impl ConnectionTrait, account: Uuid, sight: &Sight) -> Result<Vec<Move>> {
    let mut sql = Sql::new("SELECT p.kind, p.object_id, p.root_id FROM change_place p WHERE p.account_id = ");
    sql.bind(account)
        .push(" AND NOT p.gone AND NOT EXISTS (SELECT 1 FROM audience a WHERE a.kind = p.kind")
        .push(" AND a.object_id = p.object_id")
        .append(&audience::met_rows(sight))
        .push(&format!(") ORDER BY p.place LIMIT {BATCH}"));
    moves(connection, sql, true).await
}

/// What a sight meets and an account was not told, a batch at most, lead by lead.
pub(super) async fn found(connection: &impl ConnectionTrait, account: Uuid, sight: &Sight) -> Result<Vec<Move>> {
    let mut sql = Sql::new("SELECT DISTINCT a.kind, a.object_id, a.root_id FROM audience a WHERE ");
    sql.append(&of_our_kinds())
        .append(&audience::met_rows(sight))
        .push(" AND NOT EXISTS (SELECT 1 FROM change_place p WHERE p.account_id = ")
        .bind(account)
        .push(&format!(
            " AND p.kind = a.kind AND p.object_id = a.object_id AND NOT p.gone) \
             ORDER BY a.root_id, a.object_id LIMIT {BATCH}"
        ));
    let mut found = moves(connection, sql, false).await?;
    found.sort_by_key(|moved| (moved.root, moved.object));
    Ok(found)
}

async fn moves(connection: &impl ConnectionTrait, sql: Sql, gone: bool) -> Result<Vec<Move>> {
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Move {
                object: object(row)?,
                root: row.try_get("", "root_id")?,
                gone,
            })
        })
        .collect()
}

/// When the first of what a sight meets ends if nobody changes anything.
pub(super) async fn first_end(connection: &impl ConnectionTrait, sight: &Sight) -> Result<i64> {
    let mut sql = Sql::new("SELECT MIN(a.valid_until) AS ends FROM audience a WHERE ");
    sql.append(&of_our_kinds()).append(&audience::met_rows(sight));
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let ends: Option<i64> = row.map_or(Ok(None), |row| row.try_get("", "ends"))?;
    Ok(ends.unwrap_or(NEVER))
}

/// Whether an account was told of anything that is not gone.
pub(super) async fn has_any(connection: &impl ConnectionTrait, account: Uuid) -> Result<bool> {
    let mut sql = Sql::new("SELECT 1 AS one FROM change_place p WHERE p.account_id = ");
    sql.bind(account).push(" AND NOT p.gone LIMIT 1");
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    Ok(row.is_some())
}

/// The places of a feed after one, in order; of what is gone only those after another one.
pub(super) async fn places(
    connection: &impl ConnectionTrait,
    account: Uuid,
    (after, gone_after): (i64, i64),
    limit: u64,
) -> Result<Vec<PlaceRow>> {
    let mut sql = Sql::new(&format!(
        "SELECT {} FROM change_place p WHERE p.account_id = ",
        columns::<change_place::Entity>("p")
    ));
    sql.bind(account).push(" AND p.place > ").bind(after);
    sql.push(" AND (NOT p.gone OR p.place > ").bind(gone_after);
    sql.push(&format!(") ORDER BY p.place LIMIT {limit}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok(PlaceRow::from_query_result(row, "")?))
        .collect()
}

/// Forgets what was gone before a moment, and notes up to which place of each feed; returns how many.
pub(super) async fn forget(tx: &Tx, before: i64) -> Result<u64> {
    let mut old = Sql::new("FROM change_place p WHERE p.account_id = change_feed.account_id AND p.gone AND p.at < ");
    old.bind(before);
    let mut sql = Sql::new("UPDATE change_feed SET floor = (SELECT MAX(p.place) ");
    sql.append(&old)
        .push(") WHERE EXISTS (SELECT 1 ")
        .append(&old)
        .push(" AND p.place > change_feed.floor)");
    tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    let gone = change_place::Entity::delete_many()
        .filter(change_place::Column::Gone.eq(true))
        .filter(change_place::Column::At.lt(before))
        .exec(tx.connection())
        .await?;
    Ok(gone.rows_affected)
}
