//! Documents of authorised parties and powers of attorney: added by whoever keeps these, opened by whoever reads them.

use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use super::{check_version, finish, registry::reads_parties};
use crate::{
    app::App,
    audit::{Act, Category},
    evidence::{self, rules::LINK_LASTS},
    members::rules::facts,
    permissions::Viewer,
    platform::{
        clock::micros,
        db::{Connection, Tx},
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, encode},
    },
    rights::{
        rules::{
            AuthorizedPartyRow, BrandRow,
            document::{
                DocumentFacts, DocumentOf, DocumentRow, NewDocument, certificate_of, check_document, check_place,
                paper_of,
            },
            permit_on_party,
            power::{PoaState, PowerOfAttorneyRow, permit_submission},
        },
        store,
    },
    sessions,
};

/// A document to be.
#[derive(Debug, Clone)]
pub struct AddDocument {
    /// Whose.
    pub of: DocumentOf,
    /// The version of that which was seen.
    pub expected_version: i32,
    /// The file that was sent.
    pub upload: Uuid,
    /// What is said of it.
    pub new: NewDocument,
}

/// Adds a document. The version of what it belongs to moves, so that nobody verifies a power of attorney without what was added
/// last.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`, `TRANSITION_NOT_ALLOWED` where what it belongs to is over,
/// `ALREADY_EXISTS` where there is one of the same bytes.
pub async fn add_document(app: &App, viewer: &Viewer, wanted: &AddDocument) -> Result<DocumentRow> {
    let tx = app.begin().await?;
    let owner = kept(&tx, viewer, wanted.of, wanted.expected_version).await?;
    let facts = owner.facts(&wanted.new, tx.now())?;
    let (file, file_name) = evidence::take_upload(&tx, viewer, wanted.upload).await?;
    check_document(&file.media_type, file.bytes)?;
    let held = store::documents_of(tx.connection(), &[wanted.of.id()]).await?;
    check_place(&held, file.id)?;
    owner.save(&tx).await?;
    let row = DocumentRow {
        id: app.ids.id(tx.now()),
        of: wanted.of,
        number: facts.number,
        title: facts.title,
        valid_from: facts.valid_from,
        valid_until: facts.valid_until,
        file_id: file.id,
        file_name,
        sha256: file.sha256,
        bytes: file.bytes,
        media_type: file.media_type,
        added_by: viewer.person,
        added_at: tx.now(),
        withdrawn_at: None,
        quarantined_at: None,
    };
    store::document_insert(&tx, &row).await?;
    told(app, tx, viewer, ("addRightsDocument", None), &row).await?;
    Ok(row)
}

/// Says that a document counts no more; it is kept. One of a power of attorney that was verified goes with that alone.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT` without a reason, `TRANSITION_NOT_ALLOWED` where it counts no more, or
/// its power of attorney was verified or is over.
pub async fn withdraw_document(
    app: &App,
    viewer: &Viewer,
    (id, expected_version): (Uuid, i32),
    reason: &str,
) -> Result<DocumentRow> {
    let tx = app.begin().await?;
    let row = store::document(tx.connection(), id).await?;
    let row = row.ok_or_else(ApiError::not_found)?;
    let owner = kept(&tx, viewer, row.of, expected_version).await?;
    let reason = facts::reason(Some(reason))?;
    let reason = reason.ok_or_else(|| ApiError::input("reason", "Say why."))?;
    if !owner.lets_go(tx.now()) || !store::document_withdraw(&tx, id).await? {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    owner.save(&tx).await?;
    let row = DocumentRow {
        withdrawn_at: Some(tx.now()),
        ..row
    };
    told(app, tx, viewer, ("withdrawRightsDocument", Some(reason)), &row).await?;
    Ok(row)
}

/// What a document belongs to, as it was read.
enum Owner {
    Party(AuthorizedPartyRow),
    Power(PowerOfAttorneyRow),
}

impl Owner {
    fn facts(&self, new: &NewDocument, now: Timestamp) -> Result<DocumentFacts> {
        match self {
            Self::Party(row) => certificate_of(row, new, now),
            Self::Power(row) => paper_of(row, new, now),
        }
    }

    /// Whether its documents may be withdrawn.
    fn lets_go(&self, now: Timestamp) -> bool {
        match self {
            Self::Party(_) => true,
            Self::Power(row) => row.state_at(now) == PoaState::Submitted,
        }
    }

    /// Moves its version.
    async fn save(self, tx: &Tx) -> Result<()> {
        match self {
            Self::Party(row) => store::party_save(tx, row).await.map(drop),
            Self::Power(row) => store::power_save(tx, row).await.map(drop),
        }
    }
}

/// What a document belongs to, if the viewer sees it, may keep its documents, and saw it in its present version.
async fn kept(tx: &Tx, viewer: &Viewer, of: DocumentOf, expected_version: i32) -> Result<Owner> {
    match of {
        DocumentOf::Party(id) => {
            let (party, brand) = seen_party(tx.connection(), viewer, id, tx.now()).await?;
            permit_on_party(viewer, &brand, tx.now())?;
            check_version(party.version, expected_version)?;
            Ok(Owner::Party(party))
        }
        DocumentOf::Power(id) => {
            let power = seen_power(tx.connection(), viewer, id).await?;
            permit_submission(viewer, power.principal, power.agent, tx.now())?;
            check_version(power.version, expected_version)?;
            Ok(Owner::Power(power))
        }
    }
}

async fn seen_party(
    connection: &impl Connection,
    viewer: &Viewer,
    id: Uuid,
    now: Timestamp,
) -> Result<(AuthorizedPartyRow, BrandRow)> {
    let party = store::parties(connection, &[id]).await?.pop();
    let party = party.ok_or_else(ApiError::not_found)?;
    let brand = store::brand(connection, party.brand_id).await?;
    let brand = brand.ok_or_else(ApiError::not_found)?;
    match reads_parties(connection, viewer, &brand, now).await? {
        true => Ok((party, brand)),
        false => Err(ApiError::not_found()),
    }
}

async fn seen_power(connection: &impl Connection, viewer: &Viewer, id: Uuid) -> Result<PowerOfAttorneyRow> {
    let found = store::powers(connection, &[id]).await?.pop();
    let found = found.filter(|row| row.is_seen_by(viewer));
    found.ok_or_else(ApiError::not_found)
}

/// Whether the viewer reads what a document belongs to.
///
/// # Errors
/// `NOT_FOUND` where it does not.
pub(super) async fn check_seen(
    connection: &impl Connection,
    viewer: &Viewer,
    of: DocumentOf,
    now: Timestamp,
) -> Result<()> {
    match of {
        DocumentOf::Party(id) => seen_party(connection, viewer, id, now).await.map(drop),
        DocumentOf::Power(id) => seen_power(connection, viewer, id).await.map(drop),
    }
}

/// Writes the audit entry and commits.
async fn told(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    (verb, reason): (&'static str, Option<String>),
    row: &DocumentRow,
) -> Result<()> {
    let detail = json!({
        "document": encode(IdKind::Document, row.id), "sha256": row.sha256, "bytes": row.bytes,
        "mediaType": row.media_type, "reason": reason,
    });
    finish(app, tx, viewer, act(verb, row).with(&detail)).await
}

/// An act on what a document belongs to.
pub(super) fn act<'a>(verb: &'static str, row: &DocumentRow) -> Act<'a> {
    let (kind, id) = match row.of {
        DocumentOf::Party(id) => (IdKind::Party, id),
        DocumentOf::Power(id) => (IdKind::Poa, id),
    };
    Act::on(Category::Admin, verb, kind, id)
}

/// A link to a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentLink {
    /// Where it is, below the service's address.
    pub path: String,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// What somebody presents to get a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresentedDocument {
    /// Which one.
    pub document: Uuid,
    /// When the link ends, microseconds.
    pub expires_at: i64,
    /// What tells it from other links.
    pub nonce: Uuid,
    /// The code.
    pub code: String,
}

impl PresentedDocument {
    /// Whether the link was made for this viewer's session and has not ended.
    #[must_use]
    pub fn is_good(&self, app: &App, viewer: &Viewer) -> bool {
        sessions::is_code(&code(app, viewer, self), &self.code) && micros(app.now()) < self.expires_at
    }
}

fn code(app: &App, viewer: &Viewer, link: &PresentedDocument) -> String {
    let opens: [&[u8]; 3] = [
        link.document.as_bytes(),
        &link.expires_at.to_be_bytes(),
        link.nonce.as_bytes(),
    ];
    sessions::link_code(app, viewer, "rights document", &opens)
}

/// A link to a document of something that the viewer reads; opening one is in the audit log.
///
/// # Errors
/// `NOT_FOUND`, `TRANSITION_NOT_ALLOWED` where its bytes are not what they were.
pub async fn open_document(app: &App, viewer: &Viewer, id: Uuid) -> Result<DocumentLink> {
    let tx = app.begin().await?;
    let row = store::document(tx.connection(), id).await?;
    let row = row.ok_or_else(ApiError::not_found)?;
    check_seen(tx.connection(), viewer, row.of, tx.now()).await?;
    if row.quarantined_at.is_some() {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    let expires_at = tx.now().checked_add(LINK_LASTS).map_err(ApiError::internal)?;
    let mut link = PresentedDocument {
        document: id,
        expires_at: micros(expires_at),
        nonce: app.ids.id(tx.now()),
        code: String::new(),
    };
    link.code = code(app, viewer, &link);
    told(app, tx, viewer, ("openRightsDocument", None), &row).await?;
    let path = format!(
        "/rights-documents/{}?until={}&link={}&code={}",
        encode(IdKind::Document, id),
        link.expires_at,
        link.nonce.simple(),
        link.code
    );
    Ok(DocumentLink { path, expires_at })
}
