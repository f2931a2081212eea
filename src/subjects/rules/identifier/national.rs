//! Documents that name a person. Their numbers are compared by hash and never shown: of each, the last characters remain.

use jiff::civil::Date;
use zeroize::Zeroizing;

use super::{Hints, Outcome, Parsed, Refusal, Strength, places, writing};

const RESIDENT_LENGTH: usize = 18;
/// GB 11643 (ISO 7064, MOD 11-2): the weight of each of the first seventeen digits.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: &[u8; 11] = b"10X98765432";
const NUMBER_LENGTH: std::ops::RangeInclusive<usize> = 4..=20;

/// The number of a person in a country: in China the resident id of 18 characters, checked; elsewhere letters and digits.
/// A text that passes as a Chinese resident id needs no hint.
///
/// The first generation of Chinese ids, of 15 digits, has no check character and is refused.
pub(super) fn id(text: &str, hints: &Hints<'_>) -> Outcome {
    let whole = Zeroizing::new(writing::compact_capitals(text, ""));
    if hints.country.is_none() && resident(&whole).is_ok() {
        return Ok(hidden("CN", &whole, "resident-id-gb11643-1"));
    }
    let (country, text) = writing::in_country(text, hints.country)?;
    let number = Zeroizing::new(writing::compact_capitals(text, "./"));
    if country == "CN" {
        resident(&number)?;
        return Ok(hidden("CN", &number, "resident-id-gb11643-1"));
    }
    document(&country, &number, "national-id-1")
}

/// The number of a passport, with the country that issued it. A Chinese one is a letter E, G, D, S, P or H and eight
/// characters.
pub(super) fn passport(text: &str, hints: &Hints<'_>) -> Outcome {
    let (country, text) = writing::in_country(text, hints.country)?;
    let number = Zeroizing::new(writing::compact_capitals(text, "./"));
    let is_chinese = number.len() == 9
        && number.starts_with(['E', 'G', 'D', 'S', 'P', 'H'])
        && number.bytes().skip(2).all(|byte| byte.is_ascii_digit());
    if country == "CN" && !is_chinese {
        return Err(Refusal::NotThisKind);
    }
    document(&country, &number, "passport-1")
}

fn document(country: &str, number: &str, rule: &'static str) -> Outcome {
    let is_number = NUMBER_LENGTH.contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && number.bytes().any(|byte| byte.is_ascii_digit());
    if is_number {
        Ok(hidden(country, number, rule))
    } else {
        Err(Refusal::NotThisKind)
    }
}

fn hidden(country: &str, number: &str, rule: &'static str) -> Parsed {
    let masked = writing::last_four(number);
    Parsed {
        norm: format!("{country}:{number}"),
        display: masked.clone(),
        masked,
        rule,
        strength: Strength::Strong,
    }
}

/// Whether a text is a Chinese resident id.
pub(super) fn is_resident_id(text: &str) -> bool {
    resident(&Zeroizing::new(writing::compact_capitals(text, ""))).is_ok()
}

/// Six digits of a division, a birthday, three digits of a serial, the check character.
fn resident(number: &str) -> Result<(), Refusal> {
    let has_shape = number.len() == RESIDENT_LENGTH
        && number
            .bytes()
            .take(RESIDENT_LENGTH - 1)
            .all(|byte| byte.is_ascii_digit())
        && (places::is_province(&number[..2]) || &number[..2] == "83");
    if !has_shape {
        return Err(Refusal::NotThisKind);
    }
    if number.as_bytes().last() != Some(&check_character(number)) {
        return Err(Refusal::CheckDigit);
    }
    let part = |range: std::ops::Range<usize>| {
        number[range]
            .bytes()
            .fold(0, |sum, byte| sum * 10 + i16::from(byte - b'0'))
    };
    let (year, month, day) = (part(6..10), part(10..12), part(12..14));
    let is_birthday = (1850..=2199).contains(&year)
        && i8::try_from(month)
            .is_ok_and(|month| i8::try_from(day).is_ok_and(|day| Date::new(year, month, day).is_ok()));
    if is_birthday { Ok(()) } else { Err(Refusal::NotThisKind) }
}

fn check_character(number: &str) -> u8 {
    let sum: u32 = number
        .bytes()
        .zip(WEIGHTS)
        .map(|(byte, weight)| u32::from(byte - b'0') * weight)
        .sum();
    CHECKS[sum as usize % CHECKS.len()]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn norm(outcome: Outcome) -> Result<String, Refusal> {
        outcome.map(|parsed| parsed.norm)
    }

    fn in_country(country: &str) -> Hints<'_> {
        Hints {
            country: Some(country),
            ..Hints::default()
        }
    }

    #[test]
    fn resident_ids_are_checked() {
        // The example of the standard.
        for text in ["11010519491231002X", "110105 19491231 002x", "CN:11010519491231002X"] {
            assert_eq!(
                norm(id(text, &in_country("CN"))).as_deref(),
                Ok("CN:11010519491231002X"),
                "{text}"
            );
        }
        assert_eq!(
            norm(id("11010519491231002X", &Hints::default())).as_deref(),
            Ok("CN:11010519491231002X")
        );
        let cases = [
            ("110105194912310021", Refusal::CheckDigit),
            ("99010519491231002X", Refusal::NotThisKind),
            ("110105491231002", Refusal::NotThisKind),
        ];
        for (text, refusal) in cases {
            assert_eq!(norm(id(text, &in_country("CN"))), Err(refusal), "{text}");
        }
        assert_eq!(
            norm(id("110105194912310021", &Hints::default())),
            Err(Refusal::CountryNeeded)
        );
    }

    #[test]
    fn other_documents_have_a_country() {
        assert_eq!(
            norm(id("12.345.678-9", &in_country("cl"))).as_deref(),
            Ok("CL:123456789")
        );
        assert_eq!(
            norm(passport("e1234 5678", &in_country("CN"))).as_deref(),
            Ok("CN:E12345678")
        );
        assert_eq!(
            norm(passport("EA1234567", &in_country("CN"))).as_deref(),
            Ok("CN:EA1234567")
        );
        assert_eq!(norm(passport("12345", &in_country("CN"))), Err(Refusal::NotThisKind));
        assert_eq!(norm(passport("X12345", &Hints::default())), Err(Refusal::CountryNeeded));
    }

    proptest! {
        #[test]
        fn one_wrong_character_of_a_resident_id_is_noticed(
            body in "(11|33|44)[0-9]{4}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])[0-9]{3}",
            place in 0..RESIDENT_LENGTH, wrong in "[0-9X]",
        ) {
            let good = format!("{body}{}", char::from(check_character(&body)));
            prop_assert!(resident(&good).is_ok());
            let mut bad = good.clone();
            bad.replace_range(place..=place, &wrong);
            prop_assert_eq!(resident(&bad).is_ok(), bad == good);
        }
    }
}
