//! Showing in clear how an agency's people and desks are reached, for a purpose that is logged (I38).

use serde_json::json;
use uuid::Uuid;

use super::{contact::contact_seen, finish, is_active, officer::officer_seen};
use crate::{
    agencies::{
        rules::{ContactPurpose, ContactStep, OfficerStep},
        sealed::{Identity, Place, open, open_officer},
        store,
    },
    app::App,
    audit::{self, Act, Actor, Category},
    permissions::Viewer,
    platform::{
        error::{ErrorCode, Result},
        ids::{IdKind, encode},
    },
};

/// How a desk is reached.
pub(in crate::agencies) struct Reached {
    pub(in crate::agencies) email: Option<String>,
    pub(in crate::agencies) phone: Option<String>,
}

/// Shows who an officer is and how it is reached; that it was shown, and for what, is in the log before it is.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED` where it was revoked.
pub(in crate::agencies) async fn reveal_officer(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    purpose: ContactPurpose,
) -> Result<Identity> {
    let tx = app.begin().await?;
    let (agency, row) = officer_seen(&tx, viewer, id).await?;
    row.check(viewer, OfficerStep::Reveal, tx.now())?;
    let identity = open_officer(app, &row)?;
    let detail = json!({ "agency": encode(IdKind::Agency, agency.id), "purpose": purpose.code() });
    let act = Act::on(Category::Admin, "revealOfficer", IdKind::Officer, id).with(&detail);
    finish(app, tx, viewer, act).await?;
    Ok(identity)
}

/// Shows how a desk is reached; that it was shown, and for what, is in the log before it is.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`.
pub(in crate::agencies) async fn reveal_contact(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    purpose: ContactPurpose,
) -> Result<Reached> {
    let tx = app.begin().await?;
    let (agency, row) = contact_seen(&tx, viewer, id).await?;
    if !ContactStep::Reveal.is_open_to(viewer, agency.id) {
        return Err(ErrorCode::Forbidden.into());
    }
    let opened = |place: Place, sealed: Option<&String>| sealed.map(|sealed| open(app, place, id, sealed)).transpose();
    let reached = Reached {
        email: opened(Place::ContactEmail, row.email.as_ref())?,
        phone: opened(Place::ContactPhone, row.phone.as_ref())?,
    };
    let detail = json!({ "agency": encode(IdKind::Agency, agency.id), "purpose": purpose.code() });
    let act = Act::on(Category::Admin, "revealContactPoint", IdKind::Contact, id).with(&detail);
    finish(app, tx, viewer, act).await?;
    Ok(reached)
}

/// Where a mail to an officer goes.
#[derive(Clone, PartialEq, Eq)]
pub struct MailAddress {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
}

/// Where a mail to an officer goes, for a mail that is about to be sent; `None` unless members may turn to it now, and to its
/// agency. That it was read, and for what, is in the log before: in a transaction of its own, so that it must not be called
/// within another.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn mail_address(app: &App, officer: Uuid, purpose: ContactPurpose) -> Result<Option<MailAddress>> {
    let tx = app.begin().await?;
    let found = store::officers(tx.connection(), &[officer]).await?.pop();
    let Some(row) = found.filter(|row| row.may_act_at(tx.now())) else {
        return Ok(None);
    };
    if !is_active(tx.connection(), row.agency).await? {
        return Ok(None);
    }
    let Identity { name, email, .. } = open_officer(app, &row)?;
    let detail = json!({ "agency": encode(IdKind::Agency, row.agency), "purpose": purpose.code() });
    let act = Act::on(Category::Admin, "readOfficerAddress", IdKind::Officer, officer).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await?;
    Ok(Some(MailAddress { name, email }))
}
