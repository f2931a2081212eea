//! What the engine as a whole promises.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::{
    campaigns,
    engine::Engine,
    knowledge::{
        Alias, AuthorizedSeller, Brand, FakeFeature, Knowledge, Product, ReferencePrice, RemovedListing, Right,
    },
    listing::{Listing, Seller},
    model::Model,
    score::{Disposition, Infringement, Score, Signal},
    screener::Screener,
    terms::{Term, TermKind},
};

const TODAY: Date = date(2026, 3, 1);

fn alias(text: &str) -> Alias {
    Alias::Plain(text.to_owned())
}

fn weak(text: &str) -> Alias {
    Alias::Told {
        text: text.to_owned(),
        weak: true,
    }
}

fn shoes() -> Brand {
    Brand {
        code: "nordhaven".to_owned(),
        name: "Nordhaven".to_owned(),
        aliases: vec![alias("诺德海文"), alias("Нордхавен"), weak("haven")],
        goods: vec!["sneaker".to_owned(), "跑鞋".to_owned()],
        domains: vec!["nordhaven.example".to_owned()],
        rights: vec![Right::default()],
        features: vec![FakeFeature {
            name: "A lining that no genuine pair has".to_owned(),
            words: vec!["red lining".to_owned()],
            weight: 0.9,
        }],
        ..Brand::default()
    }
}

fn ink() -> Brand {
    let product = |number: &str, spelling: &str, minor| Product {
        number: number.to_owned(),
        spellings: vec![spelling.to_owned()],
        prices: vec![ReferencePrice {
            minor,
            currency: "EUR".to_owned(),
        }],
    };
    Brand {
        code: "kolibri".to_owned(),
        name: "Kolibri".to_owned(),
        devices: vec!["ColorJet".to_owned()],
        rights: vec![Right::default()],
        products: vec![product("KX664", "664", 2_000), product("KX664XL", "664xl", 4_000)],
        ..Brand::default()
    }
}

fn knowledge() -> Knowledge {
    let term = |text: &str, kind| Term {
        text: text.to_owned(),
        kind,
        language: String::new(),
        meaning: String::new(),
    };
    Knowledge {
        brands: vec![shoes(), ink()],
        terms: vec![
            term("replica", TermKind::Open),
            term("réplica", TermKind::Open),
            term("高仿", TermKind::Open),
            term("1:1", TermKind::Jargon),
            term("莆田", TermKind::Jargon),
            term("best batch", TermKind::Jargon),
            term("batch", TermKind::Jargon),
            term("outlet", TermKind::Context),
        ],
    }
}

fn engine(knowledge: &Knowledge) -> Engine {
    Engine::compile(knowledge, &campaigns::written(), &Model::default(), TODAY).expect("few words fit")
}

fn titled(title: &str) -> Listing {
    Listing {
        title: title.to_owned(),
        ..Listing::default()
    }
}

fn screen(listing: &Listing) -> Vec<Score> {
    Screener::new(&engine(&knowledge())).screen(listing)
}

fn brands(title: &str) -> Vec<String> {
    screen(&titled(title)).into_iter().map(|score| score.brand).collect()
}

fn adds_up(score: &Score) -> bool {
    let sum: f64 = score.findings.iter().map(|finding| finding.weight).sum();
    (sum - score.sum).abs() < 1e-9
}

#[test]
fn a_score_says_which_words_and_what_they_weigh() {
    let scores = screen(&titled("N0rdhaven sneaker best batch 1：1 replica"));
    let [score] = scores.as_slice() else {
        panic!("{scores:?}")
    };
    let words = |signal| {
        score
            .of(signal)
            .map(|finding| finding.words.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(words(Signal::BentName), ["N0rdhaven"]);
    assert_eq!(words(Signal::OpenWord), ["replica"]);
    // A word inside of a longer one says nothing of its own.
    assert_eq!(words(Signal::Jargon), ["best batch", "1：1"]);
    assert_eq!(score.disposition, Disposition::Suspect);
    assert_eq!(
        score.infringements,
        [Infringement::Counterfeit, Infringement::LookalikeShanzhai]
    );
    assert!(adds_up(score));
}

#[test]
fn a_brand_is_named_in_every_writing() {
    for title in [
        "Nordhaven sneaker",
        "NORDHAVEN",
        "ｎｏｒｄｈａｖｅｎ",
        "n0rdhaven",
        "nоrdhаven",
        "N O R D H A V E N",
        "nordhavn sneaker",
        "诺德海文跑鞋",
        "诺得海文",
        "nuodehaiwen",
        "НОРДХАВЕН",
        "nord\u{200b}haven",
        "nordhaven's",
        "haven sneaker",
        "norclhaven",
    ] {
        assert_eq!(brands(title), ["nordhaven"], "{title}");
    }
    for title in ["haven of peace", "sneaker", "norden", "诺德", "outlet", ""] {
        assert!(brands(title).is_empty(), "{title}");
    }
}

#[test]
fn a_name_alone_is_no_suspicion() {
    for title in [
        "Nordhaven sneaker size 42",
        "诺德海文跑鞋 正品",
        "original Kolibri 664",
        "Nordhaven outlet",
    ] {
        assert!(
            screen(&titled(title))
                .iter()
                .all(|score| score.disposition == Disposition::Nothing),
            "{title}"
        );
    }
}

#[test]
fn what_is_denied_is_not_said() {
    for title in [
        "Nordhaven, not a replica",
        "Nordhaven não é réplica",
        "诺德海文 非高仿",
        "诺德海文 拒绝高仿",
    ] {
        let scores = screen(&titled(title));
        assert!(
            scores.iter().all(|score| score.of(Signal::OpenWord).count() == 0),
            "{title}"
        );
    }
    let scores = screen(&titled("not cheap, replica Nordhaven"));
    assert_eq!(scores[0].of(Signal::OpenWord).count(), 1);
}

/// Honest offers of parts and refills, in many languages.
const HONEST: &[&str] = &[
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

#[test]
fn the_price_of_a_unit_counts_and_not_of_the_kit() {
    let listing = |title: &str, price| Listing {
        price_minor: Some(price),
        currency: Some("EUR".to_owned()),
        ..titled(title)
    };
    let strength = |title: &str, price| screen(&listing(title, price))[0].strength(Signal::LowPrice);
    assert_eq!(strength("Kolibri 664", 1_900), 0.0);
    assert!(strength("Kit 4 Kolibri 664", 1_900) > 0.8);
    assert!(strength("Kolibri KX664XL", 1_900) > strength("Kolibri 664", 1_500));
}

#[test]
fn a_number_that_only_one_brand_uses_names_it() {
    assert_eq!(brands("cartridge KX664XL new"), ["kolibri"]);
    assert!(brands("cartridge 664 new").is_empty());
}

#[test]
fn an_authorised_seller_is_no_suspect_of_its_brand_only() {
    let mut knowledge = knowledge();
    knowledge.brands[0].authorized.push(AuthorizedSeller {
        platform: "market".to_owned(),
        seller_id: "7".to_owned(),
        ..AuthorizedSeller::default()
    });
    let engine = engine(&knowledge);
    let mut listing = titled("Nordhaven Kolibri replica");
    listing.platform = Some("market".to_owned());
    listing.seller = Some(Seller {
        id: Some("7".to_owned()),
        ..Seller::default()
    });
    let dispositions = |listing: &Listing| {
        let scores = Screener::new(&engine).screen(listing);
        scores.into_iter().map(|score| score.disposition).collect::<Vec<_>>()
    };
    assert_eq!(dispositions(&listing), [Disposition::Authorized, Disposition::Suspect]);
    // The same id elsewhere is somebody else, and a name is nobody.
    listing.platform = Some("bazaar".to_owned());
    assert_eq!(dispositions(&listing), [Disposition::Suspect; 2]);
}

#[test]
fn a_brand_s_own_site_is_no_suspect() {
    let mut listing = titled("Nordhaven replica");
    listing.url = Some("https://shop.nordhaven.example/1".to_owned());
    assert_eq!(screen(&listing)[0].disposition, Disposition::Authorized);
    listing.url = Some("https://n0rdhaven-sale.example/1".to_owned());
    assert_eq!(screen(&listing)[0].of(Signal::LookAlikeDomain).count(), 1);
}

#[test]
fn what_was_removed_is_known_when_it_is_listed_again() {
    let mut knowledge = knowledge();
    let removed = |days: i64, title: &str| RemovedListing {
        reference: format!("L-{days}"),
        title: title.to_owned(),
        removed_on: TODAY - jiff::Span::new().days(days),
        pictures: Vec::new(),
    };
    knowledge.brands[0].removed = vec![
        removed(90, "Nordhaven Runner blue 42"),
        removed(91, "Nordhaven Runner red 42"),
    ];
    let engine = engine(&knowledge);
    let mut screener = Screener::new(&engine);
    let again = screener.screen(&titled("42 blue NORDHAVEN Runner!"));
    assert_eq!(again[0].of(Signal::Relisted).count(), 1);
    assert!(again[0].infringements.is_empty() || again[0].infringements.contains(&Infringement::RepeatInfringement));
    assert_eq!(
        screener.screen(&titled("Nordhaven Runner red 42"))[0]
            .of(Signal::Relisted)
            .count(),
        0
    );
}

#[test]
fn campaigns_say_what_they_are_about() {
    for (title, kind) in [
        ("诺德海文跑鞋 莆田 logo打码 实物有标", Infringement::LogoObscured),
        ("N0rdhaven replica", Infringement::LookalikeShanzhai),
        ("诺德海文 同款 高仿", Infringement::KeywordStuffing),
    ] {
        let scores = screen(&titled(title));
        assert!(scores[0].infringements.contains(&kind), "{title}: {scores:?}");
    }
}

#[test]
fn i34_nothing_is_screened_on_a_right_that_is_not_in_force() {
    let mut knowledge = knowledge();
    knowledge.brands[0].rights = vec![Right {
        until: Some(date(2026, 2, 28)),
        ..Right::default()
    }];
    let engine = engine(&knowledge);
    assert!(Screener::new(&engine).screen(&titled("Nordhaven replica")).is_empty());
}

fn disguised(name: &str, at: usize, how: u8) -> String {
    let mut letters: Vec<String> = name.chars().map(String::from).collect();
    let at = at % letters.len();
    let letter = letters[at].to_lowercase();
    let other = match (how, letter.as_str()) {
        (0, "o") => "0",
        (0, "e") => "3",
        (0, "a") => "4",
        (0, "l" | "i") => "1",
        (1, "o") => "о",
        (1, "a") => "а",
        (1, "e") => "е",
        (1, "i") => "і",
        (2, _) => {
            return name
                .chars()
                .map(|c| char::from_u32(c as u32 - 0x21 + 0xff01).unwrap_or(c))
                .collect();
        }
        (3, letter) => &format!("{letter}\u{200b}"),
        (4, letter) => &format!("{letter}\u{301}"),
        (_, letter) => &letter.to_uppercase(),
    };
    letters[at] = other.to_owned();
    letters.concat()
}

fn any_listing() -> impl Strategy<Value = Listing> {
    let words = prop::sample::select(vec![
        "Nordhaven",
        "n0rdhaven",
        "Kolibri",
        "664",
        "KX664XL",
        "replica",
        "高仿",
        "1:1",
        "original",
        "not",
        "不",
        "kit 3",
        "同款",
        "诺德海文",
        "haven",
        "sneaker",
        "red lining",
        "outlet",
        "莆田",
        "shoe",
        "ColorJet",
        "printer",
        ",",
        "official store",
    ]);
    let text = proptest::collection::vec(words, 0..9).prop_map(|words| words.join(" "));
    let seller =
        (0_u32..4, 0_u32..4, proptest::option::of(0_u32..200)).prop_map(|(confirmed, cleared, days_open)| Seller {
            id: Some("7".to_owned()),
            confirmed,
            cleared,
            days_open,
            ..Seller::default()
        });
    let price = proptest::option::of(1_i64..10_000);
    (text.clone(), text, price, proptest::option::of(seller)).prop_map(|(title, text, price_minor, seller)| Listing {
        title,
        text,
        price_minor,
        currency: Some("EUR".to_owned()),
        platform: Some("market".to_owned()),
        seller,
        ..Listing::default()
    })
}

proptest! {
    #[test]
    fn a_disguised_name_names_its_brand_and_weighs_no_less(at in 0_usize..9, how in 0_u8..6, rest in "( sneaker| replica| 1:1){0,2}") {
        let plain = screen(&titled(&format!("Nordhaven{rest}")));
        let bent = screen(&titled(&format!("{}{rest}", disguised("Nordhaven", at, how))));
        prop_assert_eq!(bent.len(), 1);
        prop_assert_eq!(&bent[0].brand, "nordhaven");
        prop_assert!(bent[0].sum >= plain[0].sum - 1e-9);
    }

    #[test]
    fn a_score_is_the_sum_of_its_findings(listing in any_listing()) {
        for score in screen(&listing) {
            prop_assert!(adds_up(&score));
            prop_assert!((0.0..=1.0).contains(&score.probability));
            prop_assert_eq!(score.disposition.is_suspect(), !score.infringements.is_empty());
        }
    }

    #[test]
    fn an_authorised_seller_never_raises_a_score(listing in any_listing(), brand in 0_usize..2) {
        let before = screen(&listing);
        let mut knowledge = knowledge();
        knowledge.brands[brand].authorized.push(AuthorizedSeller {
            platform: "market".to_owned(),
            seller_id: "7".to_owned(),
            ..AuthorizedSeller::default()
        });
        let after = Screener::new(&engine(&knowledge)).screen(&listing);
        prop_assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after) {
            prop_assert!(after.sum <= before.sum + 1e-9 && after.probability <= before.probability + 1e-12);
        }
    }

    #[test]
    fn an_honest_title_guards_whatever_stands_beside_it(listing in any_listing(), title in prop::sample::select(HONEST)) {
        let mut listing = listing;
        listing.title = format!("{title}, {}", listing.title);
        for score in screen(&listing) {
            let is_disclosed = matches!(score.disposition, Disposition::Disclosed { .. });
            prop_assert!(is_disclosed, "{}: {:?}", listing.title, score.disposition);
        }
    }

    #[test]
    fn a_screener_forgets_the_listing_before(one in any_listing(), other in any_listing()) {
        let engine = engine(&knowledge());
        let mut screener = Screener::new(&engine);
        screener.screen(&one);
        prop_assert_eq!(screener.screen(&other), Screener::new(&engine).screen(&other));
    }

    #[test]
    fn suspects_are_the_suspects_of_all(listing in any_listing()) {
        let mut all = screen(&listing);
        all.retain(|score| score.disposition.is_suspect());
        prop_assert_eq!(Screener::new(&engine(&knowledge())).suspects(&listing), all);
    }

    #[test]
    fn no_text_makes_it_stop(title in any::<String>(), text in any::<String>(), url in any::<String>()) {
        let engine = engine(&knowledge());
        let listing = Listing { text, url: Some(url), ..titled(&format!("Nordhaven {title}")) };
        Screener::new(&engine).screen(&listing);
    }
}
