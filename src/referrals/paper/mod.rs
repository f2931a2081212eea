//! A package on paper: the manifest set as a PDF, with its TLP on every page and its hash on the first.
//!
//! What is set is the manifest and nothing else, so that the two say the same.

mod words;

use serde_json::{Value, json};

use super::rules::{Manifest, PackedSubject};
use crate::{
    members::rules::Language,
    permissions::audience::Tlp,
    platform::{db::code, error::Result, typeset},
};
use words::Words;

const TEMPLATE: &str = include_str!("package.typ");

/// Sets a manifest of a hash.
///
/// # Errors
/// `UNAVAILABLE` where the fonts are not there, `INTERNAL`.
pub(super) async fn set(manifest: &Manifest, sha256: &str) -> Result<Vec<u8>> {
    let page = page(manifest, sha256)?;
    typeset::print(TEMPLATE, page).await
}

/// Rows of a table; those without a value are left out.
fn facts(rows: Vec<(String, Option<String>)>) -> Value {
    let told = rows
        .into_iter()
        .filter_map(|(name, value)| Some((name, value.filter(|value| !value.is_empty())?)));
    told.map(|(name, value)| json!([name, value])).collect()
}

/// The data of the template.
fn page(manifest: &Manifest, sha256: &str) -> Result<Value> {
    let (language, tlp): (Language, Tlp) = (code(&manifest.language)?, code(&manifest.tlp)?);
    let words = Words::of_language(language);
    let (lang, region, fonts) = match language {
        Language::En => ("en", "gb", ["Noto Sans", "Noto Sans CJK SC"]),
        Language::ZhHans => ("zh", "cn", ["Noto Sans CJK SC", "Noto Sans"]),
    };
    Ok(json!({
        "lang": lang,
        "region": region,
        "fonts": fonts,
        "words": words.headings(),
        "tlp": { "label": tlp.label(), "color": tlp.web_color() },
        "reference": manifest.reference,
        "title": manifest.title,
        "about": about(manifest, &words),
        "facts": manifest.facts,
        "rights": rights(manifest, &words),
        "items": items(manifest, &words),
        "subjects": manifest.subjects.iter().map(|subject| of_subject(subject, &words)).collect::<Value>(),
        "evidence": evidence(manifest, &words),
        "value": value(manifest, &words),
        "appraisal": appraisal(manifest, &words),
        "proceedings": proceedings(manifest, &words),
        "safety": manifest.safety_notes,
        "line": words.frozen(&manifest.frozen_at, sha256),
    }))
}

fn about(manifest: &Manifest, words: &Words) -> Value {
    let place = [
        manifest.place.country.as_str(),
        manifest.place.division_code.as_deref().unwrap_or_default(),
    ]
    .join(" ");
    let contact = match &manifest.contact.email {
        Some(email) => format!("{}, {email}", manifest.contact.name),
        None => manifest.contact.name.clone(),
    };
    let leads: Vec<String> = manifest
        .leads
        .iter()
        .map(|lead| format!("{} {}", lead.reference, lead.title))
        .collect();
    facts(vec![
        (
            words.word("from"),
            Some(named(&manifest.from.name, manifest.from.name_zh.as_deref())),
        ),
        (
            words.word("to"),
            Some(named(&manifest.agency.name, manifest.agency.name_zh.as_deref())),
        ),
        (words.word("contact"), Some(contact)),
        (words.word("author"), Some(manifest.author.clone())),
        (words.word("approved"), Some(manifest.approved_by.clone())),
        (words.word("place"), Some(place.trim().to_owned())),
        (
            words.word("handling"),
            Some(words.of("handlingCode", &manifest.handling_code)),
        ),
        (words.word("basis"), manifest.cross_border_basis.clone()),
        (words.word("reference"), manifest.approval_reference.clone()),
        (
            words.word("complete"),
            Some(format!("{} / 100 ({})", manifest.score, manifest.rules_version)),
        ),
        (words.word("leads"), Some(leads.join("\n"))),
    ])
}

fn named(name: &str, name_zh: Option<&str>) -> String {
    name_zh.map_or_else(|| name.to_owned(), |zh| format!("{name} {zh}"))
}

fn rights(manifest: &Manifest, words: &Words) -> Value {
    let right = manifest.rights.iter().map(|right| {
        let number = right.registration_number.as_ref().or(right.application_number.as_ref());
        let certificates: Vec<String> = right
            .certificates
            .iter()
            .map(|certificate| {
                let title = certificate.title.as_deref().unwrap_or_default();
                format!("{title} SHA-256 {}", certificate.sha256).trim().to_owned()
            })
            .collect();
        let until = right.expires_on.as_deref().unwrap_or("–");
        json!({
            "title": right.title,
            "facts": facts(vec![
                (words.word("kind"), Some(words.of("ipRightKind", &right.kind))),
                (words.word("number"), number.map(|number| format!("{} {number}", right.office))),
                (words.word("territory"), Some(right.territory.join(", "))),
                (words.word("force"), right.in_force_from.as_ref().map(|from| format!("{from} – {until}"))),
                (words.word("certificates"), Some(certificates.join("\n"))),
            ]),
        })
    });
    right.collect()
}

fn items(manifest: &Manifest, words: &Words) -> Value {
    let item = manifest.items.iter().map(|item| {
        let listing = [item.platform.as_deref(), item.listing_id.as_deref()];
        let listing: Vec<&str> = listing.into_iter().flatten().collect();
        json!({
            "title": item.title,
            "facts": facts(vec![
                (words.word("brand"), item.brand.clone()),
                (words.word("address"), item.url.clone()),
                (words.word("listing"), Some(listing.join(" "))),
                (words.word("seller"), item.seller.clone()),
                (words.word("shop"), item.shop_id.clone()),
                (words.word("price"), item.price.clone()),
            ]),
        })
    });
    item.collect()
}

fn of_subject(subject: &PackedSubject, words: &Words) -> Value {
    let known: Vec<String> = subject
        .identifiers
        .iter()
        .map(|identifier| format!("{}: {}", words.of("identifierKind", &identifier.kind), identifier.value))
        .collect();
    json!({
        "title": subject.name,
        "facts": facts(vec![
            (words.word("kind"), Some(words.of("subjectKind", &subject.kind))),
            (words.word("role"), subject.role.as_deref().map(|role| words.of("supplyRole", role))),
            (words.word("known"), Some(known.join("\n"))),
            (words.word("detail"), subject.detail.clone()),
        ]),
    })
}

fn evidence(manifest: &Manifest, words: &Words) -> Value {
    let piece = manifest.evidence.iter().map(|piece| {
        json!({
            "title": piece.title,
            "facts": facts(vec![
                (words.word("kind"), Some(words.of("evidenceKind", &piece.kind))),
                (words.word("collected"), Some(piece.collected_at.clone())),
                ("SHA-256".to_owned(), piece.sha256.clone()),
            ]),
        })
    });
    piece.collect()
}

fn value(manifest: &Manifest, words: &Words) -> Value {
    let value = &manifest.valuation;
    facts(vec![
        (
            words.word("amount"),
            Some(format!("{} {}", value.amount, value.currency)),
        ),
        (
            words.word("basisOfValue"),
            Some(words.of("valuationBasis", &value.basis)),
        ),
        (words.word("source"), Some(value.source.clone())),
        (words.word("day"), Some(value.on.clone())),
    ])
}

fn appraisal(manifest: &Manifest, words: &Words) -> Value {
    facts(vec![
        (
            words.word("none"),
            Some(words.of("noAppraisal", &manifest.no_appraisal)),
        ),
        (words.word("note"), manifest.no_appraisal_note.clone()),
    ])
}

fn proceedings(manifest: &Manifest, words: &Words) -> Value {
    let said = manifest.proceedings.as_deref();
    facts(vec![
        (words.word("civil"), said.map(|said| words.of("civilProceedings", said))),
        (words.word("note"), manifest.proceedings_note.clone()),
    ])
}
