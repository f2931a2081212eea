//! GraphQL of sharing groups.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject, connection::Connection};
use uuid::Uuid;

use super::{
    commands::{self, GroupFacts, GroupFilter, Named},
    rules::{GroupRow, GroupState, GroupStep, Member},
};
use crate::{
    app::App,
    graphql_enum,
    members::graphql::{Organization, Person, organization, person},
    payload,
    platform::{
        error::{ApiError, Result},
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context, id,
            scalars::DateTime,
            uuid, uuids,
        },
        ids::IdKind,
    },
    sessions,
};

graphql_enum! {
    /// Where a sharing group stands.
    GqlGroupState as "SharingGroupState" = GroupState {
        /// What is shared with it is seen by those in it.
        Active,
        /// Its last moment is over.
        Expired,
        /// Closed by who looks after it; final.
        Closed,
    }
}

graphql_enum! {
    /// What the viewer can do to a sharing group now.
    GqlGroupStep as "SharingGroupAction" = GroupStep {
        /// Change its name, purpose, openness and end.
        Update,
        /// Take somebody in.
        AddMembers,
        /// Take somebody out.
        RemoveMembers,
        /// Leave it with the own organisation.
        Leave,
        /// Close it for good.
        Close,
    }
}

/// A circle of organisations and people with whom leads are shared.
pub struct SharingGroup(GroupRow);

impl From<GroupRow> for SharingGroup {
    fn from(row: GroupRow) -> Self {
        Self(row)
    }
}

/// An organisation in a sharing group, or a person of it.
pub struct SharingGroupMember(Member);

/// An organisation in a sharing group, or a person of it.
#[Object]
impl SharingGroupMember {
    /// The organisation, or the person's.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.0.organization).await
    }

    /// The person; null where the whole organisation is in it.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.0.person {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// Since when.
    async fn added_at(&self) -> DateTime {
        DateTime(self.0.added_at)
    }
}

/// A circle of organisations and people with whom leads are shared.
#[Object]
impl SharingGroup {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Group, self.0.id)
    }

    /// Its name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What it is for.
    async fn purpose(&self) -> &str {
        &self.0.purpose
    }

    /// The organisation that looks after it.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.0.owner).await
    }

    /// Whether nobody but those in it and the secretariat learns that it is there and who is in it.
    async fn confidential(&self) -> bool {
        self.0.confidential
    }

    /// Its last moment; null where it has none.
    async fn expires_at(&self) -> Option<DateTime> {
        self.0.expires_at.map(DateTime)
    }

    /// Where it stands.
    async fn state(&self, ctx: &Context<'_>) -> Result<GqlGroupState> {
        let now = from_context::<App>(ctx)?.now();
        Ok(self.0.state_at(now).into())
    }

    /// Who is in it, the first one first; at most 200.
    async fn members(&self) -> Vec<SharingGroupMember> {
        self.0.members.iter().cloned().map(SharingGroupMember).collect()
    }

    /// Whether the viewer is in it, and may share with it.
    async fn is_member(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(self.0.has(sessions::viewer(ctx)?))
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// What the viewer can do to it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlGroupStep>> {
        use strum::VariantArray as _;
        let (viewer, now) = (sessions::viewer(ctx)?, from_context::<App>(ctx)?.now());
        let allowed = GroupStep::VARIANTS
            .iter()
            .filter(|step| self.0.allows(viewer, **step, now));
        Ok(allowed.map(|step| (*step).into()).collect())
    }
}

/// Which sharing groups to list; what is left out does not narrow the list.
#[derive(InputObject, Default)]
pub struct SharingGroupFilter {
    /// Only those that the viewer is in, and may share with.
    mine: Option<bool>,
}

/// The queries of sharing groups.
#[derive(Default)]
pub struct GroupsQuery;

#[Object]
impl GroupsQuery {
    /// The sharing groups that the viewer knows of, the first made first.
    async fn sharing_groups(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<SharingGroupFilter>,
    ) -> Result<Connection<String, SharingGroup, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, viewer) = (Arc::clone(from_context::<App>(ctx)?), sessions::viewer(ctx)?);
        let mut wanted = GroupFilter::of(viewer);
        if filter.and_then(|filter| filter.mine) == Some(true) {
            wanted.own = Some((viewer.person, viewer.organization));
        }
        let page = commands::list(&app, &wanted, &args).await?;
        Ok(connection(page.map(SharingGroup), move || {
            let (app, wanted) = (Arc::clone(&app), wanted.clone());
            Box::pin(async move { commands::count(&app, &wanted).await })
        }))
    }

    /// A sharing group; `NOT_FOUND` where there is none that the viewer knows of.
    async fn sharing_group(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The group's id.")] id: ID,
    ) -> Result<Option<SharingGroup>> {
        let found = visible_sharing_group(ctx, uuid(IdKind::Group, &id)?).await?;
        found.map(Some).ok_or_else(ApiError::not_found)
    }
}

/// The group of an id, if the caller knows of it: for `node`.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_sharing_group(ctx: &Context<'_>, key: Uuid) -> Result<Option<SharingGroup>> {
    let app = from_context::<App>(ctx)?;
    let row = commands::visible(app, sessions::viewer(ctx)?, key).await?;
    Ok(row.map(SharingGroup))
}

/// A sharing group to make.
#[derive(InputObject)]
pub(super) struct CreateSharingGroupInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    idempotency_key: String,
    /// Its name, at most 80 characters.
    name: String,
    /// What it is for, at most 1,000 characters.
    purpose: String,
    /// Whether nobody but those in it and the secretariat learns that it is there and who is in it.
    confidential: bool,
    /// Its last moment; without end where it is left out.
    expires_at: Option<DateTime>,
    /// Organisations that are in it beside the viewer's own; a group has at most 200 members.
    organization_ids: Option<Vec<ID>>,
    /// People who are in it by name.
    person_ids: Option<Vec<ID>>,
}

/// What a sharing group is to be.
#[derive(InputObject)]
pub(super) struct UpdateSharingGroupInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// Its name, at most 80 characters.
    name: String,
    /// What it is for, at most 1,000 characters.
    purpose: String,
    /// Whether it is confidential; one that is stays so.
    confidential: bool,
    /// Its last moment; without end where it is left out.
    expires_at: Option<DateTime>,
}

/// Whom to take into a sharing group.
#[derive(InputObject)]
pub(super) struct AddSharingGroupMembersInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// Whole organisations.
    organization_ids: Option<Vec<ID>>,
    /// People by name.
    person_ids: Option<Vec<ID>>,
}

/// Whom to take out of a sharing group: an organisation with its people, or one person.
#[derive(InputObject)]
pub(super) struct RemoveSharingGroupMemberInput {
    /// Which group.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// The organisation; the viewer's own to leave.
    organization_id: Option<ID>,
    /// The person.
    person_id: Option<ID>,
}

/// The end of a sharing group.
#[derive(InputObject)]
pub(super) struct CloseSharingGroupInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// Why, 1 to 1,000 characters; kept in the audit log.
    reason: String,
}

payload! {
    /// A sharing group, or why it was not changed.
    SharingGroupPayload {
        /// The group; null where the change was refused.
        group: SharingGroup
    }
}

/// What somebody who has left a confidential group gets: that it is done, without the group.
#[derive(SimpleObject)]
pub struct RemoveSharingGroupMemberPayload {
    /// The group; null where the change was refused, and for who knows no more of it.
    group: Option<SharingGroup>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<crate::platform::graphql::UserError>,
}

fn named(organizations: Option<Vec<ID>>, people: Option<Vec<ID>>) -> Result<Named> {
    Ok(Named {
        organizations: uuids(IdKind::Org, &organizations.unwrap_or_default())?,
        people: uuids(IdKind::Person, &people.unwrap_or_default())?,
    })
}

/// The mutations of sharing groups.
#[derive(Default)]
pub struct GroupsMutation;

#[Object]
impl GroupsMutation {
    /// Makes a sharing group of the viewer's organisation, which is in it from the beginning.
    async fn create_sharing_group(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The group to be.")] input: CreateSharingGroupInput,
    ) -> Result<SharingGroupPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let others = named(input.organization_ids, input.person_ids)?;
        let facts = GroupFacts {
            name: input.name,
            purpose: input.purpose,
            confidential: input.confidential,
            expires_at: input.expires_at.map(|at| at.0),
        };
        SharingGroupPayload::of(Box::pin(commands::create(app, viewer, &input.idempotency_key, facts, others)).await)
    }

    /// Changes what a sharing group is.
    async fn update_sharing_group(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and what it is to be.")] input: UpdateSharingGroupInput,
    ) -> Result<SharingGroupPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Group, &input.id)?;
        let facts = GroupFacts {
            name: input.name,
            purpose: input.purpose,
            confidential: input.confidential,
            expires_at: input.expires_at.map(|at| at.0),
        };
        SharingGroupPayload::of(Box::pin(commands::update(app, viewer, key, input.expected_version, facts)).await)
    }

    /// Takes organisations and people into a sharing group: they see what is shared with it, also what was shared before.
    async fn add_sharing_group_members(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which group, and whom.")] input: AddSharingGroupMembersInput,
    ) -> Result<SharingGroupPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Group, &input.id)?;
        let others = named(input.organization_ids, input.person_ids)?;
        SharingGroupPayload::of(Box::pin(commands::add_members(app, viewer, key, input.expected_version, others)).await)
    }

    /// Takes somebody out of a sharing group, or leaves it: from the next request on they see nothing by it.
    async fn remove_sharing_group_member(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which group, and whom.")] input: RemoveSharingGroupMemberInput,
    ) -> Result<RemoveSharingGroupMemberPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Group, &input.id)?;
        let organization = input.organization_id.map(|id| uuid(IdKind::Org, &id)).transpose()?;
        let person = input.person_id.map(|id| uuid(IdKind::Person, &id)).transpose()?;
        let done = Box::pin(commands::remove_member(
            app,
            viewer,
            key,
            input.expected_version,
            organization,
            person,
        ))
        .await;
        let (group, user_errors) = crate::platform::graphql::outcome(done)?;
        let known = group.filter(|group| group.is_seen_by(viewer));
        Ok(RemoveSharingGroupMemberPayload {
            group: known.map(SharingGroup),
            user_errors,
        })
    }

    /// Closes a sharing group for good: what was shared with it is seen by its members no more.
    async fn close_sharing_group(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and why.")] input: CloseSharingGroupInput,
    ) -> Result<SharingGroupPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Group, &input.id)?;
        SharingGroupPayload::of(
            Box::pin(commands::close(app, viewer, key, input.expected_version, &input.reason)).await,
        )
    }
}
