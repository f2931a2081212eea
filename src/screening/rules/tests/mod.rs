//! What the engine as a whole promises.

mod guard;
mod laws;

use jiff::civil::{Date, date};

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
