//! GraphQL of sandboxes.

use async_graphql::{Context, ID, InputObject, Object};

use super::{
    commands,
    rules::{BRAND, SandboxRow},
};
use crate::{
    app::App,
    payload,
    platform::{
        error::Result,
        graphql::{from_context, id, scalars::DateTime},
        ids::IdKind,
    },
    sessions,
};

/// Where the systems of an organisation are tried: beside the alliance, and unseen by it.
pub struct Sandbox(SandboxRow);

impl From<SandboxRow> for Sandbox {
    fn from(row: SandboxRow) -> Self {
        Self(row)
    }
}

/// Where the systems of an organisation are tried: beside the alliance, and unseen by it.
#[Object]
impl Sandbox {
    /// Opaque id; it is that of its organisation.
    async fn id(&self) -> ID {
        id(IdKind::Org, self.0.id)
    }

    /// Its name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The name of the only brand there is in it, whose right holder is played.
    async fn brand(&self) -> &str {
        BRAND
    }

    /// How many leads are seen in it. Each is for 30 days.
    async fn leads(&self) -> i32 {
        i32::try_from(self.0.leads).unwrap_or(i32::MAX)
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// A sandbox to make.
#[derive(InputObject)]
pub(super) struct CreateSandboxInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    idempotency_key: String,
}

/// A sandbox to empty.
#[derive(InputObject)]
pub(super) struct ResetSandboxInput {
    /// The version that was seen.
    expected_version: i32,
}

payload! {
    /// A sandbox, or why it was not made or emptied.
    SandboxPayload {
        /// The sandbox; null where it was refused.
        sandbox: Sandbox
    }
}

/// The queries of sandboxes.
#[derive(Default)]
pub struct SandboxesQuery;

#[Object]
impl SandboxesQuery {
    /// The sandbox of the viewer's organisation; null where it has none.
    async fn sandbox(&self, ctx: &Context<'_>) -> Result<Option<Sandbox>> {
        let found = commands::own(from_context::<App>(ctx)?, sessions::viewer(ctx)?).await?;
        Ok(found.map(Sandbox))
    }
}

/// The mutations of sandboxes.
#[derive(Default)]
pub struct SandboxesMutation;

#[Object]
impl SandboxesMutation {
    /// Makes the sandbox of the viewer's organisation, with a right holder and a brand. It has one at most. Service accounts for
    /// trials act in it; what they hand in is graded, shared and answered there within seconds, and nobody else sees it.
    async fn create_sandbox(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The sandbox to be.")] input: CreateSandboxInput,
    ) -> Result<SandboxPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        SandboxPayload::of(Box::pin(commands::create(app, viewer, &input.idempotency_key)).await)
    }

    /// Empties the sandbox of the viewer's organisation: what came in until now is seen by nobody any more, and may come in again.
    /// Accounts, credentials and webhooks stay.
    async fn reset_sandbox(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The version that was seen.")] input: ResetSandboxInput,
    ) -> Result<SandboxPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        SandboxPayload::of(Box::pin(commands::reset(app, viewer, input.expected_version)).await)
    }
}
