//! The demo: a fictional alliance.

mod store;

use serde::Serialize;

use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    platform::{error::Result, ids::IdKind},
    sessions,
};

/// The password of everybody in the demo.
pub const PASSWORD: &str = "lantern-orchid-harbour-42";

/// Somebody in the demo.
#[derive(Debug, Clone, Copy)]
pub struct DemoPerson {
    /// Address to sign in with.
    pub email: &'static str,
    /// The name.
    pub name: &'static str,
    /// Codes of the roles.
    pub roles: &'static [&'static str],
    /// Name of the organisation.
    pub organization: &'static str,
    /// Code of the organisation's kind.
    pub kind: &'static str,
}

/// Everybody in the demo.
pub const PEOPLE: &[DemoPerson] = &[DemoPerson {
    email: "admin@secretariat.example",
    name: "Ada Admin",
    roles: &["SA"],
    organization: "Secretariat",
    kind: "SECRETARIAT",
}];

/// Somebody in the demo, as scripts read it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Listed {
    email: &'static str,
    password: &'static str,
    name: &'static str,
    roles: &'static [&'static str],
    organization: &'static str,
    kind: &'static str,
    totp_secret: Option<String>,
}

/// Everybody in the demo, as scripts read it.
#[must_use]
pub fn people() -> Vec<Listed> {
    let listed = |person: &DemoPerson| Listed {
        email: person.email,
        password: PASSWORD,
        name: person.name,
        roles: person.roles,
        organization: person.organization,
        kind: person.kind,
        totp_secret: None,
    };
    PEOPLE.iter().map(listed).collect()
}

/// Makes the alliance where there is none.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn load(app: &App) -> Result<()> {
    if store::exists(&app.db).await? {
        return Ok(());
    }
    let hash = sessions::hash_password(app, PASSWORD).await?;
    let tx = app.begin().await?;
    let organization = app.ids.id(tx.now());
    store::organization_insert(&tx, organization).await?;
    for person in PEOPLE {
        store::person_insert(&tx, app.ids.id(tx.now()), organization, person, &hash).await?;
    }
    let act = Act::on(Category::Admin, "demo", IdKind::Org, organization);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await
}
