//! Changing leads.

use std::sync::Arc;

use async_graphql::{Context, Object, SimpleObject};

use super::{
    delivery::Delivery,
    grant::RevokeLeadGrantInput,
    handling::ChangeLeadHandlingInput,
    inputs::{
        AddCommentInput, AnswerDeliveryInput, AnswerInfoRequestInput, ChangeLeadTlpInput, CreateLeadInput,
        DeliveryTransitionInput, LeadTransitionInput, ReasonedLeadInput, RejectLeadInput, ResolveLeadInput,
        SettleExpiredDeliveryInput, ShareLeadInput, TriageLeadInput, UpdateLeadInput,
    },
    lead::Lead,
    loaders::Eyes,
    merge::MergeLeadInput,
    shown::Shown,
    signatures::Scene,
    timeline::Comment,
};
use crate::{
    app::App,
    audience::{self, Kind},
    leads::{
        commands,
        store::{self, DeliveryRow, LeadRow},
    },
    payload,
    permissions::Viewer,
    platform::{
        error::Result,
        graphql::{UserError, from_context, outcome, uuid},
        ids::IdKind,
    },
    sessions,
};

/// A new lead, or why there is none.
#[derive(SimpleObject)]
pub struct CreateLeadPayload {
    /// The lead; null where it was refused.
    lead: Option<Lead>,
    /// Leads that the caller can see and that carry the same listing.
    duplicates: Vec<Lead>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

payload! {
    /// A changed lead, or why it was not changed.
    LeadPayload {
        /// The lead; null where the change was refused.
        lead: Lead
    }
}

/// A changed delivery, or why it was not changed.
#[derive(SimpleObject)]
pub struct DeliveryPayload {
    /// The delivery; null where the change was refused, and for an owner who may not know the recipient.
    delivery: Option<Delivery>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// A new comment, or why there is none.
#[derive(SimpleObject)]
pub struct AddCommentPayload {
    /// The comment; null where it was refused.
    comment: Option<Comment>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// Who changes something.
struct By<'a> {
    app: &'a Arc<App>,
    viewer: &'a Arc<Viewer>,
    shown: &'a Arc<Shown>,
}

impl<'a> By<'a> {
    fn from(ctx: &Context<'a>) -> Result<Self> {
        Ok(Self {
            app: from_context(ctx)?,
            viewer: sessions::viewer(ctx)?,
            shown: Shown::of(ctx)?,
        })
    }

    fn eyes(&self) -> Eyes {
        Eyes::of(self.app, self.viewer, self.shown)
    }

    fn lead(&self, result: Result<LeadRow>) -> Result<LeadPayload> {
        LeadPayload::of(result.and_then(|row| Lead::of(row, self.eyes())))
    }

    async fn delivery(&self, result: Result<DeliveryRow>) -> Result<DeliveryPayload> {
        let (row, user_errors) = outcome(result)?;
        let eyes = self.eyes();
        let delivery = match row {
            Some(row) if audience::sees(self.app.db.read(), eyes.sight(), Kind::Delivery, row.id).await? => {
                Some(Delivery::of(row, eyes)?)
            }
            _ => None,
        };
        Ok(DeliveryPayload { delivery, user_errors })
    }
}

/// Changing leads.
#[derive(Debug, Default)]
pub struct LeadsMutation;

#[Object]
impl LeadsMutation {
    /// Writes a draft; the same idempotency key gives the same lead.
    async fn create_lead(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The lead to be.")] input: CreateLeadInput,
    ) -> Result<CreateLeadPayload> {
        let by = By::from(ctx)?;
        let new = match input.read() {
            Ok(new) => new,
            Err(error) => {
                return Ok(CreateLeadPayload {
                    lead: None,
                    duplicates: Vec::new(),
                    user_errors: outcome::<()>(Err(error))?.1,
                });
            }
        };
        let (row, user_errors) = outcome(Box::pin(commands::create(by.app, by.viewer, new)).await)?;
        let Some(row) = row else {
            return Ok(CreateLeadPayload {
                lead: None,
                duplicates: Vec::new(),
                user_errors,
            });
        };
        let eyes = by.eyes();
        let items = store::items_of(by.app.db.read(), row.id).await?;
        let same = store::same_listings(by.app.db.read(), eyes.sight(), &items).await?;
        let same = store::leads_seen(by.app.db.read(), eyes.sight(), &same).await?;
        let duplicates = same
            .into_iter()
            .map(|row| Lead::of(row, eyes.clone()))
            .collect::<Result<_>>()?;
        Ok(CreateLeadPayload {
            lead: Some(Lead::of(row, eyes)?),
            duplicates,
            user_errors,
        })
    }

    /// Changes a draft.
    async fn update_lead(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes.")] input: UpdateLeadInput,
    ) -> Result<LeadPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Lead, &input.id)?, input.expected_version);
        match input.read() {
            Ok(changes) => by.lead(Box::pin(commands::update(by.app, by.viewer, id, version, changes)).await),
            Err(error) => by.lead(Err(error)),
        }
    }

    /// Hands a draft in for triage.
    async fn submit_lead(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The draft.")] input: LeadTransitionInput,
    ) -> Result<LeadPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Lead, &input.id)?, input.expected_version);
        by.lead(Box::pin(commands::submit(by.app, by.viewer, id, version)).await)
    }

    /// Grades a submitted lead. `AUTHORIZED_SELLER` where the brand has authorised a seller and no reason is given.
    async fn triage_lead(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The decision.")] input: TriageLeadInput,
    ) -> Result<LeadPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Lead, &input.id)?, input.expected_version);
        by.lead(Box::pin(commands::triage(by.app, by.viewer, id, version, input.read())).await)
    }

    /// Turns a triaged lead down.
    async fn reject_lead(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The decision.")] input: RejectLeadInput,
    ) -> Result<LeadPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Lead, &input.id)?, input.expected_version);
        by.lead(
            Box::pin(commands::reject(
                by.app,
                by.viewer,
                id,
                version,
                input.reason.into(),
                input.note.as_deref(),
            ))
            .await,
        )
    }

    /// Lets a graded lead go on with another one that is about the same. Both keep their parts and who sees them, under the
    /// strictest TLP of the two.
    async fn merge_lead(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The two leads, and why.")] input: MergeLeadInput,
    ) -> Result<LeadPayload> {
        let by = By::from(ctx)?;
        let from = (uuid(IdKind::Lead, &input.id)?, input.expected_version);
        let into = (uuid(IdKind::Lead, &input.into_id)?, input.into_expected_version);
        by.lead(Box::pin(commands::merge(by.app, by.viewer, from, into, &input.reason)).await)
    }

    /// Shows a lead to more people, exactly as previewed, and pushes deliveries with their deadlines.
    async fn share_lead(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The share, as previewed.")] input: ShareLeadInput,
    ) -> Result<LeadPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Lead, &input.id)?, input.expected_version);
        let (token, reason) = (input.preview_token.clone(), input.reason.clone());
        by.lead(
            Box::pin(commands::share(
                by.app,
                by.viewer,
                id,
                version,
                &input.read()?,
                &token,
                reason.as_deref(),
            ))
            .await,
        )
    }

    /// Changes the TLP or handling code; who may no longer see the lead loses sight at once.
    async fn change_lead_tlp(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The change.")] input: ChangeLeadTlpInput,
    ) -> Result<LeadPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Lead, &input.id)?, input.expected_version);
        by.lead(Box::pin(commands::change_tlp(by.app, by.viewer, id, version, input.read()?)).await)
    }

    /// Changes how the lead may be used: what others may do with it, whether its owner is named, and until when they see it.
    async fn change_lead_handling(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The change.")] input: ChangeLeadHandlingInput,
    ) -> Result<LeadPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Lead, &input.id)?, input.expected_version);
        let policy = input.handling.read();
        by.lead(
            Box::pin(commands::change_handling(
                by.app,
                by.viewer,
                id,
                version,
                policy,
                &input.reason,
            ))
            .await,
        )
    }

    /// Takes back what the lead was opened to; who saw it by that alone loses sight at once.
    async fn revoke_lead_grant(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is taken back.")] input: RevokeLeadGrantInput,
    ) -> Result<LeadPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Lead, &input.id)?, input.expected_version);
        let opening = match input.opening.read() {
            Ok(opening) => opening,
            Err(error) => return by.lead(Err(error)),
        };
        by.lead(Box::pin(commands::revoke(by.app, by.viewer, id, version, opening, &input.reason)).await)
    }

    /// Closes a shared lead whose deliveries are all answered or closed.
    async fn resolve_lead(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The outcome.")] input: ResolveLeadInput,
    ) -> Result<LeadPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Lead, &input.id)?, input.expected_version);
        by.lead(
            Box::pin(commands::resolve(
                by.app,
                by.viewer,
                id,
                version,
                input.outcome.into(),
                input.note.as_deref(),
            ))
            .await,
        )
    }

    /// Opens a resolved lead again.
    async fn reopen_lead(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The lead and the reason.")] input: ReasonedLeadInput,
    ) -> Result<LeadPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Lead, &input.id)?, input.expected_version);
        by.lead(Box::pin(commands::reopen(by.app, by.viewer, id, version, &input.reason)).await)
    }

    /// Takes a lead back; those who saw it are told, nothing is deleted.
    async fn retract_lead(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The lead and the reason.")] input: ReasonedLeadInput,
    ) -> Result<LeadPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Lead, &input.id)?, input.expected_version);
        by.lead(Box::pin(commands::retract(by.app, by.viewer, id, version, &input.reason)).await)
    }

    /// Marks a delivery as opened by its recipient.
    async fn view_delivery(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The delivery.")] input: DeliveryTransitionInput,
    ) -> Result<DeliveryPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Delivery, &input.id)?, input.expected_version);
        by.delivery(Box::pin(commands::view(by.app, by.viewer, id, version)).await)
            .await
    }

    /// Marks a delivery as taken up by its recipient.
    async fn acknowledge_delivery(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The delivery.")] input: DeliveryTransitionInput,
    ) -> Result<DeliveryPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Delivery, &input.id)?, input.expected_version);
        by.delivery(Box::pin(commands::acknowledge(by.app, by.viewer, id, version)).await)
            .await
    }

    /// Answers a delivery, or changes the answer. Late answers are taken and marked late.
    async fn answer_delivery(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The answer.")] input: AnswerDeliveryInput,
    ) -> Result<DeliveryPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Delivery, &input.id)?, input.expected_version);
        by.delivery(Box::pin(commands::answer(by.app, by.viewer, id, version, input.read())).await)
            .await
    }

    /// Answers a recipient's question as the lead's owner; the clock runs on.
    async fn answer_info_request(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The information.")] input: AnswerInfoRequestInput,
    ) -> Result<DeliveryPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Delivery, &input.id)?, input.expected_version);
        by.delivery(
            Box::pin(commands::answer_info_request(
                by.app,
                by.viewer,
                id,
                version,
                &input.answer,
            ))
            .await,
        )
        .await
    }

    /// Settles a delivery that lapsed unanswered.
    async fn settle_expired_delivery(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The decision.")] input: SettleExpiredDeliveryInput,
    ) -> Result<DeliveryPayload> {
        let by = By::from(ctx)?;
        let (id, version) = (uuid(IdKind::Delivery, &input.id)?, input.expected_version);
        by.delivery(
            Box::pin(commands::settle(
                by.app,
                by.viewer,
                id,
                version,
                input.settlement.into(),
                input.note.as_deref(),
            ))
            .await,
        )
        .await
    }

    /// Comments on a lead; the same idempotency key gives the same comment.
    async fn add_comment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The comment to be.")] input: AddCommentInput,
    ) -> Result<AddCommentPayload> {
        let by = By::from(ctx)?;
        let result = Box::pin(commands::add_comment(by.app, by.viewer, input.read()?)).await;
        let (found, user_errors) = outcome(result)?;
        let Some((lead, row)) = found else {
            return Ok(AddCommentPayload {
                comment: None,
                user_errors,
            });
        };
        let comment = Comment::signed(by.app, &by.eyes(), Scene::from(&lead), row).await?;
        Ok(AddCommentPayload {
            comment: Some(comment),
            user_errors,
        })
    }
}
