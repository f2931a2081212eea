//! What clients send to hand listings in.

use async_graphql::{ID, InputObject, OneofObject};

use super::enums::GqlFeedbackState;
use crate::{
    ingest::{
        commands::{Choice, IngestOrder},
        rules::{BrandName, NewListing, Price},
        store::ListingQuery,
    },
    leads::graphql::{GqlInfringementType, GqlTlp, MoneyInput},
    platform::{
        error::Result,
        graphql::{scalars::DateTime, uuid},
        ids::IdKind,
    },
};

/// A brand, by its id or by one of its names.
#[derive(Debug, Clone, OneofObject)]
pub enum ListingBrandInput {
    /// The brand's id.
    Id(ID),
    /// One of the brand's names; upper and lower case are the same.
    Name(String),
}

impl From<ListingBrandInput> for BrandName {
    fn from(input: ListingBrandInput) -> Self {
        match input {
            ListingBrandInput::Id(id) => Self::Id(id.0),
            ListingBrandInput::Name(name) => Self::Name(name),
        }
    }
}

/// A listing to be handed in: with its address, or with the platform and its id of it.
#[derive(Debug, Clone, InputObject)]
pub struct ListingInput {
    /// What it is called where it comes from, at most 200 characters; told back with it, and no part of what it is
    /// known by.
    external_id: Option<String>,
    /// Its address, at most 2,048 characters.
    url: Option<String>,
    /// The platform, such as `taobao`; counts where the address does not tell.
    platform: Option<String>,
    /// The platform's own id of it; counts where the address does not tell.
    listing_id: Option<String>,
    /// What is offered, at most 300 characters.
    title: String,
    /// The brand it is about.
    brand: ListingBrandInput,
    /// The seller's name on the platform, at most 200 characters.
    seller: Option<String>,
    /// The seller's shop id on the platform, at most 200 characters.
    shop_id: Option<String>,
    /// What it is offered for.
    price: Option<MoneyInput>,
    /// When it was looked at, from 1990 to 2199.
    captured_at: Option<DateTime>,
    /// What is wrong with it; `COUNTERFEIT` where nothing is said.
    infringement_types: Option<Vec<GqlInfringementType>>,
    /// ISO 3166-1 alpha-2 country.
    country: Option<String>,
    /// What else there is to say, at most 5,000 characters.
    summary: Option<String>,
}

impl From<ListingInput> for NewListing {
    fn from(input: ListingInput) -> Self {
        Self {
            external_id: input.external_id,
            url: input.url,
            platform: input.platform,
            listing_id: input.listing_id,
            title: input.title,
            brand: Some(input.brand.into()),
            seller: input.seller,
            shop_id: input.shop_id,
            price: input.price.map(|price| {
                let (amount, currency) = price.parts();
                Price { amount, currency }
            }),
            captured_at: input.captured_at.map(|at| at.0),
            infringement_types: input
                .infringement_types
                .map(|types| types.into_iter().map(Into::into).collect()),
            country: input.country,
            summary: input.summary,
        }
    }
}

/// Listings to be handed in.
#[derive(Debug, Clone, InputObject)]
pub struct IngestListingsInput {
    /// At least one, at most 1,000; each becomes a lead of its own. A request has at most 1 MiB (`limit_body_bytes`).
    listings: Vec<ListingInput>,
    /// Whether everything is only tried and nothing kept.
    #[graphql(default)]
    dry_run: bool,
    /// Whether the leads stay drafts instead of being handed in. The same listing sent again without it hands its
    /// draft in.
    #[graphql(default)]
    draft: bool,
    /// How far the leads may travel. `RED` is refused to who is no named person.
    #[graphql(default_with = "GqlTlp::Amber")]
    tlp: GqlTlp,
    /// The organisation whose leads they become; the caller's own where it is left out.
    on_behalf_of_id: Option<ID>,
}

impl IngestListingsInput {
    pub(super) fn read(self) -> Result<IngestOrder> {
        let on_behalf_of = self.on_behalf_of_id.map(|id| uuid(IdKind::Org, &id)).transpose()?;
        Ok(IngestOrder {
            listings: self.listings.into_iter().map(Into::into).collect(),
            choice: Choice {
                brand: None,
                tlp: self.tlp.into(),
                draft: self.draft,
                dry_run: self.dry_run,
                on_behalf_of,
            },
        })
    }
}

/// Which listings to list; what is left out does not narrow the list.
#[derive(Debug, Clone, Default, InputObject)]
pub struct IngestedListingFilter {
    /// Only those that are called so where they come from.
    external_ids: Option<Vec<String>>,
    /// Only those that stand so.
    states: Option<Vec<GqlFeedbackState>>,
}

impl IngestedListingFilter {
    pub(super) fn read(self) -> ListingQuery {
        // No listing is called by what cannot be shown, and no database is asked for it.
        let shown = |ids: Vec<String>| ids.into_iter().filter(|id| !id.chars().any(char::is_control)).collect();
        ListingQuery {
            external_ids: self.external_ids.map(shown),
            states: self.states.map(|states| states.into_iter().map(Into::into).collect()),
        }
    }
}
