//! Pure rules of bank statements: what files of banks say, which lines are taken, what belongs together, what is left.

mod camt;
mod codes;
mod days;
mod matching;
mod parsed;
mod reckoning;
mod table;
mod taking;

pub use camt::parse as parse_camt;
pub use codes::{
    BankColumn, BankDateOrder, BankDecimalMark, BankLineState, BankLineStep, BankMatchKind, BankMatchReason,
    BankMistakeCode, BankOrderDifferenceKind, BankStatementFormat,
};
pub use days::{day_of, days_between, first_moment, moment_after};
pub use matching::{EntryFacts, Found, LineFacts, Suggestion, exact, suggestions, words};
pub use parsed::{Mistake, ParsedFile, ParsedLine, ParsedStatement};
pub use reckoning::{BookedEntry, BookedLine, Reckoned, reckon};
pub use table::{ColumnMapping, TableOptions, parse as parse_table, suggestion};
pub use taking::{Before, Draft, KnownLine, judge, keys_of};

/// Most bytes of a file: with base64 it fits into a request.
pub const MAX_FILE: usize = 700 * 1_024;
/// Most lines of a file.
pub const MOST_LINES: usize = 5_000;

/// Which format a file has: what begins as XML is camt, anything else a table.
#[must_use]
pub fn recognise(bytes: &[u8]) -> BankStatementFormat {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    match bytes.trim_ascii_start().starts_with(b"<") {
        true => BankStatementFormat::Camt,
        false => BankStatementFormat::Csv,
    }
}
