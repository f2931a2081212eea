//! The directory: what a viewer finds of organisations and people.

use std::collections::HashMap;

use uuid::Uuid;

use crate::{
    app::App,
    members::{
        rules::{Industry, OrganizationRow, OrganizationState, PersonRow, PersonState, Reach, facts},
        store::{self, OrganizationFilter, PersonFilter},
    },
    permissions::{Role, Viewer, viewer::OrganizationKind},
    platform::{
        error::Result,
        graphql::connection::{Page, PageArgs},
    },
};

/// A list of organisations as one viewer sees it.
#[derive(Debug, Clone)]
pub struct Organizations {
    reach: Reach,
    filter: OrganizationFilter,
}

impl Organizations {
    /// The organisations `viewer` finds; an empty list of codes asks for all.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` for a search text that is not acceptable.
    pub fn of(
        viewer: &Viewer,
        search: Option<&str>,
        kinds: Vec<OrganizationKind>,
        states: Vec<OrganizationState>,
        industries: Vec<Industry>,
    ) -> Result<Self> {
        let filter = OrganizationFilter {
            search: facts::search(search)?,
            kinds,
            states,
            industries,
        };
        let reach = Reach::directory(viewer);
        Ok(Self { reach, filter })
    }
}

/// A page of organisations, oldest first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn list_organizations(app: &App, list: &Organizations, args: &PageArgs) -> Result<Page<OrganizationRow>> {
    store::organization_page(app.db.read(), list.reach, &list.filter, args).await
}

/// How many organisations the list has.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn count_organizations(app: &App, list: &Organizations) -> Result<u64> {
    store::organization_count(app.db.read(), list.reach, &list.filter).await
}

/// A list of people as one viewer sees it.
#[derive(Debug, Clone)]
pub struct People {
    reach: Reach,
    filter: PersonFilter,
}

impl People {
    /// The people `viewer` finds; an empty list of codes asks for all.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` for a search text that is not acceptable.
    pub fn of(
        viewer: &Viewer,
        search: Option<&str>,
        organization: Option<Uuid>,
        roles: Vec<Role>,
        states: Vec<PersonState>,
    ) -> Result<Self> {
        let filter = PersonFilter {
            search: facts::search(search)?,
            organization,
            roles,
            states,
            suspended: None,
        };
        let reach = Reach::people(viewer);
        Ok(Self { reach, filter })
    }

    /// Of these, the people to whom no mails go because they came back; only those whom `viewer` manages.
    #[must_use]
    pub fn with_suspended_mail(mut self, viewer: &Viewer) -> Self {
        self.filter.suspended = Some(Reach::managed(viewer));
        self
    }
}

/// A page of people, oldest first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn list_people(app: &App, list: &People, args: &PageArgs) -> Result<Page<PersonRow>> {
    store::person_page(app.db.read(), list.reach, &list.filter, args).await
}

/// How many people the list has.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn count_people(app: &App, list: &People) -> Result<u64> {
    store::person_count(app.db.read(), list.reach, &list.filter).await
}

/// An organisation, if the viewer's directory has it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_organization(app: &App, viewer: &Viewer, id: Uuid) -> Result<Option<OrganizationRow>> {
    let row = store::organization(app.db.read(), id).await?;
    Ok(row.filter(|row| Reach::directory(viewer).sees(row.id, row.state == OrganizationState::Active)))
}

/// A person, if the viewer's directory has it; the own person always.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_person(app: &App, viewer: &Viewer, id: Uuid) -> Result<Option<PersonRow>> {
    let Some(row) = store::person(app.db.read(), id).await? else {
        return Ok(None);
    };
    let organization = store::organization(app.db.read(), row.organization).await?;
    let is_active = row.state == PersonState::Active
        && organization.is_some_and(|organization| organization.state == OrganizationState::Active);
    let is_seen = id == viewer.person || Reach::people(viewer).sees(row.organization, is_active);
    Ok(is_seen.then_some(row))
}

/// The active administrators of each of the organisations.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn administrators(app: &App, organizations: &[Uuid]) -> Result<HashMap<Uuid, Vec<Uuid>>> {
    let mut admins: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for (organization, person) in store::admins(app.db.read(), organizations).await? {
        admins.entry(organization).or_default().push(person);
    }
    Ok(admins)
}
