//! Sites gathered into places, for a map of the world: pure.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::codes::codes;

codes! {
    /// How near two sites lie that are one place.
    SiteMapDetail {
        /// In one country.
        Country,
        /// Within ten degrees.
        TenDegrees,
        /// Within one degree.
        Degree,
        /// Within a tenth of a degree.
        Tenth,
        /// At the same position.
        Exact,
    }
}

/// Most sites that a map is made of.
pub const MOST_PLACED: usize = 5_000;
/// Most actions that a place names.
const MOST_NAMED: usize = 20;

impl SiteMapDetail {
    /// The side of a cell in millionths of a degree; nothing where positions do not matter.
    fn side(self) -> Option<i32> {
        match self {
            Self::Country => None,
            Self::TenDegrees => Some(10_000_000),
            Self::Degree => Some(1_000_000),
            Self::Tenth => Some(100_000),
            Self::Exact => Some(1),
        }
    }
}

/// A site as a map knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Of which action.
    pub action: Uuid,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// The division below the country.
    pub division: Option<String>,
    /// Millionths of a degree: latitude, longitude.
    pub position: Option<(i32, i32)>,
}

/// Sites that are one on a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SitePlace {
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// The division that all of them have.
    pub division: Option<String>,
    /// Their middle, in millionths of a degree; nothing where nobody has said where they are, or where only the country matters.
    pub position: Option<(i32, i32)>,
    /// How many sites.
    pub sites: usize,
    /// Of how many actions.
    pub actions: usize,
    /// Some of these, in the order of the sites.
    pub named: Vec<Uuid>,
}

/// What decides whether two sites are one place: the country, and the cell, or the division of one without a position.
type Key<'a> = (&'a str, Option<(i32, i32)>, Option<&'a str>);

fn key(site: &Placed, detail: SiteMapDetail) -> Key<'_> {
    let country = site.country.as_str();
    match detail.side().zip(site.position) {
        Some((side, (north, east))) => {
            let cell = (north.div_euclid(side), east.div_euclid(side));
            (country, Some(cell), None)
        }
        None if detail == SiteMapDetail::Country => (country, None, None),
        None => (country, None, site.division.as_deref()),
    }
}

/// Gathers sites into places, those with most sites first.
#[must_use]
pub fn gather(sites: &[Placed], detail: SiteMapDetail) -> Vec<SitePlace> {
    let mut gathered: BTreeMap<Key<'_>, Vec<&Placed>> = BTreeMap::new();
    for site in sites {
        gathered.entry(key(site, detail)).or_default().push(site);
    }
    let mut places: Vec<SitePlace> = gathered
        .into_values()
        .filter_map(|sites| place(&sites, detail))
        .collect();
    // Those with equally many stay in the order of their keys.
    places.sort_by_key(|place| std::cmp::Reverse(place.sites));
    places
}

fn place(sites: &[&Placed], detail: SiteMapDetail) -> Option<SitePlace> {
    let first = sites.first()?;
    let is_shared = sites.iter().all(|site| site.division == first.division);
    let positions: Vec<(i32, i32)> = match detail.side() {
        Some(_) => sites.iter().filter_map(|site| site.position).collect(),
        None => Vec::new(),
    };
    let mut seen = BTreeSet::new();
    let mut named: Vec<Uuid> = sites
        .iter()
        .map(|site| site.action)
        .filter(|action| seen.insert(*action))
        .collect();
    let actions = named.len();
    named.truncate(MOST_NAMED);
    Some(SitePlace {
        country: first.country.clone(),
        division: first.division.clone().filter(|_| is_shared),
        position: middle(&positions),
        sites: sites.len(),
        actions,
        named,
    })
}

/// The middle of positions that lie in one cell, so that none of them is beyond the line of the date.
fn middle(positions: &[(i32, i32)]) -> Option<(i32, i32)> {
    let count = i64::try_from(positions.len()).ok().filter(|count| *count > 0)?;
    let mean = |sum: i64| i32::try_from(sum / count).ok();
    let north = mean(positions.iter().map(|(north, _)| i64::from(*north)).sum())?;
    let east = mean(positions.iter().map(|(_, east)| i64::from(*east)).sum())?;
    Some((north, east))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use strum::VariantArray as _;

    use super::*;

    fn site(action: u128, division: &str, position: Option<(i32, i32)>) -> Placed {
        Placed {
            action: Uuid::from_u128(action),
            country: "CN".to_owned(),
            division: Some(division.to_owned()),
            position,
        }
    }

    #[test]
    fn sites_are_one_place_as_near_as_was_asked_for() {
        let sites = [
            site(1, "330102", Some((30_250_000, 120_160_000))),
            site(1, "330102", Some((30_270_000, 120_180_000))),
            site(2, "330103", Some((30_900_000, 120_900_000))),
            site(2, "440305", None),
        ];
        let places = |detail| gather(&sites, detail);
        assert_eq!(places(SiteMapDetail::Exact).len(), 4);
        let tenth = places(SiteMapDetail::Tenth);
        assert_eq!((tenth[0].sites, tenth[0].actions), (2, 1));
        assert_eq!(tenth[0].position, Some((30_260_000, 120_170_000)), "in their middle");
        assert_eq!(tenth[0].division.as_deref(), Some("330102"));
        let degree = places(SiteMapDetail::Degree);
        assert_eq!((degree[0].sites, degree[0].actions, &degree[0].division), (3, 2, &None));
        let country = places(SiteMapDetail::Country);
        assert_eq!((country.len(), country[0].sites, country[0].position), (1, 4, None));
        let exact = places(SiteMapDetail::Exact);
        let unplaced: Vec<_> = exact.iter().filter(|place| place.position.is_none()).collect();
        assert_eq!((unplaced.len(), unplaced[0].division.as_deref()), (1, Some("440305")));
    }

    #[test]
    fn a_place_names_some_of_its_actions_and_counts_all() {
        let sites: Vec<Placed> = (0..30).map(|number| site(number, "33", Some((1, 1)))).collect();
        let places = gather(&sites, SiteMapDetail::Exact);
        assert_eq!((places[0].actions, places[0].named.len()), (30, MOST_NAMED));
    }

    proptest! {
        #[test]
        fn no_site_is_lost_or_counted_twice(found in prop::collection::vec((0..4_u128, -90_000_000..90_000_000, -180_000_000..180_000_000, any::<bool>()), 0..40)) {
            let sites: Vec<Placed> = found
                .into_iter()
                .map(|(action, north, east, known)| site(action, "33", known.then_some((north, east))))
                .collect();
            for detail in SiteMapDetail::VARIANTS {
                let places = gather(&sites, *detail);
                prop_assert_eq!(places.iter().map(|place| place.sites).sum::<usize>(), sites.len());
            }
        }
    }
}
