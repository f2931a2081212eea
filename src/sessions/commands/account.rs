//! What a person is shown of its own account.

use std::sync::Arc;

use jiff::Timestamp;

use crate::{
    app::App,
    members,
    permissions::{Viewer, needs_second_factor},
    platform::error::{ErrorCode, Result},
    sessions::{rules::factor::Passkey, store, viewers},
    single_sign_on,
};

/// What a person signs in with.
#[derive(Debug, Clone)]
pub struct AccountState {
    /// Whether it has a password that is good.
    pub password_set: bool,
    /// Whether it signs in by its organisation's provider.
    pub single_sign_on: bool,
    /// Whether a second factor is asked of it.
    pub required: bool,
    /// Whether it has one.
    pub enrolled: bool,
    /// Since when it has had an authenticator app.
    pub totp_since: Option<Timestamp>,
    /// How many recovery codes are left.
    pub recovery_codes_left: u64,
    /// The passkeys, oldest first.
    pub passkeys: Vec<Passkey>,
}

/// The viewer's account.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn account(app: &App, viewer: &Viewer) -> Result<AccountState> {
    let connection = app.db.read();
    let owner = store::owner_find(connection, viewer.person).await?;
    let totp = store::totp_find(connection, viewer.person).await?;
    let closed = single_sign_on::passwords_are_closed(connection, viewer.person).await?;
    Ok(AccountState {
        password_set: owner.password_hash.is_some() && !closed,
        single_sign_on: single_sign_on::is_linked(connection, viewer.person).await?,
        required: needs_second_factor(&viewer.roles, app.config.second_factor_for_all) && !app.config.demo,
        enrolled: owner.enrolled,
        totp_since: totp.map(|(_, since)| since),
        recovery_codes_left: store::recovery_codes_left(connection, viewer.person).await?,
        passkeys: store::passkeys(connection, viewer.person).await?,
    })
}

/// The viewer as it stands after a change of its own account.
///
/// # Errors
/// `UNAUTHENTICATED` where it may not sign in any more.
pub async fn renewed(app: &App, viewer: &Viewer) -> Result<Arc<Viewer>> {
    let epoch = members::authz_epoch(app.db.write()).await?;
    let renewed = viewers::at(app, epoch, viewer.person, viewer.session).await?;
    renewed.ok_or_else(|| ErrorCode::Unauthenticated.into())
}
