//! What goes out by webhook, where it may go, and when it is tried again; pure.

mod letter;

use jiff::SignedDuration;
use url::Url;
use uuid::Uuid;

pub use letter::{Letter, Said, secret_text, signatures};

use crate::{
    leads::rules::TimelineKind,
    permissions::{Action, Scope, Viewer},
    platform::error::{ApiError, Result},
};

/// Of what a webhook tells.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
    serde::Serialize,
    serde::Deserialize,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum WebhookKind {
    /// A lead was handed in.
    LeadSubmitted,
    /// A lead was graded.
    LeadTriaged,
    /// A lead was turned down.
    LeadRejected,
    /// A lead goes on with another one.
    LeadMerged,
    /// A lead was shared.
    LeadShared,
    /// A lead was closed.
    LeadResolved,
    /// A lead was opened again.
    LeadReopened,
    /// A lead was taken back.
    LeadRetracted,
    /// A lead was pushed to a recipient.
    DeliveryPushed,
    /// A recipient took a lead up.
    DeliveryAcknowledged,
    /// A recipient gave a verdict.
    DeliveryVerdict,
    /// A recipient asked for information.
    DeliveryInfoRequested,
    /// A recipient was given information.
    DeliveryInfoAnswered,
    /// Somebody commented.
    CommentAdded,
    /// Somebody tries the endpoint out.
    Ping,
}

impl WebhookKind {
    /// The code in the database.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The name that goes out as `type`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::LeadSubmitted => "lead.submitted",
            Self::LeadTriaged => "lead.triaged",
            Self::LeadRejected => "lead.rejected",
            Self::LeadMerged => "lead.merged",
            Self::LeadShared => "lead.shared",
            Self::LeadResolved => "lead.resolved",
            Self::LeadReopened => "lead.reopened",
            Self::LeadRetracted => "lead.retracted",
            Self::DeliveryPushed => "delivery.pushed",
            Self::DeliveryAcknowledged => "delivery.acknowledged",
            Self::DeliveryVerdict => "delivery.verdict",
            Self::DeliveryInfoRequested => "delivery.info_requested",
            Self::DeliveryInfoAnswered => "delivery.info_answered",
            Self::CommentAdded => "comment.added",
            Self::Ping => "ping",
        }
    }

    /// As what an entry of a lead's timeline goes out, if it does.
    #[must_use]
    pub fn of(entry: TimelineKind) -> Option<Self> {
        match entry {
            TimelineKind::Submitted => Some(Self::LeadSubmitted),
            TimelineKind::Triaged => Some(Self::LeadTriaged),
            TimelineKind::Rejected => Some(Self::LeadRejected),
            TimelineKind::Merged => Some(Self::LeadMerged),
            TimelineKind::Shared => Some(Self::LeadShared),
            TimelineKind::Resolved => Some(Self::LeadResolved),
            TimelineKind::Reopened => Some(Self::LeadReopened),
            TimelineKind::Retracted => Some(Self::LeadRetracted),
            TimelineKind::Delivered => Some(Self::DeliveryPushed),
            TimelineKind::Acknowledged => Some(Self::DeliveryAcknowledged),
            TimelineKind::Answered => Some(Self::DeliveryVerdict),
            TimelineKind::InfoRequested => Some(Self::DeliveryInfoRequested),
            TimelineKind::InfoAnswered => Some(Self::DeliveryInfoAnswered),
            TimelineKind::Commented => Some(Self::CommentAdded),
            TimelineKind::Created
            | TimelineKind::Updated
            | TimelineKind::Revoked
            | TimelineKind::EmergencyOpened
            | TimelineKind::Copied
            | TimelineKind::TlpChanged
            | TimelineKind::HandlingChanged
            | TimelineKind::Viewed
            | TimelineKind::DeadlineRecalculated
            | TimelineKind::Overdue
            | TimelineKind::Expired
            | TimelineKind::Settled
            | TimelineKind::SubjectAdded
            | TimelineKind::SubjectRemoved
            | TimelineKind::EvidenceAdded
            | TimelineKind::EvidenceQuarantined
            | TimelineKind::EvidenceTransferOverdue
            | TimelineKind::EvidenceDestroyed
            | TimelineKind::PurchaseClosed => None,
        }
    }
}

/// Where an endpoint stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum EndpointState {
    /// What happens goes there.
    Active,
    /// What happens waits, as somebody of the organisation said.
    Paused,
    /// Nothing is queued for it any more: it failed for too long, or said that it is gone.
    Disabled,
}

/// What became of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum MessageState {
    /// It waits.
    Queued,
    /// A sender has it.
    Claimed,
    /// The endpoint took it.
    Delivered,
    /// It was tried too often, or the endpoint is gone.
    Dead,
    /// The account had lost sight of it when it was its turn; nothing was sent.
    Withheld,
}

/// Most endpoints of one service account.
pub const MOST_ENDPOINTS: u64 = 10;
/// The longest address.
const MOST_URL: usize = 2_048;
/// The longest description, in characters.
const MOST_DESCRIPTION: usize = 200;
/// Hours that two secrets may sign at once.
const MOST_OVERLAP: i32 = 168;
/// How long an endpoint may fail without a break.
pub const PATIENCE: SignedDuration = SignedDuration::from_hours(5 * 24);
/// The longest wait that an endpoint may ask for.
const MOST_ASKED: SignedDuration = SignedDuration::from_hours(1);

/// Whose endpoints a viewer sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndpointSight {
    /// Nobody's.
    Nothing,
    /// Those of one service account: its own.
    Account(Uuid),
    /// Those of an organisation.
    Organization(Uuid),
    /// Everybody's.
    All,
}

impl EndpointSight {
    /// What a viewer sees.
    #[must_use]
    pub fn of(viewer: &Viewer) -> Self {
        let scope = viewer.scope(Action::WebhookManage);
        if scope == Scope::No {
            return Self::Nothing;
        }
        if viewer.service.is_some() {
            return Self::Account(viewer.person);
        }
        match scope == Scope::All {
            true => Self::All,
            false => Self::Organization(viewer.organization),
        }
    }

    /// Whether it reaches a service account of an organisation.
    #[must_use]
    pub fn reaches(self, account: Uuid, organization: Uuid) -> bool {
        match self {
            Self::Nothing => false,
            Self::Account(own) => own == account,
            Self::Organization(own) => own == organization,
            Self::All => true,
        }
    }
}

/// An address that may be asked.
///
/// # Errors
/// `BAD_USER_INPUT` where it is none, or leads where nothing is sent.
pub fn url(text: &str, allows: impl FnOnce(&Url) -> bool) -> Result<Url> {
    let text = text.trim();
    let found = Url::parse(text)
        .ok()
        .filter(|url| text.len() <= MOST_URL && allows(url));
    let found = found.filter(|url| url.fragment().is_none());
    found.ok_or_else(|| {
        ApiError::input(
            "url",
            "Give an https address of a public network, without user, password or fragment.",
        )
    })
}

/// What somebody calls an endpoint; nothing where nothing is said.
///
/// # Errors
/// `BAD_USER_INPUT` where it is longer than 200 characters.
pub fn description(text: Option<&str>) -> Result<Option<String>> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    match text {
        Some(text) if text.chars().count() > MOST_DESCRIPTION => Err(ApiError::input(
            "description",
            format!("A description has at most {MOST_DESCRIPTION} characters."),
        )),
        found => Ok(found.map(str::to_owned)),
    }
}

/// The kinds that somebody asks for, each once and in order; none means all.
///
/// # Errors
/// `BAD_USER_INPUT` for a ping, which comes whenever it is asked for.
pub fn kinds(mut wanted: Vec<WebhookKind>) -> Result<Vec<WebhookKind>> {
    if wanted.contains(&WebhookKind::Ping) {
        return Err(ApiError::input("kinds", "A ping comes whenever it is asked for."));
    }
    wanted.sort_unstable();
    wanted.dedup();
    Ok(wanted)
}

/// For how long the secret before goes on signing.
///
/// # Errors
/// `BAD_USER_INPUT` outside of 0 to 168 hours.
pub fn overlap(hours: i32) -> Result<SignedDuration> {
    match (0..=MOST_OVERLAP).contains(&hours) {
        true => Ok(SignedDuration::from_hours(i64::from(hours))),
        false => Err(ApiError::input(
            "overlapHours",
            format!("Give 0 to {MOST_OVERLAP} hours."),
        )),
    }
}

/// What an answer means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    /// It was taken.
    Taken,
    /// The endpoint is gone for good.
    Gone,
    /// Again later.
    Again,
}

/// What a status means: a redirect is no answer, because nobody said that what is behind it may be asked.
#[must_use]
pub fn judged(status: u16) -> Judgement {
    match status {
        200..=299 => Judgement::Taken,
        410 => Judgement::Gone,
        _ => Judgement::Again,
    }
}

/// The pauses after each attempt, in seconds.
const PAUSES: [i64; 10] = [5, 30, 120, 600, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400];
/// No pause is longer: what waits for longer was put off by a clock that was set back.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(30);

/// How long it is after so many attempts until the next one, 0.8 to 1.2 times the pause by the dice; nothing where
/// there is none.
#[must_use]
pub fn wait(attempts: i32, dice: u64) -> Option<SignedDuration> {
    let at = usize::try_from(attempts).ok()?.checked_sub(1)?;
    let seconds = PAUSES.get(at)?;
    let permille = i64::try_from(800 + dice % 401).unwrap_or(1_000);
    Some(SignedDuration::from_millis(seconds * permille))
}

/// The same where the endpoint asked for a pause of so many seconds, which is kept up to an hour.
#[must_use]
pub fn again(attempts: i32, dice: u64, asked: Option<i64>) -> Option<SignedDuration> {
    let asked = SignedDuration::from_secs(asked.unwrap_or(0).max(0)).min(MOST_ASKED);
    wait(attempts, dice).map(|wait| wait.max(asked))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use strum::VariantArray as _;

    use super::*;

    #[test]
    fn pauses_grow_to_a_day_and_end() {
        let seconds: Vec<i64> = (1..=10).map(|at| wait(at, 200).unwrap().as_secs()).collect();
        assert_eq!(seconds, PAUSES);
        assert_eq!((wait(0, 0), wait(11, 0), wait(-1, 0)), (None, None, None));
    }

    #[test]
    fn an_endpoint_may_ask_for_an_hour_and_not_for_less_than_the_pause() {
        let seconds = |asked| again(1, 200, asked).unwrap().as_secs();
        assert_eq!(
            [None, Some(-9), Some(1), Some(60), Some(86_400)].map(seconds),
            [5, 5, 5, 60, 3_600]
        );
        assert_eq!(again(10, 200, Some(1)).unwrap().as_secs(), 86_400);
    }

    proptest! {
        #[test]
        fn the_dice_move_a_pause_by_a_fifth(attempts in 1..=10_i32, dice: u64) {
            let pause = PAUSES[usize::try_from(attempts - 1).unwrap()] * 1_000;
            let millis = i64::try_from(wait(attempts, dice).unwrap().as_millis()).unwrap();
            prop_assert!(millis >= pause * 8 / 10 && millis <= pause * 12 / 10);
            prop_assert!(wait(attempts, dice).unwrap() <= LONGEST);
        }
    }

    #[test]
    fn only_what_was_taken_was_taken() {
        for status in 100..=599 {
            let taken = judged(status) == Judgement::Taken;
            assert_eq!(taken, (200..=299).contains(&status), "{status}");
        }
        assert_eq!(judged(410), Judgement::Gone);
        assert_eq!([301, 302, 307, 404, 429, 500].map(judged), [Judgement::Again; 6]);
    }

    #[test]
    fn names_say_what_the_codes_say() {
        for kind in WebhookKind::VARIANTS {
            let name = kind.name().replace('.', "_").to_uppercase();
            assert_eq!(name, kind.code());
        }
    }

    #[test]
    fn an_address_is_looked_at_before_it_is_kept() {
        let any = |_: &Url| true;
        assert!(url(" https://hooks.example.com/in?key=1 ", any).is_ok());
        for bad in ["", "hooks", "https://hooks.example.com/#part"] {
            assert!(url(bad, any).is_err(), "{bad}");
        }
        assert!(url(&format!("https://hooks.example.com/{}", "x".repeat(MOST_URL)), any).is_err());
        assert!(url("https://hooks.example.com/", |_| false).is_err());
    }

    #[test]
    fn what_is_asked_for_is_kept_once_and_in_order() {
        let wanted = vec![
            WebhookKind::CommentAdded,
            WebhookKind::LeadShared,
            WebhookKind::CommentAdded,
        ];
        assert_eq!(
            kinds(wanted).ok(),
            Some(vec![WebhookKind::LeadShared, WebhookKind::CommentAdded])
        );
        assert!(kinds(vec![WebhookKind::Ping]).is_err());
        assert!(overlap(-1).is_err() && overlap(0).is_ok() && overlap(168).is_ok() && overlap(169).is_err());
        assert_eq!(description(Some("  ")).ok(), Some(None));
        assert!(description(Some(&"x".repeat(201))).is_err());
    }
}
