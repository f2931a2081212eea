//! GraphQL of hand-overs.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject, connection::Connection};
use futures_util::future::try_join_all;

use super::{
    commands::{self, HandOverQuery, NewHandOver},
    rules::{HandOverRow, Reference},
};
use crate::{
    actions::graphql::{OfflineAction, visible_offline_action},
    app::App,
    leads::graphql::{Delivery, Eyes, Lead},
    members::graphql::{Person, person},
    payload,
    platform::{
        error::{ApiError, Result},
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context, id,
            scalars::DateTime,
            uuid, uuids,
        },
        ids::IdKind,
    },
    sessions,
};

/// What the viewer can do to a hand-over now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
pub enum HandOverAction {
    /// Take it over.
    Acknowledge,
}

/// What one shift of an organisation leaves to the next.
pub struct HandOver {
    row: HandOverRow,
    eyes: Eyes,
}

impl HandOver {
    async fn reference(&self, ctx: &Context<'_>, reference: Reference) -> Result<Option<HandOverReference>> {
        let Some(lead) = Lead::load(ctx, &self.eyes, reference.lead).await? else {
            return Ok(None);
        };
        let Some(key) = reference.delivery else {
            return Ok(Some(HandOverReference { lead, delivery: None }));
        };
        let delivery = Delivery::load(ctx, &self.eyes, key).await?;
        Ok(delivery.map(|delivery| HandOverReference {
            lead,
            delivery: Some(delivery),
        }))
    }
}

/// A lead, or a delivery of it, that a hand-over is about and that the viewer sees.
#[derive(SimpleObject)]
pub struct HandOverReference {
    /// The lead.
    lead: Lead,
    /// The delivery; null where it is about the lead.
    delivery: Option<Delivery>,
}

/// What one shift of an organisation leaves to the next.
#[Object]
impl HandOver {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::HandOver, self.row.id)
    }

    /// Who wrote it.
    async fn author(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.row.author).await
    }

    /// Where the shift ends, as a time zone of the tz database.
    async fn from_zone(&self) -> &str {
        &self.row.from_zone
    }

    /// Where the next one begins.
    async fn to_zone(&self) -> &str {
        &self.row.to_zone
    }

    /// The words.
    async fn body(&self) -> &str {
        &self.row.body
    }

    /// What it is about, as far as the viewer sees it; at most 50.
    async fn references(&self, ctx: &Context<'_>) -> Result<Vec<HandOverReference>> {
        let seen = self
            .row
            .references
            .iter()
            .map(|reference| self.reference(ctx, *reference));
        Ok(try_join_all(seen).await?.into_iter().flatten().collect())
    }

    /// The offline actions it is about, as far as the viewer sees them; at most 50.
    async fn actions(&self, ctx: &Context<'_>) -> Result<Vec<OfflineAction>> {
        let seen = self.row.actions.iter().map(|key| visible_offline_action(ctx, *key));
        Ok(try_join_all(seen).await?.into_iter().flatten().collect())
    }

    /// When it was written.
    async fn created_at(&self) -> DateTime {
        DateTime(self.row.created_at)
    }

    /// Who took it over; null while it is open.
    async fn acknowledged_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.row.acknowledged {
            Some((key, _)) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// When it was taken over; null while it is open.
    async fn acknowledged_at(&self) -> Option<DateTime> {
        self.row.acknowledged.map(|(_, at)| DateTime(at))
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What the viewer can do to it now.
    async fn allowed_actions(&self) -> Vec<HandOverAction> {
        match self.row.may_be_taken_over_by(self.eyes.viewer()) {
            true => vec![HandOverAction::Acknowledge],
            false => Vec::new(),
        }
    }
}

/// Which hand-overs to list; what is left out does not narrow the list.
#[derive(InputObject, Default)]
pub struct HandOverFilter {
    /// Whether somebody still has to take it over.
    open: Option<bool>,
}

/// The queries of hand-overs.
#[derive(Default)]
pub struct HandOversQuery;

#[Object]
impl HandOversQuery {
    /// The hand-overs of the viewer's organisation, latest first.
    async fn hand_overs(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<HandOverFilter>,
    ) -> Result<Connection<String, HandOver, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, eyes) = (Arc::clone(from_context::<App>(ctx)?), Eyes::from(ctx)?);
        let query = HandOverQuery {
            organization: eyes.viewer().organization,
            open: filter.and_then(|filter| filter.open),
        };
        let page = commands::list(&app, query, &args).await?;
        let page = page.map(|row| HandOver {
            row,
            eyes: eyes.clone(),
        });
        Ok(connection(page, move || {
            let app = Arc::clone(&app);
            Box::pin(async move { commands::count(&app, query).await })
        }))
    }

    /// A hand-over of the viewer's organisation; `NOT_FOUND` where there is none.
    async fn hand_over(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The hand-over's id.")] id: ID,
    ) -> Result<Option<HandOver>> {
        let eyes = Eyes::from(ctx)?;
        let key = uuid(IdKind::HandOver, &id)?;
        let found = commands::visible(from_context::<App>(ctx)?, sessions::viewer(ctx)?, key).await?;
        let row = found.ok_or_else(ApiError::not_found)?;
        Ok(Some(HandOver { row, eyes }))
    }
}

/// A hand-over to be.
#[derive(InputObject)]
pub struct CreateHandOverInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    idempotency_key: String,
    /// Where the shift ends, as a time zone of the tz database.
    from_zone: String,
    /// Where the next one begins.
    to_zone: String,
    /// The words, at most 10,000 characters. Everybody of the organisation who follows leads reads them, whatever leads
    /// they see.
    body: String,
    /// Leads it is about; with the deliveries at most 50.
    lead_ids: Option<Vec<ID>>,
    /// Deliveries it is about.
    delivery_ids: Option<Vec<ID>>,
    /// Offline actions it is about, which still want an act; at most 50.
    action_ids: Option<Vec<ID>>,
    /// Who of the same organisation takes the author's place at the desk, on the teams of those actions on which the author has it.
    desk_to_id: Option<ID>,
}

/// A hand-over to take over.
#[derive(InputObject)]
pub struct AcknowledgeHandOverInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
}

payload! {
    /// A hand-over, or why it was not changed.
    HandOverPayload {
        /// The hand-over; null where the change was refused.
        hand_over: HandOver
    }
}

/// The mutations of hand-overs.
#[derive(Default)]
pub struct HandOversMutation;

#[Object]
impl HandOversMutation {
    /// Leaves a note to the next shift of the viewer's organisation, and with it the place at the desk of actions where somebody is
    /// named who takes it.
    async fn create_hand_over(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The hand-over to be.")] input: CreateHandOverInput,
    ) -> Result<HandOverPayload> {
        let eyes = Eyes::from(ctx)?;
        let new = NewHandOver {
            from_zone: input.from_zone,
            to_zone: input.to_zone,
            body: input.body,
            leads: uuids(IdKind::Lead, &input.lead_ids.unwrap_or_default())?,
            deliveries: uuids(IdKind::Delivery, &input.delivery_ids.unwrap_or_default())?,
            actions: uuids(IdKind::Action, &input.action_ids.unwrap_or_default())?,
            desk_to: input.desk_to_id.map(|id| uuid(IdKind::Person, &id)).transpose()?,
        };
        let app = from_context::<App>(ctx)?;
        let result = Box::pin(commands::create(app, eyes.viewer(), &input.idempotency_key, new)).await;
        HandOverPayload::of(result.map(|row| HandOver { row, eyes }))
    }

    /// Takes a hand-over over. `FOUR_EYES` for its author.
    async fn acknowledge_hand_over(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: AcknowledgeHandOverInput,
    ) -> Result<HandOverPayload> {
        let eyes = Eyes::from(ctx)?;
        let key = uuid(IdKind::HandOver, &input.id)?;
        let app = from_context::<App>(ctx)?;
        let result = Box::pin(commands::acknowledge(app, eyes.viewer(), key, input.expected_version)).await;
        HandOverPayload::of(result.map(|row| HandOver { row, eyes }))
    }
}
