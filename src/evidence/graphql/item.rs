//! A piece of evidence, as clients see it.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use async_graphql::{Context, ID, InputType as _, Object, Value, connection::Connection};
use strum::VariantArray as _;
use uuid::Uuid;

use super::{
    around::{CustodyEvent, CustodyTransfer, EvidenceDestruction, EvidenceTimestamp, LegalHold},
    enums::{GqlEvidenceKind, GqlEvidenceState, GqlEvidenceStep},
    likeness::{self, PictureAlike},
    loaders::{self, ChainOf, DestructionOf, HoldsOf, ItemKey, StampOf, TransferOf},
};
use crate::{
    app::App,
    audience::Sight,
    evidence::{
        commands,
        rules::{
            EvidenceKind, EvidenceState, EvidenceStep, OnItsWay, Scene, Standing, effective_tlp, is_kept, may_lift,
        },
        store::{self, ItemRow},
    },
    leads::{
        Texts, evidence_texts,
        graphql::{Attribution, Eyes, GqlTlp, Lead, LeadItem, Signatures, evidence_scene, item, lead, tlp_shown},
    },
    members::graphql::{organizations_of, person},
    permissions::{Action, audience::Tlp},
    platform::{
        db::code,
        error::{ApiError, Result},
        graphql::{
            Known, Plain,
            connection::{Page, PageArgs, Totals, connection},
            from_context, id,
            scalars::DateTime,
        },
        ids::IdKind,
    },
};

/// A piece of evidence of a lead.
#[derive(Clone)]
pub struct EvidenceFields {
    row: Arc<ItemRow>,
    eyes: Eyes,
}

/// A piece of evidence in the graph.
pub type EvidenceItem = Plain<EvidenceFields>;

impl Known for EvidenceFields {
    fn known(&self, field: &str) -> Option<Value> {
        Some(match field {
            "id" => id(IdKind::Evidence, self.row.id).to_value(),
            "title" => self.row.title.to_value(),
            "sha256" => self.row.sha256.to_value(),
            "mediaType" => self.row.media_type.to_value(),
            "fileName" => self.row.file_name.to_value(),
            "collectedAt" => DateTime::from(self.row.collected_at).to_value(),
            "collectedOffset" => self.row.collected_offset.to_value(),
            "createdAt" => DateTime::from(self.row.created_at).to_value(),
            "version" => self.row.version.to_value(),
            "onHold" => (self.row.holds > 0).to_value(),
            _ => return None,
        })
    }

    fn shown(&self) {
        self.eyes.shows(self.row.lead_id, None);
    }
}

impl EvidenceItem {
    /// The object of a row that these eyes see.
    pub(super) fn of(row: ItemRow, eyes: &Eyes) -> Self {
        Plain(EvidenceFields {
            row: Arc::new(row),
            eyes: eyes.clone(),
        })
    }

    /// Those with these ids that the sight meets, by their ids.
    ///
    /// # Errors
    /// `INTERNAL` or `UNAVAILABLE`.
    pub(crate) async fn found(app: &App, sight: &Sight, ids: &[Uuid], eyes: &Eyes) -> Result<HashMap<Uuid, Self>> {
        let rows = store::items_seen(app.db.read(), sight, ids).await?;
        Ok(rows.into_iter().map(|row| (row.id, Self::of(row, eyes))).collect())
    }

    /// The texts that it is found by.
    pub(crate) fn texts(&self) -> Texts<'_> {
        evidence_texts(&self.0.row)
    }

    /// The piece of an id that these eyes see, through the request's loader.
    pub(super) async fn load(ctx: &Context<'_>, eyes: &Eyes, key: Uuid) -> Result<Option<Self>> {
        let found = loaders::of(ctx)?.load_one(ItemKey(eyes.clone(), key)).await?;
        Ok(found.map(|row| Self::of(Arc::unwrap_or_clone(row), eyes)))
    }
}

impl EvidenceFields {
    /// How acts are signed here, with the names behind some of them.
    async fn signed(
        &self,
        ctx: &Context<'_>,
        acts: impl Iterator<Item = (Option<Uuid>, Option<Uuid>)>,
    ) -> Result<(crate::leads::graphql::Scene, Signatures)> {
        let lead = evidence_scene(ctx, &self.eyes, self.row.lead_id).await?;
        let lead = lead.ok_or_else(ApiError::not_found)?;
        Ok((lead.scene, Signatures::load(ctx, acts).await?))
    }

    async fn tlp(&self, ctx: &Context<'_>) -> Result<Tlp> {
        let lead = evidence_scene(ctx, &self.eyes, self.row.lead_id).await?;
        let lead = lead.ok_or_else(ApiError::not_found)?;
        let own = self.row.tlp.as_deref().map(code::<Tlp>).transpose()?;
        Ok(effective_tlp(lead.tlp, own))
    }

    async fn standing(&self, ctx: &Context<'_>) -> Result<Standing> {
        let loader = loaders::of(ctx)?;
        let transfer = loader.load_one(TransferOf(self.row.id)).await?;
        let destruction = loader.load_one(DestructionOf(self.row.id)).await?;
        Ok(Standing {
            state: store::state_of(&self.row)?,
            has_file: self.row.file_id.is_some(),
            holds: self.row.holds,
            kept: is_kept(self.row.kept_until, from_context::<App>(ctx)?.now()),
            holder: self.row.holder_id,
            holder_organization: self.row.holder_organization_id,
            on_its_way: transfer.map(|row| OnItsWay {
                from: row.from_id,
                to: row.to_id,
            }),
            asked_by: destruction.map(|row| (row.asked_by, row.organization_id)),
        })
    }

    async fn sign(&self, ctx: &Context<'_>, person: Uuid, organization: Uuid) -> Result<(String, bool)> {
        let act = (Some(person), Some(organization));
        let (scene, signatures) = self.signed(ctx, std::iter::once(act)).await?;
        Ok(signatures.sign(&self.eyes, scene, act, Attribution::None))
    }
}

/// A piece of evidence of a lead.
#[Object(name = "EvidenceItem")]
impl EvidenceFields {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Evidence, self.row.id)
    }

    /// The lead it belongs to.
    async fn lead(&self, ctx: &Context<'_>) -> Result<Lead> {
        lead(ctx, self.row.lead_id).await?.ok_or_else(ApiError::not_found)
    }

    /// The item of the lead that it is about; null where it is about the lead as a whole.
    async fn lead_item(&self, ctx: &Context<'_>) -> Result<Option<LeadItem>> {
        match self.row.item_id {
            Some(key) => item(ctx, key).await,
            None => Ok(None),
        }
    }

    /// What it was derived from; null where it is no derivative, or of something that the viewer does not see.
    async fn parent(&self, ctx: &Context<'_>) -> Result<Option<EvidenceItem>> {
        match self.row.parent_id {
            Some(key) => EvidenceItem::load(ctx, &self.eyes, key).await,
            None => Ok(None),
        }
    }

    /// The sample that it is; null where it is none.
    async fn sample(&self, ctx: &Context<'_>) -> Result<Option<crate::samples::graphql::Sample>> {
        if self.row.kind != EvidenceKind::PhysicalSample.code() {
            return Ok(None);
        }
        crate::samples::graphql::Sample::of_evidence(ctx, self.row.id).await
    }

    /// What it is.
    async fn kind(&self) -> Result<GqlEvidenceKind> {
        Ok(code::<EvidenceKind>(&self.row.kind)?.into())
    }

    /// One line.
    async fn title(&self) -> &str {
        &self.row.title
    }

    /// Where it stands.
    async fn state(&self) -> Result<GqlEvidenceState> {
        Ok(code::<EvidenceState>(&self.row.state)?.into())
    }

    /// How far it may travel: the lead's TLP, or its own where that is stricter.
    #[graphql(name = "tlp")]
    async fn tlp_of(&self, ctx: &Context<'_>) -> Result<GqlTlp> {
        self.tlp(ctx).await.map(tlp_shown)
    }

    /// SHA-256 of its bytes, in hex; null where it has no file.
    async fn sha256(&self) -> Option<&str> {
        self.row.sha256.as_deref()
    }

    /// How many bytes its file has; null where it has none.
    async fn bytes(&self) -> Option<f64> {
        self.row.bytes.map(|bytes| bytes as f64)
    }

    /// What its file is, by its bytes; null where it has none.
    async fn media_type(&self) -> Option<&str> {
        self.row.media_type.as_deref()
    }

    /// The name that its file came with; null where it has none.
    async fn file_name(&self) -> Option<&str> {
        self.row.file_name.as_deref()
    }

    /// Who collected it, as the viewer may know it: a name, an organisation or a pseudonym.
    async fn collector_name(&self, ctx: &Context<'_>) -> Result<String> {
        let named = self.sign(ctx, self.row.collector_id, self.row.organization_id).await?;
        Ok(named.0)
    }

    /// Who collected it; null where the viewer may not know the name.
    async fn collector(&self, ctx: &Context<'_>) -> Result<Option<crate::members::graphql::Person>> {
        let (_, is_named) = self.sign(ctx, self.row.collector_id, self.row.organization_id).await?;
        match is_named {
            true => person(ctx, self.row.collector_id).await.map(Some),
            false => Ok(None),
        }
    }

    /// When it was collected.
    async fn collected_at(&self) -> DateTime {
        self.row.collected_at.into()
    }

    /// Minutes that local time was ahead of UTC where it was collected.
    async fn collected_offset(&self) -> i32 {
        self.row.collected_offset
    }

    /// Where it came from; null where nobody has said.
    async fn source(&self) -> Option<&str> {
        self.row.source.as_deref()
    }

    /// How it was collected; null where nobody has said.
    async fn method(&self) -> Option<&str> {
        self.row.method.as_deref()
    }

    /// With what it was collected; null where nobody has said.
    async fn tool(&self) -> Option<&str> {
        self.row.tool.as_deref()
    }

    /// When it was added.
    async fn created_at(&self) -> DateTime {
        self.row.created_at.into()
    }

    /// Counts what was done to it; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// Whether a legal hold forbids to dispose of it.
    async fn on_hold(&self) -> bool {
        self.row.holds > 0
    }

    /// Its legal holds, those lifted among them, the first one first.
    async fn holds(&self, ctx: &Context<'_>) -> Result<Vec<LegalHold>> {
        let rows = loaders::of(ctx)?
            .load_one(HoldsOf(self.row.id))
            .await?
            .unwrap_or_default();
        let placers: HashSet<Uuid> = rows.iter().map(|row| row.organization_id).collect();
        let placers = organizations_of(ctx, placers.into_iter().collect()).await?;
        let viewer = self.eyes.viewer();
        let holds = rows.iter().map(|row| {
            let kind = placers.get(&row.organization_id).map(|placer| placer.kind);
            let may = kind.is_some_and(|kind| may_lift(viewer, row.organization_id, kind));
            LegalHold::of(row, &self.eyes, may && viewer.has(Action::EvidenceHold))
        });
        Ok(holds.collect())
    }

    /// The number of its seal; null where it is not sealed.
    async fn seal(&self) -> Option<&str> {
        self.row.seal.as_deref()
    }

    /// Who has it in hand, as the viewer may know it.
    async fn holder_name(&self, ctx: &Context<'_>) -> Result<String> {
        let (holder, home) = (self.row.holder_id, self.row.holder_organization_id);
        Ok(self.sign(ctx, holder, home).await?.0)
    }

    /// The hand-over that waits for the other hand; null where none does.
    async fn transfer(&self, ctx: &Context<'_>) -> Result<Option<CustodyTransfer>> {
        let Some(row) = loaders::of(ctx)?.load_one(TransferOf(self.row.id)).await? else {
            return Ok(None);
        };
        let acts = [
            (Some(row.from_id), Some(row.from_organization_id)),
            (Some(row.to_id), Some(row.to_organization_id)),
        ];
        let (scene, signatures) = self.signed(ctx, acts.into_iter()).await?;
        Ok(Some(CustodyTransfer::of(&row, &self.eyes, scene, &signatures)))
    }

    /// The undecided wish that it be destroyed; null where there is none, and for those who neither ask nor decide.
    async fn destruction(&self, ctx: &Context<'_>) -> Result<Option<EvidenceDestruction>> {
        let viewer = self.eyes.viewer();
        if !viewer.has(Action::EvidenceDestroyAsk) {
            return Ok(None);
        }
        let Some(row) = loaders::of(ctx)?.load_one(DestructionOf(self.row.id)).await? else {
            return Ok(None);
        };
        if row.organization_id != viewer.organization && !viewer.is_at_desk() {
            return Ok(None);
        }
        let act = (Some(row.asked_by), Some(row.organization_id));
        let (scene, signatures) = self.signed(ctx, std::iter::once(act)).await?;
        Ok(Some(EvidenceDestruction::of(&row, &self.eyes, scene, &signatures)))
    }

    /// A timestamp authority's word for its hash; null where none was asked.
    async fn timestamp(&self, ctx: &Context<'_>) -> Result<Option<EvidenceTimestamp>> {
        let found = loaders::of(ctx)?.load_one(StampOf(self.row.id)).await?;
        found.map(|row| EvidenceTimestamp::of(&row)).transpose()
    }

    /// What happened to it, the first event first: a chain of hashes without a gap.
    async fn custody(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, at most 100.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, at most 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<Connection<String, CustodyEvent, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let evidence = self.row.id;
        let page = loaders::of(ctx)?.load_one(ChainOf { evidence, args }).await?;
        let page = page.map_or_else(|| Page::cut(Vec::new(), &args), Arc::unwrap_or_clone);
        let acts: Vec<_> = page
            .rows
            .iter()
            .map(|(.., link)| (link.actor, link.organization))
            .collect();
        let (scene, signatures) = self.signed(ctx, acts.into_iter()).await?;
        let page = page.try_map(|link| CustodyEvent::of(link, &self.eyes, scene, &signatures))?;
        let total = u64::try_from(self.row.custody_count).unwrap_or(0);
        Ok(connection(page, move || Box::pin(async move { Ok(total) })))
    }

    /// Where a small picture of it is, for a few minutes and in the viewer's own session; null where there is none, and for
    /// what is opened only with a purpose.
    async fn thumbnail_url(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let app = from_context::<App>(ctx)?;
        commands::glance(app, self.eyes.viewer(), &self.row, self.tlp(ctx).await?)
    }

    /// Other evidence whose picture looks like this one's, the nearest first: suggestions among what the viewer sees, which tie
    /// nothing. Empty where there is no picture, or nobody has looked at it yet.
    async fn pictures_alike(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1–20; 10 where nothing is given.")] first: Option<i32>,
    ) -> Result<Vec<PictureAlike>> {
        Box::pin(likeness::pictures_alike(ctx, &self.eyes, &self.row, first)).await
    }

    /// What the viewer may do with it right now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlEvidenceStep>> {
        let Some(lead) = evidence_scene(ctx, &self.eyes, self.row.lead_id).await? else {
            return Ok(Vec::new());
        };
        let standing = self.standing(ctx).await?;
        let scene = Scene {
            owner: lead.owner,
            brands: &lead.brands,
            now: from_context::<App>(ctx)?.now(),
        };
        let viewer = self.eyes.viewer();
        let allowed = EvidenceStep::VARIANTS
            .iter()
            .filter(|step| standing.admits(**step) && standing.is_open_to(**step, viewer, scene));
        Ok(allowed.map(|step| (*step).into()).collect())
    }
}
