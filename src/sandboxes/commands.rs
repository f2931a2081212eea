//! Making and emptying a sandbox, and what it plays.

use std::collections::{HashMap, hash_map::Entry};

use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    rules::{self, BRAND, SandboxRow},
    store,
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    leads,
    members::{self, OrganizationRow},
    permissions::{Action, Target, Viewer},
    platform::{
        clock::micros,
        db::{
            Connection, Recorded, Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids::{self, IdKind},
    },
    rights::{self, BrandRow},
};

/// Most leads that are played in one turn.
const MOST: u32 = 100;

/// The sandbox of the viewer's organisation; `None` where it has none.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn own(app: &App, viewer: &Viewer) -> Result<Option<SandboxRow>> {
    let connection = app.db.read();
    match members::sandbox_of(connection, viewer.organization).await? {
        Some(row) => shown(connection, row, micros(app.now())).await.map(Some),
        None => Ok(None),
    }
}

async fn shown(connection: &impl Connection, row: OrganizationRow, now: i64) -> Result<SandboxRow> {
    Ok(SandboxRow {
        id: row.id,
        leads: store::lead_count(connection, row.id, now).await?,
        name: row.name,
        version: row.version,
        created_at: row.created_at,
    })
}

/// Begins what only who looks after service accounts of the own organisation may do; that is locked.
async fn begin(app: &App, viewer: &Viewer) -> Result<(Tx, OrganizationRow)> {
    let tx = app.begin().await?;
    let own = Target {
        organization: viewer.organization,
        brands: &[],
    };
    if !viewer.may(Action::ServiceAccountManage, own, tx.now()) {
        return Err(ErrorCode::Forbidden.into());
    }
    let home = members::organization_seen(&tx, viewer, viewer.organization).await?;
    Ok((tx, home))
}

/// Makes the sandbox of the viewer's organisation, with a right holder and its brand.
///
/// # Errors
/// `FORBIDDEN`, `ALREADY_EXISTS`, `BAD_USER_INPUT` for the key.
pub(super) async fn create(app: &App, viewer: &Viewer, key: &str) -> Result<SandboxRow> {
    let (tx, home) = begin(app, viewer).await?;
    let claim = match claim(&tx, viewer.person, "createSandbox", key, &home.id).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return own(app, viewer).await?.ok_or_else(ApiError::not_found),
    };
    if members::sandbox_of(tx.connection(), home.id).await?.is_some() {
        return Err(ErrorCode::AlreadyExists.into());
    }
    let (name, holder) = rules::names(&home.name);
    let sandbox = members::sandbox_insert(app, &tx, &home, &name, viewer.person).await?;
    let holder = members::sandbox_insert(app, &tx, &sandbox, &holder, viewer.person).await?;
    let brand = BrandRow {
        id: app.ids.id(tx.now()),
        organization_id: holder.id,
        name: BRAND.to_owned(),
        name_zh: None,
        active: true,
        nice_classes: Vec::new(),
        version: 1,
        created_at: tx.now(),
    };
    rights::sandbox_brand_insert(&tx, &brand).await?;
    claim.keep(&tx, &[sandbox.id]).await?;
    finish(app, tx, viewer, "createSandbox", sandbox, &json!({})).await
}

/// Empties the sandbox of the viewer's organisation: nobody sees what came in until now, and it may come in again. Accounts,
/// credentials and webhooks stay as they are.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND` where there is none, `STALE_VERSION`.
pub(super) async fn reset(app: &App, viewer: &Viewer, expected: i32) -> Result<SandboxRow> {
    let (tx, home) = begin(app, viewer).await?;
    let found = members::sandbox_of(tx.connection(), home.id).await?;
    let sandbox = found.ok_or_else(ApiError::not_found)?;
    if sandbox.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    let sandbox = members::sandbox_touch(&tx, sandbox).await?;
    let leads = store::empty(&tx, sandbox.id, micros(tx.now())).await?;
    finish(app, tx, viewer, "resetSandbox", sandbox, &json!({ "leads": leads })).await
}

/// Writes the audit entry and commits. What somebody sees has changed.
async fn finish(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    mutation: &'static str,
    sandbox: OrganizationRow,
    detail: &Value,
) -> Result<SandboxRow> {
    members::raise_authz_epoch(&tx).await?;
    let act = Act::on(Category::Admin, mutation, IdKind::Org, sandbox.id).with(detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    let row = shown(tx.connection(), sandbox, micros(tx.now())).await?;
    tx.commit(proof).await?;
    Ok(row)
}

/// Who plays in a sandbox: the desk as the keeper of its leads, and the right holder.
struct Players {
    keeper: Viewer,
    holder: Viewer,
}

/// Plays what is to be played; returns how many leads moved. One that cannot be played is logged and holds up no other, and two
/// turns at once do no harm: each step checks state and version.
pub(super) async fn play(app: &App) -> Result<usize> {
    let mut known: HashMap<Uuid, Option<Players>> = HashMap::new();
    let mut moved = 0;
    for (lead, sandbox) in store::to_play(app.db.read(), micros(app.now()), MOST).await? {
        if let Entry::Vacant(place) = known.entry(sandbox) {
            place.insert(players(app, sandbox).await?);
        }
        let Some(Some(players)) = known.get(&sandbox) else {
            continue;
        };
        match Box::pin(leads::play(app, &players.keeper, &players.holder, lead)).await {
            Ok(()) => moved += 1,
            // Somebody acted in the same moment: what they did stands.
            Err(error) if matches!(error.code, ErrorCode::StaleVersion | ErrorCode::TransitionNotAllowed) => {}
            Err(error) => {
                let lead = ids::encode(IdKind::Lead, lead);
                tracing::error!(
                    lead,
                    code = error.code.as_str(),
                    "a lead of a sandbox could not be played"
                );
            }
        }
    }
    Ok(moved)
}

async fn players(app: &App, sandbox: Uuid) -> Result<Option<Players>> {
    let connection = app.db.read();
    let keeper = members::organizations_by_ids(connection, &[sandbox]).await?.pop();
    let holder = members::sandbox_of(connection, sandbox).await?;
    Ok(keeper.zip(holder).map(|(keeper, holder)| Players {
        keeper: members::sandbox_viewer(&keeper),
        holder: members::sandbox_viewer(&holder),
    }))
}

/// Lets listings come in again whose leads in sandboxes have ended.
pub(super) async fn forget(app: &App) -> Result<u64> {
    let tx = app.begin().await?;
    let begun = tx
        .now()
        .checked_sub(leads::rules::SEEN_IN_SANDBOX)
        .unwrap_or(Timestamp::MIN);
    let forgotten = store::forget(&tx, micros(tx.now()), micros(begun)).await?;
    tx.commit(Recorded(())).await?;
    Ok(forgotten)
}
