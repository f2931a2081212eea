//! Links to the content of evidence: short-lived, and good only in the session for which they were made.
//!
//! A link carries no secret of its own: it is a code over the piece, the rendition, the moment it ends, the person and the
//! session. Whoever presents it has to come with that session, and is asked again whether it sees the piece.

use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use super::standing;
use crate::{
    app::App,
    audience::Sight,
    audit::{self, Act, Actor, Category},
    evidence::{
        rules::{self, EvidenceStep, LINK_LASTS, Rendition, effective_tlp, media},
        store::{self, ItemRow},
    },
    leads,
    permissions::{Action, Viewer, audience::Tlp},
    platform::{
        clock::micros,
        db::code,
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, encode},
    },
    sessions,
};

/// A link to content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it is, below the service's address.
    pub path: String,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// What somebody presents to get content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presented {
    /// Which piece.
    pub evidence: Uuid,
    /// How.
    pub rendition: Rendition,
    /// When the link ends, microseconds.
    pub expires_at: i64,
    /// What tells it from other links.
    pub nonce: Uuid,
    /// The code.
    pub code: String,
}

impl Presented {
    /// Whether the link was made for this viewer's session and has not ended.
    #[must_use]
    pub fn is_good(&self, app: &App, viewer: &Viewer) -> bool {
        sessions::is_code(&signature(app, viewer, self), &self.code) && micros(app.now()) < self.expires_at
    }
}

fn signature(app: &App, viewer: &Viewer, link: &Presented) -> String {
    let opens: [&[u8]; 4] = [
        link.evidence.as_bytes(),
        link.rendition.code().as_bytes(),
        &link.expires_at.to_be_bytes(),
        link.nonce.as_bytes(),
    ];
    sessions::link_code(app, viewer, "evidence", &opens)
}

fn made(app: &App, viewer: &Viewer, evidence: Uuid, rendition: Rendition, nonce: Uuid) -> Result<Link> {
    let expires_at = app.now().checked_add(LINK_LASTS).map_err(ApiError::internal)?;
    let mut link = Presented {
        evidence,
        rendition,
        expires_at: micros(expires_at),
        nonce,
        code: String::new(),
    };
    link.code = signature(app, viewer, &link);
    let path = format!(
        "/files/{}?as={}&until={}&link={}&code={}",
        encode(IdKind::Evidence, evidence),
        rendition.code(),
        link.expires_at,
        nonce.simple(),
        link.code
    );
    Ok(Link { path, expires_at })
}

/// A link to the content of a piece; who opens what is RED or AMBER+STRICT says what for (I38).
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED` for what has no bytes, is in quarantine or destroyed, `BAD_USER_INPUT`.
pub async fn open(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    rendition: Rendition,
    purpose: Option<&str>,
) -> Result<(Link, ItemRow)> {
    let tx = app.begin().await?;
    let sight = Sight::of(viewer, Action::EvidenceRead, tx.now());
    let row = store::item_find(tx.connection(), &sight, id).await?;
    if !viewer.has(Action::EvidenceExport) {
        return Err(ErrorCode::Forbidden.into());
    }
    if !standing(tx.connection(), &row, tx.now())
        .await?
        .admits(EvidenceStep::Open)
    {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    let has_preview = row.media_type.as_deref().is_some_and(media::has_preview);
    if rendition != Rendition::Original && !has_preview {
        return Err(ApiError::input("rendition", "There is no picture of this file."));
    }
    let lead = leads::lead_of_evidence(tx.connection(), viewer, row.lead_id, tx.now()).await?;
    let own = row.tlp.as_deref().map(code::<Tlp>).transpose()?;
    let tlp = effective_tlp(lead.tlp(), own);
    let purpose = rules::note("purpose", purpose)?;
    if rules::asks_for_purpose(tlp) && purpose.is_none() {
        return Err(ApiError::input("purpose", "Say what you need it for."));
    }
    let nonce = app.ids.id(tx.now());
    let link = made(app, viewer, id, rendition, nonce)?;
    let detail = json!({ "rendition": rendition.code(), "tlp": <&str>::from(tlp), "purpose": purpose, "link": nonce });
    let act = Act::on(Category::Content, "openEvidence", IdKind::Evidence, id)
        .of_lead(row.lead_id)
        .with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok((link, row))
}

/// The link of a small picture for a list; `None` where there is none to show without a purpose. Within an hour the same
/// person gets the same one, so that custody says once that it was looked at.
///
/// # Errors
/// `INTERNAL`.
pub fn glance(app: &App, viewer: &Viewer, row: &ItemRow, tlp: Tlp) -> Result<Option<String>> {
    let has_preview = row.media_type.as_deref().is_some_and(media::has_preview);
    let is_open = row.file_id.is_some() && store::state_of(row)? == rules::EvidenceState::Held;
    if !has_preview || !is_open || rules::asks_for_purpose(tlp) || !viewer.has(Action::EvidenceExport) {
        return Ok(None);
    }
    let hour = app.now().as_second() / 3_600;
    let session = viewer.session.unwrap_or_default();
    let parts: [&[u8]; 4] = [
        row.id.as_bytes(),
        viewer.person.as_bytes(),
        session.as_bytes(),
        &hour.to_be_bytes(),
    ];
    let [nonce, _] = halves(app.keys.code("glance", &parts));
    made(app, viewer, row.id, Rendition::Thumbnail, Uuid::from_u128(nonce)).map(|link| Some(link.path))
}

fn halves(code: [u8; 32]) -> [u128; 2] {
    let (one, other) = code.split_at(16);
    [one, other].map(|half| half.iter().fold(0, |all, byte| (all << 8) | u128::from(*byte)))
}
