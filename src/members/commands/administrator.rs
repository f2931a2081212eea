//! The way in from the outside: an administrator of the secretariat invited by who runs the service, because at first there
//! is nobody who could.

use jiff::SignedDuration;
use serde_json::json;
use url::Url;

use super::invite::newcomer;
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    members::{
        rules::{Language, OrganizationRow, OrganizationState, facts},
        store,
    },
    permissions::{Role, viewer::OrganizationKind},
    platform::{
        db::Tx,
        error::{ApiError, Result},
        ids::IdKind,
    },
    sessions,
};

/// An administrator to be, and the secretariat as it is founded where there is none.
#[derive(Debug, Clone)]
pub struct InviteAdministrator {
    /// The person's name.
    pub name: String,
    /// The person's address.
    pub email: String,
    /// Name of the secretariat.
    pub organization: String,
    /// Its country, ISO 3166-1 alpha-2.
    pub country: String,
    /// Its IANA time zone.
    pub time_zone: String,
}

/// Invites an administrator and gives the link that sets the password. It stands nowhere else: only its hash is kept.
///
/// # Errors
/// `BAD_USER_INPUT`, `ALREADY_EXISTS` where somebody has the address.
pub async fn invite_administrator(app: &App, input: &InviteAdministrator) -> Result<Url> {
    let tx = app.begin().await?;
    let organization = secretariat(app, &tx, input).await?;
    let name = facts::person_name("name", &input.name)?;
    let email = facts::email("email", &input.email)?;
    let person = newcomer(app, &tx, &organization, name, email, vec![Role::Sa]);
    store::person_insert(&tx, &person).await?;
    let days = SignedDuration::from_hours(24 * i64::from(app.config.invitation_days));
    let until = tx.now().checked_add(days).map_err(ApiError::internal)?;
    let token = sessions::opaque(app.ids.secret());
    let hash = sessions::fingerprint(&token);
    store::invitation_insert(&tx, app.ids.id(tx.now()), person.id, until, Some(hash)).await?;
    store::epoch_raise(&tx).await?;
    let detail = json!({ "roles": person.roles });
    let act = Act::on(Category::Admin, "inviteAdministrator", IdKind::Person, person.id).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await?;
    let mut link = app.config.public_url.join("invitation").map_err(ApiError::internal)?;
    link.set_fragment(Some(&token));
    Ok(link)
}

/// The active secretariat, founded where there is none.
async fn secretariat(app: &App, tx: &Tx, input: &InviteAdministrator) -> Result<OrganizationRow> {
    let found = store::organizations_of_kinds(tx.connection(), &[OrganizationKind::Secretariat]).await?;
    if let Some(row) = found.into_iter().next() {
        return Ok(row);
    }
    let row = OrganizationRow {
        id: app.ids.id(tx.now()),
        kind: OrganizationKind::Secretariat,
        name: facts::name("organization", &input.organization)?,
        name_zh: None,
        state: OrganizationState::Active,
        industry: None,
        country: facts::country(&input.country)?,
        division_code: None,
        time_zone: facts::time_zone(&input.time_zone)?,
        language: Language::En,
        joined_at: Some(tx.now()),
        invited_by: None,
        suspended_by: None,
        sandbox_of: None,
        version: 1,
        created_at: tx.now(),
    };
    store::organization_insert(tx, &row).await?;
    Ok(row)
}
