//! Everything that stands in the database, so that a refusal can prove that it changed nothing.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait as _, DatabaseBackend, Statement};
use touchstone::platform::db::Db;

/// The rows of every table, as text and in order.
#[derive(Debug, PartialEq, Eq)]
pub struct Contents(BTreeMap<String, Vec<String>>);

impl Contents {
    /// Everything but the tables in `but`.
    pub async fn of(db: &Db, but: &[&str]) -> Self {
        let mut contents = BTreeMap::new();
        for table in tables(db).await {
            if !but.contains(&table.as_str()) {
                let rows = rows(db, &table).await;
                contents.insert(table, rows);
            }
        }
        Self(contents)
    }

    /// The rows of one table.
    pub fn rows(&self, table: &str) -> &[String] {
        &self.0[table]
    }

    /// What differs from an earlier state: `-` for what is gone, `+` for what came.
    pub fn changes_since(&self, earlier: &Self) -> Vec<String> {
        let mut changes = Vec::new();
        for (table, rows) in &self.0 {
            let before = &earlier.0[table];
            let gone = before.iter().filter(|row| !rows.contains(row)).map(|row| ("-", row));
            let came = rows.iter().filter(|row| !before.contains(row)).map(|row| ("+", row));
            changes.extend(gone.chain(came).map(|(sign, row)| format!("{sign} {table}: {row}")));
        }
        changes
    }
}

async fn strings(db: &Db, sql: &str) -> Vec<String> {
    let rows = db
        .read()
        .query_all_raw(Statement::from_string(db.backend(), sql))
        .await
        .unwrap();
    rows.iter().map(|row| row.try_get("", "text").unwrap()).collect()
}

async fn tables(db: &Db) -> Vec<String> {
    let sql = match db.backend() {
        // The shadow tables of the full-text index hold what the index itself shows.
        DatabaseBackend::Sqlite => {
            "SELECT name AS text FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' \
             AND name NOT LIKE 'search_text_%' ORDER BY name"
        }
        _ => {
            "SELECT table_name::text AS text FROM information_schema.tables WHERE table_schema = 'public' \
             AND table_type = 'BASE TABLE' ORDER BY table_name"
        }
    };
    strings(db, sql).await
}

async fn rows(db: &Db, table: &str) -> Vec<String> {
    let sql = match db.backend() {
        DatabaseBackend::Sqlite => {
            let columns = format!("SELECT 'quote(\"' || name || '\")' AS text FROM pragma_table_info('{table}')");
            let columns = strings(db, &columns).await.join(" || ', ' || ");
            format!("SELECT {columns} AS text FROM \"{table}\" ORDER BY 1")
        }
        _ => format!("SELECT t::text AS text FROM \"{table}\" t ORDER BY 1"),
    };
    strings(db, &sql).await
}
