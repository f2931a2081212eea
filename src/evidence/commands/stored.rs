//! Stored bytes for what is no evidence: another slice keeps its files in the same store, by the same uploads, and reads
//! them by the same rules.

use bytes::Bytes;
use uuid::Uuid;

use super::fetch::{Content, original};
use crate::{
    app::App,
    evidence::store::{self, FileRow},
    permissions::Viewer,
    platform::{
        db::{Connection, Tx},
        error::{ApiError, ErrorCode, Result},
        files::{Chunks, FileError, Received},
    },
};

/// The file of an upload of the viewer's, which nobody else attaches any more, and the name it came with. Whoever takes it
/// refers to it in the same transaction, and adds its own table to what keeps a file from being tidied up.
///
/// # Errors
/// `BAD_USER_INPUT` at `uploadId` where there is no such upload of the viewer's, or its hours are over.
pub async fn take_upload(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<(FileRow, Option<String>)> {
    let found = store::upload_by_id(tx.connection(), id).await?;
    let found = found.filter(|upload| upload.person_id == viewer.person);
    let gone = || ApiError::input("uploadId", "There is no such file of yours that waits to be attached.");
    let upload = found.ok_or_else(gone)?;
    if !store::upload_take(tx, id).await? {
        return Err(gone());
    }
    let file = store::file_find(tx.connection(), upload.file_id).await?;
    Ok((file.ok_or_else(gone)?, upload.file_name))
}

/// Writes bytes that the service made to the store. Whoever does keeps them by [`keep_made`], else they are tidied up.
///
/// # Errors
/// [`FileError`].
pub async fn write_made(app: &App, bytes: Vec<u8>) -> Result<(Uuid, Received), FileError> {
    let id = app.ids.id(app.now());
    let mut incoming = app.files.receive(id).await?;
    if let Err(error) = incoming.write(&Bytes::from(bytes)).await {
        incoming.abort().await;
        return Err(error);
    }
    let received = incoming.finish().await?;
    app.files.keep(id, &received.sha256).await?;
    Ok((id, received))
}

/// Keeps bytes that were written under an id. Whoever does refers to the file in the same transaction, and adds its own table
/// to what keeps a file from being tidied up.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn keep_made(tx: &Tx, id: Uuid, received: &Received, media_type: &str) -> Result<FileRow> {
    store::file_keep(tx, id, received, media_type).await
}

/// Stored bytes by their id: what is known of them.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn stored_file(connection: &impl Connection, id: Uuid) -> Result<Option<FileRow>> {
    store::file_find(connection, id).await
}

/// All of some stored bytes, compared with their hash before the first one is handed out.
///
/// # Errors
/// [`FileError`].
pub async fn stored_content(app: &App, file: &FileRow) -> Result<Content, FileError> {
    original(app, Chunks::from(file), None).await
}

/// Reads some stored bytes once and compares them with their hash.
///
/// # Errors
/// [`FileError`].
pub async fn check_stored(app: &App, file: &FileRow) -> Result<(), FileError> {
    app.files.verify(&Chunks::from(file)).await
}

/// What was read of files that another slice keeps, and of which the bytes are not what they were.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeptReport {
    /// Files.
    pub files: u64,
    /// Bytes.
    pub bytes: u64,
    /// What of that slice refers to bytes that are not what they were.
    pub faults: Vec<Uuid>,
}

/// The file with these bytes, if it is still the one that was kept.
async fn kept(app: &App, file: Uuid, sha256: &str) -> Result<Option<FileRow>> {
    let row = store::file_find(app.db.read(), file).await?;
    Ok(row.filter(|row| row.sha256 == sha256))
}

/// All of some bytes that were kept with this hash; `None` where they are not what they were.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn kept_content(app: &App, file: Uuid, sha256: &str) -> Result<Option<Content>> {
    let Some(row) = kept(app, file, sha256).await? else {
        return Ok(None);
    };
    match stored_content(app, &row).await {
        Ok(content) => Ok(Some(content)),
        Err(FileError::Changed | FileError::Missing) => Ok(None),
        Err(FileError::NoRoom | FileError::Unreachable) => Err(ErrorCode::Unavailable.into()),
    }
}

/// Whether some bytes that were kept with this hash are what they were.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn is_as_kept(app: &App, file: Uuid, sha256: &str) -> Result<bool> {
    let Some(row) = kept(app, file, sha256).await? else {
        return Ok(false);
    };
    match check_stored(app, &row).await {
        Ok(()) => Ok(true),
        Err(FileError::Changed | FileError::Missing) => Ok(false),
        Err(FileError::NoRoom | FileError::Unreachable) => Err(ErrorCode::Unavailable.into()),
    }
}
