//! As whom something is bought: sealed at rest, and shown to those who are named, for a purpose that is logged.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::{Loaded, clash::hashed, commit, load};
use crate::{
    app::App,
    funds::rules as money,
    permissions::Viewer,
    platform::{
        error::{ApiError, ErrorCode, Result},
        vault::Label,
    },
    purchases::rules::{IdentityPurpose, PurchaseStep},
};

/// As whom something is to be bought, as somebody writes it.
#[derive(Debug, Clone)]
pub(crate) struct NewIdentity {
    pub(crate) alias: String,
    pub(crate) account: Option<String>,
    pub(crate) ship_to: String,
}

/// What is sealed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Identity {
    pub(crate) alias: String,
    pub(crate) account: Option<String>,
    pub(crate) ship_to: String,
}

fn label(purchase: Uuid) -> Label {
    Label {
        purpose: "buyer",
        owner: purchase,
    }
}

impl Identity {
    /// Cleaned and checked.
    ///
    /// # Errors
    /// `BAD_USER_INPUT`.
    pub(super) fn read(new: &NewIdentity) -> Result<Self> {
        Ok(Self {
            alias: money::line("alias", &new.alias, 200)?,
            account: money::optional("account", new.account.as_deref(), 200)?,
            ship_to: money::text("shipTo", &new.ship_to, 500)?,
        })
    }

    /// The sealed form.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub(super) fn sealed(&self, app: &App, purchase: Uuid) -> Result<String> {
        let clear = serde_json::to_vec(self).map_err(ApiError::internal)?;
        app.keys.vault().seal(app.ids.as_ref(), label(purchase), &clear)
    }

    /// Keyed hashes by which the alias and the account are met again.
    pub(super) fn marks(&self, app: &App) -> BTreeSet<String> {
        let names = std::iter::once(&self.alias).chain(&self.account);
        names.map(|name| hashed(app, "buyer", name)).collect()
    }

    /// A keyed hash by which the address is met again.
    pub(super) fn address(&self, app: &App) -> BTreeSet<String> {
        BTreeSet::from([hashed(app, "ship-to", &self.ship_to)])
    }
}

/// Shows as whom something is bought; that it was shown, and for what, is in the log before it is (I38).
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN` for who is not named, `TRANSITION_NOT_ALLOWED` where it is not said yet, or was forgotten.
pub(crate) async fn reveal(app: &App, viewer: &Viewer, id: Uuid, purpose: IdentityPurpose) -> Result<Identity> {
    let tx = app.begin().await?;
    let Loaded { row, standing } = load(&tx, viewer, id).await?;
    standing.step(PurchaseStep::Reveal)?;
    let sealed = row.sealed.as_deref().ok_or(ErrorCode::TransitionNotAllowed)?;
    let clear = app.keys.vault().open(label(id), sealed)?;
    let identity = serde_json::from_slice(&clear).map_err(ApiError::internal)?;
    let detail = json!({ "purpose": purpose.code() });
    commit(app, tx, viewer, &row, "revealBuyerIdentity", &detail).await?;
    Ok(identity)
}
