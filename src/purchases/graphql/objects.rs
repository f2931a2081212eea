//! Test purchases, as clients see them.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use strum::VariantArray as _;
use uuid::Uuid;

use super::{
    enums::{GqlInitiator, GqlPurchaseState, GqlPurchaseStep, GqlPurpose},
    loaders::{self, PurchaseKey, StandingKey},
    parts::{
        BuyerWarning, PurchaseApproval, PurchaseEvent, PurchaseMoney, PurchaseRefund, PurchaseTopUp, approvals, events,
        money_of, proves, refund_of, top_ups, warnings,
    },
};
use crate::{
    app::App,
    appraisals::graphql::{Appraisal, GqlCaseConclusion},
    evidence::graphql::{EvidenceItem, visible_evidence},
    funds::graphql::{FundHold, TestPurchaseProgram},
    leads::graphql::{self as leads, Delivery, Lead, LeadItem},
    members::graphql::{Organization, Person, organization, person},
    permissions::{Action, Role, Viewer},
    platform::{
        db::code,
        error::{ErrorCode, Result},
        graphql::{from_context, id, scalars::DateTime},
        ids::IdKind,
    },
    purchases::{
        rules::{EvidenceRole, Initiator, PurchaseSight, PurchaseState, PurchaseStep, Purpose, Standing},
        store::PurchaseRow,
    },
    rights::graphql::{Brand, visible_brand},
    samples::graphql::Sample,
    sessions,
    subjects::graphql::{self as subjects, Subject},
};

/// Who looks at test purchases, and what that meets.
#[derive(Debug, Clone)]
pub(super) struct Look {
    pub(super) viewer: Arc<Viewer>,
    pub(super) sight: Arc<PurchaseSight>,
}

impl Look {
    /// The caller's.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` where nobody is signed in.
    pub(super) fn from(ctx: &Context<'_>) -> Result<Self> {
        let (viewer, now) = (sessions::viewer(ctx)?, from_context::<App>(ctx)?.now());
        Ok(Self {
            viewer: Arc::clone(viewer),
            sight: Arc::new(PurchaseSight::of(viewer, now)),
        })
    }
}

/// A test purchase: one order of goods that are thought to be counterfeit.
pub struct Purchase {
    pub(super) row: PurchaseRow,
    pub(super) look: Look,
}

impl Purchase {
    /// The object of a row that the look meets.
    pub(super) fn of(row: PurchaseRow, look: &Look) -> Self {
        Self {
            row,
            look: look.clone(),
        }
    }

    /// The purchase of an id that the caller sees.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub async fn load(ctx: &Context<'_>, key: Uuid) -> Result<Option<Self>> {
        let look = Look::from(ctx)?;
        let row = loaders::of(ctx)?
            .load_one(PurchaseKey(Arc::clone(&look.sight), key))
            .await?;
        Ok(row.map(|row| Self::of(Arc::unwrap_or_clone(row), &look)))
    }

    /// Whether the viewer sees its money.
    pub(super) fn shows_money(&self) -> bool {
        let row = &self.row;
        self.look
            .sight
            .meets_money(row.organization_id, row.requested_by, row.buyer_id)
    }

    fn shows_warnings(&self) -> bool {
        let viewer = &self.look.viewer;
        self.row.buyer_id == Some(viewer.person) || viewer.has(Action::PurchaseReassign)
    }

    /// Whether the viewer may know who buys: auditors may not.
    fn shows_buyer(&self) -> bool {
        self.look.viewer.roles.iter().any(|role| *role != Role::Au)
    }

    async fn standing(&self, ctx: &Context<'_>) -> Result<Arc<Standing>> {
        let key = StandingKey {
            viewer: Arc::clone(&self.look.viewer),
            row: self.row.clone(),
        };
        let found = loaders::of(ctx)?.load_one(key).await?;
        found.ok_or_else(|| ErrorCode::NotFound.into())
    }

    async fn piece(&self, ctx: &Context<'_>, role: EvidenceRole) -> Result<Option<EvidenceItem>> {
        match proves(ctx, self.row.id, role).await?.first() {
            Some(key) => visible_evidence(ctx, *key).await,
            None => Ok(None),
        }
    }
}

/// A test purchase: one order of goods that are thought to be counterfeit.
#[Object]
impl Purchase {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Purchase, self.row.id)
    }

    /// What people call it; random, so that it tells nothing about volume.
    async fn reference(&self) -> &str {
        &self.row.reference
    }

    /// Where it stands.
    async fn state(&self) -> Result<GqlPurchaseState> {
        code::<PurchaseState>(&self.row.state).map(Into::into)
    }

    /// Whose idea it was.
    async fn initiator(&self) -> Result<GqlInitiator> {
        code::<Initiator>(&self.row.initiator).map(Into::into)
    }

    /// Whose money it is, and who asked.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.row.organization_id).await
    }

    /// The right holder it was handed to; null where it was not.
    async fn holder(&self, ctx: &Context<'_>) -> Result<Option<Organization>> {
        match self.row.holder_id {
            Some(key) => organization(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// The programme; null where it is of none, or the viewer does not see it.
    async fn program(&self, ctx: &Context<'_>) -> Result<Option<TestPurchaseProgram>> {
        match self.row.program_id {
            Some(key) => TestPurchaseProgram::load(ctx, key).await,
            None => Ok(None),
        }
    }

    /// The brand; null where the viewer does not see it.
    async fn brand(&self, ctx: &Context<'_>) -> Result<Option<Brand>> {
        visible_brand(ctx, self.row.brand_id).await
    }

    /// The lead; null where the viewer does not see it.
    async fn lead(&self, ctx: &Context<'_>) -> Result<Option<Lead>> {
        leads::lead(ctx, self.row.lead_id).await
    }

    /// The item of the lead; null where the viewer does not see it.
    async fn item(&self, ctx: &Context<'_>) -> Result<Option<LeadItem>> {
        leads::item(ctx, self.row.item_id).await
    }

    /// The delivery by which it was asked for; null where it was not, or the viewer does not see it.
    async fn delivery(&self, ctx: &Context<'_>) -> Result<Option<Delivery>> {
        match self.row.delivery_id {
            Some(key) => leads::delivery(ctx, key).await,
            None => Ok(None),
        }
    }

    /// What is to be bought, as the item called it.
    async fn title(&self) -> &str {
        &self.row.title
    }

    /// Where it is offered; null where that is not known.
    async fn listing_url(&self) -> Option<&str> {
        self.row.listing_url.as_deref()
    }

    /// The seller in words; null where that is not known.
    async fn seller(&self) -> Option<&str> {
        self.row.seller.as_deref()
    }

    /// The seller as a subject of the lead; null where none was named, or the viewer does not see it.
    async fn seller_subject(&self, ctx: &Context<'_>) -> Result<Option<Subject>> {
        match self.row.subject_id {
            Some(key) => subjects::subject(ctx, key).await,
            None => Ok(None),
        }
    }

    /// How many were asked for.
    async fn quantity(&self) -> i32 {
        self.row.quantity
    }

    /// How many were approved, by the first of two as well; null until then.
    async fn approved_quantity(&self) -> Option<i32> {
        self.row.approved_quantity
    }

    /// Why it is to be bought.
    async fn reason(&self) -> &str {
        &self.row.reason
    }

    /// What for.
    async fn purpose(&self) -> Result<GqlPurpose> {
        code::<Purpose>(&self.row.purpose).map(Into::into)
    }

    /// Whether a notary is to witness it.
    async fn notarised(&self) -> bool {
        self.row.notarised
    }

    /// Who asked for it.
    async fn requested_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.row.requested_by).await
    }

    /// When it was asked for.
    async fn requested_at(&self) -> DateTime {
        self.row.requested_at.into()
    }

    /// Who approved it, the first one first.
    async fn approvals(&self, ctx: &Context<'_>) -> Result<Vec<PurchaseApproval>> {
        approvals(ctx, self.row.id).await
    }

    /// How many people have to approve it.
    async fn approvals_needed(&self) -> i32 {
        self.row.approvals_needed
    }

    /// Why it was refused, given up or failed; null where it was not.
    async fn decision_reason(&self) -> Option<&str> {
        self.row.decision_reason.as_deref()
    }

    /// Whether money is held for it, or was spent on it.
    async fn funded(&self) -> Result<bool> {
        let state: PurchaseState = code(&self.row.state)?;
        Ok(self.row.hold_id.is_some() && !state.is_void())
    }

    /// What it comes to; null for who does not see its money.
    async fn money(&self, ctx: &Context<'_>) -> Result<Option<PurchaseMoney>> {
        match self.shows_money() {
            true => money_of(ctx, &self.row).await.map(Some),
            false => Ok(None),
        }
    }

    /// The hold; null until it is approved, and where the viewer does not see it.
    async fn hold(&self, ctx: &Context<'_>) -> Result<Option<FundHold>> {
        match self.row.hold_id.filter(|_| self.shows_money()) {
            Some(key) => FundHold::load(ctx, key).await,
            None => Ok(None),
        }
    }

    /// The wishes for more money, the first one first; empty for who does not see its money.
    async fn top_ups(&self, ctx: &Context<'_>) -> Result<Vec<PurchaseTopUp>> {
        match self.shows_money() {
            true => top_ups(ctx, &self.row).await,
            false => Ok(Vec::new()),
        }
    }

    /// From when on nothing of what is held is spent; null where nothing waits to be ordered.
    async fn hold_expires_at(&self) -> Option<DateTime> {
        self.row.hold_expires_at.map(Into::into)
    }

    /// Who buys it; null until that is said, and for auditors.
    async fn buyer(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.row.buyer_id.filter(|_| self.shows_buyer()) {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// When it was said who buys; null until then.
    async fn assigned_at(&self) -> Option<DateTime> {
        self.row.assigned_at.map(Into::into)
    }

    /// Who said so; null until then.
    async fn assigned_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.row.assigned_by {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// What may give the buyer away; empty for others than the buyer, the desk and who approves.
    async fn buyer_warnings(&self, ctx: &Context<'_>) -> Result<Vec<BuyerWarning>> {
        match self.shows_warnings() {
            true => warnings(ctx, self.row.id).await,
            false => Ok(Vec::new()),
        }
    }

    /// The platform's number of the order; null until it is ordered.
    async fn order_number(&self) -> Option<&str> {
        self.row.order_number.as_deref()
    }

    /// When it was ordered; null until then.
    async fn ordered_at(&self) -> Option<DateTime> {
        self.row.ordered_at.map(Into::into)
    }

    /// The listing as it was ordered; null until then, and where the viewer does not see it.
    async fn listing_evidence(&self, ctx: &Context<'_>) -> Result<Option<EvidenceItem>> {
        self.piece(ctx, EvidenceRole::Listing).await
    }

    /// The proof of the order; null until then, and where the viewer does not see it.
    async fn order_proof(&self, ctx: &Context<'_>) -> Result<Option<EvidenceItem>> {
        self.piece(ctx, EvidenceRole::Proof).await
    }

    /// What else proves something of it, as far as the viewer sees it.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Vec<EvidenceItem>> {
        let mut seen = Vec::new();
        for key in proves(ctx, self.row.id, EvidenceRole::Other).await? {
            seen.extend(visible_evidence(ctx, key).await?);
        }
        Ok(seen)
    }

    /// Who carries it; null where that is not known.
    async fn carrier(&self) -> Option<&str> {
        self.row.carrier.as_deref()
    }

    /// The number of the parcel; null until it is sent.
    async fn parcel_number(&self) -> Option<&str> {
        self.row.parcel_number.as_deref()
    }

    /// When it was sent; null until then.
    async fn shipped_at(&self) -> Option<DateTime> {
        self.row.shipped_at.map(Into::into)
    }

    /// When it came; null until then.
    async fn received_at(&self) -> Option<DateTime> {
        self.row.received_at.map(Into::into)
    }

    /// The film of its unpacking; null until it came, and where the viewer does not see it.
    async fn video(&self, ctx: &Context<'_>) -> Result<Option<EvidenceItem>> {
        self.piece(ctx, EvidenceRole::Video).await
    }

    /// What the seller is to pay back; null where nothing is, or was, expected.
    async fn refund(&self, ctx: &Context<'_>) -> Result<Option<PurchaseRefund>> {
        refund_of(ctx, &self.row, self.shows_money()).await
    }

    /// Its samples, as far as the viewer sees them.
    async fn samples(&self, ctx: &Context<'_>) -> Result<Vec<Sample>> {
        Sample::of_purchase(ctx, self.row.id).await
    }

    /// The appraisals of its samples, as far as the viewer sees them.
    async fn appraisals(&self, ctx: &Context<'_>) -> Result<Vec<Appraisal>> {
        Appraisal::of_purchase(ctx, self.row.id).await
    }

    /// What its samples were found to be; null where the viewer does not see all appraisals.
    async fn conclusion(&self, ctx: &Context<'_>) -> Result<Option<GqlCaseConclusion>> {
        GqlCaseConclusion::of_purchase(ctx, self.row.id).await
    }

    /// What happened to it, the first thing first.
    async fn timeline(&self, ctx: &Context<'_>) -> Result<Vec<PurchaseEvent>> {
        events(ctx, &self.row, self.shows_money(), self.shows_buyer()).await
    }

    /// When it came to its end; null until then.
    async fn closed_at(&self) -> Option<DateTime> {
        self.row.closed_at.map(Into::into)
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What the viewer can do to it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlPurchaseStep>> {
        let standing = self.standing(ctx).await?;
        let allowed = PurchaseStep::VARIANTS
            .iter()
            .filter(|step| standing.step(**step).is_ok());
        Ok(allowed.map(|step| (*step).into()).collect())
    }
}
