//! To whom each lead was shown.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                bare("sighting")
                    .col(uuid("lead_id"))
                    .col(uuid("person_id"))
                    .col(uuid("id"))
                    .col(big_integer("first_at"))
                    .col(big_integer("last_at"))
                    .col(text("tlp"))
                    .primary_key(Index::create().col("lead_id").col("person_id"))
                    .foreign_key(&mut references("lead_id", "lead"))
                    .foreign_key(&mut references("person_id", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "sighting", &["lead_id", "first_at", "id"], false).await
    }
}
