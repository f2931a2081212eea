//! What came in by ingest: which lead each listing became, streams of lines with how far they are, and what of them became no
//! lead.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        listings(manager).await?;
        runs(manager).await?;
        lines(manager).await
    }
}

async fn listings(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("ingested_listing")
                .col(uuid("organization_id"))
                .col(uuid("account_id"))
                .col(uuid("lead_id"))
                .col(uuid_null("item_id"))
                .col(text_null("external_id"))
                .col(big_integer("created_at"))
                .foreign_key(&mut references("organization_id", "organization"))
                .foreign_key(&mut references("account_id", "person"))
                .foreign_key(&mut references("lead_id", "lead"))
                .foreign_key(&mut references("item_id", "lead_item"))
                .to_owned(),
        )
        .await?;
    index(manager, "ingested_listing", &["lead_id"], true).await?;
    index(
        manager,
        "ingested_listing",
        &["organization_id", "created_at", "id"],
        false,
    )
    .await?;
    index(manager, "ingested_listing", &["organization_id", "external_id"], false).await?;
    index(manager, "ingested_listing", &["account_id"], false).await?;
    index(manager, "ingested_listing", &["item_id"], false).await
}

async fn runs(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("ingest_run")
                .col(uuid("person_id"))
                .col(uuid("organization_id"))
                .col(uuid_null("brand_id"))
                .col(text("tlp"))
                .col(boolean("draft"))
                .col(boolean("dry_run"))
                .col(text("state"))
                .col(big_integer("lines_done"))
                .col(big_integer("created"))
                .col(big_integer("already_there"))
                .col(big_integer("duplicates"))
                .col(big_integer("refused"))
                .col(big_integer("bytes"))
                .col(big_integer_null("lease_until"))
                .col(big_integer("created_at"))
                .col(big_integer("updated_at"))
                .foreign_key(&mut references("person_id", "person"))
                .foreign_key(&mut references("organization_id", "organization"))
                .foreign_key(&mut references("brand_id", "brand"))
                .to_owned(),
        )
        .await?;
    index(manager, "ingest_run", &["person_id", "created_at", "id"], false).await?;
    index(manager, "ingest_run", &["organization_id"], false).await?;
    index(manager, "ingest_run", &["brand_id"], false).await?;
    index(manager, "ingest_run", &["state", "updated_at"], false).await
}

async fn lines(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            bare("ingest_line")
                .col(uuid("run_id"))
                .col(big_integer("line"))
                .col(text("outcome"))
                .col(text_null("reason"))
                .col(text_null("text"))
                .col(uuid_null("lead_id"))
                .primary_key(Index::create().col("run_id").col("line"))
                .foreign_key(&mut references("run_id", "ingest_run"))
                .foreign_key(&mut references("lead_id", "lead"))
                .to_owned(),
        )
        .await?;
    index(manager, "ingest_line", &["lead_id"], false).await
}
