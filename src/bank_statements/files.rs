//! Reconciliation in files: every line of some days with what it is matched with; and the file of a bank as it was imported.

use std::collections::HashMap;

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, Format, Workbook, XlsxError};
use serde_json::json;
use uuid::Uuid;

use super::{
    commands::{Book, book},
    rules::{BankStatementFormat, day_of},
    store::{self, LineRow},
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    exports::harmless,
    members::rules::Language,
    permissions::{Action, Scope, Viewer},
    platform::{
        db::code,
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, encode},
        money::Money,
    },
};

/// Which file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString)]
pub(crate) enum FileKind {
    /// A table.
    #[strum(serialize = "reconciliation.csv")]
    Csv,
    /// The same as a workbook.
    #[strum(serialize = "reconciliation.xlsx")]
    Xlsx,
}

/// A file, and what to call it.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) bytes: Vec<u8>,
    pub(crate) media_type: &'static str,
    pub(crate) name: String,
}

/// The columns, in English and Chinese.
const COLUMNS: [(&str, &str); 9] = [
    ("Booked on", "记账日期"),
    ("Line", "流水"),
    ("Amount", "金额"),
    ("Currency", "币种"),
    ("Reference", "银行流水号"),
    ("Counterparty", "对方户名"),
    ("Text", "摘要"),
    ("Match", "匹配"),
    ("Entries", "分录"),
];

fn names(language: Language) -> Vec<&'static str> {
    let name = |(en, zh): &(&'static str, &'static str)| match language {
        Language::En => *en,
        Language::ZhHans => *zh,
    };
    COLUMNS.iter().map(name).collect()
}

fn may_read(viewer: &Viewer) -> Result<()> {
    match viewer.scope(Action::BankStatementRead) == Scope::All {
        true => Ok(()),
        false => Err(ApiError::not_found()),
    }
}

/// Writes the lines of some days, in UTC, with what each is matched with.
///
/// # Errors
/// `FORBIDDEN` for who reads no ledger, `NOT_FOUND`, `BAD_USER_INPUT` for days that are none.
pub(crate) async fn write(
    app: &App,
    viewer: &Viewer,
    (fund, kind): (Uuid, FileKind),
    days: (Date, Date),
    language: Language,
) -> Result<File> {
    may_read(viewer)?;
    if viewer.scope(Action::LedgerRead) != Scope::All {
        return Err(ErrorCode::Forbidden.into());
    }
    let book = book(app, fund, days).await?;
    let matches: Vec<Uuid> = book.lines.iter().filter_map(|(_, of)| *of).collect();
    let mut entries: HashMap<Uuid, Vec<String>> = HashMap::new();
    for some in matches.chunks(1_000) {
        for part in store::parts_of(app.db.read(), some).await? {
            let known = entries.entry(part.match_id).or_default();
            known.extend(part.entry_id.map(|id| encode(IdKind::LedgerEntry, id)));
        }
    }
    let rows: Vec<[String; 9]> = book.lines.iter().map(|line| cells(&book, line, &entries)).collect();
    let file: &str = kind.into();
    let name = format!("{}-{}-{}-{file}", book.fund.reference, days.0, days.1);
    let title = format!("{} {}", book.fund.reference, book.fund.name);
    let work = move || match kind {
        FileKind::Csv => csv(&rows, language),
        FileKind::Xlsx => workbook(&title, &rows, language).map_err(ApiError::internal),
    };
    let bytes = tokio::task::spawn_blocking(work).await.map_err(ApiError::internal)??;
    let detail = json!({ "file": file, "from": days.0.to_string(), "to": days.1.to_string() });
    let act = Act::on(Category::Money, "exportReconciliation", IdKind::Fund, fund).with(&detail);
    noted(app, viewer, act).await?;
    let media_type = match kind {
        FileKind::Csv => "text/csv; charset=utf-8",
        FileKind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
    Ok(File {
        bytes,
        media_type,
        name,
    })
}

async fn noted(app: &App, viewer: &Viewer, act: Act<'_>) -> Result<()> {
    let tx = app.begin().await?;
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}

fn cells(book: &Book, (row, of): &(LineRow, Option<Uuid>), entries: &HashMap<Uuid, Vec<String>>) -> [String; 9] {
    let amount = Money {
        minor: row.amount_minor,
        currency: book.fund.currency.clone(),
    };
    let matched = of.and_then(|of| entries.get(&of)).map(|ids| ids.join(" "));
    [
        day_of(row.booked_on).to_string(),
        encode(IdKind::BankLine, row.id),
        amount.amount(),
        amount.currency,
        row.reference.clone().unwrap_or_default(),
        row.counterparty.clone().unwrap_or_default(),
        row.text.clone().unwrap_or_default(),
        of.map_or_else(String::new, |of| encode(IdKind::BankMatch, of)),
        matched.unwrap_or_default(),
    ]
}

/// With the mark by which spreadsheets know UTF-8, and every cell in quotes.
fn csv(rows: &[[String; 9]], language: Language) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(names(language)).map_err(ApiError::internal)?;
    for row in rows {
        // An amount begins with a sign where money left, and is no formula.
        let record = row.iter().enumerate().map(|(at, cell)| match at {
            2 => cell.clone(),
            _ => harmless(cell),
        });
        writer.write_record(record).map_err(ApiError::internal)?;
    }
    writer
        .into_inner()
        .map_err(|error| ApiError::internal(error.into_error()))
}

/// Every cell is written as text, which no program runs.
fn workbook(title: &str, rows: &[[String; 9]], language: Language) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_title(title).set_author("Touchstone"));
    let sheet = workbook.add_worksheet();
    sheet.set_name("Reconciliation")?;
    let head = Format::new().set_bold();
    for (at, name) in (0..).zip(names(language)) {
        sheet.write_string_with_format(0, at, name, &head)?;
        sheet.set_column_width(at, 24)?;
    }
    for (row, cells) in (1..).zip(rows) {
        for (at, cell) in (0..).zip(cells) {
            sheet.write_string(row, at, cell)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    workbook.save_to_buffer()
}

/// The file of a statement as it was imported.
///
/// # Errors
/// `NOT_FOUND` where there is none that the viewer sees.
pub(crate) async fn original(app: &App, viewer: &Viewer, statement: Uuid) -> Result<File> {
    may_read(viewer)?;
    let found = store::statements_by_ids(app.db.read(), &[statement]).await?.pop();
    let found = found.ok_or_else(ApiError::not_found)?;
    let file = store::files_by_ids(app.db.read(), &[found.file_id]).await?.pop();
    let file = file.ok_or_else(|| ApiError::internal("a statement without its file"))?;
    let media_type = match code::<BankStatementFormat>(&file.format)? {
        BankStatementFormat::Camt => "application/xml",
        BankStatementFormat::Csv => "text/csv",
    };
    let detail = json!({ "sha256": file.sha256 });
    let act = Act::on(
        Category::Money,
        "openBankStatementFile",
        IdKind::BankStatement,
        statement,
    )
    .with(&detail);
    noted(app, viewer, act).await?;
    Ok(File {
        bytes: file.content,
        media_type,
        name: file.name,
    })
}
