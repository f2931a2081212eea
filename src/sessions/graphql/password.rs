//! The mutations of passwords.

use async_graphql::{Context, InputObject, Object, SimpleObject};

use super::{
    Keeps, SignInPayload, caller,
    factor::{AccountPayload, account_payload},
    payload,
};
use crate::{
    app::App,
    platform::{
        error::Result,
        graphql::{UserError, from_context, outcome},
    },
    sessions,
};

/// Whose password was forgotten.
#[derive(InputObject)]
pub struct RequestPasswordResetInput {
    /// The person's e-mail address.
    email: String,
}

/// What sets a new password.
#[derive(InputObject)]
pub struct ResetPasswordInput {
    /// The token in the link of the mail.
    token: String,
    /// The new password, of 12 to 128 characters.
    password: String,
}

/// What replaces a password.
#[derive(InputObject)]
pub struct ChangePasswordInput {
    /// The password that is to be replaced.
    current_password: String,
    /// The new one, of 12 to 128 characters.
    new_password: String,
}

/// Whether a reset was asked for; never whether there is such an account.
#[derive(SimpleObject)]
pub struct RequestPasswordResetPayload {
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// Root fields of passwords.
#[derive(Default)]
pub struct PasswordsMutation;

#[Object]
impl PasswordsMutation {
    /// Sends a link that sets a new password, good once for an hour, to the address if somebody with a password has it. The
    /// answer does not tell whether anybody has.
    async fn request_password_reset(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The address.")] input: RequestPasswordResetInput,
    ) -> Result<RequestPasswordResetPayload> {
        let app = from_context::<App>(ctx)?;
        let result = sessions::request_password_reset(app, caller(ctx)?, &input.email).await;
        let (_, user_errors) = outcome(result)?;
        Ok(RequestPasswordResetPayload { user_errors })
    }

    /// Sets a new password and ends every session of the person, who is signed in then, or asked for the second factor.
    async fn reset_password(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The token of the mail and the password.")] input: ResetPasswordInput,
    ) -> Result<SignInPayload> {
        let app = from_context::<App>(ctx)?;
        let result = sessions::reset_password(app, caller(ctx)?, &input.token, &input.password).await;
        payload(ctx, app, result, Keeps::Cookie)
    }

    /// Replaces the password and ends the person's other sessions.
    async fn change_password(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The password and the new one.")] input: ChangePasswordInput,
    ) -> Result<AccountPayload> {
        let app = from_context::<App>(ctx)?;
        let (caller, viewer) = (caller(ctx)?, sessions::viewer(ctx)?);
        let result = sessions::change_password(app, caller, viewer, &input.current_password, &input.new_password).await;
        account_payload(ctx, result).await
    }
}
