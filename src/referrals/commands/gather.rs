//! The manifest of a referral: everything that its agency is sent, read together at one moment.

use jiff::Timestamp;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::Checked;
use crate::{
    members::{self, OrganizationRow, PersonRow},
    platform::{
        clock::timestamp,
        db::Connection,
        error::{ApiError, Result},
        money::Money,
    },
    referrals::{
        rules::{
            self, FORMAT, Manifest, PackedCertificate, PackedEvidence, PackedIdentifier, PackedItem, PackedLead,
            PackedParty, PackedPlace, PackedRight, PackedSubject, PackedValuation, RULES_VERSION,
        },
        store::{Content, Row},
    },
    rights,
};

/// A manifest in its one form.
pub(in crate::referrals) struct Gathered {
    pub(in crate::referrals) manifest: Manifest,
    pub(in crate::referrals) text: String,
    /// In hex.
    pub(in crate::referrals) sha256: String,
}

/// Gathers what is sent of a referral that was looked at, as of a moment.
///
/// # Errors
/// `INTERNAL` where it is not complete, or `UNAVAILABLE`.
pub(in crate::referrals) async fn gather(
    connection: &impl Connection,
    row: &Row,
    checked: &Checked,
    now: Timestamp,
) -> Result<Gathered> {
    let content = &checked.content;
    let organizations = members::organizations_by_ids(connection, &[row.organization_id, row.agency_id]).await?;
    let organization = |id: Uuid| organizations.iter().find(|row| row.id == id);
    let ids = [Some(row.author_id), Some(row.contact_id), row.approved_by];
    let ids: Vec<Uuid> = ids.into_iter().flatten().collect();
    let people = members::people_by_ids(connection, &ids).await?;
    let person = |id: Uuid| people.iter().find(|row| row.id == id);
    let name = |id: Uuid| person(id).map(|row| row.name.clone()).unwrap_or_default();
    let missing = || ApiError::internal("a referral that is not complete cannot be sent");
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        reference: row.reference.clone(),
        title: row.title.clone(),
        language: row.language.clone(),
        from: organization(row.organization_id)
            .map(of_organization)
            .ok_or_else(missing)?,
        agency: organization(row.agency_id).map(of_organization).ok_or_else(missing)?,
        contact: person(row.contact_id).map(of_person).ok_or_else(missing)?,
        author: name(row.author_id),
        approved_by: row.approved_by.map(name).unwrap_or_default(),
        approval_reference: row.approval_reference.clone(),
        cross_border_basis: row.cross_border_basis.clone(),
        place: PackedPlace {
            country: row.country.clone(),
            division_code: row.division_code.clone(),
        },
        tlp: row.tlp.clone(),
        handling_code: row.handling_code.clone(),
        rules_version: RULES_VERSION.to_owned(),
        score: checked.completeness.score,
        frozen_at: now.to_string(),
        leads: leads(content),
        facts: row.facts.clone().ok_or_else(missing)?,
        rights: rights_of(connection, &checked.parts.rights).await?,
        items: items(connection, content).await?,
        subjects: subjects(content),
        evidence: evidence(content),
        valuation: valuation(row).ok_or_else(missing)?,
        no_appraisal: row.no_appraisal.clone().ok_or_else(missing)?,
        no_appraisal_note: row.no_appraisal_note.clone(),
        proceedings: row.proceedings.clone(),
        proceedings_note: row.proceedings_note.clone(),
        safety_notes: row.safety_notes.clone(),
    };
    let value: Value = serde_json::to_value(&manifest).map_err(ApiError::internal)?;
    let text = rules::canonical(&value);
    Ok(Gathered {
        sha256: format!("{:x}", Sha256::digest(text.as_bytes())),
        manifest,
        text,
    })
}

fn of_organization(row: &OrganizationRow) -> PackedParty {
    PackedParty {
        name: row.name.clone(),
        name_zh: row.name_zh.clone(),
        email: None,
    }
}

fn of_person(row: &PersonRow) -> PackedParty {
    PackedParty {
        name: row.name.clone(),
        name_zh: None,
        email: Some(row.email.clone()),
    }
}

fn leads(content: &Content) -> Vec<PackedLead> {
    let lead = content.leads.iter().map(|row| PackedLead {
        reference: row.reference.clone(),
        title: row.title.clone(),
    });
    lead.collect()
}

async fn rights_of(connection: &impl Connection, ids: &[Uuid]) -> Result<Vec<PackedRight>> {
    let mut rows = rights::ip_rights_by_ids(connection, ids).await?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    let certificates = rights::certificates_of(connection, ids).await?;
    let packed = rows.into_iter().map(|row| {
        let own = certificates.iter().filter(|certificate| {
            certificate.right_id == row.id && certificate.quarantined_at.is_none() && certificate.handed_in_at.is_some()
        });
        PackedRight {
            certificates: own
                .map(|certificate| PackedCertificate {
                    title: certificate.title.clone().or_else(|| certificate.file_name.clone()),
                    sha256: certificate.sha256.clone(),
                })
                .collect(),
            title: row.facts.title,
            kind: <&str>::from(row.facts.kind).to_owned(),
            office: row.facts.office,
            registration_number: row.facts.registration_number,
            application_number: row.facts.application_number,
            territory: row.facts.territory,
            in_force_from: row.facts.in_force_from.map(|day| day.to_string()),
            expires_on: row.facts.expires_on.map(|day| day.to_string()),
        }
    });
    Ok(packed.collect())
}

async fn items(connection: &impl Connection, content: &Content) -> Result<Vec<PackedItem>> {
    let mut brands: Vec<Uuid> = content.items.iter().filter_map(|row| row.brand_id).collect();
    brands.sort_unstable();
    brands.dedup();
    let brands = rights::brands_by_ids(connection, &brands).await?;
    let brand = |id: Uuid| brands.iter().find(|row| row.id == id).map(|row| row.name.clone());
    let item = content.items.iter().map(|row| PackedItem {
        title: row.title.clone(),
        brand: row.brand_id.and_then(brand),
        url: row.url.clone(),
        platform: row.platform.clone(),
        listing_id: row.listing_id.clone(),
        seller: row.seller.clone(),
        shop_id: row.shop_id.clone(),
        price: amount(row.price_minor, row.price_currency.as_deref()),
    });
    Ok(item.collect())
}

fn amount(minor: Option<i64>, currency: Option<&str>) -> Option<String> {
    let money = Money {
        minor: minor?,
        currency: currency?.to_owned(),
    };
    Some(format!("{} {}", money.amount(), money.currency))
}

/// People in clear: the agency is who they are for. What is never kept in clear goes as it is shown.
fn subjects(content: &Content) -> Vec<PackedSubject> {
    let subject = content.subjects.iter().map(|row| PackedSubject {
        name: row.name.clone(),
        kind: row.kind.clone(),
        is_person: row.is_person,
        role: row.role.clone(),
        detail: row.detail.clone(),
        identifiers: content
            .identifiers
            .iter()
            .filter(|identifier| identifier.subject_id == row.id)
            .map(|identifier| PackedIdentifier {
                kind: identifier.kind.clone(),
                value: identifier.shown.clone().unwrap_or_else(|| identifier.masked.clone()),
                masked: identifier.masked.clone(),
            })
            .collect(),
    });
    subject.collect()
}

fn evidence(content: &Content) -> Vec<PackedEvidence> {
    let piece = content.evidence.iter().map(|row| PackedEvidence {
        title: row.title.clone(),
        kind: row.kind.clone(),
        sha256: row.sha256.clone(),
        bytes: row.bytes,
        media_type: row.media_type.clone(),
        collected_at: timestamp(row.collected_at).to_string(),
    });
    piece.collect()
}

fn valuation(row: &Row) -> Option<PackedValuation> {
    let money = Money {
        minor: row.value_minor?,
        currency: row.value_currency.clone()?,
    };
    Some(PackedValuation {
        amount: money.amount(),
        currency: money.currency,
        basis: row.value_basis.clone()?,
        source: row.value_source.clone()?,
        on: row.value_on.clone()?,
    })
}
