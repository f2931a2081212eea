//! Trade marks as offices' files describe them: the USPTO's status records by WIPO ST.66 and by both editions of ST.96.
//!
//! Elements are found by their local names, because each edition has name spaces of its own. Document types are refused,
//! so nothing is expanded or fetched. Persons, addresses and events are not read.

use jiff::{ToSpan as _, civil::Date};
use roxmltree::{Document, Node, ParsingOptions};
use uuid::Uuid;

use super::facts::{IpRightFacts, IpRightKind, MAX_GOODS};
use crate::platform::{
    error::{ApiError, Result},
    text::{mend_line, mend_text},
};

/// Most files of one import.
pub const MOST_DOCUMENTS: usize = 20;
/// The longest file, in bytes.
pub const MAX_DOCUMENT: usize = 200_000;
/// The most of all files of one import together, in bytes, so that they fit into a request.
pub const MAX_DOCUMENTS: usize = 800_000;
/// Most marks of one import.
pub const MOST_ENTRIES: usize = 200;
/// Most elements, texts and attributes of a file.
const MOST_NODES: u32 = 100_000;
/// The longest line that is taken over. A number as long as that is no number, as the facts will say.
const MAX_LINE: usize = 200;

/// What somebody should know of an entry before it is taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum RegisterNote {
    /// The file names no number of an application or registration: nothing that could be verified.
    NoNumber,
    /// The office says that it is abandoned, cancelled or expired.
    NotInForce,
    /// What the file says is not acceptable, such as days out of order.
    NotAcceptable,
    /// The office's status is none of those that say that it is in force or not.
    StatusUnknown,
    /// It is an application that is not registered yet.
    NotRegistered,
    /// The mark has no words; the number stands for them.
    NoWords,
    /// The file has no last day; it was reckoned from the last renewal or the registration.
    LastDayReckoned,
}

impl RegisterNote {
    /// Whether the entry is not taken over.
    #[must_use]
    pub fn skips(self) -> bool {
        match self {
            Self::NoNumber | Self::NotInForce | Self::NotAcceptable => true,
            Self::StatusUnknown | Self::NotRegistered | Self::NoWords | Self::LastDayReckoned => false,
        }
    }
}

/// What an office's file says of one mark.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RegisterEntry {
    /// The office, by WIPO ST.3.
    pub office: String,
    /// The words of the mark.
    pub words: Option<String>,
    /// The number of the application.
    pub application_number: Option<String>,
    /// The number of the registration.
    pub registration_number: Option<String>,
    /// Nice classes.
    pub nice_classes: Vec<i32>,
    /// Goods and services, a line for each class.
    pub goods: Option<String>,
    /// The day of the application.
    pub filed_on: Option<Date>,
    /// The day of the registration.
    pub registered_on: Option<Date>,
    /// The day of the last renewal.
    pub renewed_on: Option<Date>,
    /// The last day, where the file has one.
    pub expires_on: Option<Date>,
    /// The office's code of the status.
    pub status: Option<u16>,
    /// What the office says of the status.
    pub status_text: Option<String>,
}

impl RegisterEntry {
    /// What to know of it, in the order of the table.
    #[must_use]
    pub fn notes(&self) -> Vec<RegisterNote> {
        let has_number = self.application_number.is_some() || self.registration_number.is_some();
        let life = self.status.and_then(is_alive);
        let is_registered = self.registration_number.is_some() && self.registered_on.is_some();
        [
            (RegisterNote::NoNumber, !has_number),
            (RegisterNote::NotInForce, life == Some(false)),
            (RegisterNote::StatusUnknown, is_registered && life.is_none()),
            (RegisterNote::NotRegistered, !is_registered),
            (RegisterNote::NoWords, self.words.is_none()),
            (
                RegisterNote::LastDayReckoned,
                self.expires_on.is_none() && self.last_day().is_some(),
            ),
        ]
        .into_iter()
        .filter_map(|(note, holds)| holds.then_some(note))
        .collect()
    }

    /// The facts of a draft for `brands`.
    #[must_use]
    pub fn facts(&self, brands: Vec<Uuid>) -> IpRightFacts {
        let number = self.registration_number.as_ref().or(self.application_number.as_ref());
        IpRightFacts {
            kind: IpRightKind::Trademark,
            title: self.words.as_ref().or(number).cloned().unwrap_or_default(),
            title_zh: None,
            brands,
            office: self.office.clone(),
            application_number: self.application_number.clone(),
            registration_number: self.registration_number.clone(),
            st13: self.st13(),
            nice_classes: self.nice_classes.clone(),
            locarno_classes: Vec::new(),
            goods: self.goods.clone(),
            territory: Vec::new(),
            filed_on: self.filed_on,
            in_force_from: self.registered_on,
            expires_on: self.last_day(),
            record_url: None,
        }
    }

    /// The last day: as the file says, or else ten years after the last renewal or the registration of the USPTO, twenty
    /// after a registration before 16 November 1989 (15 U.S.C. 1058, 1059; Public Law 100-667, section 110).
    fn last_day(&self) -> Option<Date> {
        const TEN_YEARS_SINCE: Date = jiff::civil::date(1989, 11, 16);
        if self.expires_on.is_some() || self.office != "US" {
            return self.expires_on;
        }
        let (from, years) = match (self.renewed_on, self.registered_on) {
            (Some(renewed), _) => (renewed, 10),
            (None, Some(registered)) if registered < TEN_YEARS_SINCE => (registered, 20),
            (None, registered) => (registered?, 10),
        };
        from.checked_add(years.years()).ok()
    }

    /// The number by WIPO ST.13 that the USPTO's serial numbers stand for: type 50, the year of the application, and the
    /// serial number in nine digits.
    fn st13(&self) -> Option<String> {
        let serial = self.application_number.as_deref().filter(|_| self.office == "US")?;
        let is_serial = serial.len() == 8 && serial.bytes().all(|byte| byte.is_ascii_digit());
        let year = self.filed_on.filter(|_| is_serial)?.year();
        Some(format!("US50{year:04}0{serial}"))
    }
}

/// Whether the USPTO's status is one of a registration in force; `None` for applications under way, revived ones among
/// them (612, 616), and statuses that say neither.
fn is_alive(status: u16) -> Option<bool> {
    match status {
        700..=708 | 800 => Some(true),
        600..=610 | 614 | 618 | 626 | 709..=714 | 900 => Some(false),
        _ => None,
    }
}

/// The marks that a file describes.
///
/// # Errors
/// `BAD_USER_INPUT` at `documents` for a text that is no XML, names a document type, is too large, or has no mark.
pub fn entries(text: &str) -> Result<Vec<RegisterEntry>> {
    let broken = |text: String| ApiError::input("documents", text);
    if text.len() > MAX_DOCUMENT {
        return Err(broken(format!("A file has at most {MAX_DOCUMENT} bytes.")));
    }
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    let text = text.trim_start_matches('\u{feff}');
    let document = Document::parse_with_options(text, options)
        .map_err(|error| broken(format!("This is no XML that can be read: {error}.")))?;
    let marks = marks(document.root());
    if marks.is_empty() {
        return Err(broken(
            "This file describes no trade mark by WIPO ST.66 or ST.96.".to_owned(),
        ));
    }
    if marks.len() > MOST_ENTRIES {
        return Err(broken(format!("At most {MOST_ENTRIES} marks are read at a time.")));
    }
    Ok(marks.iter().map(entry).collect())
}

/// The marks below a node, one more than are read at most. What stands within a mark is a part of it, so that each element
/// is looked at for one mark only.
fn marks<'a, 'i>(root: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    let mut found = Vec::new();
    let mut left = vec![root];
    while let Some(node) = left.pop().filter(|_| found.len() <= MOST_ENTRIES) {
        if matches!(name(&node), "TradeMark" | "Trademark") && node.has_children() {
            found.push(node);
        } else {
            let from = left.len();
            left.extend(node.children());
            left[from..].reverse();
        }
    }
    found
}

fn entry(mark: &Node<'_, '_>) -> RegisterEntry {
    let line = |name: &str| said(mark, name).map(|text| mend_line(text, MAX_LINE));
    let day = |name: &str| said(mark, name).and_then(day_of);
    let (nice_classes, goods) = classes(mark);
    RegisterEntry {
        office: line("RegistrationOfficeCode").unwrap_or_default(),
        words: said(mark, "MarkVerbalElementText").map(|text| mend_line(text, MAX_LINE)),
        application_number: line("ApplicationNumberText").or_else(|| line("ApplicationNumber")),
        registration_number: line("RegistrationNumber"),
        nice_classes,
        goods,
        filed_on: day("ApplicationDate"),
        registered_on: day("RegistrationDate"),
        renewed_on: day("RenewalDate"),
        expires_on: day("ExpiryDate"),
        status: said(mark, "MarkCurrentStatusCode").and_then(|code| code.parse().ok()),
        status_text: said(mark, "MarkCurrentStatusExternalDescriptionText").map(|text| mend_line(text, MAX_LINE)),
    }
}

/// The Nice classes that are not given up, and their goods and services.
fn classes(mark: &Node<'_, '_>) -> (Vec<i32>, Option<String>) {
    let described = mark.descendants().filter(|node| name(node) == "ClassDescription");
    let mut classes = Vec::new();
    let mut goods = Vec::new();
    for class in described {
        let status = said(&class, "ClassNumberStatusDescriptionText");
        let status = status.or_else(|| said(&class, "NationalStatusExternalDescriptionText"));
        let number = said(&class, "ClassNumber").and_then(|number| number.parse().ok());
        let Some(number) = number.filter(|number| (1..=45).contains(number)) else {
            continue;
        };
        if status.is_some_and(|status| !status.eq_ignore_ascii_case("active")) {
            continue;
        }
        classes.push(number);
        let words = said(&class, "GoodsServicesDescription").or_else(|| said(&class, "GoodsServicesDescriptionText"));
        goods.extend(words.map(|words| format!("{number}: {words}")));
    }
    classes.sort_unstable();
    classes.dedup();
    let goods = mend_text(&goods.join("\n"), MAX_GOODS);
    (classes, (!goods.is_empty()).then_some(goods))
}

/// The first text below `node` in an element of that name, if it is not empty.
fn said<'a>(node: &Node<'a, '_>, wanted: &str) -> Option<&'a str> {
    let mut found = node.descendants().filter(|node| name(node) == wanted);
    found.find_map(|node| node.text().map(str::trim).filter(|text| !text.is_empty()))
}

fn name<'a>(node: &Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

/// The day of a date that may have a time zone behind it: `2000-05-09-04:00`.
fn day_of(text: &str) -> Option<Date> {
    text.get(..10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn st66(inside: &str) -> String {
        format!(
            r#"<?xml version="1.0"?><Transaction xmlns="urn:a" xmlns:o="urn:b"><TradeMark>
            <RegistrationOfficeCode>US</RegistrationOfficeCode><ApplicationNumber>99000001</ApplicationNumber>
            <ApplicationDate>2000-05-09-04:00</ApplicationDate>{inside}</TradeMark></Transaction>"#
        )
    }

    fn class(number: &str, status: &str) -> String {
        format!(
            "<ClassDescription><ClassNumber>{number}</ClassNumber>\
             <GoodsServicesDescription>Hats &amp; caps</GoodsServicesDescription><o:ClassDescriptionExt>\
             <o:ClassNumberStatusDescriptionText>{status}</o:ClassNumberStatusDescriptionText>\
             </o:ClassDescriptionExt></ClassDescription>"
        )
    }

    #[test]
    fn a_registration_becomes_a_draft() {
        let text = st66(&format!(
            "<RegistrationNumber>7000001</RegistrationNumber><RegistrationDate>2004-02-29-05:00</RegistrationDate>\
             <MarkCurrentStatusCode>702</MarkCurrentStatusCode><MarkVerbalElementText>AURELIA</MarkVerbalElementText>{}{}{}",
            class("025", "ACTIVE"),
            class("018", "Abandoned"),
            class("A", "ACTIVE"),
        ));
        let [entry] = entries(&text).unwrap().try_into().unwrap();
        assert_eq!(entry.notes(), [RegisterNote::LastDayReckoned]);
        let facts = entry.facts(vec![Uuid::nil()]);
        assert_eq!((facts.title.as_str(), facts.office.as_str()), ("AURELIA", "US"));
        assert_eq!(facts.st13.as_deref(), Some("US502000099000001"));
        assert_eq!(
            (facts.nice_classes, facts.goods.as_deref()),
            (vec![25], Some("25: Hats & caps"))
        );
        assert_eq!(
            (facts.in_force_from, facts.expires_on),
            (Some(date(2004, 2, 29)), Some(date(2014, 2, 28)))
        );
    }

    #[test]
    fn the_other_standard_nests_its_numbers() {
        let text = r#"<t:Bag xmlns:t="urn:t" xmlns:c="urn:c"><t:TrademarkBag><t:Trademark>
            <c:RegistrationOfficeCode>US</c:RegistrationOfficeCode>
            <c:ApplicationNumber><c:IPOfficeCode>US</c:IPOfficeCode>
            <c:ApplicationNumberText>99000001</c:ApplicationNumberText></c:ApplicationNumber>
            <c:RegistrationNumber>7000001</c:RegistrationNumber><c:RegistrationDate>1985-01-01</c:RegistrationDate>
            <t:MarkCurrentStatusCode>800</t:MarkCurrentStatusCode><t:RenewalDate>2005-01-01</t:RenewalDate>
            </t:Trademark></t:TrademarkBag></t:Bag>"#;
        let [entry] = entries(text).unwrap().try_into().unwrap();
        assert_eq!(entry.application_number.as_deref(), Some("99000001"));
        assert_eq!(entry.facts(Vec::new()).expires_on, Some(date(2015, 1, 1)));
        assert_eq!(entry.facts(Vec::new()).title, "7000001");
        assert_eq!(entry.notes(), [RegisterNote::NoWords, RegisterNote::LastDayReckoned]);
        let unrenewed = RegisterEntry {
            renewed_on: None,
            ..entry
        };
        assert_eq!(unrenewed.facts(Vec::new()).expires_on, Some(date(2005, 1, 1)));
    }

    #[test]
    fn what_is_over_or_has_no_number_is_skipped() {
        let registered = "<RegistrationNumber>7</RegistrationNumber><RegistrationDate>2004-01-01</RegistrationDate>";
        let notes = |code: &str| {
            let status = format!("{registered}<MarkCurrentStatusCode>{code}</MarkCurrentStatusCode>");
            entries(&st66(&status)).unwrap()[0].notes()
        };
        assert!(notes("900").contains(&RegisterNote::NotInForce) && RegisterNote::NotInForce.skips());
        assert!(notes("710").contains(&RegisterNote::NotInForce));
        assert!(notes("626").contains(&RegisterNote::NotInForce));
        for unknown in ["612", "616", "638", "801"] {
            assert!(notes(unknown).contains(&RegisterNote::StatusUnknown), "{unknown}");
        }
        let applied = entries(&st66("<MarkCurrentStatusCode>638</MarkCurrentStatusCode>")).unwrap();
        assert!(applied[0].notes().contains(&RegisterNote::NotRegistered));
        let empty = entries("<TradeMark><RegistrationOfficeCode>US</RegistrationOfficeCode></TradeMark>").unwrap();
        assert!(empty[0].notes().contains(&RegisterNote::NoNumber));
    }

    #[test]
    fn other_texts_are_refused() {
        let bomb = r#"<!DOCTYPE a [<!ENTITY b "bbbb">]><TradeMark><A>&b;</A></TradeMark>"#;
        let many = format!("<TradeMark>{}</TradeMark>", "<a/>".repeat(49_000));
        let long = format!("<TradeMark><a>{}</a></TradeMark>", "x".repeat(MAX_DOCUMENT));
        for text in ["", "trade mark", "<TradeMark>", "<html><body/></html>", bomb, &long] {
            assert!(entries(text).is_err(), "{}", text.get(..20).unwrap_or(text));
        }
        assert!(entries(&many).is_ok());
        let nested = format!("{}{}", "<TradeMark>".repeat(8_000), "</TradeMark>".repeat(8_000));
        assert_eq!(
            entries(&nested).unwrap().len(),
            1,
            "a mark within a mark is a part of it"
        );
        let crowd = format!("<Bag>{}</Bag>", "<TradeMark><a/></TradeMark>".repeat(MOST_ENTRIES + 1));
        assert!(entries(&crowd).is_err());
        assert!(entries(&"<a>".repeat(60_000)).is_err());
    }
}
