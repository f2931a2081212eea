//! Sellers whom an organisation watches: a sign for its own brands, and known to nobody else.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{line, line_if};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    permissions::{Action, Scope, Viewer},
    platform::{
        clock::micros,
        db::idempotency::{self, Idempotency},
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
    screening::store::{self, WatchedRow},
};

/// Most sellers that an organisation watches.
const MOST: u64 = 1_000;

/// A seller to watch.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewWatch {
    #[serde(skip)]
    pub(crate) idempotency_key: String,
    pub(crate) platform: String,
    pub(crate) shop_id: String,
    pub(crate) name: Option<String>,
    pub(crate) note: Option<String>,
}

/// Those who judge for their own organisation keep its list.
fn may_watch(viewer: &Viewer) -> bool {
    let is_own = |scope: Scope| matches!(scope, Scope::Own | Scope::Brand);
    viewer.active && viewer.scopes(Action::ScreeningJudge).any(is_own)
}

/// Puts a seller on the list of the viewer's organisation.
///
/// # Errors
/// `FORBIDDEN`; `ALREADY_EXISTS` for one that is on it; `LIMIT_EXCEEDED` beyond 1,000; `BAD_USER_INPUT`;
/// `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn watch_seller(app: &App, viewer: &Viewer, new: NewWatch) -> Result<WatchedRow> {
    if !may_watch(viewer) {
        return Err(ErrorCode::Forbidden.into());
    }
    let tx = app.begin().await?;
    let claim = match idempotency::claim(&tx, viewer.person, "watchSeller", &new.idempotency_key, &new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let id = ids.first().copied().ok_or_else(ApiError::not_found)?;
            let row = store::watched_find(tx.connection(), viewer.organization, id).await?;
            return row.ok_or_else(ApiError::not_found);
        }
    };
    let row = WatchedRow {
        id: app.ids.id(tx.now()),
        organization_id: viewer.organization,
        platform: line("platform", &new.platform, 200)?.to_lowercase(),
        shop_id: line("shopId", &new.shop_id, 200)?,
        name: line_if("name", new.name.as_deref(), 200)?,
        note: line_if("note", new.note.as_deref(), 500)?,
        added_by: viewer.person,
        added_at: micros(tx.now()),
        ended_at: None,
        version: 1,
    };
    let shop = (row.platform.as_str(), row.shop_id.as_str());
    if store::watched_same(tx.connection(), row.organization_id, shop)
        .await?
        .is_some()
    {
        return Err(ErrorCode::AlreadyExists.into());
    }
    if store::watched_open(tx.connection(), row.organization_id).await? >= MOST {
        return Err(ApiError::because(
            ErrorCode::LimitExceeded,
            format!("An organisation watches at most {MOST} sellers."),
        ));
    }
    store::watched_insert(&tx, row.clone()).await?;
    claim.keep(&tx, &[row.id]).await?;
    let detail = json!({ "platform": row.platform });
    let act = Act::on(Category::Content, "watchSeller", IdKind::WatchedSeller, row.id).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(row)
}

/// Takes a seller off the list.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`.
pub(crate) async fn unwatch_seller(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<WatchedRow> {
    let tx = app.begin().await?;
    let row = store::watched_find(tx.connection(), viewer.organization, id).await?;
    let row = row.ok_or_else(ApiError::not_found)?;
    if !may_watch(viewer) {
        return Err(ErrorCode::Forbidden.into());
    }
    store::watched_end(&tx, &row, expected).await?;
    let detail = json!({ "platform": row.platform });
    let act = Act::on(Category::Content, "unwatchSeller", IdKind::WatchedSeller, row.id).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    let row = WatchedRow {
        ended_at: Some(micros(tx.now())),
        version: expected + 1,
        ..row
    };
    tx.commit(proof).await?;
    Ok(row)
}
