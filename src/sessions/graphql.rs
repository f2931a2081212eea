//! GraphQL of sessions.

mod account;
mod factor;
mod passkey;
mod password;
mod session;

use std::sync::Arc;

use async_graphql::{Context, InputObject, Object, SimpleObject};

pub use account::{Account, Passkey, SecondFactor, account};
pub use factor::{FactorsMutation, SecondFactorChallenge};
pub use passkey::PasskeysMutation;
pub use password::PasswordsMutation;
pub use session::{OwnSessionsMutation, Session, own_sessions};

use super::{Caller, Entered, SignedIn, refresh_cookie};
use crate::{
    app::App,
    members::graphql::Viewer,
    permissions,
    platform::{
        error::{ApiError, ErrorCode, Result},
        graphql::{UserError, from_context, outcome},
    },
};

/// Who sent the request of a resolver.
///
/// # Errors
/// `INTERNAL` where the request was not put together by the server.
pub fn caller<'a>(ctx: &Context<'a>) -> Result<&'a Caller> {
    ctx.data::<Caller>().map_err(|error| ApiError::internal(error.message))
}

/// The person behind a resolver's request.
///
/// # Errors
/// `UNAUTHENTICATED` where nobody is signed in.
pub fn viewer<'a>(ctx: &Context<'a>) -> Result<&'a Arc<permissions::Viewer>> {
    caller(ctx)?.viewer()
}

/// What to sign in with.
#[derive(InputObject)]
pub struct SignInInput {
    /// The person's e-mail address.
    email: String,
    /// The password.
    password: String,
    /// Return the refresh token in the body instead of the cookie: for clients that are no browsers.
    return_refresh_token: Option<bool>,
}

/// What to go on with.
#[derive(InputObject)]
pub struct RefreshSessionInput {
    /// A refresh token from an earlier body; without it the cookie is used, and the new one is set there.
    refresh_token: Option<String>,
}

/// What accepts an invitation.
#[derive(InputObject)]
pub struct AcceptInvitationInput {
    /// The token in the link of the invitation's mail.
    token: String,
    /// The first password, of 12 to 128 characters.
    password: String,
}

/// A session to go on with.
#[derive(SimpleObject, Default)]
pub struct SignInPayload {
    /// Token for the `Authorization: Bearer` header; null where it was refused.
    access_token: Option<String>,
    /// Seconds until the access token ends; null where it was refused.
    expires_in: Option<i32>,
    /// Good for one refresh; null where it was refused or the token is in the cookie.
    refresh_token: Option<String>,
    /// Who signed in; null where it was refused.
    viewer: Option<Viewer>,
    /// What else is asked before the session begins: then there are no tokens yet; null where nothing is.
    second_factor: Option<SecondFactorChallenge>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The end of a session.
#[derive(SimpleObject)]
pub struct SignOutPayload {
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// Where the client keeps its refresh token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keeps {
    Cookie,
    Body,
}

impl Keeps {
    /// Where a client wants its refresh token that says so or says nothing.
    fn asked(return_refresh_token: Option<bool>) -> Self {
        if return_refresh_token == Some(true) {
            Self::Body
        } else {
            Self::Cookie
        }
    }
}

fn set_cookie(ctx: &Context<'_>, app: &App, value: &str, seconds: i64) {
    ctx.append_http_header("set-cookie", refresh_cookie(app, value, seconds));
}

fn payload(ctx: &Context<'_>, app: &App, result: Result<Entered>, keeps: Keeps) -> Result<SignInPayload> {
    let (entered, user_errors) = outcome(result)?;
    match entered {
        Some(Entered::SignedIn(signed_in)) => session_payload(ctx, app, signed_in, keeps),
        Some(Entered::Challenged(challenge)) => Ok(SignInPayload {
            second_factor: Some(challenge.into()),
            ..SignInPayload::default()
        }),
        None => Ok(SignInPayload {
            user_errors,
            ..SignInPayload::default()
        }),
    }
}

fn session_payload(ctx: &Context<'_>, app: &App, signed_in: SignedIn, keeps: Keeps) -> Result<SignInPayload> {
    let seconds = |until| app.now().duration_until(until).as_secs();
    if keeps == Keeps::Cookie {
        set_cookie(ctx, app, &signed_in.refresh_token, seconds(signed_in.refresh_ends));
    }
    // A second sign-in in one document leaves the first one's name on the answer: it is shown nothing of the second.
    let _ = caller(ctx)?.signed_in.set(Arc::clone(&signed_in.viewer));
    Ok(SignInPayload {
        access_token: Some(signed_in.access_token),
        expires_in: i32::try_from(seconds(signed_in.access_ends)).ok(),
        refresh_token: (keeps == Keeps::Body).then_some(signed_in.refresh_token),
        viewer: Some(signed_in.viewer.into()),
        ..SignInPayload::default()
    })
}

impl SignInPayload {
    /// The payload of a sign-in whose refresh token goes into the cookie.
    ///
    /// # Errors
    /// Whatever is no refusal.
    pub fn with_cookie(ctx: &Context<'_>, result: Result<Entered>) -> Result<Self> {
        payload(ctx, from_context::<App>(ctx)?, result, Keeps::Cookie)
    }
}

/// Root fields of sessions.
#[derive(Default)]
pub struct SessionsMutation;

#[Object]
impl SessionsMutation {
    /// Signs in, or asks for the second factor of somebody who has one. The refresh token goes into a cookie that scripts
    /// cannot read, unless the body is asked for.
    async fn sign_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to sign in with.")] input: SignInInput,
    ) -> Result<SignInPayload> {
        let app = from_context::<App>(ctx)?;
        let result = super::sign_in(app, caller(ctx)?, &input.email, &input.password).await;
        payload(ctx, app, result, Keeps::asked(input.return_refresh_token))
    }

    /// Goes on with a session: a new access token and a new refresh token for an old one, which is used up. A refresh
    /// token that comes a second time ends its session.
    async fn refresh_session(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to go on with; without it the cookie is used.")] input: Option<RefreshSessionInput>,
    ) -> Result<SignInPayload> {
        let app = from_context::<App>(ctx)?;
        let (token, keeps) = match input.and_then(|input| input.refresh_token) {
            Some(token) => (Some(token), Keeps::Body),
            None => (caller(ctx)?.refresh_token.clone(), Keeps::Cookie),
        };
        let result = match token {
            Some(token) => super::refresh(app, &token).await,
            None => Err(ErrorCode::TokenInvalid.into()),
        };
        payload(ctx, app, result.map(Entered::SignedIn), keeps)
    }

    /// Ends the session of the access token and of the cookie. Signing out twice is fine.
    async fn sign_out(&self, ctx: &Context<'_>) -> Result<SignOutPayload> {
        let app = from_context::<App>(ctx)?;
        set_cookie(ctx, app, "", 0);
        let ((), user_errors) = outcome(super::sign_out(app, caller(ctx)?).await).map(|(_, errors)| ((), errors))?;
        Ok(SignOutPayload { user_errors })
    }

    /// Sets the first password of an invited person and signs in.
    async fn accept_invitation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The invitation's token and the password.")] input: AcceptInvitationInput,
    ) -> Result<SignInPayload> {
        let app = from_context::<App>(ctx)?;
        let result = super::accept_invitation(app, caller(ctx)?, &input.token, &input.password).await;
        payload(ctx, app, result, Keeps::Cookie)
    }
}
