//! Sharing groups, and how far a lead may be used.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{add, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const NEVER: i64 = i64::MAX;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                with_id("sharing_group")
                    .col(uuid("owner_id"))
                    .col(uuid("created_by"))
                    .col(text("name"))
                    .col(text("purpose"))
                    .col(boolean("confidential"))
                    .col(big_integer("expires_at"))
                    .col(big_integer_null("closed_at"))
                    .col(integer("version"))
                    .col(big_integer("created_at"))
                    .foreign_key(&mut references("owner_id", "organization"))
                    .foreign_key(&mut references("created_by", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "sharing_group", &["created_at", "id"], false).await?;
        manager
            .create_table(
                with_id("sharing_group_seat")
                    .col(uuid("group_id"))
                    .col(uuid("organization_id"))
                    .col(uuid_null("person_id"))
                    .col(uuid("added_by"))
                    .col(big_integer("added_at"))
                    .col(big_integer_null("removed_at"))
                    .foreign_key(&mut references("group_id", "sharing_group"))
                    .foreign_key(&mut references("organization_id", "organization"))
                    .foreign_key(&mut references("person_id", "person"))
                    .foreign_key(&mut references("added_by", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "sharing_group_seat", &["group_id"], false).await?;
        index(manager, "sharing_group_seat", &["organization_id"], false).await?;
        index(manager, "sharing_group_seat", &["person_id"], false).await?;
        add(manager, "lead_grant", &mut uuid_null("group_id").take()).await?;
        add(manager, "sighting", &mut uuid_null("group_id").take()).await?;
        let code = |name, default: &'static str| text(name).default(default).take();
        add(manager, "lead", &mut code("permitted_actions", "DIRECT")).await?;
        add(manager, "lead", &mut code("notification", "MUST_NOT")).await?;
        add(manager, "lead", &mut code("attribution", "MAY")).await?;
        add(manager, "lead", &mut uuid_null("sanitized_from").take()).await?;
        index(manager, "lead", &["sanitized_from"], false).await?;
        add(manager, "lead", &mut big_integer("usable_until").default(NEVER).take()).await
    }
}
