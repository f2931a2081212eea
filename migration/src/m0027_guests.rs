//! Officers without an account: the codes that were mailed to them and their sessions.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                bare("guest_code")
                    .col(uuid("naming_id").primary_key())
                    .col(text("nonce"))
                    .col(big_integer("expires_at"))
                    .col(integer("attempts"))
                    .col(integer("asked"))
                    .col(big_integer("asked_since"))
                    .foreign_key(&mut references("naming_id", "referral_officer"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                bare("guest_session")
                    .col(text("token_hash").primary_key())
                    .col(uuid("naming_id"))
                    .col(big_integer("created_at"))
                    .col(big_integer("expires_at"))
                    .foreign_key(&mut references("naming_id", "referral_officer"))
                    .to_owned(),
            )
            .await?;
        index(manager, "guest_session", &["naming_id"], true).await?;
        index(manager, "guest_session", &["expires_at"], false).await
    }
}
