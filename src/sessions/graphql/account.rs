//! The viewer's account: what it signs in with.

use std::sync::Arc;

use async_graphql::{ID, SimpleObject};

use crate::{
    app::App,
    permissions::Viewer,
    platform::{
        error::Result,
        graphql::{id, scalars::DateTime},
        ids::IdKind,
    },
    sessions::{
        self,
        commands::{self, AccountState},
    },
};

/// What a person signs in with; shown to itself alone.
#[derive(SimpleObject)]
pub struct Account {
    /// Whether the person can sign in by a password: one is set, and the organisation has not closed passwords.
    password_set: bool,
    /// Whether the person signs in by its organisation's own provider.
    single_sign_on: bool,
    /// The second factor.
    second_factor: SecondFactor,
}

/// What a person proves beside its password.
#[derive(SimpleObject)]
pub struct SecondFactor {
    /// Whether a role of the person asks for one.
    required: bool,
    /// Whether there is one.
    enrolled: bool,
    /// Since when there has been an authenticator app; null where there is none.
    totp_since: Option<DateTime>,
    /// How many recovery codes are left.
    recovery_codes_left: i32,
    /// The passkeys, oldest first; at most ten.
    passkeys: Vec<Passkey>,
}

/// A passkey or security key of a person.
#[derive(SimpleObject)]
pub struct Passkey {
    /// Opaque id.
    id: ID,
    /// What the person calls it.
    name: String,
    /// Since when there has been one.
    created_at: DateTime,
    /// When it was used last; null where it never was.
    last_used_at: Option<DateTime>,
}

impl From<sessions::Passkey> for Passkey {
    fn from(passkey: sessions::Passkey) -> Self {
        Self {
            id: id(IdKind::Passkey, passkey.id),
            name: passkey.name,
            created_at: DateTime(passkey.created_at),
            last_used_at: passkey.last_used_at.map(DateTime),
        }
    }
}

impl From<AccountState> for Account {
    fn from(account: AccountState) -> Self {
        Self {
            password_set: account.password_set,
            single_sign_on: account.single_sign_on,
            second_factor: SecondFactor {
                required: account.required,
                enrolled: account.enrolled,
                totp_since: account.totp_since.map(DateTime),
                recovery_codes_left: i32::try_from(account.recovery_codes_left).unwrap_or(i32::MAX),
                passkeys: account.passkeys.into_iter().map(Into::into).collect(),
            },
        }
    }
}

/// The account of a viewer.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn account(app: &Arc<App>, viewer: &Viewer) -> Result<Account> {
    commands::account(app, viewer).await.map(Account::from)
}
