//! What holds for any listing.

use proptest::prelude::*;

use super::{
    AuthorizedSeller, Disposition, Listing, Screener, Seller, adds_up, engine, guard::HONEST, knowledge, screen, titled,
};

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

#[test]
fn a_text_of_any_length_is_soon_read() {
    let listing = Listing {
        text: "no replica 1:1 compatible N I K E 高仿 ".repeat(30_000),
        ..titled(&"Nordhaven replica ".repeat(10_000))
    };
    let scores = screen(&listing);
    assert!(scores.iter().all(|score| score.findings.len() < 100));
    assert!(
        scores
            .iter()
            .all(|score| matches!(score.disposition, Disposition::Disclosed { .. }))
    );
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
