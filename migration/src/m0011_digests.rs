//! Digests by the week and at once: when somebody wants them, and which deliveries they have told of.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// SQLite adds one column at a time.
async fn add(manager: &SchemaManager<'_>, table: &'static str, column: ColumnDef) -> Result<(), DbErr> {
    let mut change = Table::alter();
    manager
        .alter_table(change.table(table).add_column(column).to_owned())
        .await
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add(manager, "person", integer("digest_weekday").default(1).take()).await?;
        add(manager, "person", integer_null("quiet_from").take()).await?;
        add(manager, "person", integer_null("quiet_to").take()).await?;
        add(manager, "person", big_integer("digest_since").default(0).take()).await?;
        add(manager, "person", big_integer("digest_looked_at").default(0).take()).await?;
        add(manager, "digest_lead", text("kind").default("DIGEST").take()).await?;
        manager
            .create_table(
                bare("digest_delivery")
                    .col(uuid("person_id"))
                    .col(uuid("delivery_id"))
                    .col(integer("round"))
                    .col(text("kind"))
                    .col(big_integer("window_start"))
                    .primary_key(Index::create().col("person_id").col("delivery_id"))
                    .foreign_key(&mut references("person_id", "person"))
                    .foreign_key(&mut references("delivery_id", "delivery"))
                    .to_owned(),
            )
            .await?;
        index(manager, "digest_delivery", &["window_start"], false).await?;
        index(manager, "delivery", &["pushed_at"], false).await?;
        index(manager, "delivery", &["recipient_id", "answered_at"], false).await?;
        index(manager, "mail", &["created_at", "id"], false).await?;
        Ok(())
    }
}
