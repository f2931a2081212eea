//! What is known and in force at a moment: the registry, the releases, the records.

use std::collections::{BTreeMap, HashMap};

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};
use uuid::Uuid;

use super::{scope::code_of, share_of};
use crate::{
    platform::{
        clock::micros,
        db::{Connection, code, json},
        error::{ApiError, Result},
    },
    products::{self, Sign, ToldSheet},
    screening::{
        rules::{
            composing::{InForce, Told, compose, model_name},
            engine::Engine,
            knowledge::{
                Alias, Brand, FakeFeature, Knowledge, Product, RELISTED_WITHIN, ReferencePrice, WatchedSeller,
            },
            learning::Fixed,
            model::THRESHOLD,
            offer::{Offer, ShopRecord},
            pack::{PackKind, PackText},
            queue::Mode,
        },
        store::{self, ListingRow, ReleaseRow},
    },
};

/// Sellers on watch lists that are looked for, of all organisations together.
const MOST_WATCHED: u64 = 100_000;
/// How much it says that a listing has words of a product sheet, 0 to 1: less than what somebody wrote for screening.
const SIGN: f64 = 0.4;

/// What holds at a moment.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// What the registry knows of brands, by their ids as codes.
    pub(super) registry: Knowledge,
    /// Whose each brand is, by code.
    pub(super) owners: HashMap<String, (Uuid, Uuid)>,
    /// What the alliance released.
    pub(super) alliance: InForce,
    /// What brands released, by code.
    pub(super) brands: BTreeMap<String, InForce>,
    /// Who released what holds for the alliance: in that person's name listings become leads by themselves.
    pub(super) keeper: Option<Uuid>,
}

impl Known {
    /// Everything at a moment.
    ///
    /// # Errors
    /// `INTERNAL` or `UNAVAILABLE`.
    pub(super) async fn load(connection: &impl Connection, now: Timestamp) -> Result<Self> {
        let (registry, owners) = from_registry(connection, now).await?;
        let mut known = Self {
            registry,
            owners,
            alliance: InForce::default(),
            brands: BTreeMap::new(),
            keeper: None,
        };
        for row in store::releases_in_force(connection).await? {
            let in_force = in_force(connection, &row).await?;
            match row.brand_id {
                Some(brand) => {
                    known.brands.insert(code_of(Some(brand)), in_force);
                }
                None => {
                    known.alliance = in_force;
                    known.keeper = Some(row.released_by);
                }
            }
        }
        Ok(known)
    }

    /// The engine of a day.
    ///
    /// # Errors
    /// `INTERNAL` where there are more words than can be looked for at once.
    pub(super) fn engine(&self, on: Date) -> Result<Engine> {
        let Told {
            knowledge,
            packs,
            model,
        } = compose(self.registry.clone(), &self.alliance, &self.brands);
        Engine::compile(&knowledge, &packs, &model, on).map_err(ApiError::internal)
    }

    /// The name of the model that a brand's listings are weighed by.
    pub(super) fn model_of(&self, code: &str) -> String {
        model_name(&self.alliance, self.brands.get(code))
    }

    /// What a brand lets become of what is likely enough.
    pub(super) fn mode_of(&self, code: &str) -> Mode {
        self.brands.get(code).unwrap_or(&self.alliance).mode
    }

    /// From where on something is likely enough for a brand.
    pub(super) fn threshold_of(&self, code: &str) -> f64 {
        let own = self.brands.get(code).and_then(|brand| brand.threshold);
        own.or(self.alliance.threshold).unwrap_or(THRESHOLD)
    }

    /// The number of the brand's release; 0 before its first.
    pub(super) fn release_of(&self, code: &str) -> i32 {
        self.brands.get(code).map_or(0, |brand| brand.release)
    }
}

/// The day of a moment, by which rights are in force.
pub(super) fn day_of(now: Timestamp) -> Date {
    now.to_zoned(TimeZone::UTC).date()
}

/// What the registry knows of every brand: its names, the rights behind it, whom it stands by, what of it was removed lately,
/// what its product sheets tell, and whom its people watch. This is the one place where what the registry keeps joins what
/// brands write in the studio.
async fn from_registry(
    connection: &impl Connection,
    now: Timestamp,
) -> Result<(Knowledge, HashMap<String, (Uuid, Uuid)>)> {
    let standing = store::standing_brands(connection).await?;
    let owners = standing
        .iter()
        .map(|brand| (code_of(Some(brand.id)), (brand.id, brand.owner)));
    let owners: HashMap<String, (Uuid, Uuid)> = owners.collect();
    let brand = |row: store::StandingBrand| {
        let brand = Brand {
            code: code_of(Some(row.id)),
            name: row.name,
            aliases: row.name_zh.into_iter().map(Alias::Plain).collect(),
            ..Brand::default()
        };
        (row.id, (row.owner, brand))
    };
    let mut brands: BTreeMap<Uuid, (Uuid, Brand)> = standing.into_iter().map(brand).collect();
    for (id, right) in store::rights(connection, None).await? {
        if let Some((_, brand)) = brands.get_mut(&id) {
            brand.rights.push(right);
        }
    }
    for (id, seller) in store::authorized_sellers(connection, micros(now)).await? {
        if let Some((_, brand)) = brands.get_mut(&id) {
            brand.authorized.push(seller);
        }
    }
    let since = SignedDuration::from_hours(24 * (i64::from(RELISTED_WITHIN) + 1));
    let since = now.checked_sub(since).map_err(ApiError::internal)?;
    for (id, removed) in store::removed_listings(connection, micros(since)).await? {
        if let Some((_, brand)) = brands.get_mut(&id) {
            brand.removed.push(removed);
        }
    }
    for sheet in products::told_sheets(connection).await? {
        if let Some((_, brand)) = brands.get_mut(&sheet.brand) {
            add_sheet(brand, sheet);
        }
    }
    let mut watched: HashMap<Uuid, Vec<WatchedSeller>> = HashMap::new();
    for row in store::watched_all(connection, MOST_WATCHED).await? {
        watched.entry(row.organization_id).or_default().push(WatchedSeller {
            platform: row.platform,
            seller_id: row.shop_id,
        });
    }
    for (owner, brand) in brands.values_mut() {
        brand.watched = watched.get(owner).cloned().unwrap_or_default();
    }
    let knowledge = Knowledge {
        brands: brands.into_values().map(|(_, brand)| brand).collect(),
        terms: Vec::new(),
    };
    Ok((knowledge, owners))
}

/// Adds what a product sheet tells to what is known of its brand.
fn add_sheet(brand: &mut Brand, sheet: ToldSheet) {
    if let Some(number) = sheet.model_number {
        let price = sheet.price.map(|price| ReferencePrice {
            minor: price.minor,
            currency: price.currency,
        });
        brand.products.push(Product {
            number,
            spellings: Vec::new(),
            prices: price.into_iter().collect(),
        });
    }
    let feature = |sign: Sign| FakeFeature {
        name: sign.feature,
        words: sign.words,
        weight: SIGN,
    };
    brand.features.extend(sheet.signs.into_iter().map(feature));
}

/// What a release lets hold. Versions were checked when they were kept; what an older version of the service understood
/// otherwise is left out rather than guessed.
async fn in_force(connection: &impl Connection, row: &ReleaseRow) -> Result<InForce> {
    let ids: Vec<Uuid> = json(&row.packs)?;
    let mut packs = Vec::new();
    for pack in store::packs_by_ids(connection, &ids).await? {
        let kind: PackKind = code(&pack.kind)?;
        match PackText::read(&pack.rules, kind, pack.brand_id.is_some()) {
            Ok(text) => packs.push((kind, text)),
            Err(error) => tracing::warn!(pack = %pack.id, %error, "rules that were kept cannot be read"),
        }
    }
    packs.sort_by_key(|(kind, _)| *kind);
    let model = match row.model_id {
        Some(id) => store::model_by_id(connection, id).await?,
        None => None,
    };
    let model = match model {
        Some(model) => Some((model.name, json::<Fixed>(&model.weights)?)),
        None => None,
    };
    Ok(InForce {
        release: row.number,
        packs,
        model,
        threshold: row.threshold.map(share_of),
        mode: code(&row.mode)?,
    })
}

/// Whether a right is in force behind a brand on a day (I34).
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn may_act_for(connection: &impl Connection, brand: Uuid, day: Date) -> Result<bool> {
    let rights = store::rights(connection, Some(brand)).await?;
    Ok(rights.iter().any(|(_, right)| right.is_in_force(day)))
}

/// The offers behind some listings, by their ids; those of leads are as their first item says, with the lead's brand.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn offers(
    connection: &impl Connection,
    listings: &[&ListingRow],
) -> Result<HashMap<Uuid, (Offer, Option<Uuid>)>> {
    let leads: Vec<Uuid> = listings.iter().filter_map(|row| row.lead_id).collect();
    let items = store::lead_items(connection, &leads).await?;
    let mut offers = HashMap::new();
    for row in listings {
        let item = row.lead_id.and_then(|lead| items.get(&lead));
        let offer = match (&row.content, item) {
            (Some(content), _) => (json::<Offer>(content)?, None),
            (None, Some(item)) => (of_item(item), item.brand_id),
            (None, None) => continue,
        };
        offers.insert(row.id, offer);
    }
    Ok(offers)
}

fn of_item(item: &store::ItemRow) -> Offer {
    Offer {
        external_id: None,
        url: item.url.clone(),
        platform: item.platform.clone(),
        listing_id: item.listing_id.clone(),
        title: item.title.clone(),
        text: None,
        seller: item.seller.clone(),
        shop_id: item.shop_id.clone(),
        price_minor: item.price_minor,
        currency: item.price_currency.clone(),
        captured_at: item.captured_at,
        pictures: Vec::new(),
    }
}

/// What the records say of some shops.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn shop_records(
    connection: &impl Connection,
    mut shops: Vec<store::Shop>,
    now: Timestamp,
) -> Result<HashMap<store::Shop, ShopRecord>> {
    shops.sort_unstable();
    shops.dedup();
    let mut records = HashMap::new();
    for some in shops.chunks(500) {
        for (shop, record) in store::records_of(connection, some).await? {
            let days = |at: i64| u32::try_from((micros(now) - at) / 86_400_000_000).unwrap_or_default();
            let record = ShopRecord {
                confirmed: record.confirmed,
                cleared: record.cleared,
                days_since_removal: record.removed_at.map(days),
            };
            records.insert(shop, record);
        }
    }
    Ok(records)
}
