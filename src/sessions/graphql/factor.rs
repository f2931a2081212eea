//! The mutations of second factors.

use async_graphql::{Context, Enum, InputObject, Json, Object, OneofObject, SimpleObject};
use serde_json::Value;

use super::{Keeps, SignInPayload, caller, payload};
use crate::{
    app::App,
    members::graphql::Viewer,
    platform::{
        error::Result,
        graphql::{UserError, from_context, outcome, scalars::DateTime},
    },
    sessions::{self, Answer, Challenge, Entered, Method},
};

/// How a sign-in can go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "Method")]
pub enum SecondFactorMethod {
    /// A code of an authenticator app.
    Totp,
    /// A recovery code.
    RecoveryCode,
    /// A passkey or security key.
    Passkey,
}

/// A sign-in that waits for its second factor.
#[derive(SimpleObject)]
pub struct SecondFactorChallenge {
    /// To be sent back with the second factor; good for one sign-in.
    token: String,
    /// Until when it waits.
    expires_at: DateTime,
    /// How to go on.
    methods: Vec<SecondFactorMethod>,
    /// What the browser's `PublicKeyCredential.parseRequestOptionsFromJSON` takes; null where the person has no passkey.
    passkey_options: Option<Json<Value>>,
}

impl From<Challenge> for SecondFactorChallenge {
    fn from(challenge: Challenge) -> Self {
        Self {
            token: challenge.token,
            expires_at: DateTime(challenge.expires_at),
            methods: challenge.methods.into_iter().map(Into::into).collect(),
            passkey_options: challenge.passkey_options.map(Json),
        }
    }
}

/// What finishes a sign-in.
#[derive(InputObject)]
pub struct CompleteSignInInput {
    /// The challenge's token.
    token: String,
    /// The second factor.
    answer: SecondFactorAnswer,
    /// Return the refresh token in the body instead of the cookie: for clients that are no browsers.
    return_refresh_token: Option<bool>,
}

/// A second factor.
#[derive(OneofObject)]
pub enum SecondFactorAnswer {
    /// The six digits that the authenticator app shows.
    Totp(String),
    /// A recovery code, which is used up.
    RecoveryCode(String),
    /// What a passkey signed, as `toJSON` of the browser's credential gives it.
    Passkey(Json<Value>),
}

impl From<SecondFactorAnswer> for Answer {
    fn from(answer: SecondFactorAnswer) -> Self {
        match answer {
            SecondFactorAnswer::Totp(code) => Self::Totp(code),
            SecondFactorAnswer::RecoveryCode(code) => Self::RecoveryCode(code),
            SecondFactorAnswer::Passkey(signed) => Self::Passkey(signed.0),
        }
    }
}

/// The password, once more, before something that a thief of the session must not do.
#[derive(InputObject)]
pub struct PasswordInput {
    /// The person's password.
    password: String,
}

impl PasswordInput {
    /// The password.
    pub(super) fn password(&self) -> &str {
        &self.password
    }
}

/// The first code of an authenticator app.
#[derive(InputObject)]
pub struct ConfirmTotpInput {
    /// The six digits that the app shows.
    code: String,
}

/// An authenticator app to be.
#[derive(SimpleObject)]
pub struct StartTotpPayload {
    /// The secret as people type it, in base 32; shown once, null where it was refused.
    secret: Option<String>,
    /// The same as `otpauth://` address, for a QR code; null where it was refused.
    uri: Option<String>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The viewer with new recovery codes.
#[derive(SimpleObject)]
pub struct RecoveryCodesPayload {
    /// The codes, each good once and shown only now; null where it was refused or the earlier ones stay good.
    recovery_codes: Option<Vec<String>>,
    /// The person as it stands now; null where it was refused.
    viewer: Option<Viewer>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The viewer after a change of its account.
#[derive(SimpleObject)]
pub struct AccountPayload {
    /// The person as it stands now; null where it was refused.
    viewer: Option<Viewer>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The viewer after what it did.
pub(super) async fn renewed(ctx: &Context<'_>) -> Result<Viewer> {
    let app = from_context::<App>(ctx)?;
    Ok(sessions::renewed(app, sessions::viewer(ctx)?).await?.into())
}

/// The payload of a change of the viewer's account.
pub(super) async fn account_payload(ctx: &Context<'_>, result: Result<()>) -> Result<AccountPayload> {
    let (done, user_errors) = outcome(result)?;
    let viewer = match done {
        Some(()) => Some(renewed(ctx).await?),
        None => None,
    };
    Ok(AccountPayload { viewer, user_errors })
}

async fn codes_payload(ctx: &Context<'_>, result: Result<Vec<String>>) -> Result<RecoveryCodesPayload> {
    let (codes, user_errors) = outcome(result)?;
    let viewer = match &codes {
        Some(_) => Some(renewed(ctx).await?),
        None => None,
    };
    Ok(RecoveryCodesPayload {
        recovery_codes: codes.filter(|codes| !codes.is_empty()),
        viewer,
        user_errors,
    })
}

/// Root fields of second factors.
#[derive(Default)]
pub struct FactorsMutation;

#[Object]
impl FactorsMutation {
    /// Finishes a sign-in that was asked for its second factor.
    async fn complete_sign_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The challenge's token and the second factor.")] input: CompleteSignInInput,
    ) -> Result<SignInPayload> {
        let app = from_context::<App>(ctx)?;
        let answer = input.answer.into();
        let result = sessions::complete_sign_in(app, caller(ctx)?, &input.token, &answer).await;
        let keeps = Keeps::asked(input.return_refresh_token);
        payload(ctx, app, result.map(Entered::SignedIn), keeps)
    }

    /// Begins to set up an authenticator app. It counts from its first code on, and the one in use stays good until then.
    async fn start_totp(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The password.")] input: PasswordInput,
    ) -> Result<StartTotpPayload> {
        let app = from_context::<App>(ctx)?;
        let result = sessions::start_totp(app, caller(ctx)?, sessions::viewer(ctx)?, &input.password).await;
        let (new, user_errors) = outcome(result)?;
        let (secret, uri) = new.map(|new| (new.secret, new.uri)).unzip();
        Ok(StartTotpPayload {
            secret,
            uri,
            user_errors,
        })
    }

    /// Finishes setting up an authenticator app. Whoever had no second factor gets recovery codes, and the other sessions
    /// end, because they began without one.
    async fn confirm_totp(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The app's first code.")] input: ConfirmTotpInput,
    ) -> Result<RecoveryCodesPayload> {
        let app = from_context::<App>(ctx)?;
        let result = sessions::confirm_totp(app, sessions::viewer(ctx)?, &input.code).await;
        codes_payload(ctx, result).await
    }

    /// Removes the authenticator app. Refused where a role asks for a second factor and this is the last one.
    async fn remove_totp(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The password.")] input: PasswordInput,
    ) -> Result<AccountPayload> {
        let app = from_context::<App>(ctx)?;
        let result = sessions::remove_totp(app, caller(ctx)?, sessions::viewer(ctx)?, &input.password).await;
        account_payload(ctx, result).await
    }

    /// Makes new recovery codes; the earlier ones are no longer good.
    async fn renew_recovery_codes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The password.")] input: PasswordInput,
    ) -> Result<RecoveryCodesPayload> {
        let app = from_context::<App>(ctx)?;
        let result = sessions::renew_recovery_codes(app, caller(ctx)?, sessions::viewer(ctx)?, &input.password).await;
        codes_payload(ctx, result).await
    }
}
