//! A person in the graph: of other organisations little more than the name.

use std::sync::Arc;

use async_graphql::{Context, ID, InputType as _, Object, Value};
use futures_util::future::try_join_all;
use jiff::Timestamp;

use super::{GqlPersonAction, GqlPersonState, GqlRole, Organization, loaders, organization};
use crate::{
    app::App,
    mail::{TroubleKind, graphql::GqlTroubleKind},
    members::{
        PersonRow,
        rules::{
            Reach,
            person::{Standing, allowed},
        },
    },
    permissions::{Action, Target, Viewer},
    platform::{
        error::{ApiError, Result},
        graphql::{Known, Plain, from_context, id, scalars::DateTime},
        ids::IdKind,
    },
    rights::graphql::{Brand, brand},
    sessions,
};

/// A person of an organisation. Of people of other organisations most viewers see no more than name and organisation.
pub struct PersonFields(Arc<PersonRow>);

/// A person in the graph.
pub type Person = Plain<PersonFields>;

impl Known for PersonFields {
    fn known(&self, field: &str) -> Option<Value> {
        Some(match field {
            "id" => id(IdKind::Person, self.0.id).to_value(),
            "name" => self.0.name.to_value(),
            _ => return None,
        })
    }
}

impl From<Arc<PersonRow>> for Person {
    fn from(row: Arc<PersonRow>) -> Self {
        Plain(PersonFields(row))
    }
}

impl From<PersonRow> for Person {
    fn from(row: PersonRow) -> Self {
        Arc::new(row).into()
    }
}

impl PersonFields {
    /// Whether the viewer may see more than the name.
    fn is_known(&self, viewer: &Viewer) -> bool {
        viewer.person == self.0.id || Reach::people(viewer).knows(self.0.organization)
    }

    /// Since when and why no mails go to the person, as far as that is the viewer's to know.
    fn suspension(&self, app: &App, viewer: &Viewer) -> Option<(Timestamp, TroubleKind)> {
        let target = Target {
            organization: self.0.organization,
            brands: &[],
        };
        let may_know = viewer.person == self.0.id || viewer.may(Action::UserManage, target, app.now());
        self.0.mail_suspended.filter(|_| may_know)
    }
}

/// A person of an organisation. Of people of other organisations most viewers see no more than name and organisation.
#[Object(name = "Person")]
impl PersonFields {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Person, self.0.id)
    }

    /// The person's name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The address; null where the viewer may not see it.
    async fn email(&self, ctx: &Context<'_>) -> Result<Option<&str>> {
        Ok(self.is_known(sessions::viewer(ctx)?).then_some(self.0.email.as_str()))
    }

    /// Whether the person can sign in.
    async fn state(&self) -> GqlPersonState {
        self.0.state.into()
    }

    /// The person's organisation.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.0.organization).await
    }

    /// The person's roles; empty where the viewer may not see them.
    async fn roles(&self, ctx: &Context<'_>) -> Result<Vec<GqlRole>> {
        if !self.is_known(sessions::viewer(ctx)?) {
            return Ok(Vec::new());
        }
        Ok(self.0.roles.iter().map(|role| (*role).into()).collect())
    }

    /// The brands the person is limited to; empty where it is not limited or the viewer may not see it.
    async fn brand_scope(&self, ctx: &Context<'_>) -> Result<Vec<Brand>> {
        if !self.is_known(sessions::viewer(ctx)?) {
            return Ok(Vec::new());
        }
        let brands = self.0.brand_scope.iter().flatten();
        try_join_all(brands.map(|key| brand(ctx, *key))).await
    }

    /// Counts the person's changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// When the person signed in last; null where it never did or the viewer may not see it.
    async fn last_sign_in_at(&self, ctx: &Context<'_>) -> Result<Option<DateTime>> {
        let is_known = self.is_known(sessions::viewer(ctx)?);
        Ok(self.0.last_sign_in_at.filter(|_| is_known).map(DateTime))
    }

    /// Since when no mails go to the person but those about its way in; null where they do, or where the viewer is neither the person nor
    /// manages it.
    async fn mail_suspended_at(&self, ctx: &Context<'_>) -> Result<Option<DateTime>> {
        let suspended = self.suspension(from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        Ok(suspended.map(|(since, _)| DateTime(since)))
    }

    /// Why that is; null where it is not, or the viewer may not know.
    async fn mail_suspended_why(&self, ctx: &Context<'_>) -> Result<Option<GqlTroubleKind>> {
        let suspended = self.suspension(from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        Ok(suspended.map(|(_, why)| why.into()))
    }

    /// What the viewer can do to the person now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlPersonAction>> {
        let loaders = loaders::of(ctx)?;
        let organization = loaders.organizations.load_one(self.0.organization).await?;
        let organization = organization.ok_or_else(ApiError::not_found)?;
        let admins = loaders.administrators.load_one(self.0.organization).await?;
        let standing = Standing {
            organization: &organization,
            is_last_admin: admins.is_some_and(|admins| *admins == [self.0.id]),
        };
        let now = from_context::<App>(ctx)?.now();
        let steps = allowed(sessions::viewer(ctx)?, &self.0, standing, now);
        Ok(steps.into_iter().map(Into::into).collect())
    }
}
