//! What the browser keeps for us meanwhile, sealed: an attempt in a cookie, and a proof that waits for the password.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::{
    app::App,
    platform::{
        error::{ApiError, Result},
        vault::Label,
    },
    sessions::opaque,
};

/// How long somebody may take at the provider, and then for the password.
pub(super) const PATIENCE: SignedDuration = SignedDuration::from_mins(10);

/// An attempt to sign in, between its start and the provider's reply.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Attempt {
    pub(super) organization: Uuid,
    /// The version of the settings it began with.
    pub(super) version: i32,
    /// Comes back with the reply.
    pub(super) state: String,
    /// Comes back in the token.
    pub(super) nonce: String,
    /// Proves at the exchange that we began it (PKCE).
    pub(super) verifier: String,
    ends: i64,
}

/// A provider's word for somebody who has still to prove the password once.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Pending {
    pub(super) organization: Uuid,
    pub(super) version: i32,
    pub(super) subject: String,
    pub(super) person: Uuid,
    pub(super) second_factor: bool,
    ends: i64,
}

/// Something that is kept sealed and only for a while.
pub(super) trait Kept: Serialize + DeserializeOwned {
    const PURPOSE: &'static str;

    fn ends(&self) -> i64;
}

impl Kept for Attempt {
    const PURPOSE: &'static str = "single sign-on attempt";

    fn ends(&self) -> i64 {
        self.ends
    }
}

impl Kept for Pending {
    const PURPOSE: &'static str = "single sign-on link";

    fn ends(&self) -> i64 {
        self.ends
    }
}

impl Attempt {
    pub(super) fn new(app: &App, organization: Uuid, version: i32) -> Self {
        let draw = || opaque(app.ids.secret());
        Self {
            organization,
            version,
            state: draw(),
            nonce: draw(),
            verifier: draw(),
            ends: end(app.now()),
        }
    }
}

impl Pending {
    pub(super) fn new(app: &App, attempt: &Attempt, subject: String, person: Uuid, second_factor: bool) -> Self {
        Self {
            organization: attempt.organization,
            version: attempt.version,
            subject,
            person,
            second_factor,
            ends: end(app.now()),
        }
    }
}

fn end(now: Timestamp) -> i64 {
    now.as_second() + PATIENCE.as_secs()
}

/// Nobody's in particular: whose it is stands inside.
fn label<T: Kept>() -> Label {
    Label {
        purpose: T::PURPOSE,
        owner: Uuid::nil(),
    }
}

/// The sealed form.
pub(super) fn seal<T: Kept>(app: &App, kept: &T) -> Result<String> {
    let bytes = serde_json::to_vec(kept).map_err(ApiError::internal)?;
    app.keys.vault().seal(app.ids.as_ref(), label::<T>(), &bytes)
}

/// What was sealed; `None` where it was not, or not by us, or its time is over.
pub(super) fn open<T: Kept>(app: &App, sealed: &str) -> Option<T> {
    let bytes = app.keys.vault().try_open(label::<T>(), sealed)?;
    let kept: T = serde_json::from_slice(&bytes).ok()?;
    (app.now().as_second() < kept.ends()).then_some(kept)
}
