//! A delivery, as clients see it.

use std::sync::Arc;

use async_graphql::{ComplexObject, Context, ID, InputType as _, SimpleObject, Value};
use jiff::tz::TimeZone;
use uuid::Uuid;

use super::{
    enums::{DeliveryAction, GqlDeliveryState, GqlVerdict},
    following::LeadFollowUp,
    item::LeadItem,
    lead::Lead,
    loaders::{self, AnswersOf, DeliveryKey, Eyes, ItemsOf, LeadKey, ReceivedBy},
};
use crate::{
    app::App,
    leads::{
        rules::{DeliveryState, DeliveryStep, ExpirySettlement, LeadState, Verdict, next_delivery},
        store::{AnswerRow, DeliveryRow},
    },
    members::graphql::{Organization, Person, organization, person},
    permissions::{Action, Target},
    platform::{
        calendar::Calendar,
        clock::timestamp,
        db::code,
        error::{ApiError, Result},
        graphql::{
            Known, Plain, from_context, id,
            scalars::{Date, DateTime},
        },
        ids::IdKind,
    },
    rights::graphql::{Brand, brand},
};

/// A lead pushed to one recipient, with a clock.
#[derive(Clone, SimpleObject)]
#[graphql(complex, name = "Delivery")]
pub struct DeliveryFields {
    #[graphql(skip)]
    pub(super) row: DeliveryRow,
    #[graphql(skip)]
    eyes: Eyes,
    /// Where it stands.
    state: GqlDeliveryState,
    /// 1, and one more for every time it was sent again.
    round: i32,
    /// When it was sent.
    pushed_at: DateTime,
    /// The end of the last day for an answer.
    due_at: DateTime,
    /// The last day for an answer, at the recipient.
    due_on: Date,
    /// Whether a calendar notice that is still to come may move the deadline later.
    provisional: bool,
    /// Since when the clock stands still; null while it runs.
    paused_since: Option<DateTime>,
    /// The rule behind the deadline, with its version.
    rule: String,
    /// The calendar behind the deadline, with its version.
    calendar_version: String,
    /// The verdict; null until there is one.
    verdict: Option<GqlVerdict>,
    /// Why; null until there is a verdict.
    reason: Option<String>,
    /// How many to buy; null unless the verdict asks for it.
    test_purchases: Option<i32>,
    /// When it was answered; null until then.
    answered_at: Option<DateTime>,
    /// Whether the answer came after the deadline.
    late: bool,
    /// Whether the recipient lets the owner and the other viewers know that the answer is its own.
    attribution_allowed: bool,
    /// What the recipient asked the owner; null where it asked nothing.
    info_question: Option<String>,
    /// What the owner answered; null until it did.
    info_answer: Option<String>,
    /// The version to name in `expectedVersion`.
    version: i32,
}

/// A delivery in the graph.
pub type Delivery = Plain<DeliveryFields>;

impl Known for DeliveryFields {
    fn known(&self, field: &str) -> Option<Value> {
        Some(match field {
            "id" => id(IdKind::Delivery, self.row.id).to_value(),
            "state" => self.state.to_value(),
            "round" => self.round.to_value(),
            "dueAt" => self.due_at.to_value(),
            "dueOn" => self.due_on.to_value(),
            "provisional" => self.provisional.to_value(),
            "verdict" => self.verdict.to_value(),
            "version" => self.version.to_value(),
            _ => return None,
        })
    }

    fn shown(&self) {
        self.eyes.shows(self.row.lead_id, None);
    }
}

impl Delivery {
    /// The object of a row that these eyes see.
    pub(super) fn of(row: DeliveryRow, eyes: Eyes) -> Result<Self> {
        Ok(Plain(DeliveryFields {
            state: code::<DeliveryState>(&row.state)?.into(),
            round: row.round,
            pushed_at: row.pushed_at.into(),
            due_at: row.due_at.into(),
            due_on: Date(row.due_on.parse().map_err(ApiError::internal)?),
            provisional: row.provisional,
            paused_since: row.paused_at.map(Into::into),
            rule: row.rule.clone(),
            calendar_version: row.calendar_version.clone(),
            verdict: row.verdict.as_deref().map(code::<Verdict>).transpose()?.map(Into::into),
            reason: row.reason.clone(),
            test_purchases: row.test_purchases,
            answered_at: row.answered_at.map(Into::into),
            late: row.late,
            attribution_allowed: row.attribution_allowed,
            info_question: row.info_question.clone(),
            info_answer: row.info_answer.clone(),
            version: row.version,
            row,
            eyes,
        }))
    }

    /// The delivery of an id that these eyes see, through the request's loader.
    pub(crate) async fn load(ctx: &Context<'_>, eyes: &Eyes, delivery: Uuid) -> Result<Option<Self>> {
        let row = loaders::of(ctx)?.load_one(DeliveryKey(eyes.clone(), delivery)).await?;
        row.map(|row| Self::of(Arc::unwrap_or_clone(row), eyes.clone()))
            .transpose()
    }
}

impl DeliveryFields {
    /// The visible items of the lead that concern the recipient.
    async fn concerned(&self, ctx: &Context<'_>) -> Result<Vec<LeadItem>> {
        let items = loaders::of(ctx)?
            .load_one(ItemsOf(self.eyes.clone(), self.row.lead_id))
            .await?
            .unwrap_or_default();
        let own = items.iter().filter(|(_, owner)| *owner == Some(self.row.recipient_id));
        Ok(own
            .map(|(item, _)| LeadItem::of(Arc::clone(item), &self.eyes))
            .collect())
    }

    async fn concerned_brands(&self, ctx: &Context<'_>) -> Result<Vec<Uuid>> {
        let mut brands: Vec<Uuid> = self
            .concerned(ctx)
            .await?
            .iter()
            .filter_map(|item| item.row.brand_id)
            .collect();
        brands.sort_unstable();
        brands.dedup();
        Ok(brands)
    }

    /// Whether the viewer is on the recipient's side, so that its people's names may be shown.
    async fn is_own(&self, ctx: &Context<'_>) -> Result<bool> {
        let key = ReceivedBy(self.eyes.clone(), self.row.id);
        Ok(*loaders::of(ctx)?.load_one(key).await?.unwrap_or_default())
    }
}

#[ComplexObject]
impl DeliveryFields {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Delivery, self.row.id)
    }

    /// The lead.
    async fn lead(&self, ctx: &Context<'_>) -> Result<Lead> {
        Lead::load(ctx, &self.eyes, self.row.lead_id)
            .await?
            .ok_or_else(ApiError::not_found)
    }

    /// The organisation that is to answer.
    async fn recipient(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.row.recipient_id).await
    }

    /// The recipient's brands that the lead concerns, as far as the viewer sees their items.
    async fn brands(&self, ctx: &Context<'_>) -> Result<Vec<Brand>> {
        let mut brands = Vec::new();
        for key in self.concerned_brands(ctx).await? {
            brands.push(brand(ctx, key).await?);
        }
        Ok(brands)
    }

    /// The items of the recipient's brands that the viewer sees.
    async fn items(&self, ctx: &Context<'_>) -> Result<Vec<LeadItem>> {
        self.concerned(ctx).await
    }

    /// What the viewer and its organisation noted of its lead: who is on it, whether it is watched.
    async fn follow_up(&self, ctx: &Context<'_>) -> Result<LeadFollowUp> {
        LeadFollowUp::load(ctx, &self.eyes, self.row.lead_id).await
    }

    /// Working days left on the recipient's calendar: 0 on the last day, negative when late.
    async fn working_days_left(&self, ctx: &Context<'_>) -> Result<i32> {
        let recipient = organization(ctx, self.row.recipient_id).await?;
        let zone = TimeZone::get(&recipient.row().time_zone).map_err(ApiError::internal)?;
        // While the clock stands still, nothing passes.
        let now = self
            .row
            .paused_at
            .map_or_else(|| from_context::<App>(ctx).map(|app| app.now()), |at| Ok(timestamp(at)))?;
        let left = Calendar::for_country(&recipient.row().country).working_days_left(now, &zone, self.due_on.0);
        Ok(i32::try_from(left).unwrap_or(i32::MIN))
    }

    /// Who answered; null for viewers outside the recipient and until there is an answer.
    async fn answered_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.row.answered_by {
            Some(key) if self.is_own(ctx).await? => person(ctx, key).await.map(Some),
            _ => Ok(None),
        }
    }

    /// Every verdict that was given, the first one first.
    async fn answers(&self, ctx: &Context<'_>) -> Result<Vec<DeliveryAnswer>> {
        let rows = loaders::of(ctx)?
            .load_one(AnswersOf(self.eyes.clone(), self.row.id))
            .await?
            .unwrap_or_default();
        let named = !rows.is_empty() && self.is_own(ctx).await?;
        rows.iter().map(|row| DeliveryAnswer::of(row.clone(), named)).collect()
    }

    /// What the viewer may do with it right now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<DeliveryAction>> {
        let app = from_context::<App>(ctx)?;
        let viewer = self.eyes.viewer();
        let state: DeliveryState = code(&self.row.state)?;
        let brands = self.concerned_brands(ctx).await?;
        let target = Target {
            organization: self.row.recipient_id,
            brands: &brands,
        };
        let answers = viewer.may(Action::DeliveryAnswer, target, app.now());
        let lead = loaders::of(ctx)?
            .load_one(LeadKey(self.eyes.clone(), self.row.lead_id))
            .await?;
        let stands = lead.is_some_and(|lead| lead.state != <&str>::from(LeadState::Retracted));
        let steps = [
            (DeliveryAction::View, answers, DeliveryStep::View),
            (DeliveryAction::Acknowledge, answers, DeliveryStep::Acknowledge),
            (
                DeliveryAction::Answer,
                answers && stands,
                DeliveryStep::Answer(Verdict::Confirmed),
            ),
            (
                DeliveryAction::Settle,
                viewer.has(Action::DeliverySettle),
                DeliveryStep::Settle(ExpirySettlement::Close),
            ),
        ];
        let allowed = steps
            .into_iter()
            .filter(|(_, may, step)| *may && next_delivery(state, *step).is_some());
        Ok(allowed.map(|(action, ..)| action).collect())
    }
}

/// One verdict that was given.
#[derive(Clone, SimpleObject)]
#[graphql(complex)]
pub struct DeliveryAnswer {
    #[graphql(skip)]
    person: Option<Uuid>,
    /// 1 for the first.
    version: i32,
    /// The verdict.
    verdict: GqlVerdict,
    /// Why.
    reason: String,
    /// How many to buy; null unless the verdict asks for it.
    test_purchases: Option<i32>,
    /// When it was given.
    answered_at: DateTime,
    /// Whether it came after the deadline.
    late: bool,
}

impl DeliveryAnswer {
    fn of(row: AnswerRow, named: bool) -> Result<Self> {
        Ok(Self {
            person: named.then_some(row.answered_by),
            version: row.number,
            verdict: code::<Verdict>(&row.verdict)?.into(),
            reason: row.reason,
            test_purchases: row.test_purchases,
            answered_at: row.answered_at.into(),
            late: row.late,
        })
    }
}

#[ComplexObject]
impl DeliveryAnswer {
    /// Who gave it; null for viewers outside the recipient.
    async fn answered_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.person {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }
}
