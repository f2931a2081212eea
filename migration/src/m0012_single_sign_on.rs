//! Organisations' own providers, the domains they speak for, and whom they have vouched for.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                bare("single_sign_on")
                    .col(uuid("organization_id"))
                    .col(text("issuer"))
                    .col(text("client_id"))
                    .col(text("client_secret"))
                    .col(boolean("enforced"))
                    .col(big_integer_null("verified_at"))
                    .col(integer("version"))
                    .col(big_integer("created_at"))
                    .col(big_integer("updated_at"))
                    .primary_key(Index::create().col("organization_id"))
                    .foreign_key(&mut references("organization_id", "organization"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                bare("single_sign_on_domain")
                    .col(text("domain"))
                    .col(uuid("organization_id"))
                    .primary_key(Index::create().col("domain"))
                    .foreign_key(&mut references("organization_id", "organization"))
                    .to_owned(),
            )
            .await?;
        index(manager, "single_sign_on_domain", &["organization_id"], false).await?;
        manager
            .create_table(
                bare("single_sign_on_identity")
                    .col(uuid("organization_id"))
                    .col(text("subject"))
                    .col(uuid("person_id"))
                    .col(big_integer("created_at"))
                    .primary_key(Index::create().col("organization_id").col("subject"))
                    .foreign_key(&mut references("organization_id", "organization"))
                    .foreign_key(&mut references("person_id", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "single_sign_on_identity", &["person_id"], true).await
    }
}
