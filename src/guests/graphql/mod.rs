//! GraphQL of guests. These root fields ask for no viewer; all but those that ask for a code and open something ask for a guest's
//! session.

mod action;

use async_graphql::{Context, InputObject, Object, OneofObject, SimpleObject};

use super::{commands, store::SessionRow};
use crate::{
    actions::graphql::GuestAction,
    app::App,
    graphql_enum,
    platform::{
        clock::timestamp,
        error::{ApiError, ErrorCode, Result},
        graphql::{UserError, from_context, outcome, scalars::DateTime},
    },
    referrals::{
        Answer,
        graphql::{
            self as referrals, GqlDeclineReason, GqlPackageForm, GqlPackagePurpose, GqlReferralResult, GuestReferral,
        },
    },
    sessions::{GuestTarget, graphql::caller},
};
use action::{AnswerGuestAttendanceInput, GuestActionPayload, OpenGuestActionInput, ReportGuestActionInput, action};

graphql_enum! {
    /// What a guest's link opens.
    GqlGuestTarget as "GuestTarget" = GuestTarget {
        /// A referral that names the officer.
        Referral,
        /// An offline action to which the officer was invited.
        Action,
    }
}

/// The token of the guest's session that came along.
fn token<'a>(ctx: &Context<'a>) -> Result<Option<&'a str>> {
    Ok(caller(ctx)?.guest.as_deref())
}

/// The referral that a session opens, as it is now.
async fn referral(ctx: &Context<'_>, session: &SessionRow) -> Result<GuestReferral> {
    let ends = timestamp(session.expires_at);
    let found = referrals::guest_referral(ctx, session.grant_id, ends).await?;
    found.ok_or_else(|| ErrorCode::TokenInvalid.into())
}

/// The link of a mail to an officer without an account.
#[derive(InputObject)]
pub struct AskGuestCodeInput {
    /// What stands behind the `#` of the link.
    link: String,
}

/// That a code is on its way.
#[derive(SimpleObject)]
pub struct AskGuestCodePayload {
    /// Whether a code was mailed to the address that the directory has.
    sent: bool,
    /// What the link opens; null where it was refused.
    opens: Option<GqlGuestTarget>,
    /// Why not; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The link of a mail and the code of another.
#[derive(InputObject)]
pub struct OpenGuestReferralInput {
    /// What stands behind the `#` of the link.
    link: String,
    /// The code; dashes, spaces and small letters do not matter.
    code: String,
}

/// A guest's session: it opens one referral, or one action.
#[derive(SimpleObject)]
pub struct GuestSession {
    /// To be sent as the header `x-touchstone-guest`; it is shown this once.
    token: String,
    /// When it ends.
    expires_at: DateTime,
}

impl From<commands::Opened> for GuestSession {
    fn from(opened: commands::Opened) -> Self {
        Self {
            token: opened.token,
            expires_at: DateTime(opened.expires_at),
        }
    }
}

/// A guest's session, or why there is none.
#[derive(SimpleObject)]
pub struct OpenGuestActionPayload {
    /// The session; null where it was refused.
    session: Option<GuestSession>,
    /// Why it was refused; empty when it was done. `TOKEN_INVALID` says no more than that link or code are not good.
    user_errors: Vec<UserError>,
}

/// A guest's session, or why there is none.
#[derive(SimpleObject)]
pub struct OpenGuestReferralPayload {
    /// The session; null where it was refused.
    session: Option<GuestSession>,
    /// Why it was refused; empty when it was done. `TOKEN_INVALID` says no more than that link or code are not good.
    user_errors: Vec<UserError>,
}

/// A case that was filed.
#[derive(InputObject)]
pub struct GuestAcceptanceInput {
    /// The number of the file, at most 200 characters.
    file_number: String,
    /// What there is to say to it, at most 2,000 characters.
    note: Option<String>,
}

/// That no case is filed.
#[derive(InputObject)]
pub struct GuestRefusalInput {
    /// Why.
    reason: GqlDeclineReason,
    /// More about it, at most 2,000 characters; required with `OTHER`.
    note: Option<String>,
}

/// What came of a referral.
#[derive(InputObject)]
pub struct GuestFeedbackInput {
    /// Whether it was used.
    used: bool,
    /// Whether it was of use.
    useful: bool,
    /// What came of it.
    result: GqlReferralResult,
    /// More about it, at most 2,000 characters; required with `OTHER`.
    note: Option<String>,
}

/// What a guest answers: one of these.
#[derive(OneofObject)]
pub enum GuestAnswerInput {
    /// That it arrived: true.
    Acknowledge(bool),
    /// A question, at most 2,000 characters; the clock stands still until it is answered.
    RequestInformation(String),
    /// That the decision takes 30 days more, and why; at most 2,000 characters.
    ExtendDecision(String),
    /// That a case was filed.
    Accept(GuestAcceptanceInput),
    /// That none is filed.
    Decline(GuestRefusalInput),
    /// What came of it.
    GiveFeedback(GuestFeedbackInput),
}

impl GuestAnswerInput {
    fn read(self) -> Result<Answer> {
        Ok(match self {
            Self::Acknowledge(true) => Answer::Acknowledge,
            Self::Acknowledge(false) => return Err(ApiError::input("answer", "Say that it arrived, or nothing.")),
            Self::RequestInformation(question) => Answer::RequestInformation(question),
            Self::ExtendDecision(why) => Answer::ExtendDecision(why),
            Self::Accept(input) => Answer::Accept(input.file_number, input.note),
            Self::Decline(input) => Answer::Decline(input.reason.into(), input.note),
            Self::GiveFeedback(input) => Answer::Feedback {
                used: input.used,
                useful: input.useful,
                result: input.result.into(),
                note: input.note,
            },
        })
    }
}

/// What a guest answers to which version.
#[derive(InputObject)]
pub struct AnswerGuestReferralInput {
    /// The version that was seen.
    expected_version: i32,
    /// The answer.
    answer: GuestAnswerInput,
}

/// The referral after a guest's answer.
#[derive(SimpleObject)]
pub struct GuestReferralPayload {
    /// The referral; null where the answer was refused.
    referral: Option<GuestReferral>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// A package that a guest wants.
#[derive(InputObject)]
pub struct OpenGuestPackageInput {
    /// In which form.
    form: GqlPackageForm,
    /// For what; it is kept in the audit log.
    purpose: GqlPackagePurpose,
}

/// Where a package is, or why it is not given.
#[derive(SimpleObject)]
pub struct OpenGuestPackagePayload {
    /// The address, on this server; null where it was refused.
    url: Option<String>,
    /// Until when it is good, if the session lasts; null where it was refused.
    expires_at: Option<DateTime>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The end of a guest's session.
#[derive(SimpleObject)]
pub struct LeaveGuestReferralPayload {
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The queries of guests.
#[derive(Debug, Default)]
pub struct GuestsQuery;

#[Object]
impl GuestsQuery {
    /// The one referral that a guest's session opens; `TOKEN_INVALID` where there is no session or it has ended.
    async fn guest_referral(&self, ctx: &Context<'_>) -> Result<Option<GuestReferral>> {
        let session = commands::session(from_context::<App>(ctx)?, token(ctx)?, GuestTarget::Referral).await?;
        referral(ctx, &session).await.map(Some)
    }

    /// The one offline action that a guest's session opens; `TOKEN_INVALID` where there is no session or it has ended.
    async fn guest_action(&self, ctx: &Context<'_>) -> Result<Option<GuestAction>> {
        let session = commands::session(from_context::<App>(ctx)?, token(ctx)?, GuestTarget::Action).await?;
        action(ctx, &session).await.map(Some)
    }
}

/// The mutations of guests.
#[derive(Debug, Default)]
pub struct GuestsMutation;

#[Object]
impl GuestsMutation {
    /// Mails a code to the officer for whom a link is. `TOKEN_INVALID` where the link is not good any more.
    async fn ask_guest_code(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The link.")] input: AskGuestCodeInput,
    ) -> Result<AskGuestCodePayload> {
        let done = Box::pin(commands::ask(from_context::<App>(ctx)?, &input.link)).await;
        let (done, user_errors) = outcome(done)?;
        Ok(AskGuestCodePayload {
            sent: done.is_some(),
            opens: done.map(Into::into),
            user_errors,
        })
    }

    /// Opens a referral to the officer who has the link and the code: a session of some minutes, for this referral alone.
    async fn open_guest_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The link and the code.")] input: OpenGuestReferralInput,
    ) -> Result<OpenGuestReferralPayload> {
        let app = from_context::<App>(ctx)?;
        let opened = Box::pin(commands::open(app, GuestTarget::Referral, &input.link, &input.code)).await;
        let (opened, user_errors) = outcome(opened)?;
        Ok(OpenGuestReferralPayload {
            session: opened.map(Into::into),
            user_errors,
        })
    }

    /// Opens an offline action to the officer who has the link and the code: a session of some minutes, for this action alone.
    async fn open_guest_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The link and the code.")] input: OpenGuestActionInput,
    ) -> Result<OpenGuestActionPayload> {
        let app = from_context::<App>(ctx)?;
        let opened = Box::pin(commands::open(app, GuestTarget::Action, &input.link, &input.code)).await;
        let (opened, user_errors) = outcome(opened)?;
        Ok(OpenGuestActionPayload {
            session: opened.map(Into::into),
            user_errors,
        })
    }

    /// Says whether the officer comes to the action of a guest's session.
    async fn answer_guest_attendance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whether, and why not.")] input: AnswerGuestAttendanceInput,
    ) -> Result<GuestActionPayload> {
        let app = from_context::<App>(ctx)?;
        let (version, note) = (input.expected_version, input.note.as_deref());
        let said = commands::attend(app, token(ctx)?, version, input.attendance.into(), note);
        GuestActionPayload::of(ctx, Box::pin(said).await).await
    }

    /// Reports that the action of a guest's session has begun, or was carried out: as who leads it, for the lead agency.
    async fn report_guest_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is reported.")] input: ReportGuestActionInput,
    ) -> Result<GuestActionPayload> {
        let app = from_context::<App>(ctx)?;
        let reported = commands::report(app, token(ctx)?, input.expected_version, input.report.into());
        GuestActionPayload::of(ctx, Box::pin(reported).await).await
    }

    /// Answers the referral of a guest's session.
    async fn answer_guest_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is answered.")] input: AnswerGuestReferralInput,
    ) -> Result<GuestReferralPayload> {
        let app = from_context::<App>(ctx)?;
        let (version, answer) = (input.expected_version, input.answer.read());
        let done = match answer {
            Ok(answer) => Box::pin(commands::answer(app, token(ctx)?, version, answer)).await,
            Err(error) => Err(error),
        };
        let (session, user_errors) = outcome(done)?;
        let referral = match &session {
            Some(session) => Some(referral(ctx, session).await?),
            None => None,
        };
        Ok(GuestReferralPayload { referral, user_errors })
    }

    /// Opens the package of a guest's referral: a link that is good once, within two minutes.
    async fn open_guest_package(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In which form, and what for.")] input: OpenGuestPackageInput,
    ) -> Result<OpenGuestPackagePayload> {
        let (app, form, purpose) = (from_context::<App>(ctx)?, input.form.into(), input.purpose.into());
        let opened = Box::pin(commands::open_package(app, token(ctx)?, form, purpose)).await;
        let (link, user_errors) = outcome(opened)?;
        Ok(OpenGuestPackagePayload {
            expires_at: link.as_ref().map(|link| DateTime(link.expires_at)),
            url: link.map(|link| link.path),
            user_errors,
        })
    }

    /// Ends a guest's session; fine where there is none.
    async fn leave_guest_referral(&self, ctx: &Context<'_>) -> Result<LeaveGuestReferralPayload> {
        let done = Box::pin(commands::leave(from_context::<App>(ctx)?, token(ctx)?)).await;
        let (_, user_errors) = outcome(done)?;
        Ok(LeaveGuestReferralPayload { user_errors })
    }
}
