//! Saved views of lists, and exports of leads.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                with_id("saved_view")
                    .col(uuid("owner_id"))
                    .col(uuid("organization_id"))
                    .col(text("list"))
                    .col(text("name"))
                    .col(text("filter"))
                    .col(text_null("order_by"))
                    .col(boolean("shared"))
                    .col(integer("version"))
                    .col(big_integer("created_at"))
                    .foreign_key(&mut references("owner_id", "person"))
                    .foreign_key(&mut references("organization_id", "organization"))
                    .to_owned(),
            )
            .await?;
        index(manager, "saved_view", &["owner_id"], false).await?;
        index(manager, "saved_view", &["organization_id"], false).await?;
        manager
            .create_table(
                bare("saved_view_default")
                    .col(uuid("person_id"))
                    .col(text("list"))
                    .col(uuid("view_id"))
                    .primary_key(Index::create().col("person_id").col("list"))
                    .foreign_key(&mut references("person_id", "person"))
                    .foreign_key(&mut references("view_id", "saved_view"))
                    .to_owned(),
            )
            .await?;
        index(manager, "saved_view_default", &["view_id"], false).await?;
        manager
            .create_table(
                with_id("export")
                    .col(uuid("person_id"))
                    .col(text("format"))
                    .col(text("request"))
                    .col(text("state"))
                    .col(big_integer("rows_total"))
                    .col(big_integer("rows_done"))
                    .col(big_integer("bytes"))
                    .col(text_null("failure"))
                    .col(integer("attempts"))
                    .col(big_integer("leased_until"))
                    .col(big_integer("created_at"))
                    .col(big_integer_null("finished_at"))
                    .col(big_integer("expires_at"))
                    .foreign_key(&mut references("person_id", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "export", &["person_id", "created_at"], false).await?;
        index(manager, "export", &["state", "created_at"], false).await?;
        manager
            .create_table(
                bare("export_lead")
                    .col(uuid("export_id"))
                    .col(uuid("lead_id"))
                    .col(text("tlp"))
                    .primary_key(Index::create().col("export_id").col("lead_id"))
                    .foreign_key(&mut references("export_id", "export"))
                    .foreign_key(&mut references("lead_id", "lead"))
                    .to_owned(),
            )
            .await
    }
}
