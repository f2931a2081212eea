//! Test purchases: what was asked for, who approved it, what was ordered and received.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, insert_only, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// What is bought is at least one, costs something, and no more is approved than was asked for.
const BOUGHT: &str = "quantity > 0 AND (approved_quantity IS NULL OR (approved_quantity > 0 AND approved_quantity <= quantity)) \
                      AND unit_minor > 0 AND shipping_minor >= 0 AND fees_minor >= 0";
/// Whoever asked for it does not buy it.
const TWO: &str = "buyer_id IS NULL OR buyer_id <> requested_by";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        purchases(manager).await?;
        approvals(manager).await?;
        events(manager).await?;
        money(manager).await?;
        evidence(manager).await
    }
}

async fn purchases(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("purchase")
                .col(text("reference"))
                .col(text("state"))
                .col(text("initiator"))
                .col(uuid("organization_id"))
                .col(uuid_null("holder_id"))
                .col(uuid_null("program_id"))
                .col(uuid("allocation_id"))
                .col(uuid("brand_id"))
                .col(uuid("lead_id"))
                .col(uuid("item_id"))
                .col(uuid_null("delivery_id"))
                .col(text("title"))
                .col(text_null("listing_url"))
                .col(text_null("seller"))
                .col(uuid_null("subject_id"))
                .col(integer("quantity"))
                .col(integer_null("approved_quantity"))
                .col(text("reason"))
                .col(text("purpose"))
                .col(boolean("notarised"))
                .col(text("currency"))
                .col(big_integer("unit_minor"))
                .col(big_integer("shipping_minor"))
                .col(big_integer("fees_minor"))
                .col(big_integer("amount_minor"))
                .col(big_integer_null("approved_minor"))
                .col(integer("approvals_needed"))
                .col(uuid("requested_by"))
                .col(big_integer("requested_at"))
                .col(big_integer_null("decided_at"))
                .col(text_null("decision_reason"))
                .col(uuid_null("hold_id"))
                .col(big_integer_null("hold_expires_at"))
                .col(uuid_null("buyer_id"))
                .col(uuid_null("assigned_by"))
                .col(big_integer_null("assigned_at"))
                .col(text_null("sealed"))
                .col(text_null("order_number"))
                .col(big_integer_null("ordered_at"))
                .col(text_null("carrier"))
                .col(text_null("parcel_number"))
                .col(big_integer_null("shipped_at"))
                .col(big_integer_null("received_at"))
                .col(big_integer_null("refund_minor"))
                .col(text_null("refund_due_on"))
                .col(big_integer_null("refund_opened_at"))
                .col(big_integer_null("refund_settled_at"))
                .col(text_null("refund_waived"))
                .col(big_integer_null("hold_reminded_at"))
                .col(big_integer_null("refund_reminded_at"))
                .col(big_integer_null("closed_at"))
                .col(integer("version"))
                .check(Expr::cust(BOUGHT))
                .check(Expr::cust(TWO))
                .foreign_key(&mut references("organization_id", "organization"))
                .foreign_key(&mut references("holder_id", "organization"))
                .foreign_key(&mut references("program_id", "purchase_program"))
                .foreign_key(&mut references("allocation_id", "ledger_account"))
                .foreign_key(&mut references("brand_id", "brand"))
                .foreign_key(&mut references("lead_id", "lead"))
                .foreign_key(&mut references("delivery_id", "delivery"))
                .foreign_key(&mut references("hold_id", "fund_hold"))
                .foreign_key(&mut references("requested_by", "person"))
                .foreign_key(&mut references("buyer_id", "person"))
                .foreign_key(&mut references("assigned_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "purchase", &["reference"], true).await?;
    for column in [
        "holder_id",
        "program_id",
        "allocation_id",
        "brand_id",
        "lead_id",
        "delivery_id",
        "hold_id",
        "requested_by",
        "assigned_by",
    ] {
        index(manager, "purchase", &[column], false).await?;
    }
    index(manager, "purchase", &["organization_id", "requested_at", "id"], false).await?;
    index(manager, "purchase", &["buyer_id", "requested_at", "id"], false).await?;
    index(manager, "purchase", &["requested_at", "id"], false).await?;
    index(manager, "purchase", &["state", "requested_at", "id"], false).await
}

async fn approvals(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("purchase_approval")
                .col(uuid("purchase_id"))
                .col(uuid("person_id"))
                .col(integer("quantity"))
                .col(big_integer("at"))
                .foreign_key(&mut references("purchase_id", "purchase"))
                .foreign_key(&mut references("person_id", "person"))
                .to_owned(),
        )
        .await?;
    // Nobody counts twice.
    index(manager, "purchase_approval", &["purchase_id", "person_id"], true).await?;
    index(manager, "purchase_approval", &["person_id"], false).await?;
    insert_only(manager, "purchase_approval", &["id"]).await
}

async fn events(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("purchase_event")
                .col(uuid("purchase_id"))
                .col(text("kind"))
                .col(big_integer("at"))
                .col(uuid_null("actor_id"))
                .col(text_null("note"))
                .foreign_key(&mut references("purchase_id", "purchase"))
                .foreign_key(&mut references("actor_id", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "purchase_event", &["purchase_id", "at", "id"], false).await?;
    index(manager, "purchase_event", &["actor_id"], false).await?;
    insert_only(manager, "purchase_event", &["id"]).await
}

async fn money(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("purchase_top_up")
                .col(uuid("purchase_id"))
                .col(big_integer("amount_minor"))
                .col(text("reason"))
                .col(text("state"))
                .col(uuid("asked_by"))
                .col(big_integer("asked_at"))
                .col(uuid_null("decided_by"))
                .col(big_integer_null("decided_at"))
                .col(text_null("refusal"))
                .check(Expr::cust(
                    "amount_minor > 0 AND (decided_by IS NULL OR decided_by <> asked_by)",
                ))
                .foreign_key(&mut references("purchase_id", "purchase"))
                .foreign_key(&mut references("asked_by", "person"))
                .foreign_key(&mut references("decided_by", "person"))
                .to_owned(),
        )
        .await?;
    for column in ["purchase_id", "asked_by", "decided_by"] {
        index(manager, "purchase_top_up", &[column], false).await?;
    }
    manager
        .create_table(
            bare("purchase_cost")
                .col(uuid("purchase_id"))
                .col(text("kind"))
                .col(big_integer("amount_minor"))
                .primary_key(Index::create().col("purchase_id").col("kind"))
                .check(Expr::cust("amount_minor > 0"))
                .foreign_key(&mut references("purchase_id", "purchase"))
                .to_owned(),
        )
        .await
}

async fn evidence(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            bare("purchase_evidence")
                .col(uuid("purchase_id"))
                .col(uuid("evidence_id"))
                .col(text("role"))
                .primary_key(Index::create().col("purchase_id").col("evidence_id"))
                .foreign_key(&mut references("purchase_id", "purchase"))
                .foreign_key(&mut references("evidence_id", "evidence_item"))
                .to_owned(),
        )
        .await?;
    index(manager, "purchase_evidence", &["evidence_id"], false).await
}
