//! By what purchases are compared: with each other, so that no buyer is met twice, and with offline actions.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                bare("purchase_mark")
                    .col(uuid("purchase_id"))
                    .col(text("kind"))
                    .col(text("hash"))
                    .primary_key(Index::create().col("purchase_id").col("kind").col("hash"))
                    .foreign_key(&mut references("purchase_id", "purchase"))
                    .to_owned(),
            )
            .await?;
        index(manager, "purchase_mark", &["hash", "kind"], false).await?;
        manager
            .create_table(
                with_id("purchase_clash")
                    .col(uuid("purchase_id"))
                    .col(uuid("action_id"))
                    .col(text("kinds"))
                    .col(text("state"))
                    .col(text_null("resolution"))
                    .col(text_null("note"))
                    .col(big_integer("found_at"))
                    .col(big_integer_null("resolved_at"))
                    .col(uuid_null("resolved_by"))
                    .col(integer("version"))
                    .foreign_key(&mut references("purchase_id", "purchase"))
                    .foreign_key(&mut references("action_id", "offline_action"))
                    .foreign_key(&mut references("resolved_by", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "purchase_clash", &["purchase_id", "action_id"], true).await?;
        index(manager, "purchase_clash", &["action_id"], false).await?;
        index(manager, "purchase_clash", &["resolved_by"], false).await?;
        index(manager, "purchase_clash", &["state", "found_at", "id"], false).await
    }
}
