//! What holds for every kind.

use std::str::FromStr as _;

use proptest::prelude::*;
use strum::VariantArray as _;

use super::*;

/// An identifier of each kind, as someone might write it.
const EXAMPLES: [(IdentifierKind, &str); 20] = [
    (IdentifierKind::Phone, "138 0013 8000"),
    (IdentifierKind::Email, "Ann@Mail.Example"),
    (IdentifierKind::Wechat, "Shoes_Wang88"),
    (IdentifierKind::Qq, "12345678"),
    (IdentifierKind::Whatsapp, "+86 138 0013 8000"),
    (IdentifierKind::Alipay, "2088123456789012"),
    (IdentifierKind::Telegram, "@Best_Reps"),
    (IdentifierKind::Shop, "Shop12345"),
    (IdentifierKind::Listing, "993407949822"),
    (IdentifierKind::Domain, "www.shop.example"),
    (IdentifierKind::Url, "http://shop.example/a?utm_source=x"),
    (IdentifierKind::CompanyCode, "91350100m000100y43"),
    (IdentifierKind::CompanyNumber, "12345"),
    (IdentifierKind::BankAccount, "1202 0222 0990 0123 456"),
    (IdentifierKind::CryptoAddress, "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"),
    (IdentifierKind::Plate, "粤b·12345"),
    (IdentifierKind::Parcel, "sf 1234567890123"),
    (IdentifierKind::Address, "杭州市文三路三百九十一号"),
    (IdentifierKind::NationalId, "11010519491231002X"),
    (IdentifierKind::Passport, "E12345678"),
];

fn hints() -> Hints<'static> {
    Hints {
        country: Some("CN"),
        platform: Some("taobao"),
        bank: Some("ICBC"),
        division: Some("330106"),
        postcode: None,
    }
}

/// Whether the forms of a form are the form, with and without the hints that were needed at first.
fn keeps_its_form(parsed: &Normalized, hints: &Hints<'_>) -> Result<(), TestCaseError> {
    let Some(norm) = parsed.norm.open() else { return Ok(()) };
    for again in [norm, &parsed.display] {
        let again = parse(parsed.kind, again, hints);
        prop_assert_eq!(
            again.as_ref().map(|again| again.norm.open()),
            Ok(Some(norm)),
            "{:?}",
            parsed
        );
    }
    prop_assert_eq!(
        parse(parsed.kind, norm, &Hints::default()).map(|again| again.norm),
        Ok(parsed.norm.clone())
    );
    Ok(())
}

#[test]
fn every_kind_has_an_example_that_keeps_its_form() {
    for (kind, raw) in EXAMPLES {
        let parsed = parse(kind, raw, &hints()).unwrap_or_else(|error| panic!("{raw}: {error}"));
        keeps_its_form(&parsed, &hints()).unwrap();
        assert_eq!(parsed.masked == parsed.display, kind.is_secret(), "{raw}");
    }
    assert!(
        IdentifierKind::VARIANTS
            .iter()
            .all(|kind| EXAMPLES.iter().any(|(example, _)| example == kind))
    );
}

#[test]
fn kinds_have_names() {
    let names: Vec<&str> = IdentifierKind::VARIANTS.iter().map(Into::into).collect();
    assert_eq!(
        names.join(" "),
        "PHONE EMAIL WECHAT QQ WHATSAPP ALIPAY TELEGRAM SHOP LISTING DOMAIN URL COMPANY_CODE COMPANY_NUMBER BANK_ACCOUNT \
         CRYPTO_ADDRESS PLATE PARCEL ADDRESS NATIONAL_ID PASSPORT"
    );
    for (kind, name) in IdentifierKind::VARIANTS.iter().zip(names) {
        assert_eq!(IdentifierKind::from_str(name), Ok(*kind));
    }
}

#[test]
fn nothing_and_too_much_are_refused() {
    for kind in IdentifierKind::VARIANTS {
        for raw in ["", " \u{200b}\u{3000}\n"] {
            assert_eq!(parse(*kind, raw, &hints()), Err(Refusal::Empty));
        }
        assert_eq!(parse(*kind, &"1".repeat(3_000), &hints()), Err(Refusal::TooLong));
    }
}

#[test]
fn a_persons_number_is_shown_nowhere() {
    for (kind, raw, last) in [
        (IdentifierKind::NationalId, "11010519491231002X", "***002X"),
        (IdentifierKind::Passport, "E12345678", "***5678"),
    ] {
        let parsed = parse(kind, raw, &hints()).unwrap();
        assert_eq!(
            (parsed.norm.open(), parsed.display.as_str(), parsed.masked.as_str()),
            (None, last, last)
        );
        let shown = format!("{parsed:?} {parsed:#?}");
        assert!(
            !shown.contains(&raw[..raw.len() - 4]) && !shown.contains(&raw[2..8]),
            "{shown}"
        );
    }
}

#[test]
fn a_persons_number_has_a_hash_of_its_own() {
    let hash = |raw| {
        let parsed = parse(IdentifierKind::NationalId, raw, &hints()).unwrap();
        keyed_hash(&[1; 32], parsed.kind, &parsed.norm)
    };
    assert_eq!(hash("11010519491231002X"), hash("110105 19491231 002x"));
    assert_ne!(hash("11010519491231002X"), hash("110105198001010016"));
}

proptest! {
    #[test]
    fn any_text_is_refused_or_keeps_its_form(raw in "\\PC{0,40}") {
        for kind in IdentifierKind::VARIANTS {
            if let Ok(parsed) = parse(*kind, &raw, &hints()) {
                keeps_its_form(&parsed, &hints())?;
            }
        }
    }

    #[test]
    fn texts_of_the_right_characters_keep_their_form(
        raw in "[a-zA-Z0-9:@./ ＠１Ａ（）+_-]{1,24}", country in prop::sample::select(vec!["CN", "DE", "GB", "BR", "US", "IT"]),
    ) {
        let hints = Hints { country: Some(country), division: None, postcode: Some("12345"), ..hints() };
        for kind in IdentifierKind::VARIANTS {
            if let Ok(parsed) = parse(*kind, &raw, &hints) {
                keeps_its_form(&parsed, &hints)?;
            }
        }
    }

    #[test]
    fn numbers_keep_their_form(raw in "(\\+|00)?[0-9]{5,15}", country in prop::sample::select(vec!["CN", "DE", "GB", "BR", "US", "IT", "RU"])) {
        let hints = Hints { country: Some(country), ..Hints::default() };
        for kind in [IdentifierKind::Phone, IdentifierKind::Whatsapp] {
            if let Ok(parsed) = parse(kind, &raw, &hints) {
                keeps_its_form(&parsed, &hints)?;
            }
        }
    }

    #[test]
    fn chinese_addresses_keep_their_form(raw in "(中国)?(广东省?|上海市?|吉林)?[市区路街广东上海一二十百零〇两号楼层室12 ,(-]{1,20}") {
        for hints in [hints(), Hints { division: None, ..hints() }] {
            if let Ok(parsed) = parse(IdentifierKind::Address, &raw, &hints) {
                keeps_its_form(&parsed, &hints)?;
            }
        }
    }

    #[test]
    fn how_it_is_written_does_not_matter(digits in "1[38][0-9]{9}", gap in "[ \u{3000}\u{200b}-]{0,2}") {
        let spaced = format!("{}{gap}{}{gap}{}", &digits[..3], &digits[3..7], &digits[7..]);
        let wide: String = digits.bytes().filter_map(|byte| char::from_u32(0xff10 + u32::from(byte - b'0'))).collect();
        let norm = |raw: &str| parse(IdentifierKind::Phone, raw, &hints()).map(|parsed| parsed.norm);
        prop_assert_eq!(norm(&spaced), norm(&digits));
        prop_assert_eq!(norm(&wide), norm(&digits));
    }
}
