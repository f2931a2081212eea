//! Accounts made, changed, shut out and let in.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{finish, load};
use crate::{
    app::App,
    members::{self, ServicePerson, rules::facts},
    permissions::{Action, ServiceScope, Target, Viewer},
    platform::{
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
    },
    service_accounts::{
        rules::{self, AccountRow, MOST_ACCOUNTS, ServiceAccountState, ServiceAccountStep},
        store,
    },
    sessions,
};

/// What an account is to be.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Facts {
    /// Its name.
    pub(crate) name: String,
    /// What it is for.
    pub(crate) description: Option<String>,
    /// What it may do.
    pub(crate) scopes: Vec<ServiceScope>,
    /// From where it may come; none means from anywhere.
    pub(crate) networks: Vec<String>,
}

/// Makes an account of the viewer's organisation, which acts there, or for trials in its sandbox. It has no credential yet.
///
/// # Errors
/// `FORBIDDEN`, `BAD_USER_INPUT` also for an account for trials where there is no sandbox, `TRANSITION_NOT_ALLOWED` where the organisation has as many as it may,
/// `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn create(app: &App, viewer: &Viewer, key: &str, given: Facts, sandbox: bool) -> Result<AccountRow> {
    let tx = app.begin().await?;
    let own = Target {
        organization: viewer.organization,
        brands: &[],
    };
    if !viewer.may(Action::ServiceAccountManage, own, tx.now()) {
        return Err(ErrorCode::Forbidden.into());
    }
    let claim = match claim(&tx, viewer.person, "createServiceAccount", key, &(&given, sandbox)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let id = ids.first().copied().ok_or_else(ApiError::not_found)?;
            let row = store::account(tx.connection(), id).await?;
            return row
                .filter(|account| account.is_seen_by(viewer))
                .ok_or_else(ApiError::not_found);
        }
    };
    // The organisation is locked, so that two do not both make the last one.
    let organization = members::organization_seen(&tx, viewer, viewer.organization).await?;
    check_room(&tx, viewer.organization).await?;
    let acts_in = match sandbox {
        false => organization,
        true => {
            let found = members::sandbox_of(tx.connection(), viewer.organization).await?;
            // An account that was asked for as one for trials must not turn out to be a real one.
            found.ok_or_else(|| ApiError::input("sandbox", "Your organisation has no sandbox yet: make one first."))?
        }
    };
    let account = newcomer(app, &tx, viewer, &given, sandbox)?;
    let person = ServicePerson {
        id: account.id,
        name: account.name.clone(),
    };
    members::service_person_insert(app, &tx, &acts_in, person).await?;
    store::account_insert(&tx, &account).await?;
    claim.keep(&tx, &[account.id]).await?;
    let detail = powers(&account);
    finish(app, tx, viewer, "createServiceAccount", account.id, &detail).await
}

async fn check_room(tx: &Tx, organization: Uuid) -> Result<()> {
    if store::accounts_left(tx.connection(), organization).await? < MOST_ACCOUNTS as u64 {
        return Ok(());
    }
    let text = format!("An organisation has at most {MOST_ACCOUNTS} service accounts: revoke one first.");
    Err(ApiError::because(ErrorCode::TransitionNotAllowed, text))
}

fn newcomer(app: &App, tx: &Tx, viewer: &Viewer, given: &Facts, sandbox: bool) -> Result<AccountRow> {
    Ok(AccountRow {
        id: app.ids.id(tx.now()),
        organization: viewer.organization,
        name: rules::name(&given.name)?,
        description: rules::description(given.description.as_deref())?,
        scopes: rules::scopes(given.scopes.clone())?,
        networks: rules::networks(&given.networks)?,
        sandbox,
        state: ServiceAccountState::Active,
        suspended_by: None,
        created_by: viewer.person,
        last_used_at: None,
        last_network: None,
        credentials: Vec::new(),
        version: 1,
        created_at: tx.now(),
    })
}

/// What the audit log keeps of what an account may do.
fn powers(account: &AccountRow) -> serde_json::Value {
    let networks: Vec<String> = account.networks.iter().map(ToString::to_string).collect();
    json!({ "scopes": account.scopes, "networks": networks })
}

/// Changes what an account is and may do, from the next request on. Where its networks change, its tokens are no longer good.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT`.
pub(in crate::service_accounts) async fn update(
    app: &App,
    viewer: &Viewer,
    which: (Uuid, i32),
    given: Facts,
) -> Result<AccountRow> {
    let (tx, mut account) = load(app, viewer, which, ServiceAccountStep::Edit).await?;
    let networks = rules::networks(&given.networks)?;
    let has_moved = networks != account.networks;
    account.name = rules::name(&given.name)?;
    account.description = rules::description(given.description.as_deref())?;
    account.scopes = rules::scopes(given.scopes)?;
    account.networks = networks;
    keep(&tx, &account).await?;
    if has_moved {
        // What is open was opened from where it may not be any more, perhaps.
        sessions::end_service_sessions(&tx, account.id, "SERVICE_ACCOUNT_MOVED").await?;
    }
    finish(app, tx, viewer, "updateServiceAccount", account.id, &powers(&account)).await
}

/// Shuts an account out for the time being: its tokens are no longer good, and it gets no new ones.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT` without a reason.
pub(in crate::service_accounts) async fn suspend(
    app: &App,
    viewer: &Viewer,
    which: (Uuid, i32),
    reason: &str,
) -> Result<AccountRow> {
    let (tx, mut account) = load(app, viewer, which, ServiceAccountStep::Suspend).await?;
    let reason = said(reason)?;
    account.state = ServiceAccountState::Suspended;
    account.suspended_by = Some(viewer.organization);
    keep(&tx, &account).await?;
    sessions::end_service_sessions(&tx, account.id, "SERVICE_ACCOUNT_SUSPENDED").await?;
    let detail = json!({ "reason": reason });
    finish(app, tx, viewer, "suspendServiceAccount", account.id, &detail).await
}

/// Lets an account in again; its credentials are good as before.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT` without a reason.
pub(in crate::service_accounts) async fn resume(
    app: &App,
    viewer: &Viewer,
    which: (Uuid, i32),
    reason: &str,
) -> Result<AccountRow> {
    let (tx, mut account) = load(app, viewer, which, ServiceAccountStep::Resume).await?;
    let reason = said(reason)?;
    account.state = ServiceAccountState::Active;
    account.suspended_by = None;
    keep(&tx, &account).await?;
    let detail = json!({ "reason": reason });
    finish(app, tx, viewer, "resumeServiceAccount", account.id, &detail).await
}

/// Shuts an account out for good: its tokens are no longer good, and its credentials have ended.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT` without a reason.
pub(in crate::service_accounts) async fn revoke(
    app: &App,
    viewer: &Viewer,
    which: (Uuid, i32),
    reason: &str,
) -> Result<AccountRow> {
    let (tx, mut account) = load(app, viewer, which, ServiceAccountStep::Revoke).await?;
    let reason = said(reason)?;
    account.state = ServiceAccountState::Revoked;
    keep(&tx, &account).await?;
    store::credentials_end(&tx, account.id, None).await?;
    sessions::end_service_sessions(&tx, account.id, "SERVICE_ACCOUNT_REVOKED").await?;
    let detail = json!({ "reason": reason });
    finish(app, tx, viewer, "revokeServiceAccount", account.id, &detail).await
}

/// Saves an account, and its row among the people.
async fn keep(tx: &Tx, account: &AccountRow) -> Result<()> {
    store::account_save(tx, account).await?;
    let person = ServicePerson {
        id: account.id,
        name: account.name.clone(),
    };
    members::service_person_save(tx, person, account.state == ServiceAccountState::Active).await
}

fn said(reason: &str) -> Result<String> {
    let reason = facts::reason(Some(reason))?;
    reason.ok_or_else(|| ApiError::input("reason", "Say why."))
}
