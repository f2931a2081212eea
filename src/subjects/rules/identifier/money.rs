//! Where money goes: bank accounts, cards, and addresses of crypto-currencies.

use iban::{Iban, IbanLike as _, ParseBaseIbanError, ParseIbanError};
use sha2::{Digest as _, Sha256};

use super::{Hints, Outcome, Parsed, Refusal, Strength, writing};

const ACCOUNT_LENGTH: std::ops::RangeInclusive<usize> = 5..=34;
const MAX_BANK: usize = 60;
/// Chinese bank cards have these lengths.
const CARD_LENGTH: std::ops::RangeInclusive<usize> = 16..=19;
/// The first digits of the cards of UnionPay.
const UNION_PAY: &str = "62";
/// The versions that the base-58 addresses of Bitcoin (two kinds) and of TRON begin with.
const VERSIONS: [u8; 3] = [0x00, 0x05, 0x41];

/// An account in the most certain of its writings: an IBAN; a Chinese card, checked by Luhn; the number at a bank.
///
/// A number that begins as UnionPay's cards do is a card whatever bank is named, and so is one that passes for a card
/// where none is named; any other number needs `hints.bank`.
pub(super) fn account(text: &str, hints: &Hints<'_>) -> Outcome {
    let number = writing::compact_capitals(text.strip_prefix("card:").unwrap_or(text), ".");
    let is_digits = number.bytes().all(|byte| byte.is_ascii_digit());
    let may_be_card = is_digits && CARD_LENGTH.contains(&number.len());
    if may_be_card && number.starts_with(UNION_PAY) {
        return if has_luhn(&number) {
            Ok(card(&number))
        } else {
            Err(Refusal::CheckDigit)
        };
    }
    if may_be_card && hints.bank.is_none() && has_luhn(&number) {
        return Ok(card(&number));
    }
    match number.parse::<Iban>() {
        Ok(iban) => Ok(international(&iban)),
        Err(ParseIbanError::InvalidBaseIban {
            source: ParseBaseIbanError::InvalidChecksum,
        }) if looks_like_iban(&number) => Err(Refusal::CheckDigit),
        Err(_) => at_bank(text, hints),
    }
}

fn international(iban: &Iban) -> Parsed {
    let norm = iban.electronic_str().to_owned();
    Parsed {
        display: iban.to_string(),
        masked: format!("{}{}", iban.country_code(), writing::last_four(&norm)),
        norm,
        rule: "account-iban-1",
        strength: Strength::Strong,
    }
}

/// Two letters and two digits before ten more characters: no national account number is written so.
fn looks_like_iban(number: &str) -> bool {
    let bytes = number.as_bytes();
    bytes.len() >= 14 && bytes[..2].iter().all(u8::is_ascii_uppercase) && bytes[2..4].iter().all(u8::is_ascii_digit)
}

fn card(number: &str) -> Parsed {
    Parsed {
        norm: format!("card:{number}"),
        display: grouped(number),
        masked: writing::last_four(number),
        rule: "account-card-luhn-1",
        strength: Strength::Strong,
    }
}

/// Groups of four, as on the card.
fn grouped(number: &str) -> String {
    let digits: Vec<char> = number.chars().collect();
    let groups: Vec<String> = digits.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

fn at_bank(text: &str, hints: &Hints<'_>) -> Outcome {
    let hint = hints.bank.map(bank).transpose()?;
    let named = text
        .rsplit_once(':')
        .and_then(|(name, number)| Some((bank(name).ok()?, number)));
    let (bank, number) = match (named, hint) {
        (Some((named, _)), Some(hint)) if named != hint => return Err(Refusal::Contradiction),
        (Some(named), _) => named,
        (None, Some(hint)) => (hint, text),
        (None, None) => return Err(Refusal::BankNeeded),
    };
    let number = writing::compact_capitals(number, "./");
    let is_number = ACCOUNT_LENGTH.contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !is_number || !number.bytes().any(|byte| byte.is_ascii_digit()) {
        return Err(Refusal::NotThisKind);
    }
    let norm = format!("{bank}:{number}");
    Ok(Parsed {
        masked: format!("{bank}:{}", writing::last_four(&number)),
        display: norm.clone(),
        norm,
        rule: "account-at-bank-1",
        strength: Strength::Strong,
    })
}

/// The name or code of a bank in small letters, without white space.
fn bank(name: &str) -> Result<String, Refusal> {
    let name = writing::plain(&writing::compact(&writing::plain(name), ":").to_lowercase());
    let is_name = (1..=MAX_BANK).contains(&name.chars().count()) && name.chars().any(char::is_alphabetic);
    if is_name { Ok(name) } else { Err(Refusal::BankNeeded) }
}

/// ISO/IEC 7812-1, annex B.
fn has_luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| match (place % 2, u32::from(byte - b'0')) {
            (0, digit) => digit,
            (_, digit) => digit * 2 / 10 + digit * 2 % 10,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// An address of Bitcoin or TRON. Both carry a check, which an address of Ethereum has only in the case of its letters,
/// where people lose it.
pub(super) fn crypto(text: &str) -> Outcome {
    let norm = if text.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("bc1")) {
        bech32::segwit::decode(text).map_err(|_| Refusal::CheckDigit)?;
        text.to_ascii_lowercase()
    } else {
        base58(text)?;
        text.to_owned()
    };
    Ok(Parsed {
        display: norm.clone(),
        masked: writing::masked(&norm),
        norm,
        rule: "crypto-address-1",
        strength: Strength::Strong,
    })
}

/// A version, twenty bytes of a hash, and the first four of the hash of their hash.
fn base58(text: &str) -> Result<(), Refusal> {
    let bytes = bs58::decode(text).into_vec().map_err(|_| Refusal::NotThisKind)?;
    let (body, check) = bytes.split_at_checked(21).ok_or(Refusal::NotThisKind)?;
    if check.len() != 4 || !VERSIONS.contains(&body[0]) {
        return Err(Refusal::NotThisKind);
    }
    if Sha256::digest(Sha256::digest(body)).starts_with(check) {
        Ok(())
    } else {
        Err(Refusal::CheckDigit)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn norm(outcome: Outcome) -> Result<String, Refusal> {
        outcome.map(|parsed| parsed.norm)
    }

    fn at(bank: &str) -> Hints<'_> {
        Hints {
            bank: Some(bank),
            ..Hints::default()
        }
    }

    #[test]
    fn accounts_and_cards() {
        let cases = [
            ("DE44 5001 0517 5407 3249 31", None, Ok("DE44500105175407324931")),
            ("gb82 west 1234 5698 7654 32", None, Ok("GB82WEST12345698765432")),
            ("DE44 5001 0517 5407 3249 32", None, Err(Refusal::CheckDigit)),
            ("6222 0212 3456 7890 128", Some("ICBC"), Ok("card:6222021234567890128")),
            ("6222 0212 3456 7890 129", Some("ICBC"), Err(Refusal::CheckDigit)),
            ("4111-1111-1111-1111", None, Ok("card:4111111111111111")),
            ("4111-1111-1111-1111", Some("ICBC"), Ok("icbc:4111111111111111")),
            (
                "1202 0222 0990 0123 456",
                Some("工商 银行"),
                Ok("工商银行:1202022209900123456"),
            ),
            ("工商银行:1202022209900123456", None, Ok("工商银行:1202022209900123456")),
            ("12020222099001234", None, Err(Refusal::BankNeeded)),
            (
                "工商银行:1202022209900123456",
                Some("ICBC"),
                Err(Refusal::Contradiction),
            ),
            ("none", Some("ICBC"), Err(Refusal::NotThisKind)),
        ];
        for (text, bank, expected) in cases {
            let hints = bank.map_or_else(Hints::default, at);
            assert_eq!(
                norm(account(text, &hints)).as_deref().map_err(|error| *error),
                expected,
                "{text}"
            );
        }
        assert_eq!(
            account("4111111111111111", &Hints::default()).unwrap().masked,
            "***1111"
        );
    }

    proptest! {
        #[test]
        fn one_wrong_character_of_an_iban_is_noticed(
            start in prop::sample::select(vec!["DE44500105175407324931", "GB82WEST12345698765432", "FR1420041010050500013M02606"]),
            place in 0usize..27, digit in "[0-9]", letter in "[A-Z]",
        ) {
            let place = place % start.len();
            let wrong = if start.as_bytes()[place].is_ascii_digit() { digit } else { letter };
            let mut bad = start.to_owned();
            bad.replace_range(place..=place, &wrong);
            prop_assert_eq!(norm(account(&bad, &Hints::default())).is_ok(), bad == start);
        }

        #[test]
        fn one_wrong_digit_of_a_card_is_noticed(body in "62[0-9]{13,16}", place in 2usize..19, digit in "[0-9]") {
            let good = (0..10).map(|check| format!("{body}{check}")).find(|card| has_luhn(card)).unwrap();
            let place = place % good.len();
            prop_assume!(place >= 2);
            let mut bad = good.clone();
            bad.replace_range(place..=place, &digit);
            prop_assert_eq!(norm(account(&bad, &Hints::default())).is_ok(), bad == good);
        }
    }

    #[test]
    fn crypto_addresses_carry_a_check() {
        for text in [
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
            "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
            "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
        ] {
            assert_eq!(norm(crypto(text)).as_deref(), Ok(text));
            let mut bad = text.to_owned();
            let last = if bad.pop() == Some('4') { '5' } else { '4' };
            bad.push(last);
            assert_eq!(norm(crypto(&bad)), Err(Refusal::CheckDigit), "{bad}");
        }
        for text in [
            "0xdAC17F958D2ee523a2206206994597C13D831ec7",
            "",
            "钱包",
            "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx",
        ] {
            assert!(crypto(text).is_err(), "{text}");
        }
    }
}
