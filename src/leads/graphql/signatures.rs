//! How acts are signed for a viewer: one's own people by name, the secretariat and the lead's owner by organisation,
//! everybody else under a pseudonym unless attribution allows the name.
//!
//! A pseudonym belongs to an organisation in one lead: whoever learns in one lead who is behind it has not learnt it for the
//! others.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use async_graphql::Context;
use uuid::Uuid;

use super::loaders::Eyes;
use crate::{
    app::App,
    leads::{commands, rules, store::LeadRow},
    members::{self, OrganizationRow},
    permissions::{Viewer, viewer::OrganizationKind},
    platform::{error::Result, graphql::from_context},
};

/// A person and its organisation; nobody for the system.
pub(crate) type Act = (Option<Uuid>, Option<Uuid>);

/// How much of who did something others may know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Attribution {
    /// A pseudonym.
    None,
    /// The organisation.
    Organization,
    /// The person.
    Person,
}

/// The lead in which something is signed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scene {
    lead: Uuid,
    owner: Uuid,
    /// Whether the owner must not be named.
    unnamed: bool,
}

impl Scene {
    /// Whether the owner's name is kept from a viewer who is not of its side.
    pub(super) fn hides_owner_from(self, viewer: &Viewer) -> bool {
        self.unnamed && viewer.organization != self.owner && !viewer.is_at_desk()
    }
}

impl From<&LeadRow> for Scene {
    fn from(row: &LeadRow) -> Self {
        Self {
            lead: row.id,
            owner: row.owner_id,
            unnamed: row.attribution == rules::Attribution::MustNot.code(),
        }
    }
}

/// The people and organisations behind some acts, each once.
fn behind(acts: impl Iterator<Item = Act>) -> (Vec<Uuid>, Vec<Uuid>) {
    let (people, organizations): (HashSet<_>, HashSet<_>) = acts.unzip();
    (
        people.into_iter().flatten().collect(),
        organizations.into_iter().flatten().collect(),
    )
}

/// The names behind some acts.
pub(crate) struct Signatures {
    app: Arc<App>,
    people: HashMap<Uuid, String>,
    organizations: HashMap<Uuid, Arc<OrganizationRow>>,
}

impl Signatures {
    /// The names behind a few acts.
    pub(super) async fn of(app: &Arc<App>, acts: impl Iterator<Item = Act>) -> Result<Self> {
        let (people, organizations) = behind(acts);
        let organizations = members::organizations_by_ids(app.db.read(), &organizations).await?;
        Ok(Self {
            app: Arc::clone(app),
            people: members::names_of_people(app.db.read(), &people).await?,
            organizations: organizations.into_iter().map(|row| (row.id, Arc::new(row))).collect(),
        })
    }

    /// The same through the request's loaders, for many pages at once.
    pub(crate) async fn load(ctx: &Context<'_>, acts: impl Iterator<Item = Act>) -> Result<Self> {
        let (people, organizations) = behind(acts);
        let people = members::graphql::people_of(ctx, people).await?;
        Ok(Self {
            app: Arc::clone(from_context::<App>(ctx)?),
            people: people.into_iter().map(|(id, row)| (id, row.name.clone())).collect(),
            organizations: members::graphql::organizations_of(ctx, organizations).await?,
        })
    }

    /// The signature of an act for these eyes, and whether it names the person.
    pub(crate) fn sign(&self, eyes: &Eyes, scene: Scene, act: Act, attribution: Attribution) -> (String, bool) {
        let person = act.0.and_then(|person| self.people.get(&person));
        let home = act.1.and_then(|organization| self.organizations.get(&organization));
        let (Some(person), Some(home)) = (person, home) else {
            return ("Touchstone".to_owned(), false);
        };
        // Whatever its people allowed: the owner's word stands above theirs.
        let is_hidden = home.id == scene.owner && scene.hides_owner_from(eyes.viewer());
        if !is_hidden && (attribution == Attribution::Person || home.id == eyes.viewer().organization) {
            return (format!("{person}, {}", home.name), true);
        }
        let is_known = !is_hidden
            && (attribution == Attribution::Organization
                || home.kind == OrganizationKind::Secretariat
                || home.id == scene.owner);
        let signature = if is_known {
            home.name.clone()
        } else {
            commands::pseudonym_of(&self.app, scene.lead, home.id)
        };
        (signature, false)
    }
}
