//! The SQL of operations.

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, ExprTrait as _, OnConflict},
};
use uuid::Uuid;

use super::rules::{Database, JobResult, JobRun, Part, Replica};
use crate::platform::{
    clock::timestamp,
    db::{Db, Sql, code},
    error::{ApiError, Result},
};
use entity::{job_run, replica};

/// Most processes shown.
const MOST_REPLICAS: u64 = 100;

/// Makes a row for each job there is, and forgets those that are no more.
pub(super) async fn jobs_announce(db: &Db, jobs: &[(&str, &str)]) -> Result<()> {
    let rows = jobs.iter().map(|(name, schedule)| job_run::ActiveModel {
        name: Set((*name).to_owned()),
        schedule: Set((*schedule).to_owned()),
        started_at: Set(None),
        finished_at: Set(None),
        result: Set(None),
        error: Set(None),
        runs: Set(0),
        failures: Set(0),
    });
    let mut known = OnConflict::column(job_run::Column::Name);
    known.update_column(job_run::Column::Schedule);
    job_run::Entity::insert_many(rows)
        .on_conflict(known)
        .exec_without_returning(db.write())
        .await?;
    job_run::Entity::delete_many()
        .filter(job_run::Column::Name.is_not_in(jobs.iter().map(|(name, _)| *name)))
        .exec(db.write())
        .await?;
    Ok(())
}

pub(super) async fn job_started(db: &Db, name: &str, at: i64) -> Result<()> {
    job_run::Entity::update_many()
        .col_expr(job_run::Column::StartedAt, Expr::value(at))
        .filter(job_run::Column::Name.eq(name))
        .exec(db.write())
        .await?;
    Ok(())
}

pub(super) async fn job_finished(
    db: &Db,
    name: &str,
    at: i64,
    result: JobResult,
    error: Option<&'static str>,
) -> Result<()> {
    let failures = i64::from(result != JobResult::Done);
    job_run::Entity::update_many()
        .col_expr(job_run::Column::FinishedAt, Expr::value(at))
        .col_expr(job_run::Column::Result, Expr::value(<&str>::from(result)))
        .col_expr(job_run::Column::Error, Expr::value(error))
        .col_expr(job_run::Column::Runs, Expr::col(job_run::Column::Runs).add(1))
        .col_expr(
            job_run::Column::Failures,
            Expr::col(job_run::Column::Failures).add(failures),
        )
        .filter(job_run::Column::Name.eq(name))
        .exec(db.write())
        .await?;
    Ok(())
}

/// Every job, by name.
pub(super) async fn jobs(connection: &impl ConnectionTrait) -> Result<Vec<JobRun>> {
    let rows = job_run::Entity::find()
        .order_by_asc(job_run::Column::Name)
        .all(connection)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(JobRun {
                name: row.name,
                schedule: row.schedule,
                started_at: row.started_at.map(timestamp),
                finished_at: row.finished_at.map(timestamp),
                result: row.result.as_deref().map(code).transpose()?,
                error: row.error,
                runs: row.runs,
                failures: row.failures,
            })
        })
        .collect()
}

/// Writes what a process tells of itself.
pub(super) async fn replica_seen(db: &Db, replica: &Replica) -> Result<()> {
    let row = replica::ActiveModel {
        id: Set(replica.id),
        host: Set(replica.host.clone()),
        version: Set(replica.version.clone()),
        serves: Set(replica.part.serves),
        works: Set(replica.part.works),
        started_at: Set(replica.started_at.as_microsecond()),
        seen_at: Set(replica.seen_at.as_microsecond()),
        open_streams: Set(replica.open_streams),
    };
    let mut known = OnConflict::column(replica::Column::Id);
    known.update_columns([replica::Column::SeenAt, replica::Column::OpenStreams]);
    replica::Entity::insert(row)
        .on_conflict(known)
        .exec_without_returning(db.write())
        .await?;
    Ok(())
}

/// Forgets a process that ends, and those that were last seen before a moment.
pub(super) async fn replicas_forget(db: &Db, id: Option<Uuid>, seen_before: i64) -> Result<()> {
    let mut gone = replica::Column::SeenAt.lt(seen_before);
    if let Some(id) = id {
        gone = gone.or(replica::Column::Id.eq(id));
    }
    replica::Entity::delete_many().filter(gone).exec(db.write()).await?;
    Ok(())
}

/// The processes that told of themselves lately, the youngest first.
pub(super) async fn replicas(connection: &impl ConnectionTrait) -> Result<Vec<Replica>> {
    let rows = replica::Entity::find()
        .order_by_desc(replica::Column::StartedAt)
        .order_by_asc(replica::Column::Id)
        .limit(MOST_REPLICAS)
        .all(connection)
        .await?;
    let replica = |row: replica::Model| Replica {
        id: row.id,
        host: row.host,
        version: row.version,
        part: Part {
            serves: row.serves,
            works: row.works,
        },
        started_at: timestamp(row.started_at),
        seen_at: timestamp(row.seen_at),
        open_streams: row.open_streams,
    };
    Ok(rows.into_iter().map(replica).collect())
}

/// How large the database is, and how many migrations it has.
pub(super) async fn database(db: &Db) -> Result<Database> {
    let size = if db.is_sqlite() {
        "(SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size())"
    } else {
        "pg_database_size(current_database())"
    };
    let sql = Sql::new(&format!(
        "SELECT {size} AS bytes, (SELECT COUNT(*) FROM seaql_migrations) AS migrations"
    ));
    let row = db.read().query_one_raw(sql.statement(db.backend())).await?;
    Ok(match row {
        Some(row) => Database {
            bytes: row.try_get("", "bytes")?,
            migrations: row.try_get("", "migrations")?,
        },
        None => Database::default(),
    })
}

/// The names of the migrations it has.
pub(super) async fn migrations(db: &Db) -> Result<Vec<String>> {
    let sql = Sql::new("SELECT version FROM seaql_migrations ORDER BY version");
    let rows = db.read().query_all_raw(sql.statement(db.backend())).await?;
    rows.iter().map(|row| Ok(row.try_get("", "version")?)).collect()
}

/// What it is, and which version.
pub(super) async fn server_version(db: &Db) -> Result<String> {
    let sql = if db.is_sqlite() {
        "SELECT 'SQLite ' || sqlite_version() AS version"
    } else {
        "SELECT 'PostgreSQL ' || current_setting('server_version') AS version"
    };
    let row = db.read().query_one_raw(Sql::new(sql).statement(db.backend())).await?;
    Ok(row.map_or(Ok(String::new()), |row| row.try_get("", "version"))?)
}

/// How the connection to the database is kept from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Privacy {
    /// A file, or a server on the same machine.
    Near,
    /// TLS.
    Encrypted,
    /// Whoever is between can read along.
    Open,
}

pub(super) async fn privacy(db: &Db) -> Result<Privacy> {
    if db.is_sqlite() {
        return Ok(Privacy::Near);
    }
    let sql = Sql::new(
        "SELECT s.ssl AS ssl, COALESCE(inet_client_addr() = inet_server_addr(), TRUE) AS near \
         FROM pg_stat_ssl s WHERE s.pid = pg_backend_pid()",
    );
    let row = db.read().query_one_raw(sql.statement(db.backend())).await?;
    let row = row.ok_or_else(|| ApiError::internal("a connection that the server does not know"))?;
    Ok(match (row.try_get("", "ssl")?, row.try_get("", "near")?) {
        (true, _) => Privacy::Encrypted,
        (false, true) => Privacy::Near,
        (false, false) => Privacy::Open,
    })
}

/// What its clock says, microseconds; none where it asks ours.
pub(super) async fn clock(db: &Db) -> Result<Option<i64>> {
    if db.is_sqlite() {
        return Ok(None);
    }
    let sql = Sql::new("SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000000)::bigint AS now");
    let row = db.read().query_one_raw(sql.statement(db.backend())).await?;
    Ok(row.map(|row| row.try_get("", "now")).transpose()?)
}
