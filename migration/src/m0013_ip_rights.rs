//! IP rights, the brands they protect, and what their holders were reminded of.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut wish = Table::alter();
        let wish = wish
            .table("person")
            .add_column(boolean("expiry_reminders").default(true).take());
        manager.alter_table(wish.to_owned()).await?;
        manager
            .create_table(
                with_id("ip_right")
                    .col(uuid("organization_id"))
                    .col(text("kind"))
                    .col(text("title"))
                    .col(text_null("title_zh"))
                    .col(text("office"))
                    .col(text_null("application_number"))
                    .col(text_null("registration_number"))
                    .col(text_null("number_key"))
                    .col(text_null("st13"))
                    .col(text("nice_classes"))
                    .col(text("locarno_classes"))
                    .col(text_null("goods"))
                    .col(text("territory"))
                    .col(text("search_text"))
                    .col(big_integer_null("filed_on"))
                    .col(big_integer_null("in_force_from"))
                    .col(big_integer("expires_on"))
                    .col(text_null("record_url"))
                    .col(text("standing"))
                    .col(uuid_null("submitted_by"))
                    .col(big_integer_null("submitted_at"))
                    .col(uuid_null("verified_by"))
                    .col(big_integer_null("verified_at"))
                    .col(text_null("reason"))
                    .col(big_integer_null("invalid_from"))
                    .col(big_integer_null("renewal_expires_on"))
                    .col(uuid_null("renewal_submitted_by"))
                    .col(integer("version"))
                    .col(big_integer("created_at"))
                    .foreign_key(&mut references("organization_id", "organization"))
                    .to_owned(),
            )
            .await?;
        index(manager, "ip_right", &["organization_id", "number_key"], true).await?;
        index(manager, "ip_right", &["number_key"], false).await?;
        index(manager, "ip_right", &["created_at", "id"], false).await?;
        index(manager, "ip_right", &["expires_on", "id"], false).await?;
        manager
            .create_table(
                bare("ip_right_brand")
                    .col(uuid("right_id"))
                    .col(uuid("brand_id"))
                    .primary_key(Index::create().col("right_id").col("brand_id"))
                    .foreign_key(&mut references("right_id", "ip_right"))
                    .foreign_key(&mut references("brand_id", "brand"))
                    .to_owned(),
            )
            .await?;
        index(manager, "ip_right_brand", &["brand_id"], false).await?;
        manager
            .create_table(
                bare("ip_right_reminder")
                    .col(uuid("right_id"))
                    .col(big_integer("expires_on"))
                    .col(integer("days"))
                    .col(big_integer("window_start"))
                    .primary_key(Index::create().col("right_id").col("expires_on").col("days"))
                    .foreign_key(&mut references("right_id", "ip_right"))
                    .to_owned(),
            )
            .await?;
        index(manager, "ip_right_reminder", &["window_start"], false).await
    }
}
