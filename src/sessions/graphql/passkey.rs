//! The mutations of passkeys.

use async_graphql::{Context, ID, InputObject, Json, Object, SimpleObject};
use serde_json::Value;

use super::{
    account::Passkey,
    caller,
    factor::{AccountPayload, PasswordInput, account_payload, renewed},
};
use crate::{
    app::App,
    members::graphql::Viewer,
    platform::{
        error::Result,
        graphql::{UserError, from_context, outcome, uuid},
        ids::IdKind,
    },
    sessions,
};

/// A passkey that an authenticator has made.
#[derive(InputObject)]
pub struct AddPasskeyInput {
    /// The token that came with the options.
    token: String,
    /// What the person calls it, at most 60 characters.
    name: String,
    /// What the authenticator made, as `toJSON` of the browser's credential gives it.
    credential: Json<Value>,
}

/// Another name for a passkey.
#[derive(InputObject)]
pub struct RenamePasskeyInput {
    /// Which one.
    id: ID,
    /// What the person calls it, at most 60 characters.
    name: String,
}

/// A passkey to be forgotten.
#[derive(InputObject)]
pub struct RemovePasskeyInput {
    /// Which one.
    id: ID,
    /// The person's password.
    password: String,
}

/// What an authenticator is asked to make.
#[derive(SimpleObject)]
pub struct StartPasskeyPayload {
    /// To be sent back with what the authenticator made; null where it was refused.
    token: Option<String>,
    /// What the browser's `PublicKeyCredential.parseCreationOptionsFromJSON` takes; null where it was refused.
    options: Option<Json<Value>>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// A passkey that was added.
#[derive(SimpleObject)]
pub struct AddPasskeyPayload {
    /// The passkey; null where it was refused.
    passkey: Option<Passkey>,
    /// Recovery codes, each good once and shown only now; null where it was refused or the earlier ones stay good.
    recovery_codes: Option<Vec<String>>,
    /// The person as it stands now; null where it was refused.
    viewer: Option<Viewer>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// Root fields of passkeys.
#[derive(Default)]
pub struct PasskeysMutation;

#[Object]
impl PasskeysMutation {
    /// Begins to add a passkey or security key.
    async fn start_passkey(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The password.")] input: PasswordInput,
    ) -> Result<StartPasskeyPayload> {
        let app = from_context::<App>(ctx)?;
        let result = sessions::start_passkey(app, caller(ctx)?, sessions::viewer(ctx)?, input.password()).await;
        let (new, user_errors) = outcome(result)?;
        let (token, options) = new.map(|new| (new.token, Json(new.options))).unzip();
        Ok(StartPasskeyPayload {
            token,
            options,
            user_errors,
        })
    }

    /// Finishes adding a passkey. Whoever had no second factor gets recovery codes, and the other sessions end, because
    /// they began without one.
    async fn add_passkey(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What the authenticator made, and a name for it.")] input: AddPasskeyInput,
    ) -> Result<AddPasskeyPayload> {
        let app = from_context::<App>(ctx)?;
        let viewer = sessions::viewer(ctx)?;
        let result = sessions::add_passkey(app, viewer, &input.token, &input.name, &input.credential.0).await;
        let (added, user_errors) = outcome(result)?;
        let Some((passkey, codes)) = added else {
            return Ok(AddPasskeyPayload {
                passkey: None,
                recovery_codes: None,
                viewer: None,
                user_errors,
            });
        };
        Ok(AddPasskeyPayload {
            passkey: Some(passkey.into()),
            recovery_codes: (!codes.is_empty()).then_some(codes),
            viewer: Some(renewed(ctx).await?),
            user_errors,
        })
    }

    /// Gives a passkey another name.
    async fn rename_passkey(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and its name.")] input: RenamePasskeyInput,
    ) -> Result<AccountPayload> {
        let app = from_context::<App>(ctx)?;
        let id = uuid(IdKind::Passkey, &input.id)?;
        let result = sessions::rename_passkey(app, sessions::viewer(ctx)?, id, &input.name).await;
        account_payload(ctx, result).await
    }

    /// Removes a passkey. Refused where a role asks for a second factor and this is the last one.
    async fn remove_passkey(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and the password.")] input: RemovePasskeyInput,
    ) -> Result<AccountPayload> {
        let app = from_context::<App>(ctx)?;
        let id = uuid(IdKind::Passkey, &input.id)?;
        let (caller, viewer) = (caller(ctx)?, sessions::viewer(ctx)?);
        let result = sessions::remove_passkey(app, caller, viewer, id, &input.password).await;
        account_payload(ctx, result).await
    }
}
