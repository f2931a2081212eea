//! The SQL of backups: what a database holds, and how it is copied as it stands at one moment.

use std::{collections::BTreeMap, path::Path};

use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseTransaction, EntityTrait as _, IsolationLevel, QueryOrder as _,
    TransactionTrait as _,
};

use super::rules::{Contents, Head};
use crate::platform::{
    db::{Db, Sql},
    error::Result,
};
use entity::audit_link;

/// Every table of ours; what a full-text index keeps for itself is part of that index.
async fn tables(connection: &impl ConnectionTrait) -> Result<Vec<String>> {
    let backend = connection.get_database_backend();
    let sql = if backend == sea_orm::DatabaseBackend::Sqlite {
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' \
         AND name NOT LIKE 'search\\_text\\_%' ESCAPE '\\' ORDER BY name"
    } else {
        "SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public' \
         AND table_type = 'BASE TABLE' ORDER BY table_name"
    };
    let rows = connection.query_all_raw(Sql::new(sql).statement(backend)).await?;
    rows.iter().map(|row| Ok(row.try_get("", "name")?)).collect()
}

/// Whether nothing is there.
pub(super) async fn is_empty(db: &Db) -> Result<bool> {
    Ok(tables(db.read()).await?.is_empty())
}

/// What a database holds.
pub(super) async fn contents(connection: &impl ConnectionTrait) -> Result<Contents> {
    let backend = connection.get_database_backend();
    let mut rows = BTreeMap::new();
    for table in tables(connection).await? {
        let sql = Sql::new(&format!("SELECT COUNT(*) AS found FROM \"{table}\""));
        let row = connection.query_one_raw(sql.statement(backend)).await?;
        let found: i64 = row.map_or(Ok(0), |row| row.try_get("", "found"))?;
        rows.insert(table, found);
    }
    let sql = Sql::new("SELECT version FROM seaql_migrations ORDER BY version");
    let migrations = connection.query_all_raw(sql.statement(backend)).await?;
    let end = audit_link::Entity::find()
        .order_by_desc(audit_link::Column::Seq)
        .one(connection)
        .await?;
    Ok(Contents {
        migrations: migrations
            .iter()
            .map(|row| Ok(row.try_get("", "version")?))
            .collect::<Result<_>>()?,
        rows,
        audit: end.map(|end| Head {
            links: end.seq,
            hash: end.hash,
        }),
    })
}

/// Writes the SQLite database into a new file, as it stands when this begins; writers go on.
pub(super) async fn copy_into(db: &Db, file: &Path) -> Result<()> {
    let mut sql = Sql::new("VACUUM INTO ");
    sql.bind(file.display().to_string());
    db.write().execute_raw(sql.statement(db.backend())).await?;
    Ok(())
}

/// What SQLite finds wrong with a file: broken pages, rows that refer to nothing. Nothing, in a good one.
pub(super) async fn faults(db: &Db) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    let checked = Sql::new("PRAGMA integrity_check(10)").statement(db.backend());
    for row in db.read().query_all_raw(checked).await? {
        let said: String = row.try_get("", "integrity_check")?;
        if said != "ok" {
            faults.push(said);
        }
    }
    let dangling = Sql::new("PRAGMA foreign_key_check").statement(db.backend());
    for row in db.read().query_all_raw(dangling).await? {
        let table: String = row.try_get("", "table")?;
        faults.push(format!("a row of {table} refers to nothing"));
    }
    Ok(faults)
}

/// One moment of a PostgreSQL database, which other connections can look at under its name until it is dropped.
pub(super) struct Moment {
    pub(super) transaction: DatabaseTransaction,
    pub(super) name: String,
}

/// Holds the present moment of a PostgreSQL database.
pub(super) async fn moment(db: &Db) -> Result<Moment> {
    let transaction = db
        .read()
        .begin_with_config(Some(IsolationLevel::RepeatableRead), Some(AccessMode::ReadOnly))
        .await?;
    for limit in ["statement_timeout", "idle_in_transaction_session_timeout"] {
        let lifted = format!("SET LOCAL {limit} = 0");
        transaction.execute_unprepared(&lifted).await?;
    }
    let sql = Sql::new("SELECT pg_export_snapshot() AS name");
    let row = transaction.query_one_raw(sql.statement(db.backend())).await?;
    let name = row.map_or(Ok(String::new()), |row| row.try_get("", "name"))?;
    Ok(Moment { transaction, name })
}
