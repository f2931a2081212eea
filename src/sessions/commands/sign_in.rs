//! Signing in with address and password.

use serde_json::json;
use uuid::Uuid;

use super::{SignedIn, back_off, begin, password};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    platform::{
        error::{ErrorCode, Result},
        ids::IdKind,
        text::normalize_email,
    },
    sessions::{Caller, rules::MAX_PASSWORD, store},
};

const ACTION: &str = "signIn";

/// Signs a person in. Whether the address is unknown, the password wrong or the account closed, the answer is the same
/// and takes as long.
///
/// # Errors
/// `SIGN_IN_FAILED`; `RATE_LIMITED` after too many failures; `INTERNAL` or `UNAVAILABLE`.
pub async fn sign_in(app: &App, caller: &Caller, email: &str, password: &str) -> Result<SignedIn> {
    let Ok(email) = normalize_email(email) else {
        return Err(ErrorCode::SignInFailed.into());
    };
    let attempts = back_off::begin(app, &email, caller.peer).await?;
    let account = store::account_by_email(app.db.read(), &email).await?;
    let (person, hash) = account.map_or((None, None), |account| (Some(account.person), account.password_hash));
    let fits = password.chars().count() <= MAX_PASSWORD && password::verify(password, hash).await?;
    let signed_in = match person {
        Some(person) if fits => open(app, caller, person).await?,
        _ => None,
    };
    match signed_in {
        Some(signed_in) => {
            attempts.succeeded(app).await?;
            Ok(signed_in)
        }
        None => Err(refuse(app, person).await?.into()),
    }
}

async fn open(app: &App, caller: &Caller, person: Uuid) -> Result<Option<SignedIn>> {
    let tx = app.begin().await?;
    let Some(signed_in) = begin(app, &tx, caller, person).await? else {
        return Ok(None);
    };
    let act = Act::on(Category::Security, ACTION, IdKind::Person, person);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(&signed_in.viewer), act).await?;
    tx.commit(proof).await?;
    Ok(Some(signed_in))
}

/// Records the failure: with the person where there is one, never with what was typed.
async fn refuse(app: &App, person: Option<Uuid>) -> Result<ErrorCode> {
    let tx = app.begin().await?;
    let detail = json!({"refused": ErrorCode::SignInFailed.as_str()});
    let act = Act {
        category: Category::Security,
        action: ACTION,
        object: person.map(|person| (IdKind::Person, person)),
        root: None,
        detail: &detail,
    };
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await?;
    Ok(ErrorCode::SignInFailed)
}
