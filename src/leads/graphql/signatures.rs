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

use super::{
    loaders::{self, Eyes},
    parts::{Known, NameOf},
};
use crate::{
    app::App,
    leads::{
        rules::pseudonym,
        store::{self, LeadRow, OrganizationRow},
    },
    permissions::viewer::OrganizationKind,
    platform::{error::Result, graphql::from_context},
};

/// A person and its organisation; nobody for the system.
pub(super) type Act = (Option<Uuid>, Option<Uuid>);

/// How much of who did something others may know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Attribution {
    /// A pseudonym.
    None,
    /// The organisation.
    Organization,
    /// The person.
    Person,
}

/// The lead in which something is signed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene {
    lead: Uuid,
    owner: Uuid,
}

impl From<&LeadRow> for Scene {
    fn from(row: &LeadRow) -> Self {
        Self {
            lead: row.id,
            owner: row.owner_id,
        }
    }
}

/// The names behind some acts.
pub(super) struct Signatures {
    app: Arc<App>,
    people: HashMap<Uuid, String>,
    organizations: HashMap<Uuid, OrganizationRow>,
}

impl Signatures {
    /// The names behind a few acts.
    pub(super) async fn of(app: &Arc<App>, acts: impl Iterator<Item = Act>) -> Result<Self> {
        let (people, organizations): (Vec<_>, Vec<_>) = acts.unzip();
        let people: Vec<Uuid> = people.into_iter().flatten().collect();
        let organizations: Vec<Uuid> = organizations.into_iter().flatten().collect();
        let (people, organizations) = store::names(app.db.read(), &people, &organizations).await?;
        Ok(Self {
            app: Arc::clone(app),
            people,
            organizations,
        })
    }

    /// The same through the request's loader, for many pages at once.
    pub(super) async fn load(ctx: &Context<'_>, acts: impl Iterator<Item = Act>) -> Result<Self> {
        let keys = acts
            .flat_map(|(person, organization)| [person.map(NameOf::Person), organization.map(NameOf::Organization)]);
        let keys: HashSet<NameOf> = keys.flatten().collect();
        let mut signatures = Self {
            app: Arc::clone(from_context::<App>(ctx)?),
            people: HashMap::new(),
            organizations: HashMap::new(),
        };
        for known in loaders::of(ctx)?.load_many(keys).await? {
            match known {
                (NameOf::Person(id), Known::Person(name)) => {
                    signatures.people.insert(id, name);
                }
                (NameOf::Organization(id), Known::Organization(row)) => {
                    signatures.organizations.insert(id, row);
                }
                (NameOf::Person(_), Known::Organization(_)) | (NameOf::Organization(_), Known::Person(_)) => {}
            }
        }
        Ok(signatures)
    }

    /// The signature of an act for these eyes, and whether it names the person.
    pub(super) fn sign(&self, eyes: &Eyes, scene: Scene, act: Act, attribution: Attribution) -> (String, bool) {
        let name = act.0.and_then(|person| self.people.get(&person));
        let home = act.1.and_then(|organization| self.organizations.get(&organization));
        let (Some(name), Some(home)) = (name, home) else {
            return ("Touchstone".to_owned(), false);
        };
        if attribution == Attribution::Person || home.id == eyes.viewer().organization {
            return (format!("{name}, {}", home.name), true);
        }
        let is_known = attribution == Attribution::Organization
            || home.kind == OrganizationKind::Secretariat
            || home.id == scene.owner;
        let signature = if is_known {
            home.name.clone()
        } else {
            let code = self
                .app
                .keys
                .code("pseudonym", &[scene.lead.as_bytes(), home.id.as_bytes()]);
            pseudonym(code)
        };
        (signature, false)
    }
}
