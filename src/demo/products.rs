//! Product sheets of the demo: what is sold under each brand, what tells fakes apart, with pictures drawn by code; certificates of
//! makers and licensees; and whom enforcers call. All invented.

use image::{ImageFormat, Rgb, RgbImage};
use jiff::{Timestamp, ToSpan as _, civil::Date};
use uuid::Uuid;

use super::{
    alliance::Alliance,
    brands::{BRANDS, Brand, Goods},
    certificates::pdf,
    evidence::{encoded, sent},
    rights::first,
};
use crate::{
    app::App,
    permissions::{Role, Viewer, audience::Tlp},
    platform::error::{ApiError, Result},
    products::{
        self, AddPicture, CreateProduct, GrantProduct, PictureOf,
        rules::{ContactRole, Detectability, NewContact, NewFeature, NewPrice, NewProduct, PictureSide},
    },
    referrals::rules::ValuationBasis,
    rights::{
        self, AddDocument,
        rules::{
            AuthorizedPartyKind,
            document::{DocumentOf, NewDocument},
            ip_right::today,
        },
    },
};

/// What tells fakes apart: where to look, the genuine article, fakes, how it is found out.
const FEATURES: &[(&str, &str, &str, Detectability)] = &[
    (
        "Letters on the label",
        "Engraved, with sharp edges and even depth; the last letter leans.",
        "Printed or stamped, with soft edges; all letters stand upright.",
        Detectability::Overt,
    ),
    (
        "Seam on the inner side",
        "Nine stitches to three centimetres, the thread waxed.",
        "Six or seven stitches to three centimetres, the thread dry.",
        Detectability::Overt,
    ),
    (
        "Mark under ultraviolet light",
        "A ring of eleven dots, one of them open.",
        "No ring, or one of twelve closed dots.",
        Detectability::Covert,
    ),
];

/// A laboratory, and the secretariat, that are selected by name for some brands.
const SELECTED: &[(&str, &str)] = &[
    ("orvelline", "kelvinmoss"),
    ("qingzhuyu", "kelvinmoss"),
    ("corvelha", "secretariat"),
];

/// Writes the sheets of all brands; days are told from `now`.
pub(super) async fn write(app: &App, alliance: &Alliance, now: Timestamp) -> Result<()> {
    let today = today(now);
    let mut owners: Vec<&str> = Vec::new();
    for (place, brand) in BRANDS.iter().enumerate() {
        let keeper = first(alliance, brand.owner, Role::Ma)?;
        for (number, goods) in brand.goods.iter().take(3).enumerate() {
            let product = sheet(app, alliance, keeper, brand, (place, number, goods), today).await?;
            // The last one is still being written.
            if number < 2 {
                open(app, alliance, keeper, brand, product).await?;
            }
        }
        if !owners.contains(&brand.owner) {
            owners.push(brand.owner);
            contacts(app, keeper, brand.owner).await?;
            certificates(app, keeper, today).await?;
        }
    }
    Ok(())
}

/// Writes a sheet, and of the first one of a brand pictures; gives its id.
async fn sheet(
    app: &App,
    alliance: &Alliance,
    keeper: &Viewer,
    brand: &Brand,
    (place, number, goods): (usize, usize, &Goods),
    today: Date,
) -> Result<Uuid> {
    let key = format!("demo:{}:{number}", brand.key);
    let model = format!("{}-{:02}{number}", brand.key.to_uppercase(), place + 1);
    let new = CreateProduct {
        brand: alliance.brand(brand.key)?,
        product: NewProduct {
            model_number: model,
            name: goods.en.to_owned(),
            gtin: Some(numbered(place * 10 + number)),
            description: Some(format!("{} · {} · {}", goods.en, goods.zh, goods.pt)),
            price: Some(NewPrice {
                amount: format!("{}.00", goods.dollars),
                currency: "USD".to_owned(),
                basis: ValuationBasis::GenuinePrice,
                source: Some("The holder's own list of prices".to_owned()),
                on: today.checked_sub(40.days()).map_err(ApiError::internal)?,
            }),
            packaging: Some("A box of grey board with an embossed lid; a leaflet in four languages.".to_owned()),
            routes: vec!["From the maker by sea to Rotterdam, then by road".to_owned()],
            sellers: vec![format!("{} (own shops)", brand.name)],
            minimum_quantity: Some(12),
        },
    };
    let product = products::create_sheet(app, keeper, &key, &new).await?;
    for (at, feature) in FEATURES.iter().enumerate().take(3 - number.min(2)) {
        let (look, genuine, fake, detectability) = feature;
        let new = NewFeature {
            feature: (*look).to_owned(),
            genuine: (*genuine).to_owned(),
            fake: (*fake).to_owned(),
            detectability: *detectability,
            tlp: (at == 0).then_some(Tlp::Amber),
            readers: Vec::new(),
        };
        let id = products::add_feature(app, keeper, &format!("{key}:{at}"), product, &new).await?;
        if number == 0 && at == 0 {
            side_by_side(app, keeper, place, id).await?;
        }
    }
    if number == 0 {
        let shade = shade(place);
        let of = (PictureOf::Product(product), 1, PictureSide::Genuine);
        shown(app, keeper, of, ("product.png", drawn(shade, true))).await?;
    }
    Ok(product)
}

/// Adds a picture of each side of a feature.
async fn side_by_side(app: &App, keeper: &Viewer, place: usize, feature: Uuid) -> Result<()> {
    let (of, shade) = (PictureOf::Feature(feature), shade(place));
    let genuine = (of, 1, PictureSide::Genuine);
    shown(app, keeper, genuine, ("genuine.png", drawn(shade, true))).await?;
    let fake = (of, 2, PictureSide::Fake);
    shown(app, keeper, fake, ("fake.png", drawn(shade.saturating_add(9), false))).await
}

async fn shown(
    app: &App,
    keeper: &Viewer,
    (of, expected_version, side): (PictureOf, i32, PictureSide),
    (name, picture): (&str, Vec<u8>),
) -> Result<()> {
    let new = AddPicture {
        of,
        expected_version,
        side,
        upload: sent(app, keeper, name, picture).await?,
        caption: None,
    };
    products::add_picture(app, keeper, &new).await.map(drop)
}

/// Publishes a sheet to enforcers of China and of wherever its owner is at home; and to who is selected by name.
async fn open(app: &App, alliance: &Alliance, keeper: &Viewer, brand: &Brand, product: Uuid) -> Result<()> {
    let mut countries = vec!["CN".to_owned(), keeper.country.clone()];
    countries.dedup();
    let enforcers = GrantProduct {
        product,
        organization: None,
        countries,
    };
    products::grant_product(app, keeper, &format!("demo:enforcers:{product}"), &enforcers).await?;
    for (_, key) in SELECTED.iter().filter(|(of, _)| *of == brand.key) {
        let named = GrantProduct {
            product,
            organization: Some(alliance.organization(key)?),
            countries: Vec::new(),
        };
        products::grant_product(app, keeper, &format!("demo:{key}:{product}"), &named).await?;
    }
    let version = products::version_of(app.db.read(), product).await?;
    products::publish_sheet(app, keeper, product, version).await.map(drop)
}

/// Whom enforcers call: somebody at any hour, somebody about goods at borders.
async fn contacts(app: &App, keeper: &Viewer, owner: &str) -> Result<()> {
    for (role, name, local) in [
        (ContactRole::Duty, "Duty desk", "duty"),
        (ContactRole::Customs, "Customs desk", "customs"),
    ] {
        let new = NewContact {
            role,
            name: name.to_owned(),
            email: Some(format!("{local}@{owner}.example")),
            phone: None,
            languages: vec!["en".to_owned(), "zh-Hans".to_owned()],
            time_zone: "Asia/Shanghai".to_owned(),
            hours: (role == ContactRole::Customs).then(|| "Working days, 9 to 18".to_owned()),
        };
        let key = format!("demo:contact:{owner}:{local}");
        products::add_contact(app, keeper, &key, (keeper.organization, &new)).await?;
    }
    Ok(())
}

/// Certificates of the makers and licensees of the keeper's brands.
async fn certificates(app: &App, keeper: &Viewer, today: Date) -> Result<()> {
    let held = rights::holdings(app.db.read(), keeper.organization).await?;
    let is_maker = |kind| {
        matches!(
            kind,
            AuthorizedPartyKind::Oem | AuthorizedPartyKind::Odm | AuthorizedPartyKind::Licensee
        )
    };
    for (at, party) in held.parties.iter().filter(|party| is_maker(party.kind)).enumerate() {
        if party.revoked_at.is_some() {
            continue;
        }
        let number = format!("AUT-{:04}", 1_207 + at);
        let lines = [
            "CERTIFICATE OF AUTHORISATION".to_owned(),
            "A specimen: its issuer, holder and number are invented.".to_owned(),
            format!("Number {number}"),
            format!("Kind {}", <&str>::from(party.kind)),
        ];
        let wanted = AddDocument {
            of: DocumentOf::Party(party.id),
            expected_version: party.version,
            upload: sent(app, keeper, "authorisation.pdf", pdf(&lines)).await?,
            new: NewDocument {
                number: Some(number),
                title: Some("Certificate of authorisation".to_owned()),
                valid_from: Some(today.checked_sub(90.days()).map_err(ApiError::internal)?),
                valid_to: Some(today.checked_add(275.days()).map_err(ApiError::internal)?),
            },
        };
        rights::add_document(app, keeper, &wanted).await?;
    }
    Ok(())
}

/// A GTIN-13 of a prefix that nobody has, with its check digit.
fn numbered(place: usize) -> String {
    let digits = format!("{:012}", 200_000_070_000 + place);
    let weighted = |(at, byte): (usize, u8)| usize::from(byte - b'0') * if at % 2 == 0 { 1 } else { 3 };
    let sum: usize = digits.bytes().enumerate().map(weighted).sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

fn shade(place: usize) -> u8 {
    u8::try_from(place * 37 % 200).unwrap_or(0)
}

/// A label with letters on it: of the genuine article the last one leans.
fn drawn(shade: u8, genuine: bool) -> Vec<u8> {
    let label = RgbImage::from_fn(640, 480, |x, y| {
        let lean = if genuine && x > 420 {
            y.saturating_sub(180) / 4
        } else {
            0
        };
        let letter = (x + lean) % 90 > 30 && (180..300).contains(&y) && (100..560).contains(&x);
        match (x, y) {
            _ if letter => Rgb([30, 28, 26]),
            (60..580, 120..360) => Rgb([shade / 2 + 110, 150, 120]),
            _ => Rgb([232, 230, 226]),
        }
    });
    encoded(&label, ImageFormat::Png)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::products::rules::gtin;

    #[test]
    fn numbers_of_the_demo_have_their_check_digits() {
        for place in 0..130 {
            assert!(gtin(&numbered(place)).is_ok(), "{place}");
        }
    }
}
