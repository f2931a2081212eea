//! The ledger of funds: accounts with their counters, entries that nobody changes, holds, closed periods.
//!
//! What may never be is refused by the database itself: an account below zero, an entry between two funds, a second reversal,
//! more captured than held, more refunded than captured, a change of what was written.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DatabaseBackend};

use crate::table::{bare, index, insert_only, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// No counter comes near the end of what an integer takes.
const COUNTED: &str =
    "debits >= 0 AND credits >= 0 AND debits <= 4611686018427387904 AND credits <= 4611686018427387904";
/// No account is below zero but those that may be.
const COVERED: &str = "floats OR (normal = 'CREDIT' AND credits >= debits) OR (normal = 'DEBIT' AND debits >= credits)";
/// Nothing is captured that was not held, nor refunded that was not captured.
const HELD: &str = "amount_minor > 0 AND captured_minor >= 0 AND captured_minor <= amount_minor AND refunded_minor >= 0 \
                    AND refunded_minor <= captured_minor AND pooled_minor >= 0 AND pooled_minor <= refunded_minor";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        funds(manager).await?;
        accounts(manager).await?;
        entries(manager).await?;
        holds(manager).await?;
        periods(manager).await
    }
}

async fn funds(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("fund")
                .col(text("reference"))
                .col(text("name"))
                .col(text("currency"))
                .col(integer("period"))
                .col(uuid("created_by"))
                .col(integer("version"))
                .col(big_integer("created_at"))
                .foreign_key(&mut references("created_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "fund", &["reference"], true).await
}

async fn accounts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("ledger_account")
                .col(uuid("fund_id"))
                .col(text("code"))
                .col(text("kind"))
                .col(text("normal"))
                .col(boolean("floats"))
                .col(uuid_null("organization_id"))
                .col(uuid_null("program_id"))
                .col(big_integer("debits"))
                .col(big_integer("credits"))
                .col(big_integer_null("closed_at"))
                .col(big_integer("created_at"))
                .check(Expr::cust(COUNTED))
                .check(Expr::cust(COVERED))
                .foreign_key(&mut references("fund_id", "fund"))
                .foreign_key(&mut references("organization_id", "organization"))
                .to_owned(),
        )
        .await?;
    index(manager, "ledger_account", &["fund_id", "code"], true).await?;
    // What entries refer to, so that both sides of one are of its fund, and so of one currency.
    index(manager, "ledger_account", &["id", "fund_id"], true).await?;
    index(manager, "ledger_account", &["organization_id"], false).await?;
    index(manager, "ledger_account", &["program_id"], false).await
}

/// A foreign key from a side of an entry to an account of the entry's fund.
fn of_its_fund(side: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from_col(side)
        .from_col("fund_id")
        .to("ledger_account", ("id", "fund_id"))
        .to_owned()
}

async fn entries(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("ledger_entry")
                .col(uuid("fund_id"))
                .col(text("kind"))
                .col(text("of_kind"))
                .col(uuid("debit_id"))
                .col(uuid("credit_id"))
                .col(big_integer("amount_minor"))
                .col(text_null("cost_kind"))
                .col(integer("period"))
                .col(uuid("link_id"))
                .col(uuid_null("hold_id"))
                .col(uuid_null("order_id"))
                .col(uuid_null("reverses_id"))
                .col(uuid_null("clears_id"))
                .col(text_null("bank_reference"))
                .col(text_null("bank_line"))
                .col(text_null("note"))
                .col(uuid_null("recorded_by"))
                .col(big_integer("at"))
                .check(Expr::cust("amount_minor > 0 AND debit_id <> credit_id"))
                .foreign_key(&mut of_its_fund("debit_id"))
                .foreign_key(&mut of_its_fund("credit_id"))
                .foreign_key(&mut references("reverses_id", "ledger_entry"))
                .foreign_key(&mut references("clears_id", "ledger_entry"))
                .foreign_key(&mut references("recorded_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "ledger_entry", &["reverses_id"], true).await?;
    index(manager, "ledger_entry", &["bank_line"], true).await?;
    index(manager, "ledger_entry", &["fund_id", "at", "id"], false).await?;
    index(manager, "ledger_entry", &["fund_id", "period", "id"], false).await?;
    index(manager, "ledger_entry", &["debit_id"], false).await?;
    index(manager, "ledger_entry", &["credit_id"], false).await?;
    index(manager, "ledger_entry", &["hold_id"], false).await?;
    index(manager, "ledger_entry", &["order_id"], false).await?;
    index(manager, "ledger_entry", &["clears_id"], true).await?;
    index(manager, "ledger_entry", &["link_id"], false).await?;
    insert_only(
        manager,
        "ledger_entry",
        &["id", "reverses_id", "clears_id", "bank_line"],
    )
    .await
}

async fn holds(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("fund_hold")
                .col(uuid("fund_id"))
                .col(uuid("allocation_id"))
                .col(uuid("account_id"))
                .col(uuid("purchase_id"))
                .col(big_integer("amount_minor"))
                .col(big_integer("captured_minor"))
                .col(big_integer("refunded_minor"))
                .col(big_integer("pooled_minor"))
                .col(text("currency"))
                .col(text("state"))
                .col(big_integer("expires_at"))
                .col(big_integer("created_at"))
                .col(big_integer_null("closed_at"))
                .check(Expr::cust(HELD))
                .foreign_key(&mut references("fund_id", "fund"))
                .foreign_key(&mut references("allocation_id", "ledger_account"))
                .foreign_key(&mut references("account_id", "ledger_account"))
                .to_owned(),
        )
        .await?;
    index(manager, "fund_hold", &["allocation_id", "created_at"], false).await?;
    index(manager, "fund_hold", &["purchase_id"], false).await?;
    index(manager, "fund_hold", &["state", "expires_at"], false).await?;
    index(manager, "fund_hold", &["fund_id"], false).await?;
    manager
        .create_table(
            bare("fund_demand")
                .col(uuid("purchase_id").primary_key())
                .col(uuid("allocation_id"))
                .col(big_integer("amount_minor"))
                .foreign_key(&mut references("allocation_id", "ledger_account"))
                .to_owned(),
        )
        .await?;
    index(manager, "fund_demand", &["allocation_id"], false).await
}

async fn periods(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("fund_period")
                .col(uuid("fund_id"))
                .col(integer("number"))
                .col(text("lines"))
                .col(integer("entries"))
                .col(text("digest"))
                .col(text("prev"))
                .col(text("hash"))
                .col(uuid("closed_by"))
                .col(uuid("approved_by"))
                .col(big_integer("closed_at"))
                .foreign_key(&mut references("fund_id", "fund"))
                .foreign_key(&mut references("closed_by", "person"))
                .foreign_key(&mut references("approved_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "fund_period", &["fund_id", "number"], true).await?;
    index(manager, "fund_period", &["hash"], true).await?;
    insert_only(manager, "fund_period", &["id", "hash"]).await?;
    no_second_period(manager).await?;
    manager
        .create_table(
            with_id("suspense_explanation")
                .col(uuid("entry_id"))
                .col(text("text"))
                .col(uuid("explained_by"))
                .col(big_integer("at"))
                .foreign_key(&mut references("entry_id", "ledger_entry"))
                .foreign_key(&mut references("explained_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "suspense_explanation", &["entry_id"], false).await?;
    insert_only(manager, "suspense_explanation", &["id"]).await
}

/// On SQLite `INSERT OR REPLACE` would put another period in the place of one with its number without firing the trigger
/// that refuses deletions.
async fn no_second_period(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    if manager.get_database_backend() == DatabaseBackend::Sqlite {
        manager
            .get_connection()
            .execute_unprepared(
                "CREATE TRIGGER fund_period_no_second BEFORE INSERT ON fund_period WHEN EXISTS (SELECT 1 FROM fund_period \
                 WHERE fund_id = NEW.fund_id AND number = NEW.number) \
                 BEGIN SELECT RAISE(ABORT, 'fund_period is insert-only'); END",
            )
            .await?;
    }
    Ok(())
}
