//! Organisations, people, brands, authorised parties and powers of attorney.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                with_id("organization")
                    .col(text("kind"))
                    .col(text("name"))
                    .col(text_null("name_zh"))
                    .col(text("state"))
                    .col(text_null("industry"))
                    .col(text("country"))
                    .col(text_null("division_code"))
                    .col(text("time_zone"))
                    .col(text("language"))
                    .col(big_integer_null("joined_at"))
                    .col(uuid_null("invited_by"))
                    .col(uuid_null("suspended_by"))
                    .col(integer("version"))
                    .col(big_integer("created_at"))
                    .col(big_integer("updated_at"))
                    .to_owned(),
            )
            .await?;
        index(manager, "organization", &["state", "name"], false).await?;
        index(manager, "organization", &["kind"], false).await?;
        manager
            .create_table(
                with_id("person")
                    .col(uuid("organization_id"))
                    .col(text("name"))
                    .col(text("email"))
                    .col(text_null("password_hash"))
                    .col(text("state"))
                    .col(text("language"))
                    .col(text("time_zone"))
                    .col(text("digest"))
                    .col(integer("digest_hour"))
                    .col(boolean("digest_working_days_only"))
                    .col(big_integer_null("last_sign_in_at"))
                    .col(integer("version"))
                    .col(big_integer("created_at"))
                    .col(big_integer("updated_at"))
                    .foreign_key(&mut references("organization_id", "organization"))
                    .to_owned(),
            )
            .await?;
        index(manager, "person", &["email"], true).await?;
        index(manager, "person", &["organization_id", "name"], false).await?;
        manager
            .create_table(
                bare("role_assignment")
                    .col(uuid("person_id"))
                    .col(text("role"))
                    .primary_key(Index::create().col("person_id").col("role"))
                    .foreign_key(&mut references("person_id", "person"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                bare("brand_scope")
                    .col(uuid("person_id"))
                    .col(uuid("brand_id"))
                    .primary_key(Index::create().col("person_id").col("brand_id"))
                    .foreign_key(&mut references("person_id", "person"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                with_id("brand")
                    .col(uuid("organization_id"))
                    .col(text("name"))
                    .col(text_null("name_zh"))
                    .col(text("state"))
                    .col(text("nice_classes"))
                    .col(integer("version"))
                    .col(big_integer("created_at"))
                    .foreign_key(&mut references("organization_id", "organization"))
                    .to_owned(),
            )
            .await?;
        index(manager, "brand", &["organization_id", "name"], false).await?;
        index(manager, "brand", &["name"], false).await?;
        manager
            .create_table(
                with_id("authorized_party")
                    .col(uuid("brand_id"))
                    .col(text("kind"))
                    .col(text("name"))
                    .col(text_null("platform"))
                    .col(text_null("shop_id"))
                    .col(text_null("territory"))
                    .col(big_integer("valid_from"))
                    .col(big_integer("valid_until"))
                    .col(big_integer_null("revoked_at"))
                    .col(integer("version"))
                    .col(big_integer("created_at"))
                    .foreign_key(&mut references("brand_id", "brand"))
                    .to_owned(),
            )
            .await?;
        index(manager, "authorized_party", &["brand_id"], false).await?;
        manager
            .create_table(
                with_id("power_of_attorney")
                    .col(uuid("principal_id"))
                    .col(uuid("agent_id"))
                    .col(boolean("all_brands"))
                    .col(text("brand_ids"))
                    .col(text("actions"))
                    .col(text("state"))
                    .col(uuid("submitted_by"))
                    .col(uuid_null("verified_by"))
                    .col(big_integer_null("verified_at"))
                    .col(big_integer("valid_from"))
                    .col(big_integer("valid_until"))
                    .col(integer("version"))
                    .col(big_integer("created_at"))
                    .foreign_key(&mut references("principal_id", "organization"))
                    .foreign_key(&mut references("agent_id", "organization"))
                    .to_owned(),
            )
            .await?;
        index(manager, "power_of_attorney", &["agent_id"], false).await?;
        index(manager, "power_of_attorney", &["principal_id"], false).await?;
        manager
            .create_table(
                bare("authz_epoch")
                    .col(integer("id"))
                    .col(big_integer("epoch"))
                    .primary_key(Index::create().col("id"))
                    .to_owned(),
            )
            .await?;
        let first = Query::insert()
            .into_table("authz_epoch")
            .columns(["id", "epoch"])
            .values_panic([1.into(), 1_i64.into()])
            .to_owned();
        manager.execute(first).await?;
        Ok(())
    }
}
