//! Of which deliveries and leads each person wants to read in its digest.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::add;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Null for everything, as older versions of the service leave it.
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add(manager, "person", &mut text_null("digest_filter")).await
    }
}
