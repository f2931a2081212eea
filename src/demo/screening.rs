//! The demo's screening: words that the desk lets hold, what a brand wrote of its fakes, and listings of the marketplace that wait
//! to be looked at. Nobody has judged them yet, so that who tries the queue out has something to do.

use super::alliance::Alliance;
use crate::{
    app::App,
    ingest::rules::{NewListing, Price},
    platform::error::Result,
    screening::{
        self, NewOffer, NewPack, NewRelease,
        rules::{pack::PackKind, queue::Mode},
    },
};

/// Who lets words of the trade hold for the alliance.
const DESK: &str = "lin.yuhe@secretariat.example";
/// Whose people wrote what they know of fakes, and who of them.
const BRAND: &str = "corvelha";
const KNOWS: &str = "marta.salgueiro@corvelha.example";
/// Who hands listings in.
const MARKET: &str = "detection@baixiangji.example";

/// Words of the trade.
const WORDS: &str = r#"
[[terms]]
text = "replica"
kind = "open"
language = "en"

[[terms]]
text = "mirror quality"
kind = "jargon"
language = "en"

[[terms]]
text = "高仿"
kind = "open"
language = "zh"

[[terms]]
text = "原单"
kind = "jargon"
language = "zh"

[[terms]]
text = "réplica"
kind = "open"
language = "pt"
"#;

/// What the brand knows.
const KNOWN: &str = r#"
aliases = ["Corvelha", "科维利亚"]
goods = ["wine", "port", "tawny", "reserva"]

[[products]]
number = "VDC-R2019"
spellings = ["Reserva 2019"]
prices = [{ minor = 68000, currency = "CNY" }]

[[features]]
name = "empty bottles with corks are filled again"
words = ["empty bottle", "empty bottles", "corks included"]
weight = 0.7

[[features]]
name = "the back label of old fakes has no import number"
words = ["no back label", "without back label"]
weight = 0.8
"#;

/// Listings: what the marketplace calls them, the title, the shop, the price in CNY.
const OFFERS: &[(&str, &str, &str, &str)] = &[
    (
        "s-1",
        "Vale de Corvelha Reserva 2019 replica label, six bottles",
        "wine-88",
        "199.00",
    ),
    (
        "s-2",
        "Corvelha tawny, empty bottles, corks included, no back label",
        "wine-88",
        "35.00",
    ),
    (
        "s-3",
        "Vale de Corvelha Reserva 2019, gift box",
        "corvelha-fans",
        "690.00",
    ),
    ("s-4", "Vale de C0rvelha Reserva mirror quality", "old-cellar", "120.00"),
    ("s-5", "科维利亚 高仿 红酒 一箱", "shop-3321", "88.00"),
    ("s-6", "Orvelline Quai belt réplica", "belts-12", "59.00"),
    ("s-7", "0rvelline belt 原单 尾货", "belts-12", "79.00"),
    (
        "s-8",
        "Wine rack compatible with Vale de Corvelha bottles",
        "racks",
        "45.00",
    ),
    (
        "s-9",
        "Thistlemere wool scarf replica, mirror quality",
        "scarves-5",
        "39.00",
    ),
    ("s-10", "Plain cotton bag", "bags-1", "12.00"),
];

/// Rules are written and released, listings come in and are screened.
pub(super) async fn show(app: &App, alliance: &Alliance) -> Result<()> {
    let desk = alliance.viewer(DESK)?;
    let words = NewPack {
        idempotency_key: "demo:words".to_owned(),
        brand: None,
        kind: PackKind::General,
        rules: WORDS.trim_start().to_owned(),
        note: Some("Words that shops use in three languages".to_owned()),
    };
    let words = screening::create_pack(app, desk, words).await?;
    let alliance_wide = NewRelease {
        packs: Some(vec![words.id]),
        reason: "The first words of the trade".to_owned(),
        ..NewRelease::default()
    };
    screening::release(app, desk, alliance_wide).await?;
    let (knows, brand) = (alliance.viewer(KNOWS)?, alliance.brand(BRAND)?);
    let known = NewPack {
        idempotency_key: "demo:known".to_owned(),
        brand: Some(brand),
        kind: PackKind::General,
        rules: KNOWN.trim_start().to_owned(),
        note: Some("Bottles that are filled again".to_owned()),
    };
    let known = screening::create_pack(app, knows, known).await?;
    let of_brand = NewRelease {
        brand: Some(brand),
        packs: Some(vec![known.id]),
        threshold: Some(Some(0.6)),
        mode: Some(Mode::Review),
        reason: "What our appraisers see most".to_owned(),
        ..NewRelease::default()
    };
    screening::release(app, knows, of_brand).await?;
    let offers = OFFERS.iter().map(offer).collect();
    screening::screen_listings(app, alliance.viewer(MARKET)?, offers).await?;
    while screening::jobs::screen(app).await? > 0 {}
    Ok(())
}

fn offer((name, title, shop, price): &(&str, &str, &str, &str)) -> NewOffer {
    NewOffer {
        listing: NewListing {
            external_id: Some((*name).to_owned()),
            url: Some(format!("https://www.baixiangji.example/item/{name}")),
            title: (*title).to_owned(),
            seller: Some((*shop).to_owned()),
            shop_id: Some((*shop).to_owned()),
            price: Some(Price {
                amount: (*price).to_owned(),
                currency: "CNY".to_owned(),
            }),
            ..NewListing::default()
        },
        pictures: Vec::new(),
    }
}
