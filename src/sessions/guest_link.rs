//! The link in a mail to an officer without an account. It is signed and kept nowhere, stands in the fragment, and opens nothing
//! by itself: it says for what a code may be asked (`crate::guests`).

use jiff::SignedDuration;
use uuid::Uuid;

use super::{is_code, opaque};
use crate::{
    app::App,
    platform::error::{ApiError, Result},
};

/// How long a link is good; each mail has a new one.
const LASTS: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What stands before the id in a link to an action.
const ACTION: &str = "a-";

/// What is open to a guest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum GuestTarget {
    /// A referral that names the officer.
    Referral,
    /// An offline action to which the officer was invited.
    Action,
}

impl GuestTarget {
    /// Its stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Links to the one are never good for the other.
    fn purpose(self) -> &'static str {
        match self {
            Self::Referral => "guest link",
            Self::Action => "guest link to an action",
        }
    }
}

/// That something is open to one officer: the naming in a referral, or the guest of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct GuestGrant {
    /// What is open.
    pub target: GuestTarget,
    /// The id of the naming, or of the guest.
    pub id: Uuid,
}

impl GuestGrant {
    /// That a referral names an officer.
    #[must_use]
    pub fn of_referral(naming: Uuid) -> Self {
        Self {
            target: GuestTarget::Referral,
            id: naming,
        }
    }

    /// That an officer was invited to an action.
    #[must_use]
    pub fn of_action(guest: Uuid) -> Self {
        Self {
            target: GuestTarget::Action,
            id: guest,
        }
    }

    /// The page where it is opened, with the link.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub fn page(self, app: &App) -> Result<String> {
        let until = app.now().checked_add(LASTS).map_err(ApiError::internal)?.as_second();
        let code = self.signature(app, until);
        let before = match self.target {
            GuestTarget::Referral => "",
            GuestTarget::Action => ACTION,
        };
        Ok(format!("/guest#{before}{}.{until}.{code}", self.id.simple()))
    }

    /// The grant of a link that this service made and that is not over. Whether there still is something to open is another
    /// question.
    #[must_use]
    pub fn of_link(app: &App, link: &str) -> Option<Self> {
        let (id, rest) = link.trim().split_once('.')?;
        let (until, given) = rest.split_once('.')?;
        let (target, id) = match id.strip_prefix(ACTION) {
            Some(id) => (GuestTarget::Action, id),
            None => (GuestTarget::Referral, id),
        };
        let grant = Self {
            target,
            id: Uuid::try_parse(id).ok()?,
        };
        let until = until.parse().ok()?;
        let is_good = is_code(&grant.signature(app, until), given) && app.now().as_second() < until;
        is_good.then_some(grant)
    }

    fn signature(self, app: &App, until: i64) -> String {
        let parts: [&[u8]; 2] = [self.id.as_bytes(), &until.to_be_bytes()];
        opaque(app.keys.code(self.target.purpose(), &parts))
    }
}
