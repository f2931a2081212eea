//! A fund in files: a statement on paper, tables for accountants, a journal that hledger reads. Each holds what its reader sees
//! of the entries, and that it was taken is in the audit log.

mod paper;
mod sheet;

use jiff::civil::Date;
use serde_json::json;
use uuid::Uuid;

use super::{
    commands::{Report, report},
    rules::{AccountKind, EntryKind, FundSight, Posted, account_name, journal},
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    members::rules::Language,
    permissions::{Action, Viewer},
    platform::{
        clock::timestamp,
        db::code,
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, encode},
    },
};

/// Which file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString)]
pub(crate) enum FileKind {
    /// A statement on paper.
    #[strum(serialize = "statement.pdf")]
    Statement,
    /// The entries as a table.
    #[strum(serialize = "entries.csv")]
    Csv,
    /// The same as a workbook.
    #[strum(serialize = "entries.xlsx")]
    Xlsx,
    /// The entries as a journal of plain-text accounting.
    #[strum(serialize = "journal.hledger")]
    Journal,
}

impl FileKind {
    fn media_type(self) -> &'static str {
        match self {
            Self::Statement => "application/pdf",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Journal => "text/plain; charset=utf-8",
        }
    }
}

/// A file, and what to call it.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) bytes: Vec<u8>,
    pub(crate) media_type: &'static str,
    pub(crate) name: String,
}

/// Writes a file of a fund's entries from a day to another one, in UTC, as the viewer sees them.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `BAD_USER_INPUT` for days that are none or too many entries, `UNAVAILABLE` where the fonts are not
/// there.
pub(crate) async fn write(
    app: &App,
    viewer: &Viewer,
    fund: Uuid,
    kind: FileKind,
    days: (Date, Date),
    language: Language,
) -> Result<File> {
    if !viewer.has(Action::LedgerRead) {
        return Err(ErrorCode::Forbidden.into());
    }
    if days.1 < days.0 {
        return Err(ApiError::input("to", "It ends after it begins."));
    }
    let sight = FundSight::of_ledger(viewer, app.now());
    let report = report(app, &sight, fund, days).await?;
    let name = format!("{}-{}-{}-{}", report.fund.reference, days.0, days.1, <&str>::from(kind));
    let bytes = match kind {
        FileKind::Statement => paper::print(report, sight.all, language).await?,
        FileKind::Csv => apart(move || sheet::csv(&report, language)).await?,
        FileKind::Xlsx => apart(move || sheet::xlsx(&report, language)).await?,
        FileKind::Journal => apart(move || plain(&report).map(String::into_bytes)).await?,
    };
    let tx = app.begin().await?;
    let file: &str = kind.into();
    let detail = json!({ "file": file, "from": days.0.to_string(), "to": days.1.to_string() });
    let act = Act::on(Category::Money, "exportFund", IdKind::Fund, fund).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(File {
        bytes,
        media_type: kind.media_type(),
        name,
    })
}

/// Does what takes long beside the threads that serve requests.
async fn apart(work: impl FnOnce() -> Result<Vec<u8>> + Send + 'static) -> Result<Vec<u8>> {
    tokio::task::spawn_blocking(work).await.map_err(ApiError::internal)?
}

/// The day of a moment, in UTC.
fn day_of(micros: i64) -> Date {
    timestamp(micros).to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// The journal of a report.
fn plain(report: &Report) -> Result<String> {
    let fund = account_name(&report.fund.reference);
    let account = |id: Uuid| -> Result<String> {
        let row = report.accounts.get(&id);
        let row = row.ok_or_else(|| ApiError::internal("an entry without its account"))?;
        let kind: AccountKind = code(&row.kind)?;
        let side = if kind.is_debit_normal() {
            "assets"
        } else {
            "liabilities"
        };
        let mut name = format!("{side}:{fund}:{}", kind.code());
        if let Some(owner) = row.organization_id.and_then(|id| report.names.get(&id)) {
            name = format!("{name}:{}", account_name(owner));
        }
        if let Some(program) = row.program_id {
            name = format!("{name}:{}", encode(IdKind::Program, program));
        }
        if kind == AccountKind::Held {
            name = format!("{name}:{}", encode(IdKind::LedgerAccount, row.id));
        }
        Ok(name)
    };
    let mut entries = Vec::with_capacity(report.entries.len());
    for row in &report.entries {
        let kind: EntryKind = code(&row.kind)?;
        let words = [Some(kind.code()), row.bank_reference.as_deref(), row.note.as_deref()];
        let cost = row.cost_kind.as_deref().map(code::<super::rules::CostKind>);
        entries.push(Posted {
            on: day_of(row.at),
            code: encode(IdKind::LedgerEntry, row.id),
            description: words.into_iter().flatten().collect::<Vec<_>>().join(" "),
            debit: account(row.debit_id)?,
            credit: account(row.credit_id)?,
            minor: row.amount_minor,
            cost_kind: cost.transpose()?.map(super::rules::CostKind::code),
        });
    }
    let title = format!(
        "{} {}, {} to {}",
        report.fund.reference, report.fund.name, report.from, report.to
    );
    Ok(journal(&title, &report.fund.currency, &entries))
}
