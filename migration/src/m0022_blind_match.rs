//! Blind matches: that two organisations know the same identifier, and what each of them wants.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        matches(manager).await?;
        sides(manager).await?;
        manager
            .create_table(
                bare("blind_matching")
                    .col(uuid("lead_id"))
                    .col(boolean("opted_in"))
                    .col(uuid("changed_by"))
                    .col(big_integer("changed_at"))
                    .col(integer("version"))
                    .primary_key(Index::create().col("lead_id"))
                    .foreign_key(&mut references("lead_id", "lead"))
                    .foreign_key(&mut references("changed_by", "person"))
                    .to_owned(),
            )
            .await?;
        comparing(manager).await
    }
}

async fn matches(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("blind_match")
                .col(text("hash"))
                .col(uuid("first_id"))
                .col(uuid("second_id"))
                .col(text("kind"))
                .col(text("strength"))
                .col(text("extent"))
                .col(big_integer("signalled_at"))
                .col(big_integer_null("opened_at"))
                .col(uuid_null("group_id"))
                .col(big_integer_null("retired_at"))
                .foreign_key(&mut references("first_id", "organization"))
                .foreign_key(&mut references("second_id", "organization"))
                .foreign_key(&mut references("group_id", "sharing_group"))
                .to_owned(),
        )
        .await?;
    index(manager, "blind_match", &["hash", "first_id", "second_id"], true).await?;
    index(manager, "blind_match", &["retired_at"], false).await
}

async fn sides(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("blind_match_side")
                .col(uuid("match_id"))
                .col(uuid("organization_id"))
                .col(big_integer("signalled_at"))
                .col(text("choice"))
                .col(big_integer("chosen_at"))
                .col(uuid_null("proposed_by"))
                .col(uuid_null("agreed_by"))
                .col(text_null("note"))
                .col(integer("version"))
                .foreign_key(&mut references("match_id", "blind_match"))
                .foreign_key(&mut references("organization_id", "organization"))
                .foreign_key(&mut references("proposed_by", "person"))
                .foreign_key(&mut references("agreed_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "blind_match_side", &["match_id", "organization_id"], true).await?;
    index(
        manager,
        "blind_match_side",
        &["organization_id", "signalled_at", "id"],
        false,
    )
    .await?;
    manager
        .create_table(
            bare("blind_match_lead")
                .col(uuid("side_id"))
                .col(uuid("lead_id"))
                .primary_key(Index::create().col("side_id").col("lead_id"))
                .foreign_key(&mut references("side_id", "blind_match_side"))
                .foreign_key(&mut references("lead_id", "lead"))
                .to_owned(),
        )
        .await?;
    index(manager, "blind_match_lead", &["lead_id"], false).await?;
    manager
        .create_table(
            bare("blind_match_sighting")
                .col(uuid("side_id"))
                .col(uuid("person_id"))
                .col(text("what"))
                .col(big_integer("seen_at"))
                .primary_key(Index::create().col("side_id").col("person_id").col("what"))
                .foreign_key(&mut references("side_id", "blind_match_side"))
                .foreign_key(&mut references("person_id", "person"))
                .to_owned(),
        )
        .await
}

/// What is to be compared: from now on by what happens, and once all that is there already.
async fn comparing(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            bare("blind_match_due")
                .col(text("hash").primary_key())
                .col(big_integer("due_at"))
                .to_owned(),
        )
        .await?;
    index(manager, "blind_match_due", &["due_at"], false).await?;
    manager
        .create_table(
            bare("blind_match_cursor")
                .col(integer("id"))
                .col(big_integer("position"))
                .primary_key(Index::create().col("id"))
                .to_owned(),
        )
        .await?;
    let connection = manager.get_connection();
    for statement in [
        "INSERT INTO blind_match_cursor (id, position) SELECT 1, COALESCE(MAX(position), 0) FROM outbox",
        "INSERT INTO blind_match_due (hash, due_at) SELECT hash, 0 FROM identifier_use WHERE holders > 1",
    ] {
        connection.execute_unprepared(statement).await?;
    }
    Ok(())
}
