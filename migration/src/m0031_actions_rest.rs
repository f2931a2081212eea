//! Why an entry of an outcome was struck, and the offline actions that a hand-over is about.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{add, bare, index, references};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["suspect_record", "seizure_line"] {
            add(manager, table, &mut text_null("struck_reason").take()).await?;
        }
        manager
            .create_table(
                bare("hand_over_action")
                    .col(uuid("hand_over_id"))
                    .col(integer("position"))
                    .col(uuid("action_id"))
                    .primary_key(Index::create().col("hand_over_id").col("position"))
                    .foreign_key(&mut references("hand_over_id", "hand_over"))
                    .foreign_key(&mut references("action_id", "offline_action"))
                    .to_owned(),
            )
            .await?;
        index(manager, "hand_over_action", &["action_id"], false).await
    }
}
