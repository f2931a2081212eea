//! Making evidence of a lead: of a file that somebody sent, or of a thing.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{
    chain::{Happened, append},
    stored::take_upload,
};
use crate::{
    app::App,
    audience::Sight,
    audit::{self, Act, Actor, Category},
    evidence::{
        rules::{self, CustodyKind, EvidenceKind, EvidenceState, TimestampState, custody::genesis, media},
        store::{self, FileRow, ItemRow, StampRow},
    },
    leads::{self, EvidenceNews, EvidenceOf},
    permissions::{Action, Viewer, audience::Tlp},
    platform::{
        clock::micros,
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, Result},
        files::Chunks,
        ids::IdKind,
    },
};

/// Evidence to be.
#[derive(Debug, Clone, Serialize)]
pub struct NewEvidence {
    /// Of which lead.
    pub lead: Uuid,
    /// The file that was sent; a physical sample has none.
    pub upload: Option<Uuid>,
    /// The item of the lead that it is about; the lead as a whole where nothing is said.
    pub item: Option<Uuid>,
    /// The piece of evidence it was derived from.
    pub parent: Option<Uuid>,
    /// What it is.
    pub kind: EvidenceKind,
    /// One line.
    pub title: String,
    /// Its own TLP, no wider than the lead's; the lead's where nothing is said.
    #[serde(skip)]
    pub tlp: Option<Tlp>,
    /// When it was collected.
    pub collected_at: Timestamp,
    /// Minutes that local time was ahead of UTC there.
    pub collected_offset: i32,
    /// Where it came from.
    pub source: Option<String>,
    /// How it was collected.
    pub method: Option<String>,
    /// With what.
    pub tool: Option<String>,
    /// The number of its seal.
    pub seal: Option<String>,
}

/// Makes evidence, once per idempotency key.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED` where the lead takes none any more, `BAD_USER_INPUT`,
/// `IDEMPOTENCY_MISMATCH`.
pub async fn attach(app: &App, viewer: &Viewer, key: &str, new: &NewEvidence) -> Result<ItemRow> {
    let tx = app.begin().await?;
    let lead = leads::lead_for_evidence(&tx, viewer, new.lead).await?;
    let tlp: Option<&str> = new.tlp.map(Into::into);
    let claim = match claim(&tx, viewer.person, "attachEvidence", key, &(new, tlp)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let sight = Sight::of(viewer, Action::EvidenceRead, tx.now());
            let row = store::items_seen(tx.connection(), &sight, &ids).await?.pop();
            return row.ok_or_else(ApiError::not_found);
        }
    };
    let (file, name) = taken(&tx, viewer, new.upload).await?;
    if !rules::media::fits(new.kind, file.as_ref().map(|file| file.media_type.as_str())) {
        return Err(ApiError::input("kind", "Evidence of this kind is no such file."));
    }
    let mut row = drafted(app, &tx, viewer, &lead, new).await?;
    if let Some(file) = &file {
        row.file_id = Some(file.id);
        row.sha256 = Some(file.sha256.clone());
        row.bytes = Some(file.bytes);
        row.media_type = Some(file.media_type.clone());
        row.file_name = name;
    }
    let audience = lead.audience(&row)?;
    leads::must_be_seen_by(viewer, &audience, tx.now())?;
    store::item_insert(&tx, row.clone()).await?;
    leads::open_evidence(&tx, &lead, &row, &audience).await?;
    written_down(app, &tx, viewer, &mut row, file.as_ref()).await?;
    leads::tell_of_evidence(&tx, app, Actor::Person(viewer), &lead, &row, EvidenceNews::Added).await?;
    claim.keep(&tx, &[row.id]).await?;
    let detail = json!({
        "kind": row.kind, "tlp": row.tlp, "sha256": row.sha256,
        "custody": row.custody_count, "head": row.custody_head,
    });
    let act = Act::on(Category::Content, "attachEvidence", IdKind::Evidence, row.id)
        .of_lead(row.lead_id)
        .with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(row)
}

/// A sample to be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewSample<'a> {
    /// Of which lead.
    pub(crate) lead: Uuid,
    /// The item of the lead that was bought.
    pub(crate) item: Option<Uuid>,
    /// What it is, one line.
    pub(crate) title: &'a str,
    /// The number of its seal.
    pub(crate) seal: &'a str,
    /// Until when it is not destroyed, microseconds.
    pub(crate) kept_until: i64,
}

/// Makes evidence of bought goods, in the transaction of who receives them: whoever buys need not see the lead.
///
/// # Errors
/// `BAD_USER_INPUT`, `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn keep_sample(app: &App, tx: &Tx, viewer: &Viewer, new: NewSample<'_>) -> Result<Uuid> {
    let lead = leads::lead_of_evidence_locked(tx, new.lead).await?;
    let wanted = NewEvidence {
        lead: new.lead,
        upload: None,
        item: None,
        parent: None,
        kind: EvidenceKind::PhysicalSample,
        title: new.title.to_owned(),
        tlp: None,
        collected_at: tx.now(),
        collected_offset: 0,
        source: None,
        method: None,
        tool: None,
        seal: Some(new.seal.to_owned()),
    };
    let mut row = drafted(app, tx, viewer, &lead, &wanted).await?;
    row.item_id = new.item;
    row.kept_until = Some(new.kept_until);
    let audience = lead.audience(&row)?;
    store::item_insert(tx, row.clone()).await?;
    leads::open_evidence(tx, &lead, &row, &audience).await?;
    written_down(app, tx, viewer, &mut row, None).await?;
    leads::tell_of_evidence(tx, app, Actor::Person(viewer), &lead, &row, EvidenceNews::Added).await?;
    Ok(row.id)
}

/// The file of an upload of the viewer's, which nobody else attaches any more, and its name.
async fn taken(tx: &Tx, viewer: &Viewer, upload: Option<Uuid>) -> Result<(Option<FileRow>, Option<String>)> {
    let Some(id) = upload else { return Ok((None, None)) };
    let (file, name) = take_upload(tx, viewer, id).await?;
    Ok((Some(file), name))
}

/// The row of what is said, without its file.
async fn drafted(app: &App, tx: &Tx, viewer: &Viewer, lead: &EvidenceOf, new: &NewEvidence) -> Result<ItemRow> {
    let collected = rules::collected(new.collected_at, new.collected_offset, tx.now())?;
    if new.tlp.is_some_and(|tlp| tlp < lead.tlp()) {
        return Err(ApiError::input("tlp", "Evidence is not opened wider than its lead."));
    }
    if let Some(item) = new.item
        && !lead.sees_item(tx, viewer, item).await?
    {
        return Err(ApiError::input("itemId", "The lead has no such item."));
    }
    if let Some(parent) = new.parent {
        let sight = Sight::of(viewer, Action::EvidenceRead, tx.now());
        let found = store::items_seen(tx.connection(), &sight, &[parent]).await?;
        if found.iter().all(|row| row.lead_id != lead.id()) {
            return Err(ApiError::input("parentId", "The lead has no such evidence."));
        }
    }
    let id = app.ids.id(tx.now());
    let own: Option<&str> = new.tlp.filter(|tlp| *tlp > lead.tlp()).map(Into::into);
    Ok(ItemRow {
        id,
        lead_id: lead.id(),
        item_id: new.item,
        parent_id: new.parent,
        kind: new.kind.code().to_owned(),
        title: rules::title(&new.title)?,
        state: EvidenceState::Held.code().to_owned(),
        tlp: own.map(str::to_owned),
        file_id: None,
        sha256: None,
        bytes: None,
        media_type: None,
        file_name: None,
        collector_id: viewer.person,
        organization_id: viewer.organization,
        collected_at: collected.at,
        collected_offset: collected.offset,
        source: rules::line("source", new.source.as_deref())?,
        method: rules::line("method", new.method.as_deref())?,
        tool: rules::line("tool", new.tool.as_deref())?,
        holder_id: viewer.person,
        holder_organization_id: viewer.organization,
        seal: rules::line("seal", new.seal.as_deref())?,
        holds: 0,
        kept_until: None,
        custody_count: 0,
        custody_head: genesis(id),
        version: 1,
        created_at: micros(tx.now()),
    })
}

/// Begins the chain, and wishes for a timestamp where there is an authority to ask.
async fn written_down(app: &App, tx: &Tx, viewer: &Viewer, row: &mut ItemRow, file: Option<&FileRow>) -> Result<()> {
    let detail = json!({
        "collectedAt": row.collected_at, "offset": row.collected_offset, "source": row.source, "method": row.method,
        "tool": row.tool, "title": row.title, "kind": row.kind,
    });
    let actor = Actor::Person(viewer);
    append(app, tx, actor, row, Happened::new(CustodyKind::Collected, detail)).await?;
    if let Some(seal) = row.seal.clone() {
        append(
            app,
            tx,
            actor,
            row,
            Happened::new(CustodyKind::Sealed, json!({ "seal": seal })),
        )
        .await?;
    }
    let Some(file) = file else { return Ok(()) };
    let detail = json!({
        "sha256": file.sha256, "bytes": file.bytes, "mediaType": file.media_type,
        "chunks": Chunks::from(file).digest(), "preview": media::has_preview(&file.media_type),
    });
    append(app, tx, actor, row, Happened::new(CustodyKind::Hashed, detail)).await?;
    if media::has_preview(&file.media_type) {
        // Those that look like it are to be found.
        store::picture_wish(tx, file.id).await?;
    }
    if app.config.timestamp_url.trim().is_empty() {
        return Ok(());
    }
    let wish = StampRow {
        id: row.id,
        sha256: file.sha256.clone(),
        state: TimestampState::Waiting.code().to_owned(),
        attempts: 0,
        next_at: micros(tx.now()),
        token: None,
        stamped_at: None,
        authority: None,
    };
    store::stamp_insert(tx, wish).await
}
