//! The second step of signing in.
//!
//! Failures are counted by person, whatever challenge they came with, so a stolen password lets nobody try six digits
//! until they fit.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    SignedIn,
    back_off::{self, Guessed},
    begin, passkey, recovery,
    refusal::refuse,
    totp,
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    mail::{self, MailKind},
    members,
    platform::{
        db::Tx,
        error::{ErrorCode, Result},
        ids::IdKind,
    },
    sessions::{
        Caller,
        rules::factor::Method,
        store::{self, Open, Purpose},
        tokens,
    },
};

const ACTION: &str = "completeSignIn";

/// What somebody proves the second factor with.
#[derive(Debug, Clone)]
pub enum Answer {
    /// The code that the authenticator app shows.
    Totp(String),
    /// A recovery code.
    RecoveryCode(String),
    /// What a passkey signed, as the browser's `toJSON` gives it.
    Passkey(Value),
}

impl Answer {
    fn method(&self) -> Method {
        match self {
            Self::Totp(_) => Method::Totp,
            Self::RecoveryCode(_) => Method::RecoveryCode,
            Self::Passkey(_) => Method::Passkey,
        }
    }
}

/// Signs in whoever has the challenge's token and the second factor.
///
/// # Errors
/// `TOKEN_INVALID` where the challenge is unknown, used or too old; `SECOND_FACTOR_FAILED`; `RATE_LIMITED` after too many
/// failures; `INTERNAL` or `UNAVAILABLE`.
pub async fn complete_sign_in(app: &App, caller: &Caller, token: &str, answer: &Answer) -> Result<SignedIn> {
    let hash = tokens::fingerprint(token);
    let open = store::challenge_open(app.db.read(), &hash, Purpose::SignIn, app.now()).await?;
    let open = open.ok_or(ErrorCode::TokenInvalid)?;
    let attempts = back_off::begin(app, Guessed::SecondFactor(open.person), caller.peer).await?;
    match prove(app, caller, &hash, &open, answer).await? {
        Some(signed_in) => {
            attempts.succeeded(app).await?;
            Ok(signed_in)
        }
        None => {
            let (code, method): (_, &str) = (ErrorCode::SecondFactorFailed, answer.method().into());
            let detail = json!({ "refused": code.as_str(), "method": method });
            refuse(app, ACTION, Some(open.person), &attempts, &detail).await?;
            Err(code.into())
        }
    }
}

async fn prove(app: &App, caller: &Caller, hash: &str, open: &Open, answer: &Answer) -> Result<Option<SignedIn>> {
    let tx = app.begin().await?;
    store::owner_lock(&tx, open.person).await?;
    let fits = match answer {
        Answer::Totp(code) => totp::fits(app, &tx, open.person, code).await?,
        Answer::RecoveryCode(code) => recovery::fits(app, &tx, open.person, code).await?,
        Answer::Passkey(signed) => passkey::fits(app, &tx, open.person, open.state.as_deref(), signed).await?,
    };
    if !fits {
        return Ok(None);
    }
    if !store::challenge_take(&tx, hash).await? {
        return Err(ErrorCode::TokenInvalid.into());
    }
    let Some(viewer) = members::viewer(tx.connection(), open.person).await? else {
        return Ok(None);
    };
    let signed_in = begin(app, &tx, caller, viewer).await?;
    let method: &str = answer.method().into();
    let detail = json!({ "method": method });
    let act = Act::on(Category::Security, ACTION, IdKind::Person, open.person).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(&signed_in.viewer), act).await?;
    tx.commit(proof).await?;
    Ok(Some(signed_in))
}

/// Tells the person by mail of something that happened to its account.
pub(super) async fn tell(app: &App, tx: &Tx, person: Uuid, kind: MailKind) -> Result<()> {
    mail::notify(tx, app.ids.as_ref(), person, kind).await
}
