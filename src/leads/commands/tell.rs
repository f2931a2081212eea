//! Telling what happened: an entry of the timeline with its audience, and the event that carries it.

use std::collections::BTreeSet;

use serde_json::json;

use crate::{
    app::App,
    audience::{self, Keys, Kind},
    audit::Actor,
    leads::{
        rules::TimelineKind,
        store::{self, CommentRow, DeliveryRow, EntryRow, EvidenceRow, Facts, LeadRow, SubjectRow},
    },
    outbox::{self, NewEvent},
    permissions::audience::{
        AudienceRow, EntryVisibility, comment_audience, delivery_audience, keepers_audience, lead_audience,
        question_audience,
    },
    platform::{
        clock::micros,
        db::Tx,
        error::Result,
        ids::{self, IdKind},
    },
};

/// What happened.
pub(super) struct News<'a> {
    pub(super) kind: TimelineKind,
    pub(super) visibility: EntryVisibility,
    pub(super) delivery: Option<&'a DeliveryRow>,
    pub(super) comment: Option<&'a CommentRow>,
    pub(super) subject: Option<&'a SubjectRow>,
    pub(super) evidence: Option<&'a EvidenceRow>,
    /// A code or a reason; shown to everybody who sees the entry.
    pub(super) detail: Option<String>,
    /// The words given with it, where the detail is a code.
    pub(super) reason: Option<String>,
}

impl<'a> News<'a> {
    /// Something every viewer of the lead may know.
    pub(super) fn to_viewers(kind: TimelineKind) -> Self {
        Self {
            kind,
            visibility: EntryVisibility::Viewers,
            delivery: None,
            comment: None,
            subject: None,
            evidence: None,
            detail: None,
            reason: None,
        }
    }

    /// Something only the owner and the desk may know.
    pub(super) fn to_keepers(kind: TimelineKind) -> Self {
        Self {
            visibility: EntryVisibility::Keepers,
            ..Self::to_viewers(kind)
        }
    }

    /// Something for those who see a delivery.
    pub(super) fn of_delivery(kind: TimelineKind, delivery: &'a DeliveryRow) -> Self {
        Self {
            visibility: EntryVisibility::Delivery,
            delivery: Some(delivery),
            ..Self::to_viewers(kind)
        }
    }

    /// With a code or reason.
    pub(super) fn with(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// With the words given, beside a code.
    pub(super) fn because(mut self, reason: Option<String>) -> Self {
        self.reason = reason;
        self
    }
}

/// Writes the entry with its audience, and the event for those who see it.
pub(super) async fn tell(
    tx: &Tx,
    app: &App,
    actor: Actor<'_>,
    lead: &LeadRow,
    facts: &Facts,
    news: News<'_>,
) -> Result<()> {
    let rows = lead_audience(&facts.lead);
    let rows = match news.visibility {
        EntryVisibility::Viewers => rows,
        EntryVisibility::Keepers => keepers_audience(&facts.lead, &rows),
        EntryVisibility::Delivery => news
            .delivery
            .map(|delivery| of_delivery(facts, &rows, delivery))
            .unwrap_or_default(),
        EntryVisibility::Question => {
            let delivery = news
                .delivery
                .map(|delivery| of_delivery(facts, &rows, delivery))
                .unwrap_or_default();
            question_audience(&facts.lead, &rows, &delivery)
        }
        EntryVisibility::Comment => news
            .comment
            .map(|comment| comment_audience(&facts.lead, &rows, store::author_of(comment), comment.for_all_viewers))
            .unwrap_or_default(),
        EntryVisibility::Subject => news
            .subject
            .map(|subject| store::subject_rows(facts, &rows, subject))
            .unwrap_or_default(),
        EntryVisibility::Evidence => of_evidence(facts, news.evidence)?,
        EntryVisibility::EvidenceKeepers => keepers_audience(&facts.lead, &of_evidence(facts, news.evidence)?),
    };
    let now = micros(tx.now());
    let id = app.ids.id(tx.now());
    let kind = news.kind.code();
    let visibility: &str = news.visibility.into();
    let entry = EntryRow {
        id,
        lead_id: lead.id,
        kind: kind.to_owned(),
        at: now,
        actor_id: actor.person(),
        organization_id: actor.organization(),
        visibility: visibility.to_owned(),
        delivery_id: news.delivery.map(|delivery| delivery.id),
        comment_id: news.comment.map(|comment| comment.id),
        subject_id: news.subject.map(|subject| subject.id),
        evidence_id: news.evidence.map(|evidence| evidence.id),
        detail: news.detail,
        reason: news.reason,
    };
    store::entry_insert(tx, entry).await?;
    let keys = Keys {
        id,
        root: lead.id,
        created_at: now,
        due_at: crate::platform::clock::NEVER,
        priority: lead.priority,
        open: false,
    };
    audience::insert(tx, Kind::Entry, keys, &rows).await?;
    let event = NewEvent {
        kind,
        root: lead.id,
        object: id,
        principals: principals(facts, &rows, news.delivery.is_some()),
        payload: json!({
            "delivery": news.delivery.map(|delivery| ids::encode(IdKind::Delivery, delivery.id)),
            "comment": news.comment.map(|comment| ids::encode(IdKind::Comment, comment.id)),
            "subject": news.subject.map(|subject| ids::encode(IdKind::Subject, subject.id)),
            "evidence": news.evidence.map(|evidence| ids::encode(IdKind::Evidence, evidence.id)),
        }),
    };
    outbox::publish(tx, app.ids.as_ref(), event).await
}

/// Who is told of an entry: who sees it, and of what happens to a delivery also the lead's keepers, whose counts move. They
/// learn no more than these counts say: not whose delivery it is.
fn principals(facts: &Facts, rows: &[AudienceRow], of_delivery: bool) -> Vec<String> {
    let keepers = if of_delivery {
        keepers_audience(&facts.lead, &lead_audience(&facts.lead))
    } else {
        Vec::new()
    };
    let told: BTreeSet<String> = rows
        .iter()
        .chain(&keepers)
        .map(|row| row.principal.to_string())
        .collect();
    told.into_iter().collect()
}

fn of_evidence(facts: &Facts, evidence: Option<&EvidenceRow>) -> Result<Vec<AudienceRow>> {
    evidence.map_or(Ok(Vec::new()), |evidence| store::evidence_rows(facts, evidence))
}

/// Who sees a delivery, as its row has it now.
pub(super) fn of_delivery(facts: &Facts, rows: &[AudienceRow], delivery: &DeliveryRow) -> Vec<AudienceRow> {
    delivery_audience(&facts.lead, rows, delivery.recipient_id, delivery.attribution_allowed)
}
