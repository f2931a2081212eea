//! What moves: the plates of vehicles and the numbers of parcels.

use super::{Hints, Outcome, Parsed, Refusal, Strength, writing};

/// The one-character names of provinces that Chinese plates begin with.
pub(super) const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
/// What the last place of a Chinese plate says instead of a serial character: trailer, learner, police, Hong Kong, Macau,
/// consulate.
pub(super) const LAST: &str = "挂学警港澳领";
/// First or last serial character of new-energy vehicles: battery-electric first, others after.
const NEW_ENERGY: &[u8] = b"ABCDEFGHJK";
const PLATE_LENGTH: std::ops::RangeInclusive<usize> = 2..=12;
const PARCEL_LENGTH: std::ops::RangeInclusive<usize> = 8..=30;

/// A plate with its country: `CN:粤B12345`, `CN:粤BD12345` of a new-energy vehicle, `DE:BAB1234`.
///
/// A Chinese plate is recognised as such whatever the country of the hint, which may only say where it was seen.
pub(super) fn plate(text: &str, hints: &Hints<'_>) -> Outcome {
    let separators = "·•・.:";
    let chinese = writing::compact_capitals(text.strip_prefix("CN:").unwrap_or(text), separators);
    if is_chinese(&chinese) {
        let (office, serial) = chinese.split_at(chinese.char_indices().nth(2).map_or(0, |(at, _)| at));
        return Ok(plated("CN", &chinese, &format!("{office}·{serial}"), "plate-cn-1"));
    }
    let (country, text) = writing::in_country(text, hints.country)?;
    let plate = writing::compact_capitals(text, separators);
    let is_plate = PLATE_LENGTH.contains(&plate.chars().count())
        && plate.chars().all(char::is_alphanumeric)
        && plate.chars().any(char::is_numeric);
    if !is_plate || country == "CN" {
        return Err(Refusal::NotThisKind);
    }
    Ok(plated(&country, &plate, &format!("{country}:{plate}"), "plate-1"))
}

fn plated(country: &str, plate: &str, display: &str, rule: &'static str) -> Parsed {
    Parsed {
        norm: format!("{country}:{plate}"),
        display: display.to_owned(),
        masked: format!("{country}:{}", writing::masked(plate)),
        rule,
        strength: Strength::Medium,
    }
}

/// GA 36: a province, the letter of an office, and five characters without I and O; six of a new-energy vehicle.
fn is_chinese(plate: &str) -> bool {
    let mut chars = plate.chars();
    let (Some(province), Some(office)) = (chars.next(), chars.next()) else {
        return false;
    };
    let serial = chars.as_str();
    PROVINCES.contains(province) && is_serial_letter(office) && (is_serial(serial) || is_new_energy(serial))
}

fn is_serial(serial: &str) -> bool {
    let Some(last) = serial.chars().last() else {
        return false;
    };
    let body = serial.strip_suffix(last).unwrap_or_default();
    serial.chars().count() == 5
        && body.chars().all(is_serial_character)
        && body.chars().any(|c| c.is_ascii_digit())
        && (is_serial_character(last) || LAST.contains(last))
}

/// Small vehicles have the letter first, large ones last.
fn is_new_energy(serial: &str) -> bool {
    let bytes = serial.as_bytes();
    if bytes.len() != 6 || !serial.chars().all(is_serial_character) {
        return false;
    }
    let is_small = NEW_ENERGY.contains(&bytes[0]) && bytes[2..].iter().all(u8::is_ascii_digit);
    let is_large = NEW_ENERGY.contains(&bytes[5]) && bytes[..5].iter().all(u8::is_ascii_digit);
    is_small || is_large
}

fn is_serial_letter(c: char) -> bool {
    c.is_ascii_uppercase() && !matches!(c, 'I' | 'O')
}

fn is_serial_character(c: char) -> bool {
    c.is_ascii_digit() || is_serial_letter(c)
}

/// A tracking number. The carrier is no part of it: one person copies it from the parcel's label with its carrier, the
/// next without. Numbers of digits alone may collide between carriers and say less.
pub(super) fn parcel(text: &str) -> Outcome {
    let number = writing::compact_capitals(text, "");
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let is_number =
        PARCEL_LENGTH.contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_alphanumeric()) && digits >= 6;
    if !is_number {
        return Err(Refusal::NotThisKind);
    }
    if is_postal(&number) && !has_postal_check(&number) {
        return Err(Refusal::CheckDigit);
    }
    let strength = if digits == number.len() {
        Strength::Medium
    } else {
        Strength::Strong
    };
    Ok(Parsed {
        display: number.clone(),
        masked: writing::last_four(&number),
        norm: number,
        rule: "parcel-1",
        strength,
    })
}

/// UPU S10: two letters for the service, nine digits, the country.
pub(super) fn is_postal(number: &str) -> bool {
    let bytes = number.as_bytes();
    bytes.len() == 13
        && bytes[..2].iter().all(u8::is_ascii_uppercase)
        && bytes[2..11].iter().all(u8::is_ascii_digit)
        && bytes[11..].iter().all(u8::is_ascii_uppercase)
}

fn has_postal_check(number: &str) -> bool {
    let digits = number.bytes().skip(2).map(|byte| u32::from(byte.wrapping_sub(b'0')));
    let sum: u32 = digits
        .clone()
        .zip([8, 6, 4, 2, 3, 5, 9, 7])
        .map(|(digit, weight)| digit * weight)
        .sum();
    let check = match 11 - sum % 11 {
        10 => 0,
        11 => 5,
        digit => digit,
    };
    digits.clone().nth(8) == Some(check)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn norm(outcome: Outcome) -> Result<String, Refusal> {
        outcome.map(|parsed| parsed.norm)
    }

    #[test]
    fn plates() {
        let cases = [
            ("粤b·12345", None, Ok("CN:粤B12345")),
            ("沪A D12345", None, Ok("CN:沪AD12345")),
            ("京A12345D", None, Ok("CN:京A12345D")),
            ("浙A1234挂", None, Ok("CN:浙A1234挂")),
            ("粤Z·1234港", Some("HK"), Ok("CN:粤Z1234港")),
            ("B-AB 1234", Some("DE"), Ok("DE:BAB1234")),
            ("de:b ab 1234", None, Ok("DE:BAB1234")),
            ("B-AB 1234", None, Err(Refusal::CountryNeeded)),
            ("粤I12345", Some("CN"), Err(Refusal::NotThisKind)),
            ("粤B1234", Some("CN"), Err(Refusal::NotThisKind)),
            ("粤B1234567", Some("CN"), Err(Refusal::NotThisKind)),
            ("粤BABCDE", Some("CN"), Err(Refusal::NotThisKind)),
            ("?!", Some("DE"), Err(Refusal::NotThisKind)),
        ];
        for (text, country, expected) in cases {
            let hints = Hints {
                country,
                ..Hints::default()
            };
            assert_eq!(
                norm(plate(text, &hints)).as_deref().map_err(|error| *error),
                expected,
                "{text}"
            );
        }
        assert_eq!(plate("粤B12345", &Hints::default()).unwrap().display, "粤B·12345");
    }

    #[test]
    fn parcels() {
        let cases = [
            ("sf 1234 5678 90123", Ok(("SF1234567890123", Strength::Strong))),
            ("7731-2345-6789-01", Ok(("77312345678901", Strength::Medium))),
            ("RR 473 124 829 CN", Ok(("RR473124829CN", Strength::Strong))),
            ("RR 473 124 828 CN", Err(Refusal::CheckDigit)),
            ("1234567", Err(Refusal::NotThisKind)),
            ("ABCDEFGHIJ", Err(Refusal::NotThisKind)),
        ];
        for (text, expected) in cases {
            let parsed = parcel(text);
            let found = parsed
                .as_ref()
                .map(|found| (found.norm.as_str(), found.strength))
                .map_err(|error| *error);
            assert_eq!(found, expected, "{text}");
        }
    }
}
