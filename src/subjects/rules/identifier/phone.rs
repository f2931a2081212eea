//! Telephone numbers, as E.164.

use phonenumber::{Mode, PhoneNumber, Type, country, metadata::DATABASE};

use super::{Hints, Outcome, Parsed, Refusal, Strength, writing};

const RULE: &str = "phone-e164-1";

/// Fewer digits are short codes, more are no number (E.164 has at most fifteen, and dialling may put two zeros before).
const DIGITS: std::ops::RangeInclusive<usize> = 5..=17;

/// Words that come before an extension. E.164 has none, and so has the form.
const EXTENSIONS: [&str; 5] = ["转", "轉", "ext", "分机", "内线"];

/// A number as people write it. `hints.country` is where it is dialled from; numbers that begin with `+` or `00` need none.
pub(super) fn parse(text: &str, hints: &Hints<'_>) -> Outcome {
    let number = number(text, hints.country)?;
    Ok(Parsed {
        norm: e164(&number),
        display: number.format().mode(Mode::International).to_string(),
        masked: masked(&number),
        rule: RULE,
        strength: strength(&number),
    })
}

/// A number that exists according to the numbering plan of its country.
pub(super) fn number(text: &str, dialled_from: Option<&str>) -> Result<PhoneNumber, Refusal> {
    let dialled = dialled(text)?;
    let region = match (dialled.starts_with('+'), dialled_from) {
        (true, _) => None,
        (false, Some(code)) => Some(region(code)?),
        (false, None) => return Err(Refusal::CountryNeeded),
    };
    let number = phonenumber::parse(region, &dialled).map_err(|_| Refusal::NotThisKind)?;
    if number.is_valid() && is_its_own_form(&number) {
        Ok(number)
    } else {
        Err(Refusal::NotThisKind)
    }
}

/// Whether the form is read as the same number. The library takes a prefix for calls from inside away after a `+`, too,
/// and of some digits what remains begins with that prefix again.
fn is_its_own_form(number: &PhoneNumber) -> bool {
    phonenumber::parse(None, e164(number)).is_ok_and(|again| e164(&again) == e164(number) && again.is_valid())
}

pub(super) fn e164(number: &PhoneNumber) -> String {
    number.format().mode(Mode::E164).to_string()
}

/// The country and the last four digits.
pub(super) fn masked(number: &PhoneNumber) -> String {
    let last = writing::last_four(&number.national().to_string());
    format!("+{} {last}", number.code().value())
}

pub(super) fn is_mobile(number: &PhoneNumber) -> bool {
    matches!(
        number.number_type(&DATABASE),
        Type::Mobile | Type::FixedLineOrMobile | Type::PersonalNumber
    )
}

/// A mobile number is one person's; a fixed line a household's or an office's; a hotline's callers have nothing in common.
fn strength(number: &PhoneNumber) -> Strength {
    match number.number_type(&DATABASE) {
        Type::Mobile | Type::PersonalNumber | Type::FixedLineOrMobile => Strength::Strong,
        Type::FixedLine | Type::Voip | Type::Pager => Strength::Medium,
        _ => Strength::Weak,
    }
}

fn region(code: &str) -> Result<country::Id, Refusal> {
    let code = writing::country(code)?;
    code.parse().map_err(|_| Refusal::UnknownCountry)
}

/// The digits, after a `+` where the number names its country. Nothing else gets to the library, which would read digits
/// out of any text.
fn dialled(text: &str) -> Result<String, Refusal> {
    let text = text.to_lowercase();
    let text = EXTENSIONS
        .iter()
        .filter_map(|word| text.find(word))
        .min()
        .map_or(text.as_str(), |start| &text[..start]);
    let text = text.strip_prefix("tel:").unwrap_or(text).trim();
    // Between the country and the number, `(0)` is for those who dial from inside.
    let is_abroad = text.starts_with('+') || text.starts_with("00");
    let text = if is_abroad {
        text.replacen("(0)", "", 1)
    } else {
        text.to_owned()
    };
    let digits = writing::compact(&text, ".()/·");
    let (is_abroad, digits) = match (digits.strip_prefix('+'), digits.strip_prefix("00")) {
        (Some(rest), _) | (None, Some(rest)) => (true, rest.trim_start_matches("00")),
        (None, None) => (false, digits.as_str()),
    };
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) || !DIGITS.contains(&digits.len()) {
        return Err(Refusal::NotThisKind);
    }
    // Eleven digits after 86 are a Chinese mobile number that lost its plus; no Chinese number has thirteen.
    let lost_plus = digits.len() == 13 && digits.starts_with("861");
    Ok(if is_abroad || lost_plus {
        format!("+{digits}")
    } else {
        digits.to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn norm(text: &str, country: Option<&str>) -> Result<String, Refusal> {
        number(&writing::plain(text), country).map(|number| e164(&number))
    }

    #[test]
    fn one_number_has_one_form() {
        for text in [
            "13800138000",
            "138 0013 8000",
            "+86 138-0013-8000",
            "＋８６　１３８００１３８０００",
            "0086 13800138000",
            "00 86-138—0013—8000",
            "8613800138000",
            "(+86)138.0013.8000",
            "tel:+8613800138000",
        ] {
            assert_eq!(norm(text, Some("CN")).as_deref(), Ok("+8613800138000"), "{text}");
        }
        let cases = [
            ("0571-8888 8888", "CN", "+8657188888888"),
            ("(010) 6552 9988 转 801", "CN", "+861065529988"),
            ("400-810-8888", "CN", "+864008108888"),
            ("+44 (0)20 7183 8750", "CN", "+442071838750"),
            ("(11) 91234-5678", "BR", "+5511912345678"),
            ("06 12 34 56 78", "fr", "+33612345678"),
            ("02 1234 5678", "IT", "+390212345678"),
            ("9123 4567", "HK", "+85291234567"),
        ];
        for (text, country, expected) in cases {
            assert_eq!(norm(text, Some(country)).as_deref(), Ok(expected), "{text}");
        }
        assert_eq!(norm("+1 212 555 2368", None).as_deref(), Ok("+12125552368"));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "12345",
            "1380013800",
            "138001380000",
            "someone1110@mail.example",
            "abc",
            "+",
            "+7888110000000",
            "0".repeat(90).as_str(),
        ] {
            assert_eq!(norm(text, Some("CN")), Err(Refusal::NotThisKind), "{text}");
        }
        assert_eq!(norm("13800138000", None), Err(Refusal::CountryNeeded));
        for country in ["XX", "CHN", ""] {
            assert_eq!(norm("13800138000", Some(country)), Err(Refusal::UnknownCountry));
        }
    }

    #[test]
    fn a_hotline_says_less_than_a_mobile_number() {
        let cases = [
            ("13800138000", Strength::Strong, "+86 ***8000"),
            ("0571-88888888", Strength::Medium, "+86 ***8888"),
            ("400-810-8888", Strength::Weak, "+86 ***8888"),
        ];
        for (text, strength, masked) in cases {
            let hints = Hints {
                country: Some("CN"),
                ..Hints::default()
            };
            let parsed = parse(text, &hints).unwrap();
            assert_eq!((parsed.strength, parsed.masked.as_str()), (strength, masked), "{text}");
        }
    }
}
