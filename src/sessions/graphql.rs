//! GraphQL of sessions.

use std::sync::Arc;

use async_graphql::{Context, InputObject, Object, SimpleObject};

use super::{Caller, SignedIn, cookie_name};
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
fn caller<'a>(ctx: &Context<'a>) -> Result<&'a Caller> {
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

fn set_cookie(ctx: &Context<'_>, app: &App, value: &str, seconds: i64) {
    let url = &app.config.public_url;
    let secure = if url.scheme() == "https" { "; Secure" } else { "" };
    let name = cookie_name(url);
    ctx.append_http_header(
        "set-cookie",
        format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}"),
    );
}

fn payload(ctx: &Context<'_>, app: &App, result: Result<SignedIn>, keeps: Keeps) -> Result<SignInPayload> {
    let (signed_in, user_errors) = outcome(result)?;
    let Some(signed_in) = signed_in else {
        return Ok(SignInPayload {
            user_errors,
            ..SignInPayload::default()
        });
    };
    let seconds = |until| app.now().duration_until(until).as_secs();
    if keeps == Keeps::Cookie {
        set_cookie(ctx, app, &signed_in.refresh_token, seconds(signed_in.session_ends));
    }
    // A second sign-in in one document leaves the first one's name on the answer: it is shown nothing of the second.
    let _ = caller(ctx)?.signed_in.set(Arc::clone(&signed_in.viewer));
    Ok(SignInPayload {
        access_token: Some(signed_in.access_token),
        expires_in: i32::try_from(seconds(signed_in.access_ends)).ok(),
        refresh_token: (keeps == Keeps::Body).then_some(signed_in.refresh_token),
        viewer: Some(signed_in.viewer.into()),
        user_errors,
    })
}

/// Root fields of sessions.
#[derive(Default)]
pub struct SessionsMutation;

#[Object]
impl SessionsMutation {
    /// Signs in. The refresh token goes into a cookie that scripts cannot read, unless the body is asked for.
    async fn sign_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to sign in with.")] input: SignInInput,
    ) -> Result<SignInPayload> {
        let app = from_context::<App>(ctx)?;
        let result = super::sign_in(app, caller(ctx)?, &input.email, &input.password).await;
        let keeps = if input.return_refresh_token == Some(true) {
            Keeps::Body
        } else {
            Keeps::Cookie
        };
        payload(ctx, app, result, keeps)
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
        payload(ctx, app, result, keeps)
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
