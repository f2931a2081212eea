//! Whom enforcers call at a right holder, as clients see it.

use async_graphql::{Context, ID, Object};

use super::enums::GqlCompanyContactRole;
use crate::{
    app::App,
    members::graphql::{Organization, organization},
    platform::{
        db::{code, json},
        error::Result,
        graphql::{from_context, id},
        ids::IdKind,
    },
    products::{
        rules::{ContactRole, permit_contact},
        store::ContactRow,
    },
    sessions,
};

/// Somebody whom enforcers call at a right holder.
pub struct CompanyContact(ContactRow);

impl From<ContactRow> for CompanyContact {
    fn from(row: ContactRow) -> Self {
        Self(row)
    }
}

/// Somebody whom enforcers call at a right holder.
#[Object]
impl CompanyContact {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::CompanyContact, self.0.id)
    }

    /// The organisation.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.0.organization_id).await
    }

    /// For what.
    async fn role(&self) -> Result<GqlCompanyContactRole> {
        Ok(code::<ContactRole>(&self.0.role)?.into())
    }

    /// Whom: a person or a desk.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The mail address; null where none was given.
    async fn email(&self) -> Option<&str> {
        self.0.email.as_deref()
    }

    /// The telephone number; null where none was given.
    async fn phone(&self) -> Option<&str> {
        self.0.phone.as_deref()
    }

    /// In which languages, as language tags.
    async fn languages(&self) -> Result<Vec<String>> {
        json(&self.0.languages)
    }

    /// In whose time, a zone of the tz database.
    async fn time_zone(&self) -> &str {
        &self.0.time_zone
    }

    /// At which hours; null where nobody has said.
    async fn hours(&self) -> Option<&str> {
        self.0.hours.as_deref()
    }

    /// Whether the viewer may change and remove it.
    async fn may_edit(&self, ctx: &Context<'_>) -> Result<bool> {
        let now = from_context::<App>(ctx)?.now();
        Ok(permit_contact(sessions::viewer(ctx)?, self.0.organization_id, now).is_ok())
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.0.version
    }
}
