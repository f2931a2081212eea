//! Screening: versions of rules and models that never change, which of them hold since when, what was screened and what came of
//! it, and the sellers whom organisations watch.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{index, insert_only, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        packs(manager).await?;
        models(manager).await?;
        releases(manager).await?;
        listings(manager).await?;
        screened(manager).await?;
        watched(manager).await
    }
}

async fn packs(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("rule_pack")
                .col(text("scope"))
                .col(uuid_null("brand_id"))
                .col(text("kind"))
                .col(integer("number"))
                .col(text("rules"))
                .col(text_null("note"))
                .col(uuid("created_by"))
                .col(big_integer("created_at"))
                .foreign_key(&mut references("brand_id", "brand"))
                .foreign_key(&mut references("created_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "rule_pack", &["scope", "kind", "number"], true).await?;
    index(manager, "rule_pack", &["scope", "created_at", "id"], false).await?;
    index(manager, "rule_pack", &["brand_id"], false).await?;
    index(manager, "rule_pack", &["created_by"], false).await?;
    insert_only(manager, "rule_pack", &["id"]).await
}

async fn models(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("screening_model")
                .col(text("scope"))
                .col(uuid_null("brand_id"))
                .col(integer("number"))
                .col(text("name"))
                .col(text("weights"))
                .col(integer("confirmed"))
                .col(integer("cleared"))
                .col(text("curve"))
                .col(uuid("trained_by"))
                .col(big_integer("created_at"))
                .foreign_key(&mut references("brand_id", "brand"))
                .foreign_key(&mut references("trained_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "screening_model", &["scope", "number"], true).await?;
    index(manager, "screening_model", &["scope", "created_at", "id"], false).await?;
    index(manager, "screening_model", &["brand_id"], false).await?;
    index(manager, "screening_model", &["trained_by"], false).await?;
    insert_only(manager, "screening_model", &["id"]).await
}

async fn releases(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("screening_release")
                .col(text("scope"))
                .col(uuid_null("brand_id"))
                .col(integer("number"))
                .col(text("packs"))
                .col(uuid_null("model_id"))
                .col(big_integer_null("threshold"))
                .col(text("mode"))
                .col(text("reason"))
                .col(integer_null("rolled_back_to"))
                .col(uuid("released_by"))
                .col(big_integer("released_at"))
                .foreign_key(&mut references("brand_id", "brand"))
                .foreign_key(&mut references("model_id", "screening_model"))
                .foreign_key(&mut references("released_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "screening_release", &["scope", "number"], true).await?;
    index(manager, "screening_release", &["scope", "released_at", "id"], false).await?;
    index(manager, "screening_release", &["brand_id"], false).await?;
    index(manager, "screening_release", &["model_id"], false).await?;
    index(manager, "screening_release", &["released_by"], false).await?;
    insert_only(manager, "screening_release", &["id"]).await
}

async fn listings(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("screening_listing")
                .col(uuid("organization_id"))
                .col(uuid("account_id"))
                .col(text("key"))
                .col(uuid_null("lead_id"))
                .col(text_null("content"))
                .col(text_null("platform"))
                .col(text_null("shop_id"))
                .col(text("state"))
                .col(big_integer("claimed_until"))
                .col(big_integer("received_at"))
                .col(big_integer_null("screened_at"))
                .foreign_key(&mut references("organization_id", "organization"))
                .foreign_key(&mut references("account_id", "person"))
                .foreign_key(&mut references("lead_id", "lead"))
                .to_owned(),
        )
        .await?;
    index(manager, "screening_listing", &["organization_id", "key"], true).await?;
    index(manager, "screening_listing", &["state", "claimed_until"], false).await?;
    index(manager, "screening_listing", &["platform", "shop_id"], false).await?;
    index(manager, "screening_listing", &["account_id"], false).await?;
    index(manager, "screening_listing", &["lead_id"], false).await
}

async fn screened(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("screened_listing")
                .col(uuid("listing_id"))
                .col(uuid("brand_id"))
                .col(text("title"))
                .col(text("model"))
                .col(integer("release_number"))
                .col(big_integer("score"))
                .col(big_integer("threshold"))
                .col(text("disposition"))
                .col(text("findings"))
                .col(text("infringements"))
                .col(text_null("relisted_of"))
                .col(boolean("watched"))
                .col(text("state"))
                .col(uuid_null("lead_id"))
                .col(text_null("dismissal"))
                .col(text_null("note"))
                .col(uuid_null("judged_by"))
                .col(big_integer_null("judged_at"))
                .col(big_integer("claimed_until"))
                .col(integer("version"))
                .col(big_integer("created_at"))
                .foreign_key(&mut references("listing_id", "screening_listing"))
                .foreign_key(&mut references("brand_id", "brand"))
                .foreign_key(&mut references("lead_id", "lead"))
                .foreign_key(&mut references("judged_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "screened_listing", &["listing_id", "brand_id"], true).await?;
    index(
        manager,
        "screened_listing",
        &["brand_id", "state", "score", "id"],
        false,
    )
    .await?;
    index(manager, "screened_listing", &["brand_id", "created_at", "id"], false).await?;
    index(manager, "screened_listing", &["state", "claimed_until"], false).await?;
    index(manager, "screened_listing", &["created_at", "id"], false).await?;
    index(manager, "screened_listing", &["lead_id"], false).await?;
    index(manager, "screened_listing", &["judged_by"], false).await
}

async fn watched(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("watched_seller")
                .col(uuid("organization_id"))
                .col(text("platform"))
                .col(text("shop_id"))
                .col(text_null("name"))
                .col(text_null("note"))
                .col(uuid("added_by"))
                .col(big_integer("added_at"))
                .col(big_integer_null("ended_at"))
                .col(integer("version"))
                .foreign_key(&mut references("organization_id", "organization"))
                .foreign_key(&mut references("added_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "watched_seller", &["organization_id", "added_at", "id"], false).await?;
    index(manager, "watched_seller", &["platform", "shop_id"], false).await?;
    index(manager, "watched_seller", &["added_by"], false).await
}
