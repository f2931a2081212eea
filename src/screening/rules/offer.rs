//! An offer as it came in, and as it is kept until it is screened.

use serde::{Deserialize, Serialize};

use super::listing::{Listing, Seller};

/// Addresses of pictures that are kept of an offer.
pub const MOST_PICTURES: usize = 8;

/// An offer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Offer {
    /// What it is called where it comes from.
    pub external_id: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The platform, as in canonical listings.
    pub platform: Option<String>,
    /// The platform's own id of it.
    pub listing_id: Option<String>,
    /// The title.
    pub title: String,
    /// The description.
    pub text: Option<String>,
    /// The seller's name.
    pub seller: Option<String>,
    /// The platform's own id of the shop.
    pub shop_id: Option<String>,
    /// The price of all units, in minor units of `currency`.
    pub price_minor: Option<i64>,
    /// ISO 4217 code.
    pub currency: Option<String>,
    /// When it was looked at, microseconds.
    pub captured_at: Option<i64>,
    /// Addresses of its pictures, at most [`MOST_PICTURES`].
    pub pictures: Vec<String>,
}

/// What the records say of a shop.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ShopRecord {
    /// Listings that were confirmed.
    pub confirmed: u32,
    /// Listings that were cleared.
    pub cleared: u32,
    /// Days since the last confirmed one was closed.
    pub days_since_removal: Option<u32>,
}

impl Offer {
    /// The shop, where both platform and shop are known.
    #[must_use]
    pub fn shop(&self) -> Option<(String, String)> {
        self.platform.clone().zip(self.shop_id.clone())
    }

    /// As the engine reads it.
    #[must_use]
    pub fn listing(&self, record: ShopRecord) -> Listing {
        Listing {
            id: self.listing_id.clone(),
            platform: self.platform.clone(),
            url: self.url.clone(),
            title: self.title.clone(),
            text: self.text.clone().unwrap_or_default(),
            price_minor: self.price_minor,
            currency: self.currency.clone(),
            seller: Some(Seller {
                id: self.shop_id.clone(),
                name: self.seller.clone(),
                confirmed: record.confirmed,
                cleared: record.cleared,
                days_since_removal: record.days_since_removal,
                days_open: None,
            }),
            ..Listing::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offer_is_kept_as_it_came_in() {
        let offer = Offer {
            platform: Some("taobao".to_owned()),
            shop_id: Some("7".to_owned()),
            title: "鞋".to_owned(),
            price_minor: Some(1_990),
            currency: Some("CNY".to_owned()),
            ..Offer::default()
        };
        let text = serde_json::to_string(&offer).unwrap();
        assert_eq!(serde_json::from_str::<Offer>(&text).unwrap(), offer);
        assert_eq!(offer.shop(), Some(("taobao".to_owned(), "7".to_owned())));
        let record = ShopRecord {
            confirmed: 2,
            ..ShopRecord::default()
        };
        let seller = offer.listing(record).seller.unwrap();
        assert_eq!((seller.confirmed, seller.id.as_deref()), (2, Some("7")));
    }
}
