//! Referrals: packages of leads for law-enforcement agencies, frozen when they are sent, and what became of them.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, insert_only, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(referral()).await?;
        index(manager, "referral", &["reference"], true).await?;
        index(manager, "referral", &["state", "created_at"], false).await?;
        index(manager, "referral", &["organization_id", "sent_at"], false).await?;
        parts(manager).await?;
        history(manager).await
    }
}

fn referral() -> TableCreateStatement {
    let mut table = with_id("referral");
    table
        .col(text("reference"))
        .col(uuid("organization_id"))
        .col(uuid_null("on_behalf_by"))
        .col(uuid("author_id"))
        .col(uuid("contact_id"))
        .col(uuid("agency_id"))
        .col(text("state"))
        .col(text("title"))
        .col(text_null("facts"))
        .col(text("country"))
        .col(text_null("division_code"))
        .col(text("tlp"))
        .col(text("handling_code"))
        .col(text("language"))
        .col(text_null("data_country"))
        .col(text_null("cross_border_basis"))
        .col(text_null("approval_reference"))
        .col(big_integer_null("value_minor"))
        .col(text_null("value_currency"))
        .col(text_null("value_basis"))
        .col(text_null("value_source"))
        .col(text_null("value_on"))
        .col(text_null("no_appraisal"))
        .col(text_null("no_appraisal_note"))
        .col(text_null("proceedings"))
        .col(text_null("proceedings_note"))
        .col(text_null("safety_notes"));
    course(&mut table);
    table
        .foreign_key(&mut references("organization_id", "organization"))
        .foreign_key(&mut references("on_behalf_by", "organization"))
        .foreign_key(&mut references("author_id", "person"))
        .foreign_key(&mut references("contact_id", "person"))
        .foreign_key(&mut references("agency_id", "organization"))
        .foreign_key(&mut references("submitted_by", "person"))
        .foreign_key(&mut references("approved_by", "person"));
    table
}

/// What becomes of it.
fn course(table: &mut TableCreateStatement) {
    table
        .col(uuid_null("submitted_by"))
        .col(big_integer_null("submitted_at"))
        .col(uuid_null("approved_by"))
        .col(big_integer_null("approved_at"))
        .col(big_integer_null("sent_at"))
        .col(text_null("receipt_due_on"))
        .col(big_integer_null("receipt_due_at"))
        .col(boolean("receipt_provisional"))
        .col(text_null("receipt_calendar"))
        .col(big_integer_null("received_at"))
        .col(text_null("decision_due_on"))
        .col(big_integer_null("decision_due_at"))
        .col(integer("decision_extensions"))
        .col(big_integer_null("paused_at"))
        .col(text_null("file_number"))
        .col(text_null("decline_reason"))
        .col(big_integer_null("decided_at"))
        .col(boolean_null("feedback_used"))
        .col(boolean_null("feedback_useful"))
        .col(text_null("feedback_result"))
        .col(text_null("feedback_note"))
        .col(big_integer_null("feedback_at"))
        .col(big_integer_null("withdrawn_at"))
        .col(big_integer_null("retracted_at"))
        .col(text_null("stop_reason"))
        .col(integer("version"))
        .col(big_integer("created_at"))
        .col(big_integer("updated_at"));
}

async fn parts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            bare("referral_part")
                .col(uuid("referral_id"))
                .col(text("kind"))
                .col(uuid("object_id"))
                .col(integer("position"))
                .primary_key(Index::create().col("referral_id").col("kind").col("object_id"))
                .foreign_key(&mut references("referral_id", "referral"))
                .to_owned(),
        )
        .await?;
    index(manager, "referral_part", &["kind", "object_id"], false).await?;
    manager
        .create_table(
            with_id("referral_officer")
                .col(uuid("referral_id"))
                .col(uuid("officer_id"))
                .col(uuid_null("person_id"))
                .col(integer("position"))
                .col(big_integer_null("opened_at"))
                .foreign_key(&mut references("referral_id", "referral"))
                .foreign_key(&mut references("officer_id", "agency_officer"))
                .foreign_key(&mut references("person_id", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "referral_officer", &["referral_id", "officer_id"], true).await?;
    index(manager, "referral_officer", &["officer_id"], false).await
}

async fn history(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("referral_step")
                .col(uuid("referral_id"))
                .col(text("kind"))
                .col(big_integer("at"))
                .col(uuid_null("person_id"))
                .col(uuid_null("officer_id"))
                .col(text_null("note"))
                .foreign_key(&mut references("referral_id", "referral"))
                .foreign_key(&mut references("person_id", "person"))
                .foreign_key(&mut references("officer_id", "agency_officer"))
                .to_owned(),
        )
        .await?;
    index(manager, "referral_step", &["referral_id", "at"], false).await?;
    insert_only(manager, "referral_step", &["id"]).await?;
    manager
        .create_table(
            bare("referral_package")
                .col(uuid("referral_id"))
                .col(text("manifest"))
                .col(text("manifest_sha256"))
                .col(uuid("pdf_file_id"))
                .col(text("pdf_sha256"))
                .col(integer("score"))
                .col(text("rules_version"))
                .col(big_integer("frozen_at"))
                .primary_key(Index::create().col("referral_id"))
                .foreign_key(&mut references("referral_id", "referral"))
                .foreign_key(&mut references("pdf_file_id", "file_object"))
                .to_owned(),
        )
        .await?;
    index(manager, "referral_package", &["pdf_file_id"], false).await?;
    insert_only(manager, "referral_package", &["referral_id"]).await?;
    manager
        .create_table(
            bare("referral_reminder")
                .col(uuid("referral_id"))
                .col(text("kind"))
                .col(big_integer("at"))
                .primary_key(Index::create().col("referral_id").col("kind"))
                .foreign_key(&mut references("referral_id", "referral"))
                .to_owned(),
        )
        .await
}
