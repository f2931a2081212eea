//! The secrets by which webhooks are signed: sealed, so that whoever has the database alone can sign nothing.

use uuid::Uuid;

use crate::{
    app::App,
    platform::{clock::micros, error::Result, vault::Label},
    webhooks::{rules, store::EndpointRow},
};

fn label(owner: Uuid) -> Label {
    Label {
        purpose: "webhook",
        owner,
    }
}

/// A new secret of an endpoint: sealed, and as it is shown once.
///
/// # Errors
/// `INTERNAL` where it cannot be sealed.
pub(super) fn draw(app: &App, endpoint: Uuid) -> Result<(String, String)> {
    let secret = app.ids.secret();
    let sealed = app.keys.vault().seal(app.ids.as_ref(), label(endpoint), &secret)?;
    Ok((sealed, rules::secret_text(&secret)))
}

/// The secrets that sign now, the newest one first.
///
/// # Errors
/// `INTERNAL` where one does not open.
pub(super) fn live(app: &App, endpoint: &EndpointRow) -> Result<Vec<Vec<u8>>> {
    let vault = app.keys.vault();
    let mut secrets = vec![vault.open(label(endpoint.id), &endpoint.secret)?];
    let is_live = endpoint.old_until.is_some_and(|until| until > micros(app.now()));
    if let Some(old) = endpoint.old_secret.as_deref().filter(|_| is_live) {
        secrets.push(vault.open(label(endpoint.id), old)?);
    }
    Ok(secrets)
}
