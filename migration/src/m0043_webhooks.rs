//! Webhooks: where they go, what waits, and what came of each attempt.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        endpoints(manager).await?;
        messages(manager).await?;
        attempts(manager).await?;
        cursor(manager).await
    }
}

async fn endpoints(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("webhook_endpoint")
                .col(uuid("account_id"))
                .col(uuid("organization_id"))
                .col(text("url"))
                .col(text_null("description"))
                .col(text("kinds"))
                .col(text("secret"))
                .col(text_null("old_secret"))
                .col(big_integer_null("old_until"))
                .col(text("state"))
                .col(big_integer_null("failing_since"))
                .col(uuid("created_by"))
                .col(integer("version"))
                .col(big_integer("created_at"))
                .col(big_integer("updated_at"))
                .foreign_key(&mut references("account_id", "person"))
                .foreign_key(&mut references("organization_id", "organization"))
                .foreign_key(&mut references("created_by", "person"))
                .to_owned(),
        )
        .await?;
    index(
        manager,
        "webhook_endpoint",
        &["organization_id", "created_at", "id"],
        false,
    )
    .await?;
    index(manager, "webhook_endpoint", &["account_id"], false).await?;
    index(manager, "webhook_endpoint", &["created_by"], false).await
}

async fn messages(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("webhook_message")
                .col(uuid("endpoint_id"))
                .col(uuid("event_id"))
                .col(text("kind"))
                .col(uuid("root_id"))
                .col(text("object_kind"))
                .col(uuid("object_id"))
                .col(text("state"))
                .col(integer("attempts"))
                .col(big_integer("not_before"))
                .col(big_integer_null("claimed_at"))
                .col(big_integer_null("settled_at"))
                .col(integer_null("status"))
                .col(text_null("error"))
                .col(big_integer("position"))
                .col(big_integer("occurred_at"))
                .col(big_integer("created_at"))
                .foreign_key(&mut references("endpoint_id", "webhook_endpoint"))
                .to_owned(),
        )
        .await?;
    index(manager, "webhook_message", &["endpoint_id", "event_id"], true).await?;
    index(manager, "webhook_message", &["state", "not_before", "id"], false).await?;
    index(
        manager,
        "webhook_message",
        &["endpoint_id", "root_id", "position"],
        false,
    )
    .await?;
    index(manager, "webhook_message", &["endpoint_id", "state"], false).await?;
    index(manager, "webhook_message", &["endpoint_id", "created_at", "id"], false).await
}

async fn attempts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            bare("webhook_attempt")
                .col(uuid("message_id"))
                .col(integer("number"))
                .col(big_integer("at"))
                .col(integer_null("status"))
                .col(text_null("error"))
                .col(integer("millis"))
                .primary_key(Index::create().col("message_id").col("number"))
                .foreign_key(&mut references("message_id", "webhook_message"))
                .to_owned(),
        )
        .await
}

async fn cursor(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            bare("webhook_cursor")
                .col(integer("id"))
                .col(big_integer("position"))
                .primary_key(Index::create().col("id"))
                .to_owned(),
        )
        .await?;
    // Nobody is told of what happened before there was anybody to tell it.
    let begin = "INSERT INTO webhook_cursor (id, position) SELECT 1, COALESCE(MAX(position), 0) FROM outbox";
    manager.get_connection().execute_unprepared(begin).await.map(drop)
}
