//! What product sheets tell screening, and what they keep to themselves.

use std::collections::HashMap;

use uuid::Uuid;

use super::{
    rules::{is_reference, is_telling, may_be_found, phrases},
    store,
};
use crate::platform::{
    db::{Connection, code},
    error::Result,
    money::Money,
};

/// Most sheets that are told of, the latest ones.
const MOST_SHEETS: u64 = 20_000;
/// Most features that are told of, the latest ones.
const MOST_FEATURES: u64 = 5_000;

/// What a published sheet tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ToldSheet {
    /// The brand.
    pub(crate) brand: Uuid,
    /// The number of the model, where it tells anything.
    pub(crate) model_number: Option<String>,
    /// What a genuine unit costs, where the holder knows that.
    pub(crate) price: Option<Money>,
    /// What fakes say of themselves.
    pub(crate) signs: Vec<Sign>,
}

/// Words that show a fake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sign {
    /// Where to look.
    pub(crate) feature: String,
    /// The words, at least one phrase.
    pub(crate) words: Vec<String>,
}

/// What published sheets tell screening: their numbers and what genuine units cost; and words of features that everybody may
/// read who reads findings. These are plain to see, go up to AMBER, and their sheet is open to the secretariat by name.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn told_sheets(connection: &impl Connection) -> Result<Vec<ToldSheet>> {
    let mut signs: HashMap<Uuid, Vec<Sign>> = HashMap::new();
    for row in store::features_open(connection, MOST_FEATURES).await? {
        let words = phrases(&row.fake, &row.genuine);
        if may_be_found(code(&row.detectability)?, code(&row.tlp)?) && !words.is_empty() {
            let feature = row.feature;
            signs.entry(row.product_id).or_default().push(Sign { feature, words });
        }
    }
    let mut told = Vec::new();
    for row in store::published(connection, MOST_SHEETS).await? {
        let is_genuine = match row.price_basis.as_deref() {
            Some(basis) => is_reference(code(basis)?),
            None => false,
        };
        let price = row.price_minor.zip(row.price_currency).filter(|_| is_genuine);
        told.push(ToldSheet {
            brand: row.brand_id,
            model_number: Some(row.model_number).filter(|number| is_telling(number)),
            price: price.map(|(minor, currency)| Money { minor, currency }),
            signs: signs.remove(&row.id).unwrap_or_default(),
        });
    }
    Ok(told)
}
