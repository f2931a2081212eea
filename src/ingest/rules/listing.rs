//! A listing: what it says, and what it is known by.

use jiff::{Timestamp, tz::TimeZone};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::{
    imports::rules::{ParsedItem, ParsedLead, Reason, Refusal},
    leads::{
        listing_url::{self, ListingKind},
        rules::InfringementType,
    },
    permissions::audience::Tlp,
    platform::{clock::micros, money::Money, text::mend_line},
};

/// Characters that a title may have.
const LONGEST_TITLE: usize = 300;
/// Characters that names, ids and codes may have.
const LONGEST_NAME: usize = 200;

/// The brand a listing is about.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum BrandName {
    /// By its public id.
    Id(String),
    /// By one of its names.
    Name(String),
}

/// An amount as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Price {
    /// Decimal text with at most the currency's places.
    pub amount: String,
    /// Code of ISO 4217.
    pub currency: String,
}

/// A listing as it came in, by a call or as a line of a stream.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewListing {
    /// What it is called where it comes from.
    pub external_id: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The platform, where the address does not tell.
    pub platform: Option<String>,
    /// The platform's id of it, where the address does not tell.
    pub listing_id: Option<String>,
    /// What is offered.
    #[serde(default)]
    pub title: String,
    /// The brand it is about.
    pub brand: Option<BrandName>,
    /// Who offers it.
    pub seller: Option<String>,
    /// The platform's id of the seller.
    pub shop_id: Option<String>,
    /// For how much.
    pub price: Option<Price>,
    /// When it was seen.
    pub captured_at: Option<Timestamp>,
    /// What is wrong with it; a counterfeit where nothing is said.
    pub infringement_types: Option<Vec<InfringementType>>,
    /// Where it happened, by ISO 3166-1.
    pub country: Option<String>,
    /// What else there is to say.
    pub summary: Option<String>,
}

/// A listing that a lead can be made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The lead to be.
    pub lead: ParsedLead,
    /// The brand it is about.
    pub brand: Uuid,
    /// What it is called where it comes from.
    pub external_id: Option<String>,
}

fn refusal(reason: Reason, text: impl Into<String>) -> Refusal {
    Refusal {
        reason,
        text: text.into(),
    }
}

/// Reads a line of a stream: an object with the fields of a listing.
///
/// # Errors
/// With the reason.
pub fn listing_of_line(bytes: &[u8]) -> Result<NewListing, Refusal> {
    serde_json::from_slice(bytes)
        .map_err(|error| refusal(Reason::Malformed, format!("the line is no listing: {error}")))
}

/// Where a listing is: what it is known by, and platform and id where the address does not tell them.
struct Whereabouts {
    key: String,
    known: Option<(String, String)>,
}

impl NewListing {
    /// What can be made of it, given the brand it is about.
    ///
    /// # Errors
    /// With the reason.
    pub fn read(&self, brand: Uuid) -> Result<Candidate, Refusal> {
        let title = self.title.trim();
        if title.is_empty() {
            return Err(refusal(Reason::NoTitle, "the title is missing"));
        }
        if title.chars().count() > LONGEST_TITLE {
            return Err(refusal(Reason::TooLong, "the title has more than 300 characters"));
        }
        let Whereabouts { key, known } = self.whereabouts()?;
        let item = ParsedItem {
            title: title.to_owned(),
            url: given(self.url.as_deref()).map(str::to_owned),
            known,
            seller: self.seller.clone(),
            shop_id: self.shop_id.clone(),
            price: self.price.as_ref().map(money).transpose()?,
            captured_at: self.captured_at.map(captured).transpose()?,
            brand: None,
        };
        let lead = ParsedLead {
            hash: format!("{:x}", Sha256::digest(format!("{key}\0{}", brand.simple()))),
            title: mend_line(title, 200),
            summary: self.summary.clone(),
            items: vec![item],
            types: self.infringement_types.clone().unwrap_or_default(),
            tlp: None,
            country: given(self.country.as_deref()).map(str::to_owned),
            tags: Vec::new(),
        };
        Ok(Candidate {
            lead,
            brand,
            external_id: short(self.external_id.as_deref(), "externalId")?,
        })
    }

    fn whereabouts(&self) -> Result<Whereabouts, Refusal> {
        let told = given(self.url.as_deref())
            .map(listing_url::canonicalize)
            .transpose()
            .map_err(|error| refusal(Reason::NotWebAddress, format!("the url is none we can use: {error}")))?;
        let platform = short(self.platform.as_deref(), "platform")?.map(|name| name.to_lowercase());
        let named = platform.zip(short(self.listing_id.as_deref(), "listingId")?);
        let of = |platform: &str, kind: &str, id: &str| format!("listing\0{platform}\0{kind}\0{id}");
        // An address that names its listing is believed before what stands beside it.
        if let Some(listing) = told.as_ref().filter(|listing| listing.kind != ListingKind::Short)
            && let Some(id) = &listing.id
        {
            let key = of(&listing.platform, <&str>::from(listing.kind), id);
            return Ok(Whereabouts { key, known: None });
        }
        if let Some((platform, id)) = named {
            let key = of(&platform, <&str>::from(ListingKind::Listing), &id);
            let known = Some((platform, id));
            return Ok(Whereabouts { key, known });
        }
        let listing = told.ok_or_else(|| {
            refusal(
                Reason::NoListing,
                "give the address, or the platform and its id of the listing",
            )
        })?;
        let key = format!("page\0{}", listing.canonical_url);
        Ok(Whereabouts { key, known: None })
    }
}

impl Candidate {
    /// At exactly this TLP: it is the caller's choice, not the word of a source that would be a floor.
    #[must_use]
    pub fn at(mut self, tlp: Tlp) -> Self {
        self.lead.tlp = Some(tlp);
        self
    }
}

/// A text that says something.
fn given(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

fn short(text: Option<&str>, field: &str) -> Result<Option<String>, Refusal> {
    let Some(text) = given(text) else { return Ok(None) };
    if text.chars().count() > LONGEST_NAME || text.chars().any(char::is_control) {
        let why = format!("{field} has more than 200 characters, or ones that cannot be shown");
        return Err(refusal(Reason::TooLong, why));
    }
    Ok(Some(text.to_owned()))
}

fn money(price: &Price) -> Result<Money, Refusal> {
    Money::parse(&price.amount, &price.currency)
        .map_err(|error| refusal(Reason::UnreadableValue, format!("the price: {error}")))
}

/// A moment at which somebody can have looked at a listing on the web.
fn captured(at: Timestamp) -> Result<i64, Refusal> {
    if !(1990..2200).contains(&at.to_zoned(TimeZone::UTC).year()) {
        return Err(refusal(
            Reason::UnreadableValue,
            "capturedAt is no moment from 1990 to 2199",
        ));
    }
    Ok(micros(at))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BRAND: Uuid = Uuid::from_u128(1);

    fn at(url: &str) -> NewListing {
        NewListing {
            title: "Bag".to_owned(),
            url: Some(url.to_owned()),
            ..NewListing::default()
        }
    }

    fn hash(listing: &NewListing) -> String {
        listing.read(BRAND).unwrap().lead.hash
    }

    #[test]
    fn one_listing_is_known_by_what_it_is_and_not_by_what_is_said_of_it() {
        let one = at("https://item.taobao.com/item.htm?id=99900000001&spm=x");
        let other = NewListing {
            title: "The same bag, cheaper".to_owned(),
            external_id: Some("x-1".to_owned()),
            ..at("https://a.m.taobao.com/awp/core/detail.htm?id=99900000001")
        };
        assert_eq!(hash(&one), hash(&other));
        let named = NewListing {
            platform: Some("Taobao".to_owned()),
            listing_id: Some(" 99900000001 ".to_owned()),
            url: None,
            ..one.clone()
        };
        assert_eq!(hash(&one), hash(&named));
        assert_ne!(hash(&one), hash(&at("https://item.taobao.com/item.htm?id=99900000002")));
        assert_ne!(
            hash(&one),
            one.read(Uuid::from_u128(2)).unwrap().lead.hash,
            "another brand"
        );
    }

    #[test]
    fn a_line_has_the_fields_of_a_listing_and_no_others() {
        let line = r#"{"externalId":"7","url":"https://a.example/1","title":"鞋","brand":{"name":"Acme"},
            "price":{"amount":"19.90","currency":"CNY"},"capturedAt":"2026-03-08T10:00:00Z",
            "infringementTypes":["COUNTERFEIT"]}"#;
        let read = listing_of_line(line.as_bytes()).unwrap();
        assert_eq!(read.brand, Some(BrandName::Name("Acme".to_owned())));
        let candidate = read.read(BRAND).unwrap().at(Tlp::Green);
        let item = &candidate.lead.items[0];
        assert_eq!(
            (item.price.as_ref().unwrap().minor, item.captured_at),
            (1_990, Some(1_772_964_000_000_000))
        );
        assert_eq!(
            (candidate.external_id.as_deref(), candidate.lead.tlp),
            (Some("7"), Some(Tlp::Green))
        );
        for wrong in [
            "",
            "[]",
            "{\"title\":1}",
            "{\"titel\":\"x\"}",
            "{\"title\":\"x\"",
            "\u{1}",
        ] {
            assert_eq!(
                listing_of_line(wrong.as_bytes()).unwrap_err().reason,
                Reason::Malformed,
                "{wrong}"
            );
        }
    }

    #[test]
    fn what_no_lead_can_be_made_of_is_refused_with_its_reason() {
        let nowhere = NewListing {
            url: None,
            platform: Some("taobao".to_owned()),
            ..at("")
        };
        let priced = |amount: &str, currency: &str| NewListing {
            price: Some(Price {
                amount: amount.to_owned(),
                currency: currency.to_owned(),
            }),
            ..at("a.example")
        };
        let untitled = |title: &str| NewListing {
            title: title.to_owned(),
            ..at("a.example")
        };
        let long_ago = NewListing {
            captured_at: Some(Timestamp::UNIX_EPOCH),
            ..at("a.example")
        };
        for (listing, reason) in [
            (at("ftp://a.example/x"), Reason::NotWebAddress),
            (at("  "), Reason::NoListing),
            (nowhere, Reason::NoListing),
            (untitled(" "), Reason::NoTitle),
            (untitled(&"x".repeat(301)), Reason::TooLong),
            (priced("1.234", "CNY"), Reason::UnreadableValue),
            (priced("1", "GOLD"), Reason::UnreadableValue),
            (long_ago, Reason::UnreadableValue),
        ] {
            assert_eq!(listing.read(BRAND).unwrap_err().reason, reason, "{listing:?}");
        }
    }

    proptest! {
        #[test]
        fn no_line_is_too_strange(line in prop::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(listing) = listing_of_line(&line) {
                drop(listing.read(BRAND));
            }
        }

        #[test]
        fn words_are_no_part_of_what_a_listing_is_known_by(title in "[a-z鞋]{1,40}", seller in ".{0,20}") {
            let listing = NewListing { title, seller: Some(seller), ..at("https://shop.example/1") };
            prop_assert_eq!(hash(&listing), hash(&at("https://shop.example/1")));
        }
    }
}
