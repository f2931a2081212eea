//! The SQL of the audit log.

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QueryResult, QuerySelect as _,
};
use uuid::Uuid;

use super::{
    Act, Actor,
    chain::{Entry, Link},
    log::{Filter, Reach, Record},
};
use crate::{
    audience::{self, Sight},
    platform::{
        clock::micros,
        db::{self, Sql, Tx},
        error::Result,
        graphql::connection::{Page, PageArgs},
    },
};
use entity::{audit_entry, audit_link, audit_pending};

/// Entries sealed or read at once.
const BATCH: u64 = 500;

pub(super) async fn entry_insert(tx: &Tx, id: Uuid, actor: Actor<'_>, act: &Act<'_>) -> Result<()> {
    let category: &str = act.category.into();
    let kind: Option<&str> = act.object.map(|(kind, _)| kind.into());
    let session = match actor {
        Actor::Person(viewer) => viewer.session,
        Actor::System => None,
    };
    let entry = audit_entry::ActiveModel {
        id: Set(id),
        at: Set(micros(tx.now())),
        actor_id: Set(actor.person()),
        organization_id: Set(actor.organization()),
        session_id: Set(session),
        category: Set(category.to_owned()),
        action: Set(act.action.to_owned()),
        object_kind: Set(kind.map(str::to_owned)),
        object_id: Set(act.object.map(|(_, id)| id)),
        root_id: Set(act.root),
        detail: Set(act.detail.to_string()),
    };
    audit_entry::Entity::insert(entry)
        .exec_without_returning(tx.connection())
        .await?;
    audit_pending::Entity::insert(audit_pending::ActiveModel { entry_id: Set(id) })
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

fn entry_of(row: audit_entry::Model) -> Entry {
    Entry {
        id: row.id,
        at: row.at,
        actor: row.actor_id,
        organization: row.organization_id,
        session: row.session_id,
        category: row.category,
        action: row.action,
        object_kind: row.object_kind,
        object: row.object_id,
        root: row.root_id,
        detail: row.detail,
    }
}

fn link_of(row: audit_link::Model) -> Link {
    Link {
        seq: row.seq,
        entry: row.entry_id,
        prev: row.prev,
        hash: row.hash,
        sealed_at: row.sealed_at,
    }
}

/// Whether an entry waits for its place.
pub(super) async fn is_pending(connection: &impl ConnectionTrait) -> Result<bool> {
    Ok(audit_pending::Entity::find().one(connection).await?.is_some())
}

pub(super) async fn pending_count(connection: &impl ConnectionTrait) -> Result<u64> {
    Ok(audit_pending::Entity::find().count(connection).await?)
}

/// How many entries wait, counted up to `most`, and when the first of these was written.
pub(super) async fn waiting(connection: &impl ConnectionTrait, most: u64) -> Result<(u64, Option<i64>)> {
    let sql = Sql::new(&format!(
        "SELECT COUNT(*) AS found, MIN(at) AS oldest FROM (SELECT e.at FROM audit_pending p \
         JOIN audit_entry e ON e.id = p.entry_id LIMIT {most}) AS waiting"
    ));
    let statement = sql.statement(connection.get_database_backend());
    let Some(row) = connection.query_one_raw(statement).await? else {
        return Ok((0, None));
    };
    let found: i64 = row.try_get("", "found")?;
    Ok((found.unsigned_abs(), row.try_get("", "oldest")?))
}

/// One sealer at a time; SQLite has one writer anyway, and the lock goes with the transaction.
pub(super) async fn take_turn(tx: &Tx) -> Result<()> {
    if tx.backend() == sea_orm::DatabaseBackend::Postgres {
        tx.connection()
            .execute_unprepared("SELECT pg_advisory_xact_lock(7461002)")
            .await?;
    }
    Ok(())
}

/// A batch of the entries that wait, in the order of their moments.
pub(super) async fn pending(connection: &impl ConnectionTrait) -> Result<Vec<Entry>> {
    let ids: Vec<Uuid> = audit_pending::Entity::find()
        .limit(BATCH)
        .all(connection)
        .await?
        .into_iter()
        .map(|row| row.entry_id)
        .collect();
    let rows = audit_entry::Entity::find()
        .filter(audit_entry::Column::Id.is_in(ids))
        .order_by_asc(audit_entry::Column::At)
        .order_by_asc(audit_entry::Column::Id)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(entry_of).collect())
}

pub(super) async fn pending_remove(tx: &Tx, entries: &[Entry]) -> Result<()> {
    audit_pending::Entity::delete_many()
        .filter(audit_pending::Column::EntryId.is_in(entries.iter().map(|entry| entry.id)))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// The last link.
pub(super) async fn end(connection: &impl ConnectionTrait) -> Result<Option<Link>> {
    let row = audit_link::Entity::find()
        .order_by_desc(audit_link::Column::Seq)
        .one(connection)
        .await?;
    Ok(row.map(link_of))
}

pub(super) async fn links_insert(tx: &Tx, links: Vec<Link>) -> Result<()> {
    let rows = links.into_iter().map(|link| audit_link::ActiveModel {
        seq: Set(link.seq),
        entry_id: Set(link.entry),
        prev: Set(link.prev),
        hash: Set(link.hash),
        sealed_at: Set(link.sealed_at),
    });
    audit_link::Entity::insert_many(rows)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// The hash of a link, if there is one with that number.
pub(super) async fn link_hash(connection: &impl ConnectionTrait, seq: i64) -> Result<Option<String>> {
    let link = audit_link::Entity::find_by_id(seq).one(connection).await?;
    Ok(link.map(|link| link.hash))
}

/// The next links after a place, each with its entry where that is still there.
pub(super) async fn links_after(connection: &impl ConnectionTrait, seq: i64) -> Result<Vec<(Link, Option<Entry>)>> {
    let links = audit_link::Entity::find()
        .filter(audit_link::Column::Seq.gt(seq))
        .order_by_asc(audit_link::Column::Seq)
        .limit(BATCH)
        .all(connection)
        .await?;
    let mut entries: std::collections::HashMap<Uuid, Entry> = audit_entry::Entity::find()
        .filter(audit_entry::Column::Id.is_in(links.iter().map(|link| link.entry_id)))
        .all(connection)
        .await?
        .into_iter()
        .map(|row| (row.id, entry_of(row)))
        .collect();
    let with_entry = |row: audit_link::Model| {
        let entry = entries.remove(&row.entry_id);
        (link_of(row), entry)
    };
    Ok(links.into_iter().map(with_entry).collect())
}

/// A batch of the entries from before a moment, in order, after a place in it, and whether each has a link.
pub(super) async fn entries_after(
    connection: &impl ConnectionTrait,
    before: i64,
    after: Option<(i64, Uuid)>,
) -> Result<Vec<(i64, Uuid, bool)>> {
    let mut sql = Sql::new(
        "SELECT e.at, e.id, l.seq FROM audit_entry e LEFT JOIN audit_link l ON l.entry_id = e.id WHERE e.at < ",
    );
    sql.bind(before);
    if let Some((at, id)) = after {
        sql.push(" AND (e.at, e.id) > (").bind(at).push(", ").bind(id).push(")");
    }
    sql.push(&format!(" ORDER BY e.at, e.id LIMIT {BATCH}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| {
            let seq: Option<i64> = row.try_get("", "seq")?;
            Ok((row.try_get("", "at")?, row.try_get("", "id")?, seq.is_some()))
        })
        .collect()
}

const FROM: &str = " FROM audit_entry e LEFT JOIN audit_link l ON l.entry_id = e.id ";
const COLUMNS: &str = "SELECT e.id, e.at, e.action, e.object_kind, e.object_id, e.detail, l.seq, l.hash, \
                       (SELECT p.name FROM person p WHERE p.id = e.actor_id) AS actor_name";

fn reaching(reach: &Reach) -> Sql {
    let mut sql = Sql::default();
    match reach {
        Reach::Everything => {
            sql.push("WHERE 1 = 1");
            without_embargoed(&mut sql);
        }
        Reach::Office(categories) => {
            let codes = categories.iter().map(|category| <&str>::from(*category));
            sql.push("WHERE e.root_id IS NULL AND e.category").among(codes);
        }
        Reach::Organization(organization, sight) => {
            sql.push("WHERE e.organization_id = ").bind(*organization);
            about_seen_leads(&mut sql, sight);
        }
        Reach::Own(person, sight) => {
            sql.push("WHERE e.actor_id = ").bind(*person);
            about_seen_leads(&mut sql, sight);
        }
    }
    sql
}

fn about_seen_leads(sql: &mut Sql, sight: &Sight) {
    sql.push(" AND (e.root_id IS NULL OR ")
        .append(&audience::meets(sight, audience::Kind::Lead, "e.root_id"))
        .push(" OR ")
        .append(&audience::meets(sight, audience::Kind::Action, "e.root_id"))
        // A referral is seen by who sees every lead in it (I23).
        .push(
            ") AND NOT EXISTS (SELECT 1 FROM referral_part rp WHERE rp.kind = 'LEAD' AND rp.referral_id = e.object_id \
             AND NOT ",
        )
        .append(&audience::meets(sight, audience::Kind::Lead, "rp.object_id"))
        .push(")");
}

/// Leaves out what is about offline actions of which their teams alone know, or about that two of them meet. The chain holds
/// it, and once they are released it is read like the rest (I28).
fn without_embargoed(sql: &mut Sql) {
    sql.push(" AND NOT EXISTS (SELECT 1 FROM offline_action x WHERE x.id = e.root_id AND x.embargo = ")
        .bind(true)
        .push(
            ") AND NOT EXISTS (SELECT 1 FROM deconfliction_hit h JOIN deconfliction_record r ON r.id IN (h.first_id, h.second_id) \
             JOIN offline_action x ON x.id = r.action_id WHERE h.id = e.root_id AND x.embargo = ",
        )
        .bind(true)
        .push(
            ") AND NOT EXISTS (SELECT 1 FROM purchase_clash pc JOIN offline_action x ON x.id = pc.action_id \
             WHERE pc.id = e.root_id AND x.embargo = ",
        )
        .bind(true)
        .push(")");
}

fn filtered(reach: &Reach, filter: &Filter) -> Sql {
    let mut sql = reaching(reach);
    if !filter.actions.is_empty() {
        sql.push(" AND e.action")
            .among(filter.actions.iter().map(String::as_str));
    }
    if let Some(actor) = filter.actor {
        sql.push(" AND e.actor_id = ").bind(actor);
    }
    if let Some(object) = filter.object {
        sql.push(" AND e.object_id = ").bind(object);
    }
    if let Some(from) = filter.from {
        sql.push(" AND e.at >= ").bind(from);
    }
    if let Some(to) = filter.to {
        sql.push(" AND e.at < ").bind(to);
    }
    sql
}

pub(super) async fn entry_page(
    connection: &impl ConnectionTrait,
    reach: &Reach,
    filter: &Filter,
    args: &PageArgs,
) -> Result<Page<Record>> {
    let mut sql = Sql::new(COLUMNS);
    sql.push(FROM).append(&filtered(reach, filter));
    for (bound, sign) in [(args.after, "<"), (args.before, ">")] {
        if let Some((at, id)) = bound {
            sql.push(&format!(" AND (e.at, e.id) {sign} ("))
                .bind(at)
                .push(", ")
                .bind(id)
                .push(")");
        }
    }
    let direction = if args.backward { "ASC" } else { "DESC" };
    sql.push(&format!(
        " ORDER BY e.at {direction}, e.id {direction} LIMIT {}",
        args.size + 1
    ));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let records = rows.iter().map(record).collect::<Result<Vec<_>>>()?;
    let placed = records
        .into_iter()
        .map(|record| (record.at, record.id, record))
        .collect();
    Ok(Page::cut(placed, args))
}

pub(super) async fn entry_by_id(connection: &impl ConnectionTrait, reach: &Reach, id: Uuid) -> Result<Option<Record>> {
    let mut sql = Sql::new(COLUMNS);
    sql.push(FROM).append(&reaching(reach)).push(" AND e.id = ").bind(id);
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    row.as_ref().map(record).transpose()
}

fn record(row: &QueryResult) -> Result<Record> {
    Ok(Record {
        id: row.try_get("", "id")?,
        at: row.try_get("", "at")?,
        actor_name: row.try_get("", "actor_name")?,
        action: row.try_get("", "action")?,
        object_kind: row.try_get("", "object_kind")?,
        object: row.try_get("", "object_id")?,
        detail: row.try_get("", "detail")?,
        seq: row.try_get("", "seq")?,
        hash: row.try_get("", "hash")?,
    })
}

pub(super) async fn entry_count(
    connection: &impl ConnectionTrait,
    reach: &Reach,
    filter: &Filter,
    most: u64,
) -> Result<u64> {
    counted(connection, " FROM audit_entry e ", &filtered(reach, filter), most).await
}

/// How many entries within reach have a link and how many have none, each counted up to `most`.
pub(super) async fn seal_counts(connection: &impl ConnectionTrait, reach: &Reach, most: u64) -> Result<(u64, u64)> {
    let mut waiting = reaching(reach);
    waiting.push(" AND l.seq IS NULL");
    let mut sealed = reaching(reach);
    sealed.push(" AND l.seq IS NOT NULL");
    Ok((
        counted(connection, FROM, &sealed, most).await?,
        counted(connection, FROM, &waiting, most).await?,
    ))
}

async fn counted(connection: &impl ConnectionTrait, from: &str, which: &Sql, most: u64) -> Result<u64> {
    let mut sql = Sql::new(&format!("SELECT 1 AS one{from}"));
    sql.append(which);
    db::counted(connection, &sql, most).await
}
