//! What the evidence of a lead needs of it: the lead as the viewer sees it, who sees a part of it, and news for its timeline.

use jiff::Timestamp;
use uuid::Uuid;

use super::{
    Loaded, load, load_locked, may_keep,
    tell::{News, tell},
};
use crate::{
    app::App,
    audience::{self, Keys, Kind, Sight},
    audit::Actor,
    leads::{
        rules::{LeadState, TimelineKind, may_be_added_to},
        store::{self, EvidenceRow, Facts, LeadRow},
    },
    permissions::{
        Action, Target, Viewer,
        audience::{AudienceRow, EntryVisibility, Tlp},
    },
    platform::{
        clock::NEVER,
        db::{Connection, Tx, code},
        error::{ApiError, ErrorCode, Result},
    },
};

/// A lead as its evidence needs it.
#[derive(Debug, Clone)]
pub(crate) struct EvidenceOf {
    lead: LeadRow,
    facts: Facts,
    state: LeadState,
}

/// The lead that new evidence is for: the viewer sees it, and nobody changes it until the transaction ends.
///
/// # Errors
/// `NOT_FOUND` before anything else; `FORBIDDEN`; `TRANSITION_NOT_ALLOWED` where the lead takes none any more.
pub(crate) async fn lead_for_evidence(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<EvidenceOf> {
    let Loaded { lead, facts, state } = load_locked(tx, viewer, id).await?;
    let found = EvidenceOf { lead, facts, state };
    if !found.admits(viewer, tx.now()) {
        return Err(ErrorCode::Forbidden.into());
    }
    if !may_be_added_to(found.state) {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    Ok(found)
}

/// The lead of evidence that the viewer sees.
///
/// # Errors
/// `NOT_FOUND` where the viewer does not see the lead.
pub(crate) async fn lead_of_evidence(
    connection: &impl Connection,
    viewer: &Viewer,
    id: Uuid,
    now: Timestamp,
) -> Result<EvidenceOf> {
    let Loaded { lead, facts, state } = load(connection, viewer, id, now).await?;
    Ok(EvidenceOf { lead, facts, state })
}

/// The lead of evidence for the service itself, locked until the transaction ends.
///
/// # Errors
/// `NOT_FOUND` where there is none.
pub(crate) async fn lead_of_evidence_locked(tx: &Tx, id: Uuid) -> Result<EvidenceOf> {
    let lead = store::lead_lock(tx, id).await?;
    let facts = store::facts(tx.connection(), &lead).await?;
    let state = code(&lead.state)?;
    Ok(EvidenceOf { lead, facts, state })
}

impl EvidenceOf {
    /// The lead.
    pub(crate) fn id(&self) -> Uuid {
        self.lead.id
    }

    /// The organisation whose lead it is.
    pub(crate) fn owner(&self) -> Uuid {
        self.lead.owner_id
    }

    /// Its TLP.
    pub(crate) fn tlp(&self) -> Tlp {
        self.facts.lead.tlp
    }

    /// The brands of its owner that it concerns.
    pub(crate) fn owner_brands(&self) -> Vec<Uuid> {
        self.facts.brands_of(self.owner())
    }

    /// Whether the viewer may do `action` as one of the lead's keepers.
    pub(crate) fn is_kept_by(&self, viewer: &Viewer, action: Action, now: Timestamp) -> bool {
        may_keep(viewer, action, &self.lead, &self.owner_brands(), now)
    }

    /// Whether the viewer, who sees the lead, may add evidence: a partner's account only to what its organisation brought,
    /// an agent only for its principal, everybody else to whatever is shared with it.
    fn admits(&self, viewer: &Viewer, now: Timestamp) -> bool {
        self.is_kept_by(viewer, Action::EvidenceAdd, now)
            || self.facts.lead.granted.iter().any(|open| {
                let organization = open.organization;
                let brands = &open.brands;
                viewer.may(Action::EvidenceAdd, Target { organization, brands }, now)
            })
    }

    /// The items that the viewer sees of these ones.
    ///
    /// # Errors
    /// `INTERNAL` or `UNAVAILABLE`.
    pub(crate) async fn sees_item(&self, tx: &Tx, viewer: &Viewer, item: Uuid) -> Result<bool> {
        let is_its = self.facts.items.iter().any(|row| row.id == item);
        let sight = Sight::of(viewer, Action::LeadRead, tx.now());
        Ok(is_its && audience::sees(tx.connection(), &sight, Kind::Item, item).await?)
    }

    /// Who sees a piece of its evidence.
    pub(crate) fn audience(&self, row: &EvidenceRow) -> Result<Vec<AudienceRow>> {
        store::evidence_rows(&self.facts, row)
    }

    /// The sort keys of a piece of its evidence.
    pub(crate) fn keys(&self, row: &EvidenceRow) -> Keys {
        Keys {
            id: row.id,
            root: self.lead.id,
            created_at: row.created_at,
            due_at: NEVER,
            priority: self.lead.priority,
            open: false,
        }
    }
}

/// Writes the audience of new evidence.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn open_evidence(tx: &Tx, of: &EvidenceOf, row: &EvidenceRow, rows: &[AudienceRow]) -> Result<()> {
    store::index_evidence(tx, row).await?;
    audience::insert(tx, Kind::Evidence, of.keys(row), rows).await
}

/// What the timeline says of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EvidenceNews {
    /// It was added.
    Added,
    /// Its bytes are not what they were.
    Quarantined,
    /// A hand-over was not confirmed in time.
    TransferOverdue,
    /// It was destroyed.
    Destroyed,
}

/// Says so to those who see the evidence, or of what concerns its keepers alone to those of them.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn tell_of_evidence(
    tx: &Tx,
    app: &App,
    actor: Actor<'_>,
    of: &EvidenceOf,
    row: &EvidenceRow,
    news: EvidenceNews,
) -> Result<()> {
    let (kind, visibility) = match news {
        EvidenceNews::Added => (TimelineKind::EvidenceAdded, EntryVisibility::Evidence),
        EvidenceNews::Destroyed => (TimelineKind::EvidenceDestroyed, EntryVisibility::Evidence),
        EvidenceNews::Quarantined => (TimelineKind::EvidenceQuarantined, EntryVisibility::EvidenceKeepers),
        EvidenceNews::TransferOverdue => (TimelineKind::EvidenceTransferOverdue, EntryVisibility::EvidenceKeepers),
    };
    let news = News {
        visibility,
        evidence: Some(row),
        ..News::to_viewers(kind)
    };
    tell(tx, app, actor, &of.lead, &of.facts, news.with(row.kind.clone())).await
}

/// Refuses what the viewer would not see itself.
///
/// # Errors
/// `BAD_USER_INPUT` at `tlp`.
pub(crate) fn must_be_seen_by(viewer: &Viewer, rows: &[AudienceRow], now: Timestamp) -> Result<()> {
    let (principals, _) = viewer.principals(Action::EvidenceRead, now);
    let sees = rows
        .iter()
        .any(|row| row.valid_until.is_none_or(|until| until > now) && principals.contains(&row.principal));
    if sees || !viewer.has(Action::EvidenceRead) {
        return Ok(());
    }
    Err(ApiError::input("tlp", "You would not see it yourself under this TLP."))
}
