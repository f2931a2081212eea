//! Leads that go on with another one, and leads that are opened in an emergency.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{add, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add(manager, "lead", &mut uuid_null("merged_into").take()).await?;
        index(manager, "lead", &["merged_into"], false).await?;
        manager
            .create_table(
                with_id("break_glass")
                    .col(text("reference"))
                    .col(uuid("person_id"))
                    .col(text("reason"))
                    .col(integer("hours"))
                    .col(text("state"))
                    .col(uuid("asked_by"))
                    .col(big_integer("asked_at"))
                    .col(uuid_null("decided_by"))
                    .col(big_integer_null("decided_at"))
                    .col(text_null("note"))
                    .col(big_integer_null("expires_at"))
                    .col(uuid_null("lead_id"))
                    .col(uuid_null("owner_id"))
                    .col(integer("version"))
                    .foreign_key(&mut references("person_id", "person"))
                    .foreign_key(&mut references("asked_by", "person"))
                    .foreign_key(&mut references("decided_by", "person"))
                    .foreign_key(&mut references("lead_id", "lead"))
                    .foreign_key(&mut references("owner_id", "organization"))
                    .to_owned(),
            )
            .await?;
        index(manager, "break_glass", &["asked_at", "id"], false).await?;
        index(manager, "break_glass", &["owner_id"], false).await?;
        add(manager, "lead_grant", &mut uuid_null("break_glass_id").take()).await?;
        index(manager, "lead_grant", &["break_glass_id"], false).await
    }
}
