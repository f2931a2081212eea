//! Pure rules of exports: where one stands, and how a cell is written.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::{permissions::Action, platform::error::ErrorCode};

/// How long a file is kept.
pub const KEPT: SignedDuration = SignedDuration::from_hours(24);
/// How long an address of a file is good.
pub const LINK_KEPT: SignedDuration = SignedDuration::from_mins(5);
/// How long a worker has an export for itself before another one takes it over.
pub const LEASE: SignedDuration = SignedDuration::from_mins(2);
/// Times that a worker tries.
pub const MOST_ATTEMPTS: i32 = 3;
/// Most leads in a file.
pub const MOST_LEADS: u64 = 10_000;
/// Most leads in an archive.
pub const MOST_ARCHIVED: usize = 100_000;
/// Most exports of one person that are still to be made.
pub const MOST_OPEN: u64 = 5;

/// What kind of file.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    serde::Serialize,
    serde::Deserialize,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum ExportFormat {
    /// Comma-separated values in UTF-8.
    Csv,
    /// A workbook.
    Xlsx,
    /// A bundle of STIX 2.1.
    Stix,
    /// Events of MISP.
    Misp,
    /// Everything of an organisation, as a zip.
    Archive,
}

impl ExportFormat {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Csv, Self::Xlsx, Self::Stix, Self::Misp, Self::Archive];

    /// What somebody has to be able to do, to have such a file.
    #[must_use]
    pub fn needs(self) -> Action {
        match self {
            Self::Archive => Action::OrganizationExport,
            Self::Csv | Self::Xlsx | Self::Stix | Self::Misp => Action::LeadExport,
        }
    }

    /// The ending of the file's name.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Stix | Self::Misp => "json",
            Self::Archive => "zip",
        }
    }

    /// The media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Stix => "application/stix+json;version=2.1",
            Self::Misp => "application/json",
            Self::Archive => "application/zip",
        }
    }
}

/// Where an export stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum ExportState {
    /// Waiting for a worker.
    Queued,
    /// Being written.
    Running,
    /// The file can be had.
    Done,
    /// It was not made.
    Failed,
    /// Called off by its person.
    Cancelled,
}

impl ExportState {
    /// Whether it is still to be made.
    #[must_use]
    pub fn is_open(self) -> bool {
        match self {
            Self::Queued | Self::Running => true,
            Self::Done | Self::Failed | Self::Cancelled => false,
        }
    }
}

/// An export.
#[derive(Debug, Clone)]
pub struct ExportRow {
    /// The export.
    pub id: Uuid,
    /// For whom.
    pub person: Uuid,
    /// What kind of file.
    pub format: ExportFormat,
    /// What was asked for, as JSON.
    pub request: String,
    /// Where it stands.
    pub state: ExportState,
    /// Leads to write.
    pub rows_total: u64,
    /// Leads written.
    pub rows_done: u64,
    /// Size of the file.
    pub bytes: u64,
    /// Why it was not made.
    pub failure: Option<ErrorCode>,
    /// Times that a worker has taken it up.
    pub attempts: i32,
    /// When it was asked for.
    pub created_at: Timestamp,
    /// When it was done, or given up.
    pub finished_at: Option<Timestamp>,
    /// When it is forgotten.
    pub expires_at: Timestamp,
}

impl ExportRow {
    /// Whether there is a file to be had.
    #[must_use]
    pub fn is_ready(&self, now: Timestamp) -> bool {
        self.state == ExportState::Done && now < self.expires_at
    }

    /// The name under which the file is kept: each attempt has its own, so that who comes late takes nothing away.
    #[must_use]
    pub fn kept_as(&self) -> String {
        self.kept_by(self.attempts)
    }

    /// The names of what its attempts may have left.
    pub fn attempted(&self) -> impl Iterator<Item = String> {
        (1..=self.attempts).map(|attempt| self.kept_by(attempt))
    }

    fn kept_by(&self, attempt: i32) -> String {
        format!("{}-{attempt}.{}", self.id.simple(), self.format.extension())
    }

    /// The name under which the file is handed out.
    #[must_use]
    pub fn file_name(&self) -> String {
        let at = self.created_at.strftime("%Y%m%d-%H%M%S");
        let what = match self.format {
            ExportFormat::Csv | ExportFormat::Xlsx => "leads",
            ExportFormat::Stix => "stix",
            ExportFormat::Misp => "misp",
            ExportFormat::Archive => "archive",
        };
        format!("touchstone-{what}-{at}.{}", self.format.extension())
    }
}

/// A cell that a spreadsheet takes for text and never for a formula: an apostrophe stands before what would begin one
/// (OWASP, CSV injection).
#[must_use]
pub fn harmless(cell: &str) -> String {
    let begins = |c: char| {
        matches!(
            c,
            '=' | '+' | '-' | '@' | '|' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'
        )
    };
    let first = cell
        .trim_start_matches([' ', '\u{a0}', '\u{3000}', '"', '\''])
        .chars()
        .next();
    match first.is_some_and(begins) || cell.starts_with(['\t', '\r', '\n']) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, written) in [
            ("=HYPERLINK(\"http://evil\")", "'=HYPERLINK(\"http://evil\")"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1+1", "'＝1+1"),
            ("  =1+1", "'  =1+1"),
            ("'=1", "''=1"),
            ("\t=1", "'\t=1"),
            ("|calc", "'|calc"),
            ("Bolsa = falsa", "Bolsa = falsa"),
            ("男士跑鞋", "男士跑鞋"),
            ("", ""),
        ] {
            assert_eq!(harmless(cell), written);
        }
    }
}
