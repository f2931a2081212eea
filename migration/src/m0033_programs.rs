//! Programmes of test purchases, and what moves a fund's money once other people agree.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DatabaseBackend};

use crate::table::{bare, index, insert_only, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        programs(manager).await?;
        orders(manager).await?;
        approvals(manager).await
    }
}

async fn programs(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("purchase_program")
                .col(text("reference"))
                .col(uuid("fund_id"))
                .col(text("name"))
                .col(text("purpose"))
                .col(text("starts_on"))
                .col(text("ends_on"))
                .col(boolean("open"))
                .col(big_integer_null("per_purchase_minor"))
                .col(big_integer_null("per_member_minor"))
                .col(big_integer_null("per_period_minor"))
                .col(integer_null("period_days"))
                .col(big_integer_null("per_seller_minor"))
                .col(text("required_evidence"))
                .col(big_integer_null("threshold_minor"))
                .col(big_integer_null("archived_at"))
                .col(uuid("created_by"))
                .col(integer("version"))
                .col(big_integer("created_at"))
                .foreign_key(&mut references("fund_id", "fund"))
                .foreign_key(&mut references("created_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "purchase_program", &["reference"], true).await?;
    index(manager, "purchase_program", &["fund_id"], false).await?;
    manager
        .create_table(
            bare("purchase_program_member")
                .col(uuid("program_id"))
                .col(uuid("organization_id"))
                .primary_key(Index::create().col("program_id").col("organization_id"))
                .foreign_key(&mut references("program_id", "purchase_program"))
                .foreign_key(&mut references("organization_id", "organization"))
                .to_owned(),
        )
        .await?;
    index(manager, "purchase_program_member", &["organization_id"], false).await
}

async fn orders(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("fund_order")
                .col(text("reference"))
                .col(uuid("fund_id"))
                .col(text("kind"))
                .col(text("state"))
                .col(big_integer_null("amount_minor"))
                .col(uuid_null("organization_id"))
                .col(uuid_null("program_id"))
                .col(uuid_null("counter_fund_id"))
                .col(big_integer_null("counter_minor"))
                .col(text_null("rate_source"))
                .col(uuid_null("reverses_id"))
                .col(integer("approvals_needed"))
                .col(text_null("bank_reference"))
                .col(text_null("note"))
                .col(text_null("reason"))
                .col(uuid("proposed_by"))
                .col(big_integer("proposed_at"))
                .col(big_integer_null("decided_at"))
                .col(integer("version"))
                .foreign_key(&mut references("fund_id", "fund"))
                .foreign_key(&mut references("organization_id", "organization"))
                .foreign_key(&mut references("program_id", "purchase_program"))
                .foreign_key(&mut references("counter_fund_id", "fund"))
                .foreign_key(&mut references("reverses_id", "ledger_entry"))
                .foreign_key(&mut references("proposed_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "fund_order", &["reference"], true).await?;
    index(manager, "fund_order", &["fund_id", "proposed_at"], false).await?;
    index(manager, "fund_order", &["state", "proposed_at"], false).await?;
    index(manager, "fund_order", &["organization_id"], false).await?;
    manager
        .create_table(
            bare("fund_order_share")
                .col(uuid("order_id"))
                .col(uuid("organization_id"))
                .col(integer("weight"))
                .col(big_integer("amount_minor"))
                .primary_key(Index::create().col("order_id").col("organization_id"))
                .foreign_key(&mut references("order_id", "fund_order"))
                .foreign_key(&mut references("organization_id", "organization"))
                .to_owned(),
        )
        .await
}

async fn approvals(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("fund_approval")
                .col(uuid("order_id"))
                .col(uuid("person_id"))
                .col(big_integer("at"))
                .foreign_key(&mut references("order_id", "fund_order"))
                .foreign_key(&mut references("person_id", "person"))
                .to_owned(),
        )
        .await?;
    // One human is not two.
    index(manager, "fund_approval", &["order_id", "person_id"], true).await?;
    insert_only(manager, "fund_approval", &["id"]).await?;
    if manager.get_database_backend() == DatabaseBackend::Sqlite {
        manager
            .get_connection()
            .execute_unprepared(
                "CREATE TRIGGER fund_approval_no_second BEFORE INSERT ON fund_approval WHEN EXISTS (SELECT 1 FROM fund_approval \
                 WHERE order_id = NEW.order_id AND person_id = NEW.person_id) \
                 BEGIN SELECT RAISE(ABORT, 'fund_approval is insert-only'); END",
            )
            .await?;
    }
    Ok(())
}
