//! The audit log: entries and their sealed order, both insert-only, and which entries still wait for their place.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, insert_only, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                with_id("audit_entry")
                    .col(big_integer("at"))
                    .col(uuid_null("actor_id"))
                    .col(uuid_null("organization_id"))
                    .col(uuid_null("session_id"))
                    .col(text("category"))
                    .col(text("action"))
                    .col(text_null("object_kind"))
                    .col(uuid_null("object_id"))
                    .col(uuid_null("root_id"))
                    .col(text("detail"))
                    .to_owned(),
            )
            .await?;
        index(manager, "audit_entry", &["at", "id"], false).await?;
        index(manager, "audit_entry", &["object_id"], false).await?;
        index(manager, "audit_entry", &["actor_id"], false).await?;
        index(manager, "audit_entry", &["organization_id", "at"], false).await?;
        manager
            .create_table(
                bare("audit_pending")
                    .col(uuid("entry_id"))
                    .primary_key(Index::create().col("entry_id"))
                    .foreign_key(&mut references("entry_id", "audit_entry"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                bare("audit_link")
                    .col(big_integer("seq"))
                    .col(uuid("entry_id"))
                    .col(text("prev"))
                    .col(text("hash"))
                    .col(big_integer("sealed_at"))
                    .primary_key(Index::create().col("seq"))
                    .foreign_key(&mut references("entry_id", "audit_entry"))
                    .to_owned(),
            )
            .await?;
        index(manager, "audit_link", &["entry_id"], true).await?;
        insert_only(manager, "audit_entry", &["id"]).await?;
        insert_only(manager, "audit_link", &["seq", "entry_id"]).await?;
        Ok(())
    }
}
