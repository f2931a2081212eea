//! Proving that no byte of evidence and no event of custody was changed: everything is read again.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::Value;
use uuid::Uuid;

use super::{fetch::quarantine, stamp::anchors};
use crate::{
    app::App,
    evidence::{
        rules::{
            CustodyKind, EvidenceState, TimestampState,
            custody::{self, Link},
            timestamp::{self, Anchors},
        },
        store::{self, ItemRow},
    },
    platform::{
        db::json,
        error::{ErrorCode, Result},
        files::{Chunks, FileError},
    },
};

/// Pieces that are read at once.
const BATCH: u64 = 200;

/// Something that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The piece.
    pub evidence: Uuid,
    /// What is wrong with it.
    pub what: String,
}

/// What was read, and what is wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Pieces of evidence.
    pub items: u64,
    /// Events of custody.
    pub events: u64,
    /// Bytes.
    pub bytes: u64,
    /// Timestamp tokens that were verified.
    pub tokens: u64,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

/// Reads every chain, every byte and every token again. Pieces whose bytes are not what they were go into quarantine.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn verify(app: &App) -> Result<Report> {
    let mut report = Report::default();
    let anchors = anchors(app);
    let mut after = Uuid::nil();
    loop {
        let rows = store::items_after(app.db.read(), after, BATCH).await?;
        let Some(last) = rows.last() else { return Ok(report) };
        after = last.id;
        for row in &rows {
            looked_at(app, row, anchors.as_ref(), &mut report).await?;
        }
    }
}

async fn looked_at(app: &App, row: &ItemRow, anchors: Option<&Anchors>, report: &mut Report) -> Result<()> {
    report.items += 1;
    // The row's end of the chain and the chain itself are read one after the other: whoever appends meanwhile is no fault.
    let chain = store::chain_of(app.db.read(), row.id).await?;
    report.events += chain.len() as u64;
    let mut found = Vec::new();
    let end = chain.iter().position(|link| link.seq == row.custody_count);
    let until_then = end.map_or(chain.as_slice(), |end| &chain[..=end]);
    found.extend(custody::fault(row.id, until_then, row.custody_count, &row.custody_head));
    if end.is_some() {
        let newest = chain.last().map_or("", |link| link.hash.as_str());
        found.extend(custody::fault(
            row.id,
            &chain,
            i32::try_from(chain.len()).unwrap_or(i32::MAX),
            newest,
        ));
    }
    found.extend(bytes(app, row, &chain, report).await?);
    found.extend(token(app, row, anchors, report).await?);
    found.dedup();
    let faults = found.into_iter().map(|what| Fault { evidence: row.id, what });
    report.faults.extend(faults);
    Ok(())
}

/// What is wrong with the bytes of a piece: against the row, against the chain, and on the disk.
async fn bytes(app: &App, row: &ItemRow, chain: &[Link], report: &mut Report) -> Result<Option<String>> {
    let Some(sha256) = &row.sha256 else { return Ok(None) };
    let state = store::state_of(row)?;
    let Some(file) = row.file_id else {
        let is_told = state == EvidenceState::Destroyed;
        return Ok((!is_told).then(|| "its file is gone".to_owned()));
    };
    let Some(file) = store::file_find(app.db.read(), file).await? else {
        return Ok(Some("its file is gone".to_owned()));
    };
    let of = Chunks::from(&file);
    let hashed = chain.iter().find(|link| link.kind == CustodyKind::Hashed.code());
    let said: Option<Value> = hashed.map(|link| json(&link.detail)).transpose()?;
    let vouched = said.is_some_and(|said| said["sha256"] == sha256.as_str() && said["chunks"] == of.digest());
    if !vouched || file.sha256 != *sha256 {
        return Ok(Some("its hash is not the one that was written down".to_owned()));
    }
    report.bytes += of.bytes;
    match app.files.verify(&of).await {
        Ok(()) if state == EvidenceState::Quarantined => Ok(Some(
            "it is in quarantine, though its bytes are what they were".to_owned(),
        )),
        Ok(()) => Ok(None),
        Err(FileError::Changed | FileError::Missing) => {
            quarantine(app, row.id).await?;
            Ok(Some("its bytes are not what they were".to_owned()))
        }
        Err(FileError::NoRoom | FileError::Unreachable) => Err(ErrorCode::Unavailable.into()),
    }
}

/// What is wrong with the timestamp of a piece.
async fn token(app: &App, row: &ItemRow, anchors: Option<&Anchors>, report: &mut Report) -> Result<Option<String>> {
    let Some(stamp) = store::stamp_find(app.db.read(), row.id).await? else {
        return Ok(None);
    };
    if stamp.state != TimestampState::Held.code() {
        return Ok(None);
    }
    let Some(anchors) = anchors else {
        return Ok(Some("its timestamp cannot be verified without timestamp_ca".to_owned()));
    };
    let kept = stamp
        .token
        .and_then(|token| STANDARD.decode(token).ok())
        .unwrap_or_default();
    let sha256 = row.sha256.as_deref().unwrap_or_default();
    report.tokens += 1;
    Ok(timestamp::verify(&kept, sha256, None, anchors)
        .err()
        .map(|error| format!("its timestamp: {error}")))
}
