//! Service accounts of organisations: what each may do, from where, and what it proves itself with.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{add, bare, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add(manager, "person", boolean("is_service").default(false)).await?;
        accounts(manager).await?;
        credentials(manager).await?;
        manager
            .create_table(
                bare("used_assertion")
                    .col(uuid("account_id"))
                    .col(text("jti"))
                    .col(big_integer("expires_at"))
                    .primary_key(Index::create().col("account_id").col("jti"))
                    .foreign_key(&mut references("account_id", "service_account"))
                    .to_owned(),
            )
            .await?;
        index(manager, "used_assertion", &["expires_at"], false).await
    }
}

async fn accounts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("service_account")
                .col(uuid("organization_id"))
                .col(text("name"))
                .col(text_null("description"))
                .col(text("scopes"))
                .col(text("networks"))
                .col(boolean("sandbox"))
                .col(text("state"))
                .col(uuid_null("suspended_by"))
                .col(uuid("created_by"))
                .col(big_integer_null("last_used_at"))
                .col(text_null("last_network"))
                .col(big_integer_null("last_refused_at"))
                .col(integer("version"))
                .col(big_integer("created_at"))
                .col(big_integer("updated_at"))
                .foreign_key(&mut references("id", "person"))
                .foreign_key(&mut references("organization_id", "organization"))
                .foreign_key(&mut references("suspended_by", "organization"))
                .foreign_key(&mut references("created_by", "person"))
                .to_owned(),
        )
        .await?;
    index(
        manager,
        "service_account",
        &["organization_id", "created_at", "id"],
        false,
    )
    .await?;
    index(manager, "service_account", &["suspended_by"], false).await?;
    index(manager, "service_account", &["created_by"], false).await
}

async fn credentials(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("service_credential")
                .col(uuid("account_id"))
                .col(text("kind"))
                .col(text("hint"))
                .col(text_null("hash"))
                .col(text_null("jwk"))
                .col(big_integer("created_at"))
                .col(big_integer("expires_at"))
                .col(big_integer_null("revoked_at"))
                .col(big_integer_null("last_used_at"))
                .foreign_key(&mut references("account_id", "service_account"))
                .to_owned(),
        )
        .await?;
    index(manager, "service_credential", &["account_id"], false).await
}
