//! An organisation in the graph.

use std::sync::Arc;

use async_graphql::{Context, ID, InputType as _, Object, Value, connection::Connection};
use jiff::tz::TimeZone;

use super::{
    GqlIndustry, GqlLanguage, GqlOrganizationAction, GqlOrganizationKind, GqlOrganizationState, Person, people,
};
use crate::{
    app::App,
    members::{OrganizationRow, commands, rules},
    platform::{
        error::Result,
        graphql::{
            Known, Plain,
            connection::{PageArgs, Totals},
            from_context, id,
            scalars::{Date, DateTime},
        },
        ids::IdKind,
    },
    rights::graphql::{Brand, PowerOfAttorney, brands_of, powers_of_attorney_of},
    sessions,
    single_sign_on::graphql::{SingleSignOn, of_organization},
};

/// An organisation of the alliance, whatever its kind.
pub struct OrganizationFields(Arc<OrganizationRow>);

/// An organisation in the graph.
pub type Organization = Plain<OrganizationFields>;

impl Known for OrganizationFields {
    fn known(&self, field: &str) -> Option<Value> {
        Some(match field {
            "id" => id(IdKind::Org, self.0.id).to_value(),
            "name" => self.0.name.to_value(),
            "nameZh" => self.0.name_zh.to_value(),
            "country" => self.0.country.to_value(),
            _ => return None,
        })
    }
}

impl From<Arc<OrganizationRow>> for Organization {
    fn from(row: Arc<OrganizationRow>) -> Self {
        Plain(OrganizationFields(row))
    }
}

impl From<OrganizationRow> for Organization {
    fn from(row: OrganizationRow) -> Self {
        Arc::new(row).into()
    }
}

impl OrganizationFields {
    /// The row behind it.
    #[must_use]
    pub fn row(&self) -> &OrganizationRow {
        &self.0
    }
}

/// An organisation of the alliance, whatever its kind.
#[Object(name = "Organization")]
impl OrganizationFields {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Org, self.0.id)
    }

    /// What kind of organisation it is.
    async fn kind(&self) -> GqlOrganizationKind {
        self.0.kind.into()
    }

    /// Legal name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Legal name in Chinese; null where there is none.
    async fn name_zh(&self) -> Option<&str> {
        self.0.name_zh.as_deref()
    }

    /// Where it stands in its membership.
    async fn state(&self) -> GqlOrganizationState {
        self.0.state.into()
    }

    /// Its industry; null where none was named.
    async fn industry(&self) -> Option<GqlIndustry> {
        self.0.industry.map(Into::into)
    }

    /// Its country, ISO 3166-1 alpha-2.
    async fn country(&self) -> &str {
        &self.0.country
    }

    /// Administrative division below the country; null where none was named.
    async fn division_code(&self) -> Option<&str> {
        self.0.division_code.as_deref()
    }

    /// Its time zone, by its name in the tz database; working days are reckoned in it.
    async fn time_zone(&self) -> &str {
        &self.0.time_zone
    }

    /// Language of its mails.
    async fn language(&self) -> GqlLanguage {
        self.0.language.into()
    }

    /// The day it was taken into membership, in its time zone; null before.
    async fn joined_on(&self) -> Option<Date> {
        let zone = TimeZone::get(&self.0.time_zone).unwrap_or(TimeZone::UTC);
        self.0.joined_at.map(|at| Date(at.to_zoned(zone).date()))
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// When it was invited.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// Its brands that the viewer may know of.
    async fn brands(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, Brand, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        // Boxed: every field of an organisation is given room for the largest one.
        Box::pin(brands_of(ctx, self.0.id, args)).await
    }

    /// Its people that the viewer may know of.
    async fn people(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, Person, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let list = commands::People::of(sessions::viewer(ctx)?, None, Some(self.0.id), Vec::new(), Vec::new())?;
        Box::pin(people(ctx, list, args)).await
    }

    /// The powers of attorney that it gave or was given, newest first, as far as the viewer may read them; at most 200.
    async fn powers_of_attorney(&self, ctx: &Context<'_>) -> Result<Vec<PowerOfAttorney>> {
        powers_of_attorney_of(ctx, self.0.id).await
    }

    /// Its own sign-in provider; null where it has none, and for whom it is not to look after.
    async fn single_sign_on(&self, ctx: &Context<'_>) -> Result<Option<SingleSignOn>> {
        of_organization(ctx, self.0.id).await
    }

    /// What the viewer can do to it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlOrganizationAction>> {
        let now = from_context::<App>(ctx)?.now();
        let steps = rules::organization::allowed(sessions::viewer(ctx)?, &self.0, now);
        Ok(steps.into_iter().map(Into::into).collect())
    }
}
