//! The sites of actions on a map of the world, as clients see them. Whoever sees an action sees its sites and where they are;
//! of the others nothing is counted.

use async_graphql::{ID, SimpleObject};

use crate::{
    actions::rules::{self, MOST_PLACED, Placed, SiteMapDetail, degrees_text, gather},
    graphql_enum,
    platform::{
        graphql::{id, scalars::Decimal},
        ids::IdKind,
    },
};

graphql_enum! {
    /// How near two sites lie that are one place on a map.
    GqlSiteMapDetail as "SiteMapDetail" = SiteMapDetail {
        /// In one country.
        Country,
        /// Within ten degrees of latitude and longitude.
        TenDegrees,
        /// Within one degree.
        Degree,
        /// Within a tenth of a degree.
        Tenth,
        /// At the same position.
        Exact,
    }
}

/// Where the sites of the offline actions are that the viewer sees.
#[derive(SimpleObject)]
pub struct ActionSiteMap {
    /// The places, those with most sites first; at most 5,000.
    places: Vec<SitePlace>,
    /// How many sites are in them.
    sites: i32,
    /// Whether there are more than 5,000 sites, of which those of the latest actions are in it.
    is_truncated: bool,
}

/// Sites that are one on a map.
#[derive(SimpleObject)]
pub struct SitePlace {
    /// ISO 3166-1 alpha-2 country.
    country: String,
    /// The division that all of its sites have; null where they have several, or none.
    division_code: Option<String>,
    /// Degrees north of their middle (WGS 84); null where nobody has said where they are, and where only countries are asked for.
    latitude: Option<Decimal>,
    /// Degrees east of their middle; null as the latitude is.
    longitude: Option<Decimal>,
    /// How many sites.
    sites: i32,
    /// Of how many actions.
    actions: i32,
    /// These actions, the latest first; at most 20.
    action_ids: Vec<ID>,
}

impl From<rules::SitePlace> for SitePlace {
    fn from(place: rules::SitePlace) -> Self {
        Self {
            country: place.country,
            division_code: place.division,
            latitude: place.position.map(|(north, _)| Decimal(degrees_text(north))),
            longitude: place.position.map(|(_, east)| Decimal(degrees_text(east))),
            sites: counted(place.sites),
            actions: counted(place.actions),
            action_ids: place.named.into_iter().map(|key| id(IdKind::Action, key)).collect(),
        }
    }
}

impl ActionSiteMap {
    /// The map of sites that the viewer sees, of which there may be one more than it is made of.
    pub(super) fn of(mut sites: Vec<Placed>, detail: SiteMapDetail) -> Self {
        let is_truncated = sites.len() > MOST_PLACED;
        sites.truncate(MOST_PLACED);
        Self {
            places: gather(&sites, detail).into_iter().map(Into::into).collect(),
            sites: counted(sites.len()),
            is_truncated,
        }
    }
}

fn counted(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
