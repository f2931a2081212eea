//! Giving out the content of evidence: what is not as it was stored is given to nobody (I16).
//!
//! Originals are compared with their hash before the first byte leaves; a range by the hashes of its chunks, piece by
//! piece. Pictures are made of verified bytes and carry the mark of who gets them. Whatever is given out is written into the
//! chain of custody first, once for each link.

use std::{ops::Range, sync::Arc};

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _, stream};
use serde_json::json;
use uuid::Uuid;

use super::{
    chain::{Happened, append},
    link::Presented,
    standing,
};
use crate::{
    app::App,
    audience::Sight,
    audit::{self, Act, Actor, Category},
    evidence::{
        rendering::{self, Mark},
        rules::{CustodyKind, EvidenceState, EvidenceStep, Rendition},
        store::{self, ItemRow},
    },
    leads::{self, EvidenceNews},
    members,
    permissions::{Action, Viewer},
    platform::{
        db::Recorded,
        error::{ApiError, ErrorCode, Result},
        files::{Chunks, FileError, Verified},
        ids::{self, IdKind},
    },
};

/// Most bytes of a file of which a picture is made: they are held in memory.
pub(super) const MOST_PICTURED: u64 = 64 * 1024 * 1024;

/// What is given out.
pub struct Fetched {
    /// The bytes.
    pub content: Content,
    /// What they are.
    pub media_type: String,
    /// Under which name.
    pub file_name: String,
}

/// Bytes that are given out.
pub enum Content {
    /// All of them, in memory.
    Whole(Vec<u8>),
    /// A part of so many, as they are read and compared.
    Part(
        Range<u64>,
        u64,
        std::pin::Pin<Box<dyn Stream<Item = Result<Bytes, FileError>> + Send>>,
    ),
}

/// Gives out what a link stands for; `range` picks a part of an original, given how many bytes it has.
///
/// # Errors
/// `NOT_FOUND` where the link is not good for this viewer any more, or it does not see the piece any more;
/// `TRANSITION_NOT_ALLOWED` where the bytes are not what they were: then the piece is in quarantine from now on.
pub async fn fetch(
    app: &Arc<App>,
    viewer: &Viewer,
    wanted: &Presented,
    range: impl FnOnce(u64) -> Option<Range<u64>>,
) -> Result<Fetched> {
    let sight = Sight::of(viewer, Action::EvidenceRead, app.now());
    let found = store::item_find(app.db.read(), &sight, wanted.evidence).await?;
    if !wanted.is_good(app, viewer) || !viewer.has(Action::EvidenceExport) {
        return Err(ApiError::not_found());
    }
    if !standing(app.db.read(), &found, app.now())
        .await?
        .admits(EvidenceStep::Open)
    {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    let file = match found.file_id {
        Some(file) => store::file_find(app.db.read(), file).await?,
        None => None,
    };
    let file = file.ok_or_else(|| ApiError::internal("evidence without its file"))?;
    let of = Chunks::from(&file);
    let mark = Mark::of(app, viewer, wanted.nonce);
    let read = match wanted.rendition {
        Rendition::Original => {
            let part = range(u64::try_from(file.bytes).unwrap_or(0));
            original(app, of, part).await.map_err(Failure::Bytes)
        }
        Rendition::Preview | Rendition::Thumbnail => picture(app, of, wanted.rendition, viewer, &mark).await,
    };
    let content = match read {
        Ok(content) => content,
        Err(Failure::Bytes(FileError::Changed | FileError::Missing)) => {
            quarantine(app, found.id).await?;
            return Err(ApiError::because(
                ErrorCode::TransitionNotAllowed,
                "Its bytes are not what they were. It is in quarantine.",
            ));
        }
        Err(Failure::Bytes(FileError::NoRoom | FileError::Unreachable)) => return Err(ErrorCode::Unavailable.into()),
        Err(Failure::Refused(error)) => return Err(error),
    };
    leads::note_shown(app, viewer, &sight, &[(found.lead_id, None)].into()).await?;
    written_down(app, viewer, &found, wanted, &mark).await?;
    Ok(Fetched {
        content: watched(app, found.id, content),
        media_type: match wanted.rendition {
            Rendition::Original => file.media_type,
            Rendition::Preview | Rendition::Thumbnail => rendering::MEDIA_TYPE.to_owned(),
        },
        file_name: name(&found, wanted.rendition),
    })
}

enum Failure {
    Bytes(FileError),
    Refused(ApiError),
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Self {
        Self::Bytes(error)
    }
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        Self::Refused(error)
    }
}

/// Stored bytes, or a part of them; all of them are compared before the first one is handed out.
pub(super) async fn original(app: &App, of: Chunks, range: Option<Range<u64>>) -> Result<Content, FileError> {
    let total = of.bytes;
    let part = match range {
        Some(part) => part,
        None => {
            app.files.verify(&of).await?;
            0..total
        }
    };
    let mut pieces = Box::pin(Verified::new(&app.files, of, part.clone()).stream());
    // The first one now, while it can still be refused.
    let first = pieces.next().await.transpose()?;
    let all = stream::iter(first.map(Ok)).chain(pieces);
    Ok(Content::Part(part, total, Box::pin(all)))
}

async fn picture(
    app: &App,
    of: Chunks,
    rendition: Rendition,
    viewer: &Viewer,
    mark: &Mark,
) -> Result<Content, Failure> {
    if of.bytes > MOST_PICTURED {
        let text = "The file is too large to make a picture of; the original can be downloaded.";
        return Err(ApiError::because(ErrorCode::BadUserInput, text).into());
    }
    app.files.verify(&of).await?;
    let whole = 0..of.bytes;
    let bytes = Verified::new(&app.files, of, whole).read().await?;
    let home = members::organizations_by_ids(app.db.read(), &[viewer.organization]).await?;
    let home = home.first().map_or_else(String::new, |row| row.name.clone());
    let made = rendering::picture(bytes, rendition, mark.text(&home, app.now())).await;
    made.map(Content::Whole).map_err(|error| {
        tracing::warn!(%error, "no picture could be made of a piece of evidence");
        let text = "No picture can be made of this file; the original can be downloaded.";
        ApiError::because(ErrorCode::BadUserInput, text).into()
    })
}

/// Has a piece put into quarantine if it turns out, while it is being sent, not to be what it was.
fn watched(app: &Arc<App>, id: Uuid, content: Content) -> Content {
    let Content::Part(range, total, pieces) = content else {
        return content;
    };
    let app = Arc::clone(app);
    let pieces = pieces.then(move |piece| {
        let app = Arc::clone(&app);
        async move {
            if let Err(FileError::Changed | FileError::Missing) = piece
                && let Err(error) = quarantine(&app, id).await
            {
                tracing::error!(code = error.code.as_str(), evidence = %id, "a quarantine could not be written down");
            }
            piece
        }
    });
    Content::Part(range, total, Box::pin(pieces))
}

/// Writes into the chain that content goes out, once for each link.
async fn written_down(app: &App, viewer: &Viewer, found: &ItemRow, wanted: &Presented, mark: &Mark) -> Result<()> {
    if store::is_written_down(app.db.read(), found.id, wanted.nonce).await? {
        return Ok(());
    }
    let tx = app.begin().await?;
    let mut row = store::item_lock(&tx, found.id).await?;
    if store::is_written_down(tx.connection(), row.id, wanted.nonce).await? {
        return Ok(());
    }
    let (kind, mark) = match wanted.rendition {
        Rendition::Original => (CustodyKind::Exported, None),
        Rendition::Preview | Rendition::Thumbnail => (CustodyKind::Accessed, Some(mark.code())),
    };
    let happened = Happened {
        link: Some(wanted.nonce),
        ..Happened::new(kind, json!({ "rendition": wanted.rendition.code(), "mark": mark }))
    };
    append(app, &tx, Actor::Person(viewer), &mut row, happened).await?;
    // The chain itself is the record; `openEvidence` has said who wanted it and what for.
    tx.commit(Recorded(())).await
}

/// Puts a piece whose bytes are not what they were out of everybody's reach, tells its keepers, and sounds the alarm.
pub(super) async fn quarantine(app: &App, id: Uuid) -> Result<()> {
    let tx = app.begin().await?;
    let lead = store::item_lead(tx.connection(), id).await?;
    let lead = leads::lead_of_evidence_locked(&tx, lead).await?;
    let mut row = store::item_lock(&tx, id).await?;
    if store::state_of(&row)? != EvidenceState::Held {
        return Ok(());
    }
    let before = row.version;
    row.state = EvidenceState::Quarantined.code().to_owned();
    row.version += 1;
    let happened = Happened::new(CustodyKind::Quarantined, json!({ "sha256": row.sha256 }));
    append(app, &tx, Actor::System, &mut row, happened).await?;
    store::item_save(&tx, &row, before).await?;
    leads::tell_of_evidence(&tx, app, Actor::System, &lead, &row, EvidenceNews::Quarantined).await?;
    let detail = json!({ "custody": row.custody_count, "head": row.custody_head });
    let act = Act::on(Category::Content, "quarantineEvidence", IdKind::Evidence, id)
        .of_lead(row.lead_id)
        .with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await?;
    app.metrics.evidence_quarantined();
    tracing::error!(evidence = %id, "the bytes of a piece of evidence are not what they were; it is in quarantine");
    Ok(())
}

/// The name under which it is saved: its own, or its id.
fn name(row: &ItemRow, rendition: Rendition) -> String {
    let own = row.file_name.clone();
    let own = own.unwrap_or_else(|| ids::encode(IdKind::Evidence, row.id));
    match rendition {
        Rendition::Original => own,
        Rendition::Preview | Rendition::Thumbnail => {
            let stem = own.rsplit_once('.').map_or(own.as_str(), |(stem, _)| stem);
            format!("{stem}-copy.jpg")
        }
    }
}
