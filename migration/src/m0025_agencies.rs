//! Law-enforcement agencies: where they are competent, how they are reached, and their officers.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        agencies(manager).await?;
        officers(manager).await
    }
}

async fn agencies(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("agency")
                .col(text("kind"))
                .col(text("languages"))
                .col(text("time_zone"))
                .col(text("duty_hours"))
                .col(text_null("note"))
                .col(big_integer("area_key"))
                .col(integer("version"))
                .col(big_integer("created_at"))
                .foreign_key(&mut references("id", "organization"))
                .to_owned(),
        )
        .await?;
    index(manager, "agency", &["created_at", "id"], false).await?;
    index(manager, "agency", &["area_key", "id"], false).await?;
    manager
        .create_table(
            bare("agency_area")
                .col(uuid("agency_id"))
                .col(text("country"))
                .col(text("division"))
                .primary_key(Index::create().col("agency_id").col("country").col("division"))
                .foreign_key(&mut references("agency_id", "agency"))
                .to_owned(),
        )
        .await?;
    index(manager, "agency_area", &["country", "division"], false).await?;
    manager
        .create_table(
            with_id("agency_contact")
                .col(uuid("agency_id"))
                .col(text("role"))
                .col(text("label"))
                .col(text_null("email"))
                .col(text_null("phone"))
                .col(text("languages"))
                .col(text("hours"))
                .col(integer("version"))
                .col(big_integer("created_at"))
                .foreign_key(&mut references("agency_id", "agency"))
                .to_owned(),
        )
        .await?;
    index(manager, "agency_contact", &["agency_id"], false).await
}

async fn officers(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("agency_officer")
                .col(uuid("agency_id"))
                .col(uuid_null("person_id"))
                .col(text("name"))
                .col(text("masked_name"))
                .col(text("email"))
                .col(text("email_hash"))
                .col(text_null("phone"))
                .col(text_null("rank"))
                .col(text_null("unit"))
                .col(text("languages"))
                .col(text("standing"))
                .col(big_integer_null("posted_until"))
                .col(uuid("proposed_by"))
                .col(big_integer("proposed_at"))
                .col(uuid_null("first_by"))
                .col(uuid_null("second_by"))
                .col(uuid_null("attested_by"))
                .col(big_integer_null("attested_at"))
                .col(big_integer("attested_until"))
                .col(uuid_null("revoked_by"))
                .col(big_integer_null("revoked_at"))
                .col(text_null("reason"))
                .col(integer("version"))
                .col(big_integer("created_at"))
                .foreign_key(&mut references("agency_id", "agency"))
                .foreign_key(&mut references("person_id", "person"))
                .foreign_key(&mut references("proposed_by", "person"))
                .foreign_key(&mut references("first_by", "person"))
                .foreign_key(&mut references("second_by", "person"))
                .foreign_key(&mut references("attested_by", "person"))
                .foreign_key(&mut references("revoked_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "agency_officer", &["agency_id", "email_hash"], false).await?;
    index(manager, "agency_officer", &["person_id"], false).await?;
    index(manager, "agency_officer", &["created_at", "id"], false).await?;
    index(manager, "agency_officer", &["attested_until", "id"], false).await?;
    manager
        .create_table(
            bare("agency_officer_reminder")
                .col(uuid("officer_id"))
                .col(big_integer("attested_until"))
                .col(integer("days"))
                .col(big_integer("window_start"))
                .primary_key(Index::create().col("officer_id").col("attested_until").col("days"))
                .foreign_key(&mut references("officer_id", "agency_officer"))
                .to_owned(),
        )
        .await?;
    index(manager, "agency_officer_reminder", &["window_start"], false).await
}
