//! GraphQL of break-glass.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, connection::Connection};
use uuid::Uuid;

use super::{
    commands::{self, Asked},
    rules::{BreakGlassRow, BreakGlassState, BreakGlassStep},
};
use crate::{
    app::App,
    graphql_enum,
    leads::graphql::{self as leads, Lead},
    members::graphql::{Person, person},
    payload,
    platform::{
        error::{ApiError, Result},
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context, id,
            scalars::DateTime,
            uuid,
        },
        ids::IdKind,
    },
    sessions,
};

graphql_enum! {
    /// Where a request to open a lead in an emergency stands.
    GqlBreakGlassState as "BreakGlassState" = BreakGlassState {
        /// Waits for a second person.
        Asked,
        /// Nobody decided within a day.
        Lapsed,
        /// A second person agreed; the lead is open, if there is such a lead.
        Approved,
        /// Its time has run out.
        Over,
        /// It was ended before its time.
        Ended,
        /// A second person did not agree.
        Declined,
        /// Who asked took it back.
        Withdrawn,
    }
}

graphql_enum! {
    /// What the viewer can do to a request now.
    GqlBreakGlassStep as "BreakGlassAction" = BreakGlassStep {
        /// Agree: the lead is opened.
        Approve,
        /// Not agree.
        Decline,
        /// Take it back before it is decided.
        Withdraw,
        /// End it before its time.
        End,
    }
}

/// That somebody asked for a lead to be opened to a person in an emergency, and what became of it.
pub struct BreakGlassRequest(BreakGlassRow);

impl From<BreakGlassRow> for BreakGlassRequest {
    fn from(row: BreakGlassRow) -> Self {
        Self(row)
    }
}

/// That somebody asked for a lead to be opened to a person in an emergency, and what became of it.
#[Object]
impl BreakGlassRequest {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Glass, self.0.id)
    }

    /// What the lead is called by who asked. Whether there is such a lead is not said.
    async fn reference(&self) -> &str {
        &self.0.reference
    }

    /// The lead that was opened; null where the viewer does not see it.
    async fn lead(&self, ctx: &Context<'_>) -> Result<Option<Lead>> {
        match self.0.lead {
            Some(lead) => leads::lead(ctx, lead).await,
            None => Ok(None),
        }
    }

    /// To whom it is opened.
    async fn person(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.0.person).await
    }

    /// Why.
    async fn reason(&self) -> &str {
        &self.0.reason
    }

    /// For how long, from the decision, in hours.
    async fn hours(&self) -> i32 {
        self.0.hours
    }

    /// Where it stands.
    async fn state(&self, ctx: &Context<'_>) -> Result<GqlBreakGlassState> {
        Ok(self.0.state_at(from_context::<App>(ctx)?.now()).into())
    }

    /// Who asked.
    async fn asked_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.0.asked_by).await
    }

    /// When it was asked.
    async fn asked_at(&self) -> DateTime {
        DateTime(self.0.asked_at)
    }

    /// Who decided; null until then.
    async fn decided_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.0.decided_by {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// When it was decided; null until then.
    async fn decided_at(&self) -> Option<DateTime> {
        self.0.decided_at.map(DateTime)
    }

    /// What was said to the decision; null where nothing was.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// Until when the lead is open; null unless it was approved.
    async fn expires_at(&self) -> Option<DateTime> {
        self.0.expires_at.map(DateTime)
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What the viewer can do to it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlBreakGlassStep>> {
        use strum::VariantArray as _;
        let (viewer, now) = (sessions::viewer(ctx)?, from_context::<App>(ctx)?.now());
        let allowed = BreakGlassStep::VARIANTS
            .iter()
            .filter(|step| self.0.step(viewer, **step, now).is_ok());
        Ok(allowed.map(|step| (*step).into()).collect())
    }
}

/// The queries of break-glass.
#[derive(Default)]
pub struct BreakGlassQuery;

#[Object]
impl BreakGlassQuery {
    /// What was asked for in emergencies, the first one first: all of it, or that by which leads of the viewer's
    /// organisation were opened.
    async fn break_glass_requests(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, BreakGlassRequest, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let app = Arc::clone(from_context::<App>(ctx)?);
        let viewer = Arc::clone(sessions::viewer(ctx)?);
        let page = commands::list(&app, &viewer, &args).await?;
        Ok(connection(page.map(BreakGlassRequest), move || {
            let (app, viewer) = (Arc::clone(&app), Arc::clone(&viewer));
            Box::pin(async move { commands::count(&app, &viewer).await })
        }))
    }

    /// A request; `NOT_FOUND` where there is none that the viewer sees.
    async fn break_glass_request(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The request's id.")] id: ID,
    ) -> Result<Option<BreakGlassRequest>> {
        let found = visible_break_glass_request(ctx, uuid(IdKind::Glass, &id)?).await?;
        found.map(Some).ok_or_else(ApiError::not_found)
    }
}

/// The request of an id, if the caller sees it: for `node`.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_break_glass_request(ctx: &Context<'_>, key: Uuid) -> Result<Option<BreakGlassRequest>> {
    let app = from_context::<App>(ctx)?;
    let row = commands::visible(app, sessions::viewer(ctx)?, key).await?;
    Ok(row.map(BreakGlassRequest))
}

/// What is asked for in an emergency.
#[derive(InputObject)]
pub(super) struct AskBreakGlassInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    idempotency_key: String,
    /// What the lead is called, such as `LD-26-7K3QX2`. Whether there is such a lead is not said, now or later.
    reference: String,
    /// To whom it is to be opened: an active person outside of the secretariat who reads leads.
    person_id: ID,
    /// For how long, from the decision: 1 to 72 hours.
    hours: i32,
    /// Why, 20 to 2,000 characters, for those who decide, for the lead's keepers and for the auditors.
    reason: String,
}

/// The decision of a request.
#[derive(InputObject)]
pub(super) struct DecideBreakGlassInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// Whether the lead is opened.
    approve: bool,
    /// What there is to say to it, at most 2,000 characters.
    note: Option<String>,
}

/// The end of a request.
#[derive(InputObject)]
pub(super) struct EndBreakGlassInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
}

payload! {
    /// A request, or why it was not made or changed.
    BreakGlassPayload {
        /// The request; null where it was refused.
        request: BreakGlassRequest
    }
}

/// The mutations of break-glass.
#[derive(Default)]
pub struct BreakGlassMutation;

#[Object]
impl BreakGlassMutation {
    /// Asks that a lead be opened to a person in an emergency. Somebody else decides; what nobody decides within a day
    /// lapses.
    async fn ask_break_glass(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which lead, to whom, for how long, and why.")] input: AskBreakGlassInput,
    ) -> Result<BreakGlassPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let asked = Asked {
            person: uuid(IdKind::Person, &input.person_id)?,
            reference: input.reference,
            hours: input.hours,
            reason: input.reason,
        };
        BreakGlassPayload::of(Box::pin(commands::ask(app, viewer, &input.idempotency_key, asked)).await)
    }

    /// Decides what somebody else asked for. The lead is open to the person from then on, its owner's administrators and the
    /// auditors are told. Nobody learns from the answer whether there is such a lead.
    async fn decide_break_glass(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which request, and the decision.")] input: DecideBreakGlassInput,
    ) -> Result<BreakGlassPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Glass, &input.id)?, input.expected_version);
        let decided = Box::pin(commands::decide(
            app,
            viewer,
            key,
            version,
            input.approve,
            input.note.as_deref(),
        ));
        BreakGlassPayload::of(decided.await)
    }

    /// Takes a request back before it is decided.
    async fn withdraw_break_glass(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which request.")] input: EndBreakGlassInput,
    ) -> Result<BreakGlassPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Glass, &input.id)?;
        BreakGlassPayload::of(Box::pin(commands::withdraw(app, viewer, key, input.expected_version)).await)
    }

    /// Ends what was opened before its time: the person loses sight of the lead at once.
    async fn end_break_glass(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which request.")] input: EndBreakGlassInput,
    ) -> Result<BreakGlassPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Glass, &input.id)?;
        BreakGlassPayload::of(Box::pin(commands::end(app, viewer, key, input.expected_version)).await)
    }
}
