//! The viewer's own sessions.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, connection::Connection};

use super::{
    caller,
    factor::{AccountPayload, PasswordInput, account_payload},
};
use crate::{
    app::App,
    permissions::Viewer,
    platform::{
        error::Result,
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context, id,
            scalars::DateTime,
            uuid,
        },
        ids::IdKind,
    },
    sessions::{self, OwnSession, commands},
};

/// A sign-in of the viewer that has not ended.
pub struct Session(OwnSession);

/// A sign-in of the viewer that has not ended.
#[Object]
impl Session {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::Session, self.0.id)
    }

    /// When it began.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// When it was used last, as far as is noted: some minutes may be missing. A session that is not used for a while, a week
    /// by default, ends.
    async fn last_seen_at(&self) -> DateTime {
        DateTime(self.0.last_seen_at)
    }

    /// When it ends, however often it is used.
    async fn expires_at(&self) -> DateTime {
        DateTime(self.0.expires_at)
    }

    /// What the client called itself; null where it said nothing.
    async fn user_agent(&self) -> Option<&str> {
        self.0.user_agent.as_deref()
    }

    /// The network it began in, such as `192.0.2.0/24`; null where it is not known.
    async fn network(&self) -> Option<&str> {
        self.0.network.as_deref()
    }

    /// Whether it is the one of this request.
    async fn current(&self) -> bool {
        self.0.current
    }
}

impl From<OwnSession> for Session {
    fn from(session: OwnSession) -> Self {
        Self(session)
    }
}

/// The open sessions of a viewer, oldest first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn own_sessions(
    app: &Arc<App>,
    viewer: &Arc<Viewer>,
    args: PageArgs,
) -> Result<Connection<String, Session, Totals>> {
    let page = commands::own_sessions(app, viewer, &args).await?;
    let (app, viewer) = (Arc::clone(app), Arc::clone(viewer));
    Ok(connection(page, move || {
        let (app, viewer) = (Arc::clone(&app), Arc::clone(&viewer));
        Box::pin(async move { commands::count_own_sessions(&app, &viewer).await })
    }))
}

/// A session to be ended.
#[derive(InputObject)]
pub struct EndSessionInput {
    /// Which one.
    id: ID,
    /// The password.
    password: String,
}

/// Root fields of a person's own sessions.
#[derive(Default)]
pub struct OwnSessionsMutation;

#[Object]
impl OwnSessionsMutation {
    /// Ends one of the viewer's sessions; its open connections close.
    async fn end_session(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The session.")] input: EndSessionInput,
    ) -> Result<AccountPayload> {
        let app = from_context::<App>(ctx)?;
        let session = uuid(IdKind::Session, &input.id)?;
        let (caller, viewer) = (caller(ctx)?, sessions::viewer(ctx)?);
        let result = sessions::end_session(app, caller, viewer, session, &input.password).await;
        account_payload(ctx, result).await
    }

    /// Ends all of the viewer's sessions but the one of this request.
    async fn end_other_sessions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The password.")] input: PasswordInput,
    ) -> Result<AccountPayload> {
        let app = from_context::<App>(ctx)?;
        let (caller, viewer) = (caller(ctx)?, sessions::viewer(ctx)?);
        let result = sessions::end_other_sessions(app, caller, viewer, input.password()).await;
        account_payload(ctx, result).await
    }
}
