//! What clients send about bank statements.

use async_graphql::{ID, InputObject};
use uuid::Uuid;

use super::enums::{GqlBankColumn, GqlBankDateOrder, GqlBankDecimalMark, GqlBankLineState};
use crate::{
    bank_statements::{
        commands::Sent,
        rules::{BankDateOrder, BankDecimalMark, ColumnMapping, TableOptions, first_moment, moment_after},
        store::LineQuery,
    },
    platform::{
        error::{ApiError, Result},
        graphql::{
            scalars::{Date, Decimal},
            uuid,
        },
        ids::IdKind,
    },
};

/// A column of a bank's table, and what it holds.
#[derive(Debug, Clone, InputObject)]
pub struct BankColumnInput {
    /// The column's name in the first row.
    column: String,
    /// What it holds.
    field: GqlBankColumn,
}

/// A file of a bank, and how to read it.
#[derive(Debug, Clone, InputObject)]
pub struct BankStatementInput {
    /// Of which fund's account.
    fund_id: ID,
    /// What the file is called, at most 200 characters.
    name: String,
    /// The file in base64, at most 700 KiB before.
    content: String,
    /// Which columns of a table hold what; as their names suggest where it is left out.
    columns: Option<Vec<BankColumnInput>>,
    /// In which order a table writes dates; `YMD` where it is left out.
    date_order: Option<GqlBankDateOrder>,
    /// What stands before the decimals in a table; `POINT` where it is left out.
    decimal_mark: Option<GqlBankDecimalMark>,
    /// Rows of a table before the one that names the columns, 0 to 50; 0 where it is left out.
    skip_rows: Option<i32>,
    /// What was there before the first line, for tables without a column of balances.
    opening_balance: Option<Decimal>,
    /// What was there after the last line, for tables without a column of balances.
    closing_balance: Option<Decimal>,
}

impl BankStatementInput {
    pub(super) fn read(self) -> Result<Sent> {
        let column = |column: BankColumnInput| ColumnMapping {
            column: column.column,
            field: column.field.into(),
        };
        let skip_rows = usize::try_from(self.skip_rows.unwrap_or(0));
        Ok(Sent {
            fund: uuid(IdKind::Fund, &self.fund_id)?,
            name: self.name,
            content: self.content,
            options: TableOptions {
                columns: self.columns.map(|columns| columns.into_iter().map(column).collect()),
                date_order: self.date_order.map_or(BankDateOrder::Ymd, Into::into),
                decimal_mark: self.decimal_mark.map_or(BankDecimalMark::Point, Into::into),
                skip_rows: skip_rows.map_err(|_| ApiError::input("skipRows", "0 to 50 rows."))?,
                opening: self.opening_balance.map(|amount| amount.0),
                closing: self.closing_balance.map(|amount| amount.0),
            },
        })
    }
}

/// A file to be imported as it was looked at.
#[derive(Debug, Clone, InputObject)]
pub struct ImportBankStatementInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// What was looked at.
    pub(super) statement: BankStatementInput,
    /// The preview's token.
    pub(super) preview_token: String,
}

/// Lines and entries that are the same money.
#[derive(Debug, Clone, InputObject)]
pub struct MatchBankLinesInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Which lines, 1 to 50.
    pub(super) bank_line_ids: Vec<ID>,
    /// Which entries, at most 50.
    pub(super) ledger_entry_ids: Vec<ID>,
    /// The words to it, at most 1,000 characters.
    pub(super) note: Option<String>,
}

/// A fund of which what is sure is to be matched.
#[derive(Debug, Clone, InputObject)]
pub struct MatchBankLinesByReferenceInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Which fund.
    pub(super) fund_id: ID,
}

/// A match to be taken back.
#[derive(Debug, Clone, InputObject)]
pub struct UnmatchBankLinesInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Which match.
    pub(super) bank_match_id: ID,
    /// Why, 1 to 1,000 characters.
    pub(super) reason: String,
}

/// A line that nobody can place.
#[derive(Debug, Clone, InputObject)]
pub struct SuspendBankLineInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Which line.
    pub(super) bank_line_id: ID,
    /// The words to it, at most 1,000 characters.
    pub(super) note: Option<String>,
}

/// Which statements to list; what is left out does not narrow the list.
#[derive(Debug, Clone, Default, InputObject)]
pub struct BankStatementFilter {
    /// Of this fund.
    fund_id: Option<ID>,
}

impl BankStatementFilter {
    pub(super) fn read(self) -> Result<Option<Uuid>> {
        self.fund_id.map(|id| uuid(IdKind::Fund, &id)).transpose()
    }
}

/// Which lines to list; what is left out does not narrow the list.
#[derive(Debug, Clone, Default, InputObject)]
pub struct BankLineFilter {
    /// Of this fund.
    fund_id: Option<ID>,
    /// Of this statement.
    statement_id: Option<ID>,
    /// That stand so.
    states: Option<Vec<GqlBankLineState>>,
    /// Booked on this day or later.
    from: Option<Date>,
    /// Booked on this day or earlier.
    to: Option<Date>,
}

impl BankLineFilter {
    pub(super) fn read(self) -> Result<LineQuery> {
        let statement = self.statement_id.map(|id| uuid(IdKind::BankStatement, &id));
        Ok(LineQuery {
            fund: self.fund_id.map(|id| uuid(IdKind::Fund, &id)).transpose()?,
            statement: statement.transpose()?,
            states: self.states.unwrap_or_default().into_iter().map(Into::into).collect(),
            from: self.from.map(|day| first_moment(day.0)),
            before: self.to.map(|day| moment_after(day.0)),
        })
    }
}
