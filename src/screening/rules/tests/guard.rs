//! Honest offers are never accused.

use super::{Disposition, Listing, Seller, adds_up, screen, titled};

/// Honest offers of parts and refills, in many languages.
pub(super) const HONEST: &[&str] = &[
    "Compatible ink for Kolibri 664",
    "Kolibri 664 compatible cartridge",
    "Remanufactured Kolibri 664XL",
    "Aftermarket cartridge for Kolibri 664 (non-OEM)",
    "Third-party toner replacement for Kolibri 664",
    "Cartucho compatível com Kolibri 664",
    "Cartucho Kolibri 664 remanufaturado",
    "Cartuchos recondicionados Kolibri 664",
    "Cartucho genérico Kolibri 664",
    "Cartucho remanufacturado Kolibri 664",
    "Cartouche compatible Kolibri 664",
    "Cartouche Kolibri 664 remanufacturée",
    "Kompatible Tintenpatrone für Kolibri 664",
    "Wiederaufbereitete Patrone Kolibri 664",
    "Cartuccia Kolibri 664 compatibile rigenerata",
    "Kolibri 664 zamiennik",
    "Kolibri 664 uyumlu kartuş",
    "Совместимый картридж Kolibri 664",
    "Восстановленный картридж Kolibri 664",
    "Kolibri 664 互換インク",
    "Kolibri 664 호환 잉크",
    "Kolibri 664 兼容墨盒",
    "兼容Kolibri 664墨盒 国产",
    "适用Kolibri 664墨盒",
    "適用於 Kolibri 664 墨水匣",
    "Kolibri 664 副厂 墨盒",
    "Kolibri 664 再生墨盒 非原装",
    "ＣＯＭＰＡＴＩＢＬＥ Kolibri 664",
    "C O M P A T I B L E Kolibri 664",
    "mực tương thích Kolibri 664",
];

#[test]
fn goods_that_say_they_are_compatible_are_never_suspects() {
    let seller = Seller {
        confirmed: 9,
        days_since_removal: Some(1),
        days_open: Some(0),
        ..Seller::default()
    };
    for title in HONEST {
        for extra in ["", " 1:1", " original quality", " outlet 100% original"] {
            let listing = Listing {
                price_minor: Some(1),
                currency: Some("EUR".to_owned()),
                seller: Some(seller.clone()),
                text: "Official store. 莆田".to_owned(),
                ..titled(&format!("{title}{extra}"))
            };
            for score in screen(&listing) {
                assert_eq!(
                    score.disposition,
                    Disposition::Disclosed { contradicted: false },
                    "{title}{extra}"
                );
                assert!(score.sum <= -8.0 + 1e-9 && adds_up(&score), "{title}{extra}");
            }
        }
    }
}

#[test]
fn a_disclosure_in_the_description_counts() {
    for text in [
        "This cartridge is remanufactured.",
        "Produto compatível, não é original.",
        "本品为兼容墨盒",
    ] {
        let listing = Listing {
            text: text.to_owned(),
            price_minor: Some(1),
            currency: Some("EUR".to_owned()),
            ..titled("Kolibri 664 1:1")
        };
        assert_eq!(
            screen(&listing)[0].disposition,
            Disposition::Disclosed { contradicted: false },
            "{text}"
        );
    }
}

#[test]
fn where_a_part_fits_is_no_disclosure() {
    for text in [
        "Impressoras compatíveis: ColorJet 2136",
        "Compatível com as impressoras ColorJet",
        "Compatible with ColorJet 2136",
        "Compatible printers: 2136",
        "O cartucho é compatível com diversos modelos das linhas ColorJet.",
        "Rende mais que cartuchos recarregados",
        "It was never refilled",
        "不兼容其他打印机",
        "This is not compatible, it is the real one",
        "适用季节：夏",
    ] {
        let listing = Listing {
            text: text.to_owned(),
            ..titled("Original Kolibri 664 replica")
        };
        assert_eq!(screen(&listing)[0].disposition, Disposition::Suspect, "{text}");
    }
    // Who never says that it is genuine is believed.
    let listing = Listing {
        text: "Compatible with ColorJet 2136".to_owned(),
        ..titled("Kolibri 664 1:1")
    };
    assert_eq!(
        screen(&listing)[0].disposition,
        Disposition::Disclosed { contradicted: false }
    );
    // A title is believed, unless it says that the goods are genuine.
    let price = |title: &str| Listing {
        price_minor: Some(10),
        currency: Some("EUR".to_owned()),
        ..titled(title)
    };
    let title = "Kolibri 664 compatible with ColorJet 2136 1:1";
    assert_eq!(
        screen(&price(title))[0].disposition,
        Disposition::Disclosed { contradicted: false }
    );
    let title = "Original Kolibri 664 compatible with ColorJet 2136 1:1";
    assert_eq!(screen(&price(title))[0].disposition, Disposition::Suspect);
}

#[test]
fn who_says_both_is_for_a_person_to_read() {
    let score = &screen(&titled("高仿 Kolibri 664 兼容墨盒"))[0];
    assert_eq!(score.disposition, Disposition::Disclosed { contradicted: true });
}
