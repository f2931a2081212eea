//! Files that are sent in, kept for a day for the one who sent them.

use jiff::SignedDuration;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::super::{
    rules::{Format, ParseError, Sheet, recognise, sheet},
    store::{self, UploadRow},
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    permissions::{Action, Viewer},
    platform::{
        clock::micros,
        db::code,
        error::{ApiError, ErrorCode, Result},
        ids::{self, IdKind},
        text::mend_line,
    },
};

/// How long a file is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24);
/// Most files of one person.
const MOST: u64 = 10;

/// A file that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Its public id.
    pub id: String,
    /// The format that it seems to have.
    pub format: Format,
    /// Bytes.
    pub size: usize,
}

/// Keeps a file for a day for the viewer, and at most ten of one person.
///
/// # Errors
/// `FORBIDDEN` where the viewer writes no leads.
pub async fn upload(app: &App, viewer: &Viewer, name: &str, content: Vec<u8>) -> Result<Upload> {
    if !viewer.has(Action::LeadCreate) {
        return Err(ErrorCode::Forbidden.into());
    }
    if content.trim_ascii().is_empty() {
        return Err(ApiError::because(ErrorCode::BadUserInput, "The file is empty."));
    }
    let (hash, format, content) =
        blocking(move || (format!("{:x}", Sha256::digest(&content)), recognise(&content), content)).await?;
    let size = content.len();
    let tx = app.begin().await?;
    let row = UploadRow {
        id: app.ids.id(tx.now()),
        person_id: viewer.person,
        name: mend_line(name, 200),
        format: <&str>::from(format).to_owned(),
        hash,
        size: i64::try_from(size).unwrap_or(i64::MAX),
        content,
        created_at: micros(tx.now()),
        expires_at: micros(tx.now().checked_add(KEPT).map_err(ApiError::internal)?),
    };
    let id = row.id;
    store::upload_insert(&tx, row).await?;
    store::uploads_expire(&tx, viewer.person, MOST).await?;
    let detail = json!({ "format": <&str>::from(format), "bytes": size });
    let act = Act::on(Category::Content, "uploadImport", IdKind::ImportFile, id).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(Upload {
        id: ids::encode(IdKind::ImportFile, id),
        format,
        size,
    })
}

/// The viewer's own file.
///
/// # Errors
/// `NOT_FOUND` where there is none, it is somebody else's, or its day is over.
pub(crate) async fn own_upload(app: &App, viewer: &Viewer, id: Uuid) -> Result<UploadRow> {
    let found = store::upload_own(app.db.read(), viewer.person, id, micros(app.now())).await?;
    found.ok_or_else(ApiError::not_found)
}

/// How a file begins, where it is a table.
///
/// # Errors
/// `INTERNAL`.
pub(crate) async fn describe(row: &UploadRow) -> Result<Option<std::result::Result<Sheet, ParseError>>> {
    if code::<Format>(&row.format)? != Format::Csv {
        return Ok(None);
    }
    let content = row.content.clone();
    blocking(move || sheet(&content)).await.map(Some)
}

/// Work that takes long, done where nobody waits behind it.
pub(super) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(ApiError::internal)
}
