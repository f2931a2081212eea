//! What came of offline actions: sites, suspects and seized goods, and what becomes of them.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        outcomes(manager).await?;
        suspects(manager).await?;
        seizures(manager).await?;
        costs(manager).await
    }
}

async fn outcomes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            bare("outcome_revision")
                .col(uuid("action_id"))
                .col(integer("revision"))
                .col(text_null("reason"))
                .col(uuid_null("submitted_by"))
                .col(big_integer_null("submitted_at"))
                .col(uuid_null("verified_by"))
                .col(big_integer_null("verified_at"))
                .primary_key(Index::create().col("action_id").col("revision"))
                .foreign_key(&mut references("action_id", "offline_action"))
                .foreign_key(&mut references("submitted_by", "person"))
                .foreign_key(&mut references("verified_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "outcome_revision", &["verified_at"], false).await?;
    manager
        .create_table(
            with_id("site_result")
                .col(uuid("action_id"))
                .col(uuid("site_id"))
                .col(text("result"))
                .col(text_null("note"))
                .col(integer("revision"))
                .col(integer_null("struck_in"))
                .col(uuid("recorded_by"))
                .col(big_integer("recorded_at"))
                .foreign_key(&mut references("action_id", "offline_action"))
                .foreign_key(&mut references("site_id", "action_site"))
                .foreign_key(&mut references("recorded_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "site_result", &["action_id"], false).await?;
    Ok(())
}

async fn suspects(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("suspect_record")
                .col(uuid("action_id"))
                .col(uuid_null("site_id"))
                .col(text_null("masked"))
                .col(text_null("sealed"))
                .col(text_null("role"))
                .col(text("hashes"))
                .col(integer("revision"))
                .col(integer_null("struck_in"))
                .col(uuid_null("struck_by"))
                .col(big_integer("retain_until"))
                .col(text_null("no_follow_up"))
                .col(big_integer_null("reminded_at"))
                .col(uuid("recorded_by"))
                .col(big_integer("recorded_at"))
                .col(integer("version"))
                .foreign_key(&mut references("action_id", "offline_action"))
                .foreign_key(&mut references("site_id", "action_site"))
                .foreign_key(&mut references("recorded_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "suspect_record", &["action_id"], false).await?;
    index(manager, "suspect_record", &["retain_until"], false).await?;
    manager
        .create_table(
            with_id("suspect_stage")
                .col(uuid("suspect_id"))
                .col(text("stage"))
                .col(text("on_day"))
                .col(text_null("note"))
                .col(uuid("recorded_by"))
                .col(big_integer("recorded_at"))
                .col(uuid_null("verified_by"))
                .col(big_integer_null("verified_at"))
                .foreign_key(&mut references("suspect_id", "suspect_record"))
                .foreign_key(&mut references("recorded_by", "person"))
                .foreign_key(&mut references("verified_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "suspect_stage", &["suspect_id"], false).await?;
    Ok(())
}

async fn seizures(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("seizure_destruction")
                .col(uuid("action_id"))
                .col(text("state"))
                .col(text("method"))
                .col(text("place"))
                .col(text("on_day"))
                .col(text("certificate_number"))
                .col(text("certificate_issuer"))
                .col(uuid_null("certificate_evidence_id"))
                .col(uuid("asked_by"))
                .col(uuid("asked_organization_id"))
                .col(big_integer("asked_at"))
                .col(uuid_null("decided_by"))
                .col(big_integer_null("decided_at"))
                .col(text_null("reason"))
                .col(integer("version"))
                .foreign_key(&mut references("action_id", "offline_action"))
                .foreign_key(&mut references("certificate_evidence_id", "evidence_item"))
                .foreign_key(&mut references("asked_by", "person"))
                .foreign_key(&mut references("asked_organization_id", "organization"))
                .foreign_key(&mut references("decided_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "seizure_destruction", &["action_id"], false).await?;
    manager
        .create_table(
            with_id("seizure_line")
                .col(uuid("action_id"))
                .col(uuid("site_id"))
                .col(uuid_null("brand_id"))
                .col(text("product"))
                .col(big_integer("quantity_milli"))
                .col(text("unit"))
                .col(big_integer_null("value_minor"))
                .col(text_null("value_currency"))
                .col(text_null("value_basis"))
                .col(text_null("value_source"))
                .col(text_null("valued_on"))
                .col(text_null("storage_place"))
                .col(text("disposition"))
                .col(text("disposition_on"))
                .col(uuid_null("destruction_id"))
                .col(text_null("no_follow_up"))
                .col(big_integer_null("reminded_at"))
                .col(integer("revision"))
                .col(integer_null("struck_in"))
                .col(uuid_null("struck_by"))
                .col(uuid("recorded_by"))
                .col(big_integer("recorded_at"))
                .col(integer("version"))
                .foreign_key(&mut references("action_id", "offline_action"))
                .foreign_key(&mut references("site_id", "action_site"))
                .foreign_key(&mut references("brand_id", "brand"))
                .foreign_key(&mut references("destruction_id", "seizure_destruction"))
                .foreign_key(&mut references("recorded_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "seizure_line", &["action_id"], false).await?;
    index(manager, "seizure_line", &["destruction_id"], false).await?;
    Ok(())
}

async fn costs(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("action_cost")
                .col(uuid("action_id"))
                .col(text("kind"))
                .col(big_integer("amount_minor"))
                .col(text("currency"))
                .col(text("rule"))
                .col(text_null("note"))
                .col(uuid("recorded_by"))
                .col(big_integer("recorded_at"))
                .foreign_key(&mut references("action_id", "offline_action"))
                .foreign_key(&mut references("recorded_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "action_cost", &["action_id"], false).await?;
    manager
        .create_table(
            bare("cost_share")
                .col(uuid("cost_id"))
                .col(uuid("brand_id"))
                .col(big_integer("amount_minor"))
                .primary_key(Index::create().col("cost_id").col("brand_id"))
                .foreign_key(&mut references("cost_id", "action_cost"))
                .foreign_key(&mut references("brand_id", "brand"))
                .to_owned(),
        )
        .await?;
    index(manager, "cost_share", &["brand_id"], false).await?;
    Ok(())
}
