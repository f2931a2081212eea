//! Companies, by the code of a Chinese organisation or the number in a register elsewhere.

use super::{Hints, Outcome, Parsed, Refusal, Strength, writing};

/// The characters of a unified social credit code by their values: no I, O, S, V and Z, which look like digits.
const USCC: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const USCC_LENGTH: usize = 18;
/// Registers outside of China have numbers of these lengths.
const NUMBER_LENGTH: std::ops::RangeInclusive<usize> = 2..=20;

/// A unified social credit code (GB 32100): 18 characters, the third to eighth of them the digits of a division
/// (GB/T 2260), the last one the check character.
pub(super) fn code(text: &str) -> Outcome {
    let code = writing::compact_capitals(text, "");
    if !has_shape(&code) {
        return Err(Refusal::NotThisKind);
    }
    if !code.ends_with(check_character(&code)) {
        return Err(Refusal::CheckDigit);
    }
    Ok(Parsed {
        display: code.clone(),
        masked: writing::masked(&code),
        norm: code,
        rule: "uscc-gb32100-1",
        strength: Strength::Strong,
    })
}

fn has_shape(code: &str) -> bool {
    code.len() == USCC_LENGTH
        && code.bytes().all(|byte| USCC.contains(&byte))
        && code.bytes().skip(2).take(6).all(|byte| byte.is_ascii_digit())
}

/// `(31 − Σ value × 3^i mod 31) mod 31` over the first seventeen characters, as a character.
fn check_character(code: &str) -> char {
    let value = |byte: u8| USCC.iter().position(|known| *known == byte).unwrap_or_default();
    let (sum, _) = code.bytes().take(USCC_LENGTH - 1).fold((0, 1), |(sum, weight), byte| {
        (sum + value(byte) * weight, weight * 3 % 31)
    });
    char::from(USCC[(31 - sum % 31) % 31])
}

/// The number in a country's register of companies, letters as capitals and without separators: `GB:01234567`.
///
/// Some countries have several registers whose numbers overlap, so an equal number says less than an equal code.
pub(super) fn number(text: &str, hints: &Hints<'_>) -> Outcome {
    let (country, text) = writing::in_country(text, hints.country)?;
    let number = writing::compact_capitals(text, "./,");
    let is_number = NUMBER_LENGTH.contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && number.bytes().any(|byte| byte.is_ascii_digit());
    if !is_number {
        return Err(Refusal::NotThisKind);
    }
    let (number, strength) = match country.as_str() {
        "GB" => (padded(number), Strength::Strong),
        "BR" => (cnpj(number)?, Strength::Strong),
        _ => (number, Strength::Medium),
    };
    let norm = format!("{country}:{number}");
    Ok(Parsed {
        display: norm.clone(),
        masked: format!("{country}:{}", writing::masked(&number)),
        norm,
        rule: "company-number-1",
        strength,
    })
}

/// Companies House has eight characters; people leave out the zeros before.
fn padded(number: String) -> String {
    if number.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("{number:0>8}")
    } else {
        number
    }
}

/// A Brazilian CNPJ: twelve digits or letters and two check digits (Instrução Normativa RFB 2.229/2024, which added the
/// letters), weights 2 to 9 from the right, modulo 11, where a letter counts as its ASCII code less 48.
fn cnpj(number: String) -> Result<String, Refusal> {
    let (body, checks) = number.split_at_checked(12).ok_or(Refusal::NotThisKind)?;
    if checks.len() != 2 || !checks.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Refusal::NotThisKind);
    }
    let check = |text: &str| {
        let weights = (2..=9).cycle();
        let sum: u32 = text
            .bytes()
            .rev()
            .zip(weights)
            .map(|(byte, weight)| u32::from(byte - b'0') * weight)
            .sum();
        match sum % 11 {
            0 | 1 => 0,
            rest => 11 - rest,
        }
    };
    let first = check(body);
    let second = check(&format!("{body}{first}"));
    if checks == format!("{first}{second}") {
        Ok(number)
    } else {
        Err(Refusal::CheckDigit)
    }
}

#[cfg(test)]
pub(super) fn with_check_character(body: &str) -> String {
    format!("{body}{}", check_character(body))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn norm(outcome: Outcome) -> Result<String, Refusal> {
        outcome.map(|parsed| parsed.norm)
    }

    #[test]
    fn codes_are_checked() {
        let code_of = |text: &str| norm(code(text));
        let good = with_check_character("91330100MA27ABCD1");
        assert_eq!(code_of(&good.to_lowercase()), Ok(good.clone()));
        assert_eq!(code_of(&format!("{}-{}", &good[..8], &good[8..])), Ok(good.clone()));
        // The example that checkers of this code are commonly tried with.
        assert_eq!(code_of("91350100M000100Y43").as_deref(), Ok("91350100M000100Y43"));
        assert_eq!(code_of("91350100M000100Y44"), Err(Refusal::CheckDigit));
        for text in [
            "91350100M000100Y4",
            "9135O100M000100Y43",
            "91A50100M000100Y43",
            "91350100M000100Y4é",
        ] {
            assert_eq!(code_of(text), Err(Refusal::NotThisKind), "{text}");
        }
    }

    proptest! {
        #[test]
        fn one_wrong_character_of_a_code_is_noticed(
            body in "[1-9A-HJ-NP-RTUWXY][1-9][0-9]{6}[0-9A-HJ-NP-RTUWXY]{9}", place in 0..USCC_LENGTH, wrong in "[0-9A-Z]",
        ) {
            let good = with_check_character(&body);
            prop_assert_eq!(norm(code(&good)), Ok(good.clone()));
            let mut bad = good.clone();
            bad.replace_range(place..=place, &wrong);
            prop_assert_eq!(norm(code(&bad)).is_ok(), bad == good);
        }
    }

    #[test]
    fn numbers_belong_to_a_register() {
        let hints = |country| Hints {
            country: Some(country),
            ..Hints::default()
        };
        let cases = [
            ("1234567", "GB", Ok("GB:01234567")),
            ("SC 123456", "gb", Ok("GB:SC123456")),
            ("HRB 12345", "DE", Ok("DE:HRB12345")),
            ("11.222.333/0001-81", "BR", Ok("BR:11222333000181")),
            ("12.abc.345/01de-35", "BR", Ok("BR:12ABC34501DE35")),
            ("11.222.333/0001-82", "BR", Err(Refusal::CheckDigit)),
            ("1234", "BR", Err(Refusal::NotThisKind)),
            ("DE:123", "FR", Err(Refusal::Contradiction)),
            ("没有", "DE", Err(Refusal::NotThisKind)),
        ];
        for (text, country, expected) in cases {
            assert_eq!(
                norm(number(text, &hints(country))).as_deref().map_err(|error| *error),
                expected,
                "{text}"
            );
        }
        assert_eq!(norm(number("1234567", &Hints::default())), Err(Refusal::CountryNeeded));
    }
}
