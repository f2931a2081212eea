//! Taking over trade marks from an office's files as drafts.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{
    finish,
    ip_right::{check_active, draft, entry_into, facts_of},
};
use crate::{
    app::App,
    audit::{Act, Category},
    permissions::Viewer,
    platform::{
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
    rights::{
        rules::ip_right::{
            IpRightFacts, IpRightRow,
            register::{MOST_DOCUMENTS, MOST_ENTRIES, RegisterEntry, RegisterNote, entries},
        },
        store,
    },
};

/// Files of an office, and for whom.
#[derive(Debug, Clone, Serialize)]
pub struct ImportIpRights {
    /// The right holder; the viewer's own organisation where none is named.
    pub organization: Option<Uuid>,
    /// The brands that the marks protect.
    pub brands: Vec<Uuid>,
    /// The files' texts.
    pub documents: Vec<String>,
    /// Whether only to say what would come of it.
    pub dry_run: bool,
}

/// What came, or would come, of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum ImportOutcome {
    /// It becomes a draft.
    Drafted,
    /// The holder has a right of that number already.
    AlreadyThere,
    /// It cannot be taken over; the notes say why.
    Skipped,
}

/// An entry and what came of it.
#[derive(Debug, Clone)]
pub struct ImportedIpRight {
    /// What the file says.
    pub entry: RegisterEntry,
    /// What to know of it.
    pub notes: Vec<RegisterNote>,
    /// What came of it.
    pub outcome: ImportOutcome,
    /// The draft, or the right that was there.
    pub right: Option<IpRightRow>,
}

/// Reads the files and drafts a right for each mark that is in force and not there yet; in a dry run nothing is kept.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT` for brands or files that are not acceptable, `TRANSITION_NOT_ALLOWED` where
/// the holder is not active, `LIMIT_EXCEEDED`, `IDEMPOTENCY_MISMATCH`.
pub async fn import_ip_rights(
    app: &App,
    viewer: &Viewer,
    key: &str,
    input: &ImportIpRights,
) -> Result<Vec<ImportedIpRight>> {
    let found = read(&input.documents)?;
    let tx = app.begin().await?;
    let holder = entry_into(&tx, viewer, input.organization, &input.brands).await?;
    let (claim, drafted_before) = match claim(&tx, viewer.person, "importIpRights", key, input).await? {
        Idempotency::New(claim) => (Some(claim), Vec::new()),
        Idempotency::Replay(ids) => (None, ids),
    };
    check_active(&holder)?;
    let mut held = store::ip_right_lock(&tx, holder.id).await?;
    let mut done = Vec::with_capacity(found.len());
    for entry in found {
        let imported = take_over(app, &tx, holder.id, &input.brands, entry, held).await?;
        held += u64::from(imported.outcome == ImportOutcome::Drafted);
        done.push(imported);
    }
    if input.dry_run {
        return Ok(without_drafts(done));
    }
    let Some(claim) = claim else {
        return Ok(as_before(done, &drafted_before));
    };
    let drafts: Vec<Uuid> = done.iter().filter_map(drafted).collect();
    claim.keep(&tx, &drafts).await?;
    let detail = json!({ "drafts": drafts.len(), "entries": done.len() });
    let act = Act::on(Category::Admin, "importIpRights", IdKind::Org, holder.id).with(&detail);
    finish(app, tx, viewer, act).await?;
    Ok(done)
}

fn read(documents: &[String]) -> Result<Vec<RegisterEntry>> {
    let refused = |text: String| ApiError::input("documents", text);
    if documents.is_empty() || documents.len() > MOST_DOCUMENTS {
        return Err(refused(format!("Give 1 to {MOST_DOCUMENTS} files.")));
    }
    let read = |(place, text): (usize, &String)| {
        entries(text).map_err(|error| ApiError::input(&format!("documents.{place}"), error.message))
    };
    let found: Vec<Vec<RegisterEntry>> = documents.iter().enumerate().map(read).collect::<Result<_>>()?;
    let found = found.concat();
    if found.len() > MOST_ENTRIES {
        return Err(refused(format!("At most {MOST_ENTRIES} marks are read at a time.")));
    }
    Ok(found)
}

async fn take_over(
    app: &App,
    tx: &Tx,
    holder: Uuid,
    brands: &[Uuid],
    entry: RegisterEntry,
    held: u64,
) -> Result<ImportedIpRight> {
    let mut notes = entry.notes();
    let result = |notes, outcome, right| ImportedIpRight {
        entry: entry.clone(),
        notes,
        outcome,
        right,
    };
    if notes.iter().any(|note| note.skips()) {
        notes.retain(|note| note.skips());
        return Ok(result(notes, ImportOutcome::Skipped, None));
    }
    let facts = match facts_of(tx, holder, entry.facts(brands.to_vec())).await {
        Ok(facts) => facts,
        Err(error) if error.code == ErrorCode::BadUserInput && !is_about_brands(&error) => {
            notes.push(RegisterNote::NotAcceptable);
            return Ok(result(notes, ImportOutcome::Skipped, None));
        }
        Err(error) => return Err(error),
    };
    if let Some(there) = same_number(tx, holder, &facts).await? {
        return Ok(result(notes, ImportOutcome::AlreadyThere, Some(there)));
    }
    let row = draft(app, tx, holder, facts, held).await?;
    Ok(result(notes, ImportOutcome::Drafted, Some(row)))
}

async fn same_number(tx: &Tx, holder: Uuid, facts: &IpRightFacts) -> Result<Option<IpRightRow>> {
    let Some(key) = facts.number_key() else { return Ok(None) };
    match store::ip_right_of_number(tx, holder, &key).await? {
        Some(id) => Ok(store::ip_rights(tx.connection(), &[id]).await?.pop()),
        None => Ok(None),
    }
}

/// Brands are the caller's to name; whatever else is not acceptable is in the file.
fn is_about_brands(error: &ApiError) -> bool {
    let mut path = error.field.iter().flatten();
    path.any(|part| part == "brandIds")
}

fn drafted(imported: &ImportedIpRight) -> Option<Uuid> {
    let is_draft = imported.outcome == ImportOutcome::Drafted;
    imported.right.as_ref().filter(|_| is_draft).map(|right| right.id)
}

/// What a call has drafted it says again, with what has become of the drafts since.
fn as_before(mut done: Vec<ImportedIpRight>, drafted: &[Uuid]) -> Vec<ImportedIpRight> {
    for imported in &mut done {
        if imported.right.as_ref().is_some_and(|right| drafted.contains(&right.id)) {
            imported.outcome = ImportOutcome::Drafted;
        }
    }
    done
}

fn without_drafts(mut done: Vec<ImportedIpRight>) -> Vec<ImportedIpRight> {
    for imported in &mut done {
        if imported.outcome == ImportOutcome::Drafted {
            imported.right = None;
        }
    }
    done
}
