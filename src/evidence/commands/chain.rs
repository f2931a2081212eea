//! Writing down what happened to a piece of evidence.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{Loaded, finish, load_locked};
use crate::{
    app::App,
    audit::Actor,
    evidence::{
        rules::{
            self, CustodyKind, EvidenceStep,
            custody::{Link, genesis},
        },
        store::{self, ItemRow},
    },
    permissions::Viewer,
    platform::{clock::micros, db::Tx, error::Result},
};

/// What is to be written down.
#[derive(Debug)]
pub(super) struct Happened {
    pub(super) kind: CustodyKind,
    pub(super) detail: Value,
    /// The download link by which it was read.
    pub(super) link: Option<Uuid>,
}

impl Happened {
    pub(super) fn new(kind: CustodyKind, detail: Value) -> Self {
        Self {
            kind,
            detail,
            link: None,
        }
    }
}

/// Appends an event to the chain of a piece, which the caller has locked, and notes its new end.
pub(super) async fn append(app: &App, tx: &Tx, actor: Actor<'_>, row: &mut ItemRow, happened: Happened) -> Result<()> {
    let Happened { kind, detail, link } = happened;
    let prev = match row.custody_count {
        0 => genesis(row.id),
        _ => row.custody_head.clone(),
    };
    let event = Link {
        id: app.ids.id(tx.now()),
        evidence: row.id,
        seq: row.custody_count + 1,
        kind: kind.code().to_owned(),
        at: micros(tx.now()),
        actor: actor.person(),
        organization: actor.organization(),
        link,
        detail: detail.to_string(),
        prev,
        hash: String::new(),
    }
    .sealed();
    store::event_insert(tx, &event).await?;
    store::head_save(tx, &event).await?;
    row.custody_count = event.seq;
    row.custody_head = event.hash;
    Ok(())
}

/// What a holder writes down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CustodyAct {
    /// It was sealed; the seal's number is kept.
    Sealed,
    /// It was opened; there is no seal any more.
    Opened,
    /// It was examined.
    Examined,
    /// It was copied.
    Copied,
}

/// Writes down what the holder of a piece did with it.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED` while it is on its way, `BAD_USER_INPUT`.
pub async fn record_custody(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    act: CustodyAct,
    seal: Option<&str>,
    note: Option<&str>,
) -> Result<ItemRow> {
    let tx = app.begin().await?;
    let loaded = load_locked(&tx, viewer, id).await?;
    loaded.step(viewer, EvidenceStep::RecordCustody, Some(expected), &tx)?;
    written(app, tx, viewer, loaded, (act, "recordCustody"), seal, note).await
}

/// Writes down what the holder of a loaded piece did with it.
pub(super) async fn written(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    mut loaded: Loaded,
    (act, action): (CustodyAct, &'static str),
    seal: Option<&str>,
    note: Option<&str>,
) -> Result<ItemRow> {
    let (seal, note) = (rules::line("seal", seal)?, rules::note("note", note)?);
    let kind = match act {
        CustodyAct::Sealed => {
            let missing = || crate::platform::error::ApiError::input("seal", "Give the number of the seal.");
            loaded.row.seal = Some(seal.clone().ok_or_else(missing)?);
            CustodyKind::Sealed
        }
        CustodyAct::Opened => {
            loaded.row.seal = None;
            CustodyKind::Opened
        }
        CustodyAct::Examined => CustodyKind::Examined,
        CustodyAct::Copied => CustodyKind::Copied,
    };
    let happened = Happened::new(kind, json!({ "seal": seal, "note": note }));
    append(app, &tx, Actor::Person(viewer), &mut loaded.row, happened).await?;
    let detail = json!({ "act": kind.code() });
    finish(app, tx, viewer, loaded.row, action, detail).await
}
