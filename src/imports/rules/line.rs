//! A line: what it says, and the item it becomes. Fields that we do not know are left alone.

use jiff::{Timestamp, civil, tz::TimeZone};
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::{
    MOST_ELEMENTS,
    building::Seen,
    lines::Lines,
    parsed::{ParseError, Parsed, ParsedItem, ParsedLead, Reason, Verdict},
};
use crate::{
    leads::listing_url::{self, ListingKind},
    platform::{
        clock::micros,
        money::Money,
        text::{mend_line, mend_text},
    },
};

/// The fields of a line, as the collectors write them. Prices are in minor units.
#[derive(Debug, Deserialize)]
struct Fields {
    title: Option<String>,
    url: Option<String>,
    price_minor: Option<i64>,
    currency: Option<String>,
    seller_name: Option<String>,
    seller_id: Option<String>,
    collected_at: Option<String>,
    description: Option<String>,
    category: Option<String>,
    canonical: Option<Canonical>,
    picksly: Option<String>,
}

/// What the collector found behind an address that does not tell by itself.
#[derive(Debug, Deserialize)]
struct Canonical {
    platform: Option<String>,
    id: Option<String>,
}

/// Why no lead can be made of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// For machines.
    pub reason: Reason,
    /// For people.
    pub text: String,
}

impl Refusal {
    fn new(reason: Reason, text: impl Into<String>) -> Self {
        Self {
            reason,
            text: text.into(),
        }
    }
}

/// Reads a line.
///
/// # Errors
/// With the reason.
pub fn listing(bytes: &[u8]) -> Result<ParsedLead, Refusal> {
    let malformed = |text: String| Refusal::new(Reason::Malformed, text);
    let text = std::str::from_utf8(bytes).map_err(|_| malformed("the line is not valid UTF-8".to_owned()))?;
    let mut value: Value =
        serde_json::from_str(text).map_err(|error| malformed(format!("the line is not JSON: {error}")))?;
    if !value.is_object() {
        return Err(malformed("the line is JSON, but no object".to_owned()));
    }
    value.sort_all_objects();
    let hash = format!("{:x}", Sha256::digest(value.to_string()));
    let fields: Fields =
        serde_json::from_value(value).map_err(|error| malformed(format!("a field is of the wrong type: {error}")))?;
    fields.listing(hash)
}

/// Reads all lines of a file.
///
/// # Errors
/// Where there are more than may be.
pub(super) fn listings(bytes: &[u8]) -> Result<Parsed, ParseError> {
    let mut parsed = Parsed::default();
    let mut lines = Lines::of(bytes);
    while let Ok(Some((number, line))) = lines.next_line() {
        let at = format!("line {number}");
        let seen = |label| Seen {
            at: at.clone(),
            kind: "line",
            label,
        };
        let read = line
            .map_err(|text| Refusal::new(reason_of(text), text))
            .and_then(listing);
        if parsed.elements.len() >= MOST_ELEMENTS {
            return Err(ParseError::too_many());
        }
        match read {
            Ok(lead) => {
                let place = parsed.note(&seen(&lead.title), Verdict::Understood, None)?;
                parsed.elements[place].lead = Some(parsed.leads.len());
                parsed.elements[place].is_head = true;
                parsed.leads.push(lead);
            }
            Err(refusal) => drop(parsed.skip(&seen(&refusal.text), refusal.reason)?),
        }
    }
    Ok(parsed)
}

/// What the reason of a line that could not be taken is called.
pub fn reason_of(text: &str) -> Reason {
    if text == super::lines::EMPTY {
        Reason::Empty
    } else {
        Reason::TooLong
    }
}

impl Fields {
    fn listing(self, hash: String) -> Result<ParsedLead, Refusal> {
        let unreadable = |text: String| Refusal::new(Reason::UnreadableValue, text);
        let title =
            line(self.title.as_deref(), 300).ok_or_else(|| Refusal::new(Reason::NoTitle, "the title is missing"))?;
        let url = self.url.clone().filter(|url| !url.trim().is_empty());
        if let Some(Err(error)) = url.as_deref().map(listing_url::canonicalize) {
            return Err(Refusal::new(
                Reason::NotWebAddress,
                format!("the url is none we can use: {error}"),
            ));
        }
        let item = ParsedItem {
            brand: None,
            known: self.known(),
            url,
            seller: line(self.seller_name.as_deref(), 200),
            shop_id: line(self.seller_id.as_deref(), 200),
            price: self.price().map_err(unreadable)?,
            captured_at: self
                .collected_at
                .as_deref()
                .map(moment)
                .transpose()
                .map_err(unreadable)?,
            title: title.clone(),
        };
        Ok(ParsedLead {
            hash,
            title: mend_line(&title, 200),
            summary: self.summary(),
            items: vec![item],
            types: Vec::new(),
            tlp: None,
            country: None,
            tags: Vec::new(),
        })
    }

    fn summary(&self) -> Option<String> {
        let category = line(self.category.as_deref(), 200).map(|category| format!("Category: {category}"));
        let parts: Vec<&str> = [category.as_deref(), self.description.as_deref()]
            .into_iter()
            .flatten()
            .collect();
        Some(mend_text(&parts.join("\n"), 5_000)).filter(|text| !text.is_empty())
    }

    fn price(&self) -> Result<Option<Money>, String> {
        let (Some(minor), Some(currency)) = (self.price_minor, &self.currency) else {
            return Ok(None);
        };
        let is_known = Money::parse("0", currency).is_ok();
        match (is_known, minor) {
            (true, 0..) => Ok(Some(Money {
                minor,
                currency: currency.clone(),
            })),
            (true, _) => Err("the price is negative".to_owned()),
            (false, _) => Err("the currency is not a code of ISO 4217".to_owned()),
        }
    }

    /// Platform and id where the address itself does not tell them.
    fn known(&self) -> Option<(String, String)> {
        let told = self.url.as_deref().and_then(|url| listing_url::canonicalize(url).ok());
        if told.is_some_and(|listing| listing.id.is_some() && listing.kind != ListingKind::Short) {
            return None;
        }
        let named = self.canonical.as_ref().and_then(|found| {
            let part = |text: &Option<String>| line(text.as_deref(), 200);
            Some((part(&found.platform)?, part(&found.id)?))
        });
        named.or_else(|| {
            let code = self.picksly.as_deref()?;
            let code = code.trim_end_matches('/').rsplit('/').next()?;
            let listing = listing_url::from_agent_code(code)?;
            Some((listing.platform, listing.id?))
        })
    }
}

/// A text of one line, if there is one.
fn line(text: Option<&str>, most: usize) -> Option<String> {
    text.map(|text| mend_line(text, most)).filter(|text| !text.is_empty())
}

/// A moment; one without a time zone is taken as UTC, a day as its beginning.
pub(super) fn moment(text: &str) -> Result<i64, String> {
    let local = || {
        text.parse::<civil::DateTime>()
            .or_else(|_| text.parse::<civil::Date>().map(civil::DateTime::from))
            .and_then(|local| local.to_zoned(TimeZone::UTC))
    };
    text.parse::<Timestamp>()
        .or_else(|_| local().map(|zoned| zoned.timestamp()))
        .map(micros)
        .map_err(|_| "collected_at is not a date and time of ISO 8601".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<ParsedLead, Refusal> {
        listing(text.as_bytes())
    }

    #[test]
    fn the_order_of_fields_is_no_difference() {
        let one = parse(r#"{"title":"鞋","url":null,"x":{"b":1,"a":[2]}}"#).unwrap();
        let other = parse(r#"{ "x": {"a": [2], "b": 1}, "url": null, "title": "鞋" }"#).unwrap();
        let different = parse(r#"{"title":"鞋","url":null,"x":{"b":2,"a":[2]}}"#).unwrap();
        assert_eq!(one.hash, other.hash);
        assert_ne!(one.hash, different.hash);
    }

    #[test]
    fn long_texts_are_cut_and_dirt_is_swept() {
        let title = "长".repeat(400);
        let found = parse(&format!(
            r#"{{"title":"a\u0007b {title}","description":"one\r\n\u0000two"}}"#
        ))
        .unwrap();
        assert_eq!(found.items[0].title.chars().count(), 300);
        assert_eq!(found.title.chars().count(), 200);
        assert!(found.title.starts_with("a b 长") && found.title.ends_with('…'));
        assert_eq!(found.summary.as_deref(), Some("one\n two"));
    }

    #[test]
    fn a_short_link_is_known_by_what_the_collector_found() {
        let known = |rest: &str| {
            parse(&format!(r#"{{"title":"x","url":"https://ikako.vip/abc"{rest}}}"#))
                .unwrap()
                .items[0]
                .known
                .clone()
        };
        let listing = Some(("weidian".to_owned(), "7614443306".to_owned()));
        assert_eq!(
            known(r#","canonical":{"platform":"weidian","id":"7614443306"}"#),
            listing
        );
        assert_eq!(known(r#","picksly":"https://picks.ly/item/WD7614443306""#), listing);
        assert_eq!(known(""), None);
        let told = parse(
            r#"{"title":"x","url":"https://item.taobao.com/item.htm?id=1","canonical":{"platform":"y","id":"2"}}"#,
        );
        assert_eq!(told.unwrap().items[0].known, None);
    }

    #[test]
    fn what_cannot_be_read_is_refused_with_its_reason() {
        for (text, reason) in [
            ("{", "not JSON"),
            ("[]", "no object"),
            ("{}", "the title is missing"),
            (r#"{"title":" \u200b "}"#, "the title is missing"),
            (r#"{"title":1}"#, "wrong type"),
            (r#"{"title":"x","price_minor":-1,"currency":"CNY"}"#, "negative"),
            (r#"{"title":"x","price_minor":1,"currency":"XXXX"}"#, "ISO 4217"),
            (r#"{"title":"x","collected_at":"soon"}"#, "ISO 8601"),
            (r#"{"title":"x","url":"ftp://a.example"}"#, "url"),
        ] {
            let error = parse(text).unwrap_err().text;
            assert!(error.contains(reason), "{text}: {error}");
        }
        assert!(listing(b"{\"title\":\"\xff\"}").unwrap_err().text.contains("UTF-8"));
    }
}
