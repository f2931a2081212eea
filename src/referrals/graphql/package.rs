//! A package as it was sent, as clients see it: from the manifest, with the people in it masked. In clear they stand in the PDF
//! and the manifest, each opening of which is logged with its purpose (I38).

use async_graphql::SimpleObject;

use super::enums::{GqlCivilProceedings, GqlNoAppraisalReason, GqlValuationBasis};
use crate::{
    evidence::{graphql::GqlEvidenceKind, rules::EvidenceKind},
    platform::{
        db::{code, json},
        error::{ApiError, Result},
        graphql::scalars::{Date, DateTime, Decimal},
    },
    referrals::{
        rules::{
            CivilProceedings, Manifest, NoAppraisalReason, PackedEvidence, PackedItem, PackedRight, PackedSubject,
            PackedValuation, ValuationBasis,
        },
        store::PackageRow,
    },
    rights::{graphql::GqlIpRightKind, rules::ip_right::IpRightKind},
    subjects::{
        graphql::{GqlIdentifierKind, GqlSubjectKind, GqlSupplyRole},
        rules::{SubjectKind, SupplyRole, identifier::IdentifierKind, masked_name},
    },
};

/// What an agency was sent. It never changes.
#[derive(SimpleObject)]
pub struct ReferralPackage {
    /// SHA-256 of the manifest, in hex.
    manifest_sha256: String,
    /// SHA-256 of the PDF, in hex.
    pdf_sha256: String,
    /// When it was frozen.
    frozen_at: DateTime,
    /// How complete it was, of a hundred.
    score: i32,
    /// By which rules.
    rules_version: String,
    /// What happened, in words.
    facts: String,
    /// The rights it cites.
    rights: Vec<PackagedRight>,
    /// Products and offers.
    items: Vec<PackagedItem>,
    /// Who and what stands behind it.
    subjects: Vec<PackagedSubject>,
    /// The evidence there is.
    evidence: Vec<PackagedEvidence>,
    /// The value.
    valuation: ReferralValuation,
    /// Why there is no appraisal.
    no_appraisal_reason: GqlNoAppraisalReason,
    /// More about that; null where nothing is said.
    no_appraisal_note: Option<String>,
    /// Whether there are civil proceedings; null where nothing is said.
    civil_proceedings: Option<GqlCivilProceedings>,
    /// More about them; null where nothing is said.
    civil_proceedings_note: Option<String>,
    /// What whoever goes there has to know; null where nothing is said.
    safety_notes: Option<String>,
}

impl ReferralPackage {
    /// The object of a package that its viewer may look at.
    pub(super) fn of(row: PackageRow) -> Result<Self> {
        let manifest: Manifest = json(&row.manifest)?;
        let proceedings = manifest.proceedings.as_deref().map(code::<CivilProceedings>);
        Ok(Self {
            manifest_sha256: row.manifest_sha256,
            pdf_sha256: row.pdf_sha256,
            frozen_at: row.frozen_at.into(),
            score: row.score,
            rules_version: row.rules_version,
            rights: manifest
                .rights
                .into_iter()
                .map(PackagedRight::of)
                .collect::<Result<_>>()?,
            items: manifest.items.into_iter().map(PackagedItem::from).collect(),
            subjects: manifest
                .subjects
                .into_iter()
                .map(PackagedSubject::of)
                .collect::<Result<_>>()?,
            evidence: manifest
                .evidence
                .into_iter()
                .map(PackagedEvidence::of)
                .collect::<Result<_>>()?,
            valuation: ReferralValuation::of(manifest.valuation)?,
            no_appraisal_reason: code::<NoAppraisalReason>(&manifest.no_appraisal)?.into(),
            no_appraisal_note: manifest.no_appraisal_note,
            civil_proceedings: proceedings.transpose()?.map(Into::into),
            civil_proceedings_note: manifest.proceedings_note,
            facts: manifest.facts,
            safety_notes: manifest.safety_notes,
        })
    }
}

/// A right in a package.
#[derive(SimpleObject)]
pub struct PackagedRight {
    /// The mark's words, or what is protected.
    title: String,
    /// What kind of right it is.
    kind: GqlIpRightKind,
    /// The office, by WIPO ST.3.
    office: String,
    /// The number of the registration, or of the application where there is none; null where there is neither.
    number: Option<String>,
    /// Its certificates.
    certificates: Vec<PackagedCertificate>,
}

/// A certificate of a right in a package.
#[derive(SimpleObject)]
pub struct PackagedCertificate {
    /// What it is; null where nothing is said.
    title: Option<String>,
    /// SHA-256 of its bytes, in hex.
    sha256: String,
}

impl PackagedRight {
    fn of(right: PackedRight) -> Result<Self> {
        let certificates = right.certificates.into_iter().map(|certificate| PackagedCertificate {
            title: certificate.title,
            sha256: certificate.sha256,
        });
        Ok(Self {
            certificates: certificates.collect(),
            kind: code::<IpRightKind>(&right.kind)?.into(),
            number: right.registration_number.or(right.application_number),
            title: right.title,
            office: right.office,
        })
    }
}

/// A product or an offer in a package.
#[derive(SimpleObject)]
pub struct PackagedItem {
    /// Its title.
    title: String,
    /// The name of the brand; null where none is known.
    brand: Option<String>,
    /// Its address; null where there is none.
    url: Option<String>,
    /// The seller's name; null where it is not known.
    seller: Option<String>,
    /// The price; null where it is not known.
    price: Option<String>,
}

impl From<PackedItem> for PackagedItem {
    fn from(item: PackedItem) -> Self {
        Self {
            title: item.title,
            brand: item.brand,
            url: item.url,
            seller: item.seller,
            price: item.price,
        }
    }
}

/// Who or what stands behind it, in a package.
#[derive(SimpleObject)]
pub struct PackagedSubject {
    /// Its name; of a person the first letters.
    name: String,
    /// What it is.
    kind: GqlSubjectKind,
    /// Its place in the chain of supply; null where it is not known.
    role: Option<GqlSupplyRole>,
    /// Whether it is a person, and shown masked.
    is_person: bool,
    /// What it is known by.
    identifiers: Vec<PackagedIdentifier>,
}

/// What a subject in a package is known by.
#[derive(SimpleObject)]
pub struct PackagedIdentifier {
    /// What kind of thing it is.
    kind: GqlIdentifierKind,
    /// The thing itself; of a person masked.
    value: String,
}

impl PackagedSubject {
    fn of(subject: PackedSubject) -> Result<Self> {
        let masked = subject.is_person;
        let identifiers = subject.identifiers.into_iter().map(|identifier| {
            Ok(PackagedIdentifier {
                kind: code::<IdentifierKind>(&identifier.kind)?.into(),
                value: if masked { identifier.masked } else { identifier.value },
            })
        });
        let role = subject.role.as_deref().map(code::<SupplyRole>);
        Ok(Self {
            identifiers: identifiers.collect::<Result<_>>()?,
            name: if masked {
                masked_name(&subject.name)
            } else {
                subject.name
            },
            kind: code::<SubjectKind>(&subject.kind)?.into(),
            role: role.transpose()?.map(Into::into),
            is_person: masked,
        })
    }
}

/// A piece of evidence in a package.
#[derive(SimpleObject)]
pub struct PackagedEvidence {
    /// One line about it.
    title: String,
    /// What it is.
    kind: GqlEvidenceKind,
    /// SHA-256 of its bytes, in hex; null for a thing.
    sha256: Option<String>,
    /// When it was collected.
    collected_at: DateTime,
}

impl PackagedEvidence {
    fn of(piece: PackedEvidence) -> Result<Self> {
        Ok(Self {
            kind: code::<EvidenceKind>(&piece.kind)?.into(),
            collected_at: DateTime(piece.collected_at.parse().map_err(ApiError::internal)?),
            title: piece.title,
            sha256: piece.sha256,
        })
    }
}

/// A value, with what it rests on.
#[derive(SimpleObject)]
pub struct ReferralValuation {
    /// The amount, with the currency's decimal places.
    pub(super) amount: Decimal,
    /// ISO 4217 code.
    pub(super) currency: String,
    /// On what it rests.
    pub(super) basis: GqlValuationBasis,
    /// Who says so, or where it stands.
    pub(super) source: String,
    /// Of which day.
    pub(super) date: Date,
}

impl ReferralValuation {
    fn of(value: PackedValuation) -> Result<Self> {
        Ok(Self {
            amount: Decimal(value.amount),
            currency: value.currency,
            basis: code::<ValuationBasis>(&value.basis)?.into(),
            source: value.source,
            date: Date(value.on.parse().map_err(ApiError::internal)?),
        })
    }
}
