//! What is said of funds and programmes, cleaned and checked.

use jiff::civil::Date;

use super::{caps::Caps, codes::ProgramState};
use crate::{
    evidence::rules::EvidenceKind,
    platform::{
        error::{ApiError, Result},
        money::{Money, MoneyError},
        text::{clean_line, clean_text},
    },
};

/// Most minor units of an amount: more than anything costs, and little enough to be added up.
pub const MOST_MINOR: i64 = 1_000_000_000_000_000;
/// Most organisations that share a recovery, or that a programme names.
pub const MOST_NAMED: usize = 200;
/// The longest a programme lasts, in days.
const LONGEST: i64 = 3_660;

/// An amount above 0, for the field of that name, in minor units.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub fn amount(field: &str, text: &str, currency: &str) -> Result<i64> {
    let wrong = |error: MoneyError| ApiError::input(field, format!("Please correct this: {error}."));
    let money = Money::parse(text, currency).map_err(wrong)?;
    match (1..=MOST_MINOR).contains(&money.minor) {
        true => Ok(money.minor),
        false => Err(wrong(MoneyError::Amount)),
    }
}

/// A currency's code.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub fn currency(code: &str) -> Result<String> {
    let zero = Money::parse("0", code)
        .map_err(|error| ApiError::input("currency", format!("Please correct this: {error}.")))?;
    Ok(zero.currency)
}

/// A line of that many characters at most, for the field of that name.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub fn line(field: &str, raw: &str, most: usize) -> Result<String> {
    clean_line(raw, 1..=most).map_err(|error| ApiError::input(field, format!("Please correct this: {error}.")))
}

/// A text of that many characters at most, for the field of that name.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub fn text(field: &str, raw: &str, most: usize) -> Result<String> {
    clean_text(raw, 1..=most).map_err(|error| ApiError::input(field, format!("Please correct this: {error}.")))
}

/// [`text`] that may be left out; an empty one is.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub fn optional(field: &str, raw: Option<&str>, most: usize) -> Result<Option<String>> {
    let given = raw.filter(|raw| !raw.trim().is_empty());
    given.map(|raw| text(field, raw, most)).transpose()
}

/// By what the bank names a line of its statement.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub fn bank_reference(raw: &str) -> Result<String> {
    line("bankReference", raw, 100)
}

/// What is said of a programme, amounts as text in the fund's currency.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct ProgramFacts {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Its first day.
    pub starts_on: Date,
    /// Its last day.
    pub ends_on: Date,
    /// Who may take part; every member where nobody is named.
    pub members: Option<Vec<uuid::Uuid>>,
    /// Of one purchase.
    pub per_purchase: Option<String>,
    /// Of a member in all.
    pub per_member: Option<String>,
    /// Of a member within the days of the period.
    pub per_period: Option<String>,
    /// Those days.
    pub period_days: Option<i32>,
    /// Of all purchases from a seller.
    pub per_seller: Option<String>,
    /// Kinds of evidence that a purchase needs.
    pub required_evidence: Vec<EvidenceKind>,
    /// Above it two people approve.
    pub threshold: Option<String>,
}

impl ProgramFacts {
    /// The days, if they are some.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` where the last day comes before the first, or too long after it.
    pub fn days(&self) -> Result<(Date, Date)> {
        let days = self
            .starts_on
            .until(self.ends_on)
            .map_err(ApiError::internal)?
            .get_days();
        match (0..=LONGEST).contains(&i64::from(days)) {
            true => Ok((self.starts_on, self.ends_on)),
            false => Err(ApiError::input(
                "endsOn",
                "It ends after it begins, and within ten years.",
            )),
        }
    }

    /// The caps in minor units.
    ///
    /// # Errors
    /// `BAD_USER_INPUT`.
    pub fn caps(&self, currency: &str) -> Result<Caps> {
        let read = |field: &str, value: &Option<String>| {
            let minor = value
                .as_deref()
                .map(|text| amount(&format!("caps.{field}"), text, currency));
            minor.transpose()
        };
        let per_period = match (read("perPeriod", &self.per_period)?, self.period_days) {
            (Some(cap), Some(days)) if (1..=366).contains(&days) => Some((cap, days)),
            (None, None) => None,
            _ => {
                return Err(ApiError::input(
                    "caps.periodDays",
                    "Say both what a period's cap is and how many days it has, 1 to 366.",
                ));
            }
        };
        Ok(Caps {
            per_purchase: read("perPurchase", &self.per_purchase)?,
            per_member: read("perMember", &self.per_member)?,
            per_period,
            per_seller: read("perSeller", &self.per_seller)?,
        })
    }
}

/// Where a programme stands on a day.
#[must_use]
pub fn program_state(starts_on: Date, ends_on: Date, is_archived: bool, today: Date) -> ProgramState {
    if is_archived {
        ProgramState::Archived
    } else if today < starts_on {
        ProgramState::Planned
    } else if today > ends_on {
        ProgramState::Ended
    } else {
        ProgramState::Active
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn an_amount_is_above_nothing_and_can_be_added() {
        assert_eq!(amount("amount", "12.30", "CNY").unwrap(), 1_230);
        for wrong in ["0", "0.00", "-1", "1.234", "", "1e3", "10000000000000.01"] {
            assert!(amount("amount", wrong, "CNY").is_err(), "{wrong}");
        }
        assert_eq!(currency("USD").unwrap(), "USD");
        assert!(currency("XYZ").is_err());
    }

    #[test]
    fn a_programme_is_active_from_its_first_day_to_its_last() {
        let (first, last) = (date(2026, 3, 1), date(2026, 5, 31));
        for (today, expected) in [
            (date(2026, 2, 28), ProgramState::Planned),
            (first, ProgramState::Active),
            (last, ProgramState::Active),
            (date(2026, 6, 1), ProgramState::Ended),
        ] {
            assert_eq!(program_state(first, last, false, today), expected);
            assert_eq!(program_state(first, last, true, today), ProgramState::Archived);
        }
    }
}
