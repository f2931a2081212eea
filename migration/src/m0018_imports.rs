//! Files that were uploaded to be imported, what became of them, and the mappings of tables that organisations keep.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                with_id("import_upload")
                    .col(uuid("person_id"))
                    .col(text("name"))
                    .col(text("format"))
                    .col(text("hash"))
                    .col(big_integer("size"))
                    .col(blob("content"))
                    .col(big_integer("created_at"))
                    .col(big_integer("expires_at"))
                    .foreign_key(&mut references("person_id", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "import_upload", &["person_id", "created_at"], false).await?;
        index(manager, "import_upload", &["expires_at"], false).await?;
        manager
            .create_table(
                with_id("import_run")
                    .col(uuid("person_id"))
                    .col(uuid("owner_id"))
                    .col(uuid("upload_id"))
                    .col(text("name"))
                    .col(text("format"))
                    .col(text("choices"))
                    .col(text("digest"))
                    .col(text("state"))
                    .col(integer("position"))
                    .col(integer("total"))
                    .col(integer("created"))
                    .col(integer("already_there"))
                    .col(integer("refused"))
                    .col(integer("skipped"))
                    .col(big_integer("claimed_until"))
                    .col(integer("version"))
                    .col(big_integer("created_at"))
                    .col(big_integer_null("ended_at"))
                    .foreign_key(&mut references("person_id", "person"))
                    .foreign_key(&mut references("owner_id", "organization"))
                    .to_owned(),
            )
            .await?;
        index(manager, "import_run", &["person_id", "created_at", "id"], false).await?;
        index(manager, "import_run", &["state", "claimed_until"], false).await?;
        manager
            .create_table(
                bare("import_result")
                    .col(uuid("import_id"))
                    .col(big_integer("position"))
                    .col(text("at"))
                    .col(text("kind"))
                    .col(text("label"))
                    .col(text("verdict"))
                    .col(text_null("reason"))
                    .col(text("fields"))
                    .col(boolean("is_head"))
                    .col(text_null("outcome"))
                    .col(uuid_null("lead_id"))
                    .primary_key(Index::create().col("import_id").col("position"))
                    .foreign_key(&mut references("import_id", "import_run"))
                    .foreign_key(&mut references("lead_id", "lead"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                with_id("import_mapping")
                    .col(uuid("organization_id"))
                    .col(uuid("created_by"))
                    .col(text("name"))
                    .col(text("columns"))
                    .col(integer("version"))
                    .col(big_integer("updated_at"))
                    .foreign_key(&mut references("organization_id", "organization"))
                    .foreign_key(&mut references("created_by", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "import_mapping", &["organization_id", "name"], true).await
    }
}
