//! GraphQL of the mail queue.

mod suspension;

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject, connection::Connection};
use futures_util::FutureExt as _;

use super::{
    MailKind, MailState,
    commands::{self, MailRow},
};
use crate::{
    app::App,
    graphql_enum, payload,
    platform::{
        error::Result,
        graphql::{
            connection::{MAX_COUNT, PageArgs, Totals, connection},
            from_context, id,
            scalars::DateTime,
            uuid,
        },
        ids::IdKind,
    },
    sessions,
};

pub use suspension::{GqlTroubleKind, ResumeMailInput, ResumeMailPayload, SuspensionMutation};

graphql_enum! {
    /// What a mail is for.
    GqlMailKind as "MailKind" = MailKind {
        /// Invites a person to set the first password.
        Invitation,
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
        /// The digest of a day.
        Digest,
        /// The digest of a week.
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
        /// Reminds of suspects and goods of an offline action that have come to no end.
        ActionFollowUp,
        /// Tells an officer that a referral names him or her. To one without an account it goes in the name of its author.
        ReferralSent,
        /// Reminds an officer of the receipt of a referral, or of feedback. To one without an account it goes in the name of its author.
        ReferralReminder,
        /// Tells an officer that a referral, or a lead in it, was taken back. To one without an account it goes in the name of its author.
        ReferralStopped,
        /// Tells an officer without an account that what was asked is answered. It goes in the name of the referral's author.
        ReferralAnswered,
        /// Carries the link by which an officer without an account comes into an offline action. It is listed as `GUEST_CODE`.
        GuestLink,
        /// Carries the code, or the link, by which an officer without an account comes in. In whose name it goes is not told.
        GuestCode,
        /// Asks the desk to decide on an emergency.
        BreakGlassAsked,
        /// Tells that a lead was opened in an emergency.
        BreakGlassOpened,
    }
}

graphql_enum! {
    /// What became of a mail.
    GqlMailState as "MailStatus" = MailState {
        /// It waits.
        Queued,
        /// A sender has it.
        Claimed,
        /// The mail server took it.
        Sent,
        /// There was nothing to say.
        Empty,
        /// Nobody knows whether it arrived; it is not sent again. The next digest says so to its recipient.
        Unknown,
        /// It was refused for good, or too often.
        Failed,
        /// Its time was over before it could be sent; the next digest says everything.
        Lapsed,
    }
}

/// A mail of the queue: never what it says, nor the address.
#[derive(SimpleObject)]
pub struct Mail {
    /// Opaque id.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// What it is for.
    kind: GqlMailKind,
    /// What became of it.
    state: GqlMailState,
    /// How often it was tried.
    attempts: i32,
    /// When it was queued.
    created_at: DateTime,
    /// When it is tried next; null where it does not wait.
    next_attempt_at: Option<DateTime>,
    /// When it came to its end; null until then.
    settled_at: Option<DateTime>,
    /// Class of what went wrong last, such as CONNECTION_BROKE; null where nothing did.
    error: Option<String>,
    /// Name of the person it is for; empty where that would tell who has a part in an offline action.
    recipient: String,
}

/// As what the queue lists a mail: a link goes to guests of actions alone, a code to those of referrals, too, and an action under
/// embargo is not known by the queue (I28).
fn listed(kind: MailKind) -> MailKind {
    if kind == MailKind::GuestLink {
        MailKind::GuestCode
    } else {
        kind
    }
}

/// Whether the queue names the person of a mail.
fn is_named(kind: MailKind) -> bool {
    !matches!(
        kind,
        MailKind::GuestLink | MailKind::GuestCode | MailKind::ActionFollowUp
    )
}

impl From<MailRow> for Mail {
    fn from(row: MailRow) -> Self {
        Self {
            id: id(IdKind::Mail, row.id),
            kind: listed(row.kind).into(),
            state: row.state.into(),
            attempts: row.attempts,
            created_at: DateTime(row.created_at),
            next_attempt_at: (row.state == MailState::Queued).then_some(DateTime(row.not_before)),
            settled_at: row.settled_at.map(DateTime),
            error: row.error,
            recipient: if is_named(row.kind) {
                row.recipient
            } else {
                String::new()
            },
        }
    }
}

/// Which mails to list; what is left out does not narrow the list.
#[derive(InputObject, Default)]
pub struct MailFilter {
    /// The state they are in.
    state: Option<GqlMailState>,
}

/// Queries of the mail queue.
#[derive(Default)]
pub struct MailQuery;

#[Object]
impl MailQuery {
    /// The mails that were queued, latest first.
    async fn mails(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, at most 100; 20 where neither is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, at most 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which mails.")] filter: Option<MailFilter>,
    ) -> Result<Connection<String, Mail, Totals>> {
        let app = Arc::clone(from_context::<App>(ctx)?);
        let viewer = Arc::clone(sessions::viewer(ctx)?);
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let state = filter.and_then(|filter| filter.state).map(MailState::from);
        let page = commands::mails(&app, &viewer, state, &args).await?;
        Ok(connection(page, move || {
            let (app, viewer) = (Arc::clone(&app), Arc::clone(&viewer));
            async move { commands::count(&app, &viewer, state, MAX_COUNT + 1).await }.boxed()
        }))
    }
}

/// A mail to try again.
#[derive(InputObject)]
pub struct RetryMailInput {
    /// Which one.
    id: ID,
}

payload! {
    /// The outcome of having a mail tried again.
    RetryMailPayload {
        /// The mail afterwards; null where it was refused.
        mail: Mail
    }
}

/// Mutations of the mail queue.
#[derive(Default)]
pub struct MailMutation;

#[Object]
impl MailMutation {
    /// Has a mail that failed tried again, as if it were new. One that may have arrived is never sent again.
    async fn retry_mail(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: RetryMailInput,
    ) -> Result<RetryMailPayload> {
        let app = from_context::<App>(ctx)?;
        let retry = async {
            let id = uuid(IdKind::Mail, &input.id)?;
            Box::pin(commands::retry(app, sessions::viewer(ctx)?, id)).await
        };
        RetryMailPayload::of(retry.await)
    }
}
