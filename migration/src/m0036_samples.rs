//! Samples: each bought good is a piece of evidence, and what becomes of it stands beside that.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{add, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add(manager, "evidence_item", &mut big_integer_null("kept_until")).await?;
        manager
            .create_table(
                with_id("sample")
                    .col(text("reference"))
                    .col(uuid("purchase_id"))
                    .col(uuid("evidence_id"))
                    .col(uuid("lead_id"))
                    .col(uuid("organization_id"))
                    .col(uuid("brand_id"))
                    .col(integer("number"))
                    .col(text("label"))
                    .col(text_null("place"))
                    .col(big_integer("received_at"))
                    .col(big_integer_null("retained_until"))
                    .col(text_null("disposal"))
                    .col(big_integer_null("disposed_at"))
                    .col(uuid_null("disposed_by"))
                    .col(text_null("disposal_note"))
                    .col(boolean("quality_due"))
                    .col(big_integer_null("retention_told_at"))
                    .col(integer("version"))
                    .foreign_key(&mut references("purchase_id", "purchase"))
                    .foreign_key(&mut references("evidence_id", "evidence_item"))
                    .foreign_key(&mut references("lead_id", "lead"))
                    .foreign_key(&mut references("organization_id", "organization"))
                    .foreign_key(&mut references("brand_id", "brand"))
                    .foreign_key(&mut references("disposed_by", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "sample", &["reference"], true).await?;
        index(manager, "sample", &["purchase_id", "number"], true).await?;
        index(manager, "sample", &["evidence_id"], true).await?;
        index(manager, "sample", &["lead_id"], false).await?;
        index(manager, "sample", &["organization_id"], false).await?;
        index(manager, "sample", &["brand_id"], false).await?;
        index(manager, "sample", &["disposed_by"], false).await?;
        index(manager, "sample", &["received_at", "id"], false).await?;
        index(manager, "sample", &["disposal", "retained_until"], false).await
    }
}
