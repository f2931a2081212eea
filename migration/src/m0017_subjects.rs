//! Who and what stands behind leads: subjects, what they are known by, what ties them, and what an organisation notes of them
//! for itself.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{add, bare, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                with_id("subject")
                    .col(uuid("lead_id"))
                    .col(uuid("created_by"))
                    .col(uuid("organization_id"))
                    .col(text("kind"))
                    .col(boolean("is_person"))
                    .col(text("name"))
                    .col(text_null("role"))
                    .col(text_null("detail"))
                    .col(text_null("purpose"))
                    .col(text_null("legal_basis"))
                    .col(big_integer("retain_until"))
                    .col(big_integer_null("removed_at"))
                    .col(text_null("removed_why"))
                    .col(integer("version"))
                    .col(big_integer("created_at"))
                    .foreign_key(&mut references("lead_id", "lead"))
                    .foreign_key(&mut references("created_by", "person"))
                    .foreign_key(&mut references("organization_id", "organization"))
                    .to_owned(),
            )
            .await?;
        index(manager, "subject", &["lead_id", "created_at", "id"], false).await?;
        index(manager, "subject", &["retain_until"], false).await?;
        manager
            .create_table(
                with_id("subject_identifier")
                    .col(uuid("subject_id"))
                    .col(uuid("lead_id"))
                    .col(text("kind"))
                    .col(text("hash"))
                    .col(text_null("shown"))
                    .col(text("masked"))
                    .col(text("rule"))
                    .col(text("strength"))
                    .col(uuid("added_by"))
                    .col(big_integer("added_at"))
                    .col(big_integer_null("removed_at"))
                    .foreign_key(&mut references("subject_id", "subject"))
                    .foreign_key(&mut references("lead_id", "lead"))
                    .foreign_key(&mut references("added_by", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "subject_identifier", &["hash", "subject_id"], false).await?;
        index(manager, "subject_identifier", &["subject_id"], false).await?;
        manager
            .create_table(
                bare("identifier_use")
                    .col(text("hash").primary_key())
                    .col(integer("holders"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                with_id("subject_link")
                    .col(uuid("lead_id"))
                    .col(uuid("from_id"))
                    .col(uuid("to_id"))
                    .col(text("kind"))
                    .col(text("confidence"))
                    .col(text("grounds"))
                    .col(text_null("valid_from"))
                    .col(text_null("valid_until"))
                    .col(uuid("added_by"))
                    .col(uuid("organization_id"))
                    .col(big_integer("added_at"))
                    .col(big_integer_null("removed_at"))
                    .foreign_key(&mut references("lead_id", "lead"))
                    .foreign_key(&mut references("from_id", "subject"))
                    .foreign_key(&mut references("to_id", "subject"))
                    .foreign_key(&mut references("added_by", "person"))
                    .foreign_key(&mut references("organization_id", "organization"))
                    .to_owned(),
            )
            .await?;
        index(manager, "subject_link", &["from_id"], false).await?;
        index(manager, "subject_link", &["to_id"], false).await?;
        manager
            .create_table(
                bare("subject_note")
                    .col(uuid("subject_id"))
                    .col(uuid("organization_id"))
                    .col(text("body"))
                    .col(uuid("written_by"))
                    .col(big_integer("written_at"))
                    .col(integer("version"))
                    .primary_key(Index::create().col("subject_id").col("organization_id"))
                    .foreign_key(&mut references("subject_id", "subject"))
                    .foreign_key(&mut references("organization_id", "organization"))
                    .foreign_key(&mut references("written_by", "person"))
                    .to_owned(),
            )
            .await?;
        add(manager, "timeline_entry", &mut uuid_null("subject_id").take()).await?;
        add(
            manager,
            "lead_grant",
            &mut boolean("personal_data").default(false).take(),
        )
        .await
    }
}
