//! Leads, items, grants, deliveries, answers, comments, the timeline and the outbox.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                with_id("lead")
                    .col(text("reference"))
                    .col(uuid("owner_id"))
                    .col(uuid("created_by"))
                    .col(uuid_null("on_behalf_by"))
                    .col(text("source"))
                    .col(text("channel"))
                    .col(text("title"))
                    .col(text_null("summary"))
                    .col(text("infringement_types"))
                    .col(text_null("country"))
                    .col(text_null("division_code"))
                    .col(text_null("grade"))
                    .col(integer("priority"))
                    .col(text("tlp"))
                    .col(text("handling_code"))
                    .col(text("state"))
                    .col(boolean("community"))
                    .col(boolean("items_open"))
                    .col(big_integer_null("value_minor"))
                    .col(text_null("value_currency"))
                    .col(text_null("outcome"))
                    .col(text_null("reject_reason"))
                    .col(text_null("override_reason"))
                    .col(big_integer_null("submitted_at"))
                    .col(big_integer_null("shared_at"))
                    .col(integer("version"))
                    .col(integer("content_version"))
                    .col(big_integer("created_at"))
                    .col(big_integer("updated_at"))
                    .col(big_integer("content_updated_at"))
                    .foreign_key(&mut references("owner_id", "organization"))
                    .foreign_key(&mut references("created_by", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "lead", &["reference"], true).await?;
        index(manager, "lead", &["owner_id"], false).await?;
        manager
            .create_table(
                with_id("lead_item")
                    .col(uuid("lead_id"))
                    .col(integer("position"))
                    .col(uuid_null("brand_id"))
                    .col(text("title"))
                    .col(text_null("url"))
                    .col(text_null("platform"))
                    .col(text_null("listing_kind"))
                    .col(text_null("listing_id"))
                    .col(text_null("canonical_url"))
                    .col(text_null("seller"))
                    .col(text_null("shop_id"))
                    .col(big_integer_null("price_minor"))
                    .col(text_null("price_currency"))
                    .col(big_integer_null("captured_at"))
                    .foreign_key(&mut references("lead_id", "lead"))
                    .foreign_key(&mut references("brand_id", "brand"))
                    .to_owned(),
            )
            .await?;
        index(manager, "lead_item", &["lead_id", "position"], false).await?;
        index(manager, "lead_item", &["platform", "listing_id"], false).await?;
        index(manager, "lead_item", &["canonical_url"], false).await?;
        index(manager, "lead_item", &["brand_id"], false).await?;
        manager
            .create_table(
                with_id("lead_grant")
                    .col(uuid("lead_id"))
                    .col(uuid_null("person_id"))
                    .col(uuid_null("organization_id"))
                    .col(text_null("reason"))
                    .col(uuid("granted_by"))
                    .col(big_integer("granted_at"))
                    .col(big_integer("expires_at"))
                    .col(big_integer_null("revoked_at"))
                    .foreign_key(&mut references("lead_id", "lead"))
                    .foreign_key(&mut references("person_id", "person"))
                    .foreign_key(&mut references("organization_id", "organization"))
                    .to_owned(),
            )
            .await?;
        index(manager, "lead_grant", &["lead_id"], false).await?;
        manager
            .create_table(
                with_id("delivery")
                    .col(uuid("lead_id"))
                    .col(uuid("recipient_id"))
                    .col(text("state"))
                    .col(integer("round"))
                    .col(text("rule"))
                    .col(text("calendar_version"))
                    .col(boolean("provisional"))
                    .col(big_integer("pushed_at"))
                    .col(text("due_on"))
                    .col(big_integer("due_at"))
                    .col(big_integer("expires_at"))
                    .col(big_integer_null("paused_at"))
                    .col(big_integer_null("pause_ends_at"))
                    .col(integer("paused_days"))
                    .col(big_integer_null("overdue_at"))
                    .col(text_null("verdict"))
                    .col(text_null("reason"))
                    .col(integer_null("test_purchases"))
                    .col(big_integer_null("answered_at"))
                    .col(uuid_null("answered_by"))
                    .col(boolean("late"))
                    .col(boolean("attribution_allowed"))
                    .col(text_null("info_question"))
                    .col(text_null("info_answer"))
                    .col(integer("version"))
                    .col(big_integer("created_at"))
                    .foreign_key(&mut references("lead_id", "lead"))
                    .foreign_key(&mut references("recipient_id", "organization"))
                    .to_owned(),
            )
            .await?;
        index(manager, "delivery", &["lead_id", "recipient_id"], false).await?;
        index(manager, "delivery", &["state", "due_at"], false).await?;
        manager
            .create_table(
                with_id("delivery_answer")
                    .col(uuid("delivery_id"))
                    .col(integer("number"))
                    .col(text("verdict"))
                    .col(text("reason"))
                    .col(integer_null("test_purchases"))
                    .col(uuid("answered_by"))
                    .col(big_integer("answered_at"))
                    .col(boolean("late"))
                    .foreign_key(&mut references("delivery_id", "delivery"))
                    .to_owned(),
            )
            .await?;
        index(manager, "delivery_answer", &["delivery_id", "number"], true).await?;
        manager
            .create_table(
                with_id("comment")
                    .col(uuid("lead_id"))
                    .col(uuid("author_id"))
                    .col(uuid("organization_id"))
                    .col(uuid_null("on_behalf_of"))
                    .col(text("body"))
                    .col(boolean("for_all_viewers"))
                    .col(boolean("attribution_allowed"))
                    .col(big_integer("created_at"))
                    .foreign_key(&mut references("lead_id", "lead"))
                    .foreign_key(&mut references("author_id", "person"))
                    .foreign_key(&mut references("organization_id", "organization"))
                    .to_owned(),
            )
            .await?;
        index(manager, "comment", &["lead_id", "created_at"], false).await?;
        manager
            .create_table(
                with_id("timeline_entry")
                    .col(uuid("lead_id"))
                    .col(text("kind"))
                    .col(big_integer("at"))
                    .col(uuid_null("actor_id"))
                    .col(uuid_null("organization_id"))
                    .col(text("visibility"))
                    .col(uuid_null("delivery_id"))
                    .col(uuid_null("comment_id"))
                    .col(text_null("detail"))
                    .col(text_null("reason"))
                    .foreign_key(&mut references("lead_id", "lead"))
                    .to_owned(),
            )
            .await?;
        index(manager, "timeline_entry", &["lead_id", "at"], false).await?;
        index(manager, "timeline_entry", &["kind", "at"], false).await?;
        manager
            .create_table(
                bare("outbox")
                    // In the order of writing: positions follow it, because a relay numbers rows of one object in order.
                    .col(big_pk_auto("number"))
                    .col(uuid_uniq("id"))
                    .col(text("kind"))
                    .col(uuid("root_id"))
                    .col(uuid("object_id"))
                    .col(big_integer_null("position"))
                    .col(text("principals"))
                    .col(text("payload"))
                    .col(big_integer("created_at"))
                    .to_owned(),
            )
            .await?;
        index(manager, "outbox", &["position"], true).await?;
        Ok(())
    }
}
