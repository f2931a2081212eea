//! How each person is told of what: in the portal, in the next digest or by a mail of its own; leads of which a person wants to
//! hear nothing; and what came back of mails.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{add, bare, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        channels(manager).await?;
        mutes(manager).await?;
        trouble(manager).await
    }
}

/// Preferences keep what older versions write and read: whether somebody is told at all.
async fn channels(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    add(manager, "notification_preference", &mut text_null("channel")).await?;
    add(manager, "notification", &mut text_null("mail")).await?;
    add(manager, "notification", &mut uuid_null("told_in")).await?;
    index(manager, "notification", &["mail", "person_id", "created_at"], false).await
}

async fn mutes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            bare("notification_mute")
                .col(uuid("person_id"))
                .col(uuid("lead_id"))
                .col(big_integer("until"))
                .col(big_integer("created_at"))
                .primary_key(Index::create().col("person_id").col("lead_id"))
                .foreign_key(&mut references("person_id", "person"))
                .foreign_key(&mut references("lead_id", "lead"))
                .to_owned(),
        )
        .await?;
    index(manager, "notification_mute", &["lead_id"], false).await
}

async fn trouble(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("mail_trouble")
                .col(uuid("person_id"))
                .col(uuid("mail_id"))
                .col(text("kind"))
                .col(text_null("status"))
                .col(big_integer("at"))
                .col(text("digest"))
                .foreign_key(&mut references("person_id", "person"))
                .foreign_key(&mut references("mail_id", "mail"))
                .to_owned(),
        )
        .await?;
    index(manager, "mail_trouble", &["digest"], true).await?;
    index(manager, "mail_trouble", &["person_id", "at"], false).await?;
    index(manager, "mail_trouble", &["mail_id"], false).await?;
    add(manager, "person", &mut big_integer_null("mail_suspended_at")).await?;
    add(manager, "person", &mut text_null("mail_suspended_why")).await
}
