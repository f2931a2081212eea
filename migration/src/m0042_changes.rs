//! The feed of changes of each service account: one row for each object that it was told of.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                bare("change_feed")
                    .col(uuid("account_id").primary_key())
                    .col(big_integer("head"))
                    .col(big_integer("told_to"))
                    .col(big_integer("epoch"))
                    .col(big_integer("fresh_until"))
                    .col(big_integer("floor"))
                    .col(big_integer("turn"))
                    .check(Expr::cust("head >= 0 AND floor >= 0 AND floor <= head"))
                    .foreign_key(&mut references("account_id", "person"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                bare("change_place")
                    .col(uuid("account_id"))
                    .col(text("kind"))
                    .col(uuid("object_id"))
                    .col(big_integer("place"))
                    .col(boolean("gone"))
                    .col(uuid("root_id"))
                    .col(big_integer("at"))
                    .primary_key(Index::create().col("account_id").col("kind").col("object_id"))
                    .check(Expr::cust("place > 0"))
                    .foreign_key(&mut references("account_id", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "change_place", &["account_id", "place"], true).await?;
        index(manager, "change_place", &["account_id", "root_id"], false).await?;
        index(manager, "change_place", &["gone", "at"], false).await
    }
}
