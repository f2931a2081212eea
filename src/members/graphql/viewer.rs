//! The viewer and what its roles allow.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject, connection::Connection};
use strum::VariantArray as _;

use super::{
    GqlDigestFrequency, GqlDigestRole, GqlLanguage, GqlRole, GqlScope, GqlWeekday, Organization, Person, loaders,
    organization, person,
};
use crate::{
    app::App,
    leads::graphql::{GqlInfringementType, GqlPriority},
    members::{PersonRow, rules},
    permissions::{self, Action, Role, Scope, table},
    platform::{
        error::{ApiError, Result},
        graphql::{
            connection::{PageArgs, Totals},
            from_context, id,
        },
        ids::IdKind,
    },
    sessions::graphql::{Account, Session, account, own_sessions},
};

/// The person behind the request, with what the database says of it right now.
pub struct Viewer(Arc<permissions::Viewer>);

impl From<Arc<permissions::Viewer>> for Viewer {
    fn from(viewer: Arc<permissions::Viewer>) -> Self {
        Self(viewer)
    }
}

/// The person behind the request, with what the database says of it right now.
#[Object]
impl Viewer {
    /// The person.
    async fn person(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.0.person).await
    }

    /// The person's organisation.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.0.organization).await
    }

    /// The person's roles.
    async fn roles(&self) -> Vec<GqlRole> {
        self.0.roles.iter().map(|role| (*role).into()).collect()
    }

    /// Every action the viewer may take and how far; actions it may never take are left out.
    async fn permissions(&self) -> Vec<Permission> {
        let of = |action: &Action| Permission::of(*action, self.0.scope(*action));
        Action::VARIANTS.iter().filter_map(of).collect()
    }

    /// What the person signs in with.
    async fn account(&self, ctx: &Context<'_>) -> Result<Account> {
        account(from_context::<App>(ctx)?, &self.0).await
    }

    /// Where the person is signed in, oldest first.
    async fn sessions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, Session, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        own_sessions(from_context::<App>(ctx)?, &self.0, args).await
    }

    /// What the person set up for itself.
    async fn settings(&self, ctx: &Context<'_>) -> Result<Settings> {
        let row = loaders::of(ctx)?.people.load_one(self.0.person).await?;
        row.map(Arc::unwrap_or_clone)
            .map(Settings::from)
            .ok_or_else(ApiError::not_found)
    }
}

/// One action of the permission table and how far this viewer may take it.
#[derive(SimpleObject)]
pub struct Permission {
    /// Code of the action.
    action: &'static str,
    /// How far it reaches.
    scope: GqlScope,
}

impl Permission {
    fn of(action: Action, scope: Scope) -> Option<Self> {
        (scope != Scope::No).then(|| Self {
            action: action.into(),
            scope: scope.into(),
        })
    }
}

/// What a person set up for itself.
#[derive(SimpleObject)]
pub struct Settings {
    /// Language of portal and mails.
    language: GqlLanguage,
    /// The person's time zone, by its name in the tz database.
    time_zone: String,
    /// How often the digest goes out.
    digest: GqlDigestFrequency,
    /// Hour of the day at which the digest goes out in that time zone, 0–23.
    digest_hour: i32,
    /// Whether the digest keeps to working days. A weekly one whose day is none comes on the next working day.
    working_days_only: bool,
    /// The day of a weekly digest.
    digest_weekday: GqlWeekday,
    /// When nothing goes out at once; null for no such hours.
    quiet_hours: Option<QuietHours>,
    /// Whether a mail tells which of the organisation's rights end soon; only who keeps all of them gets it.
    expiry_reminders: bool,
    /// Of which deliveries and leads the digest tells.
    digest_filter: DigestFilter,
    /// Counts the changes of the person; to be sent back as `expectedVersion`.
    version: i32,
}

/// Of which deliveries and leads a digest tells: those that meet all of it. What else it says, such as what the person is told of in
/// the digest, is not narrowed.
#[derive(SimpleObject)]
pub struct DigestFilter {
    /// Only those of leads that the person is on.
    only_assigned: bool,
    /// As what the person's organisation meets them; null for both.
    role: Option<GqlDigestRole>,
    /// Only those of which the person sees an item of one of these brands; of every brand where the list is empty.
    brand_ids: Vec<ID>,
    /// Only those of one of these infringements; of every one where the list is empty.
    infringement_types: Vec<GqlInfringementType>,
    /// Only those that are at least as urgent; null for all.
    min_priority: Option<GqlPriority>,
}

impl From<rules::DigestFilter> for DigestFilter {
    fn from(filter: rules::DigestFilter) -> Self {
        Self {
            only_assigned: filter.only_assigned,
            role: filter.role.map(Into::into),
            brand_ids: filter
                .brands
                .into_iter()
                .map(|brand| id(IdKind::Brand, brand))
                .collect(),
            infringement_types: filter.infringement_types.into_iter().map(Into::into).collect(),
            min_priority: filter.min_priority.map(Into::into),
        }
    }
}

/// Hours in which no mail goes out at once, in the person's time zone. What comes in them is told when they end.
#[derive(SimpleObject)]
pub struct QuietHours {
    /// The first hour, 0–23.
    from: i32,
    /// The hour with which they end, 0–23; on the next day where it is the earlier one.
    to: i32,
}

impl From<rules::QuietHours> for QuietHours {
    fn from(hours: rules::QuietHours) -> Self {
        Self {
            from: hours.from,
            to: hours.to,
        }
    }
}

impl From<PersonRow> for Settings {
    fn from(row: PersonRow) -> Self {
        Self {
            language: row.settings.language.into(),
            time_zone: row.settings.time_zone,
            digest: row.settings.digest.into(),
            digest_hour: row.settings.digest_hour,
            working_days_only: row.settings.working_days_only,
            digest_weekday: row.settings.digest_weekday.into(),
            quiet_hours: row.settings.quiet_hours.map(Into::into),
            expiry_reminders: row.settings.expiry_reminders,
            digest_filter: row.settings.digest_filter.into(),
            version: row.version,
        }
    }
}

/// One action of the permission table.
#[derive(SimpleObject)]
pub struct PermissionRow {
    /// Code of the action.
    action: &'static str,
    /// What it means.
    title: &'static str,
    /// How far it reaches for each role that has it.
    scopes: Vec<RoleScope>,
}

/// How far an action reaches for a role.
#[derive(SimpleObject)]
pub struct RoleScope {
    /// The role.
    role: GqlRole,
    /// How far the action reaches for it.
    scope: GqlScope,
}

/// The permission table.
pub(super) fn matrix() -> Vec<PermissionRow> {
    let scope_of = |action: Action| {
        let of = move |role: Role| RoleScope {
            role: role.into(),
            scope: table::scope(role, action).into(),
        };
        table::roles_with(action).map(of).collect()
    };
    Action::VARIANTS
        .iter()
        .map(|action| PermissionRow {
            action: (*action).into(),
            title: action.title(),
            scopes: scope_of(*action),
        })
        .collect()
}
