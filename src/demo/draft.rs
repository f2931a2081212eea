//! What a lead of the demo says.

use jiff::Timestamp;

use super::{
    brands::{BRANDS, Brand, Goods, PARTIES, Party},
    dice::Dice,
    places::{MARKETPLACES, Marketplace, PLACES, Tongue},
    texts,
};
use crate::{
    leads::{
        listing_url,
        rules::{Channel, InfringementType},
    },
    platform::money::Money,
};

/// One listing or product.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) brand: &'static Brand,
    pub(super) title: String,
    pub(super) url: Option<String>,
    pub(super) seller: Option<String>,
    pub(super) shop_id: Option<String>,
    pub(super) price: Option<Money>,
}

/// The content of a lead.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) channel: Channel,
    pub(super) infringement_types: Vec<InfringementType>,
    pub(super) country: Option<&'static str>,
    pub(super) division: Option<&'static str>,
    pub(super) value: Option<Money>,
    pub(super) items: Vec<Item>,
    pub(super) tongue: Tongue,
}

/// What the texts' gaps are filled with.
struct Gaps<'a> {
    brand: &'a Brand,
    goods: &'a Goods,
    tongue: Tongue,
    seller: &'a str,
    place: &'a str,
}

impl Gaps<'_> {
    fn fill(&self, template: &str, dice: &mut Dice) -> String {
        let (brand, goods) = match self.tongue {
            Tongue::En => (self.brand.name, self.goods.en),
            Tongue::Zh => (self.brand.name_zh, self.goods.zh),
            Tongue::Pt => (self.brand.name, self.goods.pt),
        };
        template
            .replace("{brand}", brand)
            .replace("{goods}", goods)
            .replace("{seller}", self.seller)
            .replace("{where}", self.place)
            .replace("{n}", &dice.between(6..=240).to_string())
    }

    fn one_of(&self, table: &[(Tongue, &'static str)], dice: &mut Dice) -> String {
        let texts = texts::in_tongue(table, self.tongue);
        let template = *dice.pick(&texts);
        self.fill(template, dice)
    }

    /// One or two different sentences.
    fn some_of(&self, table: &[(Tongue, &'static str)], dice: &mut Dice) -> String {
        let texts = texts::in_tongue(table, self.tongue);
        let (first, second) = (*dice.pick(&texts), *dice.pick(&texts));
        let begin = self.fill(first, dice);
        if first == second {
            begin
        } else {
            format!("{begin}\n{}", self.fill(second, dice))
        }
    }
}

/// A listing on a marketplace, or on the one where an authorised party has its shop.
fn listing(
    brand: &'static Brand,
    market: &Marketplace,
    dice: &mut Dice,
    party: Option<&Party>,
) -> (Item, &'static Goods) {
    let goods = dice.pick(brand.goods);
    let seller = party.map_or_else(|| *dice.pick(market.sellers), |Party(_, _, name, ..)| name);
    let gaps = Gaps {
        brand,
        goods,
        tongue: market.tongue,
        seller,
        place: market.name,
    };
    let title = gaps.one_of(texts::LISTINGS, dice);
    let item = Item {
        brand,
        title,
        url: Some(dice.digits(market.address)),
        seller: Some(seller.to_owned()),
        shop_id: party.and_then(|Party(_, _, _, _, shop, _)| shop.map(str::to_owned)),
        price: Some(price(goods, market.dollar, market.currency, dice)),
    };
    (item, goods)
}

/// A tenth to half of what the genuine goods cost.
fn price(goods: &Goods, dollar: i64, currency: &str, dice: &mut Dice) -> Money {
    Money {
        minor: goods.dollars * dollar * dice.between(8..=48) / 100,
        currency: currency.to_owned(),
    }
}

/// Marketplaces with the language that fits the brand's trouble: Chinese for most, Portuguese for who sells in Brazil.
fn market(brand: &Brand, dice: &mut Dice) -> &'static Marketplace {
    let wanted = match (brand.owner, dice.between(1..=100)) {
        ("ipanuvia" | "corvelha" | "nordvarrick", 1..=60) => Tongue::Pt,
        (_, 1..=58) => Tongue::Zh,
        _ => Tongue::En,
    };
    let fitting: Vec<&Marketplace> = MARKETPLACES.iter().filter(|market| market.tongue == wanted).collect();
    dice.pick::<&_>(&fitting)
}

/// The content of a lead about offers on line, of one brand after the other.
pub(super) fn online(brands: &[&'static Brand], dice: &mut Dice) -> Draft {
    let market = market(brands[0], dice);
    about(brands, market, None, dice)
}

/// The content of a lead whose seller is authorised, if the brand has one with a shop we know.
pub(super) fn authorized(brand: &'static Brand, dice: &mut Dice) -> Option<Draft> {
    let shops = |party: &&Party| party.0 == brand.key && party.3.is_some();
    let party = PARTIES.iter().find(shops)?;
    let on_platform = |market: &&Marketplace| {
        let listing = listing_url::canonicalize(&market.address.replace('#', "1"));
        listing.is_ok_and(|listing| Some(listing.platform.as_str()) == party.3)
    };
    let market = MARKETPLACES.iter().find(on_platform)?;
    Some(about(&[brand], market, Some(party), dice))
}

fn about(brands: &[&'static Brand], market: &Marketplace, party: Option<&Party>, dice: &mut Dice) -> Draft {
    let mut items = Vec::new();
    let (first, goods) = listing(brands[0], market, dice, party);
    let seller = first.seller.clone().unwrap_or_default();
    items.push(first);
    for brand in brands {
        for _ in 0..dice.between(0..=2) {
            items.push(listing(brand, market, dice, party).0);
        }
    }
    for brand in &brands[1..] {
        items.push(listing(brand, market, dice, party).0);
    }
    for item in &mut items {
        // What one lead tells of, one seller offers.
        item.seller = Some(seller.clone());
    }
    let titles = if brands.len() > 1 {
        texts::TITLES_OF_SEVERAL
    } else {
        texts::TITLES
    };
    let rows: Vec<_> = titles.iter().filter(|(tongue, ..)| *tongue == market.tongue).collect();
    let (_, kind, title) = **dice.pick(&rows);
    let gaps = Gaps {
        brand: brands[0],
        goods,
        tongue: market.tongue,
        seller: &seller,
        place: market.name,
    };
    Draft {
        title: gaps.fill(title, dice),
        summary: gaps.some_of(texts::SUMMARIES, dice),
        channel: Channel::Online,
        infringement_types: kinds(kind, dice),
        country: market.country,
        division: None,
        value: dice
            .chance(35)
            .then(|| value(goods, market.dollar, market.currency, dice)),
        items,
        tongue: market.tongue,
    }
}

fn kinds(first: InfringementType, dice: &mut Dice) -> Vec<InfringementType> {
    let second = [
        InfringementType::Counterfeit,
        InfringementType::StolenImage,
        InfringementType::RepeatInfringement,
    ];
    let mut kinds = vec![first];
    if dice.chance(25) {
        kinds.push(*dice.pick(&second));
    }
    kinds
}

/// What the goods would be worth, a round sum.
fn value(goods: &Goods, dollar: i64, currency: &str, dice: &mut Dice) -> Money {
    let minor = goods.dollars * dollar * dice.between(20..=900);
    Money {
        minor: minor - minor % (dollar.max(100) * 100),
        currency: currency.to_owned(),
    }
}

/// The content of a lead about a workshop, a warehouse or a stall.
pub(super) fn offline(brand: &'static Brand, dice: &mut Dice) -> Draft {
    let place = dice.pick(PLACES);
    let goods = dice.pick(brand.goods);
    let gaps = Gaps {
        brand,
        goods,
        tongue: place.tongue,
        seller: "",
        place: place.name,
    };
    let item = Item {
        brand,
        title: gaps.fill("{brand} {goods}", dice),
        url: None,
        seller: None,
        shop_id: None,
        price: dice
            .chance(50)
            .then(|| price(goods, place.dollar, place.currency, dice)),
    };
    Draft {
        title: gaps.one_of(texts::OFFLINE_TITLES, dice),
        summary: gaps.some_of(texts::OFFLINE_SUMMARIES, dice),
        channel: Channel::Offline,
        infringement_types: kinds(InfringementType::OfflineProduction, dice),
        country: Some(place.country),
        division: Some(place.division),
        value: Some(value(goods, place.dollar, place.currency, dice)),
        items: vec![item],
        tongue: place.tongue,
    }
}

/// The day a listing was looked at: the day before somebody wrote of it.
pub(super) fn captured_at(written_at: Timestamp) -> i64 {
    const DAY: i64 = 86_400_000_000;
    written_at.as_microsecond() - DAY
}

/// Brands one after the other, so that each gets its share.
pub(super) fn brand_in_turn(turn: usize) -> &'static Brand {
    &BRANDS[turn % BRANDS.len()]
}
