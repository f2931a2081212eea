//! GraphQL of members: organisations, people, the viewer and the permission matrix.

mod enums;
mod loaders;
mod mutation;
mod organization;
mod person;
mod settings;
mod viewer;

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, ID, InputObject, Object, connection::Connection};
use uuid::Uuid;

pub use enums::{
    GqlDigestFrequency, GqlDigestRole, GqlIndustry, GqlLanguage, GqlOrganizationAction, GqlOrganizationKind,
    GqlOrganizationState, GqlPersonAction, GqlPersonState, GqlRole, GqlScope, GqlWeekday,
};
pub use loaders::{Loaders, OrganizationLoader, PersonLoader, loaders};
pub use mutation::{MembersMutation, OrganizationPayload, PersonPayload, UpdateSettingsPayload};
pub use organization::Organization;
pub use person::Person;
pub use settings::UpdateSettingsInput;
pub use viewer::{DigestFilter, Permission, PermissionRow, RoleScope, Settings, Viewer};

use super::{OrganizationRow, PersonRow, commands};
use crate::{
    app::App,
    platform::{
        error::{ApiError, Result},
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context, uuid,
        },
        ids::IdKind,
    },
    sessions,
};

/// An organisation by id, through the request's loader. Whoever asks has seen something that names it.
///
/// # Errors
/// `NOT_FOUND` where there is none.
pub async fn organization(ctx: &Context<'_>, key: Uuid) -> Result<Organization> {
    let row = loaders::of(ctx)?.organizations.load_one(key).await?;
    row.map(Organization::from).ok_or_else(ApiError::not_found)
}

/// The organisations of some ids, through the request's loader.
pub(crate) async fn organizations_of(
    ctx: &Context<'_>,
    keys: Vec<Uuid>,
) -> Result<HashMap<Uuid, Arc<OrganizationRow>>> {
    loaders::of(ctx)?.organizations.load_many(keys).await
}

/// The people of some ids, through the request's loader.
pub(crate) async fn people_of(ctx: &Context<'_>, keys: Vec<Uuid>) -> Result<HashMap<Uuid, Arc<PersonRow>>> {
    loaders::of(ctx)?.people.load_many(keys).await
}

/// A person by id, through the request's loader. Whoever asks has seen something that names it; what is shown beyond
/// the name depends on the viewer.
///
/// # Errors
/// `NOT_FOUND` where there is none.
pub async fn person(ctx: &Context<'_>, key: Uuid) -> Result<Person> {
    let row = loaders::of(ctx)?.people.load_one(key).await?;
    row.map(Person::from).ok_or_else(ApiError::not_found)
}

/// An organisation as `node` may give it: if the viewer's directory has it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_organization(ctx: &Context<'_>, key: Uuid) -> Result<Option<Organization>> {
    let app = from_context::<App>(ctx)?;
    let row = commands::visible_organization(app, sessions::viewer(ctx)?, key).await?;
    Ok(row.map(Organization::from))
}

/// A person as `node` may give it: if the viewer's directory has it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_person(ctx: &Context<'_>, key: Uuid) -> Result<Option<Person>> {
    let app = from_context::<App>(ctx)?;
    let row = commands::visible_person(app, sessions::viewer(ctx)?, key).await?;
    Ok(row.map(Person::from))
}

/// Which organisations to list; what is left out does not narrow the list.
#[derive(InputObject, Default)]
pub struct OrganizationFilter {
    /// A part of the name, whatever its case and accents; at most 100 characters.
    search: Option<String>,
    /// Kinds.
    kinds: Option<Vec<GqlOrganizationKind>>,
    /// Membership states.
    states: Option<Vec<GqlOrganizationState>>,
    /// Industries.
    industries: Option<Vec<GqlIndustry>>,
}

/// Which people to list; what is left out does not narrow the list.
#[derive(InputObject, Default)]
pub struct PersonFilter {
    /// A part of the name, or of the address where the viewer may see it; at most 100 characters.
    search: Option<String>,
    /// Their organisation.
    organization_id: Option<ID>,
    /// Roles; finds only people whose roles the viewer may see.
    roles: Option<Vec<GqlRole>>,
    /// States.
    states: Option<Vec<GqlPersonState>>,
    /// With true, only those to whom no mails go because they came back; finds only people whom the viewer manages.
    mail_suspended: Option<bool>,
}

/// Values of one enumeration as those of another.
fn values<T, U: From<T>>(list: Option<Vec<T>>) -> Vec<U> {
    list.unwrap_or_default().into_iter().map(U::from).collect()
}

type OrganizationConnection = Connection<String, Organization, Totals>;
type PersonConnection = Connection<String, Person, Totals>;

async fn organizations(
    ctx: &Context<'_>,
    list: commands::Organizations,
    args: PageArgs,
) -> Result<OrganizationConnection> {
    let app = Arc::clone(from_context::<App>(ctx)?);
    let page = commands::list_organizations(&app, &list, &args).await?;
    Ok(connection(page, move || {
        let (app, list) = (Arc::clone(&app), list.clone());
        Box::pin(async move { commands::count_organizations(&app, &list).await })
    }))
}

async fn people(ctx: &Context<'_>, list: commands::People, args: PageArgs) -> Result<PersonConnection> {
    let app = Arc::clone(from_context::<App>(ctx)?);
    let page = commands::list_people(&app, &list, &args).await?;
    Ok(connection(page, move || {
        let (app, list) = (Arc::clone(&app), list.clone());
        Box::pin(async move { commands::count_people(&app, &list).await })
    }))
}

/// The queries of members.
#[derive(Default)]
pub struct MembersQuery;

#[Object]
impl MembersQuery {
    /// The person who is signed in; null where nobody is.
    async fn viewer(&self, ctx: &Context<'_>) -> Option<Viewer> {
        sessions::viewer(ctx).ok().map(|viewer| Arc::clone(viewer).into())
    }

    /// The permission table: how far each action reaches for each role.
    async fn permission_matrix(&self) -> Vec<PermissionRow> {
        viewer::matrix()
    }

    /// The organisations of the alliance that the viewer may know of, oldest first.
    async fn organizations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<OrganizationFilter>,
    ) -> Result<Connection<String, Organization, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let filter = filter.unwrap_or_default();
        let list = commands::Organizations::of(
            sessions::viewer(ctx)?,
            filter.search.as_deref(),
            values(filter.kinds),
            values(filter.states),
            values(filter.industries),
        )?;
        organizations(ctx, list, args).await
    }

    /// An organisation; null where there is none that the viewer may know of.
    async fn organization(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Result<Option<Organization>> {
        visible_organization(ctx, uuid(IdKind::Org, &id)?).await
    }

    /// The people that the viewer may know of, oldest first.
    async fn people(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<PersonFilter>,
    ) -> Result<Connection<String, Person, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let filter = filter.unwrap_or_default();
        let organization = filter.organization_id.map(|id| uuid(IdKind::Org, &id)).transpose()?;
        let list = commands::People::of(
            sessions::viewer(ctx)?,
            filter.search.as_deref(),
            organization,
            values(filter.roles),
            values(filter.states),
        )?;
        let list = match filter.mail_suspended {
            Some(true) => list.with_suspended_mail(sessions::viewer(ctx)?),
            Some(false) | None => list,
        };
        people(ctx, list, args).await
    }
}
