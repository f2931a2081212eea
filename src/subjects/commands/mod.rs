//! What can be done to subjects: one transaction each: authorise → load → decide → save → audit → publish.

mod add;
mod change;
mod forget;
mod identifiers;
mod links;
mod network;
mod notes;
mod reveal;

use uuid::Uuid;

use super::{
    rules::{
        IDENTIFIERS_CHANGED,
        identifier::{IdentifierKind, Norm, Strength, keyed_hash},
    },
    store::{self, SubjectRow},
};
use crate::{
    app::App,
    audience::Sight,
    audit::{self, Act, Actor, Category},
    leads::{self, Host},
    outbox::{self, NewEvent},
    permissions::{Action, Viewer},
    platform::{
        clock::NEVER,
        db::{Recorded, Tx},
        error::{ErrorCode, Result},
        ids::IdKind,
    },
};

pub use add::{NewSubject, add};
pub(crate) use change::{Changes, change, remove};
pub(crate) use forget::forget;
pub use identifiers::NewIdentifier;
use identifiers::normalized;
pub(crate) use identifiers::{add_identifiers, remove_identifier};
pub(crate) use links::unlink;
pub use links::{NewLink, link};
pub(crate) use network::{Network, Path, Shared, around, leads_alike, path};
pub(crate) use notes::annotate;
pub(crate) use reveal::{Revealed, reveal};

/// Subjects that are looked for at once, to be indexed.
const BATCH: u64 = 500;

/// A subject that somebody changes, with the lead that it belongs to.
struct Loaded {
    host: Host,
    row: SubjectRow,
}

/// A subject that the viewer sees, to change it or something of it: nobody else does until the transaction ends.
///
/// # Errors
/// `NOT_FOUND`; `FORBIDDEN` where the viewer may not; `TRANSITION_NOT_ALLOWED` where the lead, or the subject, takes no
/// change any more.
async fn load(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<Loaded> {
    let sight = Sight::of(viewer, Action::LeadRead, tx.now());
    let lead = store::subject_find(tx.connection(), &sight, id).await?.lead_id;
    let host = open_host(tx, viewer, lead).await?;
    // Again, now that nobody else changes it.
    let row = store::subject_find(tx.connection(), &sight, id).await?;
    if !takes_changes(&row) {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    Ok(Loaded { host, row })
}

/// Whether something may still be said of a subject: not once it was taken away, nor of a person who was forgotten, or data
/// would come back that nobody forgets again (I39).
pub(crate) fn takes_changes(row: &SubjectRow) -> bool {
    let is_forgotten = row.is_person && row.retain_until == NEVER;
    row.removed_at.is_none() && !is_forgotten
}

/// A lead in which the viewer may name somebody.
async fn open_host(tx: &Tx, viewer: &Viewer, lead: Uuid) -> Result<Host> {
    let host = leads::host(tx, viewer, lead).await?;
    if !host.allows(viewer, Action::SubjectEdit, tx) {
        return Err(ErrorCode::Forbidden.into());
    }
    if !host.is_open() {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    Ok(host)
}

/// Writes the audit entry of an act on a subject.
async fn record(
    app: &App,
    viewer: &Viewer,
    tx: &Tx,
    action: &'static str,
    row: &SubjectRow,
    detail: &serde_json::Value,
) -> Result<Recorded> {
    let act = Act::on(Category::Content, action, IdKind::Subject, row.id)
        .of_lead(row.lead_id)
        .with(detail);
    audit::record(tx, app.ids.as_ref(), Actor::Person(viewer), act).await
}

/// Tells those who compare identifiers that a subject's have changed. No person hears it.
async fn tell_of_identifiers(app: &App, tx: &Tx, row: &SubjectRow) -> Result<()> {
    let event = NewEvent {
        kind: IDENTIFIERS_CHANGED,
        root: row.lead_id,
        object: row.id,
        principals: Vec::new(),
        payload: serde_json::json!({}),
    };
    outbox::publish(tx, app.ids.as_ref(), event).await
}

/// The hash by which an identifier is compared, as it is stored.
fn hash(app: &App, kind: IdentifierKind, norm: &Norm) -> String {
    use std::fmt::Write as _;
    let key = app.keys.code("identifier", &[]);
    keyed_hash(&key, kind, norm)
        .iter()
        .fold(String::new(), |mut hex, byte| {
            // Writing to a text cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

/// The hash of an identifier as somebody writes it: to ask who has it.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub(crate) fn hash_of(app: &App, new: &NewIdentifier, field: &str) -> Result<String> {
    let normalized = normalized(new, field)?;
    Ok(hash(app, new.kind, &normalized.norm))
}

/// The same of one that ties those who have it; `None` of one that many may share.
///
/// # Errors
/// As [`hash_of`].
pub(crate) fn tie_of(app: &App, new: &NewIdentifier, field: &str) -> Result<Option<String>> {
    let normalized = normalized(new, field)?;
    let ties = normalized.strength != Strength::Weak;
    Ok(ties.then(|| hash(app, new.kind, &normalized.norm)))
}

/// Makes all subjects' words for the search anew; returns how many there are.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn reindex(app: &App) -> Result<usize> {
    let rows = store::subjects_present(app.db.read()).await?;
    for row in &rows {
        let tx = app.begin().await?;
        index(&tx, row).await?;
        // Nothing was done that the rows themselves do not say.
        tx.commit(Recorded(())).await?;
    }
    Ok(rows.len())
}

/// Has subjects be found by their words that an older version kept without them, one transaction each; returns how many
/// there were.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn index_missing(app: &App) -> Result<usize> {
    let mut indexed = 0;
    loop {
        let rows = store::subjects_unindexed(app.db.read(), BATCH).await?;
        if rows.is_empty() {
            return Ok(indexed);
        }
        for row in &rows {
            let tx = app.begin().await?;
            index(&tx, row).await?;
            // Nothing was done that the rows themselves do not say.
            tx.commit(Recorded(())).await?;
        }
        indexed += rows.len();
    }
}

/// The words by which a subject is found.
async fn index(tx: &Tx, row: &SubjectRow) -> Result<()> {
    let identifiers = store::identifiers_of(tx.connection(), &[row.id]).await?;
    let shown: Vec<&str> = identifiers.iter().filter_map(|row| row.shown.as_deref()).collect();
    leads::index_subject(tx, row, &shown).await
}
