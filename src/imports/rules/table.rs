//! Tables: a lead a row, by a mapping of its columns.
//!
//! The encoding is told by a byte order mark, else it is UTF-8 where the bytes are that, else GB18030; the delimiter is the
//! one of `,`, `;` and tab that the first row has most of. The first row names the columns.

use std::borrow::Cow;

use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{DecoderResult, Encoding, GB18030, UTF_8};
use serde_json::{Value, json};

use super::{
    MOST_ELEMENTS,
    building::{Builder, Seen, infringements},
    columns::{Field, Mapping},
    line::moment,
    parsed::{ParseError, Parsed, ParsedItem, Reason, Verdict},
    subject::SubjectKind,
    tlp, web,
};
use crate::{
    leads::listing_url::{self, ListingKind},
    platform::{
        money::Money,
        text::{mend_line, mend_text},
    },
};

/// Most columns of a table.
const MOST_COLUMNS: usize = 100;
/// Rows that are shown as samples.
const SAMPLES: usize = 5;

/// How a table is written, and how it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The name of its encoding.
    pub encoding: &'static str,
    /// What stands between values.
    pub delimiter: char,
    /// The names of its columns, each another one.
    pub columns: Vec<String>,
    /// Its first rows, at most five.
    pub samples: Vec<Vec<String>>,
}

/// How a table is written, and how it begins.
///
/// # Errors
/// Where its text cannot be decoded, or it has no first row or too many columns.
pub fn sheet(bytes: &[u8]) -> Result<Sheet, ParseError> {
    let (text, encoding) = decoded(bytes)?;
    let delimiter = delimiter(&text);
    let mut reader = reader(&text, delimiter);
    let columns = names(reader.headers().map_err(|error| broken(&error))?)?;
    let rows = reader
        .records()
        .take(SAMPLES)
        .map(|row| row.map_err(|error| broken(&error)));
    let samples: Result<Vec<StringRecord>, ParseError> = rows.collect();
    let shown = |row: &StringRecord| row.iter().map(|cell| mend_line(cell, 200)).collect();
    Ok(Sheet {
        encoding: encoding.name(),
        delimiter: char::from(delimiter),
        columns,
        samples: samples?.iter().map(shown).collect(),
    })
}

/// Reads a table.
///
/// # Errors
/// As [`sheet`], and where it has too many rows.
pub(super) fn parse(bytes: &[u8], mapping: Option<&Mapping>) -> Result<Parsed, ParseError> {
    let (text, _) = decoded(bytes)?;
    let mut reader = reader(&text, delimiter(&text));
    let columns = names(reader.headers().map_err(|error| broken(&error))?)?;
    let suggested;
    let mapping = match mapping {
        Some(mapping) => mapping,
        None => {
            suggested = Mapping::suggested(&columns);
            &suggested
        }
    };
    let fields: Vec<Option<Field>> = columns
        .iter()
        .map(|name| {
            mapping
                .columns
                .iter()
                .find(|column| column.column == *name)
                .map(|column| column.field)
        })
        .collect();
    let mut parsed = Parsed::default();
    let mut row = StringRecord::new();
    loop {
        let line = reader.position().line();
        if !reader.read_record(&mut row).map_err(|error| broken(&error))? {
            return Ok(parsed);
        }
        if parsed.elements.len() >= MOST_ELEMENTS {
            return Err(ParseError::too_many());
        }
        let line = row.position().map_or(line, csv::Position::line);
        read(line, &columns, &fields, &row, &mut parsed)?;
    }
}

/// A table as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The name of its encoding.
    pub encoding: &'static str,
    /// What stands between values.
    pub delimiter: char,
    /// The names of its columns, each another one.
    pub columns: Vec<String>,
    /// Its rows, each with the line of the file at which it begins.
    pub rows: Vec<(u64, Vec<String>)>,
}

/// A table as it stands, of which the first lines may say something else.
///
/// # Errors
/// As [`sheet`], and where it has more rows than `most`.
pub fn grid(bytes: &[u8], skipped: usize, most: usize) -> Result<Grid, ParseError> {
    let (text, encoding) = decoded(bytes)?;
    let begin = text
        .match_indices('\n')
        .nth(skipped.wrapping_sub(1))
        .map(|(at, _)| at + 1);
    let text = match (skipped, begin) {
        (0, _) => &*text,
        (_, Some(begin)) => &text[begin..],
        (_, None) => "",
    };
    let delimiter = delimiter(text);
    let mut reader = reader(text, delimiter);
    let columns = names(reader.headers().map_err(|error| broken(&error))?)?;
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|error| broken(&error))?;
        if rows.len() >= most {
            return Err(ParseError::too_many());
        }
        let line = row.position().map_or(0, csv::Position::line) + skipped as u64;
        rows.push((line, row.iter().map(str::to_owned).collect()));
    }
    Ok(Grid {
        encoding: encoding.name(),
        delimiter: char::from(delimiter),
        columns,
        rows,
    })
}

fn broken(error: &csv::Error) -> ParseError {
    ParseError {
        line: error.position().map(csv::Position::line),
        ..ParseError::whole("a row cannot be read")
    }
}

fn decoded(bytes: &[u8]) -> Result<(Cow<'_, str>, &'static Encoding), ParseError> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return Ok((decode(encoding, &bytes[length..])?, encoding));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((Cow::Borrowed(text), UTF_8)),
        Err(_) => Ok((decode(GB18030, bytes)?, GB18030)),
    }
}

fn decode<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Result<Cow<'a, str>, ParseError> {
    if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        return Ok(text);
    }
    Err(ParseError {
        column: Some(first_mistake(encoding, bytes) as u64 + 1),
        ..ParseError::whole(format!("the text is neither UTF-8 nor {}", encoding.name()))
    })
}

/// Where the first bytes stand that are no text.
fn first_mistake(encoding: &'static Encoding, bytes: &[u8]) -> usize {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut into = [0_u8; 4_096];
    let mut read = 0;
    loop {
        let (result, more, _) = decoder.decode_to_utf8_without_replacement(&bytes[read..], &mut into, true);
        read += more;
        match result {
            DecoderResult::Malformed(length, after) => return read.saturating_sub(usize::from(length + after)),
            DecoderResult::InputEmpty => return read,
            DecoderResult::OutputFull => {}
        }
    }
}

/// The delimiter that the first row has most of, outside of quotes.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if !quoted => counts
                .iter_mut()
                .filter(|(is, _)| *is == byte)
                .for_each(|(_, count)| *count += 1),
            _ => {}
        }
    }
    // Of equals the first one counts.
    counts
        .iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or(b',', |(byte, _)| *byte)
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// The names of columns; one without a name is called by its number, one that is there already by a number behind it.
fn names(row: &StringRecord) -> Result<Vec<String>, ParseError> {
    if row.iter().all(|cell| cell.trim().is_empty()) {
        return Err(ParseError::whole("the first row, which names the columns, is empty"));
    }
    if row.len() > MOST_COLUMNS {
        return Err(ParseError::whole(format!(
            "the table has more than {MOST_COLUMNS} columns"
        )));
    }
    let mut names: Vec<String> = Vec::with_capacity(row.len());
    for (index, cell) in row.iter().enumerate() {
        let plain = match mend_line(cell, 100) {
            empty if empty.is_empty() => format!("#{}", index + 1),
            name => name,
        };
        let mut name = plain.clone();
        let mut number = 1;
        while names.contains(&name) {
            number += 1;
            name = format!("{plain} ({number})");
        }
        names.push(name);
    }
    Ok(names)
}

/// A row as the mapping reads it.
struct Row<'a> {
    columns: &'a [String],
    fields: &'a [Option<Field>],
    cells: &'a StringRecord,
}

impl Row<'_> {
    /// The first value that goes there and is not empty.
    fn value(&self, field: Field) -> Option<&str> {
        let mut cells = self
            .fields
            .iter()
            .zip(self.cells)
            .filter(|(goes, _)| **goes == Some(field));
        cells.find_map(|(_, cell)| Some(cell.trim()).filter(|cell| !cell.is_empty()))
    }

    fn line(&self, field: Field, most: usize) -> Option<String> {
        self.value(field)
            .map(|value| mend_line(value, most))
            .filter(|value| !value.is_empty())
    }

    /// What goes into the summary, under the names of its columns where there is more than one.
    fn summary(&self) -> String {
        let cells = self.columns.iter().zip(self.fields).zip(self.cells);
        let parts: Vec<(&String, &str)> = cells
            .filter(|((_, goes), cell)| **goes == Some(Field::Summary) && !cell.trim().is_empty())
            .map(|((name, _), cell)| (name, cell))
            .collect();
        match parts.as_slice() {
            [(_, only)] => mend_text(only, 5_000),
            several => {
                let lines: Vec<String> = several.iter().map(|(name, cell)| format!("{name}: {cell}")).collect();
                mend_text(&lines.join("\n"), 5_000)
            }
        }
    }

    /// The whole row, for its hash.
    fn content(&self) -> Value {
        let cells = self.cells.iter().enumerate().map(|(index, cell)| {
            let name = self
                .columns
                .get(index)
                .cloned()
                .unwrap_or_else(|| format!("#{}", index + 1));
            (name, Value::String(cell.to_owned()))
        });
        json!({ "row": Value::Object(cells.collect()) })
    }
}

fn read(
    line: u64,
    columns: &[String],
    fields: &[Option<Field>],
    cells: &StringRecord,
    into: &mut Parsed,
) -> Result<(), ParseError> {
    let row = Row { columns, fields, cells };
    let title = row.line(Field::Title, 300);
    let address = row.value(Field::Url);
    let label = title
        .as_deref()
        .or(address)
        .or_else(|| cells.iter().find(|cell| !cell.trim().is_empty()));
    let seen = Seen {
        at: format!("line {line}"),
        kind: "row",
        label: label.unwrap_or_default(),
    };
    if cells.iter().all(|cell| cell.trim().is_empty()) {
        return into.skip(&seen, Reason::Empty).map(drop);
    }
    let url = address.map(web::address);
    if url == Some(None) {
        return into.skip(&seen, Reason::NotWebAddress).map(drop);
    }
    let url = url.flatten();
    let Some(title) = title.clone().or_else(|| url.clone()) else {
        return into.skip(&seen, Reason::NoTitle).map(drop);
    };
    let place = into.note(&seen, Verdict::Understood, None)?;
    if cells.len() > columns.len() {
        into.without(place, &format!("#{}", columns.len() + 1), Reason::Malformed);
    }
    let mut lead = Builder::of(place, &title);
    lead.text(&row.summary());
    about(&row, place, &mut lead, into);
    let item = ParsedItem {
        title,
        known: known(&row, url.as_deref()),
        url,
        seller: row.line(Field::Seller, 200),
        shop_id: row.line(Field::ShopId, 200),
        price: price(&row, place, into),
        captured_at: taken(&row, Field::CapturedAt, place, into, |value| moment(value).ok()),
        brand: row.line(Field::Brand, 200),
    };
    lead.listing(item, place);
    lead.finish(&row.content(), into)
}

/// What a row says of the lead, rather than of its listing.
fn about(row: &Row<'_>, place: usize, lead: &mut Builder, into: &mut Parsed) {
    lead.country = taken(row, Field::Country, place, into, |value| {
        let code = value.to_ascii_uppercase();
        (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())).then_some(code)
    });
    if let Some(value) = row.value(Field::Tlp) {
        lead.restrict(tlp::named(value).unwrap_or(tlp::DEFAULT));
        if tlp::named(value).is_none() {
            into.without(place, "TLP", Reason::MarkingUnknown);
        }
    }
    if let Some(value) = row.value(Field::InfringementType) {
        lead.is_wrong_by(infringements(value));
        if infringements(value).is_empty() {
            into.without(place, "INFRINGEMENT_TYPE", Reason::UnreadableValue);
        }
    }
    for tag in row
        .value(Field::Tags)
        .unwrap_or_default()
        .split([',', '，', ';', '；', '|'])
    {
        lead.tag(tag);
    }
    for (field, kind) in [
        (Field::Phone, SubjectKind::PhoneNumber),
        (Field::Email, SubjectKind::EmailAddress),
    ] {
        if let Some(value) = row.value(field) {
            lead.subject(kind, value, place);
        }
    }
}

/// A value as `read` understands it; else the row is without it.
fn taken<T>(
    row: &Row<'_>,
    field: Field,
    place: usize,
    into: &mut Parsed,
    read: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let found = read(row.value(field)?);
    if found.is_none() {
        into.without(place, field.into(), Reason::UnreadableValue);
    }
    found
}

/// Platform and id, where the address does not tell them.
fn known(row: &Row<'_>, url: Option<&str>) -> Option<(String, String)> {
    let told = url.and_then(|url| listing_url::canonicalize(url).ok());
    if told.is_some_and(|listing| listing.id.is_some() && listing.kind != ListingKind::Short) {
        return None;
    }
    Some((row.line(Field::Platform, 200)?, row.line(Field::ListingId, 200)?))
}

/// Signs that stand before or behind an amount and name one currency.
const SIGNS: &[(&str, &str)] = &[
    ("US$", "USD"),
    ("R$", "BRL"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("RMB", "CNY"),
    ("元", "CNY"),
    ("HK$", "HKD"),
    ("NT$", "TWD"),
];

fn price(row: &Row<'_>, place: usize, into: &mut Parsed) -> Option<Money> {
    taken(row, Field::Price, place, into, |value| {
        let sign = SIGNS.iter().find(|(sign, _)| value.contains(sign));
        let code = row.value(Field::Currency).map(str::to_ascii_uppercase);
        let currency = code.or_else(|| sign.map(|(_, code)| (*code).to_owned()))?;
        Money::parse(&amount(value)?, &currency).ok()
    })
}

/// An amount with a point before its decimals. A mark with three digits behind it stands between thousands, unless another
/// one does.
fn amount(text: &str) -> Option<String> {
    let number: String = text
        .chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'))
        .collect();
    let last = number.rfind(['.', ',']);
    let Some(last) = last else { return Some(number) };
    let (whole, decimals) = (&number[..last], &number[last + 1..]);
    let mark = &number[last..=last];
    let other = if mark == "." { "," } else { "." };
    let thousands = |text: &str, mark: &str| {
        let groups: Vec<&str> = text.split(mark).collect();
        let begins = (1..=3).contains(&groups[0].len()) && !groups[0].starts_with('0');
        begins && groups[1..].iter().all(|group| group.len() == 3)
    };
    if whole.contains(mark) || (decimals.len() == 3 && !whole.contains(other)) {
        let is_plain = !whole.contains(other) && thousands(&number, mark);
        return is_plain.then(|| number.replace(mark, ""));
    }
    thousands(whole, other).then(|| format!("{}.{decimals}", whole.replace(other, "")))
}

#[cfg(test)]
mod tests;
