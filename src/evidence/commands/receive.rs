//! Taking a file in: as a stream, hashed on the way, for somebody to attach it within some hours.

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use uuid::Uuid;

use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    evidence::{
        rules::media,
        store::{self, FileRow, UploadRow},
    },
    permissions::{Action, Viewer},
    platform::{
        clock::{NEVER, micros},
        error::{ApiError, ErrorCode},
        files::{FileError, Incoming, Received},
        ids::IdKind,
    },
};

/// Files that one person may have waiting to be attached.
const MOST_WAITING: u64 = 50;
/// Bytes after which it can be seen what a file is.
const TELLING: u64 = 8 * 1024;

/// A file that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uploaded {
    /// What it is attached by.
    pub id: Uuid,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// How many there are.
    pub bytes: i64,
    /// What it is, by its bytes.
    pub media_type: String,
    /// Until when it can be attached.
    pub expires_at: Timestamp,
}

/// Why a file was not taken in; nothing of it is left.
#[derive(Debug)]
pub enum NotReceived {
    /// It has more bytes than a file may have.
    TooLarge,
    /// It is none of the types that may come in.
    WrongType,
    /// It has no bytes.
    Empty,
    /// The sender went away, or was too slow.
    BrokenOff,
    /// The disk is full.
    NoRoom,
    /// Anything else.
    Refused(ApiError),
}

impl From<ApiError> for NotReceived {
    fn from(error: ApiError) -> Self {
        Self::Refused(error)
    }
}

impl From<FileError> for NotReceived {
    fn from(error: FileError) -> Self {
        match error {
            FileError::NoRoom => Self::NoRoom,
            FileError::Unreachable | FileError::Missing | FileError::Changed => {
                Self::Refused(ErrorCode::Unavailable.into())
            }
        }
    }
}

/// Takes a file in; `announced` is how large its sender says that it is. What `body` ends with in an error, broke off.
///
/// # Errors
/// [`NotReceived`].
pub async fn receive<E>(
    app: &App,
    viewer: &Viewer,
    name: Option<&str>,
    announced: Option<u64>,
    body: impl Stream<Item = Result<Bytes, E>> + Unpin,
) -> Result<Uploaded, NotReceived> {
    // Certificates of rights and photos of samples come in the same way.
    let may = [Action::EvidenceAdd, Action::IpRightEdit, Action::AppraisalReport];
    if !may.into_iter().any(|action| viewer.has(action)) {
        return Err(ApiError::new(ErrorCode::Forbidden).into());
    }
    let most = app.config.limit_file_bytes;
    if announced.is_some_and(|bytes| bytes > most) {
        return Err(NotReceived::TooLarge);
    }
    if store::uploads_waiting(app.db.read(), viewer.person, app.now()).await? >= MOST_WAITING {
        let text = format!("{MOST_WAITING} files of yours wait to be attached: attach them first.");
        return Err(ApiError::because(ErrorCode::LimitExceeded, text).into());
    }
    let id = app.ids.id(app.now());
    let mut incoming = app.files.receive(id).await?;
    match taken(&mut incoming, most, body).await {
        Ok(()) => {}
        Err(error) => {
            incoming.abort().await;
            return Err(error);
        }
    }
    let received = incoming.finish().await?;
    let Some(media_type) = media::sniffed(&received.head) else {
        let refused = if received.bytes == 0 {
            NotReceived::Empty
        } else {
            NotReceived::WrongType
        };
        app.files.discard(id).await?;
        return Err(refused);
    };
    app.files.keep(id, &received.sha256).await?;
    let (uploaded, file) = kept(app, viewer, id, name, &received, media_type).await?;
    if file.id != id {
        // The same bytes were there already.
        app.files.dispose(id, &received.sha256).await?;
    }
    Ok(uploaded)
}

async fn taken<E>(
    incoming: &mut Incoming,
    most: u64,
    mut body: impl Stream<Item = Result<Bytes, E>> + Unpin,
) -> Result<(), NotReceived> {
    let mut is_told = false;
    while let Some(bytes) = body.next().await {
        let bytes = bytes.map_err(|_| NotReceived::BrokenOff)?;
        if incoming.bytes() + bytes.len() as u64 > most {
            return Err(NotReceived::TooLarge);
        }
        incoming.write(&bytes).await?;
        if !is_told && incoming.bytes() >= TELLING {
            is_told = true;
            // Else somebody sends for an hour what nobody takes.
            media::sniffed(incoming.head()).ok_or(NotReceived::WrongType)?;
        }
    }
    Ok(())
}

async fn kept(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    name: Option<&str>,
    received: &Received,
    media_type: &str,
) -> Result<(Uploaded, FileRow), ApiError> {
    let tx = app.begin().await?;
    let file = store::file_keep(&tx, id, received, media_type).await?;
    let lasts = SignedDuration::from_hours(app.config.upload_hours.into());
    let expires_at = tx.now().checked_add(lasts).map_or(NEVER, micros);
    let row = UploadRow {
        id: app.ids.id(tx.now()),
        person_id: viewer.person,
        file_id: file.id,
        file_name: name.and_then(media::file_name),
        created_at: micros(tx.now()),
        expires_at,
    };
    let uploaded = Uploaded {
        id: row.id,
        sha256: file.sha256.clone(),
        bytes: file.bytes,
        media_type: file.media_type.clone(),
        expires_at: crate::platform::clock::timestamp(expires_at),
    };
    store::upload_insert(&tx, row).await?;
    let detail = json!({ "bytes": file.bytes, "mediaType": file.media_type, "sha256": file.sha256 });
    let act = Act::on(Category::Content, "uploadFile", IdKind::Upload, uploaded.id).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok((uploaded, file))
}
