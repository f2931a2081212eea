//! Suspects: who was met with. Who that is, is sealed; what it is known by is hashed, and compared with other actions.

use jiff::{SignedDuration, civil::Date};
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{
    Done, Loaded, deconflict, load, note,
    outcome::{Entry, entry, keep, must_be_site, must_have_room},
    sight,
};
use crate::{
    actions::{
        rules::{self, CustodyStage},
        store::{self, StageRow, SuspectRow},
    },
    app::App,
    permissions::{Action, Viewer},
    platform::{
        clock::micros,
        db::Tx,
        error::{ApiError, ErrorCode, Result},
        vault::Label,
    },
    subjects::{
        self, NewIdentifier,
        rules::{PersonalDataPurpose, SupplyRole, masked_name},
    },
};

/// Most identifiers of a suspect.
const MOST_IDENTIFIERS: usize = 20;
/// How long it is kept who a suspect is.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 730);

/// Somebody who was met with, or not.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewSuspect {
    pub(crate) site: Option<Uuid>,
    pub(crate) name: String,
    pub(crate) aliases: Option<String>,
    pub(crate) identifiers: Vec<NewIdentifier>,
    pub(crate) detail: Option<String>,
    pub(crate) role: Option<SupplyRole>,
    pub(crate) stage: CustodyStage,
    pub(crate) on: Date,
}

/// Writes down a suspect with the stage it is in. Who it is, is sealed.
///
/// # Errors
/// As [`record_result`](super::record_result).
pub(crate) async fn record_suspect(app: &App, viewer: &Viewer, key: &str, id: Uuid, new: NewSuspect) -> Result<Uuid> {
    let name = "recordSuspect";
    let tx = app.begin().await?;
    // Before anything is locked, lest two wait for each other: what it is known by is compared.
    store::take_turn(&tx).await?;
    let (tx, loaded, claim) = match entry(tx, viewer, id, (name, key), &new).await? {
        Entry::New(new) => *new,
        Entry::Known(id) => return Ok(id),
    };
    if let Some(site) = new.site {
        must_be_site(&tx, id, site).await?;
    }
    must_have_room(store::suspects_of(tx.connection(), &[id]).await?.len())?;
    let (row, stage) = suspect(app, viewer, &tx, &loaded, &new)?;
    let made = row.id;
    store::suspect_insert(&tx, row).await?;
    store::stage_insert(&tx, stage).await?;
    deconflict::settle(app, &tx, &loaded.row, Some(viewer.person)).await?;
    keep(app, tx, viewer, id, (claim, name, made)).await
}

/// What is sealed of a suspect.
#[derive(Debug, Clone, Serialize, serde::Deserialize)]
pub(crate) struct Identity {
    pub(crate) name: String,
    pub(crate) aliases: Option<String>,
    /// Each with its kind.
    pub(crate) identifiers: Vec<String>,
    pub(crate) detail: Option<String>,
}

fn label(suspect: Uuid) -> Label {
    Label {
        purpose: "suspect",
        owner: suspect,
    }
}

fn suspect(app: &App, viewer: &Viewer, tx: &Tx, loaded: &Loaded, new: &NewSuspect) -> Result<(SuspectRow, StageRow)> {
    let id = app.ids.id(tx.now());
    if new.identifiers.len() > MOST_IDENTIFIERS {
        let text = format!("A suspect has at most {MOST_IDENTIFIERS} identifiers.");
        return Err(ApiError::input("identifiers", text));
    }
    let mut hashes = Vec::with_capacity(new.identifiers.len());
    for (place, identifier) in new.identifiers.iter().enumerate() {
        let field = format!("identifiers.{place}.value");
        // What many share ties nobody, as with subjects.
        hashes.extend(subjects::tie_of(app, identifier, &field)?);
    }
    let shown = |of: &NewIdentifier| format!("{} {}", <&str>::from(of.kind), of.value.trim());
    let identity = Identity {
        name: rules::line("name", &new.name, 200)?,
        aliases: rules::optional("aliases", new.aliases.as_deref(), 500)?,
        identifiers: new.identifiers.iter().map(shown).collect(),
        detail: rules::optional("detail", new.detail.as_deref(), 2_000)?,
    };
    let clear = serde_json::to_vec(&identity).map_err(ApiError::internal)?;
    let now = micros(tx.now());
    let kept = tx.now().checked_add(KEPT).map_err(ApiError::internal)?;
    let row = SuspectRow {
        id,
        action_id: loaded.row.id,
        site_id: new.site,
        masked: Some(masked_name(&identity.name)),
        sealed: Some(app.keys.vault().seal(app.ids.as_ref(), label(id), &clear)?),
        role: new.role.map(|role| role.code().to_owned()),
        hashes: serde_json::to_string(&hashes).map_err(ApiError::internal)?,
        revision: loaded.row.revision,
        struck_in: None,
        struck_by: None,
        struck_reason: None,
        retain_until: micros(kept),
        no_follow_up: None,
        reminded_at: None,
        recorded_by: viewer.person,
        recorded_at: now,
        version: 1,
    };
    let stage = StageRow {
        id: app.ids.id(tx.now()),
        suspect_id: id,
        stage: new.stage.code().to_owned(),
        on_day: rules::past_day("on", new.on, tx.now(), loaded.row.time_zone.as_deref())?,
        note: None,
        recorded_by: viewer.person,
        recorded_at: now,
        verified_by: None,
        verified_at: None,
    };
    Ok((row, stage))
}

/// Shows who a suspect is, to somebody on the team; that it was shown, and for what, is in the log before it is (I38).
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED` where that was forgotten.
pub(crate) async fn reveal(
    app: &App,
    viewer: &Viewer,
    suspect: Uuid,
    purpose: PersonalDataPurpose,
) -> Result<Identity> {
    let tx = app.begin().await?;
    let row = store::suspect_seen(tx.connection(), &sight(viewer, tx.now()), suspect).await?;
    let loaded = load(&tx, viewer, row.action_id).await?;
    if loaded.standing.role.is_none() || !viewer.has(Action::PersonalDataRead) {
        return Err(ErrorCode::Forbidden.into());
    }
    let sealed = row.sealed.ok_or(ErrorCode::TransitionNotAllowed)?;
    let clear = app.keys.vault().open(label(suspect), &sealed)?;
    let identity = serde_json::from_slice(&clear).map_err(ApiError::internal)?;
    let detail = json!({ "suspect": suspect, "purpose": purpose.code() });
    let done = Done {
        mutation: "revealSuspect",
        detail: &detail,
        news: Vec::new(),
        compares: false,
    };
    note(app, tx, viewer, row.action_id, done).await?;
    Ok(identity)
}
