//! What is said of purchases, checked: quantities, sums, seals, which evidence is there, and by what a purchase is compared.

use std::collections::BTreeSet;

use jiff::SignedDuration;

use super::Terms;
use crate::{
    actions::rules::TimeBox,
    evidence::rules::EvidenceKind,
    funds::rules::{self as funds, CapBroken, Caps, MOST_MINOR, Spent},
    platform::{
        error::{ApiError, Result},
        text::clean_line,
    },
};

/// Most units of one purchase.
pub const MOST_QUANTITY: i32 = 100;
/// Most seals, one for each sample.
pub const MOST_SEALS: usize = 100;
/// For that long an open purchase is taken to touch its seller, from when it was asked for.
const TOUCHES: SignedDuration = SignedDuration::from_hours(24 * 60);

/// What units, shipping and fees come to, in minor units.
///
/// # Errors
/// `BAD_USER_INPUT` for more than an amount may be.
pub fn total(unit: i64, quantity: i32, shipping: i64, fees: i64) -> Result<i64> {
    let sum = unit
        .checked_mul(i64::from(quantity))
        .and_then(|goods| goods.checked_add(shipping))
        .and_then(|sum| sum.checked_add(fees));
    sum.filter(|sum| (1..=MOST_MINOR).contains(sum))
        .ok_or_else(|| ApiError::input("maxUnitPrice", "This is more than anything costs."))
}

/// Fees that may be left out, in minor units.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub fn fees(field: &str, text: Option<&str>, currency: &str) -> Result<i64> {
    let given = text.map(str::trim).filter(|text| !text.is_empty());
    let is_nothing = |text: &str| text.chars().all(|digit| matches!(digit, '0' | '.'));
    match given {
        None => Ok(0),
        Some(text) if is_nothing(text) => Ok(0),
        Some(text) => funds::amount(field, text, currency),
    }
}

/// Insists that no more is asked for than was chosen in the delivery.
///
/// # Errors
/// `BAD_USER_INPUT` at `quantity`.
pub fn within_choice(quantity: i32, before: i64, chosen: i32) -> Result<()> {
    match before.saturating_add(i64::from(quantity)) <= i64::from(chosen) {
        true => Ok(()),
        false => Err(ApiError::input(
            "quantity",
            "With what was asked for before this is more than was chosen in the answer.",
        )),
    }
}

/// What bounds a purchase in a programme.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Bounds {
    /// The caps.
    pub caps: Caps,
    /// What was asked for already, without the purchase itself.
    pub spent: Spent,
}

impl Bounds {
    /// Insists that a purchase of so many minor units keeps within the caps.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` at `field`.
    pub fn hold(&self, field: &str, minor: i64) -> Result<()> {
        match funds::broken(&self.caps, minor, &self.spent) {
            None => Ok(()),
            Some(broken @ (CapBroken::Purchase | CapBroken::Member | CapBroken::Period | CapBroken::Seller)) => {
                Err(ApiError::input(field, broken.text()))
            }
        }
    }
}

/// The numbers of seals, each cleaned and there once.
///
/// # Errors
/// `BAD_USER_INPUT` at `seals`.
pub fn seals(raw: &[String], bought: i32) -> Result<Vec<String>> {
    let most = usize::try_from(bought).unwrap_or(0).min(MOST_SEALS);
    if raw.is_empty() || raw.len() > most {
        let text = format!("Give one seal for each sample, 1 to {most}.");
        return Err(ApiError::input("seals", text));
    }
    let clean = |seal: &String| {
        clean_line(seal, 1..=100).map_err(|error| ApiError::input("seals", format!("Please correct this: {error}.")))
    };
    let cleaned: Vec<String> = raw.iter().map(clean).collect::<Result<_>>()?;
    let different: BTreeSet<&String> = cleaned.iter().collect();
    match different.len() == cleaned.len() {
        true => Ok(cleaned),
        false => Err(ApiError::input("seals", "Each sample has a seal of its own.")),
    }
}

/// Whether evidence of a kind may show a listing as it was ordered.
#[must_use]
pub fn fits_listing(kind: EvidenceKind) -> bool {
    match kind {
        EvidenceKind::Screenshot
        | EvidenceKind::Html
        | EvidenceKind::Video
        | EvidenceKind::Photo
        | EvidenceKind::Document
        | EvidenceKind::NotarialCert => true,
        EvidenceKind::PhysicalSample | EvidenceKind::Chat | EvidenceKind::Bank => false,
    }
}

/// The kinds that are required and not there. Samples are made when a purchase is received, so that they are not asked for.
#[must_use]
pub fn missing_evidence(required: &[EvidenceKind], there: &[EvidenceKind]) -> Vec<EvidenceKind> {
    let asked = required.iter().filter(|kind| **kind != EvidenceKind::PhysicalSample);
    asked.filter(|kind| !there.contains(kind)).copied().collect()
}

/// What is compared of a purchase with offline actions: from when on it touches its seller, until when that is so, and hashes
/// of what the seller is known by and of where it is. It says no part of a town: in that many sell. One that is open for longer
/// still touches its seller for as long as money is held now.
#[must_use]
pub fn compared(
    requested_at: i64,
    (now, terms): (i64, Terms),
    (hashes, places): (BTreeSet<String>, BTreeSet<String>),
) -> TimeBox {
    let later = |from: i64, by: SignedDuration| from.saturating_add(i64::try_from(by.as_micros()).unwrap_or(i64::MAX));
    TimeBox {
        starts_at: requested_at,
        ends_at: later(requested_at, TOUCHES).max(later(now, terms.hold())),
        country: String::new(),
        divisions: BTreeSet::new(),
        places,
        hashes,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::actions::rules::{ClashKind, clashes};

    const DAY: i64 = 86_400_000_000;

    #[test]
    fn a_sum_is_of_units_shipping_and_fees() {
        assert_eq!(total(100, 3, 20, 5).unwrap(), 325);
        assert!(total(i64::MAX, 2, 0, 0).is_err());
        assert!(total(MOST_MINOR, 1, 1, 0).is_err());
    }

    #[test]
    fn no_more_is_asked_for_than_was_chosen() {
        assert!(within_choice(2, 1, 3).is_ok());
        assert!(within_choice(3, 1, 3).is_err());
        assert!(within_choice(1, i64::MAX, 3).is_err());
    }

    #[test]
    fn fees_may_be_nothing() {
        assert_eq!(fees("expectedFees", None, "CNY").unwrap(), 0);
        assert_eq!(fees("expectedFees", Some("0.00"), "CNY").unwrap(), 0);
        assert_eq!(fees("expectedFees", Some("1.50"), "CNY").unwrap(), 150);
        assert!(fees("expectedFees", Some("-1"), "CNY").is_err());
    }

    #[test]
    fn each_sample_has_a_seal_of_its_own() {
        let of = |all: &[&str]| all.iter().map(|seal| (*seal).to_owned()).collect::<Vec<_>>();
        assert_eq!(seals(&of(&["A1", "A2"]), 2).unwrap(), ["A1", "A2"]);
        for (given, bought) in [
            (of(&[]), 2),
            (of(&["A1", "A1"]), 2),
            (of(&["A1", "A2"]), 1),
            (of(&[" "]), 1),
        ] {
            assert!(seals(&given, bought).is_err(), "{given:?} of {bought}");
        }
    }

    #[test]
    fn samples_are_not_asked_for_before_they_are_made() {
        let required = [
            EvidenceKind::Screenshot,
            EvidenceKind::PhysicalSample,
            EvidenceKind::Chat,
        ];
        assert_eq!(
            missing_evidence(&required, &[EvidenceKind::Screenshot]),
            [EvidenceKind::Chat]
        );
    }

    #[test]
    fn a_purchase_meets_an_action_about_its_seller_and_no_other() {
        let of = |text: &str| BTreeSet::from([text.to_owned()]);
        let bought = compared(100 * DAY, (100 * DAY, Terms::default()), (of("x"), of("shop")));
        let action = |day: i64, hash: &str| TimeBox {
            starts_at: day * DAY,
            ends_at: day * DAY + 1,
            country: "CN".to_owned(),
            divisions: of("350304"),
            places: of("a"),
            hashes: of(hash),
        };
        assert_eq!(clashes(&bought, &action(110, "x")), [ClashKind::Subject]);
        assert_eq!(
            clashes(&bought, &action(185, "x")),
            [ClashKind::Subject],
            "it comes soon after"
        );
        assert!(clashes(&bought, &action(195, "x")).is_empty(), "far away in time");
        assert!(clashes(&bought, &action(110, "y")).is_empty(), "somebody else");
        let there = TimeBox {
            places: of("shop"),
            ..action(110, "y")
        };
        assert_eq!(clashes(&bought, &there), [ClashKind::Site], "where it sells");
        assert_eq!(clashes(&there, &bought), [ClashKind::Site], "the same from both sides");
        let late = compared(100 * DAY, (300 * DAY, Terms::default()), (of("x"), BTreeSet::new()));
        assert_eq!(
            clashes(&late, &action(310, "x")),
            [ClashKind::Subject],
            "it is open still"
        );
    }

    proptest! {
        #[test]
        fn within_the_caps_nobody_spends_more(
            cap in 1_i64..10_000, before in 0_i64..10_000, minor in 1_i64..10_000,
        ) {
            let bounds = Bounds {
                caps: Caps { per_member: Some(cap), ..Caps::default() },
                spent: Spent { by_member: before, ..Spent::default() },
            };
            prop_assert_eq!(bounds.hold("quantity", minor).is_ok(), before + minor <= cap);
        }
    }
}
