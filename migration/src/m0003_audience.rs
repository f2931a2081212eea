//! Who sees what, as data: audience rows and walls.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                bare("audience")
                    .col(text("kind"))
                    .col(uuid("object_id"))
                    .col(uuid("root_id"))
                    .col(text("principal"))
                    .col(big_integer("valid_until"))
                    .col(boolean("open"))
                    .col(big_integer("created_at"))
                    .col(big_integer("due_at"))
                    .col(integer("priority"))
                    .primary_key(Index::create().col("kind").col("object_id").col("principal"))
                    .to_owned(),
            )
            .await?;
        index(
            manager,
            "audience",
            &["kind", "principal", "created_at", "object_id"],
            false,
        )
        .await?;
        index(
            manager,
            "audience",
            &["kind", "principal", "due_at", "object_id"],
            false,
        )
        .await?;
        index(
            manager,
            "audience",
            &["kind", "principal", "priority", "object_id"],
            false,
        )
        .await?;
        index(manager, "audience", &["root_id"], false).await?;
        manager
            .create_table(
                bare("wall")
                    .col(uuid("root_id"))
                    .col(uuid("organization_id"))
                    .primary_key(Index::create().col("root_id").col("organization_id"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }
}
