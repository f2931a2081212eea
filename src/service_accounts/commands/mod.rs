//! Use cases of service accounts: one transaction each, and the reads behind the resolvers.

mod credentials;
mod manage;
mod token;

pub(crate) use credentials::{add_key, add_known_secret};
pub(super) use credentials::{add_secret, end};
pub(crate) use manage::{Facts, create};
pub(super) use manage::{resume, revoke, suspend, update};
pub use token::{TokenAnswer, TokenRequest, metadata, token};

use uuid::Uuid;

use super::{
    rules::{AccountRow, ServiceAccountStep},
    store,
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    members,
    permissions::{Action, Scope, Viewer},
    platform::{
        db::Tx,
        error::{ApiError, ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
        ids::IdKind,
    },
};

/// Whose accounts a list is of: `None` means everybody's.
///
/// # Errors
/// `FORBIDDEN` for another organisation's, unless the viewer manages all.
pub(super) fn listed(viewer: &Viewer, organization: Option<Uuid>) -> Result<Option<Uuid>> {
    match (viewer.scope(Action::ServiceAccountManage), organization) {
        (Scope::All, organization) => Ok(organization),
        (Scope::Own, None) => Ok(Some(viewer.organization)),
        (Scope::Own, Some(organization)) if organization == viewer.organization => Ok(Some(organization)),
        _ => Err(ErrorCode::Forbidden.into()),
    }
}

/// A page of accounts of an organisation, or of everybody's.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn list(app: &App, organization: Option<Uuid>, args: &PageArgs) -> Result<Page<AccountRow>> {
    store::account_page(app.db.read(), organization, args).await
}

/// How many those are.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn count(app: &App, organization: Option<Uuid>) -> Result<u64> {
    store::account_count(app.db.read(), organization).await
}

/// An account that the viewer knows of.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn visible(app: &App, viewer: &Viewer, id: Uuid) -> Result<Option<AccountRow>> {
    let found = store::account(app.db.read(), id).await?;
    Ok(found.filter(|account| account.is_seen_by(viewer)))
}

/// Forgets used assertions that would be refused anyway.
pub(super) async fn forget(app: &App) -> Result<u64> {
    store::assertions_forget(app.db.write(), app.now()).await
}

/// An account that the viewer knows of, to take a step of it; it is this transaction's until that ends.
async fn load(
    app: &App,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    step: ServiceAccountStep,
) -> Result<(Tx, AccountRow)> {
    let tx = app.begin().await?;
    let found = store::account(tx.connection(), id).await?;
    let account = found
        .filter(|account| account.is_seen_by(viewer))
        .ok_or_else(ApiError::not_found)?;
    account.take(viewer, step)?;
    if account.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    store::account_claim(&tx, id, expected).await?;
    Ok((tx, account))
}

/// Writes the audit entry and commits; what an account may do is so from the next request on.
async fn finish(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    mutation: &'static str,
    id: Uuid,
    detail: &serde_json::Value,
) -> Result<AccountRow> {
    members::raise_authz_epoch(&tx).await?;
    let act = Act::on(Category::Security, mutation, IdKind::ServiceAccount, id).with(detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    let found = store::account(tx.connection(), id).await?;
    tx.commit(proof).await?;
    found.ok_or_else(ApiError::not_found)
}
