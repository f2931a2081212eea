//! Contact points of agencies.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{check_version, finish, first, seen};
use crate::{
    agencies::{
        rules::{
            AgencyRow, AgencyStep, ContactRole, ContactRow, ContactStep, MOST_CONTACTS, facts,
            hours::{WrittenRange, ranges},
        },
        sealed::{Place, seal},
        store,
    },
    app::App,
    audit::{Act, Category},
    permissions::Viewer,
    platform::{
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, encode},
    },
};

/// A contact point to be.
#[derive(Debug, Clone, Serialize)]
pub struct AddContact {
    /// The agency.
    pub agency: Uuid,
    /// For what it is there.
    pub role: ContactRole,
    /// What it is called.
    pub label: String,
    /// The address.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// Languages spoken there.
    pub languages: Vec<String>,
    /// When somebody is there; the agency's hours where none are named.
    pub hours: Vec<WrittenRange>,
}

/// Adds a contact point to an agency.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub async fn add_contact(app: &App, viewer: &Viewer, key: &str, input: &AddContact) -> Result<ContactRow> {
    let tx = app.begin().await?;
    let agency = seen(&tx, viewer, input.agency).await?;
    if !AgencyStep::AddContactPoint.is_open_to(viewer, agency.id) {
        return Err(ErrorCode::Forbidden.into());
    }
    let claim = match claim(&tx, viewer.person, "addContactPoint", key, input).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let row = store::contact(tx.connection(), first(&ids)?).await?;
            return row.ok_or_else(ApiError::not_found);
        }
    };
    if store::contact_count(tx.connection(), agency.id).await? >= MOST_CONTACTS {
        let text = format!("An agency has at most {MOST_CONTACTS} contact points.");
        return Err(ApiError::input("agencyId", text));
    }
    let id = app.ids.id(tx.now());
    let row = ContactRow {
        id,
        agency: agency.id,
        role: input.role,
        label: facts::label(&input.label)?,
        email: sealed_email(app, id, input.email.as_deref())?,
        phone: sealed_phone(app, id, input.phone.as_deref(), &agency)?,
        languages: facts::languages(&input.languages)?,
        hours: ranges("hours", &input.hours)?,
        version: 1,
        created_at: tx.now(),
    };
    check_reached(&row)?;
    store::contact_insert(&tx, &row).await?;
    claim.keep(&tx, &[row.id]).await?;
    record(app, tx, viewer, "addContactPoint", &row).await?;
    Ok(row)
}

/// What shall be different; what is `None` stays, and `Some(None)` is taken away.
#[derive(Debug, Clone)]
pub struct UpdateContact {
    /// Which one.
    pub id: Uuid,
    /// The version that the caller has seen.
    pub expected_version: i32,
    /// For what it is there.
    pub role: Option<ContactRole>,
    /// What it is called.
    pub label: Option<String>,
    /// The address.
    pub email: Option<Option<String>>,
    /// The telephone number.
    pub phone: Option<Option<String>>,
    /// Languages spoken there.
    pub languages: Option<Vec<String>>,
    /// When somebody is there.
    pub hours: Option<Vec<WrittenRange>>,
}

impl UpdateContact {
    fn apply(self, app: &App, agency: &AgencyRow, mut row: ContactRow) -> Result<ContactRow> {
        if let Some(label) = self.label {
            row.label = facts::label(&label)?;
        }
        if let Some(email) = self.email {
            row.email = sealed_email(app, row.id, email.as_deref())?;
        }
        if let Some(phone) = self.phone {
            row.phone = sealed_phone(app, row.id, phone.as_deref(), agency)?;
        }
        if let Some(languages) = self.languages {
            row.languages = facts::languages(&languages)?;
        }
        if let Some(hours) = self.hours {
            row.hours = ranges("hours", &hours)?;
        }
        row.role = self.role.unwrap_or(row.role);
        check_reached(&row)?;
        Ok(row)
    }
}

/// Changes a contact point.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub async fn update_contact(app: &App, viewer: &Viewer, change: UpdateContact) -> Result<ContactRow> {
    let tx = app.begin().await?;
    let (agency, row) = contact_seen(&tx, viewer, change.id).await?;
    if !ContactStep::Update.is_open_to(viewer, agency.id) {
        return Err(ErrorCode::Forbidden.into());
    }
    check_version(row.version, change.expected_version)?;
    let row = store::contact_save(&tx, change.apply(app, &agency, row)?).await?;
    record(app, tx, viewer, "updateContactPoint", &row).await?;
    Ok(row)
}

/// Takes a contact point away; its agency.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`.
pub async fn remove_contact(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<AgencyRow> {
    let tx = app.begin().await?;
    let (agency, row) = contact_seen(&tx, viewer, id).await?;
    if !ContactStep::Remove.is_open_to(viewer, agency.id) {
        return Err(ErrorCode::Forbidden.into());
    }
    check_version(row.version, expected)?;
    store::contact_delete(&tx, &row).await?;
    record(app, tx, viewer, "removeContactPoint", &row).await?;
    Ok(agency)
}

/// A contact point of an agency that the viewer sees; nobody else changes it until the transaction ends.
pub(super) async fn contact_seen(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<(AgencyRow, ContactRow)> {
    let found = store::contact(tx.connection(), id).await?;
    let agency = seen(tx, viewer, found.ok_or_else(ApiError::not_found)?.agency).await?;
    // Again, now that nobody else changes it.
    let row = store::contact(tx.connection(), id).await?;
    Ok((agency, row.ok_or_else(ApiError::not_found)?))
}

fn sealed_email(app: &App, id: Uuid, raw: Option<&str>) -> Result<Option<String>> {
    let email = facts::optional_email(raw)?;
    email
        .map(|email| seal(app, Place::ContactEmail, id, &email))
        .transpose()
}

fn sealed_phone(app: &App, id: Uuid, raw: Option<&str>, agency: &AgencyRow) -> Result<Option<String>> {
    let phone = facts::phone(raw, agency.country())?;
    phone
        .map(|phone| seal(app, Place::ContactPhone, id, &phone))
        .transpose()
}

fn check_reached(row: &ContactRow) -> Result<()> {
    if row.email.is_none() && row.phone.is_none() {
        return Err(ApiError::input("email", "Give an address or a telephone number."));
    }
    Ok(())
}

async fn record(app: &App, tx: Tx, viewer: &Viewer, action: &'static str, row: &ContactRow) -> Result<()> {
    let detail = json!({ "agency": encode(IdKind::Agency, row.agency) });
    let act = Act::on(Category::Admin, action, IdKind::Contact, row.id).with(&detail);
    finish(app, tx, viewer, act).await
}
