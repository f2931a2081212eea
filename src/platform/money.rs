//! Money: whole minor units inside, decimal text outside; never a float.

use std::str::FromStr as _;

use iso_currency::Currency;

/// An amount in the minor unit of its currency.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Money {
    /// Minor units, such as cents.
    pub minor: i64,
    /// ISO 4217 code.
    pub currency: String,
}

/// Why a text is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not a code of ISO 4217.
    #[error("this is not a currency code of ISO 4217")]
    Currency,
    /// Not a plain decimal number with as many places as the currency has.
    #[error("this is not an amount with the currency's decimal places")]
    Amount,
}

impl Money {
    /// Reads a decimal amount such as `123.45`.
    ///
    /// # Errors
    /// [`MoneyError`] for an unknown currency, an amount that is negative, too large or has too many places.
    pub fn parse(amount: &str, currency: &str) -> Result<Self, MoneyError> {
        let places = places(currency).ok_or(MoneyError::Currency)?;
        let (whole, fraction) = amount.split_once('.').unwrap_or((amount, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let plain = !whole.is_empty() && digits(whole) && digits(fraction) && !amount.ends_with('.');
        if !plain || fraction.len() > places {
            return Err(MoneyError::Amount);
        }
        let minor = format!("{whole}{fraction:0<places$}")
            .parse()
            .map_err(|_| MoneyError::Amount)?;
        Ok(Self {
            minor,
            currency: currency.to_owned(),
        })
    }

    /// The amount as decimal text.
    #[must_use]
    pub fn amount(&self) -> String {
        let places = places(&self.currency).unwrap_or(2);
        let sign = if self.minor < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", self.minor.unsigned_abs(), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        if places == 0 {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{fraction}")
        }
    }
}

/// Splits an amount by weights, of which one at least is above 0: each part is the exact one rounded down, and what is left
/// goes, one by one, to those who lost most by that. The parts sum to the amount.
#[must_use]
pub fn split(total: i64, weights: &[i128]) -> Vec<i64> {
    let all: i128 = weights.iter().sum();
    if all <= 0 {
        return vec![0; weights.len()];
    }
    let exact = |weight: &i128| i128::from(total) * weight;
    let mut parts: Vec<i64> = weights
        .iter()
        .map(|weight| i64::try_from(exact(weight) / all).unwrap_or(i64::MAX))
        .collect();
    let mut by_loss: Vec<usize> = (0..weights.len()).collect();
    by_loss.sort_by_key(|place| std::cmp::Reverse(exact(&weights[*place]) % all));
    let left = total - parts.iter().sum::<i64>();
    for place in by_loss.into_iter().take(usize::try_from(left).unwrap_or(0)) {
        parts[place] += 1;
    }
    parts
}

fn places(currency: &str) -> Option<usize> {
    Currency::from_str(currency)
        .ok()
        .map(|currency| usize::from(currency.exponent().unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_have_their_currencys_places() {
        assert_eq!(Money::parse("123.4", "CNY").unwrap().minor, 12_340);
        assert_eq!(Money::parse("7", "JPY").unwrap().amount(), "7");
        assert_eq!(Money::parse("1.234", "KWD").unwrap().minor, 1_234);
        for (amount, currency) in [
            ("1.234", "CNY"),
            ("1.0", "JPY"),
            ("-1", "CNY"),
            ("1e3", "CNY"),
            ("", "CNY"),
            (".5", "CNY"),
            ("1.", "CNY"),
            ("９", "CNY"),
            ("99999999999999999999", "CNY"),
        ] {
            assert_eq!(
                Money::parse(amount, currency),
                Err(MoneyError::Amount),
                "{amount} {currency}"
            );
        }
        assert_eq!(Money::parse("1", "XYZ"), Err(MoneyError::Currency));
    }

    proptest! {
        #[test]
        fn i09_a_split_sums_exactly(total in 0..1_000_000_000_i64, weights in prop::collection::vec(0..1_000_000_i128, 1..20)) {
            prop_assume!(weights.iter().sum::<i128>() > 0);
            let parts = split(total, &weights);
            prop_assert_eq!(parts.iter().sum::<i64>(), total);
            for (part, weight) in parts.iter().zip(&weights) {
                let exact = i128::from(total) * weight / weights.iter().sum::<i128>();
                prop_assert!((i128::from(*part) - exact).abs() <= 1);
                prop_assert!(*weight > 0 || *part == 0);
            }
        }

        #[test]
        fn amounts_survive_the_round_trip(minor in 0..i64::MAX, currency in prop::sample::select(vec!["CNY", "JPY", "KWD", "BRL"])) {
            let money = Money { minor, currency: currency.to_owned() };
            prop_assert_eq!(Money::parse(&money.amount(), currency).unwrap(), money);
        }
    }
}
