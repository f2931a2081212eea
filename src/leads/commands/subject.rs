//! What subjects, which are parts of a lead, need of it.

use uuid::Uuid;

use super::{
    Loaded, load_locked,
    tell::{News, tell},
};
use crate::{
    app::App,
    audience::{self, Keys, Kind},
    audit::Actor,
    leads::{
        rules::{self, TimelineKind},
        store::{self, SubjectRow},
    },
    permissions::{
        Action, Viewer,
        audience::{EntryVisibility, lead_audience},
    },
    platform::{clock::NEVER, db::Tx, error::Result},
};

/// A lead that somebody sees and nobody else changes until the transaction ends.
pub(crate) struct Host(Loaded);

impl Host {
    /// Whether the viewer may do `action` to it.
    pub(crate) fn allows(&self, viewer: &Viewer, action: Action, tx: &Tx) -> bool {
        self.0.kept_by(viewer, action, tx.now())
    }

    /// Whether something may still be said of it.
    pub(crate) fn is_open(&self) -> bool {
        rules::may_be_added_to(self.0.state)
    }
}

/// A lead that the viewer sees, to add something to it or to change something of it.
///
/// # Errors
/// `NOT_FOUND`.
pub(crate) async fn host(tx: &Tx, viewer: &Viewer, lead: Uuid) -> Result<Host> {
    load_locked(tx, viewer, lead).await.map(Host)
}

/// Opens a new subject to those who see it, and finds it by its words.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn open_subject(tx: &Tx, host: &Host, row: &SubjectRow) -> Result<()> {
    let facts = &host.0.facts;
    let rows = store::subject_rows(facts, &lead_audience(&facts.lead), row);
    let keys = Keys {
        id: row.id,
        root: row.lead_id,
        created_at: row.created_at,
        due_at: NEVER,
        priority: host.0.lead.priority,
        open: true,
    };
    audience::insert(tx, Kind::Subject, keys, &rows).await
}

/// Has a subject be found, by what it is called and what it is known by, from now on.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn index_subject(tx: &Tx, row: &SubjectRow, identifiers: &[&str]) -> Result<()> {
    store::index_subject(tx, row, identifiers).await
}

/// Has a subject not be found any more.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn unindex_subject(tx: &Tx, row: &SubjectRow) -> Result<()> {
    store::unindex_subject(tx, row).await
}

/// Tells those who see a subject what happened to it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn tell_of_subject(
    app: &App,
    viewer: &Viewer,
    tx: &Tx,
    host: &Host,
    kind: TimelineKind,
    subject: &SubjectRow,
) -> Result<()> {
    let news = News {
        visibility: EntryVisibility::Subject,
        subject: Some(subject),
        ..News::to_viewers(kind)
    };
    tell(
        tx,
        app,
        Actor::Person(viewer),
        &host.0.lead,
        &host.0.facts,
        news.with(subject.kind.clone()),
    )
    .await
}
