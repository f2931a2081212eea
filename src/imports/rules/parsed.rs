//! What a parser hands over: leads to be, and what became of each element of the file.

use std::fmt;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::subject::Subject;
use crate::{leads::rules::InfringementType, permissions::audience::Tlp, platform::money::Money};

/// The formats that are understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray, Serialize, Deserialize)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE", ascii_case_insensitive)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Format {
    /// A table: values with commas, semicolons or tabs between them, a lead a row.
    Csv,
    /// Events of MISP, a lead an event.
    Misp,
    /// A bundle of STIX 2.0 or 2.1, a lead a report, grouping, incident, or whatever stands for itself.
    Stix,
    /// JSON lines as collectors write them, a lead a line.
    #[strum(to_string = "LISTINGS", serialize = "jsonl")]
    Listings,
}

/// What became of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Verdict {
    /// All of it that a lead has a place for goes in.
    Understood,
    /// Some of it goes in.
    Partly,
    /// It names a subject rather than a listing: told, not stored.
    Kept,
    /// Nothing of it goes in.
    Skipped,
}

/// Why an element does not go in, or not all of it, or why a lead is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Reason {
    /// There is nothing in it.
    Empty,
    /// It is not written as the format asks.
    Malformed,
    /// It is longer than it may be.
    TooLong,
    /// It has no title and no address.
    NoTitle,
    /// Its address is none of the web.
    NotWebAddress,
    /// A price, currency, moment, country or another value cannot be read.
    UnreadableValue,
    /// It is of a type that leads have no place for, such as a signature of malware.
    OutOfScope,
    /// It is a file; files are not imported.
    File,
    /// Its source deleted or revoked it.
    Deleted,
    /// Somebody proposed it and the owner has not accepted it.
    Proposal,
    /// It points to something that is not in the file.
    Elsewhere,
    /// It stands in the file twice.
    Repeated,
    /// Nothing that is offered and nobody who offers: no lead can be made.
    NoListing,
    /// Its pattern is more than comparisons with `=`, joined by AND or OR.
    PatternNotSimple,
    /// Its marking is not one of the Traffic Light Protocol.
    MarkingUnknown,
    /// It names a subject, not a listing.
    Subject,
    /// There is no brand of this name.
    UnknownBrand,
    /// The person may not write such leads.
    NotAllowed,
    /// The person's roles may not hand in leads that are open so far.
    TlpCeiling,
    /// The service refused the lead for another reason.
    Refused,
}

/// An element of a file: a line, an event, an attribute, an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Where it stands: `line 7`, or a JSON pointer.
    pub at: String,
    /// What it is, in the words of its format.
    pub kind: String,
    /// How people may recognise it: a title, a value.
    pub label: String,
    /// What became of it.
    pub verdict: Verdict,
    /// Why, where not all of it goes in.
    pub reason: Option<Reason>,
    /// The fields that do not go in, where some do.
    pub fields: Vec<String>,
    /// The place of its lead among the leads.
    pub lead: Option<usize>,
    /// Whether the lead is made of it, rather than it being a part.
    pub is_head: bool,
}

/// A listing or product of a lead to be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ParsedItem {
    /// What is offered.
    pub title: String,
    /// Its address; one of the web.
    pub url: Option<String>,
    /// Platform and id where they are known although the address does not tell.
    pub known: Option<(String, String)>,
    /// Who offers it.
    pub seller: Option<String>,
    /// The platform's id of the seller.
    pub shop_id: Option<String>,
    /// For how much.
    pub price: Option<Money>,
    /// When it was seen, microseconds.
    pub captured_at: Option<i64>,
    /// The brand's name.
    pub brand: Option<String>,
}

/// A lead to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedLead {
    /// SHA-256 over the content it was made of, whatever the order of fields.
    pub hash: String,
    /// Its title.
    pub title: String,
    /// What else the file says.
    pub summary: Option<String>,
    /// What is offered; at least one, at most 100.
    pub items: Vec<ParsedItem>,
    /// What is wrong with it, where the file says so.
    pub types: Vec<InfringementType>,
    /// The TLP that the file asks for.
    pub tlp: Option<Tlp>,
    /// Where it happened, by ISO 3166-1.
    pub country: Option<String>,
    /// Words that the source filed it under.
    pub tags: Vec<String>,
}

/// What a file says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The leads to be, in the order of the file.
    pub leads: Vec<ParsedLead>,
    /// What became of each element, in the order of the file.
    pub elements: Vec<Element>,
    /// Identifiers that are no listings.
    pub subjects: Vec<Subject>,
}

impl Parsed {
    /// How many elements ended how.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.elements
            .iter()
            .filter(|element| element.verdict == verdict)
            .count()
    }

    /// A code of everything that would be written: the same file read the same way has the same one.
    #[must_use]
    pub fn digest(&self) -> String {
        use sha2::{Digest as _, Sha256};
        let mut digest = Sha256::new();
        for lead in &self.leads {
            digest.update(format!("{lead:?}\n"));
        }
        for element in &self.elements {
            digest.update(format!("{element:?}\n"));
        }
        format!("{:x}", digest.finalize())
    }
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// What is wrong, for people.
    pub text: String,
    /// The line, from 1.
    pub line: Option<u64>,
    /// The column, from 1; the byte of the file where there is no line.
    pub column: Option<u64>,
}

impl ParseError {
    /// A mistake of the whole.
    #[must_use]
    pub fn whole(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            line: None,
            column: None,
        }
    }

    /// Too many elements.
    pub(super) fn too_many() -> Self {
        Self::whole(format!("the file has more than {} elements", super::MOST_ELEMENTS))
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)?;
        match (self.line, self.column) {
            (Some(line), Some(column)) => write!(f, " (line {line}, column {column})"),
            (Some(line), None) => write!(f, " (line {line})"),
            (None, Some(byte)) => write!(f, " (byte {byte})"),
            (None, None) => Ok(()),
        }
    }
}
