//! Personal data beside the people whom a package names: how somebody is reached through a company, and what stands in words.
//!
//! The data guard (I40) asks for them. It errs towards asking: what looks like a Chinese telephone number or resident id is taken
//! for one, without a look at its check character, since a number with a slip in it is still somebody's.

use unicode_normalization::UnicodeNormalization as _;

use crate::subjects::rules::identifier::IdentifierKind;

/// Words after which a text names somebody to turn to at a company.
const CONTACTS: [&str; 7] = [
    "联系人",
    "法定代表人",
    "法人代表",
    "负责人",
    "contact person",
    "legal representative",
    "contact:",
];

/// Digits of a resident id.
const RESIDENT: usize = 18;
/// Most digits that can be one number: four of the country code and twelve of a fixed line, or a resident id.
const LONGEST: usize = 18;

/// Whether an identifier of this kind leads to a person, also where it is a company's.
#[must_use]
pub fn leads_to_person(kind: IdentifierKind) -> bool {
    match kind {
        IdentifierKind::Phone
        | IdentifierKind::Email
        | IdentifierKind::Wechat
        | IdentifierKind::Qq
        | IdentifierKind::Whatsapp
        | IdentifierKind::Alipay
        | IdentifierKind::Telegram
        | IdentifierKind::NationalId
        | IdentifierKind::Passport => true,
        IdentifierKind::Shop
        | IdentifierKind::Listing
        | IdentifierKind::Domain
        | IdentifierKind::Url
        | IdentifierKind::CompanyCode
        | IdentifierKind::CompanyNumber
        | IdentifierKind::BankAccount
        | IdentifierKind::CryptoAddress
        | IdentifierKind::Plate
        | IdentifierKind::Parcel
        | IdentifierKind::Address => false,
    }
}

/// Whether a text has in it what looks like a Chinese telephone number or resident id, or names somebody to turn to. Digits count
/// however wide they are written, and with spaces, dots, dashes and brackets between them.
#[must_use]
pub fn looks_personal(text: &str) -> bool {
    let plain: String = text.nfkc().filter(|c| !is_invisible(*c)).collect();
    let lower = plain.to_lowercase();
    CONTACTS.iter().any(|word| lower.contains(word)) || runs(&plain).iter().any(Run::has_number)
}

/// What is written between digits without being seen.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// What stands between the digits of one number.
fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '—' | '.' | '·' | '(' | ')' | '_' | '/')
}

/// Groups of digits with nothing but separators between them.
#[derive(Default)]
struct Run {
    groups: Vec<String>,
    /// Whether the character after the last digit is the check character X.
    ends_in_x: bool,
}

/// The runs of a text.
fn runs(text: &str) -> Vec<Run> {
    let mut runs = vec![Run::default()];
    let mut before = ' ';
    for c in text.chars() {
        let Some(run) = runs.last_mut() else { break };
        if c.is_ascii_digit() {
            match run.groups.last_mut() {
                Some(group) if before.is_ascii_digit() => group.push(c),
                _ => run.groups.push(c.to_string()),
            }
        } else if !is_separator(c) {
            run.ends_in_x = matches!(c, 'x' | 'X') && before.is_ascii_digit();
            runs.push(Run::default());
        }
        before = c;
    }
    runs
}

impl Run {
    /// Whether some neighbouring groups are a number together.
    fn has_number(&self) -> bool {
        let last = self.groups.len();
        (0..last).any(|from| {
            let mut digits = String::new();
            (from..last)
                .map_while(|at| {
                    digits.push_str(&self.groups[at]);
                    (digits.len() <= LONGEST).then(|| (digits.clone(), at + 1 == last && self.ends_in_x))
                })
                .any(|(digits, has_x)| is_resident(&digits, has_x) || is_phone(&digits))
        })
    }
}

/// A division, a birthday, a serial and a check character.
fn is_resident(digits: &str, has_x: bool) -> bool {
    let bytes = digits.as_bytes();
    let length = bytes.len() + usize::from(has_x);
    if length != RESIDENT || !matches!(bytes[0], b'1'..=b'8') {
        return false;
    }
    let number = |range: std::ops::Range<usize>| digits[range].parse::<u32>().unwrap_or_default();
    (1850..=2199).contains(&number(6..10)) && (1..=12).contains(&number(10..12)) && (1..=31).contains(&number(12..14))
}

/// A mobile number, or a fixed line with its area, with or without the code of the country.
fn is_phone(digits: &str) -> bool {
    let abroad = ["0086", "86"].iter().find_map(|code| digits.strip_prefix(code));
    is_domestic(digits) || abroad.is_some_and(|rest| is_domestic(rest) || is_domestic(&format!("0{rest}")))
}

fn is_domestic(digits: &str) -> bool {
    let bytes = digits.as_bytes();
    let is_mobile = bytes.len() == 11 && bytes[0] == b'1' && matches!(bytes[1], b'3'..=b'9');
    let is_fixed = match bytes {
        [b'0', b'1', b'0', rest @ ..] | [b'0', b'2', _, rest @ ..] => rest.len() == 8,
        [b'0', b'3'..=b'9', _, _, rest @ ..] => matches!(rest.len(), 7 | 8),
        _ => false,
    };
    is_mobile || is_fixed
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_found_however_they_are_written() {
        for text in [
            "Call 13800138000 at night.",
            "Call +86 138-0013-8000.",
            "电话：１３８ ００１３ ８０００",
            "0086 13800138000",
            "the office: (021) 6552 9988",
            "0571-8765432",
            "+86 21 6552 9988",
            "身份证 11010519491231002X",
            "id 110105 19491231 0021",
            "13\u{200b}800138000",
            "3 bags, 13800138000",
            "联系人：王先生",
            "Legal representative is known",
        ] {
            assert!(looks_personal(text), "{text}");
        }
    }

    #[test]
    fn what_counts_goods_and_money_is_no_number_of_somebody() {
        for text in [
            "",
            "Bags are sewn in a yard behind the market.",
            "400 bottles worth 12500000 CNY on 2026-03-01",
            "ACME registration 1234567, class 25",
            "GTIN 4006381333931",
            "a box of 120 x 80 x 60",
            "order 99900011122233344455",
        ] {
            assert!(!looks_personal(text), "{text}");
        }
    }

    /// A way to write digits: with what stands between two of them.
    fn written(digits: Vec<u8>) -> impl Strategy<Value = String> {
        let separators = prop::collection::vec(
            prop::sample::select(vec!["", "", " ", "-", ". ", "\u{200b}"]),
            digits.len(),
        );
        let wide = any::<bool>();
        (separators, wide).prop_map(move |(separators, wide)| {
            let mut text = String::new();
            for (digit, separator) in digits.iter().zip(&separators) {
                let narrow = char::from(b'0' + digit);
                let full = char::from_u32(0xff10 + u32::from(*digit)).unwrap_or(narrow);
                text.push(if wide { full } else { narrow });
                text.push_str(separator);
            }
            text
        })
    }

    fn mobile() -> impl Strategy<Value = String> {
        (3_u8..=9, prop::collection::vec(0_u8..=9, 9)).prop_flat_map(|(second, rest)| {
            let digits: Vec<u8> = [1, second].into_iter().chain(rest).collect();
            written(digits)
        })
    }

    proptest! {
        #[test]
        fn a_mobile_number_is_found_in_any_words(
            before in "[a-z一-龥 ]{0,20}[a-z一-龥]",
            number in mobile(),
            after in "[a-z一-龥][a-z一-龥 ]{0,20}",
        ) {
            let text = format!("{before}{number}{after}");
            prop_assert!(looks_personal(&text), "{}", text);
        }

        #[test]
        fn what_has_fewer_than_ten_digits_and_names_nobody_is_no_number(text in "[a-z0-9 .-]{0,60}") {
            let digits = text.chars().filter(char::is_ascii_digit).count();
            prop_assume!(digits < 10 && !text.contains("contact"));
            prop_assert!(!looks_personal(&text), "{}", text);
        }

        #[test]
        fn no_text_is_too_strange(text in any::<String>()) {
            let _ = looks_personal(&text);
        }

        #[test]
        fn a_text_with_more_words_around_it_says_no_less(text in "[0-9 +-]{0,40}", more in "[a-z]{1,9}") {
            if looks_personal(&text) {
                let longer = format!("{more} {text} {more}");
                prop_assert!(looks_personal(&longer), "{longer}");
            }
        }
    }
}
