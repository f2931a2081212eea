//! Whom enforcers call at right holders.

use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{check_version, finish, first};
use crate::{
    app::App,
    members::{self, OrganizationState, rules::Reach},
    permissions::{Action, Scope, Viewer},
    platform::{
        clock::micros,
        db::{
            Connection, Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, encode},
    },
    products::{
        rules::{ContactFacts, NewContact, permit_contact},
        store::{self, ContactRow},
    },
};

/// Whether the viewer reads whom to call at an organisation: whoever keeps that, enforcers and the secretariat at every one
/// in their directory.
///
/// # Errors
/// `NOT_FOUND` where it does not.
async fn check_read(connection: &impl Connection, app: &App, viewer: &Viewer, organization: Uuid) -> Result<()> {
    let found = members::organizations_by_ids(connection, &[organization]).await?.pop();
    let is_there =
        |row: &members::OrganizationRow| Reach::directory(viewer).sees(row.id, row.state == OrganizationState::Active);
    let reads = match viewer.scope(Action::CompanyContactRead) {
        Scope::All => viewer.active,
        Scope::No | Scope::Named | Scope::Brand | Scope::Own | Scope::Principal | Scope::Shared => {
            viewer.has(Action::CompanyContactRead) && organization == viewer.organization
        }
    };
    let keeps = permit_contact(viewer, organization, app.now()).is_ok();
    match found.is_some_and(|row| is_there(&row)) && (reads || keeps) {
        true => Ok(()),
        false => Err(ApiError::not_found()),
    }
}

/// Whom to call at an organisation, the first one first.
///
/// # Errors
/// `NOT_FOUND` where the viewer does not read that.
pub(in crate::products) async fn contacts(app: &App, viewer: &Viewer, organization: Uuid) -> Result<Vec<ContactRow>> {
    check_read(app.db.read(), app, viewer, organization).await?;
    store::contacts_of(app.db.read(), organization).await
}

/// What is claimed by an idempotency key.
#[derive(Serialize)]
struct Asked<'a> {
    organization: Uuid,
    new: &'a NewContact,
}

/// Says whom enforcers call at an organisation.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `LIMIT_EXCEEDED` beyond fifty, `IDEMPOTENCY_MISMATCH`.
pub async fn add_contact(
    app: &App,
    viewer: &Viewer,
    key: &str,
    (organization, new): (Uuid, &NewContact),
) -> Result<ContactRow> {
    let tx = app.begin().await?;
    check_read(tx.connection(), app, viewer, organization).await?;
    permit_contact(viewer, organization, tx.now())?;
    let asked = Asked { organization, new };
    let claim = match claim(&tx, viewer.person, "addCompanyContact", key, &asked).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let row = store::contact(tx.connection(), first(&ids)?).await?;
            return row.ok_or_else(ApiError::not_found);
        }
    };
    let facts = new.facts()?;
    if store::contacts_are_full(tx.connection(), organization).await? {
        return Err(ErrorCode::LimitExceeded.into());
    }
    let mut row = ContactRow {
        id: app.ids.id(tx.now()),
        organization_id: organization,
        role: String::new(),
        name: String::new(),
        email: None,
        phone: None,
        languages: String::new(),
        time_zone: String::new(),
        hours: None,
        created_by: viewer.person,
        created_at: micros(tx.now()),
        version: 1,
    };
    fill(&mut row, facts)?;
    store::contact_insert(&tx, &row).await?;
    claim.keep(&tx, &[row.id]).await?;
    let detail = detail(&row);
    finish(
        app,
        tx,
        viewer,
        ("addCompanyContact", IdKind::Org, organization),
        &detail,
    )
    .await?;
    Ok(row)
}

/// Writes anew whom enforcers call.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(in crate::products) async fn change_contact(
    app: &App,
    viewer: &Viewer,
    (id, expected_version): (Uuid, i32),
    new: &NewContact,
) -> Result<ContactRow> {
    let tx = app.begin().await?;
    let mut row = kept(&tx, app, viewer, (id, expected_version)).await?;
    fill(&mut row, new.facts()?)?;
    let row = store::contact_save(&tx, row).await?;
    let detail = detail(&row);
    finish(
        app,
        tx,
        viewer,
        ("updateCompanyContact", IdKind::Org, row.organization_id),
        &detail,
    )
    .await?;
    Ok(row)
}

/// Says that somebody is not called any more; gives what there was.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`.
pub(in crate::products) async fn remove_contact(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected_version: i32,
) -> Result<ContactRow> {
    let tx = app.begin().await?;
    let row = kept(&tx, app, viewer, (id, expected_version)).await?;
    store::contact_delete(&tx, row.id, row.version).await?;
    let detail = detail(&row);
    finish(
        app,
        tx,
        viewer,
        ("removeCompanyContact", IdKind::Org, row.organization_id),
        &detail,
    )
    .await?;
    Ok(row)
}

/// A contact that the viewer keeps and saw in this version.
async fn kept(tx: &Tx, app: &App, viewer: &Viewer, (id, expected_version): (Uuid, i32)) -> Result<ContactRow> {
    let row = store::contact(tx.connection(), id).await?;
    let row = row.ok_or_else(ApiError::not_found)?;
    check_read(tx.connection(), app, viewer, row.organization_id).await?;
    permit_contact(viewer, row.organization_id, tx.now())?;
    check_version(row.version, expected_version)?;
    Ok(row)
}

fn fill(row: &mut ContactRow, facts: ContactFacts) -> Result<()> {
    facts.role.code().clone_into(&mut row.role);
    row.languages = serde_json::to_string(&facts.languages).map_err(ApiError::internal)?;
    row.name = facts.name;
    row.email = facts.email;
    row.phone = facts.phone;
    row.time_zone = facts.time_zone;
    row.hours = facts.hours;
    Ok(())
}

/// What the audit log says of a contact: no name, no address.
fn detail(row: &ContactRow) -> Value {
    json!({ "contact": encode(IdKind::CompanyContact, row.id), "role": row.role })
}
