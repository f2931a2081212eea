//! Product sheets, what tells fakes apart, pictures of both, who reads them; and whom enforcers call at a right holder.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, insert_only, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sheets(manager).await?;
        grants(manager).await?;
        features(manager).await?;
        pictures(manager).await?;
        contacts(manager).await
    }
}

async fn sheets(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("product_model")
                .col(uuid("organization_id"))
                .col(uuid("brand_id"))
                .col(text("model_number"))
                .col(text("name"))
                .col(text_null("gtin"))
                .col(text_null("description"))
                .col(big_integer_null("price_minor"))
                .col(text_null("price_currency"))
                .col(text_null("price_basis"))
                .col(text_null("price_source"))
                .col(big_integer_null("price_on"))
                .col(text_null("packaging"))
                .col(text("routes"))
                .col(text("sellers"))
                .col(integer_null("minimum_quantity"))
                .col(text("search_text"))
                .col(text("state"))
                .col(uuid("created_by"))
                .col(big_integer("created_at"))
                .col(big_integer("updated_at"))
                .col(big_integer_null("published_at"))
                .col(big_integer_null("archived_at"))
                .col(integer("version"))
                .foreign_key(&mut references("organization_id", "organization"))
                .foreign_key(&mut references("brand_id", "brand"))
                .foreign_key(&mut references("created_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "product_model", &["organization_id"], false).await?;
    index(manager, "product_model", &["brand_id", "model_number"], true).await?;
    index(manager, "product_model", &["gtin"], false).await?;
    index(manager, "product_model", &["created_by"], false).await
}

async fn grants(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("product_grant")
                .col(uuid("product_id"))
                .col(uuid_null("organization_id"))
                .col(text("countries"))
                .col(uuid("granted_by"))
                .col(big_integer("granted_at"))
                .col(uuid_null("revoked_by"))
                .col(big_integer_null("revoked_at"))
                .foreign_key(&mut references("product_id", "product_model"))
                .foreign_key(&mut references("organization_id", "organization"))
                .foreign_key(&mut references("granted_by", "person"))
                .foreign_key(&mut references("revoked_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "product_grant", &["product_id", "granted_at"], false).await?;
    index(manager, "product_grant", &["organization_id"], false).await?;
    index(manager, "product_grant", &["granted_by"], false).await?;
    index(manager, "product_grant", &["revoked_by"], false).await
}

async fn features(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("fake_feature")
                .col(uuid("product_id"))
                .col(text("feature"))
                .col(text("genuine"))
                .col(text("fake"))
                .col(text("detectability"))
                .col(text("tlp"))
                .col(uuid("created_by"))
                .col(big_integer("created_at"))
                .col(big_integer("updated_at"))
                .col(big_integer_null("retired_at"))
                .col(integer("version"))
                .foreign_key(&mut references("product_id", "product_model"))
                .foreign_key(&mut references("created_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "fake_feature", &["product_id", "created_at"], false).await?;
    index(manager, "fake_feature", &["created_by"], false).await?;
    manager
        .create_table(
            bare("fake_feature_reader")
                .col(uuid("feature_id"))
                .col(uuid("person_id"))
                .primary_key(Index::create().col("feature_id").col("person_id"))
                .foreign_key(&mut references("feature_id", "fake_feature"))
                .foreign_key(&mut references("person_id", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "fake_feature_reader", &["person_id"], false).await?;
    manager
        .create_table(
            with_id("fake_feature_revision")
                .col(uuid("feature_id"))
                .col(integer("number"))
                .col(text("feature"))
                .col(text("genuine"))
                .col(text("fake"))
                .col(text("detectability"))
                .col(text("tlp"))
                .col(uuid("changed_by"))
                .col(big_integer("changed_at"))
                .foreign_key(&mut references("feature_id", "fake_feature"))
                .foreign_key(&mut references("changed_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "fake_feature_revision", &["feature_id", "number"], false).await?;
    index(manager, "fake_feature_revision", &["changed_by"], false).await?;
    insert_only(manager, "fake_feature_revision", &["id"]).await
}

async fn pictures(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("product_picture")
                .col(uuid("product_id"))
                .col(uuid_null("feature_id"))
                .col(text("side"))
                .col(text_null("caption"))
                .col(uuid("file_id"))
                .col(text_null("file_name"))
                .col(text("sha256"))
                .col(big_integer("bytes"))
                .col(text("media_type"))
                .col(uuid("added_by"))
                .col(big_integer("added_at"))
                .col(big_integer_null("quarantined_at"))
                .foreign_key(&mut references("product_id", "product_model"))
                .foreign_key(&mut references("feature_id", "fake_feature"))
                .foreign_key(&mut references("file_id", "file_object"))
                .foreign_key(&mut references("added_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "product_picture", &["product_id", "added_at"], false).await?;
    // No sheet's own picture has a feature, so that only pictures of features are told apart by it.
    index(manager, "product_picture", &["feature_id", "side"], true).await?;
    index(manager, "product_picture", &["file_id"], false).await?;
    index(manager, "product_picture", &["added_by"], false).await
}

async fn contacts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("company_contact")
                .col(uuid("organization_id"))
                .col(text("role"))
                .col(text("name"))
                .col(text_null("email"))
                .col(text_null("phone"))
                .col(text("languages"))
                .col(text("time_zone"))
                .col(text_null("hours"))
                .col(uuid("created_by"))
                .col(big_integer("created_at"))
                .col(integer("version"))
                .foreign_key(&mut references("organization_id", "organization"))
                .foreign_key(&mut references("created_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "company_contact", &["organization_id", "created_at"], false).await?;
    index(manager, "company_contact", &["created_by"], false).await
}
