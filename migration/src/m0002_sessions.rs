//! Sessions, refresh tokens, the sign-in back-off, invitations and idempotency keys.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                with_id("session")
                    .col(uuid("person_id"))
                    .col(big_integer("created_at"))
                    .col(big_integer("expires_at"))
                    .col(big_integer_null("revoked_at"))
                    .col(text_null("revoked_why"))
                    .col(text_null("user_agent"))
                    .foreign_key(&mut references("person_id", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "session", &["person_id"], false).await?;
        manager
            .create_table(
                bare("refresh_token")
                    .col(text("hash"))
                    .col(uuid("session_id"))
                    .col(big_integer("created_at"))
                    .col(big_integer("expires_at"))
                    .col(big_integer_null("used_at"))
                    .primary_key(Index::create().col("hash"))
                    .foreign_key(&mut references("session_id", "session"))
                    .to_owned(),
            )
            .await?;
        index(manager, "refresh_token", &["session_id"], false).await?;
        manager
            .create_table(
                bare("sign_in_failure")
                    .col(text("key"))
                    .col(integer("failures"))
                    .col(big_integer("blocked_until"))
                    .col(big_integer("updated_at"))
                    .primary_key(Index::create().col("key"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                with_id("invitation")
                    .col(uuid("person_id"))
                    .col(text_null("token_hash"))
                    .col(big_integer("created_at"))
                    .col(big_integer("expires_at"))
                    .col(big_integer_null("accepted_at"))
                    .col(big_integer_null("superseded_at"))
                    .foreign_key(&mut references("person_id", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "invitation", &["person_id"], false).await?;
        index(manager, "invitation", &["token_hash"], false).await?;
        manager
            .create_table(
                bare("idempotency_key")
                    .col(uuid("person_id"))
                    .col(text("mutation"))
                    .col(text("key"))
                    .col(text("input_hash"))
                    .col(text("result_ids"))
                    .col(big_integer("created_at"))
                    .primary_key(Index::create().col("person_id").col("mutation").col("key"))
                    .to_owned(),
            )
            .await?;
        index(manager, "idempotency_key", &["created_at"], false).await?;
        Ok(())
    }
}
