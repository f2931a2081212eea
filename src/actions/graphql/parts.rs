//! The parts of an offline action, as clients see them: whoever sees the action sees them.

use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use uuid::Uuid;

use super::{
    enums::{GqlApprovalSide, GqlSiteKind, GqlTeamRole},
    loaders::{self, ResultsOf},
    objects::OfflineAction,
    outcome_enums::GqlSiteResult,
};
use crate::{
    actions::{
        rules::{ApprovalSide, SiteKind, SiteResult, TeamRole, degrees_text, local},
        store::{ActionRow, ApprovalRow, MemberRow, ResultRow, SiteRow, TaskRow},
    },
    leads::graphql::Eyes,
    members::graphql::{Organization, Person, organization, person},
    platform::{
        clock::timestamp,
        db::code,
        error::{ApiError, Result},
        graphql::{
            id,
            scalars::{DateTime, Decimal},
        },
        ids::IdKind,
    },
};

/// When an offline action is to be.
#[derive(SimpleObject)]
pub struct ActionWindow {
    /// When it begins.
    starts_at: DateTime,
    /// When it ends.
    ends_at: DateTime,
    /// The time zone of its sites, by its name in the tz database.
    time_zone: String,
    /// When it begins by the wall clock there, such as `2026-03-12T06:00`.
    starts_local: String,
    /// When it ends by the wall clock there.
    ends_local: String,
}

impl ActionWindow {
    /// The window of an action; nothing where none was set.
    pub(super) fn of(row: &ActionRow) -> Option<Self> {
        let (starts, ends) = (timestamp(row.starts_at?), timestamp(row.ends_at?));
        let time_zone = row.time_zone.clone()?;
        Some(Self {
            starts_at: DateTime(starts),
            ends_at: DateTime(ends),
            starts_local: local(starts, &time_zone),
            ends_local: local(ends, &time_zone),
            time_zone,
        })
    }
}

/// Where an offline action takes place.
pub struct ActionSite {
    pub(super) row: SiteRow,
    pub(super) eyes: Eyes,
}

/// Where an offline action takes place.
#[Object]
impl ActionSite {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::Site, self.row.id)
    }

    /// What is done there.
    async fn kind(&self) -> Result<GqlSiteKind> {
        code::<SiteKind>(&self.row.kind).map(Into::into)
    }

    /// ISO 3166-1 alpha-2 country.
    async fn country(&self) -> &str {
        &self.row.country
    }

    /// Administrative division below the country; null where none was named.
    async fn division_code(&self) -> Option<&str> {
        self.row.division_code.as_deref()
    }

    /// Where it is.
    async fn address(&self) -> &str {
        &self.row.address
    }

    /// Degrees north; null where nobody has said.
    async fn latitude(&self) -> Option<Decimal> {
        self.row.latitude_e6.map(|value| Decimal(degrees_text(value)))
    }

    /// Degrees east; null where nobody has said.
    async fn longitude(&self) -> Option<Decimal> {
        self.row.longitude_e6.map(|value| Decimal(degrees_text(value)))
    }

    /// What was found there; null until that was written down.
    async fn result(&self, ctx: &Context<'_>) -> Result<Option<GqlSiteResult>> {
        let row = self.found(ctx).await?;
        row.map(|row| code::<SiteResult>(&row.result).map(Into::into))
            .transpose()
    }

    /// The words to that; null where there are none.
    async fn note(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        Ok(self.found(ctx).await?.and_then(|row| row.note))
    }

    /// The action.
    async fn action(&self, ctx: &Context<'_>) -> Result<OfflineAction> {
        let found = OfflineAction::load(ctx, &self.eyes, self.row.action_id).await?;
        found.ok_or_else(ApiError::not_found)
    }
}

impl ActionSite {
    /// What was written down of it last.
    async fn found(&self, ctx: &Context<'_>) -> Result<Option<ResultRow>> {
        let rows = loaders::of(ctx)?
            .load_one(ResultsOf(self.row.action_id))
            .await?
            .unwrap_or_default();
        let is_meant = |row: &&ResultRow| row.site_id == self.row.id && row.struck_in.is_none();
        Ok(rows.iter().find(is_meant).cloned())
    }
}

/// Somebody on the team of an offline action.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct TeamMember {
    #[graphql(skip)]
    person: Uuid,
    #[graphql(skip)]
    organization: Uuid,
    /// As what.
    role: GqlTeamRole,
    /// Since when.
    since: DateTime,
}

impl TeamMember {
    pub(super) fn of(row: &MemberRow) -> Result<Self> {
        Ok(Self {
            person: row.person_id,
            organization: row.organization_id,
            role: code::<TeamRole>(&row.role)?.into(),
            since: row.added_at.into(),
        })
    }
}

#[ComplexObject]
impl TeamMember {
    /// Who it is.
    async fn person(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.person).await
    }

    /// For which organisation.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.organization).await
    }
}

/// Something that has to be done for an offline action.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct ActionTask {
    #[graphql(skip)]
    row: TaskRow,
    /// What.
    title: String,
    /// Until when; null where nothing is said.
    due_at: Option<DateTime>,
    /// When it was done; null until then.
    done_at: Option<DateTime>,
    /// Counts its changes; to be sent back as `expectedVersion`.
    version: i32,
}

impl From<TaskRow> for ActionTask {
    fn from(row: TaskRow) -> Self {
        Self {
            title: row.title.clone(),
            due_at: row.due_at.map(Into::into),
            done_at: row.done_at.map(Into::into),
            version: row.version,
            row,
        }
    }
}

#[ComplexObject]
impl ActionTask {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::Task, self.row.id)
    }

    /// Who is to do it; null where nobody was named.
    async fn assignee(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.row.assignee_id {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// Who did it; null until then.
    async fn done_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.row.done_by {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }
}

/// That one of the two sides approved an offline action.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct ActionApproval {
    #[graphql(skip)]
    person: Uuid,
    /// Which side.
    side: GqlApprovalSide,
    /// When.
    at: DateTime,
}

impl ActionApproval {
    pub(super) fn of(row: &ApprovalRow) -> Result<Self> {
        Ok(Self {
            person: row.person_id,
            side: code::<ApprovalSide>(&row.side)?.into(),
            at: row.at.into(),
        })
    }
}

#[ComplexObject]
impl ActionApproval {
    /// Who approved it.
    async fn person(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.person).await
    }
}
