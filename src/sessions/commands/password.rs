//! Hashing passwords: argon2id with OWASP's parameters, off the threads that serve requests and never inside a
//! transaction; only so many at once, because each takes 19 MiB.

use std::{
    sync::{Arc, LazyLock, OnceLock},
    thread,
};

use argon2::{
    Argon2,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};
use jiff::SignedDuration;
use serde_json::json;
use tokio::{sync::Semaphore, task::spawn_blocking};

use super::{
    back_off::{self, Guessed},
    refusal::refuse,
};
use crate::{
    app::App,
    permissions::Viewer,
    platform::error::{ApiError, ErrorCode, Result},
    sessions::{
        Caller,
        rules::MAX_PASSWORD,
        store::{self, Owner},
    },
    single_sign_on,
};

/// On half of the processors, so that who is signed in already gets answers while others sign in; the rest wait.
static HASHING: LazyLock<Arc<Semaphore>> = LazyLock::new(|| {
    let processors = thread::available_parallelism().map_or(2, usize::from);
    Arc::new(Semaphore::new(processors.div_ceil(2)))
});

/// How long a sign-in stands for the password of somebody who has none.
const JUST_NOW: SignedDuration = SignedDuration::from_mins(10);

async fn on_blocking_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let permit = Arc::clone(&HASHING).acquire_owned().await.map_err(ApiError::internal)?;
    spawn_blocking(move || {
        let _permit = permit;
        work()
    })
    .await
    .map_err(ApiError::internal)
}

fn hash(password: &str, salt: &[u8]) -> Result<String, argon2::password_hash::Error> {
    // The default is OWASP's recommendation: argon2id, 19 MiB, two passes, one lane.
    Argon2::default()
        .hash_password_with_salt(password.as_bytes(), salt)
        .map(|hash| hash.to_string())
}

/// The hash of a password, in PHC form.
///
/// # Errors
/// `INTERNAL` where there is no memory for it.
pub async fn hash_password(app: &App, password: &str) -> Result<String> {
    let (password, salt) = (password.to_owned(), app.ids.secret());
    on_blocking_thread(move || hash(&password, &salt[..16]))
        .await?
        .map_err(ApiError::internal)
}

/// Asks a person who is signed in for the password again, before something that a thief of its session must not do.
/// Failures count as those of signing in do. Whoever has no password that is good, because its organisation's provider
/// says who it is, has to have signed in just now instead. `field` names the input it came in.
pub(super) async fn confirm(app: &App, caller: &Caller, viewer: &Viewer, password: &str, field: &str) -> Result<Owner> {
    let owner = store::owner_find(app.db.read(), viewer.person).await?;
    let is_closed = single_sign_on::passwords_are_closed(app.db.read(), viewer.person).await?;
    if owner.password_hash.is_none() || is_closed {
        return signed_in_just_now(app, viewer).await.map(|()| owner);
    }
    let attempts = back_off::begin(app, Guessed::Password(&owner.email), caller.peer).await?;
    let is_short = password.chars().count() <= MAX_PASSWORD;
    if is_short && verify(password, owner.password_hash.clone()).await? {
        attempts.succeeded(app).await?;
        return Ok(owner);
    }
    let detail = json!({"refused": ErrorCode::SignInFailed.as_str()});
    refuse(app, "confirmPassword", Some(viewer.person), &attempts, &detail).await?;
    Err(ApiError::because(ErrorCode::SignInFailed, "The password is not right.").at(field))
}

/// Asks a person who is signed in for the password again, before something of another slice that a thief of its session must
/// not do. Whoever has no password that is good has to have signed in just now instead. `field` names the input it came in.
///
/// # Errors
/// `SIGN_IN_FAILED` for a wrong password, `SIGN_IN_AGAIN` for a session that is not new, `RATE_LIMITED`.
pub async fn confirm_password(app: &App, caller: &Caller, viewer: &Viewer, password: &str, field: &str) -> Result<()> {
    confirm(app, caller, viewer, password, field).await.map(drop)
}

async fn signed_in_just_now(app: &App, viewer: &Viewer) -> Result<()> {
    let began = match viewer.session {
        Some(session) => store::session_began(app.db.read(), session).await?,
        None => None,
    };
    match began {
        Some(began) if app.now().duration_since(began) <= JUST_NOW => Ok(()),
        _ => Err(ErrorCode::SignInAgain.into()),
    }
}

/// Whether the password is the one of the hash. Without a hash it takes as long, and is not.
pub(super) async fn verify(password: &str, kept: Option<String>) -> Result<bool> {
    static OF_NOBODY: OnceLock<String> = OnceLock::new();
    let password = password.to_owned();
    on_blocking_thread(move || {
        let exists = kept.is_some();
        let kept = kept.unwrap_or_else(|| {
            OF_NOBODY
                .get_or_init(|| hash("of nobody", b"sixteen bytes of").unwrap_or_default())
                .clone()
        });
        let parsed = PasswordHash::new(&kept);
        let fits = parsed.is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
        exists && fits
    })
    .await
}
