//! The queue as those see it who operate the service, and another try for what failed.

mod trouble;

use jiff::Timestamp;
use uuid::Uuid;

use super::{MailKind, MailState, store};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    permissions::{Action, Viewer},
    platform::{
        error::{ApiError, ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
        ids::{IdKind, encode},
    },
};

pub use trouble::{Reported, report};
pub(crate) use trouble::{bounce_address, is_news, resume_for_invitation, suspension_calls};
pub(super) use trouble::{forget, refused, reports, resume};

/// A mail of the queue: never what it says, nor the address.
#[derive(Debug, Clone)]
pub struct MailRow {
    /// Its id.
    pub id: Uuid,
    /// What it is for.
    pub kind: MailKind,
    /// Where it stands.
    pub state: MailState,
    /// How often it was tried.
    pub attempts: i32,
    /// When it was queued.
    pub created_at: Timestamp,
    /// When it is tried next, or was.
    pub not_before: Timestamp,
    /// When it came to its end.
    pub settled_at: Option<Timestamp>,
    /// Class of what went wrong last.
    pub error: Option<String>,
    /// The name of the person it is for.
    pub recipient: String,
}

impl MailRow {
    /// Its id as the outside knows it.
    #[must_use]
    pub fn public_id(&self) -> String {
        encode(IdKind::Mail, self.id)
    }
}

/// A page of the mails in a state, or in any; latest first.
///
/// # Errors
/// `FORBIDDEN`, `INTERNAL` or `UNAVAILABLE`.
pub async fn mails(app: &App, viewer: &Viewer, state: Option<MailState>, args: &PageArgs) -> Result<Page<MailRow>> {
    may(viewer, Action::OperationsRead)?;
    store::mail_page(app.db.read(), state, args).await
}

/// How many that is, counted up to `most`.
///
/// # Errors
/// `FORBIDDEN`, `INTERNAL` or `UNAVAILABLE`.
pub async fn count(app: &App, viewer: &Viewer, state: Option<MailState>, most: u64) -> Result<u64> {
    may(viewer, Action::OperationsRead)?;
    store::mail_count(app.db.read(), state, most).await
}

/// The latest mails in a state, or in any, for who stands at the machine.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn latest(app: &App, state: Option<MailState>, most: u64) -> Result<Vec<MailRow>> {
    let args = PageArgs {
        size: most,
        after: None,
        before: None,
        backward: false,
    };
    let page = store::mail_page(app.db.read(), state, &args).await?;
    Ok(page.rows.into_iter().map(|(_, _, row)| row).collect())
}

/// Has a mail that failed tried again, as if it were new. One that may have arrived is never sent again.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `TRANSITION_NOT_ALLOWED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn retry(app: &App, viewer: &Viewer, id: Uuid) -> Result<MailRow> {
    let tx = app.begin().await?;
    may(viewer, Action::MailRetry)?;
    let row = store::mail(tx.connection(), id)
        .await?
        .ok_or_else(ApiError::not_found)?;
    if row.state != MailState::Failed || !store::requeue(&tx, id).await? {
        return Err(ApiError::because(
            ErrorCode::TransitionNotAllowed,
            "Only a mail that failed can be tried again.",
        ));
    }
    let row = store::mail(tx.connection(), id)
        .await?
        .ok_or_else(ApiError::not_found)?;
    let act = Act::on(Category::Admin, "retryMail", IdKind::Mail, id);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(row)
}

fn may(viewer: &Viewer, action: Action) -> Result<()> {
    if viewer.has(action) {
        Ok(())
    } else {
        Err(ErrorCode::Forbidden.into())
    }
}
