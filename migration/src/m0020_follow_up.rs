//! Who is on a lead, who watches it, what people are told of, their calendars, and what a shift leaves to the next.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        following(manager).await?;
        notifications(manager).await?;
        manager
            .create_table(
                bare("calendar_feed")
                    .col(uuid("person_id"))
                    .col(text("secret_hash"))
                    .col(big_integer("created_at"))
                    .col(big_integer_null("fetched_at"))
                    .col(text_null("etag"))
                    .col(big_integer_null("changed_at"))
                    .primary_key(Index::create().col("person_id"))
                    .foreign_key(&mut references("person_id", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "calendar_feed", &["secret_hash"], true).await?;
        hand_overs(manager).await
    }
}

async fn following(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            bare("assignment")
                .col(uuid("lead_id"))
                .col(uuid("organization_id"))
                .col(uuid_null("person_id"))
                .col(uuid("assigned_by"))
                .col(big_integer("assigned_at"))
                .col(integer("version"))
                .primary_key(Index::create().col("lead_id").col("organization_id"))
                .foreign_key(&mut references("lead_id", "lead"))
                .foreign_key(&mut references("organization_id", "organization"))
                .foreign_key(&mut references("person_id", "person"))
                .foreign_key(&mut references("assigned_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "assignment", &["person_id"], false).await?;
    manager
        .create_table(
            bare("watch")
                .col(uuid("lead_id"))
                .col(uuid("person_id"))
                .col(boolean("active"))
                .col(big_integer("since"))
                .primary_key(Index::create().col("lead_id").col("person_id"))
                .foreign_key(&mut references("lead_id", "lead"))
                .foreign_key(&mut references("person_id", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "watch", &["person_id"], false).await?;
    manager
        .create_table(
            bare("comment_mention")
                .col(uuid("comment_id"))
                .col(integer("position"))
                .col(uuid("person_id"))
                .primary_key(Index::create().col("comment_id").col("position"))
                .foreign_key(&mut references("comment_id", "comment"))
                .foreign_key(&mut references("person_id", "person"))
                .to_owned(),
        )
        .await
}

async fn notifications(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("notification")
                .col(uuid("person_id"))
                .col(text("kind"))
                .col(uuid("lead_id"))
                .col(text("object_kind"))
                .col(uuid("object_id"))
                .col(text("cause"))
                .col(big_integer("created_at"))
                .col(big_integer_null("read_at"))
                .col(big_integer_null("archived_at"))
                .foreign_key(&mut references("person_id", "person"))
                .foreign_key(&mut references("lead_id", "lead"))
                .to_owned(),
        )
        .await?;
    index(manager, "notification", &["person_id", "cause"], true).await?;
    index(manager, "notification", &["person_id", "created_at", "id"], false).await?;
    index(manager, "notification", &["created_at"], false).await?;
    manager
        .create_table(
            bare("notification_preference")
                .col(uuid("person_id"))
                .col(text("kind"))
                .col(boolean("wanted"))
                .primary_key(Index::create().col("person_id").col("kind"))
                .foreign_key(&mut references("person_id", "person"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            bare("notification_cursor")
                .col(integer("id"))
                .col(big_integer("position"))
                .primary_key(Index::create().col("id"))
                .to_owned(),
        )
        .await?;
    // Nobody is told of what happened before there was anybody to tell it.
    let begin = "INSERT INTO notification_cursor (id, position) SELECT 1, COALESCE(MAX(position), 0) FROM outbox";
    manager.get_connection().execute_unprepared(begin).await.map(drop)
}

async fn hand_overs(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("hand_over")
                .col(uuid("organization_id"))
                .col(uuid("author_id"))
                .col(text("from_zone"))
                .col(text("to_zone"))
                .col(text("body"))
                .col(big_integer("created_at"))
                .col(uuid_null("acknowledged_by"))
                .col(big_integer_null("acknowledged_at"))
                .col(integer("version"))
                .foreign_key(&mut references("organization_id", "organization"))
                .foreign_key(&mut references("author_id", "person"))
                .foreign_key(&mut references("acknowledged_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "hand_over", &["organization_id", "created_at", "id"], false).await?;
    manager
        .create_table(
            bare("hand_over_reference")
                .col(uuid("hand_over_id"))
                .col(integer("position"))
                .col(uuid("lead_id"))
                .col(uuid_null("delivery_id"))
                .primary_key(Index::create().col("hand_over_id").col("position"))
                .foreign_key(&mut references("hand_over_id", "hand_over"))
                .foreign_key(&mut references("lead_id", "lead"))
                .foreign_key(&mut references("delivery_id", "delivery"))
                .to_owned(),
        )
        .await
}
