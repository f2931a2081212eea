//! One act on many leads or deliveries, as clients see it.

use std::collections::HashMap;

use async_graphql::{Context, ID, InputObject, Object, OneofObject, SimpleObject};
use uuid::Uuid;

use super::{
    audience::AudiencePreview,
    delivery::Delivery,
    enums::{GqlHandlingCode, GqlPriority, GqlRejectReason, GqlTlp, GqlVerdict},
    filters::{DeliveryFilter, LeadFilter},
    inputs::{LeadGrantInput, grants},
    lead::Lead,
    loaders::Eyes,
};
use crate::{
    app::App,
    audience::Order,
    leads::{
        commands::{self, Answer, BulkAct, BulkItem, Judged, ShareRequest, TlpChange, Triage},
        store,
    },
    platform::{
        clock::micros,
        error::{ApiError, Result},
        graphql::{UserError, connection::PageArgs, from_context, id, outcome, scalars::DateTime, uuid, uuids},
        ids::IdKind,
    },
    sessions,
};

/// Which leads or deliveries: exactly one.
#[derive(OneofObject)]
pub enum BulkTargetInput {
    /// These, at most 200: of leads or of deliveries, as the action has it.
    Ids(Vec<ID>),
    /// The first 200 leads that a list with this filter shows.
    Leads(LeadFilter),
    /// The first 200 deliveries that an inbox with this filter shows.
    Deliveries(DeliveryFilter),
}

/// A grade for many leads.
#[derive(InputObject)]
pub struct BulkTriageInput {
    /// Admiralty grade: source A to F, information 1 to 6, such as `B2`.
    grade: String,
    /// How urgent they are.
    priority: GqlPriority,
    /// Why to go on although a seller is authorised; needed only then.
    override_reason: Option<String>,
}

/// Why many leads are turned down.
#[derive(InputObject)]
pub struct BulkRejectInput {
    /// Why.
    reason: GqlRejectReason,
    /// More of it, at most 2,000 characters.
    note: Option<String>,
}

/// To whom many leads are shown.
#[derive(InputObject)]
pub struct BulkShareInput {
    /// To whom, besides those who see them already.
    grants: Vec<LeadGrantInput>,
    /// Organisations that must never see them, whatever else is said.
    exclude_organization_ids: Option<Vec<ID>>,
    /// Whether every viewer sees every item.
    items_open: Option<bool>,
    /// Why, for those who keep the leads; at most 2,000 characters.
    reason: Option<String>,
    /// When the grants end.
    expires_at: Option<DateTime>,
}

/// A stricter TLP for many leads.
#[derive(InputObject)]
pub struct BulkTlpInput {
    /// The new TLP; leads that have it, or a stricter one, are refused.
    tlp: GqlTlp,
    /// The new handling code; stays where nothing is said.
    handling_code: Option<GqlHandlingCode>,
    /// Why, for everybody who sees the leads; at most 2,000 characters.
    reason: String,
    /// People of the owner to name, so that RED keeps readers.
    named_person_ids: Option<Vec<ID>>,
}

/// Who is to be on many leads.
#[derive(InputObject)]
pub struct BulkAssignInput {
    /// A person of the own organisation, who has to see each of them; nobody where it is left out.
    person_id: Option<ID>,
}

/// The same answer to many deliveries.
#[derive(InputObject)]
pub struct BulkAnswerInput {
    /// The verdict.
    verdict: GqlVerdict,
    /// Why, or the question; at most 2,000 characters.
    reason: String,
    /// How many to buy for each, 1 to 100, with `NEEDS_TEST_PURCHASE` only.
    test_purchases: Option<i32>,
    /// Whether the owner and the other viewers may know that the answers are this organisation's.
    attribution_allowed: Option<bool>,
}

/// What is done to many: exactly one.
#[derive(OneofObject)]
pub enum BulkActionInput {
    /// Grade leads.
    Triage(BulkTriageInput),
    /// Turn leads down.
    Reject(BulkRejectInput),
    /// Show leads to more people.
    Share(BulkShareInput),
    /// Narrow leads.
    RaiseTlp(BulkTlpInput),
    /// Put somebody of the own organisation on leads; the versions are those of what it notes of them.
    Assign(BulkAssignInput),
    /// Take deliveries up; only `true` means something.
    Acknowledge(bool),
    /// Answer deliveries.
    Answer(BulkAnswerInput),
}

impl BulkActionInput {
    fn read(self) -> Result<BulkAct> {
        Ok(match self {
            Self::Triage(input) => BulkAct::Triage(Triage {
                grade: input.grade,
                priority: input.priority.into(),
                override_reason: input.override_reason,
            }),
            Self::Reject(input) => BulkAct::Reject(input.reason.into(), input.note),
            Self::Share(input) => BulkAct::Share(
                ShareRequest {
                    grants: grants(&input.grants)?,
                    exclude: uuids(IdKind::Org, &input.exclude_organization_ids.unwrap_or_default())?,
                    tlp: None,
                    items_open: input.items_open.unwrap_or_default(),
                    personal_data: false,
                    expires_at: input.expires_at.map(|at| micros(at.0)),
                },
                input.reason,
            ),
            Self::RaiseTlp(input) => BulkAct::RaiseTlp(TlpChange {
                tlp: input.tlp.into(),
                handling_code: input.handling_code.map(Into::into),
                reason: input.reason,
                name: uuids(IdKind::Person, &input.named_person_ids.unwrap_or_default())?,
            }),
            Self::Assign(input) => BulkAct::Assign(input.person_id.map(|id| uuid(IdKind::Person, &id)).transpose()?),
            Self::Acknowledge(true) => BulkAct::Acknowledge,
            Self::Acknowledge(false) => return Err(ApiError::input("action.acknowledge", "Say `true`.")),
            Self::Answer(input) => BulkAct::Answer(Answer {
                verdict: input.verdict.into(),
                reason: input.reason,
                test_purchases: input.test_purchases,
                attribution_allowed: input.attribution_allowed,
            }),
        })
    }
}

/// What is previewed.
#[derive(InputObject)]
pub struct PreviewBulkInput {
    /// Which leads or deliveries.
    target: BulkTargetInput,
    /// What would be done.
    action: BulkActionInput,
}

/// One of many, as the preview gave it.
#[derive(InputObject)]
pub struct BulkItemInput {
    /// The lead or delivery.
    id: ID,
    /// The version of the preview.
    expected_version: i32,
    /// The token of the preview.
    token: String,
}

/// An act on many, as it was previewed.
#[derive(InputObject)]
pub struct ApplyBulkInput {
    /// 1 to 128 characters of the client's choice; with the same key, what was done already is not done again.
    idempotency_key: String,
    /// What is done, as it was previewed.
    action: BulkActionInput,
    /// To which, at most 200; each with what the preview gave.
    items: Vec<BulkItemInput>,
}

/// What would become of one of many.
#[derive(SimpleObject)]
pub struct BulkPreviewItem {
    /// The lead's or delivery's id.
    id: ID,
    /// The lead; null where deliveries are acted on, and where the viewer sees none.
    lead: Option<Lead>,
    /// The delivery; null where leads are acted on, and where the viewer sees none.
    delivery: Option<Delivery>,
    /// The version to send back; null where it is refused.
    version: Option<i32>,
    /// The token to send back; null where it is refused.
    token: Option<String>,
    /// Why it would be refused; null where it would be done.
    refusal: Option<UserError>,
    /// Who would see the lead; null unless it would be shared.
    audience: Option<AudiencePreview>,
}

/// What would become of many.
#[derive(SimpleObject)]
pub struct BulkPreview {
    /// Each of them, in the order of the list or of the ids.
    items: Vec<BulkPreviewItem>,
    /// How many would be done.
    allowed_count: i32,
    /// How many would be refused.
    refused_count: i32,
    /// Whether the filter finds more than the 200 that are previewed.
    has_more: bool,
}

/// What became of one of many.
#[derive(SimpleObject)]
pub struct BulkResult {
    /// The lead's or delivery's id.
    id: ID,
    /// The lead as it is now; null where deliveries were acted on, and where the viewer sees none any more.
    lead: Option<Lead>,
    /// The delivery as it is now; null where leads were acted on, and where the viewer sees none any more.
    delivery: Option<Delivery>,
    /// Why it was refused; null where it was done.
    refusal: Option<UserError>,
}

/// What became of many, each for itself.
#[derive(SimpleObject)]
pub struct ApplyBulkPayload {
    /// Each of them; empty where all were refused together.
    results: Vec<BulkResult>,
    /// Why nothing was tried; empty when each was.
    user_errors: Vec<UserError>,
}

/// The rows behind ids, as the caller sees them.
struct Found {
    leads: HashMap<Uuid, Lead>,
    deliveries: HashMap<Uuid, Delivery>,
}

impl Found {
    async fn load(app: &App, eyes: &Eyes, ids: &[Uuid], act: &BulkAct) -> Result<Self> {
        let mut found = Self {
            leads: HashMap::new(),
            deliveries: HashMap::new(),
        };
        if act.is_of_deliveries() {
            for row in store::deliveries_seen(app.db.read(), eyes.sight(), ids).await? {
                found.deliveries.insert(row.id, Delivery::of(row, eyes.clone())?);
            }
        } else {
            for row in store::leads_seen(app.db.read(), eyes.sight(), ids).await? {
                found.leads.insert(row.id, Lead::of(row, eyes.clone())?);
            }
        }
        Ok(found)
    }
}

fn kind(act: &BulkAct) -> IdKind {
    match act.is_of_deliveries() {
        true => IdKind::Delivery,
        false => IdKind::Lead,
    }
}

/// The ids that are meant, and whether a filter finds more of them.
async fn targets(app: &App, eyes: &Eyes, target: BulkTargetInput, act: &BulkAct) -> Result<(Vec<Uuid>, bool)> {
    let args = PageArgs {
        size: commands::MOST_BULK as u64,
        after: None,
        before: None,
        backward: false,
    };
    let (connection, sight) = (app.db.read(), eyes.sight());
    match (target, act.is_of_deliveries()) {
        (BulkTargetInput::Ids(ids), _) => {
            let mut keys = Vec::new();
            for key in uuids(kind(act), &ids)? {
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
            Ok((keys, false))
        }
        (BulkTargetInput::Leads(filter), false) => {
            let query = filter.read(eyes.viewer())?;
            let page = store::lead_page(connection, sight, &query, (Order::CreatedAt, true), &args).await?;
            Ok((page.rows.iter().map(|(_, id, _)| *id).collect(), page.has_next))
        }
        (BulkTargetInput::Deliveries(filter), true) => {
            let query = filter.read(eyes.viewer())?;
            let page = store::delivery_page(connection, sight, &query, (Order::DueAt, false), &args).await?;
            Ok((page.rows.iter().map(|(_, id, _)| *id).collect(), page.has_next))
        }
        (BulkTargetInput::Leads(_), true) => Err(ApiError::input("target", "This is done to deliveries.")),
        (BulkTargetInput::Deliveries(_), false) => Err(ApiError::input("target", "This is done to leads.")),
    }
}

/// Previewing acts on many.
#[derive(Debug, Default)]
pub struct BulkQuery;

#[Object]
impl BulkQuery {
    /// What an act would do to each of many leads or deliveries. Nothing is changed; what is allowed comes with what
    /// `applyBulk` wants back.
    async fn preview_bulk(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which ones, and what would be done.")] input: PreviewBulkInput,
    ) -> Result<BulkPreview> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let act = input.action.read()?;
        let (ids, has_more) = targets(app, &eyes, input.target, &act).await?;
        if ids.is_empty() {
            return Ok(BulkPreview {
                items: Vec::new(),
                allowed_count: 0,
                refused_count: 0,
                has_more,
            });
        }
        let judged = Box::pin(commands::preview_bulk(app, eyes.viewer(), &ids, &act)).await?;
        let mut found = Found::load(app, &eyes, &ids, &act).await?;
        let allowed = judged.iter().filter(|judged| judged.verdict.is_ok()).count();
        let count = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
        Ok(BulkPreview {
            allowed_count: count(allowed),
            refused_count: count(judged.len() - allowed),
            items: judged
                .into_iter()
                .map(|judged| item(judged, &mut found, &act))
                .collect(),
            has_more,
        })
    }
}

fn item(judged: Judged, found: &mut Found, act: &BulkAct) -> BulkPreviewItem {
    let (allowed, refusal) = match judged.verdict {
        Ok(item) => (Some(item), None),
        Err(error) => (None, Some(error.into())),
    };
    BulkPreviewItem {
        id: id(kind(act), judged.id),
        lead: found.leads.remove(&judged.id),
        delivery: found.deliveries.remove(&judged.id),
        version: allowed.as_ref().map(|item| item.version),
        token: allowed.map(|item| item.token),
        refusal,
        audience: judged.audience.map(AudiencePreview),
    }
}

/// Acting on many.
#[derive(Debug, Default)]
pub struct BulkMutation;

#[Object]
impl BulkMutation {
    /// Does to each of many leads or deliveries what was previewed, each for itself: what is refused does not hold up the
    /// others.
    async fn apply_bulk(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is done, and to which.")] input: ApplyBulkInput,
    ) -> Result<ApplyBulkPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let act = match outcome(input.action.read())? {
            (Some(act), _) => act,
            (None, user_errors) => {
                return Ok(ApplyBulkPayload {
                    results: Vec::new(),
                    user_errors,
                });
            }
        };
        let items: Vec<BulkItem> = input
            .items
            .into_iter()
            .map(|item| {
                Ok(BulkItem {
                    id: uuid(kind(&act), &item.id)?,
                    version: item.expected_version,
                    token: item.token,
                })
            })
            .collect::<Result<_>>()?;
        let applied = Box::pin(commands::apply_bulk(app, viewer, &input.idempotency_key, &items, &act)).await;
        let (applied, user_errors) = outcome(applied)?;
        let ids: Vec<Uuid> = items.iter().map(|item| item.id).collect();
        // As the viewer sees them after what was done.
        let mut found = Found::load(app, &Eyes::from(ctx)?, &ids, &act).await?;
        let results = applied.unwrap_or_default().into_iter().map(|(key, done)| BulkResult {
            id: id(kind(&act), key),
            lead: found.leads.remove(&key),
            delivery: found.deliveries.remove(&key),
            refusal: done.err().map(Into::into),
        });
        Ok(ApplyBulkPayload {
            results: results.collect(),
            user_errors,
        })
    }
}
