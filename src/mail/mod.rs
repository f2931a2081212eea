//! Mails that go out once: queued with the change that causes them, rendered and sent by the worker.
//!
//! A mail goes queued → claimed → sent | unknown. "Unknown" (the connection broke after the message was handed over) is
//! reported and never sent again. Only what is needed to render is kept; access is asked again while rendering.

mod store;

use uuid::Uuid;

use crate::platform::{db::Tx, error::Result, ids::Ids};

/// What a mail is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum MailKind {
    /// Invites a person to set the first password.
    Invitation,
    /// New and due deliveries and leads of a day.
    Digest,
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
