//! What stands around a piece of evidence, as clients see it: custody, hand-overs, holds, wishes to destroy, timestamps.

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use serde_json::Value;
use uuid::Uuid;

use super::enums::{GqlCustodyKind, GqlTimestampState};
use crate::{
    evidence::{
        rules::{CustodyKind, TimestampState, custody::Link},
        store::{DestructionRow, HoldRow, StampRow, TransferRow},
    },
    leads::graphql::{Attribution, Eyes, Scene, Signatures},
    members::graphql::{Organization, Person, organization, person},
    platform::{
        db::{code, json},
        error::Result,
        graphql::{id, scalars::DateTime},
        ids::IdKind,
    },
};

/// An event of custody: a link of the chain of its piece.
#[derive(SimpleObject)]
pub struct CustodyEvent {
    /// Opaque id.
    id: ID,
    /// 1, 2, 3 … without gaps.
    seq: i32,
    /// What happened.
    kind: GqlCustodyKind,
    /// When.
    at: DateTime,
    /// Who did it, as the viewer may know it: a name, an organisation or a pseudonym.
    actor_name: String,
    /// The seal concerned; null where there is none.
    seal: Option<String>,
    /// The words given with it; null where there are none.
    note: Option<String>,
    /// The code that a rendered copy is marked with; null where it is about none.
    mark: Option<String>,
    /// SHA-256 of the event before, in hex; of the first one a value that is the piece's own.
    prev: String,
    /// SHA-256 over the event and the one before, in hex.
    hash: String,
}

impl CustodyEvent {
    /// The event of a link, for these eyes.
    pub(super) fn of(link: Link, eyes: &Eyes, scene: Scene, signatures: &Signatures) -> Result<Self> {
        let detail: Value = json(&link.detail)?;
        let text = |name: &str| detail[name].as_str().map(str::to_owned);
        let act = (link.actor, link.organization);
        let (actor_name, _) = signatures.sign(eyes, scene, act, Attribution::None);
        Ok(Self {
            id: id(IdKind::Custody, link.id),
            seq: link.seq,
            kind: code::<CustodyKind>(&link.kind)?.into(),
            at: link.at.into(),
            actor_name,
            seal: text("seal"),
            note: text("note").or_else(|| text("reason")),
            mark: text("mark"),
            prev: link.prev,
            hash: link.hash,
        })
    }
}

/// A hand-over that waits for the other hand.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct CustodyTransfer {
    #[graphql(skip)]
    parties: Option<(Uuid, Uuid)>,
    /// Opaque id.
    id: ID,
    /// Who sent it, as the viewer may know it.
    from_name: String,
    /// Who is to confirm it, as the viewer may know it.
    to_name: String,
    /// The seal under which it travels; null where there is none.
    seal: Option<String>,
    /// The words given with it; null where there are none.
    note: Option<String>,
    /// When it was sent.
    sent_at: DateTime,
    /// Whether it waits for longer than 48 hours, and its keepers were told.
    overdue: bool,
}

impl CustodyTransfer {
    /// The two sides know each other; to others they are signed as everywhere.
    pub(super) fn of(row: &TransferRow, eyes: &Eyes, scene: Scene, signatures: &Signatures) -> Self {
        let viewer = eyes.viewer();
        let sides = [row.from_organization_id, row.to_organization_id];
        let is_party = sides.contains(&viewer.organization) || viewer.is_at_desk();
        let attribution = if is_party {
            Attribution::Person
        } else {
            Attribution::None
        };
        let sign = |person, organization| {
            let act = (Some(person), Some(organization));
            signatures.sign(eyes, scene, act, attribution).0
        };
        Self {
            parties: is_party.then_some((row.from_id, row.to_id)),
            id: id(IdKind::Transfer, row.id),
            from_name: sign(row.from_id, row.from_organization_id),
            to_name: sign(row.to_id, row.to_organization_id),
            seal: row.seal.clone(),
            note: row.note.clone().filter(|_| is_party),
            sent_at: row.sent_at.into(),
            overdue: row.alarmed_at.is_some(),
        }
    }
}

#[ComplexObject]
impl CustodyTransfer {
    /// Who sent it; null for whom it does not concern.
    async fn sender(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.parties {
            Some((from, _)) => person(ctx, from).await.map(Some),
            None => Ok(None),
        }
    }

    /// Who is to confirm it; null for whom it does not concern.
    async fn recipient(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.parties {
            Some((_, to)) => person(ctx, to).await.map(Some),
            None => Ok(None),
        }
    }
}

/// A legal hold.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct LegalHold {
    #[graphql(skip)]
    placer: Uuid,
    /// Opaque id.
    id: ID,
    /// Why it was placed; null for whom it does not concern.
    reason: Option<String>,
    /// When it was placed.
    placed_at: DateTime,
    /// When it was lifted; null while it is in force.
    lifted_at: Option<DateTime>,
    /// Why it was lifted; null while it is in force, and for whom it does not concern.
    lift_reason: Option<String>,
    /// Whether the viewer may lift it.
    may_lift: bool,
}

impl LegalHold {
    /// Reasons are for the organisation that placed it and for the desk.
    pub(super) fn of(row: &HoldRow, eyes: &Eyes, may_lift: bool) -> Self {
        let viewer = eyes.viewer();
        let knows = viewer.organization == row.organization_id || viewer.is_at_desk();
        Self {
            placer: row.organization_id,
            id: id(IdKind::Hold, row.id),
            reason: knows.then(|| row.reason.clone()),
            placed_at: row.placed_at.into(),
            lifted_at: row.lifted_at.map(Into::into),
            lift_reason: row.lift_reason.clone().filter(|_| knows),
            may_lift: may_lift && row.lifted_at.is_none(),
        }
    }
}

#[ComplexObject]
impl LegalHold {
    /// Whose it is.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.placer).await
    }
}

/// The undecided wish that a piece of evidence be destroyed.
#[derive(SimpleObject)]
pub struct EvidenceDestruction {
    /// Why.
    reason: String,
    /// Who asked, as the viewer may know it.
    asked_by_name: String,
    /// When.
    asked_at: DateTime,
}

impl EvidenceDestruction {
    pub(super) fn of(row: &DestructionRow, eyes: &Eyes, scene: Scene, signatures: &Signatures) -> Self {
        let act = (Some(row.asked_by), Some(row.organization_id));
        Self {
            reason: row.reason.clone(),
            asked_by_name: signatures.sign(eyes, scene, act, Attribution::Organization).0,
            asked_at: row.asked_at.into(),
        }
    }
}

/// A timestamp authority's word for the hash of a piece of evidence (RFC 3161), or the wish for it.
#[derive(SimpleObject)]
pub struct EvidenceTimestamp {
    /// Where it stands.
    state: GqlTimestampState,
    /// When the authority saw the hash; null until its token is here.
    at: Option<DateTime>,
    /// The subject of the authority's certificate; null until its token is here.
    authority: Option<String>,
    /// The token, DER in base64, for others to verify; null until it is here.
    token: Option<String>,
}

impl EvidenceTimestamp {
    pub(super) fn of(row: &StampRow) -> Result<Self> {
        Ok(Self {
            state: code::<TimestampState>(&row.state)?.into(),
            at: row.stamped_at.map(Into::into),
            authority: row.authority.clone(),
            token: row.token.clone(),
        })
    }
}
