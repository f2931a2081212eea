//! To whom a lead was opened, as its keepers see it.

use async_graphql::{ComplexObject, Context, ID, InputObject, OneofObject, SimpleObject};

use crate::{
    groups::graphql::SharingGroup,
    leads::commands::{Granted, Opening},
    members::graphql::{Organization, Person, organization, person},
    platform::{
        clock::NEVER,
        error::{ApiError, Result},
        graphql::{id, scalars::DateTime, uuid},
        ids::IdKind,
    },
};

/// That a lead was opened to an organisation, a person or a sharing group.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct LeadGrant {
    #[graphql(skip)]
    granted: Granted,
    /// Why; null where nothing was said.
    reason: Option<String>,
    /// Since when.
    granted_at: DateTime,
    /// Until when; null where it has no end.
    expires_at: Option<DateTime>,
}

impl From<Granted> for LeadGrant {
    fn from(granted: Granted) -> Self {
        Self {
            reason: granted.row.reason.clone(),
            granted_at: granted.row.granted_at.into(),
            expires_at: (granted.row.expires_at != NEVER).then(|| granted.row.expires_at.into()),
            granted,
        }
    }
}

#[ComplexObject]
impl LeadGrant {
    /// To be named in `revokeLeadGrant`.
    async fn id(&self) -> ID {
        id(IdKind::Grant, self.granted.row.id)
    }

    /// The organisation; null where it is to a person or a group.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Option<Organization>> {
        match self.granted.row.organization_id {
            Some(key) => organization(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// The person; null where it is to an organisation or a group.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.granted.row.person_id {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// The sharing group; null where it is to a person or an organisation, and where it is a confidential one that the
    /// viewer does not know.
    async fn group(&self) -> Option<SharingGroup> {
        self.granted.group.clone().map(Into::into)
    }

    /// Whether the personal data in it are open by it as well.
    async fn includes_personal_data(&self) -> bool {
        self.granted.row.personal_data
    }

    /// Whether it was made in an emergency, without the owner being asked.
    async fn is_emergency(&self) -> bool {
        self.granted.row.break_glass_id.is_some()
    }

    /// Who opened it.
    async fn granted_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.granted.row.granted_by).await
    }
}

/// What is taken back: exactly one.
#[derive(Debug, Clone, OneofObject)]
pub enum LeadOpeningInput {
    /// A grant.
    GrantId(ID),
    /// That it is open to the community; only `true` means something.
    Community(bool),
}

impl LeadOpeningInput {
    pub(super) fn read(&self) -> Result<Opening> {
        Ok(match self {
            Self::GrantId(key) => Opening::Grant(uuid(IdKind::Grant, key)?),
            Self::Community(true) => Opening::Community,
            Self::Community(false) => return Err(ApiError::input("opening", "Say what is to be taken back.")),
        })
    }
}

/// What is taken back of a lead's sharing.
#[derive(Debug, Clone, InputObject)]
pub struct RevokeLeadGrantInput {
    /// The lead.
    pub(super) id: ID,
    /// The version the decision is based on.
    pub(super) expected_version: i32,
    /// What is taken back.
    pub(super) opening: LeadOpeningInput,
    /// Why, for those who keep the lead; at most 2,000 characters.
    pub(super) reason: String,
}
