//! Mails that go out once, and which leads the digests have told of.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                with_id("mail")
                    .col(uuid("person_id"))
                    .col(text("kind"))
                    .col(big_integer("window_start"))
                    .col(uuid_null("subject_id"))
                    .col(text("state"))
                    .col(integer("attempts"))
                    .col(big_integer("not_before"))
                    .col(big_integer_null("claimed_at"))
                    .col(big_integer_null("settled_at"))
                    .col(text_null("message_id"))
                    .col(text_null("error"))
                    .col(big_integer("created_at"))
                    .foreign_key(&mut references("person_id", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "mail", &["person_id", "kind", "window_start"], true).await?;
        index(manager, "mail", &["state", "not_before"], false).await?;
        manager
            .create_table(
                bare("digest_lead")
                    .col(uuid("person_id"))
                    .col(uuid("lead_id"))
                    .col(big_integer("window_start"))
                    .primary_key(Index::create().col("person_id").col("lead_id"))
                    .foreign_key(&mut references("person_id", "person"))
                    .foreign_key(&mut references("lead_id", "lead"))
                    .to_owned(),
            )
            .await?;
        index(manager, "digest_lead", &["window_start"], false).await?;
        Ok(())
    }
}
