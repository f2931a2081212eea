//! What subjects are known by.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{Loaded, hash, index, load, record, tell_of_identifiers};
use crate::{
    app::App,
    permissions::Viewer,
    platform::{
        clock::micros,
        db::Tx,
        error::{ApiError, Result},
    },
    subjects::{
        rules::{
            self, MOST_IDENTIFIERS,
            identifier::{self, Hints, IdentifierKind, Normalized},
        },
        store::{self, IdentifierRow, SubjectRow},
    },
};

/// Something that a subject is known by, as it was found.
#[derive(Debug, Clone, Serialize)]
pub struct NewIdentifier {
    /// What it names.
    pub kind: IdentifierKind,
    /// As it was written.
    pub value: String,
    /// ISO 3166-1 alpha-2 country, where the kind needs one.
    pub country: Option<String>,
    /// The platform of a shop or listing.
    pub platform: Option<String>,
    /// The bank of an account that does not name its own.
    pub bank: Option<String>,
    /// The GB/T 2260 code of an address in China.
    pub division: Option<String>,
    /// The postcode of an address elsewhere.
    pub postcode: Option<String>,
}

/// An identifier in the form in which it is compared.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`, with the reason.
pub(super) fn normalized(new: &NewIdentifier, field: &str) -> Result<Normalized> {
    let hints = Hints {
        country: new.country.as_deref(),
        platform: new.platform.as_deref(),
        bank: new.bank.as_deref(),
        division: new.division.as_deref(),
        postcode: new.postcode.as_deref(),
    };
    identifier::parse(new.kind, &new.value, &hints)
        .map_err(|refusal| ApiError::input(field, format!("Please correct this: {refusal}.")))
}

/// Rows for new identifiers of a subject; those that it has are left out.
pub(super) fn rows(
    app: &App,
    viewer: &Viewer,
    tx: &Tx,
    subject: &SubjectRow,
    present: &[IdentifierRow],
    new: &[NewIdentifier],
) -> Result<Vec<IdentifierRow>> {
    if present.len() + new.len() > MOST_IDENTIFIERS {
        let text = format!("A subject has at most {MOST_IDENTIFIERS} identifiers.");
        return Err(ApiError::input("identifiers", text));
    }
    let kind = crate::platform::db::code(&subject.kind)?;
    let mut rows: Vec<IdentifierRow> = Vec::new();
    for (place, new) in new.iter().enumerate() {
        let field = format!("identifiers.{place}.value");
        if !rules::fits(kind, new.kind) {
            return Err(ApiError::input(&field, "Papers are a person's."));
        }
        let normalized = normalized(new, &field)?;
        let hash = hash(app, new.kind, &normalized.norm);
        if present.iter().chain(&rows).any(|row| row.hash == hash) {
            continue;
        }
        rows.push(IdentifierRow {
            id: app.ids.id(tx.now()),
            subject_id: subject.id,
            lead_id: subject.lead_id,
            kind: <&str>::from(new.kind).to_owned(),
            hash,
            shown: (!new.kind.is_secret()).then_some(normalized.display),
            masked: normalized.masked,
            rule: normalized.rule.to_owned(),
            strength: <&str>::from(normalized.strength).to_owned(),
            added_by: viewer.person,
            added_at: micros(tx.now()),
            removed_at: None,
        });
    }
    Ok(rows)
}

/// Adds what a subject is known by; what it has already stays as it is.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn add_identifiers(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    new: Vec<NewIdentifier>,
) -> Result<SubjectRow> {
    let tx = app.begin().await?;
    let Loaded { row, .. } = load(&tx, viewer, id).await?;
    if new.is_empty() {
        return Err(ApiError::input("identifiers", "Give at least one."));
    }
    let present = store::identifiers_of(tx.connection(), &[id]).await?;
    let added = rows(app, viewer, &tx, &row, &present, &new)?;
    let detail = json!({ "added": added.len() });
    let row = store::subject_update(&tx, row, expected).await?;
    store::identifiers_insert(&tx, added).await?;
    index(&tx, &row).await?;
    tell_of_identifiers(app, &tx, &row).await?;
    let proof = record(app, viewer, &tx, "addIdentifiers", &row, &detail).await?;
    tx.commit(proof).await?;
    Ok(row)
}

/// Takes away something that a subject is not known by after all; it meets nothing any more.
///
/// # Errors
/// As [`add_identifiers`]; `BAD_USER_INPUT` where the subject has no such identifier.
pub(crate) async fn remove_identifier(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    identifier: Uuid,
) -> Result<SubjectRow> {
    let tx = app.begin().await?;
    let Loaded { row, .. } = load(&tx, viewer, id).await?;
    let found = store::identifier_by_id(tx.connection(), identifier).await?;
    let Some(found) = found.filter(|found| found.subject_id == id) else {
        return Err(ApiError::input("identifierId", "The subject has no such identifier."));
    };
    let row = store::subject_update(&tx, row, expected).await?;
    store::identifiers_remove(&tx, &[found]).await?;
    index(&tx, &row).await?;
    tell_of_identifiers(app, &tx, &row).await?;
    let proof = record(app, viewer, &tx, "removeIdentifier", &row, &json!({})).await?;
    tx.commit(proof).await?;
    Ok(row)
}
