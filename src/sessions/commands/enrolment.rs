//! What having a second factor, or none any more, changes for a person.

use serde_json::json;
use uuid::Uuid;

use super::{complete::tell, recovery};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    mail::MailKind,
    members,
    permissions::{Viewer, needs_second_factor},
    platform::{
        db::Tx,
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
        text::normalize_email,
    },
    sessions::store::{self, Owner},
};

/// A factor was added: whoever had none before gets recovery codes, and other sessions end, because they began without
/// it; one of them may be a thief's who has the password.
pub(super) async fn gained(app: &App, tx: &Tx, viewer: &Viewer, before: &Owner) -> Result<Vec<String>> {
    tell(app, tx, viewer.person, MailKind::SecondFactorAdded).await?;
    if before.enrolled {
        return Ok(Vec::new());
    }
    store::enrolled_set(tx, viewer.person, Some(tx.now())).await?;
    store::sessions_revoke(tx, viewer.person, viewer.session, "SECOND_FACTOR_ADDED").await?;
    members::raise_authz_epoch(tx).await?;
    recovery::renew(app, tx, viewer.person).await
}

/// A factor was taken away: without another one the person has none, and its recovery codes stand for nothing.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED` where a role asks for one.
pub(super) async fn lost(app: &App, tx: &Tx, viewer: &Viewer) -> Result<()> {
    if store::has_factor(tx, viewer.person).await? {
        return Ok(());
    }
    if needs_second_factor(&viewer.roles, app.config.second_factor_for_all) && !app.config.demo {
        return Err(ApiError::because(
            ErrorCode::TransitionNotAllowed,
            "A second factor is asked of you. Add another one first.",
        ));
    }
    store::enrolled_set(tx, viewer.person, None).await?;
    store::recovery_codes_replace(tx, viewer.person, &[]).await?;
    members::raise_authz_epoch(tx).await
}

/// Takes all factors of a person away, ends its sessions and tells it so. Whoever may ask for that is the caller's affair.
///
/// # Errors
/// `NOT_FOUND`, `INTERNAL` or `UNAVAILABLE`.
pub async fn reset_factors(app: &App, tx: &Tx, person: Uuid) -> Result<()> {
    store::owner_lock(tx, person).await?;
    store::factors_remove(tx, person).await?;
    store::enrolled_set(tx, person, None).await?;
    store::challenges_void(tx, person).await?;
    store::sessions_revoke(tx, person, None, "SECOND_FACTOR_RESET").await?;
    members::raise_authz_epoch(tx).await?;
    tell(app, tx, person, MailKind::SecondFactorReset).await
}

/// [`reset_factors`] on the word of who runs the service: for the only administrator, whom nobody else could help.
///
/// # Errors
/// `NOT_FOUND` where nobody with a second factor has the address.
pub async fn reset_factors_of(app: &App, email: &str) -> Result<()> {
    let email = normalize_email(email).map_err(|_| ApiError::not_found())?;
    let account = store::account_by_email(app.db.read(), &email).await?;
    let person = account.ok_or_else(ApiError::not_found)?.person;
    let tx = app.begin().await?;
    if !store::owner_lock(&tx, person).await?.enrolled {
        return Err(ApiError::not_found());
    }
    reset_factors(app, &tx, person).await?;
    let detail = json!({ "by": "OPERATOR" });
    let act = Act::on(Category::Security, "resetSecondFactor", IdKind::Person, person).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await
}
