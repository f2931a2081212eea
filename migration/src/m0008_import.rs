//! Lines of imported files that became leads.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, references};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                bare("import_line")
                    .col(uuid("organization_id"))
                    .col(text("hash"))
                    .col(uuid("lead_id"))
                    .primary_key(Index::create().col("organization_id").col("hash"))
                    .foreign_key(&mut references("organization_id", "organization"))
                    .foreign_key(&mut references("lead_id", "lead"))
                    .to_owned(),
            )
            .await
    }
}
