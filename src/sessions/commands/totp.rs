//! The authenticator app of a person: set up in two steps, so that nobody locks itself out by a code that was never read.

use uuid::Uuid;

use super::{complete::tell, enrolment, password::confirm, recovery};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    mail::MailKind,
    permissions::Viewer,
    platform::{
        db::Tx,
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
        vault::Label,
    },
    sessions::{
        Caller,
        rules::factor::{self, PATIENCE, SECRET},
        store,
    },
};

/// An app that waits for its first code. Shown once: what is kept of it is sealed.
#[derive(Debug, Clone)]
pub struct NewTotp {
    /// The secret as people type it.
    pub secret: String,
    /// The same for a QR code.
    pub uri: String,
}

fn label(owner: Uuid) -> Label {
    Label { purpose: "totp", owner }
}

/// Begins to set up an app; the one in use stays good until the new one is confirmed.
///
/// # Errors
/// `SIGN_IN_FAILED` for a wrong password, `RATE_LIMITED`.
pub async fn start_totp(app: &App, caller: &Caller, viewer: &Viewer, password: &str) -> Result<NewTotp> {
    let owner = confirm(app, caller, viewer, password, "password").await?;
    let random = app.ids.secret();
    let secret = &random[..SECRET];
    let sealed = app.keys.vault().seal(app.ids.as_ref(), label(viewer.person), secret)?;
    let uri = factor::uri(secret, &owner.email).ok_or_else(|| ApiError::internal("an account without an address"))?;
    let tx = app.begin().await?;
    let until = tx.now().checked_add(PATIENCE).map_err(ApiError::internal)?;
    store::totp_propose(&tx, viewer.person, &sealed, until).await?;
    let act = Act::on(Category::Security, "startTotp", IdKind::Person, viewer.person);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(NewTotp {
        secret: factor::base32(secret),
        uri,
    })
}

/// Finishes setting up an app by its first code, and gives the recovery codes where the person had no second factor.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED` where none is being set up or it took too long; `SECOND_FACTOR_FAILED` for a wrong code.
pub async fn confirm_totp(app: &App, viewer: &Viewer, code: &str) -> Result<Vec<String>> {
    let tx = app.begin().await?;
    let owner = store::owner_lock(&tx, viewer.person).await?;
    let Some(sealed) = store::totp_pending(&tx, viewer.person).await? else {
        return Err(ApiError::because(
            ErrorCode::TransitionNotAllowed,
            "No app is being set up, or it took too long. Begin again.",
        ));
    };
    let secret = app.keys.vault().open(label(viewer.person), &sealed)?;
    let step = factor::step(&secret, code, tx.now());
    let step = step.ok_or_else(|| ApiError::new(ErrorCode::SecondFactorFailed).at("code"))?;
    store::totp_confirm(&tx, viewer.person, step).await?;
    let codes = enrolment::gained(app, &tx, viewer, &owner).await?;
    let act = Act::on(Category::Security, "confirmTotp", IdKind::Person, viewer.person);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(codes)
}

/// Forgets the app.
///
/// # Errors
/// `SIGN_IN_FAILED` for a wrong password, `RATE_LIMITED`, `TRANSITION_NOT_ALLOWED` where there is none or where a role
/// asks for a second factor and no other is left.
pub async fn remove_totp(app: &App, caller: &Caller, viewer: &Viewer, password: &str) -> Result<()> {
    confirm(app, caller, viewer, password, "password").await?;
    let tx = app.begin().await?;
    store::owner_lock(&tx, viewer.person).await?;
    if !store::totp_remove(&tx, viewer.person).await? {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    enrolment::lost(app, &tx, viewer).await?;
    tell(app, &tx, viewer.person, MailKind::SecondFactorRemoved).await?;
    let act = Act::on(Category::Security, "removeTotp", IdKind::Person, viewer.person);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}

/// Whether the person's app shows this code and it was not used yet; from now on it is.
pub(super) async fn fits(app: &App, tx: &Tx, person: Uuid, code: &str) -> Result<bool> {
    let Some((sealed, _)) = store::totp_find(tx.connection(), person).await? else {
        return Ok(false);
    };
    let secret = app.keys.vault().open(label(person), &sealed)?;
    match factor::step(&secret, code, tx.now()) {
        Some(step) => store::totp_use(tx, person, step).await,
        None => Ok(false),
    }
}

/// Gives a person an app with a secret that others know: for the demo.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn enrol_known(app: &App, tx: &Tx, person: Uuid, secret: &[u8]) -> Result<()> {
    let sealed = app.keys.vault().seal(app.ids.as_ref(), label(person), secret)?;
    store::totp_propose(tx, person, &sealed, tx.now()).await?;
    store::totp_confirm(tx, person, 0).await?;
    store::enrolled_set(tx, person, Some(tx.now())).await?;
    recovery::renew(app, tx, person).await.map(drop)
}
