//! Who has seen a lead, as its keepers see it.

use async_graphql::{ComplexObject, Context, SimpleObject};
use uuid::Uuid;

use super::{enums::GqlTlp, loaders::Eyes};
use crate::{
    leads::commands::Seen,
    members::graphql::{Organization, Person, organization, person},
    permissions::audience::Tlp,
    platform::{db::code, error::Result, graphql::scalars::DateTime},
};

/// Somebody to whom a lead was shown, on a page or in a mail.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct Sighting {
    #[graphql(skip)]
    home: Option<Uuid>,
    #[graphql(skip)]
    person: Option<Uuid>,
    /// When it was first shown.
    first_seen_at: DateTime,
    /// When it was last shown, to within an hour.
    last_seen_at: DateTime,
    /// Its TLP when it was last shown.
    tlp: GqlTlp,
    /// Whether the person would still see it.
    still_sees: bool,
}

impl Sighting {
    /// Other organisations' people stay unnamed, but to the desk.
    pub(super) fn of(seen: &Seen, eyes: &Eyes) -> Result<Self> {
        let viewer = eyes.viewer();
        let named = seen.home == Some(viewer.organization) || viewer.is_at_desk();
        Ok(Self {
            home: seen.home,
            person: named.then_some(seen.row.person_id),
            first_seen_at: seen.row.first_at.into(),
            last_seen_at: seen.row.last_at.into(),
            tlp: code::<Tlp>(&seen.row.tlp)?.into(),
            still_sees: seen.still,
        })
    }
}

#[ComplexObject]
impl Sighting {
    /// The person's organisation; null where it saw the lead in a confidential sharing group that the viewer does not know.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Option<Organization>> {
        match self.home {
            Some(key) => organization(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// The person; null where it is of another organisation and the viewer not at the desk.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.person {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }
}
