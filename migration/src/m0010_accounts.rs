//! Second factors, password resets, and what a person is shown of its sessions.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [
            ("person", big_integer_null("second_factor_at")),
            ("session", big_integer_null("last_seen_at")),
            ("session", text_null("network")),
        ] {
            let mut alter = Table::alter();
            manager
                .alter_table(alter.table(table).add_column(column).to_owned())
                .await?;
        }
        index(manager, "session", &["expires_at"], false).await?;
        factors(manager).await?;
        manager
            .create_table(
                bare("challenge")
                    .col(text("token_hash"))
                    .col(uuid("person_id"))
                    .col(text("purpose"))
                    .col(text_null("state"))
                    .col(big_integer("created_at"))
                    .col(big_integer("expires_at"))
                    .primary_key(Index::create().col("token_hash"))
                    .foreign_key(&mut references("person_id", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "challenge", &["person_id"], false).await?;
        index(manager, "challenge", &["expires_at"], false).await?;
        manager
            .create_table(
                with_id("password_reset")
                    .col(uuid("person_id"))
                    .col(text_null("token_hash"))
                    .col(big_integer("created_at"))
                    .col(big_integer("expires_at"))
                    .foreign_key(&mut references("person_id", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "password_reset", &["person_id"], false).await?;
        index(manager, "password_reset", &["token_hash"], false).await?;
        index(manager, "password_reset", &["expires_at"], false).await
    }
}

/// What a person proves itself with beside the password.
async fn factors(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            bare("totp")
                .col(uuid("person_id"))
                .col(text_null("secret"))
                .col(big_integer_null("since"))
                .col(big_integer("last_step"))
                .col(text_null("pending"))
                .col(big_integer_null("pending_until"))
                .primary_key(Index::create().col("person_id"))
                .foreign_key(&mut references("person_id", "person"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            bare("recovery_code")
                .col(uuid("person_id"))
                .col(text("hash"))
                .col(big_integer("created_at"))
                .col(big_integer_null("used_at"))
                .primary_key(Index::create().col("person_id").col("hash"))
                .foreign_key(&mut references("person_id", "person"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            with_id("passkey")
                .col(uuid("person_id"))
                .col(text("name"))
                .col(text("credential_id"))
                .col(text("credential"))
                .col(big_integer("created_at"))
                .col(big_integer_null("last_used_at"))
                .foreign_key(&mut references("person_id", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "passkey", &["person_id"], false).await?;
    index(manager, "passkey", &["credential_id"], true).await
}
