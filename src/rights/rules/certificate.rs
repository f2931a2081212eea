//! Certificates of rights: what an office or a court gave out, as the right's holder has it; pure.
//!
//! Always true: what the secretariat could see is kept. A certificate is added as long as the right can still change, and
//! taken away again only as long as nobody but the holder and its agents could see it: in a draft, and never once the right
//! was handed in with it, also when the right is taken back.

use jiff::Timestamp;
use uuid::Uuid;

use super::ip_right::{IpRightRow, Standing, permit_entry};
use crate::{
    evidence::rules::media,
    permissions::Viewer,
    platform::error::{ApiError, ErrorCode, Result},
};

/// Most certificates of a right.
pub const MOST_CERTIFICATES: usize = 5;
/// Most bytes of one: 20 MiB, which a scan in colours of some pages does not reach.
pub const MOST_BYTES: i64 = 20 * 1024 * 1024;

/// A certificate as it stands in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateRow {
    /// Its id.
    pub id: Uuid,
    /// Of which right.
    pub right_id: Uuid,
    /// Its stored bytes.
    pub file_id: Uuid,
    /// What it is.
    pub title: Option<String>,
    /// The name its file came with.
    pub file_name: Option<String>,
    /// SHA-256 of its bytes, in hex, as it was when it was added.
    pub sha256: String,
    /// How many there are.
    pub bytes: i64,
    /// What they are.
    pub media_type: String,
    /// Who added it.
    pub added_by: Uuid,
    /// When.
    pub added_at: Timestamp,
    /// From when on the secretariat could see it.
    pub handed_in_at: Option<Timestamp>,
    /// Since when its bytes are not what they were.
    pub quarantined_at: Option<Timestamp>,
}

impl CertificateRow {
    /// Whether it may still be taken away, whoever does it.
    #[must_use]
    pub fn may_go(&self, right: &IpRightRow) -> bool {
        right.standing == Standing::Draft && self.handed_in_at.is_none()
    }

    /// Whether it was there when the right, or its renewal, was verified last.
    #[must_use]
    pub fn was_verified(&self, right: &IpRightRow) -> bool {
        right.verified_at.is_some_and(|at| self.added_at <= at)
    }
}

/// Whether a right of this standing takes further certificates.
#[must_use]
pub fn takes_certificates(standing: Standing) -> bool {
    match standing {
        Standing::Draft | Standing::Submitted | Standing::Rejected | Standing::Verified | Standing::Disputed => true,
        Standing::Invalidated => false,
    }
}

/// Whether the viewer's roles allow to keep the certificates of a right.
///
/// # Errors
/// `FORBIDDEN`.
pub fn permit_certificates(viewer: &Viewer, right: &IpRightRow, now: Timestamp) -> Result<()> {
    permit_entry(viewer, right.organization_id, &right.facts.brands, now)
}

/// Whether the viewer could add a certificate to a right that has so many.
#[must_use]
pub fn may_add(viewer: &Viewer, right: &IpRightRow, held: usize, now: Timestamp) -> bool {
    let is_permitted = permit_certificates(viewer, right, now).is_ok();
    is_permitted && takes_certificates(right.standing) && held < MOST_CERTIFICATES
}

/// Whether a file of this type and so many bytes can be a certificate: a document or a picture of one, and not endless.
///
/// # Errors
/// `BAD_USER_INPUT` at `uploadId`.
pub fn check_file(media_type: &str, bytes: i64) -> Result<()> {
    if media_type != "application/pdf" && !media::has_preview(media_type) {
        let text = "A certificate is a PDF or a picture (JPEG, PNG, WebP).";
        return Err(ApiError::input("uploadId", text));
    }
    if bytes > MOST_BYTES {
        return Err(ApiError::input("uploadId", "A certificate has at most 20 MiB."));
    }
    Ok(())
}

/// Whether there is room for one more beside those that a right has, and it is none of them.
///
/// # Errors
/// `ALREADY_EXISTS` or `BAD_USER_INPUT` at `uploadId`.
pub fn check_room(held: &[CertificateRow], file: Uuid) -> Result<()> {
    if held.iter().any(|certificate| certificate.file_id == file) {
        let text = "The right has this certificate already.";
        return Err(ApiError::because(ErrorCode::AlreadyExists, text).at("uploadId"));
    }
    if held.len() >= MOST_CERTIFICATES {
        let text = format!("A right has at most {MOST_CERTIFICATES} certificates.");
        return Err(ApiError::input("uploadId", text));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use strum::VariantArray as _;

    use super::*;
    use crate::rights::rules::ip_right::tests::right;

    fn certificate(file: u128) -> CertificateRow {
        let right = right(Standing::Draft);
        CertificateRow {
            id: Uuid::from_u128(file + 100),
            right_id: right.id,
            file_id: Uuid::from_u128(file),
            title: None,
            file_name: None,
            sha256: "ab".repeat(32),
            bytes: 1,
            media_type: "application/pdf".to_owned(),
            added_by: Uuid::from_u128(9),
            added_at: right.created_at,
            handed_in_at: None,
            quarantined_at: None,
        }
    }

    #[test]
    fn what_the_secretariat_could_see_never_goes() {
        let own = certificate(1);
        let seen = CertificateRow {
            handed_in_at: Some(own.added_at),
            ..certificate(2)
        };
        for standing in Standing::VARIANTS {
            let right = right(*standing);
            assert_eq!(own.may_go(&right), *standing == Standing::Draft, "{standing:?}");
            assert!(!seen.may_go(&right), "{standing:?}");
        }
        assert!(!takes_certificates(Standing::Invalidated) && takes_certificates(Standing::Verified));
    }

    #[test]
    fn whoever_verified_saw_what_was_there_then() {
        let mut right = right(Standing::Verified);
        let early = certificate(1);
        assert!(!early.was_verified(&right), "nobody has verified it");
        right.verified_at = Some(early.added_at);
        let late = CertificateRow {
            added_at: early.added_at.checked_add(SignedDuration::from_secs(1)).unwrap(),
            ..certificate(2)
        };
        assert!(early.was_verified(&right) && !late.was_verified(&right));
    }

    #[test]
    fn five_files_each_once_and_each_a_certificate() {
        let held: Vec<_> = (0..5).map(certificate).collect();
        let code =
            |held: &[CertificateRow], file| check_room(held, Uuid::from_u128(file)).err().map(|error| error.code);
        assert_eq!(code(&held[..4], 9), None);
        assert_eq!(code(&held, 9), Some(ErrorCode::BadUserInput));
        assert_eq!(code(&held, 1), Some(ErrorCode::AlreadyExists));
        for (media_type, bytes, is_good) in [
            ("application/pdf", MOST_BYTES, true),
            ("image/png", 1, true),
            ("application/pdf", MOST_BYTES + 1, false),
            ("text/plain", 1, false),
            ("application/zip", 1, false),
        ] {
            assert_eq!(check_file(media_type, bytes).is_ok(), is_good, "{media_type} {bytes}");
        }
    }
}
