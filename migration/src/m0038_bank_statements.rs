//! Bank statements as they were imported, and what of them is matched with the ledger; the history of what is asked for.
//!
//! What the bank said is never changed, nor is a match: it stands or was taken back. A line, and an entry, stands in one match
//! at most, because its id is the key of the row that says so.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, insert_only, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        files(manager).await?;
        statements(manager).await?;
        lines(manager).await?;
        matches(manager).await?;
        standing(manager).await?;
        demand(manager).await
    }
}

async fn files(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("bank_file")
                .col(uuid("fund_id"))
                .col(text("name"))
                .col(text("format"))
                .col(text("sha256"))
                .col(big_integer("size"))
                .col(blob("content"))
                .col(uuid("imported_by"))
                .col(big_integer("imported_at"))
                .foreign_key(&mut references("fund_id", "fund"))
                .foreign_key(&mut references("imported_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "bank_file", &["fund_id"], false).await?;
    insert_only(manager, "bank_file", &["id"]).await
}

async fn statements(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("bank_statement")
                .col(text("reference"))
                .col(uuid("fund_id"))
                .col(uuid("file_id"))
                .col(text_null("bank_id"))
                .col(text_null("account"))
                .col(big_integer("from_on"))
                .col(big_integer("to_on"))
                .col(big_integer("opening_minor"))
                .col(big_integer("closing_minor"))
                .col(integer("lines"))
                .col(uuid("imported_by"))
                .col(big_integer("imported_at"))
                .check(Expr::cust("from_on <= to_on"))
                .foreign_key(&mut references("fund_id", "fund"))
                .foreign_key(&mut references("file_id", "bank_file"))
                .foreign_key(&mut references("imported_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "bank_statement", &["reference"], true).await?;
    index(manager, "bank_statement", &["fund_id", "to_on", "id"], false).await?;
    index(manager, "bank_statement", &["file_id"], false).await?;
    insert_only(manager, "bank_statement", &["id", "reference"]).await
}

async fn lines(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("bank_line")
                .col(uuid("statement_id"))
                .col(uuid("fund_id"))
                .col(integer("number"))
                .col(integer("place"))
                .col(big_integer("booked_on"))
                .col(big_integer_null("value_on"))
                .col(big_integer("amount_minor"))
                .col(text_null("reference"))
                .col(text("references_json"))
                .col(text("line_key"))
                .col(text_null("counterparty"))
                .col(text_null("text"))
                .check(Expr::cust("amount_minor <> 0"))
                .foreign_key(&mut references("statement_id", "bank_statement"))
                .foreign_key(&mut references("fund_id", "fund"))
                .to_owned(),
        )
        .await?;
    index(manager, "bank_line", &["line_key"], true).await?;
    index(manager, "bank_line", &["statement_id", "number"], false).await?;
    index(manager, "bank_line", &["fund_id", "booked_on", "id"], false).await?;
    insert_only(manager, "bank_line", &["id", "line_key"]).await
}

async fn matches(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("bank_match")
                .col(uuid("fund_id"))
                .col(text("kind"))
                .col(big_integer("amount_minor"))
                .col(text("reasons"))
                .col(text_null("note"))
                .col(uuid_null("made_by"))
                .col(big_integer("made_at"))
                .foreign_key(&mut references("fund_id", "fund"))
                .foreign_key(&mut references("made_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "bank_match", &["fund_id"], false).await?;
    insert_only(manager, "bank_match", &["id"]).await?;
    manager
        .create_table(
            with_id("bank_match_part")
                .col(uuid("match_id"))
                .col(uuid_null("line_id"))
                .col(uuid_null("entry_id"))
                .check(Expr::cust("(line_id IS NULL) <> (entry_id IS NULL)"))
                .foreign_key(&mut references("match_id", "bank_match"))
                .foreign_key(&mut references("line_id", "bank_line"))
                .foreign_key(&mut references("entry_id", "ledger_entry"))
                .to_owned(),
        )
        .await?;
    index(manager, "bank_match_part", &["match_id"], false).await?;
    index(manager, "bank_match_part", &["line_id"], false).await?;
    index(manager, "bank_match_part", &["entry_id"], false).await?;
    insert_only(manager, "bank_match_part", &["id"]).await?;
    manager
        .create_table(
            bare("bank_unmatch")
                .col(uuid("match_id").primary_key())
                .col(text("reason"))
                .col(uuid("undone_by"))
                .col(big_integer("undone_at"))
                .foreign_key(&mut references("match_id", "bank_match"))
                .foreign_key(&mut references("undone_by", "person"))
                .to_owned(),
        )
        .await?;
    insert_only(manager, "bank_unmatch", &["match_id"]).await
}

async fn standing(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            bare("bank_matched_line")
                .col(uuid("line_id").primary_key())
                .col(uuid("match_id"))
                .foreign_key(&mut references("line_id", "bank_line"))
                .foreign_key(&mut references("match_id", "bank_match"))
                .to_owned(),
        )
        .await?;
    index(manager, "bank_matched_line", &["match_id"], false).await?;
    manager
        .create_table(
            bare("bank_matched_entry")
                .col(uuid("entry_id").primary_key())
                .col(uuid("match_id"))
                .foreign_key(&mut references("entry_id", "ledger_entry"))
                .foreign_key(&mut references("match_id", "bank_match"))
                .to_owned(),
        )
        .await?;
    index(manager, "bank_matched_entry", &["match_id"], false).await
}

async fn demand(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            bare("fund_demand_step")
                .col(uuid("purchase_id"))
                .col(integer("number"))
                .col(uuid("allocation_id"))
                .col(big_integer("amount_minor"))
                .col(big_integer("at"))
                .primary_key(Index::create().col("purchase_id").col("number"))
                .check(Expr::cust("amount_minor >= 0"))
                .foreign_key(&mut references("allocation_id", "ledger_account"))
                .to_owned(),
        )
        .await?;
    index(manager, "fund_demand_step", &["allocation_id", "at"], false).await
}
