//! What is screened: an offer as a platform, a member or a crawler hands it over.

use serde::{Deserialize, Serialize};

use super::pictures::Fingerprint;

/// An offer. Only the title is always there; a signal whose facts are missing says nothing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Listing {
    /// The platform's own id, given back with a hit.
    #[serde(default)]
    pub id: Option<String>,
    /// The platform's name, as in canonical listings.
    #[serde(default)]
    pub platform: Option<String>,
    /// Where it is offered.
    #[serde(default)]
    pub url: Option<String>,
    /// The title.
    pub title: String,
    /// The description.
    #[serde(default)]
    pub text: String,
    /// The price of all units together, in minor units of `currency`.
    #[serde(default)]
    pub price_minor: Option<i64>,
    /// ISO 4217 code.
    #[serde(default)]
    pub currency: Option<String>,
    /// How many units the price is for; read from the title where it is missing.
    #[serde(default)]
    pub quantity: Option<u32>,
    /// Who offers it.
    #[serde(default)]
    pub seller: Option<Seller>,
    /// Fingerprints of its pictures.
    #[serde(default)]
    pub pictures: Vec<Fingerprint>,
    /// BCP 47 tag, where known. Nothing depends on it: words of all languages are looked for.
    #[serde(default)]
    pub language: Option<String>,
}

/// Who offers something, and what the alliance has seen of them, as the caller's records say on the day of screening.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Seller {
    /// The platform's own id of the shop.
    pub id: Option<String>,
    /// The name shown. Anybody can choose it, so it never authorizes.
    pub name: Option<String>,
    /// Listings of this shop that right holders confirmed as infringing.
    pub confirmed: u32,
    /// Listings of this shop that right holders found not to infringe.
    pub cleared: u32,
    /// Days since the last confirmed listing was removed.
    pub days_since_removal: Option<u32>,
    /// Days since the shop was opened.
    pub days_open: Option<u32>,
}
