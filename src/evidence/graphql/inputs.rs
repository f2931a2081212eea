//! What clients send to change evidence.

use async_graphql::{ID, InputObject};

use super::enums::{CustodyActKind, GqlEvidenceKind, GqlRendition};
use crate::{
    evidence::commands::{CustodyAct, NewEvidence, NewTransfer},
    leads::graphql::GqlTlp,
    platform::{
        error::Result,
        graphql::{scalars::DateTime, uuid},
        ids::IdKind,
    },
};

/// A piece of evidence to be.
#[derive(InputObject)]
pub struct AttachEvidenceInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Of which lead.
    lead_id: ID,
    /// What `POST /files` answered; left out for a physical sample.
    upload_id: Option<ID>,
    /// The item of the lead that it is about; then only those see it who see the item.
    item_id: Option<ID>,
    /// The piece of evidence that it was derived from.
    parent_id: Option<ID>,
    /// What it is.
    kind: GqlEvidenceKind,
    /// One line, at most 200 characters.
    title: String,
    /// Its own TLP, no wider than the lead's; the lead's where it is left out.
    tlp: Option<GqlTlp>,
    /// When it was collected.
    collected_at: DateTime,
    /// Minutes that local time was ahead of UTC where it was collected, from -720 to 840.
    collected_offset: i32,
    /// Where it came from, at most 200 characters.
    source: Option<String>,
    /// How it was collected, at most 200 characters.
    method: Option<String>,
    /// With what, at most 200 characters.
    tool: Option<String>,
    /// The number of its seal.
    seal: Option<String>,
}

impl AttachEvidenceInput {
    pub(super) fn read(self) -> Result<NewEvidence> {
        Ok(NewEvidence {
            lead: uuid(IdKind::Lead, &self.lead_id)?,
            upload: self.upload_id.map(|id| uuid(IdKind::Upload, &id)).transpose()?,
            item: self.item_id.map(|id| uuid(IdKind::Item, &id)).transpose()?,
            parent: self.parent_id.map(|id| uuid(IdKind::Evidence, &id)).transpose()?,
            kind: self.kind.into(),
            title: self.title,
            tlp: self.tlp.map(Into::into),
            collected_at: self.collected_at.0,
            collected_offset: self.collected_offset,
            source: self.source,
            method: self.method,
            tool: self.tool,
            seal: self.seal,
        })
    }
}

/// The content of a piece of evidence that is wanted.
#[derive(InputObject)]
pub struct OpenEvidenceInput {
    /// Which piece.
    pub(super) id: ID,
    /// How.
    pub(super) rendition: GqlRendition,
    /// What it is needed for, at most 2,000 characters; required for what is RED or AMBER+STRICT, and kept in the audit log.
    pub(super) purpose: Option<String>,
}

/// What the holder of a piece of evidence did with it.
#[derive(InputObject)]
pub struct RecordCustodyInput {
    /// Which piece.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// What was done.
    pub(super) act: CustodyActKind,
    /// The number of the seal, where it was sealed.
    pub(super) seal: Option<String>,
    /// More about it, at most 2,000 characters.
    pub(super) note: Option<String>,
}

impl From<CustodyActKind> for CustodyAct {
    fn from(kind: CustodyActKind) -> Self {
        match kind {
            CustodyActKind::Sealed => Self::Sealed,
            CustodyActKind::Opened => Self::Opened,
            CustodyActKind::Examined => Self::Examined,
            CustodyActKind::Copied => Self::Copied,
        }
    }
}

/// A hand-over of a piece of evidence.
#[derive(InputObject)]
pub struct SendEvidenceInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Which piece.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// Who is to receive it; somebody who sees it.
    to_person_id: ID,
    /// The number of the seal under which it travels.
    seal: Option<String>,
    /// More about it, at most 2,000 characters.
    note: Option<String>,
}

impl SendEvidenceInput {
    pub(super) fn read(self) -> Result<NewTransfer> {
        Ok(NewTransfer {
            evidence: uuid(IdKind::Evidence, &self.id)?,
            expected: self.expected_version,
            to: uuid(IdKind::Person, &self.to_person_id)?,
            seal: self.seal,
            note: self.note,
        })
    }
}

/// That a piece of evidence arrived.
#[derive(InputObject)]
pub struct ConfirmEvidenceTransferInput {
    /// Which hand-over.
    pub(super) id: ID,
    /// In what condition it arrived, at most 2,000 characters.
    pub(super) note: Option<String>,
}

/// That a piece of evidence is not taken, or not handed over after all.
#[derive(InputObject)]
pub struct EvidenceTransferReasonInput {
    /// Which hand-over.
    pub(super) id: ID,
    /// Why, 1 to 2,000 characters.
    pub(super) reason: String,
}

/// A legal hold to be.
#[derive(InputObject)]
pub struct PlaceLegalHoldInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Which piece of evidence.
    pub(super) id: ID,
    /// Why, 1 to 2,000 characters.
    pub(super) reason: String,
}

/// The end of a legal hold.
#[derive(InputObject)]
pub struct LiftLegalHoldInput {
    /// Which hold.
    pub(super) id: ID,
    /// Why, 1 to 2,000 characters.
    pub(super) reason: String,
}

/// A piece of evidence and a version of it.
#[derive(InputObject)]
pub struct EvidenceTransitionInput {
    /// Which piece.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
}

/// A piece of evidence, a version of it and a reason.
#[derive(InputObject)]
pub struct ReasonedEvidenceInput {
    /// Which piece.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// Why, 1 to 2,000 characters.
    pub(super) reason: String,
}
