//! Changing evidence.

use async_graphql::{Context, ID, Object, SimpleObject};
use uuid::Uuid;

use super::{
    inputs::{
        AttachEvidenceInput, ConfirmEvidenceTransferInput, EvidenceTransferReasonInput, EvidenceTransitionInput,
        LiftLegalHoldInput, OpenEvidenceInput, PlaceLegalHoldInput, ReasonedEvidenceInput, RecordCustodyInput,
        SendEvidenceInput,
    },
    item::EvidenceItem,
};
use crate::{
    app::App,
    evidence::{commands, store::ItemRow},
    leads::graphql::Eyes,
    platform::{
        error::Result,
        graphql::{UserError, from_context, outcome, scalars::DateTime, uuid},
        ids::IdKind,
    },
    sessions,
};

/// A piece of evidence, or why it was not changed.
#[derive(SimpleObject)]
pub struct EvidencePayload {
    /// The piece; null where the change was refused.
    evidence: Option<EvidenceItem>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

impl EvidencePayload {
    fn of(ctx: &Context<'_>, done: Result<ItemRow>) -> Result<Self> {
        let (row, user_errors) = outcome(done)?;
        let eyes = Eyes::from(ctx)?;
        Ok(Self {
            evidence: row.map(|row| EvidenceItem::of(row, &eyes)),
            user_errors,
        })
    }
}

/// Where the content of a piece of evidence is, or why it is not given.
#[derive(SimpleObject)]
pub struct OpenEvidencePayload {
    /// The address, on this server and in this session only; null where it was refused.
    url: Option<String>,
    /// Until when it is good; null where it was refused.
    expires_at: Option<DateTime>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The mutations of evidence.
#[derive(Debug, Default)]
pub struct EvidenceMutation;

fn key(id: &ID) -> Result<Uuid> {
    uuid(IdKind::Evidence, id)
}

#[Object]
impl EvidenceMutation {
    /// Makes evidence of a lead: of a file that was sent to `POST /files`, or of a thing. Its chain of custody begins.
    async fn attach_evidence(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The evidence to be.")] input: AttachEvidenceInput,
    ) -> Result<EvidencePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let claim = input.idempotency_key.clone();
        let done = Box::pin(commands::attach(app, viewer, &claim, &input.read()?)).await;
        EvidencePayload::of(ctx, done)
    }

    /// Opens the content of a piece of evidence: a link that is good for some minutes, in this session only. Whatever is
    /// fetched by it is written into the chain of custody.
    async fn open_evidence(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which content, how, and what for.")] input: OpenEvidenceInput,
    ) -> Result<OpenEvidencePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let purpose = input.purpose.as_deref();
        let opened = Box::pin(commands::open(
            app,
            viewer,
            key(&input.id)?,
            input.rendition.into(),
            purpose,
        ))
        .await;
        let (opened, user_errors) = outcome(opened)?;
        let link = opened.map(|(link, row)| {
            let eyes = Eyes::from(ctx);
            eyes.map(|eyes| eyes.shows(row.lead_id, None)).map(|()| link)
        });
        let link = link.transpose()?;
        Ok(OpenEvidencePayload {
            expires_at: link.as_ref().map(|link| DateTime(link.expires_at)),
            url: link.map(|link| link.path),
            user_errors,
        })
    }

    /// Writes down what the holder of a piece of evidence did with it.
    async fn record_custody(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which piece, and what was done.")] input: RecordCustodyInput,
    ) -> Result<EvidencePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (seal, note) = (input.seal.as_deref(), input.note.as_deref());
        let expected = input.expected_version;
        let done = Box::pin(commands::record_custody(
            app,
            viewer,
            key(&input.id)?,
            expected,
            input.act.into(),
            seal,
            note,
        ))
        .await;
        EvidencePayload::of(ctx, done)
    }

    /// Hands a piece of evidence to a named person, who confirms it; until then it stays with who sent it.
    async fn send_evidence(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which piece, and to whom.")] input: SendEvidenceInput,
    ) -> Result<EvidencePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let claim = input.idempotency_key.clone();
        let done = Box::pin(commands::send(app, viewer, &claim, &input.read()?)).await;
        EvidencePayload::of(ctx, done)
    }

    /// Confirms that a piece of evidence arrived: from now on it is in the viewer's hand.
    async fn confirm_evidence_transfer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which hand-over.")] input: ConfirmEvidenceTransferInput,
    ) -> Result<EvidencePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let transfer = uuid(IdKind::Transfer, &input.id)?;
        let done = Box::pin(commands::confirm_transfer(app, viewer, transfer, input.note.as_deref())).await;
        EvidencePayload::of(ctx, done)
    }

    /// Says that a piece of evidence is not taken: it stays with who sent it.
    async fn refuse_evidence_transfer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which hand-over, and why.")] input: EvidenceTransferReasonInput,
    ) -> Result<EvidencePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let transfer = uuid(IdKind::Transfer, &input.id)?;
        let done = Box::pin(commands::refuse_transfer(app, viewer, transfer, &input.reason)).await;
        EvidencePayload::of(ctx, done)
    }

    /// Takes a hand-over back that was not confirmed yet.
    async fn withdraw_evidence_transfer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which hand-over, and why.")] input: EvidenceTransferReasonInput,
    ) -> Result<EvidencePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let transfer = uuid(IdKind::Transfer, &input.id)?;
        let done = Box::pin(commands::withdraw_transfer(app, viewer, transfer, &input.reason)).await;
        EvidencePayload::of(ctx, done)
    }

    /// Places a piece of evidence under legal hold: while it is, nothing of it is disposed of.
    async fn place_legal_hold(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which piece, and why.")] input: PlaceLegalHoldInput,
    ) -> Result<EvidencePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (claim, reason) = (&input.idempotency_key, &input.reason);
        let done = Box::pin(commands::place_hold(app, viewer, claim, key(&input.id)?, reason)).await;
        EvidencePayload::of(ctx, done)
    }

    /// Lifts a legal hold; an agency's is lifted by the agency alone.
    async fn lift_legal_hold(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which hold, and why.")] input: LiftLegalHoldInput,
    ) -> Result<EvidencePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let hold = uuid(IdKind::Hold, &input.id)?;
        let done = Box::pin(commands::lift_hold(app, viewer, hold, &input.reason)).await;
        EvidencePayload::of(ctx, done)
    }

    /// Asks that a piece of evidence be destroyed; a second person decides.
    async fn ask_evidence_destruction(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which piece, and why.")] input: ReasonedEvidenceInput,
    ) -> Result<EvidencePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let expected = input.expected_version;
        let done = Box::pin(commands::ask_destruction(
            app,
            viewer,
            key(&input.id)?,
            expected,
            &input.reason,
        ))
        .await;
        EvidencePayload::of(ctx, done)
    }

    /// Destroys a piece of evidence, as the second person; what is said of it and its custody stay.
    async fn approve_evidence_destruction(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which piece.")] input: EvidenceTransitionInput,
    ) -> Result<EvidencePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let expected = input.expected_version;
        let done = Box::pin(commands::approve_destruction(app, viewer, key(&input.id)?, expected)).await;
        EvidencePayload::of(ctx, done)
    }

    /// Refuses, as the second person, that a piece of evidence be destroyed.
    async fn refuse_evidence_destruction(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which piece, and why not.")] input: ReasonedEvidenceInput,
    ) -> Result<EvidencePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let expected = input.expected_version;
        let done = Box::pin(commands::refuse_destruction(
            app,
            viewer,
            key(&input.id)?,
            expected,
            &input.reason,
        ))
        .await;
        EvidencePayload::of(ctx, done)
    }
}
