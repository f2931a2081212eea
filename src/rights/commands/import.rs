//! Taking over trade marks from an office's files as drafts.

use std::collections::HashSet;

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{
    finish,
    ip_right::{check_active, check_brands, draft, entry_into},
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
        error::{ApiError, Result},
        ids::{IdKind, encode},
    },
    rights::{
        rules::ip_right::{
            IpRightFacts, IpRightRow, checked, protected_brands,
            register::{MAX_DOCUMENTS, MOST_DOCUMENTS, MOST_ENTRIES, RegisterEntry, RegisterNote, entries},
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
    /// The draft, or the right that was there, if there is one and the viewer may know of it.
    pub right: Option<IpRightRow>,
}

/// Reads the files and drafts a right for each mark that the office does not call dead and that is not there yet; in a dry
/// run nothing is kept.
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
    let tx = app.begin().await?;
    let holder = entry_into(&tx, viewer, input.organization, &input.brands).await?;
    let claim = claim(&tx, viewer.person, "importIpRights", key, input).await?;
    let import = Import {
        app,
        tx: &tx,
        viewer,
        holder: holder.id,
        brands: protected_brands(input.brands.clone())?,
    };
    let found = read(&input.documents)?;
    let claim = match claim {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(drafted) => return import.again(found, &drafted.into_iter().collect()).await,
    };
    check_active(&holder)?;
    check_brands(&tx, holder.id, &import.brands).await?;
    let (done, drafted) = import.take_over(found).await?;
    if input.dry_run {
        return Ok(done.into_iter().map(|one| one.without(&drafted)).collect());
    }
    let ids: Vec<Uuid> = done.iter().filter_map(|one| one.draft_of(&drafted)).collect();
    claim.keep(&tx, &ids).await?;
    let names: Vec<_> = ids.iter().map(|id| encode(IdKind::Right, *id)).collect();
    let detail = json!({ "entries": done.len(), "drafts": names });
    let act = Act::on(Category::Admin, "importIpRights", IdKind::Org, holder.id).with(&detail);
    finish(app, tx, viewer, act).await?;
    Ok(done)
}

impl ImportedIpRight {
    /// What is not kept is not named.
    fn without(self, drafted: &HashSet<Uuid>) -> Self {
        let right = self.right.filter(|right| !drafted.contains(&right.id));
        Self { right, ..self }
    }

    fn draft_of(&self, drafted: &HashSet<Uuid>) -> Option<Uuid> {
        let is_draft = self.outcome == ImportOutcome::Drafted;
        let id = self.right.as_ref().filter(|_| is_draft).map(|right| right.id);
        id.filter(|id| drafted.contains(id))
    }
}

/// An import under way.
struct Import<'a> {
    app: &'a App,
    tx: &'a Tx,
    viewer: &'a Viewer,
    holder: Uuid,
    brands: Vec<Uuid>,
}

impl Import<'_> {
    /// Drafts what is not there yet; and the ids of the drafts.
    async fn take_over(&self, found: Vec<RegisterEntry>) -> Result<(Vec<ImportedIpRight>, HashSet<Uuid>)> {
        let mut held = store::ip_right_lock(self.tx, self.holder).await?;
        let (mut done, mut drafted) = (Vec::with_capacity(found.len()), HashSet::new());
        for entry in found {
            let (notes, facts) = self.judge(&entry);
            let Some(facts) = facts else {
                done.push(of(entry, notes, ImportOutcome::Skipped, None));
                continue;
            };
            if let Some(there) = self.there(&facts).await? {
                let right = self.seen(there);
                done.push(of(entry, notes, ImportOutcome::AlreadyThere, right));
                continue;
            }
            let row = draft(self.app, self.tx, self.holder, facts, held).await?;
            held += 1;
            drafted.insert(row.id);
            done.push(of(entry, notes, ImportOutcome::Drafted, Some(row)));
        }
        Ok((done, drafted))
    }

    /// What the call said that drafted these, with what has become of them since. Nothing is judged anew, nothing drafted.
    async fn again(&self, found: Vec<RegisterEntry>, drafted: &HashSet<Uuid>) -> Result<Vec<ImportedIpRight>> {
        let mut done = Vec::with_capacity(found.len());
        for entry in found {
            let (notes, facts) = self.judge(&entry);
            let there = match &facts {
                Some(facts) => self.there(facts).await?,
                None => None,
            };
            let outcome = match (&facts, &there) {
                (None, _) => ImportOutcome::Skipped,
                (Some(_), Some(there)) if !drafted.contains(&there.id) => ImportOutcome::AlreadyThere,
                (Some(_), _) => ImportOutcome::Drafted,
            };
            let right = there.and_then(|there| self.seen(there));
            done.push(of(entry, notes, outcome, right));
        }
        Ok(done)
    }

    /// What to know of an entry, and the facts of its draft unless it is skipped.
    fn judge(&self, entry: &RegisterEntry) -> (Vec<RegisterNote>, Option<IpRightFacts>) {
        let mut notes = entry.notes();
        let facts = checked(entry.facts(self.brands.clone())).ok();
        if facts.is_none() {
            notes.push(RegisterNote::NotAcceptable);
        }
        if notes.iter().any(|note| note.skips()) {
            notes.retain(|note| note.skips());
            return (notes, None);
        }
        (notes, facts)
    }

    /// The holder's right of the same number.
    async fn there(&self, facts: &IpRightFacts) -> Result<Option<IpRightRow>> {
        let Some(key) = facts.number_key() else { return Ok(None) };
        match store::ip_right_of_number(self.tx, self.holder, &key).await? {
            Some(id) => Ok(store::ip_rights(self.tx.connection(), &[id]).await?.pop()),
            None => Ok(None),
        }
    }

    fn seen(&self, right: IpRightRow) -> Option<IpRightRow> {
        Some(right).filter(|right| right.is_seen_by(self.viewer, true, self.tx.now()))
    }
}

fn of(
    entry: RegisterEntry,
    notes: Vec<RegisterNote>,
    outcome: ImportOutcome,
    right: Option<IpRightRow>,
) -> ImportedIpRight {
    ImportedIpRight {
        entry,
        notes,
        outcome,
        right,
    }
}

fn read(documents: &[String]) -> Result<Vec<RegisterEntry>> {
    let refused = |text: String| ApiError::input("documents", text);
    if documents.is_empty() || documents.len() > MOST_DOCUMENTS {
        return Err(refused(format!("Give 1 to {MOST_DOCUMENTS} files.")));
    }
    if documents.iter().map(String::len).sum::<usize>() > MAX_DOCUMENTS {
        return Err(refused(format!("At most {MAX_DOCUMENTS} bytes are read at a time.")));
    }
    let mut found = Vec::new();
    for (place, text) in documents.iter().enumerate() {
        let here = entries(text).map_err(|error| ApiError::input(&format!("documents.{place}"), error.message))?;
        found.extend(here);
        if found.len() > MOST_ENTRIES {
            return Err(refused(format!("At most {MOST_ENTRIES} marks are read at a time.")));
        }
    }
    Ok(found)
}
