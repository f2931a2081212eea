//! For how long money is held and samples are kept, from which day on; only ever written.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{index, insert_only, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                with_id("purchase_terms")
                    .col(integer("number"))
                    .col(big_integer("effective_at"))
                    .col(integer("hold_days"))
                    .col(integer("retention_years"))
                    .col(uuid("set_by"))
                    .col(big_integer("set_at"))
                    .foreign_key(&mut references("set_by", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "purchase_terms", &["number"], true).await?;
        index(manager, "purchase_terms", &["effective_at", "number"], false).await?;
        index(manager, "purchase_terms", &["set_by"], false).await?;
        insert_only(manager, "purchase_terms", &["id", "number"]).await
    }
}
