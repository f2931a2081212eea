//! What people type about products and fakes, and the form it is kept in.

use jiff::civil::Date;
use serde::Serialize;
use uuid::Uuid;

use super::{Detectability, gtin};
use crate::{
    members::rules::facts,
    permissions::audience::Tlp,
    platform::{
        error::{ApiError, Result},
        money::Money,
        text::fold,
    },
    referrals::rules::ValuationBasis,
    rights::rules::check_year,
};

/// The longest name of a product and model number.
const MAX_NAME: usize = 200;
/// The longest text about a product.
const MAX_TEXT: usize = 4_000;
/// The longest route, seller or source.
const MAX_LINE: usize = 300;
/// Most routes, and most sellers.
const MOST_LINES: usize = 50;
/// The longest text of one side of a feature.
const MAX_SIDE: usize = 2_000;

/// What a genuine product costs, as somebody typed it.
#[derive(Debug, Clone, Serialize)]
pub struct NewPrice {
    /// Decimal text.
    pub amount: String,
    /// ISO 4217.
    pub currency: String,
    /// On what it rests.
    pub basis: ValuationBasis,
    /// Where it was found.
    pub source: Option<String>,
    /// When.
    pub on: Date,
}

/// A product as somebody typed it.
#[derive(Debug, Clone, Serialize)]
pub struct NewProduct {
    /// The manufacturer's number of the model.
    pub model_number: String,
    /// Its name.
    pub name: String,
    /// Its GTIN.
    pub gtin: Option<String>,
    /// What it is.
    pub description: Option<String>,
    /// What a genuine one costs.
    pub price: Option<NewPrice>,
    /// How it is packed.
    pub packaging: Option<String>,
    /// By which ways genuine goods come.
    pub routes: Vec<String>,
    /// Who sells genuine goods.
    pub sellers: Vec<String>,
    /// Below how many pieces nobody genuine ships.
    pub minimum_quantity: Option<i32>,
}

/// What a genuine product costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceFacts {
    /// The amount.
    pub money: Money,
    /// On what it rests.
    pub basis: ValuationBasis,
    /// Where it was found.
    pub source: Option<String>,
    /// When.
    pub on: Date,
}

/// A product in the form it is kept in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductFacts {
    /// The manufacturer's number of the model.
    pub model_number: String,
    /// Its name.
    pub name: String,
    /// 14 digits.
    pub gtin: Option<String>,
    /// What it is.
    pub description: Option<String>,
    /// What a genuine one costs.
    pub price: Option<PriceFacts>,
    /// How it is packed.
    pub packaging: Option<String>,
    /// By which ways genuine goods come.
    pub routes: Vec<String>,
    /// Who sells genuine goods.
    pub sellers: Vec<String>,
    /// Below how many pieces nobody genuine ships.
    pub minimum_quantity: Option<i32>,
}

impl NewProduct {
    /// The form it is kept in.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` at the field that is not acceptable.
    pub fn facts(&self) -> Result<ProductFacts> {
        let code = self.gtin.as_deref().map(str::trim).filter(|raw| !raw.is_empty());
        let code = code.map(gtin).transpose();
        if self.minimum_quantity.is_some_and(|pieces| pieces < 1) {
            return Err(ApiError::input("minimumQuantity", "Give 1 piece or more."));
        }
        Ok(ProductFacts {
            model_number: needed("modelNumber", &self.model_number, MAX_NAME)?,
            name: needed("name", &self.name, MAX_NAME)?,
            gtin: code.map_err(|error| ApiError::input("gtin", format!("Please correct this: {error}.")))?,
            description: facts::text("description", self.description.as_deref(), MAX_TEXT)?,
            price: self.price.as_ref().map(NewPrice::facts).transpose()?,
            packaging: facts::text("packaging", self.packaging.as_deref(), MAX_TEXT)?,
            routes: lines("routes", &self.routes)?,
            sellers: lines("sellers", &self.sellers)?,
            minimum_quantity: self.minimum_quantity,
        })
    }
}

impl NewPrice {
    fn facts(&self) -> Result<PriceFacts> {
        let money = Money::parse(&self.amount, &self.currency);
        let money = money.map_err(|error| ApiError::input("price", format!("Please correct this: {error}.")))?;
        if money.minor == 0 {
            return Err(ApiError::input("price", "A genuine article costs something."));
        }
        check_year("price", self.on)?;
        Ok(PriceFacts {
            money,
            basis: self.basis,
            source: facts::optional("price", self.source.as_deref(), MAX_LINE)?,
            on: self.on,
        })
    }
}

/// The text by which a sheet is found.
#[must_use]
pub fn search_text(facts: &ProductFacts) -> String {
    let parts = [Some(&facts.name), Some(&facts.model_number), facts.gtin.as_ref()];
    let folded: Vec<String> = parts.into_iter().flatten().map(|part| fold(part)).collect();
    folded.join("\n")
}

/// Something that tells fakes apart, as somebody typed it.
#[derive(Debug, Clone, Serialize)]
pub struct NewFeature {
    /// Where to look.
    pub feature: String,
    /// What the genuine article has there.
    pub genuine: String,
    /// What fakes have there.
    pub fake: String,
    /// How it is found out.
    pub detectability: Detectability,
    /// How far it may travel.
    pub tlp: Option<Tlp>,
    /// The people who are named for it under RED.
    pub readers: Vec<Uuid>,
}

/// Something that tells fakes apart, in the form it is kept in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeatureFacts {
    /// Where to look.
    pub feature: String,
    /// What the genuine article has there.
    pub genuine: String,
    /// What fakes have there.
    pub fake: String,
}

impl NewFeature {
    /// The form it is kept in.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` at the field that is not acceptable.
    pub fn facts(&self) -> Result<FeatureFacts> {
        Ok(FeatureFacts {
            feature: needed("feature", &self.feature, MAX_NAME)?,
            genuine: side("genuine", &self.genuine)?,
            fake: side("fake", &self.fake)?,
        })
    }
}

fn side(field: &str, raw: &str) -> Result<String> {
    let text = facts::text(field, Some(raw), MAX_SIDE)?;
    text.ok_or_else(|| ApiError::input(field, "Say what is to be seen there."))
}

fn needed(field: &str, raw: &str, max: usize) -> Result<String> {
    let text = facts::optional(field, Some(raw), max)?;
    text.ok_or_else(|| ApiError::input(field, "Give at least one character."))
}

/// Lines, each once and in the order in which they were given; empty ones are left out.
fn lines(field: &str, raw: &[String]) -> Result<Vec<String>> {
    if raw.len() > MOST_LINES {
        return Err(ApiError::input(field, format!("At most {MOST_LINES} can be named.")));
    }
    let mut lines: Vec<String> = Vec::new();
    for one in raw {
        let line = facts::optional(field, Some(one), MAX_LINE)?;
        lines.extend(line.filter(|line| !lines.contains(line)));
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn product() -> NewProduct {
        NewProduct {
            model_number: " TD-3 ".to_owned(),
            name: "Tide 3".to_owned(),
            gtin: Some("6291041500213".to_owned()),
            description: Some(" ".to_owned()),
            price: Some(NewPrice {
                amount: "799.00".to_owned(),
                currency: "CNY".to_owned(),
                basis: ValuationBasis::GenuinePrice,
                source: None,
                on: date(2026, 3, 1),
            }),
            packaging: None,
            routes: ["Ningbo → Rotterdam", "", "Ningbo → Rotterdam"]
                .map(str::to_owned)
                .to_vec(),
            sellers: Vec::new(),
            minimum_quantity: Some(12),
        }
    }

    fn field(new: &NewProduct) -> Option<Vec<String>> {
        new.facts().err().and_then(|error| error.field)
    }

    #[test]
    fn a_product_is_kept_in_one_form() {
        let kept = product().facts().unwrap();
        assert_eq!(
            (kept.model_number.as_str(), kept.gtin.as_deref()),
            ("TD-3", Some("06291041500213"))
        );
        assert_eq!((kept.description.as_ref(), kept.routes.len()), (None, 1));
        assert_eq!(kept.price.as_ref().map(|price| price.money.minor), Some(79_900));
        assert!(search_text(&kept).contains("tide 3"));
    }

    #[test]
    fn what_is_not_acceptable_is_named() {
        let named = |name: &str| Some(vec![name.to_owned()]);
        let with = |change: fn(&mut NewProduct)| {
            let mut new = product();
            change(&mut new);
            field(&new)
        };
        assert_eq!(with(|new| new.name = " ".to_owned()), named("name"));
        assert_eq!(with(|new| new.gtin = Some("6291041500214".to_owned())), named("gtin"));
        assert_eq!(with(|new| new.minimum_quantity = Some(0)), named("minimumQuantity"));
        assert_eq!(with(|new| new.sellers = vec!["x".repeat(301)]), named("sellers"));
        assert_eq!(
            with(|new| new.price.iter_mut().for_each(|price| price.currency = "XXY".to_owned())),
            named("price")
        );
        assert_eq!(
            with(|new| new.price.iter_mut().for_each(|price| price.amount = "0".to_owned())),
            named("price")
        );
    }
}
