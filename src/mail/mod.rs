//! Mails that go out once: queued with the change that causes them, rendered and sent by the worker.
//!
//! ```text
//! queued → claimed → sent | unknown | failed | empty | lapsed
//!    ↑________|  (not handed over: again later, at most eight times)
//! ```
//!
//! The claim is committed before anything is sent, so a mail goes out at most once whatever dies in between. "Unknown"
//! (the connection broke after the text was handed over, or the sender died) is reported and never sent again. Only what
//! is needed to render is kept; access is asked again while rendering, and who may no longer see anything gets nothing.
//!
//! What comes back of a mail goes to an address that names it ([`report`]). A bounce or a complaint, or five delays within a week,
//! suspend the mails to a person but those about its way in, and tell those who manage the person.

mod commands;
pub mod graphql;
mod invitation;
pub mod jobs;
mod notice;
mod reset;
pub mod rules;
mod sending;
mod store;
mod template;

use std::sync::Arc;

use futures_util::future::BoxFuture;
use uuid::Uuid;

pub use commands::{MailRow, Reported, latest, report};
pub(crate) use commands::{bounce_address, is_news, resume_for_invitation, suspension_calls};
pub use invitation::invite;
pub use notice::{Recipient, notice, notice_about, notice_to};
pub use reset::reset;
pub use rules::TroubleKind;
pub use sending::{Standing, give_up_waiting, send_due, standing};
pub use template::{Body, Template, Texts, day};

use crate::{
    app::App,
    platform::{
        clock::micros,
        db::Tx,
        email::Letter,
        error::{ErrorCode, Result},
        ids::Ids,
    },
};

/// What a mail is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum MailKind {
    /// Invites a person to set the first password.
    Invitation,
    /// New and due deliveries and leads of a day.
    Digest,
    /// Carries the link that sets a new password.
    PasswordReset,
    /// Tells of a new password.
    PasswordChanged,
    /// Tells that somebody fails to sign in again and again.
    SignInLocked,
    /// Tells of a new second factor.
    SecondFactorAdded,
    /// Tells of a second factor that was taken away.
    SecondFactorRemoved,
    /// Tells of a recovery code that was used.
    RecoveryCodeUsed,
    /// Tells that an administrator took all second factors away.
    SecondFactorReset,
    /// The same of a week, with its numbers.
    WeeklyDigest,
    /// What has just come.
    ImmediateDigest,
    /// What has happened of what the person wants to hear by mail.
    Notifications,
    /// Tells which rights end soon.
    IpRightExpiry,
    /// Tells which officers have to be attested again.
    OfficerAttestation,
    /// Tells that a lead that was seen has been taken back.
    LeadRetracted,
    /// Reminds of suspects and goods of an action that have come to no end.
    ActionFollowUp,
    /// Tells an officer that a referral names him or her.
    ReferralSent,
    /// Reminds an officer of the receipt of a referral, or of feedback.
    ReferralReminder,
    /// Tells an officer that a referral, or a lead in it, was taken back.
    ReferralStopped,
    /// Tells an officer without an account that what was asked is answered. It goes in the name of the referral's author.
    ReferralAnswered,
    /// Carries the link by which an officer without an account comes in. It goes in the name of whoever sent the link, and nobody who
    /// reads the queue learns to what it leads.
    GuestLink,
    /// Carries the code by which an officer without an account comes in. It goes in the name of the referral's author, or of who
    /// sent the link to an action.
    GuestCode,
    /// Asks the desk to decide on an emergency.
    BreakGlassAsked,
    /// Tells that a lead was opened in an emergency.
    BreakGlassOpened,
}

/// What became of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum MailState {
    /// It waits.
    Queued,
    /// A sender has it.
    Claimed,
    /// It was taken by the mail server.
    Sent,
    /// There was nothing to send.
    Empty,
    /// Nobody knows whether it was taken; it is not sent again.
    Unknown,
    /// It was refused for good, or too often.
    Failed,
    /// Its day was over before it could be sent.
    Lapsed,
}

/// A mail to be.
#[derive(Debug, Clone, Copy)]
pub struct NewMail {
    /// To whom.
    pub person: Uuid,
    /// For what.
    pub kind: MailKind,
    /// Start of the period it stands for, microseconds; unique with person and kind.
    pub window_start: i64,
    /// What it is about, such as the invitation.
    pub subject: Option<Uuid>,
}

/// Queues a mail unless there is one for the same person, kind and period; says whether it was queued.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn enqueue(tx: &Tx, ids: &dyn Ids, mail: NewMail) -> Result<bool> {
    store::mail_insert(tx, ids.id(tx.now()), mail).await
}

/// Mails of one person and kind that may be queued in the same moment.
const MOST_AT_ONCE: i64 = 100;

/// Queues a mail that goes in somebody's name to others: a mail is known by person, kind and moment, so one that comes in the
/// same moment as another's goes into the next.
///
/// # Errors
/// `UNAVAILABLE` where too many come in one moment; `INTERNAL`.
pub async fn enqueue_in_turn(tx: &Tx, ids: &dyn Ids, mail: NewMail) -> Result<()> {
    for window_start in mail.window_start..mail.window_start + MOST_AT_ONCE {
        let next = NewMail { window_start, ..mail };
        if enqueue(tx, ids, next).await? {
            return Ok(());
        }
    }
    Err(ErrorCode::Unavailable.into())
}

/// Queues the mail of a password reset, to whomever it is for; nothing where there is no such reset.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn enqueue_reset(tx: &Tx, ids: &dyn Ids, reset: Uuid) -> Result<()> {
    store::mail_insert_for_reset(tx, ids.id(tx.now()), reset).await
}

/// Queues a notice of what has just happened to a person's account.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn notify(tx: &Tx, ids: &dyn Ids, person: Uuid, kind: MailKind) -> Result<()> {
    let notice = NewMail {
        person,
        kind,
        window_start: micros(tx.now()),
        subject: None,
    };
    enqueue(tx, ids, notice).await.map(drop)
}

/// Queues the same notice for many people.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn notify_all(tx: &Tx, ids: &dyn Ids, people: &[Uuid], kind: MailKind, subject: Uuid) -> Result<()> {
    for person in people {
        let notice = NewMail {
            person: *person,
            kind,
            window_start: micros(tx.now()),
            subject: Some(subject),
        };
        enqueue(tx, ids, notice).await?;
    }
    Ok(())
}

/// A mail that a sender has claimed.
#[derive(Debug, Clone)]
pub struct Claimed {
    /// Its id.
    pub id: Uuid,
    /// To whom.
    pub person: Uuid,
    /// For what.
    pub kind: MailKind,
    /// Start of its period.
    pub window_start: i64,
    /// What it is about.
    pub subject: Option<Uuid>,
    /// How often it was claimed, this time included.
    pub attempts: i32,
    /// When, microseconds.
    pub claimed_at: i64,
    /// The same for the same mail, whoever sends it.
    pub message_id: String,
}

/// What a claimed mail turns out to be under today's access.
#[derive(Debug)]
pub enum Rendered {
    /// A letter.
    Letter(Box<Letter>),
    /// There is nothing to say to this person.
    Nothing,
    /// Nobody wants it any more.
    TooLate,
}

impl From<Option<Letter>> for Rendered {
    fn from(letter: Option<Letter>) -> Self {
        letter.map_or(Self::Nothing, |letter| Self::Letter(Box::new(letter)))
    }
}

/// Makes the text of a claimed mail.
pub type Render = fn(Arc<App>, Claimed) -> BoxFuture<'static, Result<Rendered>>;
