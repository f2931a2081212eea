//! The entries as a table: CSV and a workbook. Amounts are decimal text in both, because a workbook's numbers are no exact ones.

use rust_xlsxwriter::{Color, DocProperties, Format, FormatAlign, Workbook, XlsxError};

use super::day_of;
use crate::{
    exports::harmless,
    funds::{commands::Report, store::EntryRow},
    members::rules::Language,
    platform::{
        error::{ApiError, Result},
        ids::{IdKind, encode},
        money::Money,
    },
};

/// The columns: their names in English and Chinese, and their width in characters.
const COLUMNS: [(&str, &str, u16); 12] = [
    ("Day (UTC)", "日期 (UTC)", 12),
    ("Entry", "分录", 40),
    ("Kind", "类型", 18),
    ("Debit", "借方", 40),
    ("Credit", "贷方", 40),
    ("Amount", "金额", 16),
    ("Currency", "币种", 10),
    ("Spent on", "费用类别", 14),
    ("Period", "期间", 8),
    ("Bank reference", "银行流水号", 24),
    ("Note", "备注", 40),
    ("Takes back", "冲销分录", 40),
];

fn names(language: Language) -> impl Iterator<Item = &'static str> {
    COLUMNS.iter().map(move |(en, zh, _)| match language {
        Language::En => *en,
        Language::ZhHans => *zh,
    })
}

fn cells(report: &Report, row: &EntryRow) -> Result<[String; 12]> {
    let amount = Money {
        minor: row.amount_minor,
        currency: report.fund.currency.clone(),
    };
    Ok([
        day_of(row.at).to_string(),
        encode(IdKind::LedgerEntry, row.id),
        row.kind.clone(),
        report.account(row.debit_id)?,
        report.account(row.credit_id)?,
        amount.amount(),
        amount.currency,
        row.cost_kind.clone().unwrap_or_default(),
        row.period.to_string(),
        row.bank_reference.clone().unwrap_or_default(),
        row.note.clone().unwrap_or_default(),
        row.reverses_id
            .map_or_else(String::new, |id| encode(IdKind::LedgerEntry, id)),
    ])
}

/// With the mark by which spreadsheets know UTF-8, and every cell in quotes.
///
/// # Errors
/// `INTERNAL`.
pub(super) fn csv(report: &Report, language: Language) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(names(language)).map_err(ApiError::internal)?;
    for row in &report.entries {
        let cells = cells(report, row)?;
        let record = cells.iter().map(|cell| harmless(cell));
        writer.write_record(record).map_err(ApiError::internal)?;
    }
    writer
        .into_inner()
        .map_err(|error| ApiError::internal(error.into_error()))
}

/// # Errors
/// `INTERNAL`.
pub(super) fn xlsx(report: &Report, language: Language) -> Result<Vec<u8>> {
    let rows: Result<Vec<_>> = report.entries.iter().map(|row| cells(report, row)).collect();
    workbook(report, &rows?, language).map_err(ApiError::internal)
}

/// Every cell is written as text, which no program runs.
fn workbook(report: &Report, rows: &[[String; 12]], language: Language) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let title = format!("{} {}", report.fund.reference, report.fund.name);
    workbook.set_properties(&DocProperties::new().set_title(&title).set_author("Touchstone"));
    let sheet = workbook.add_worksheet();
    sheet.set_name("Ledger")?;
    let head = Format::new().set_bold().set_background_color(Color::RGB(0x00E8_EAED));
    for (at, name) in (0..).zip(names(language)) {
        sheet.write_string_with_format(0, at, name, &head)?;
    }
    for (at, (_, _, width)) in (0..).zip(&COLUMNS) {
        sheet.set_column_width(at, *width)?;
    }
    let text = Format::new().set_align(FormatAlign::Top);
    for (row, cells) in (1..).zip(rows) {
        for (at, cell) in (0..).zip(cells) {
            sheet.write_string_with_format(row, at, cell, &text)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    workbook.save_to_buffer()
}
