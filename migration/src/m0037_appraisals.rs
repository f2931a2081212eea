//! Appraisals of samples: orders, reports that nobody changes, and how they are judged.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{index, insert_only, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        appraisals(manager).await?;
        reports(manager).await?;
        photos(manager).await?;
        manager
            .create_table(
                with_id("appraisal_policy")
                    .col(text("rank_order"))
                    .col(integer("quality_every"))
                    .col(uuid("changed_by"))
                    .col(big_integer("changed_at"))
                    .col(integer("version"))
                    .foreign_key(&mut references("changed_by", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "appraisal_policy", &["changed_by"], false).await
    }
}

async fn appraisals(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = with_id("appraisal");
    ordered(&mut table);
    said(&mut table);
    for (column, target) in [
        ("sample_id", "sample"),
        ("purchase_id", "purchase"),
        ("evidence_id", "evidence_item"),
        ("lead_id", "lead"),
        ("organization_id", "organization"),
        ("brand_id", "brand"),
        ("appraiser_id", "person"),
        ("appraiser_organization_id", "organization"),
        ("ordered_by", "person"),
        ("follows_id", "appraisal"),
    ] {
        table.foreign_key(&mut references(column, target));
    }
    manager.create_table(table).await?;
    index(manager, "appraisal", &["reference"], true).await?;
    index(manager, "appraisal", &["sample_id", "round"], true).await?;
    index(manager, "appraisal", &["purchase_id"], false).await?;
    index(manager, "appraisal", &["evidence_id"], false).await?;
    index(manager, "appraisal", &["lead_id"], false).await?;
    index(manager, "appraisal", &["organization_id"], false).await?;
    index(manager, "appraisal", &["brand_id"], false).await?;
    index(manager, "appraisal", &["appraiser_id", "ordered_at"], false).await?;
    index(manager, "appraisal", &["appraiser_organization_id"], false).await?;
    index(manager, "appraisal", &["ordered_by"], false).await?;
    index(manager, "appraisal", &["follows_id"], false).await?;
    index(manager, "appraisal", &["ordered_at", "id"], false).await?;
    index(manager, "appraisal", &["state", "due_at"], false).await
}

/// What is settled with the order.
fn ordered(table: &mut TableCreateStatement) {
    table
        .col(text("reference"))
        .col(uuid("sample_id"))
        .col(uuid("purchase_id"))
        .col(uuid("evidence_id"))
        .col(uuid("lead_id"))
        .col(uuid("organization_id"))
        .col(uuid("brand_id"))
        .col(uuid_null("program_id"))
        .col(integer("round"))
        .col(text("rank"))
        .col(text("purpose"))
        .col(uuid_null("follows_id"))
        .col(boolean("blind"))
        .col(uuid("appraiser_id"))
        .col(uuid("appraiser_organization_id"))
        .col(uuid("ordered_by"))
        .col(big_integer("ordered_at"))
        .col(text("due_on"))
        .col(big_integer("due_at"))
        .col(boolean("provisional"))
        .col(text("due_rule"))
        .col(text("calendar_version"))
        .col(text("questions"))
        .col(text("reference_features"));
}

/// What is said afterwards.
fn said(table: &mut TableCreateStatement) {
    table
        .col(text("state"))
        .col(text_null("interest"))
        .col(text_null("interest_note"))
        .col(text_null("end_reason"))
        .col(text_null("conclusion"))
        .col(big_integer_null("reported_at"))
        .col(uuid_null("agreed_by"))
        .col(big_integer_null("agreed_at"))
        .col(uuid_null("contested_by"))
        .col(big_integer_null("contested_at"))
        .col(text_null("contest_reason"))
        .col(uuid_null("final_by"))
        .col(big_integer_null("final_at"))
        .col(integer("reminded"))
        .col(integer("version"));
}

async fn reports(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("appraisal_report")
                .col(uuid("appraisal_id"))
                .col(integer("version"))
                .col(text("method"))
                .col(text("process"))
                .col(text("features"))
                .col(text("conclusion"))
                .col(text("reasons"))
                .col(text("signed_name"))
                .col(text_null("seal"))
                .col(text_null("correction_reason"))
                .col(text("content_sha256"))
                .col(text_null("order_number"))
                .col(text_null("listing_url"))
                .col(text("report_sha256"))
                .col(uuid("reported_by"))
                .col(big_integer("reported_at"))
                .foreign_key(&mut references("appraisal_id", "appraisal"))
                .foreign_key(&mut references("reported_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "appraisal_report", &["appraisal_id", "version"], true).await?;
    index(manager, "appraisal_report", &["reported_by"], false).await?;
    insert_only(manager, "appraisal_report", &["id"]).await
}

async fn photos(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("appraisal_photo")
                .col(uuid("report_id"))
                .col(uuid("appraisal_id"))
                .col(uuid("file_id"))
                .col(integer("place"))
                .col(text_null("caption"))
                .col(text("sha256"))
                .col(text("media_type"))
                .foreign_key(&mut references("report_id", "appraisal_report"))
                .foreign_key(&mut references("appraisal_id", "appraisal"))
                .foreign_key(&mut references("file_id", "file_object"))
                .to_owned(),
        )
        .await?;
    index(manager, "appraisal_photo", &["report_id", "place"], true).await?;
    index(manager, "appraisal_photo", &["appraisal_id"], false).await?;
    index(manager, "appraisal_photo", &["file_id"], false).await?;
    insert_only(manager, "appraisal_photo", &["id"]).await
}
