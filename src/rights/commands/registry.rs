//! What a viewer finds of brands, authorised parties and powers of attorney.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use uuid::Uuid;

use crate::{
    app::App,
    audience::Sight,
    members::{
        self, OrganizationState,
        rules::{Reach, facts},
    },
    permissions::{Action, Viewer},
    platform::{
        db::Connection,
        error::Result,
        graphql::connection::{Page, PageArgs},
    },
    rights::{
        rules::{AuthorizedPartyRow, BrandRow, BrandState, PartySight, power::PowerOfAttorneyRow, sight_of_parties},
        store::{self, BrandFilter},
    },
};

/// A list of brands as one viewer sees it.
#[derive(Debug, Clone)]
pub struct Brands {
    reach: Reach,
    filter: BrandFilter,
}

impl Brands {
    /// The brands `viewer` finds; an empty list of states asks for all.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` for a search text that is not acceptable.
    pub fn of(viewer: &Viewer, search: Option<&str>, owner: Option<Uuid>, states: Vec<BrandState>) -> Result<Self> {
        let filter = BrandFilter {
            search: facts::search(search)?,
            owner,
            states,
        };
        let reach = Reach::directory(viewer);
        Ok(Self { reach, filter })
    }
}

/// A page of brands, oldest first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn list_brands(app: &App, list: &Brands, args: &PageArgs) -> Result<Page<BrandRow>> {
    store::brand_page(app.db.read(), list.reach, &list.filter, args).await
}

/// How many brands the list has.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn count_brands(app: &App, list: &Brands) -> Result<u64> {
    store::brand_count(app.db.read(), list.reach, &list.filter).await
}

/// Those of some brands that the viewer's directory has, in any order.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_brands(app: &App, viewer: &Viewer, ids: &[Uuid]) -> Result<Vec<BrandRow>> {
    let mut rows = store::brands(app.db.read(), ids).await?;
    let owners: Vec<Uuid> = rows.iter().map(|row| row.organization_id).collect();
    let owners = members::organizations_by_ids(app.db.read(), &owners).await?;
    rows.retain(|row| {
        let mut owner = owners.iter().filter(|owner| owner.id == row.organization_id);
        let is_active = row.active && owner.all(|owner| owner.state == OrganizationState::Active);
        Reach::directory(viewer).sees(row.organization_id, is_active)
    });
    Ok(rows)
}

/// An authorised party, if the viewer may read those of its brand.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_party(app: &App, viewer: &Viewer, id: Uuid) -> Result<Option<AuthorizedPartyRow>> {
    let Some(row) = store::parties(app.db.read(), &[id]).await?.pop() else {
        return Ok(None);
    };
    let brand = store::brand(app.db.read(), row.brand_id).await?;
    let is_seen = match brand {
        Some(brand) => reads_parties(app.db.read(), viewer, &brand, app.now()).await?,
        None => false,
    };
    Ok(is_seen.then_some(row))
}

/// Whether the viewer may read the authorised parties of a brand now.
pub(super) async fn reads_parties(
    connection: &impl Connection,
    viewer: &Viewer,
    brand: &BrandRow,
    now: Timestamp,
) -> Result<bool> {
    match sight_of_parties(viewer, brand, now) {
        PartySight::Closed => Ok(false),
        PartySight::WithItem => Ok(!met(connection, viewer, &[brand.id], now).await?.is_empty()),
        PartySight::Open => Ok(true),
    }
}

/// Those of the brands that an item concerns which the viewer sees.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn brands_met(app: &App, viewer: &Viewer, brands: &[Uuid]) -> Result<HashSet<Uuid>> {
    met(app.db.read(), viewer, brands, app.now()).await
}

async fn met(connection: &impl Connection, viewer: &Viewer, brands: &[Uuid], now: Timestamp) -> Result<HashSet<Uuid>> {
    let sight = Sight::of(viewer, Action::LeadRead, now);
    Ok(store::brands_met(connection, &sight, brands)
        .await?
        .into_iter()
        .collect())
}

/// A power of attorney, if the viewer may read it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_power(app: &App, viewer: &Viewer, id: Uuid) -> Result<Option<PowerOfAttorneyRow>> {
    let row = store::powers(app.db.read(), &[id]).await?.pop();
    Ok(row.filter(|row| row.is_seen_by(viewer)))
}

/// The authorised parties of each brand, by name.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn parties_of_brands(app: &App, brands: &[Uuid]) -> Result<HashMap<Uuid, Vec<AuthorizedPartyRow>>> {
    let mut parties: HashMap<Uuid, Vec<AuthorizedPartyRow>> = HashMap::new();
    for row in store::parties_of(app.db.read(), brands).await? {
        parties.entry(row.brand_id).or_default().push(row);
    }
    Ok(parties)
}

/// The powers of attorney that each organisation gave or was given, newest first; who may read which is asked of each.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn powers_of_organizations(
    app: &App,
    organizations: &[Uuid],
) -> Result<HashMap<Uuid, Vec<PowerOfAttorneyRow>>> {
    let mut powers: HashMap<Uuid, Vec<PowerOfAttorneyRow>> = HashMap::new();
    for row in store::powers_of(app.db.read(), organizations).await? {
        for party in [row.principal, row.agent] {
            powers.entry(party).or_default().push(row.clone());
        }
    }
    Ok(powers)
}
