//! What is said in an order and in a report, in its stored form, and what a report's hashes are taken over (I19).

use sha2::{Digest as _, Sha256};

use super::{AppraisalConclusion, FeatureFinding};
use crate::platform::{
    error::{ApiError, Result},
    text::{clean_line, clean_text},
};

/// Features of the genuine article, or checked ones, at most.
const MOST_FEATURES: usize = 50;
/// Photos of a report at most.
const MOST_PHOTOS: usize = 20;
/// Longest name of a feature.
const LONGEST_FEATURE: usize = 500;
/// Working days that may be given.
const DAYS: std::ops::RangeInclusive<i32> = 1..=60;

/// A feature that was checked.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ReportFeature {
    /// Which one.
    pub feature: String,
    /// What it looked like.
    pub finding: FeatureFinding,
    /// The words to it.
    pub note: Option<String>,
}

/// A photo of a report.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct ReportPhoto {
    /// The file that was sent.
    pub upload: uuid::Uuid,
    /// What it shows.
    pub caption: Option<String>,
}

/// A report to be.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct ReportFacts {
    /// By what method.
    pub method: String,
    /// How the sample was received, identified and inspected.
    pub process: String,
    /// What was checked.
    pub features: Vec<ReportFeature>,
    /// The photos.
    pub photos: Vec<ReportPhoto>,
    /// What was found.
    pub conclusion: AppraisalConclusion,
    /// Why.
    pub reasons: String,
    /// The name in the signature.
    pub signed_name: String,
    /// The seal.
    pub seal: Option<String>,
}

impl ReportFacts {
    /// The report as it is kept.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` at the field.
    pub fn cleaned(self) -> Result<Self> {
        let could = self.conclusion != AppraisalConclusion::Unable;
        if self.features.len() > MOST_FEATURES || (could && self.features.is_empty()) {
            return Err(ApiError::input(
                "report.features",
                "Give 1 to 50 features that were checked.",
            ));
        }
        if self.photos.len() > MOST_PHOTOS || (could && self.photos.is_empty()) {
            return Err(ApiError::input("report.photos", "Give 1 to 20 photos."));
        }
        let feature = |one: ReportFeature| {
            Ok(ReportFeature {
                feature: line("report.features", &one.feature, LONGEST_FEATURE)?,
                finding: one.finding,
                note: note("report.features", one.note.as_deref(), 1_000)?,
            })
        };
        let photo = |one: ReportPhoto| {
            Ok(ReportPhoto {
                upload: one.upload,
                caption: note("report.photos", one.caption.as_deref(), 200)?,
            })
        };
        Ok(Self {
            method: text("report.method", &self.method, 4_000)?,
            process: text("report.process", &self.process, 8_000)?,
            features: self.features.into_iter().map(feature).collect::<Result<_>>()?,
            photos: self.photos.into_iter().map(photo).collect::<Result<_>>()?,
            conclusion: self.conclusion,
            reasons: text("report.reasons", &self.reasons, 8_000)?,
            signed_name: line("report.signedName", &self.signed_name, 200)?,
            seal: note("report.seal", self.seal.as_deref(), 200)?,
        })
    }
}

/// What a report's hashes are taken over.
#[derive(Debug, Clone, Copy)]
pub struct SignedReport<'a> {
    /// What people call the appraisal.
    pub appraisal: &'a str,
    /// What people call the sample.
    pub sample: &'a str,
    /// Which version it is.
    pub version: i32,
    /// When, microseconds.
    pub at: i64,
    /// The report.
    pub facts: &'a ReportFacts,
    /// The hashes of the photos, in their order.
    pub photos: &'a [String],
    /// Why it was corrected.
    pub correction: Option<&'a str>,
}

impl SignedReport<'_> {
    /// SHA-256 of what the appraiser signed, in hex.
    #[must_use]
    pub fn content_sha256(&self) -> String {
        let (version, at) = (self.version.to_string(), self.at.to_string());
        let facts = self.facts;
        let mut parts = vec![
            Some(self.appraisal),
            Some(self.sample),
            Some(&version),
            Some(&at),
            Some(&facts.method),
            Some(&facts.process),
            Some(facts.conclusion.code()),
            Some(&facts.reasons),
            Some(&facts.signed_name),
            facts.seal.as_deref(),
            self.correction,
        ];
        for feature in &facts.features {
            parts.extend([
                Some(feature.feature.as_str()),
                Some(feature.finding.code()),
                feature.note.as_deref(),
            ]);
        }
        for (photo, sha256) in facts.photos.iter().zip(self.photos) {
            parts.extend([Some(sha256.as_str()), photo.caption.as_deref()]);
        }
        sha256_of(&parts)
    }
}

/// SHA-256 over parts, in hex: each with its length, an absent one with a mark of its own, so that no two are written alike.
#[must_use]
pub fn sha256_of(parts: &[Option<&str>]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        match part {
            None => hash.update([0]),
            Some(text) => {
                hash.update([1]);
                hash.update((text.len() as u64).to_be_bytes());
                hash.update(text.as_bytes());
            }
        }
    }
    format!("{:x}", hash.finalize())
}

/// The features by which the genuine article is told.
///
/// # Errors
/// `BAD_USER_INPUT` at `referenceFeatures`.
pub fn features_given(raw: &[String]) -> Result<Vec<String>> {
    if raw.len() > MOST_FEATURES {
        return Err(ApiError::input("referenceFeatures", "Give at most 50."));
    }
    raw.iter()
        .map(|one| line("referenceFeatures", one, LONGEST_FEATURE))
        .collect()
}

/// Working days for a report.
///
/// # Errors
/// `BAD_USER_INPUT` at `workingDays`.
pub fn working_days(days: Option<i32>) -> Result<Option<u32>> {
    let Some(days) = days else { return Ok(None) };
    if !DAYS.contains(&days) {
        return Err(ApiError::input("workingDays", "Give 1 to 60 working days."));
    }
    Ok(Some(days.unsigned_abs()))
}

/// A line.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub fn line(field: &str, raw: &str, most: usize) -> Result<String> {
    clean_line(raw, 1..=most).map_err(|error| unacceptable(field, error))
}

/// A text.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub fn text(field: &str, raw: &str, most: usize) -> Result<String> {
    clean_text(raw, 1..=most).map_err(|error| unacceptable(field, error))
}

/// A text that may be missing; an empty one is.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub fn note(field: &str, raw: Option<&str>, most: usize) -> Result<Option<String>> {
    let text = clean_text(raw.unwrap_or_default(), 0..=most).map_err(|error| unacceptable(field, error))?;
    Ok((!text.is_empty()).then_some(text))
}

fn unacceptable(field: &str, error: impl std::fmt::Display) -> ApiError {
    ApiError::input(field, format!("Please correct this: {error}."))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn facts() -> ReportFacts {
        ReportFacts {
            method: "Microscopy".to_owned(),
            process: "Seal 12 whole; opened, compared.".to_owned(),
            features: vec![ReportFeature {
                feature: "Stitching".to_owned(),
                finding: FeatureFinding::NotAsGenuine,
                note: None,
            }],
            photos: vec![ReportPhoto {
                upload: uuid::Uuid::nil(),
                caption: None,
            }],
            conclusion: AppraisalConclusion::Counterfeit,
            reasons: "The stitching differs.".to_owned(),
            signed_name: "Lin".to_owned(),
            seal: None,
        }
    }

    fn hash(facts: &ReportFacts) -> String {
        let photos = ["ab".to_owned()];
        let signed = SignedReport {
            appraisal: "AP-26-AAAAAA",
            sample: "SP-26-AAAAAA",
            version: 1,
            at: 7,
            facts,
            photos: &photos,
            correction: None,
        };
        signed.content_sha256()
    }

    #[test]
    fn a_report_says_what_was_checked_and_shows_it() {
        assert!(facts().cleaned().is_ok());
        let bare = |conclusion| ReportFacts {
            features: Vec::new(),
            photos: Vec::new(),
            conclusion,
            ..facts()
        };
        assert!(bare(AppraisalConclusion::Genuine).cleaned().is_err());
        assert!(bare(AppraisalConclusion::Unable).cleaned().is_ok());
        let unsigned = ReportFacts {
            signed_name: "  ".to_owned(),
            ..facts()
        };
        assert!(unsigned.cleaned().is_err());
    }

    proptest! {
        #[test]
        fn i19_no_two_reports_are_signed_alike(one in "[a-z]{1,8}", other in "[a-z]{1,8}", moved in 0_usize..4) {
            let (mut first, mut second) = (facts(), facts());
            match moved {
                0 => (first.method, second.method) = (one.clone(), other.clone()),
                1 => (first.reasons, second.reasons) = (one.clone(), other.clone()),
                2 => (first.seal, second.seal) = (Some(one.clone()), Some(other.clone())),
                _ => (first.features[0].note, second.features[0].note) = (Some(one.clone()), Some(other.clone())),
            }
            prop_assert_eq!(hash(&first) == hash(&second), one == other);
        }
    }

    #[test]
    fn i19_text_does_not_move_between_parts() {
        assert_ne!(sha256_of(&[Some("ab"), Some("c")]), sha256_of(&[Some("a"), Some("bc")]));
        assert_ne!(sha256_of(&[None, Some("")]), sha256_of(&[Some(""), None]));
    }
}
