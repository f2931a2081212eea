//! The people who could read a lead: for the audience preview, by the same rule as every read.

use std::collections::{HashMap, HashSet};

use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _,
    sea_query::Query,
};
use uuid::Uuid;

use crate::{
    groups,
    permissions::{
        Role, Viewer,
        viewer::{Mandate, OrganizationKind},
    },
    platform::{db::code, error::Result},
    rights,
};
use entity::{authorized_party, brand, brand_scope, organization, person, role_assignment};

/// Every active person of an active organisation, or those `among` some people, as a viewer. The number of statements does
/// not grow with the people.
pub(crate) async fn active_viewers(connection: &impl ConnectionTrait, among: Option<&[Uuid]>) -> Result<Vec<Viewer>> {
    let mut people = person::Entity::find()
        .filter(person::Column::State.eq("ACTIVE"))
        .filter(person::Column::IsService.eq(false));
    let mut assignments = role_assignment::Entity::find();
    let mut limits = brand_scope::Entity::find();
    if let Some(among) = among.map(|ids| ids.iter().copied()) {
        people = people.filter(person::Column::Id.is_in(among.clone()));
        assignments = assignments.filter(role_assignment::Column::PersonId.is_in(among.clone()));
        limits = limits.filter(brand_scope::Column::PersonId.is_in(among));
    }
    let people = people.all(connection).await?;
    let homes: HashSet<Uuid> = people.iter().map(|person| person.organization_id).collect();
    let organizations = organization::Entity::find()
        .filter(organization::Column::State.eq("ACTIVE"))
        .filter(organization::Column::Id.is_in(homes))
        .all(connection)
        .await?;
    let mut roles: HashMap<Uuid, Vec<Role>> = HashMap::new();
    for row in assignments.all(connection).await? {
        roles.entry(row.person_id).or_default().push(code(&row.role)?);
    }
    let mut scopes: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for row in limits.all(connection).await? {
        scopes.entry(row.person_id).or_default().push(row.brand_id);
    }
    let mut mandates: HashMap<Uuid, Vec<Mandate>> = rights::all_mandates(connection).await?;
    let seats = groups::all_seats(connection).await?;
    let homes: HashMap<Uuid, organization::Model> = organizations.into_iter().map(|row| (row.id, row)).collect();
    let mut viewers = Vec::with_capacity(people.len());
    for person in people {
        let Some(home) = homes.get(&person.organization_id) else {
            continue;
        };
        viewers.push(Viewer {
            person: person.id,
            session: None,
            organization: home.id,
            kind: code(&home.kind)?,
            active: true,
            roles: roles.remove(&person.id).unwrap_or_default(),
            brand_scope: scopes.remove(&person.id),
            mandates: mandates.entry(home.id).or_default().clone(),
            groups: seats.of(person.id, home.id),
            country: home.country.clone(),
            division: home.division_code.clone(),
            enrolled: person.second_factor_at.is_some(),
            confined: false,
            service: None,
        });
    }
    Ok(viewers)
}

/// An organisation's country, time zone and state, for its deadlines.
pub(crate) async fn organization_by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<OrganizationRow>> {
    let row = organization::Entity::find_by_id(id).one(connection).await?;
    row.map(OrganizationRow::of).transpose()
}

impl OrganizationRow {
    fn of(row: organization::Model) -> Result<Self> {
        Ok(Self {
            id: row.id,
            kind: code(&row.kind)?,
            active: row.state == "ACTIVE",
            sandbox_of: row.sandbox_of,
            country: row.country,
            time_zone: row.time_zone,
        })
    }
}

/// What deadlines and attribution need of an organisation.
#[derive(Debug, Clone)]
pub(crate) struct OrganizationRow {
    pub(crate) id: Uuid,
    pub(crate) kind: OrganizationKind,
    pub(crate) active: bool,
    pub(crate) sandbox_of: Option<Uuid>,
    pub(crate) country: String,
    pub(crate) time_zone: String,
}

/// A person's organisation, if the person is active and no service account.
pub(crate) async fn home_of_active(connection: &impl ConnectionTrait, person: Uuid) -> Result<Option<OrganizationRow>> {
    let row = person::Entity::find_by_id(person).one(connection).await?;
    match row.filter(|row| row.state == "ACTIVE" && !row.is_service) {
        Some(row) => organization_by_id(connection, row.organization_id).await,
        None => Ok(None),
    }
}

/// The organisations of some people, active or not.
pub(crate) async fn homes_of(connection: &impl ConnectionTrait, people: &[Uuid]) -> Result<HashMap<Uuid, Uuid>> {
    let rows = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::OrganizationId])
        .filter(person::Column::Id.is_in(people.iter().copied()))
        .into_tuple::<(Uuid, Uuid)>();
    Ok(rows.all(connection).await?.into_iter().collect())
}

/// Whether one of these organisations is the secretariat.
pub(crate) async fn any_secretariat(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<bool> {
    let kind: &str = OrganizationKind::Secretariat.into();
    let found = organization::Entity::find()
        .filter(organization::Column::Id.is_in(ids.iter().copied()))
        .filter(organization::Column::Kind.eq(kind));
    Ok(found.one(connection).await?.is_some())
}

/// The brands that leads may be about: in a sandbox those of its right holder, elsewhere those that are real.
pub(super) fn within(sandbox: Option<Uuid>) -> Condition {
    let mut owners = Query::select();
    owners.column(organization::Column::Id).from(organization::Entity);
    Condition::all().add(match sandbox {
        Some(sandbox) => {
            owners.and_where(organization::Column::SandboxOf.eq(sandbox));
            brand::Column::OrganizationId.in_subquery(owners)
        }
        None => {
            owners.and_where(organization::Column::SandboxOf.is_not_null());
            brand::Column::OrganizationId.not_in_subquery(owners)
        }
    })
}

/// Which of these brands there are, in a sandbox or elsewhere, and whether they are active.
pub(crate) async fn active_brands(
    connection: &impl ConnectionTrait,
    ids: &[Uuid],
    sandbox: Option<Uuid>,
) -> Result<HashMap<Uuid, bool>> {
    let rows = brand::Entity::find()
        .filter(within(sandbox))
        .filter(brand::Column::Id.is_in(ids.iter().copied()))
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.state == "ACTIVE")).collect())
}

/// The parties that some brands authorise at a moment.
pub(crate) async fn parties_in_force(
    connection: &impl ConnectionTrait,
    brands: &[Uuid],
    at: i64,
) -> Result<Vec<PartyRow>> {
    Ok(authorized_party::Entity::find()
        .filter(authorized_party::Column::BrandId.is_in(brands.iter().copied()))
        .filter(authorized_party::Column::RevokedAt.is_null())
        .filter(authorized_party::Column::ValidFrom.lte(at))
        .filter(authorized_party::Column::ValidUntil.gt(at))
        .all(connection)
        .await?)
}

/// An authorised party's row.
pub(crate) type PartyRow = authorized_party::Model;
