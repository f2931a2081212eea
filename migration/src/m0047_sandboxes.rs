//! Sandboxes: organisations of trials, and until when what is in one is seen.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{add, index};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add(manager, "organization", &mut uuid_null("sandbox_of")).await?;
        // An organisation has one sandbox, and that one right holder.
        index(manager, "organization", &["sandbox_of"], true).await?;
        add(manager, "lead", &mut big_integer_null("sandbox_until")).await?;
        index(manager, "lead", &["sandbox_until"], false).await
    }
}
