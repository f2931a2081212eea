//! Recovery codes: ten at once, shown once, kept as hashes, each good once.

use uuid::Uuid;

use super::{complete::tell, password::confirm};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    mail::MailKind,
    permissions::Viewer,
    platform::{
        db::Tx,
        error::{ErrorCode, Result},
        ids::IdKind,
    },
    sessions::{
        Caller,
        rules::factor::{RECOVERY_CODES, plain, recovery_code},
        store,
        tokens::fingerprint,
    },
};

/// New recovery codes; the earlier ones are no longer good.
///
/// # Errors
/// `SIGN_IN_FAILED` for a wrong password, `RATE_LIMITED`, `TRANSITION_NOT_ALLOWED` for somebody without a second factor.
pub async fn renew_recovery_codes(app: &App, caller: &Caller, viewer: &Viewer, password: &str) -> Result<Vec<String>> {
    confirm(app, caller, viewer, password, "password").await?;
    let tx = app.begin().await?;
    let owner = store::owner_lock(&tx, viewer.person).await?;
    if !owner.enrolled {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    let codes = renew(app, &tx, viewer.person).await?;
    let act = Act::on(Category::Security, "renewRecoveryCodes", IdKind::Person, viewer.person);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(codes)
}

/// Draws new codes and keeps their hashes.
pub(super) async fn renew(app: &App, tx: &Tx, person: Uuid) -> Result<Vec<String>> {
    let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| recovery_code(app.ids.secret())).collect();
    let hashes: Vec<String> = codes.iter().map(|code| fingerprint(&plain(code))).collect();
    store::recovery_codes_replace(tx, person, &hashes).await?;
    Ok(codes)
}

/// Whether it is an unused recovery code of the person, who is told that it is used now.
pub(super) async fn fits(app: &App, tx: &Tx, person: Uuid, code: &str) -> Result<bool> {
    if !store::recovery_code_use(tx, person, &fingerprint(&plain(code))).await? {
        return Ok(false);
    }
    tell(app, tx, person, MailKind::RecoveryCodeUsed).await?;
    Ok(true)
}
