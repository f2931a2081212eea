//! What files from elsewhere say: pure parsers, each with a report of what it understood and what it left out and why.
//!
//! Every parser is bounded: by the bytes of a file, by the depth of its nesting (serde_json's 128), and by
//! [`MOST_ELEMENTS`]. What is no file of its format is refused with the place of the first mistake; anything else becomes
//! leads and a report, element by element.

mod building;
mod columns;
mod line;
mod lines;
mod marking;
mod misp;
mod parsed;
mod pattern;
mod standing;
mod stix;
mod subject;
mod table;
mod tlp;
mod web;

pub use columns::{Column, Field, MAX_MAPPED, Mapping, suggestions};
pub use line::{Refusal, listing, reason_of};
pub use lines::{Line, Lines};
pub use parsed::{Element, Format, ParseError, Parsed, ParsedItem, ParsedLead, Reason, Verdict};
pub use standing::{ImportState, Outcome};
pub use subject::{Subject, SubjectKind};
pub use table::{Grid, Sheet, grid, sheet};
pub(super) use tlp::effective as effective_tlp;

/// Most elements of a file: lines, rows, attributes, objects.
pub const MOST_ELEMENTS: usize = 20_000;
/// The largest file that is read into memory, in bytes.
pub const MAX_FILE: usize = 64 * 1_024 * 1_024;

/// Which format a file seems to have, by its first bytes; what is none of the others is taken for a table.
#[must_use]
pub fn recognise(bytes: &[u8]) -> Format {
    let bytes = bytes
        .strip_prefix("\u{feff}".as_bytes())
        .unwrap_or(bytes)
        .trim_ascii_start();
    if !bytes.starts_with(b"{") && !bytes.starts_with(b"[") {
        return Format::Csv;
    }
    let mut values = serde_json::Deserializer::from_slice(bytes).into_iter::<serde_json::Value>();
    match values.next() {
        Some(Ok(first)) if stix::is_bundle(&first) => Format::Stix,
        Some(Ok(first)) if misp::has_events(&first) => Format::Misp,
        // What is broken half-way is told by what it says before.
        Some(Err(_)) => by_words(bytes),
        Some(Ok(_)) | None => Format::Listings,
    }
}

fn by_words(bytes: &[u8]) -> Format {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1_024)]).into_owned();
    if head.contains("\"bundle\"") {
        Format::Stix
    } else if head.contains("\"Event\"") || head.contains("\"Attribute\"") {
        Format::Misp
    } else {
        Format::Listings
    }
}

/// Reads a file of a format; `mapping` is for tables, and worked out from their first row where there is none.
///
/// # Errors
/// [`ParseError`] where it is no file of that format, or has more elements than may be.
pub fn parse(format: Format, bytes: &[u8], mapping: Option<&Mapping>) -> Result<Parsed, ParseError> {
    match format {
        Format::Listings => line::listings(bytes),
        Format::Csv => table::parse(bytes, mapping),
        Format::Misp => misp::parse(bytes),
        Format::Stix => stix::parse(bytes),
    }
}

/// The JSON of a file.
fn json(bytes: &[u8]) -> Result<serde_json::Value, ParseError> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|error| {
        let text = error.to_string();
        let what = text.split(" at line ").next().unwrap_or_default().to_owned();
        ParseError {
            text: what,
            line: Some(error.line() as u64),
            column: Some(error.column() as u64),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_told_by_how_a_file_begins() {
        for (text, format) in [
            ("title;url\nA;b.example", Format::Csv),
            ("", Format::Csv),
            ("\u{feff} {\"Event\":{\"info\":\"x\"}}", Format::Misp),
            (r#"{"response":[{"Event":{"info":"x"}}]}"#, Format::Misp),
            (r#"[{"Event":{"info":"x"}}]"#, Format::Misp),
            (r#"{"info":"x","Attribute":[]}"#, Format::Misp),
            (r#"{"type":"bundle","objects":[]}"#, Format::Stix),
            (r#"{"type":"bundle","objects":["#, Format::Stix),
            (r#"{"Event":{"info":"#, Format::Misp),
            ("{\"title\":\"x\"}\n{\"title\":\"y\"}", Format::Listings),
            ("[1]", Format::Listings),
        ] {
            assert_eq!(recognise(text.as_bytes()), format, "{text}");
        }
    }

    #[test]
    fn what_is_nested_too_deeply_is_refused_where_it_is() {
        let text = format!("{}1{}", "[".repeat(5_000), "]".repeat(5_000));
        for format in [Format::Misp, Format::Stix] {
            let error = parse(format, text.as_bytes(), None).unwrap_err();
            assert_eq!((error.line, error.column), (Some(1), Some(128)), "{error}");
            assert!(error.to_string().contains("recursion limit"), "{error}");
        }
    }
}
