//! What was in suspense may find its place more than once: the first one was wrong and was taken back. That it has one place at
//! a time is seen to while nobody else moves the fund's money.

use sea_orm_migration::{prelude::*, sea_orm::DatabaseBackend};

use crate::table::index;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// No entry takes the key of another one, nor is another one taken back twice.
const KEPT: &str = "CREATE TRIGGER ledger_entry_no_replace BEFORE INSERT ON ledger_entry \
    WHEN EXISTS (SELECT 1 FROM ledger_entry WHERE id = NEW.id) \
    OR EXISTS (SELECT 1 FROM ledger_entry WHERE reverses_id = NEW.reverses_id) \
    OR EXISTS (SELECT 1 FROM ledger_entry WHERE bank_line = NEW.bank_line) \
    OR EXISTS (SELECT 1 FROM ledger_entry WHERE rowid = NEW.rowid) \
    BEGIN SELECT RAISE(ABORT, 'ledger_entry is insert-only'); END";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        connection
            .execute_unprepared("DROP INDEX IF EXISTS ix_ledger_entry_clears_id")
            .await?;
        index(manager, "ledger_entry", &["clears_id"], false).await?;
        if manager.get_database_backend() == DatabaseBackend::Sqlite {
            connection
                .execute_unprepared("DROP TRIGGER ledger_entry_no_replace")
                .await?;
            connection.execute_unprepared(KEPT).await?;
        }
        Ok(())
    }
}
