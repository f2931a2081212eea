//! Samples, as clients see them.

use std::{collections::HashSet, sync::Arc};

use async_graphql::{Context, ID, Object, SimpleObject};
use uuid::Uuid;

use super::{
    enums::{GqlSampleDisposal, GqlSampleStep},
    loaders::{self, Inspected, ItemOf, OfEvidence, OfLead, OfPurchase, Open, SampleKey, WaitingOf},
};
use crate::{
    app::App,
    appraisals::graphql::{Appraisal, GqlCaseConclusion},
    evidence::{self, ItemRow, TransferRow, graphql::EvidenceItem},
    leads::graphql::{Eyes, Lead, lead},
    members::graphql::{Person, person},
    permissions::{Action, Target},
    platform::{
        clock::micros,
        error::{ApiError, Result},
        graphql::{from_context, id, scalars::DateTime},
        ids::{self, IdKind},
    },
    purchases::graphql::Purchase,
    samples::{commands::may_dispose, disposal_of, rules::SampleStep, store::SampleRow},
};

/// One bought good, kept as evidence.
pub struct Sample {
    row: SampleRow,
    eyes: Eyes,
    /// Whether the viewer sees the evidence, and not only what it inspects.
    open: bool,
}

impl Sample {
    /// Which of some pieces of evidence these eyes see.
    pub(super) async fn open_among(ctx: &Context<'_>, evidence: &[Uuid], eyes: &Eyes) -> Result<HashSet<Uuid>> {
        let keys = evidence.iter().map(|key| Open(eyes.clone(), *key));
        let found = loaders::of(ctx)?.load_many(keys).await?;
        Ok(found.into_keys().map(|key| key.1).collect())
    }

    /// The object of a row that these eyes see.
    pub(super) fn of(row: SampleRow, eyes: &Eyes, open: &HashSet<Uuid>) -> Self {
        let open = open.contains(&row.evidence_id);
        if open {
            eyes.shows(row.lead_id, None);
        }
        Self {
            row,
            eyes: eyes.clone(),
            open,
        }
    }

    async fn all(ctx: &Context<'_>, rows: Vec<SampleRow>, eyes: &Eyes) -> Result<Vec<Self>> {
        let evidence: Vec<Uuid> = rows.iter().map(|row| row.evidence_id).collect();
        let open = Self::open_among(ctx, &evidence, eyes).await?;
        Ok(rows.into_iter().map(|row| Self::of(row, eyes, &open)).collect())
    }

    /// The sample of an id that the caller sees.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub async fn load(ctx: &Context<'_>, key: Uuid) -> Result<Option<Self>> {
        let eyes = Eyes::from(ctx)?;
        let row = loaders::of(ctx)?.load_one(SampleKey(eyes.clone(), key)).await?;
        let rows = row.map(Arc::unwrap_or_clone).into_iter().collect();
        Ok(Self::all(ctx, rows, &eyes).await?.pop())
    }

    /// Whether the caller sees a sample.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub async fn is_seen(ctx: &Context<'_>, key: Uuid) -> Result<bool> {
        let found = loaders::of(ctx)?.load_one(SampleKey(Eyes::from(ctx)?, key)).await?;
        Ok(found.is_some())
    }

    /// Whether the caller inspects a sample, or has.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub async fn is_inspected(ctx: &Context<'_>, key: Uuid) -> Result<bool> {
        let found = loaders::of(ctx)?.load_one(Inspected(Eyes::from(ctx)?, key)).await?;
        Ok(found.is_some())
    }

    /// The samples of a purchase that the caller sees, by number.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub async fn of_purchase(ctx: &Context<'_>, purchase: Uuid) -> Result<Vec<Self>> {
        let eyes = Eyes::from(ctx)?;
        let rows = loaders::of(ctx)?.load_one(OfPurchase(eyes.clone(), purchase)).await?;
        Self::all(ctx, rows.map(Arc::unwrap_or_clone).unwrap_or_default(), &eyes).await
    }

    /// Those of a lead that the caller sees, in the order of their receipt.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub async fn of_lead(ctx: &Context<'_>, lead: Uuid) -> Result<Vec<Self>> {
        let eyes = Eyes::from(ctx)?;
        let rows = loaders::of(ctx)?.load_one(OfLead(eyes.clone(), lead)).await?;
        Self::all(ctx, rows.map(Arc::unwrap_or_clone).unwrap_or_default(), &eyes).await
    }

    /// The sample that a piece of evidence is, if the caller sees it.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub async fn of_evidence(ctx: &Context<'_>, evidence: Uuid) -> Result<Option<Self>> {
        let eyes = Eyes::from(ctx)?;
        let row = loaders::of(ctx)?.load_one(OfEvidence(eyes.clone(), evidence)).await?;
        let rows = row.map(Arc::unwrap_or_clone).into_iter().collect();
        Ok(Self::all(ctx, rows, &eyes).await?.pop())
    }

    async fn item(&self, ctx: &Context<'_>) -> Result<Arc<ItemRow>> {
        let found = loaders::of(ctx)?.load_one(ItemOf(self.row.evidence_id)).await?;
        found.ok_or_else(|| ApiError::internal("a sample that is no evidence"))
    }

    async fn waiting(&self, ctx: &Context<'_>) -> Result<Option<Arc<TransferRow>>> {
        loaders::of(ctx)?.load_one(WaitingOf(self.row.evidence_id)).await
    }
}

/// One bought good, kept as evidence.
#[Object]
impl Sample {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Sample, self.row.id)
    }

    /// What people call it; random, so that it tells nothing about volume.
    async fn reference(&self) -> &str {
        &self.row.reference
    }

    /// Its number among those of its purchase, from 1.
    async fn number(&self) -> i32 {
        self.row.number
    }

    /// The brand of what was bought.
    async fn label(&self) -> &str {
        &self.row.label
    }

    /// The purchase; null for who does not see it, and for an appraiser who knows only the sample.
    async fn purchase(&self, ctx: &Context<'_>) -> Result<Option<Purchase>> {
        match self.open {
            true => Purchase::load(ctx, self.row.purchase_id).await,
            false => Ok(None),
        }
    }

    /// The lead; null for who does not see it.
    async fn lead(&self, ctx: &Context<'_>) -> Result<Option<Lead>> {
        match self.open {
            true => lead(ctx, self.row.lead_id).await,
            false => Ok(None),
        }
    }

    /// The piece of evidence that it is, with its custody; null for who does not see it.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Option<EvidenceItem>> {
        match self.open {
            true => evidence::graphql::visible_evidence(ctx, self.row.evidence_id).await,
            false => Ok(None),
        }
    }

    /// The number of its seal; null where it has none now.
    async fn seal(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        Ok(self.item(ctx).await?.seal.clone())
    }

    /// When it was received.
    async fn received_at(&self) -> DateTime {
        self.row.received_at.into()
    }

    /// Where it is kept; null where nobody has said, and for who does not see the evidence.
    async fn place(&self) -> Option<&str> {
        self.row.place.as_deref().filter(|_| self.open)
    }

    /// Until when it is not destroyed; null once it is nothing that is kept any more.
    async fn retained_until(&self) -> Option<DateTime> {
        self.row.retained_until.map(Into::into)
    }

    /// Whether it is under legal hold.
    async fn on_hold(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(self.item(ctx).await?.holds > 0)
    }

    /// Who has it in hand; null for an appraiser who does not, who knows nobody else of it.
    async fn holder(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        let holder = self.item(ctx).await?.holder_id;
        match self.open || holder == self.eyes.viewer().person {
            true => person(ctx, holder).await.map(Some),
            false => Ok(None),
        }
    }

    /// The hand-over that waits for the other hand; null where none waits.
    async fn hand_over(&self, ctx: &Context<'_>) -> Result<Option<SampleHandOver>> {
        let me = self.eyes.viewer().person;
        let waiting = self.waiting(ctx).await?;
        let Some(row) = waiting.filter(|row| self.open || row.to_id == me || row.from_id == me) else {
            return Ok(None);
        };
        Ok(Some(SampleHandOver {
            to: person(ctx, row.to_id).await?,
            seal: row.seal.clone(),
            note: row.note.clone(),
            sent_at: row.sent_at.into(),
        }))
    }

    /// What became of it; null while nobody has said.
    async fn disposal(&self, ctx: &Context<'_>) -> Result<Option<GqlSampleDisposal>> {
        let item = self.item(ctx).await?;
        Ok(disposal_of(&self.row, Some(&item))?.map(Into::into))
    }

    /// When it became that; null until then.
    async fn disposed_at(&self) -> Option<DateTime> {
        self.row.disposed_at.map(Into::into)
    }

    /// The words to it; null where there are none, and for who does not see the evidence.
    async fn disposal_note(&self) -> Option<&str> {
        self.row.disposal_note.as_deref().filter(|_| self.open)
    }

    /// Its appraisals that the viewer sees, the first one first.
    async fn appraisals(&self, ctx: &Context<'_>) -> Result<Vec<Appraisal>> {
        Appraisal::of_sample(ctx, self.row.id).await
    }

    /// What its appraisals come to; null for who does not read them all.
    async fn conclusion(&self, ctx: &Context<'_>) -> Result<Option<GqlCaseConclusion>> {
        GqlCaseConclusion::of_sample(ctx, &self.row).await
    }

    /// Whether it was drawn for a second, blind inspection that nobody has ordered yet; false for who does not order appraisals.
    async fn quality_due(&self) -> bool {
        self.row.quality_due && self.open && self.eyes.viewer().has(Action::AppraisalOrder)
    }

    /// The page with its label and a QR code, on this server.
    async fn label_url(&self) -> String {
        format!("/samples/{}/label.pdf", ids::encode(IdKind::Sample, self.row.id))
    }

    /// What the viewer can do to it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlSampleStep>> {
        let app = from_context::<App>(ctx)?;
        let (item, waiting, now) = (self.item(ctx).await?, self.waiting(ctx).await?, app.now());
        let viewer = self.eyes.viewer();
        let disposal = disposal_of(&self.row, Some(&item))?;
        let is_there = disposal.is_none_or(crate::samples::rules::SampleDisposal::is_there);
        let hands = viewer.has(Action::SampleHandOver);
        let holds = item.holder_id == viewer.person && hands && waiting.is_none() && is_there;
        let target = Target {
            organization: self.row.organization_id,
            brands: &[self.row.brand_id],
        };
        let orders = viewer.may(Action::AppraisalOrder, target, now) && !Self::is_inspected(ctx, self.row.id).await?;
        let kept = evidence::rules::is_kept(item.kept_until, now) || item.holds > 0;
        let is_to = waiting.as_ref().is_some_and(|row| row.to_id == viewer.person);
        let is_from = waiting.as_ref().is_some_and(|row| row.from_id == viewer.person);
        let steps = [
            (
                SampleStep::Dispose,
                is_there && waiting.is_none() && may_dispose(viewer, &self.row, &item, now),
            ),
            (SampleStep::HandOver, holds),
            (SampleStep::ConfirmHandOver, hands && is_to),
            (SampleStep::RefuseHandOver, hands && is_to),
            (SampleStep::WithdrawHandOver, hands && is_from),
            (SampleStep::RecordCustody, holds),
            (SampleStep::OrderAppraisal, orders && is_there),
            (
                SampleStep::AskDestruction,
                is_there && !kept && viewer.may(Action::EvidenceDestroyAsk, target, now),
            ),
        ];
        Ok(steps
            .into_iter()
            .filter(|(_, may)| *may)
            .map(|(step, _)| step.into())
            .collect())
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// Counts the changes of its custody; to be sent back as `expectedVersion` of what changes that.
    async fn custody_version(&self, ctx: &Context<'_>) -> Result<i32> {
        Ok(self.item(ctx).await?.version)
    }
}

/// A hand-over of a sample that waits for the other hand.
#[derive(SimpleObject)]
pub struct SampleHandOver {
    /// To whom.
    to: Person,
    /// The number of the seal under which it travels; null where it has none.
    seal: Option<String>,
    /// The words to it; null where there are none.
    note: Option<String>,
    /// When it was sent.
    sent_at: DateTime,
}

/// The moment, as filters compare with it.
pub(super) fn moment(app: &App) -> i64 {
    micros(app.now())
}
