//! What guests of offline actions send, and what they get.

use async_graphql::{Context, InputObject, SimpleObject};

use crate::{
    actions::graphql::{GqlAttendance, GqlGuestReport, GuestAction, guest_action},
    guests::store::SessionRow,
    platform::{
        clock::timestamp,
        error::{ErrorCode, Result},
        graphql::{UserError, outcome},
    },
};

/// The link of a mail and the code of another.
#[derive(InputObject)]
pub struct OpenGuestActionInput {
    /// What stands behind the `#` of the link.
    pub(super) link: String,
    /// The code; dashes, spaces and small letters do not matter.
    pub(super) code: String,
}

/// Whether an officer comes.
#[derive(InputObject)]
pub struct AnswerGuestAttendanceInput {
    /// The `attendanceVersion` that was seen.
    pub(super) expected_version: i32,
    /// Whether the officer comes.
    pub(super) attendance: GqlAttendance,
    /// What there is to say to it, at most 1,000 characters; required with `DECLINED`.
    pub(super) note: Option<String>,
}

/// What an officer reports of an action.
#[derive(InputObject)]
pub struct ReportGuestActionInput {
    /// The `version` that was seen.
    pub(super) expected_version: i32,
    /// What is reported.
    pub(super) report: GqlGuestReport,
}

/// The action after a guest's act.
#[derive(SimpleObject)]
pub struct GuestActionPayload {
    /// The action; null where the act was refused.
    action: Option<GuestAction>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

impl GuestActionPayload {
    /// The payload of a command's outcome.
    pub(super) async fn of(ctx: &Context<'_>, done: Result<SessionRow>) -> Result<Self> {
        let (session, user_errors) = outcome(done)?;
        let action = match &session {
            Some(session) => Some(action(ctx, session).await?),
            None => None,
        };
        Ok(Self { action, user_errors })
    }
}

/// The action that a session opens, as it is now.
pub(super) async fn action(ctx: &Context<'_>, session: &SessionRow) -> Result<GuestAction> {
    let found = guest_action(ctx, session.grant_id, timestamp(session.expires_at)).await?;
    found.ok_or_else(|| ErrorCode::TokenInvalid.into())
}
