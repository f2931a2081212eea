//! What a unit costs beside what a genuine one does.

use super::{knowledge::Product, listing::Listing, quantity::units};

/// From this share of the reference on, a price says nothing: shops give discounts.
const USUAL: f64 = 0.8;

/// At this share and below, nothing could be said that is stronger.
const IMPOSSIBLE: f64 = 0.2;

/// What was compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The price of a unit as a share of the reference.
    pub share: f64,
    /// How many units the price is for.
    pub units: u32,
    /// The product.
    pub number: String,
}

impl Compared {
    /// How strong a sign the price is, 0 to 1: the logarithm of the share between the usual and the impossible.
    #[must_use]
    pub fn strength(&self) -> f64 {
        ((self.share / USUAL).ln() / (IMPOSSIBLE / USUAL).ln()).clamp(0.0, 1.0)
    }
}

/// Compares a listing's price with the references of the products it names, in the same currency. Of several the cheapest
/// counts, in favour of the seller; none where nothing can be compared.
pub fn compare<'a>(listing: &Listing, products: impl Iterator<Item = &'a Product>) -> Option<Compared> {
    let (price, currency) = (
        listing.price_minor.filter(|price| *price > 0)?,
        listing.currency.as_deref()?,
    );
    let reference = |product: &'a Product| {
        let in_currency = product
            .prices
            .iter()
            .filter(|price| price.currency == currency && price.minor > 0);
        in_currency.map(|price| price.minor).min().map(|minor| (minor, product))
    };
    let (minor, product) = products.filter_map(reference).min_by_key(|(minor, _)| *minor)?;
    let units = listing
        .quantity
        .filter(|units| *units > 0)
        .unwrap_or_else(|| units(&listing.title));
    Some(Compared {
        share: price as f64 / f64::from(units) / minor as f64,
        units,
        number: product.number.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screening::rules::knowledge::ReferencePrice;

    fn product(minor: i64) -> Product {
        Product {
            number: "664".to_owned(),
            prices: vec![ReferencePrice {
                minor,
                currency: "BRL".to_owned(),
            }],
            ..Product::default()
        }
    }

    fn listing(price: i64, title: &str) -> Listing {
        Listing {
            title: title.to_owned(),
            price_minor: Some(price),
            currency: Some("BRL".to_owned()),
            ..Listing::default()
        }
    }

    #[test]
    fn the_price_of_a_unit_counts() {
        let products = [product(8_000), product(6_000)];
        let compared = compare(&listing(6_000, "kit 2 cartuchos"), products.iter()).unwrap();
        assert_eq!((compared.units, compared.share), (2, 0.5));
        assert!(compared.strength() > 0.3 && compared.strength() < 0.4);
        assert_eq!(
            compare(&listing(6_000, "cartucho"), products.iter())
                .unwrap()
                .strength(),
            0.0
        );
        assert_eq!(
            compare(&listing(100, "cartucho"), products.iter()).unwrap().strength(),
            1.0
        );
    }

    #[test]
    fn other_currencies_are_not_compared() {
        let mut other = listing(1, "x");
        other.currency = Some("USD".to_owned());
        assert!(compare(&other, [product(5)].iter()).is_none());
        assert!(compare(&listing(0, "x"), [product(5)].iter()).is_none());
        assert!(compare(&listing(1, "x"), [product(0)].iter()).is_none());
    }
}
