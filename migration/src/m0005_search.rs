//! The search index: tokens made by the server, in FTS5 on SQLite and in a `tsvector` on PostgreSQL.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let statements: &[&str] = match manager.get_database_backend() {
            sea_orm::DatabaseBackend::Sqlite => &[
                "CREATE TABLE search_document (kind TEXT NOT NULL, object_id BLOB NOT NULL, root_id BLOB NOT NULL, \
                 row_number INTEGER PRIMARY KEY, UNIQUE (kind, object_id))",
                "CREATE VIRTUAL TABLE search_text USING fts5(tokens, tokenize = 'unicode61 remove_diacritics 0')",
            ],
            _ => &[
                "CREATE TABLE search_document (kind TEXT NOT NULL, object_id UUID NOT NULL, root_id UUID NOT NULL, \
                 tokens TSVECTOR NOT NULL, PRIMARY KEY (kind, object_id))",
                "CREATE INDEX ix_search_document_tokens ON search_document USING gin (tokens)",
            ],
        };
        for statement in statements {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }
}
