//! What a right holder says of a right, and the form it is kept in.

use jiff::civil::Date;
use serde::Serialize;
use uuid::Uuid;

use super::forms::{letters, locarno_classes, number, office, record_url, st13, territory, usual_territory};
use crate::{
    members::rules::facts::{name, optional_name, text},
    platform::error::{ApiError, Result},
    rights::rules::{check_year, nice_classes},
};

/// Most brands that a right protects.
pub const MOST_BRANDS: usize = 100;
/// The longest list of goods and services, in characters.
pub const MAX_GOODS: usize = 20_000;

/// What kind of right it is (domain.md §4.2).
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
    serde::Serialize,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum IpRightKind {
    /// A registered trade mark.
    Trademark,
    /// A copyright.
    Copyright,
    /// A patent for an invention.
    PatentInvention,
    /// A utility model.
    UtilityModel,
    /// A registered design.
    Design,
    /// A geographical indication.
    Gi,
    /// Another right.
    Other,
}

/// What a right holder says of a right. Everything but kind, title, office and brands may be missing in a draft;
/// [`check_complete`] says what a submitted one needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IpRightFacts {
    /// What kind of right.
    pub kind: IpRightKind,
    /// The mark's words, or what is protected.
    pub title: String,
    /// The same in Chinese.
    pub title_zh: Option<String>,
    /// The right holder's brands that it protects, at least one.
    pub brands: Vec<Uuid>,
    /// The office, by WIPO ST.3.
    pub office: String,
    /// The office's number of the application.
    pub application_number: Option<String>,
    /// The office's number of the registration or grant.
    pub registration_number: Option<String>,
    /// The number by WIPO ST.13.
    pub st13: Option<String>,
    /// Nice classes, 1–45.
    pub nice_classes: Vec<i32>,
    /// Locarno classes, such as 02-04.
    pub locarno_classes: Vec<String>,
    /// Goods and services.
    pub goods: Option<String>,
    /// Where it is in force: countries by ISO 3166-1 alpha-2, and EU.
    pub territory: Vec<String>,
    /// The day of the application.
    pub filed_on: Option<Date>,
    /// Its first day: of registration or grant; of creation for a copyright.
    pub in_force_from: Option<Date>,
    /// Its last day; `None` for one that has none.
    pub expires_on: Option<Date>,
    /// Where the office's register shows it.
    pub record_url: Option<String>,
}

impl IpRightFacts {
    /// What tells one right from another: its kind, office and number, whatever spaces and signs the number is written
    /// with. `None` for one that has no number.
    #[must_use]
    pub fn number_key(&self) -> Option<String> {
        let number = self
            .registration_number
            .as_deref()
            .map(|number| format!("R/{}", letters(number)))
            .or_else(|| {
                self.application_number
                    .as_deref()
                    .map(|number| format!("A/{}", letters(number)))
            })?;
        let kind: &str = self.kind.into();
        Some(format!("{kind}/{}/{number}", self.office))
    }
}

/// The facts in the form they are kept in.
///
/// # Errors
/// `BAD_USER_INPUT` at the field that is not acceptable.
pub fn checked(raw: IpRightFacts) -> Result<IpRightFacts> {
    let office = office(&raw.office)?;
    let territory = match raw.territory.as_slice() {
        [] => usual_territory(&office),
        named => territory(named)?,
    };
    let facts = IpRightFacts {
        kind: raw.kind,
        title: name("title", &raw.title)?,
        title_zh: optional_name("titleZh", raw.title_zh.as_deref())?,
        brands: protected_brands(raw.brands)?,
        application_number: number("applicationNumber", raw.application_number.as_deref())?,
        registration_number: number("registrationNumber", raw.registration_number.as_deref())?,
        st13: raw.st13.as_deref().map_or(Ok(None), |text| st13(text, &office))?,
        nice_classes: nice_classes(&raw.nice_classes)?,
        locarno_classes: locarno_classes(&raw.locarno_classes)?,
        goods: text("goods", raw.goods.as_deref(), MAX_GOODS)?,
        territory,
        filed_on: day("filedOn", raw.filed_on)?,
        in_force_from: day("inForceFrom", raw.in_force_from)?,
        expires_on: day("expiresOn", raw.expires_on)?,
        record_url: raw.record_url.as_deref().map_or(Ok(None), record_url)?,
        office,
    };
    check_order(&facts)?;
    Ok(facts)
}

/// Whether nothing is missing that somebody needs to verify it.
///
/// # Errors
/// `BAD_USER_INPUT` at the first field that is.
pub fn check_complete(facts: &IpRightFacts) -> Result<()> {
    use IpRightKind::{Copyright, Design, Gi, Other, PatentInvention, Trademark, UtilityModel};
    let (numbered, ends, classed) = match facts.kind {
        Trademark => (true, true, true),
        PatentInvention | UtilityModel | Design => (true, true, false),
        Gi => (true, false, false),
        Copyright | Other => (false, false, false),
    };
    let needed = [
        ("registrationNumber", numbered && facts.registration_number.is_none()),
        ("niceClasses", classed && facts.nice_classes.is_empty()),
        ("territory", facts.territory.is_empty()),
        ("inForceFrom", facts.in_force_from.is_none()),
        ("expiresOn", ends && facts.expires_on.is_none()),
    ];
    match needed.iter().find(|(_, is_missing)| *is_missing) {
        Some((field, _)) => Err(ApiError::input(field, "This is needed to verify the right.")),
        None => Ok(()),
    }
}

/// The last day that a renewal gives a right.
///
/// # Errors
/// `BAD_USER_INPUT` where it is not later than the present one.
pub fn check_last_day(facts: &IpRightFacts, renewed: Date) -> Result<Date> {
    check_year("expiresOn", renewed)?;
    if facts.expires_on.is_some_and(|last| renewed <= last) {
        return Err(ApiError::input(
            "expiresOn",
            "Give a later day than the present last one.",
        ));
    }
    Ok(renewed)
}

fn check_order(facts: &IpRightFacts) -> Result<()> {
    let is_before = |first: Option<Date>, then: Option<Date>| matches!((first, then), (Some(a), Some(b)) if b < a);
    if facts.kind != IpRightKind::Copyright && is_before(facts.filed_on, facts.in_force_from) {
        return Err(ApiError::input(
            "inForceFrom",
            "This is before the day of the application.",
        ));
    }
    if is_before(facts.in_force_from, facts.expires_on) {
        return Err(ApiError::input("expiresOn", "The last day is before the first."));
    }
    Ok(())
}

/// The brands that a right protects, each once and in order.
///
/// # Errors
/// `BAD_USER_INPUT` where there are none, or too many.
pub fn protected_brands(mut wanted: Vec<Uuid>) -> Result<Vec<Uuid>> {
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.is_empty() || wanted.len() > MOST_BRANDS {
        return Err(ApiError::input("brandIds", format!("Name 1 to {MOST_BRANDS} brands.")));
    }
    Ok(wanted)
}

fn day(field: &str, raw: Option<Date>) -> Result<Option<Date>> {
    raw.map_or(Ok(()), |day| check_year(field, day))?;
    Ok(raw)
}

#[cfg(test)]
pub(super) mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::platform::error::ErrorCode;

    pub(in crate::rights::rules) fn trade_mark() -> IpRightFacts {
        IpRightFacts {
            kind: IpRightKind::Trademark,
            title: "AURELIA".to_owned(),
            title_zh: None,
            brands: vec![Uuid::from_u128(701)],
            office: "CN".to_owned(),
            application_number: Some("1234567".to_owned()),
            registration_number: Some("No. 12 345-67a".to_owned()),
            st13: None,
            nice_classes: vec![25, 3],
            locarno_classes: Vec::new(),
            goods: None,
            territory: Vec::new(),
            filed_on: Some(date(2015, 1, 1)),
            in_force_from: Some(date(2016, 3, 1)),
            expires_on: Some(date(2036, 2, 28)),
            record_url: None,
        }
    }

    fn refused_at(change: impl FnOnce(&mut IpRightFacts)) -> Option<String> {
        let mut facts = trade_mark();
        change(&mut facts);
        let error = checked(facts).err()?;
        assert_eq!(error.code, ErrorCode::BadUserInput);
        error.field.map(|field| field.join("."))
    }

    #[test]
    fn facts_are_kept_in_one_form() {
        let facts = checked(IpRightFacts {
            title: "  AURELIA  ".to_owned(),
            st13: Some(" ".to_owned()),
            locarno_classes: vec!["03-01".to_owned(), "02-04".to_owned(), "02-04".to_owned()],
            record_url: Some(" https://register.example/1 ".to_owned()),
            ..trade_mark()
        })
        .unwrap();
        assert_eq!(
            (facts.title.as_str(), facts.nice_classes.as_slice()),
            ("AURELIA", [3, 25].as_slice())
        );
        assert_eq!(facts.territory, ["CN"]);
        assert_eq!(facts.locarno_classes, ["02-04", "03-01"]);
        assert_eq!(
            (facts.st13, facts.record_url.as_deref()),
            (None, Some("https://register.example/1"))
        );
    }

    #[test]
    fn every_field_says_what_is_wrong_with_it() {
        let far = date(3000, 1, 1);
        let cases: [(&str, Option<String>); 15] = [
            ("title", refused_at(|facts| facts.title = " ".to_owned())),
            ("brandIds", refused_at(|facts| facts.brands.clear())),
            ("office", refused_at(|facts| facts.office = "cn".to_owned())),
            ("office", refused_at(|facts| facts.office = "中".to_owned())),
            (
                "registrationNumber",
                refused_at(|facts| facts.registration_number = Some("--".to_owned())),
            ),
            (
                "applicationNumber",
                refused_at(|facts| facts.application_number = Some("1".repeat(41))),
            ),
            (
                "st13",
                refused_at(|facts| facts.st13 = Some("CN50202509955100".to_owned())),
            ),
            (
                "st13",
                refused_at(|facts| facts.st13 = Some("US502025099551004".to_owned())),
            ),
            ("niceClasses", refused_at(|facts| facts.nice_classes = vec![46])),
            (
                "locarnoClasses",
                refused_at(|facts| facts.locarno_classes = vec!["33-01".to_owned()]),
            ),
            (
                "territory",
                refused_at(|facts| facts.territory = vec!["China".to_owned()]),
            ),
            ("filedOn", refused_at(|facts| facts.filed_on = Some(far))),
            (
                "inForceFrom",
                refused_at(|facts| facts.in_force_from = Some(date(2014, 12, 31))),
            ),
            (
                "expiresOn",
                refused_at(|facts| facts.expires_on = Some(date(2016, 2, 29))),
            ),
            (
                "recordUrl",
                refused_at(|facts| facts.record_url = Some("javascript:alert(1)".to_owned())),
            ),
        ];
        for (expected, found) in cases {
            assert_eq!(found.as_deref(), Some(expected));
        }
        assert_eq!(
            refused_at(|facts| facts.st13 = Some("CN502025099551004".to_owned())),
            None
        );
    }

    #[test]
    fn a_number_is_known_however_it_is_written() {
        let key = |number: &str| {
            IpRightFacts {
                registration_number: Some(number.to_owned()),
                ..trade_mark()
            }
            .number_key()
        };
        assert_eq!(key("No. 12 345-67a").as_deref(), Some("TRADEMARK/CN/R/no1234567a"));
        assert_eq!(key("no.1234567A"), key("No. 12 345-67a"));
        assert_eq!(key("１２３４").as_deref(), Some("TRADEMARK/CN/R/1234"));
        assert_ne!(key("国作登字-2021-F-00000123"), key("粤作登字-2021-F-00000123"));
        let applied = IpRightFacts {
            registration_number: None,
            ..trade_mark()
        };
        assert_eq!(applied.number_key().as_deref(), Some("TRADEMARK/CN/A/1234567"));
        assert_eq!(
            IpRightFacts {
                application_number: None,
                ..applied
            }
            .number_key(),
            None
        );
    }

    #[test]
    fn each_kind_needs_what_proves_it() {
        let missing = |facts: &IpRightFacts| {
            let error = check_complete(facts).err()?;
            error.field.map(|field| field.join("."))
        };
        let full = checked(trade_mark()).unwrap();
        assert_eq!(missing(&full), None);
        let bare = IpRightFacts {
            registration_number: None,
            nice_classes: Vec::new(),
            expires_on: None,
            ..full.clone()
        };
        assert_eq!(missing(&bare).as_deref(), Some("registrationNumber"));
        assert_eq!(
            missing(&IpRightFacts {
                kind: IpRightKind::Copyright,
                ..bare.clone()
            }),
            None
        );
        let without_end = IpRightFacts {
            expires_on: None,
            ..full.clone()
        };
        assert_eq!(missing(&without_end).as_deref(), Some("expiresOn"));
        assert_eq!(
            missing(&IpRightFacts {
                kind: IpRightKind::Gi,
                ..without_end
            }),
            None
        );
        let nowhere = IpRightFacts {
            territory: Vec::new(),
            ..full
        };
        assert_eq!(missing(&nowhere).as_deref(), Some("territory"));
    }

    #[test]
    fn several_countries_have_to_be_named() {
        let territory = |office: &str| {
            checked(IpRightFacts {
                office: office.to_owned(),
                ..trade_mark()
            })
            .unwrap()
            .territory
        };
        assert_eq!(territory("EM"), ["EU"]);
        assert_eq!(territory("BX"), ["BE", "LU", "NL"]);
        assert!(territory("WO").is_empty());
    }

    #[test]
    fn a_renewal_ends_later() {
        let facts = trade_mark();
        assert!(check_last_day(&facts, date(2036, 2, 28)).is_err());
        assert_eq!(check_last_day(&facts, date(2046, 2, 28)), Ok(date(2046, 2, 28)));
        assert!(check_last_day(&facts, date(2300, 1, 1)).is_err());
    }
}
