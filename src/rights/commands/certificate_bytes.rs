//! The bytes of certificates: given out as they came, and to nobody once they are not what they were.
//!
//! Whoever finds that out has it written down: the certificate is in quarantine from then on. Reading everything again
//! (`touchstone evidence verify`) ends that where somebody has put the bytes back: nothing but they and their hash decides.

use serde_json::json;
use uuid::Uuid;

use super::{certificate::PresentedCertificate, ip_rights::visible_ip_right};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    evidence::{self, Fetched},
    permissions::Viewer,
    platform::{
        db::Tx,
        error::{ApiError, ErrorCode, Result},
        files::FileError,
        ids::{IdKind, encode},
    },
    rights::{rules::certificate::CertificateRow, store},
};

/// Certificates that are read at once.
const BATCH: u64 = 200;

/// Gives out what a link stands for, whole.
///
/// # Errors
/// `NOT_FOUND` where the link is not good for this viewer any more, or it does not see the right any more;
/// `TRANSITION_NOT_ALLOWED` where the bytes are not what they were: then the certificate is in quarantine from now on.
pub async fn fetch_certificate(app: &App, viewer: &Viewer, wanted: &PresentedCertificate) -> Result<Fetched> {
    let row = store::certificate(app.db.read(), wanted.certificate).await?;
    let row = row.ok_or_else(ApiError::not_found)?;
    let right = visible_ip_right(app, viewer, row.right_id).await?;
    if right.is_none() || !wanted.is_good(app, viewer) {
        return Err(ApiError::not_found());
    }
    if row.quarantined_at.is_some() {
        return Err(changed());
    }
    let file = evidence::stored_file(app.db.read(), row.file_id).await?;
    let read = match file.filter(|file| file.sha256 == row.sha256) {
        Some(file) => evidence::stored_content(app, &file).await,
        None => Err(FileError::Changed),
    };
    match read {
        Ok(content) => Ok(Fetched {
            content,
            file_name: row.file_name.unwrap_or_else(|| encode(IdKind::Certificate, row.id)),
            media_type: row.media_type,
        }),
        Err(FileError::Changed | FileError::Missing) => {
            quarantine(app, &row).await?;
            Err(changed())
        }
        Err(FileError::NoRoom | FileError::Unreachable) => Err(ErrorCode::Unavailable.into()),
    }
}

fn changed() -> ApiError {
    let text = "Its bytes are not what they were. It is in quarantine.";
    ApiError::because(ErrorCode::TransitionNotAllowed, text)
}

/// A certificate that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateFault {
    /// Which one.
    pub certificate: Uuid,
    /// What is wrong with it.
    pub what: String,
}

/// What was read of certificates, and what is wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CertificateReport {
    /// Certificates.
    pub certificates: u64,
    /// Bytes.
    pub bytes: u64,
    /// What is wrong.
    pub faults: Vec<CertificateFault>,
}

/// Reads every certificate again. Those whose bytes are not what they were go into quarantine; those whose bytes are what
/// they were again, come out of it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn verify_certificates(app: &App) -> Result<CertificateReport> {
    let mut report = CertificateReport::default();
    let mut after = Uuid::nil();
    loop {
        let rows = store::certificates_after(app.db.read(), after, BATCH).await?;
        let Some(last) = rows.last() else { return Ok(report) };
        after = last.id;
        for row in &rows {
            report.certificates += 1;
            report.bytes += u64::try_from(row.bytes).unwrap_or(0);
            if is_as_it_was(app, row).await? {
                release(app, row).await?;
                continue;
            }
            quarantine(app, row).await?;
            report.faults.push(CertificateFault {
                certificate: row.id,
                what: "its bytes are not what they were".to_owned(),
            });
        }
    }
}

async fn is_as_it_was(app: &App, row: &CertificateRow) -> Result<bool> {
    let file = evidence::stored_file(app.db.read(), row.file_id).await?;
    let Some(file) = file.filter(|file| file.sha256 == row.sha256) else {
        return Ok(false);
    };
    match evidence::check_stored(app, &file).await {
        Ok(()) => Ok(true),
        Err(FileError::Changed | FileError::Missing) => Ok(false),
        Err(FileError::NoRoom | FileError::Unreachable) => Err(ErrorCode::Unavailable.into()),
    }
}

/// Puts a certificate out of everybody's reach and sounds the alarm, once.
async fn quarantine(app: &App, row: &CertificateRow) -> Result<()> {
    let tx = app.begin().await?;
    if !store::certificate_quarantine(&tx, row.id).await? {
        return Ok(());
    }
    written_down(app, tx, "quarantineCertificate", row).await?;
    app.metrics.evidence_quarantined();
    tracing::error!(certificate = %row.id, "the bytes of a certificate are not what they were; it is in quarantine");
    Ok(())
}

async fn release(app: &App, row: &CertificateRow) -> Result<()> {
    if row.quarantined_at.is_none() {
        return Ok(());
    }
    let tx = app.begin().await?;
    if !store::certificate_release(&tx, row.id).await? {
        return Ok(());
    }
    written_down(app, tx, "releaseCertificate", row).await
}

async fn written_down(app: &App, tx: Tx, verb: &'static str, row: &CertificateRow) -> Result<()> {
    let detail = json!({ "certificate": encode(IdKind::Certificate, row.id), "sha256": row.sha256 });
    let act = Act::on(Category::Admin, verb, IdKind::Right, row.right_id).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await
}
