//! What those who run the service look at: how each job ended last, and which processes are there.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                bare("job_run")
                    .col(text("name"))
                    .col(text("schedule"))
                    .col(big_integer_null("started_at"))
                    .col(big_integer_null("finished_at"))
                    .col(text_null("result"))
                    .col(text_null("error"))
                    .col(big_integer("runs"))
                    .col(big_integer("failures"))
                    .primary_key(Index::create().col("name"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                with_id("replica")
                    .col(text("host"))
                    .col(text("version"))
                    .col(boolean("serves"))
                    .col(boolean("works"))
                    .col(big_integer("started_at"))
                    .col(big_integer("seen_at"))
                    .col(big_integer("open_streams"))
                    .to_owned(),
            )
            .await?;
        // How many mails went out today, and how many failed, is asked of a table that only grows.
        index(manager, "mail", &["state", "settled_at"], false).await
    }
}
