//! Short words for the shapes that every migration uses.

use sea_orm_migration::{prelude::*, schema};

/// A new table with a UUID primary key `id`.
pub(crate) fn with_id(name: &'static str) -> TableCreateStatement {
    let mut table = bare(name);
    table.col(schema::uuid("id").primary_key());
    table
}

/// A new table without columns.
pub(crate) fn bare(name: &'static str) -> TableCreateStatement {
    Table::create().table(name).to_owned()
}

/// Adds a column to a table.
pub(crate) async fn add(manager: &SchemaManager<'_>, table: &'static str, column: &mut ColumnDef) -> Result<(), DbErr> {
    let mut change = Table::alter();
    manager
        .alter_table(change.table(table).add_column(column).to_owned())
        .await
}

/// A foreign key from `column` of the table to `id` of `target`.
pub(crate) fn references(column: &'static str, target: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from_col(column).to(target, "id").to_owned()
}

/// Creates an index named after its table and columns.
pub(crate) async fn index(
    manager: &SchemaManager<'_>,
    table: &'static str,
    columns: &[&'static str],
    unique: bool,
) -> Result<(), DbErr> {
    let mut index = Index::create();
    index.name(format!("ix_{table}_{}", columns.join("_"))).table(table);
    for column in columns {
        index.col(*column);
    }
    if unique {
        index.unique();
    }
    manager.create_index(index).await
}

/// Makes a table insert-only: on both databases a trigger refuses UPDATE and DELETE, on PostgreSQL TRUNCATE too.
///
/// SQLite's `INSERT OR REPLACE` deletes without firing delete triggers unless `recursive_triggers` is on, so a third
/// trigger refuses the insertion of a key that is there already. `keys` are all columns that are unique; the row's hidden
/// number is one more.
pub(crate) async fn insert_only(manager: &SchemaManager<'_>, table: &str, keys: &[&str]) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    match manager.get_database_backend() {
        sea_orm::DatabaseBackend::Sqlite => {
            for event in ["UPDATE", "DELETE"] {
                connection
                    .execute_unprepared(&format!(
                        "CREATE TRIGGER {table}_no_{} BEFORE {event} ON {table} \
                         BEGIN SELECT RAISE(ABORT, '{table} is insert-only'); END",
                        event.to_lowercase()
                    ))
                    .await?;
            }
            let taken = keys.iter().chain(&["rowid"]);
            let taken: Vec<String> = taken
                .map(|key| format!("EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})"))
                .collect();
            connection
                .execute_unprepared(&format!(
                    "CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {} \
                     BEGIN SELECT RAISE(ABORT, '{table} is insert-only'); END",
                    taken.join(" OR ")
                ))
                .await?;
        }
        _ => {
            connection
                .execute_unprepared(
                    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS \
                     $$ BEGIN RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME; END $$",
                )
                .await?;
            connection
                .execute_unprepared(&format!(
                    "CREATE TRIGGER {table}_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} \
                     FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
                ))
                .await?;
        }
    }
    Ok(())
}
