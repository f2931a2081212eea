//! How much each person and service account may still ask, over all processes together.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                bare("quota")
                    .col(uuid("person_id").primary_key())
                    .col(big_integer("full_at"))
                    .foreign_key(&mut references("person_id", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "quota", &["full_at"], false).await
    }
}
