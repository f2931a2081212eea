//! What a viewer finds of agencies and officers.

use std::collections::HashMap;

use jiff::Timestamp;
use strum::VariantArray as _;
use uuid::Uuid;

use super::is_active;
use crate::{
    agencies::{
        rules::{AgencyKind, AgencyRow, Area, ContactRow, OfficerRow, OfficerState, facts, reach},
        store::{self, AgencyFilter, AgencyOrder, OfficerFilter, OfficerOrder, OfficerReach},
    },
    app::App,
    members::rules::{Reach, facts as texts},
    permissions::{Action, Scope, Viewer},
    platform::{
        db::Connection,
        error::{ApiError, Result},
        graphql::connection::{Page, PageArgs},
    },
};

/// Which agencies to find; what is empty does not narrow the list.
#[derive(Debug, Clone, Default)]
pub struct WantedAgencies {
    /// A part of a name.
    pub search: Option<String>,
    /// Kinds.
    pub kinds: Vec<AgencyKind>,
    /// A country in which they are competent.
    pub country: Option<String>,
    /// A division of it in which they are.
    pub division: Option<String>,
    /// A language they work in.
    pub language: Option<String>,
    /// The order.
    pub order: AgencyOrder,
}

/// A list of agencies as one viewer sees it.
#[derive(Debug, Clone)]
pub struct Agencies {
    reach: Reach,
    filter: AgencyFilter,
    order: AgencyOrder,
}

impl Agencies {
    /// The agencies that `viewer` finds.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` for a search text, place or language that is not acceptable.
    pub fn of(viewer: &Viewer, wanted: WantedAgencies) -> Result<Self> {
        let division = wanted.division.filter(|division| !division.trim().is_empty());
        if division.is_some() && wanted.country.is_none() {
            let text = "Name the country of this division, too.";
            return Err(ApiError::input("filter.country", text));
        }
        let place = wanted
            .country
            .map(|country| Area::read("filter", &country, division.as_deref()))
            .transpose()?;
        let language = wanted
            .language
            .map(|code| facts::language("filter.language", &code))
            .transpose()?;
        Ok(Self {
            reach: reach(viewer),
            filter: AgencyFilter {
                search: texts::search(wanted.search.as_deref())?,
                kinds: each_once(AgencyKind::VARIANTS, &wanted.kinds),
                divisions: place.as_ref().filter(|_| division.is_some()).map(Area::wider),
                country: place.map(|place| place.country),
                language,
            },
            order: wanted.order,
        })
    }
}

/// What is wanted of these, each once: a condition is as long as there are codes, not as what was sent.
fn each_once<T: Copy + PartialEq>(all: &[T], wanted: &[T]) -> Vec<T> {
    all.iter().copied().filter(|one| wanted.contains(one)).collect()
}

/// A page of agencies.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn list_agencies(app: &App, list: &Agencies, args: &PageArgs) -> Result<Page<AgencyRow>> {
    store::agency_page(app.db.read(), list.reach, &list.filter, list.order, args).await
}

/// How many agencies the list has.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn count_agencies(app: &App, list: &Agencies) -> Result<u64> {
    store::agency_count(app.db.read(), list.reach, &list.filter).await
}

/// Which officers to find; what is empty does not narrow the list.
#[derive(Debug, Clone, Default)]
pub struct WantedOfficers {
    /// Their agency.
    pub agency: Option<Uuid>,
    /// States.
    pub states: Vec<OfficerState>,
    /// A language spoken.
    pub language: Option<String>,
    /// Whether only those whose attestation ends soon.
    pub ends_soon: bool,
    /// The order.
    pub order: OfficerOrder,
}

/// A list of officers as one viewer knows of them.
#[derive(Debug, Clone)]
pub struct Officers {
    reach: OfficerReach,
    filter: OfficerFilter,
    order: OfficerOrder,
    now: Timestamp,
}

impl Officers {
    /// The officers that `viewer` finds now.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` for a language that is not acceptable.
    pub fn of(app: &App, viewer: &Viewer, wanted: WantedOfficers) -> Result<Self> {
        let language = wanted
            .language
            .map(|code| facts::language("filter.language", &code))
            .transpose()?;
        Ok(Self {
            reach: OfficerReach {
                agencies: reach(viewer),
                keeps: kept(viewer),
            },
            filter: OfficerFilter {
                agency: wanted.agency,
                states: each_once(OfficerState::VARIANTS, &wanted.states),
                language,
                ends_soon: wanted.ends_soon,
            },
            order: wanted.order,
            now: app.now(),
        })
    }
}

/// Whose agencies the viewer keeps.
fn kept(viewer: &Viewer) -> Reach {
    match viewer.scope(Action::AgencyEdit) {
        Scope::Own => Reach::Own(viewer.organization),
        Scope::All => Reach::All(viewer.organization),
        Scope::No | Scope::Named | Scope::Brand | Scope::Principal | Scope::Shared => Reach::Nothing,
    }
}

/// A page of officers.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn list_officers(app: &App, list: &Officers, args: &PageArgs) -> Result<Page<OfficerRow>> {
    store::officer_page(app.db.read(), list.reach, &list.filter, list.order, list.now, args).await
}

/// How many officers the list has.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn count_officers(app: &App, list: &Officers) -> Result<u64> {
    store::officer_count(app.db.read(), list.reach, &list.filter, list.now).await
}

/// An agency, if the viewer may know of it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_agency(app: &App, viewer: &Viewer, id: Uuid) -> Result<Option<AgencyRow>> {
    let Some(row) = store::agency(app.db.read(), id).await? else {
        return Ok(None);
    };
    let is_seen = reach(viewer).sees(row.id, is_active(app.db.read(), row.id).await?);
    Ok(is_seen.then_some(row))
}

/// An officer, if the viewer may know of it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_officer(app: &App, viewer: &Viewer, id: Uuid) -> Result<Option<OfficerRow>> {
    let Some(row) = store::officers(app.db.read(), &[id]).await?.pop() else {
        return Ok(None);
    };
    let is_seen = row.is_seen_by(viewer, is_active(app.db.read(), row.agency).await?);
    Ok(is_seen.then_some(row))
}

/// The contact points of each of the agencies, in the order of their entry.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn contacts_of_agencies(app: &App, agencies: &[Uuid]) -> Result<HashMap<Uuid, Vec<ContactRow>>> {
    let mut contacts: HashMap<Uuid, Vec<ContactRow>> = HashMap::new();
    for row in store::contacts_of(app.db.read(), agencies).await? {
        contacts.entry(row.agency).or_default().push(row);
    }
    Ok(contacts)
}

/// The officers of each of the agencies, in the order of their entry, wherever they stand.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn officers_of_agencies(app: &App, agencies: &[Uuid]) -> Result<HashMap<Uuid, Vec<OfficerRow>>> {
    let mut officers: HashMap<Uuid, Vec<OfficerRow>> = HashMap::new();
    for row in store::officers_of(app.db.read(), agencies).await? {
        officers.entry(row.agency).or_default().push(row);
    }
    Ok(officers)
}

/// The agencies of active organisations that are competent in a country, or in a division of it; the narrowest first.
///
/// # Errors
/// `BAD_USER_INPUT` where that is no country or division.
pub async fn agencies_for(
    connection: &impl Connection,
    country: &str,
    division: Option<&str>,
) -> Result<Vec<AgencyRow>> {
    let place = Area::read("", country, division)?;
    let mut rows = store::agencies_competent(connection, country, &place.wider()).await?;
    let narrowness = |row: &AgencyRow| {
        let covering = row.areas.iter().filter(|area| area.covers(&place));
        covering.map(|area| area.division.len()).max().unwrap_or(0)
    };
    rows.sort_by_key(|row| (std::cmp::Reverse(narrowness(row)), row.id));
    Ok(rows)
}
