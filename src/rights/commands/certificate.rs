//! Certificates of rights: added by whoever may enter the right, opened by whoever sees it.

use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use super::{check_version, finish, ip_right::seen};
use crate::{
    app::App,
    audit::{Act, Category},
    evidence::{self, rules::LINK_LASTS},
    members::rules::facts,
    permissions::Viewer,
    platform::{
        clock::micros,
        db::Tx,
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, encode},
    },
    rights::{
        rules::{
            certificate::{CertificateRow, check_file, check_room, permit_certificates, takes_certificates},
            ip_right::{IpRightRow, Standing},
        },
        store,
    },
    sessions,
};

/// A certificate to be.
#[derive(Debug, Clone)]
pub struct AddCertificate {
    /// Of which right.
    pub right: Uuid,
    /// The version of the right that was seen.
    pub expected_version: i32,
    /// The file that was sent.
    pub upload: Uuid,
    /// What it is.
    pub title: Option<String>,
}

/// Adds a certificate to a right. The right's version moves, so that nobody verifies a right without what was added last.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED` where the right is invalidated, `BAD_USER_INPUT`,
/// `ALREADY_EXISTS` where the right has a certificate of the same bytes.
pub async fn add_certificate(app: &App, viewer: &Viewer, new: &AddCertificate) -> Result<IpRightRow> {
    let tx = app.begin().await?;
    let right = kept(&tx, viewer, new.right, new.expected_version).await?;
    if !takes_certificates(right.standing) {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    let title = facts::optional_name("title", new.title.as_deref())?;
    let (file, file_name) = evidence::take_upload(&tx, viewer, new.upload).await?;
    check_file(&file.media_type, file.bytes)?;
    let held = store::certificates_of(tx.connection(), &[right.id]).await?;
    check_room(&held, file.id)?;
    // Saved first: of two who add at once, the other one's version is stale before anything is written.
    let right = store::ip_right_save(&tx, right).await?;
    let row = CertificateRow {
        id: app.ids.id(tx.now()),
        right_id: right.id,
        file_id: file.id,
        title,
        file_name,
        sha256: file.sha256,
        bytes: file.bytes,
        media_type: file.media_type,
        added_by: viewer.person,
        added_at: tx.now(),
        // Of anything but a draft the secretariat sees it at once.
        handed_in_at: (right.standing != Standing::Draft).then(|| tx.now()),
        quarantined_at: None,
    };
    store::certificate_insert(&tx, &row).await?;
    told(app, tx, viewer, "addCertificate", &row).await?;
    Ok(right)
}

/// Takes a certificate away that nobody but the holder and its agents could see.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED` where the right is no draft, or was handed in with it
/// before.
pub async fn remove_certificate(app: &App, viewer: &Viewer, id: Uuid, expected_version: i32) -> Result<IpRightRow> {
    let tx = app.begin().await?;
    let row = store::certificate(tx.connection(), id).await?;
    let row = row.ok_or_else(ApiError::not_found)?;
    let right = kept(&tx, viewer, row.right_id, expected_version).await?;
    if !row.may_go(&right) {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    let right = store::ip_right_save(&tx, right).await?;
    store::certificate_delete(&tx, row.id).await?;
    told(app, tx, viewer, "removeCertificate", &row).await?;
    Ok(right)
}

/// A right that the viewer sees, may keep certificates of, and saw in its present version.
async fn kept(tx: &Tx, viewer: &Viewer, right: Uuid, expected_version: i32) -> Result<IpRightRow> {
    let right = seen(tx, viewer, right).await?;
    permit_certificates(viewer, &right, tx.now())?;
    check_version(right.version, expected_version)?;
    Ok(right)
}

/// Writes the audit entry and commits.
async fn told(app: &App, tx: Tx, viewer: &Viewer, verb: &'static str, row: &CertificateRow) -> Result<()> {
    let detail = json!({
        "certificate": encode(IdKind::Certificate, row.id), "sha256": row.sha256, "bytes": row.bytes,
        "mediaType": row.media_type,
    });
    let act = Act::on(Category::Admin, verb, IdKind::Right, row.right_id).with(&detail);
    finish(app, tx, viewer, act).await
}

/// A link to a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateLink {
    /// Where it is, below the service's address.
    pub path: String,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// What somebody presents to get a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresentedCertificate {
    /// Which one.
    pub certificate: Uuid,
    /// When the link ends, microseconds.
    pub expires_at: i64,
    /// What tells it from other links.
    pub nonce: Uuid,
    /// The code.
    pub code: String,
}

impl PresentedCertificate {
    /// Whether the link was made for this viewer's session and has not ended.
    #[must_use]
    pub fn is_good(&self, app: &App, viewer: &Viewer) -> bool {
        sessions::is_code(&code(app, viewer, self), &self.code) && micros(app.now()) < self.expires_at
    }
}

fn code(app: &App, viewer: &Viewer, link: &PresentedCertificate) -> String {
    let opens: [&[u8]; 3] = [
        link.certificate.as_bytes(),
        &link.expires_at.to_be_bytes(),
        link.nonce.as_bytes(),
    ];
    sessions::link_code(app, viewer, "certificate", &opens)
}

/// A link to a certificate of a right that the viewer sees.
///
/// # Errors
/// `NOT_FOUND`, `TRANSITION_NOT_ALLOWED` where its bytes are not what they were.
pub async fn open_certificate(app: &App, viewer: &Viewer, id: Uuid) -> Result<CertificateLink> {
    let tx = app.begin().await?;
    let row = store::certificate(tx.connection(), id).await?;
    let row = row.ok_or_else(ApiError::not_found)?;
    seen(&tx, viewer, row.right_id).await?;
    if row.quarantined_at.is_some() {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    let expires_at = tx.now().checked_add(LINK_LASTS).map_err(ApiError::internal)?;
    let mut link = PresentedCertificate {
        certificate: id,
        expires_at: micros(expires_at),
        nonce: app.ids.id(tx.now()),
        code: String::new(),
    };
    link.code = code(app, viewer, &link);
    told(app, tx, viewer, "openCertificate", &row).await?;
    let path = format!(
        "/certificates/{}?until={}&link={}&code={}",
        encode(IdKind::Certificate, id),
        link.expires_at,
        link.nonce.simple(),
        link.code
    );
    Ok(CertificateLink { path, expires_at })
}
