//! The end of a digest by one click (RFC 8058): the link carries a code that only this installation can make, and does
//! nothing else.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use url::Url;
use uuid::Uuid;

use super::store;
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    notifications,
    platform::{
        db::Tx,
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
};

const PURPOSE: &str = "unsubscribe";

/// The link of a person.
pub(super) fn link(app: &App, person: Uuid) -> Result<Url> {
    let code = app.keys.code(PURPOSE, &[person.as_bytes()]);
    let token = URL_SAFE_NO_PAD.encode([person.as_bytes().as_slice(), &code].concat());
    let mut link = app.config.public_url.join(PURPOSE).map_err(ApiError::internal)?;
    link.query_pairs_mut().append_pair("token", &token);
    Ok(link)
}

/// The person of a token that we made.
fn person(app: &App, token: &str) -> Option<Uuid> {
    let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
    let (person, code) = bytes.split_at_checked(16)?;
    let right = app.keys.code(PURPOSE, &[person]);
    // In the same time wherever they differ.
    let differing = right.iter().zip(code).fold(0, |all, (a, b)| all | (a ^ b));
    (code.len() == right.len() && differing == 0).then(|| Uuid::from_slice(person).ok())?
}

/// Switches a person's digest off, and has what it wants to hear by mail told in the portal alone. Doing it twice is no error.
///
/// # Errors
/// `TOKEN_INVALID` where the token is not ours.
pub async fn unsubscribe(app: &App, token: &str) -> Result<()> {
    let person = person(app, token).ok_or(ErrorCode::TokenInvalid)?;
    let tx = Tx::begin(&app.db, app.now()).await?;
    let off = store::digest_off(&tx, person).await?;
    let kept = notifications::keep_to_portal(&tx, person).await?;
    if !off && !kept {
        return Ok(());
    }
    let act = Act::on(Category::Admin, "unsubscribe", IdKind::Person, person);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await
}
