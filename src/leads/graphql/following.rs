//! What people follow: who of an organisation is on a lead, what is watched, whom comments name.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

use super::{
    lead::Lead,
    loaders::{self, Eyes, FollowingOf, LeadKey, MentionsOf, NamedIn},
    mutations::LeadPayload,
    signatures::{Attribution, Scene, Signatures},
};
use crate::{
    app::App,
    graphql_enum,
    leads::{
        commands,
        rules::marker,
        store::{AssigneeFilter, LeadRow},
    },
    members::graphql::{Person, people_of, person},
    permissions::{Action, audience::is_for_named_only},
    platform::{
        db::code,
        error::{ApiError, Result},
        graphql::{Known as _, from_context, scalars::DateTime, uuid},
        ids::IdKind,
    },
    sessions,
};

graphql_enum! {
    /// Who of the viewer's organisation is to be on a lead.
    GqlAssigneeFilter as "AssigneeFilter" = AssigneeFilter {
        /// The viewer.
        Me,
        /// Nobody.
        Nobody,
    }
}

/// What the viewer can do to follow a lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
pub enum FollowUpAction {
    /// Say who of the own organisation is on it.
    Assign,
    /// Begin to watch it.
    Watch,
    /// Watch it no longer.
    Unwatch,
}

/// What the viewer and its organisation noted of a lead. No other organisation sees it, and it gives nobody sight.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct LeadFollowUp {
    #[graphql(skip)]
    assignee: Option<Uuid>,
    /// Since when that person is on it; null where nobody is.
    assigned_at: Option<DateTime>,
    /// Counts the changes of who is on it, 0 before the first; to be sent back as `expectedVersion`.
    version: i32,
    /// Whether the viewer watches it.
    watched: bool,
    /// What the viewer can do to follow it.
    allowed_actions: Vec<FollowUpAction>,
}

impl LeadFollowUp {
    /// What is noted of a lead that these eyes see.
    pub(super) async fn load(ctx: &Context<'_>, eyes: &Eyes, lead: Uuid) -> Result<Self> {
        let found = loaders::of(ctx)?.load_one(FollowingOf(eyes.clone(), lead)).await?;
        let found = found.as_deref().copied().unwrap_or_default();
        let watch = if found.watched {
            FollowUpAction::Unwatch
        } else {
            FollowUpAction::Watch
        };
        Ok(Self {
            assignee: found.assignee,
            assigned_at: found.assigned_at.map(Into::into),
            version: found.version,
            watched: found.watched,
            allowed_actions: match eyes.viewer().has(Action::LeadFollow) {
                true => vec![FollowUpAction::Assign, watch],
                false => Vec::new(),
            },
        })
    }
}

#[ComplexObject]
impl LeadFollowUp {
    /// Who of the viewer's organisation is on it; null where nobody is.
    async fn assignee(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.assignee {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }
}

/// Somebody whom a comment names.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct CommentMention {
    #[graphql(skip)]
    named: Option<Uuid>,
    /// What stands for the person in the words, such as `@{1}`.
    marker: String,
    /// The person, as the viewer may know it: a name, an organisation or a pseudonym.
    name: String,
}

#[ComplexObject]
impl CommentMention {
    /// The person; null where the viewer may not know the name.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.named {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }
}

impl CommentMention {
    /// The people whom a comment on a lead names, as these eyes may know them: by name where they met them by name.
    pub(super) async fn of_comment(ctx: &Context<'_>, eyes: &Eyes, (comment, lead): (Uuid, Uuid)) -> Result<Vec<Self>> {
        let loader = loaders::of(ctx)?;
        let mentioned = loader.load_one(MentionsOf(eyes.clone(), comment)).await?;
        let Some(mentioned) = mentioned.filter(|people| !people.is_empty()) else {
            return Ok(Vec::new());
        };
        let Some(row) = loader.load_one(LeadKey(eyes.clone(), lead)).await? else {
            return Ok(Vec::new());
        };
        let met = loader.load_one(NamedIn(eyes.clone(), lead)).await?.unwrap_or_default();
        let people = people_of(ctx, mentioned.to_vec()).await?;
        let act = |key: &Uuid| (Some(*key), people.get(key).map(|row| row.organization));
        let signatures = Signatures::load(ctx, mentioned.iter().map(act)).await?;
        let scene = Scene::from(&*row);
        let mention = |(number, key): (usize, &Uuid)| {
            let attribution = if met.contains(key) {
                Attribution::Person
            } else {
                Attribution::None
            };
            let (name, named) = signatures.sign(eyes, scene, act(key), attribution);
            Self {
                named: named.then_some(*key),
                marker: marker(number),
                name,
            }
        };
        Ok((1..).zip(mentioned.iter()).map(mention).collect())
    }
}

impl Lead {
    /// Its title, as something may be headed by it that is shown beside other things; nothing where only named people see
    /// it. Notes that it is shown.
    pub(crate) fn heading(&self) -> Result<Option<String>> {
        self.shown();
        let row: &LeadRow = &self.row;
        let is_open = !is_for_named_only(code(&row.tlp)?, code(&row.handling_code)?);
        Ok(is_open.then(|| row.title.clone()))
    }
}

/// Queries of whom one may put on a lead or name in it.
#[derive(Debug, Default)]
pub struct FollowingQuery;

#[Object]
impl FollowingQuery {
    /// The people of the viewer's organisation who may be put on a lead, by name; at most 20.
    async fn assignable(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The lead.")] lead_id: ID,
        #[graphql(desc = "A part of the name, whatever its case and accents; everybody where nothing is said.")] query: Option<String>,
    ) -> Result<Option<Vec<Person>>> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (lead, query) = (uuid(IdKind::Lead, &lead_id)?, searched(query)?);
        people(ctx, Box::pin(commands::assignable(app, viewer, lead, &query)).await?).await
    }

    /// The people whom the viewer may name in a comment on a lead: colleagues who see it, and those of others who have
    /// commented on it under their names where the viewer sees that. By name; at most 20.
    async fn mentionable(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The lead.")] lead_id: ID,
        #[graphql(desc = "A part of the name, whatever its case and accents; everybody where nothing is said.")] query: Option<String>,
    ) -> Result<Option<Vec<Person>>> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (lead, query) = (uuid(IdKind::Lead, &lead_id)?, searched(query)?);
        people(ctx, Box::pin(commands::mentionable(app, viewer, lead, &query)).await?).await
    }
}

fn searched(query: Option<String>) -> Result<String> {
    let query = query.unwrap_or_default();
    match query.chars().count() {
        0..=100 => Ok(query),
        _ => Err(ApiError::input("query", "Search for at most 100 characters.")),
    }
}

async fn people(ctx: &Context<'_>, keys: Vec<Uuid>) -> Result<Option<Vec<Person>>> {
    let mut rows = people_of(ctx, keys.clone()).await?;
    let found = keys.iter().filter_map(|key| rows.remove(key));
    Ok(Some(found.map(|row| Person::from((*row).clone())).collect()))
}

/// Who is to be on a lead.
#[derive(Debug, InputObject)]
pub struct AssignLeadInput {
    /// The lead.
    id: ID,
    /// The version of what was noted of it, 0 where nothing was.
    expected_version: i32,
    /// The person, from `assignable`; nobody where it is left out.
    person_id: Option<ID>,
}

/// A lead to watch, or to watch no longer.
#[derive(Debug, InputObject)]
pub struct WatchLeadInput {
    /// The lead.
    id: ID,
}

/// Changing what is noted of leads.
#[derive(Debug, Default)]
pub struct FollowingMutation;

#[Object]
impl FollowingMutation {
    /// Puts somebody of the viewer's organisation on a lead, or nobody: the organisation's own note, which gives no sight.
    async fn assign_lead(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who is to be on it.")] input: AssignLeadInput,
    ) -> Result<LeadPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let id = uuid(IdKind::Lead, &input.id)?;
        let person = input.person_id.map(|id| uuid(IdKind::Person, &id)).transpose()?;
        answer(
            ctx,
            Box::pin(commands::assign(app, viewer, id, input.expected_version, person)).await,
        )
    }

    /// Watches a lead: the viewer is told of what is said about it.
    async fn watch_lead(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The lead.")] input: WatchLeadInput,
    ) -> Result<LeadPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        answer(
            ctx,
            Box::pin(commands::watch(app, viewer, uuid(IdKind::Lead, &input.id)?)).await,
        )
    }

    /// Watches a lead no longer, whatever the viewer does on it later.
    async fn unwatch_lead(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The lead.")] input: WatchLeadInput,
    ) -> Result<LeadPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        answer(
            ctx,
            Box::pin(commands::unwatch(app, viewer, uuid(IdKind::Lead, &input.id)?)).await,
        )
    }
}

fn answer(ctx: &Context<'_>, result: Result<LeadRow>) -> Result<LeadPayload> {
    let eyes = Eyes::from(ctx)?;
    LeadPayload::of(result.and_then(|row| Lead::of(row, eyes)))
}
