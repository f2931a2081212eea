//! What came of an action and what becomes of it: stages, dispositions, quantities, costs (domain.md §4.4).

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use uuid::Uuid;

use super::codes::codes;
use crate::platform::{
    error::{ApiError, Result},
    money::split,
};

codes! {
    /// What was found at a site.
    SiteResult {
        /// It was dealt with.
        DealtWith,
        /// It was destroyed.
        Destroyed,
        /// Nobody and nothing was there.
        Empty,
    }
    /// A stage of a suspect's way through the law. They are different things: who was captured need not be detained, and
    /// who is detained is not arrested.
    CustodyStage {
        /// Known, not met with.
        Identified,
        /// Met with and held.
        Captured,
        /// Detained by the police in criminal proceedings.
        CriminallyDetained,
        /// Arrested with a prosecutor's approval.
        Arrested,
        /// Charged before a court.
        Indicted,
        /// Convicted.
        Convicted,
        /// Acquitted.
        Acquitted,
        /// Not prosecuted.
        NotProsecuted,
        /// Let go.
        Released,
        /// Let go until the trial.
        Bailed,
        /// Not to be found.
        AtLarge,
    }
    /// What becomes of seized goods.
    Disposition {
        /// Lies in a store.
        Stored,
        /// Lies sealed where it was found.
        Sealed,
        /// A sample was taken of it.
        SampleTaken,
        /// Destroyed, by two people and with a certificate.
        Destroyed,
        /// Given back.
        Returned,
        /// Made into something else.
        Recycled,
    }
    /// Where the destruction of seized goods stands.
    DestructionState {
        /// One person says so.
        Asked,
        /// Another one has confirmed it.
        Confirmed,
        /// Another one says that it was not so.
        Refused,
    }
    /// What something cost.
    CostKind {
        /// Keeping it.
        Storage,
        /// Moving it.
        Transport,
        /// Destroying it.
        Destruction,
    }
    /// By what brands share a cost.
    CostRule {
        /// Each the same.
        Equal,
        /// By how much of each was seized.
        ByQuantity,
        /// By what it was worth.
        ByValue,
    }
    /// What an entry of an outcome is about.
    EntryKind {
        /// What was found at a site.
        SiteResult,
        /// A suspect.
        Suspect,
        /// Seized goods.
        Seizure,
    }
    /// What can be done to a suspect's record or to seized goods.
    FollowUpStep {
        /// Write down another stage.
        RecordStage,
        /// Verify a stage that somebody else wrote down.
        VerifyStage,
        /// Write down what becomes of goods.
        RecordDisposition,
        /// Say that goods were destroyed.
        AskDestruction,
        /// Confirm that, or say that it was not so.
        DecideDestruction,
        /// End the following-up.
        End,
        /// Strike it from the outcome.
        Strike,
        /// See who it is.
        Reveal,
    }
}

impl CustodyStage {
    /// Whether nothing comes after it.
    #[must_use]
    pub fn is_final(self) -> bool {
        match self {
            Self::Convicted | Self::Acquitted | Self::NotProsecuted | Self::Released => true,
            Self::Identified
            | Self::Captured
            | Self::CriminallyDetained
            | Self::Arrested
            | Self::Indicted
            | Self::Bailed
            | Self::AtLarge => false,
        }
    }

    /// Whether somebody was met with and held, at whatever time.
    #[must_use]
    pub fn was_held(self) -> bool {
        match self {
            Self::Identified | Self::AtLarge => false,
            Self::Captured
            | Self::CriminallyDetained
            | Self::Arrested
            | Self::Indicted
            | Self::Convicted
            | Self::Acquitted
            | Self::NotProsecuted
            | Self::Released
            | Self::Bailed => true,
        }
    }
}

impl Disposition {
    /// Whether nothing comes after it.
    #[must_use]
    pub fn is_final(self) -> bool {
        match self {
            Self::Destroyed | Self::Returned | Self::Recycled => true,
            Self::Stored | Self::Sealed | Self::SampleTaken => false,
        }
    }
}

/// A day that is not still to come, where the action is.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub fn past_day(field: &str, day: Date, now: Timestamp, time_zone: Option<&str>) -> Result<String> {
    let zone = time_zone
        .and_then(|name| TimeZone::get(name).ok())
        .unwrap_or(TimeZone::UTC);
    let today = now.to_zoned(zone).date();
    match day.year() >= 2000 && day <= today {
        true => Ok(day.to_string()),
        false => Err(ApiError::input(field, "Give a day that has come.")),
    }
}

/// Thousandths of a unit of decimal text with at most three places.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub fn quantity(field: &str, raw: &str) -> Result<i64> {
    let wrong = || ApiError::input(field, "Give a number above 0 with at most three decimal places.");
    let (whole, fraction) = raw.split_once('.').unwrap_or((raw, ""));
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || fraction.len() > 3 || !plain(whole) || !plain(fraction) {
        return Err(wrong());
    }
    let milli: i64 = format!("{whole}{fraction:0<3}").parse().map_err(|_| wrong())?;
    match milli {
        0 => Err(wrong()),
        milli => Ok(milli),
    }
}

/// Thousandths of a unit as decimal text.
#[must_use]
pub fn quantity_text(milli: i64) -> String {
    let (whole, rest) = (milli / 1_000, milli.unsigned_abs() % 1_000);
    if rest == 0 {
        return whole.to_string();
    }
    format!("{whole}.{rest:03}").trim_end_matches('0').to_owned()
}

/// What of seized goods decides who bears a cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CostBasis {
    /// The brand.
    pub brand: Uuid,
    /// Thousandths of the unit.
    pub quantity_milli: i64,
    /// The unit.
    pub unit: String,
    /// Minor units with their currency and the code of their basis; `None` where nobody has said.
    pub value: Option<(i64, String, String)>,
}

/// The parts of a cost that brands bear by a rule; they sum to the cost.
///
/// # Errors
/// `BAD_USER_INPUT` at `rule` where there is nothing to share by, or what there is cannot be added.
pub fn shares(total: i64, rule: CostRule, goods: &[CostBasis]) -> Result<Vec<(Uuid, i64)>> {
    let wrong = |text: &'static str| ApiError::input("rule", text);
    if goods.is_empty() {
        return Err(ApiError::input(
            "seizureIds",
            "No seized goods of a brand are among these.",
        ));
    }
    let units: BTreeSet<&str> = goods.iter().map(|of| of.unit.as_str()).collect();
    let values: BTreeSet<Option<(&str, &str)>> = goods
        .iter()
        .map(|of| {
            of.value
                .as_ref()
                .map(|(_, currency, basis)| (currency.as_str(), basis.as_str()))
        })
        .collect();
    let is_valued_alike = values.len() == 1 && !values.contains(&None);
    let mut weights: BTreeMap<Uuid, i128> = BTreeMap::new();
    for of in goods {
        let weight = match rule {
            CostRule::Equal => 0,
            CostRule::ByQuantity if units.len() == 1 => i128::from(of.quantity_milli),
            CostRule::ByQuantity => return Err(wrong("The goods are counted in several units.")),
            CostRule::ByValue if is_valued_alike => of.value.as_ref().map_or(0, |(minor, ..)| i128::from(*minor)),
            CostRule::ByValue => {
                return Err(wrong(
                    "The goods are not all valued, or in several currencies or on several bases.",
                ));
            }
        };
        *weights.entry(of.brand).or_default() += weight;
    }
    if rule == CostRule::Equal {
        weights.values_mut().for_each(|weight| *weight = 1);
    }
    let brands: Vec<Uuid> = weights.keys().copied().collect();
    let weights: Vec<i128> = weights.into_values().collect();
    if weights.iter().sum::<i128>() <= 0 {
        return Err(wrong("There is nothing to share it by."));
    }
    Ok(brands.into_iter().zip(split(total, &weights)).collect())
}

/// Whether two people may destroy goods together: two humans, of whom one at least has nothing to gain by it. Each comes with
/// its organisation and those for which that acts: an agent gains what its principal does (I15).
#[must_use]
pub fn are_two(one: (Uuid, &[Uuid]), other: (Uuid, &[Uuid]), beneficiaries: &[Uuid]) -> bool {
    let has_nothing_to_gain = |organizations: &[Uuid]| !organizations.iter().any(|of| beneficiaries.contains(of));
    one.0 != other.0 && (has_nothing_to_gain(one.1) || has_nothing_to_gain(other.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_exact() {
        for (text, milli, back) in [("400", 400_000, "400"), ("1.5", 1_500, "1.5"), ("0.001", 1, "0.001")] {
            assert_eq!(quantity("quantity", text).unwrap(), milli);
            assert_eq!(quantity_text(milli), back);
        }
        for wrong in ["0", "0.000", "-1", "1.2345", "", ".5", "1e3", "many"] {
            assert!(quantity("quantity", wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn i14_two_people_destroy_of_whom_one_gains_nothing() {
        let [one, other, ours, theirs] = [1, 2, 3, 4].map(Uuid::from_u128);
        let (own, outside, agent) = ([ours], [theirs], [theirs, ours]);
        assert!(
            !are_two((one, &own[..]), (one, &outside[..]), &[]),
            "one human is not two"
        );
        assert!(!are_two((one, &own[..]), (other, &own[..]), &[ours]));
        assert!(are_two((one, &own[..]), (other, &outside[..]), &[ours]));
        assert!(
            !are_two((one, &own[..]), (other, &agent[..]), &[ours]),
            "an agent gains what its principal does"
        );
    }

    #[test]
    fn what_cannot_be_added_is_not_shared_by() {
        let goods = |unit: &str, currency: &str, brand: u128| CostBasis {
            brand: Uuid::from_u128(brand),
            quantity_milli: 1_000,
            unit: unit.to_owned(),
            value: Some((100, currency.to_owned(), "GENUINE_PRICE".to_owned())),
        };
        let alike = [goods("bottle", "CNY", 1), goods("bottle", "CNY", 2)];
        let mixed = [goods("bottle", "CNY", 1), goods("box", "USD", 2)];
        for rule in [CostRule::ByQuantity, CostRule::ByValue] {
            assert_eq!(
                shares(101, rule, &alike)
                    .unwrap()
                    .iter()
                    .map(|share| share.1)
                    .sum::<i64>(),
                101
            );
            assert!(shares(101, rule, &mixed).is_err(), "{rule:?}");
        }
        assert!(shares(101, CostRule::Equal, &mixed).is_ok());
        assert!(shares(101, CostRule::Equal, &[]).is_err());
    }
}
