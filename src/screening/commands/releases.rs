//! Releases: from when on which versions hold. A release is the only way by which anything about screening changes, and it is
//! never changed itself; going back is one more release.

use serde_json::json;
use uuid::Uuid;

use super::{
    line, millionths,
    scope::{RuleScope, changeable},
    share_of,
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    permissions::Viewer,
    platform::{
        clock::micros,
        db::{Tx, json as read_json},
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
    screening::{
        rules::queue::Mode,
        store::{self, ReleaseRow},
    },
};

/// What is to hold from now on; what is `None` stays as it is.
#[derive(Debug, Clone, Default)]
pub(crate) struct NewRelease {
    /// The brand it is for; the alliance where none is named.
    pub(crate) brand: Option<Uuid>,
    /// The number of the release that was seen in force, 0 where there was none.
    pub(crate) expected: i32,
    /// All rules that are to hold, at most one of each kind.
    pub(crate) packs: Option<Vec<Uuid>>,
    /// The model; `Some(None)` for the alliance's, or of the alliance for what people wrote.
    pub(crate) model: Option<Option<Uuid>>,
    /// The least probability, 0.01 to 0.99; `Some(None)` for the alliance's, or of the alliance for one half.
    pub(crate) threshold: Option<Option<f64>>,
    /// What is done with what is likely enough.
    pub(crate) mode: Option<Mode>,
    /// Why.
    pub(crate) reason: String,
}

/// Lets versions hold from now on.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`; `STALE_VERSION` where another release was made since; `BAD_USER_INPUT` with the field at fault.
pub(crate) async fn release(app: &App, viewer: &Viewer, new: NewRelease) -> Result<ReleaseRow> {
    let tx = app.begin().await?;
    let scope = changeable(tx.connection(), viewer, new.brand, tx.now()).await?;
    let last = store::release_last(tx.connection(), &scope.code()).await?;
    expect(last.as_ref(), new.expected)?;
    let packs = match new.packs {
        Some(packs) => checked_packs(&tx, &scope, packs).await?,
        None => last.as_ref().map_or_else(|| "[]".to_owned(), |last| last.packs.clone()),
    };
    let model = match new.model {
        Some(Some(id)) => Some(checked_model(&tx, &scope, id).await?),
        Some(None) => None,
        None => last.as_ref().and_then(|last| last.model_id),
    };
    let threshold = match new.threshold {
        Some(threshold) => threshold.map(checked_threshold).transpose()?,
        None => last.as_ref().and_then(|last| last.threshold),
    };
    let mode = match (new.mode, &last) {
        (Some(mode), _) => <&str>::from(mode).to_owned(),
        (None, Some(last)) => last.mode.clone(),
        (None, None) => <&str>::from(Mode::Review).to_owned(),
    };
    let row = ReleaseRow {
        id: app.ids.id(tx.now()),
        scope: scope.code(),
        brand_id: scope.brand,
        number: new.expected + 1,
        packs,
        model_id: model,
        threshold,
        mode,
        reason: line("reason", &new.reason, 500)?,
        rolled_back_to: None,
        released_by: viewer.person,
        released_at: micros(tx.now()),
    };
    keep(app, viewer, tx, row, "releaseScreening").await
}

/// Lets what an earlier release said hold again, as one more release.
///
/// # Errors
/// As [`release`]; `NOT_FOUND` where there is no release of that number.
pub(crate) async fn roll_back(
    app: &App,
    viewer: &Viewer,
    brand: Option<Uuid>,
    (expected, to): (i32, i32),
    reason: &str,
) -> Result<ReleaseRow> {
    let tx = app.begin().await?;
    let scope = changeable(tx.connection(), viewer, brand, tx.now()).await?;
    let last = store::release_last(tx.connection(), &scope.code()).await?;
    expect(last.as_ref(), expected)?;
    let earlier = store::release_at(tx.connection(), &scope.code(), to).await?;
    let earlier = earlier.ok_or_else(ApiError::not_found)?;
    let row = ReleaseRow {
        id: app.ids.id(tx.now()),
        number: expected + 1,
        reason: line("reason", reason, 500)?,
        rolled_back_to: Some(earlier.number),
        released_by: viewer.person,
        released_at: micros(tx.now()),
        ..earlier
    };
    keep(app, viewer, tx, row, "rollBackScreening").await
}

fn expect(last: Option<&ReleaseRow>, expected: i32) -> Result<()> {
    if last.map_or(0, |last| last.number) == expected {
        Ok(())
    } else {
        Err(ErrorCode::StaleVersion.into())
    }
}

async fn keep(app: &App, viewer: &Viewer, tx: Tx, row: ReleaseRow, action: &'static str) -> Result<ReleaseRow> {
    store::release_insert(&tx, row.clone()).await?;
    let detail = json!({
        "scope": row.scope,
        "number": row.number,
        "packs": read_json::<Vec<Uuid>>(&row.packs)?,
        "model": row.model_id,
        "threshold": row.threshold.map(share_of),
        "mode": row.mode,
        "rolledBackTo": row.rolled_back_to,
    });
    let act = Act::on(Category::Admin, action, IdKind::ScreeningRelease, row.id).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(row)
}

async fn checked_packs(tx: &Tx, scope: &RuleScope, mut ids: Vec<Uuid>) -> Result<String> {
    ids.sort_unstable();
    ids.dedup();
    let rows = store::packs_by_ids(tx.connection(), &ids).await?;
    let code = scope.code();
    if rows.len() != ids.len() || rows.iter().any(|row| row.scope != code) {
        return Err(ApiError::input("rulePackIds", "There are no such rules of this scope."));
    }
    let mut kinds: Vec<&str> = rows.iter().map(|row| row.kind.as_str()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    if kinds.len() != rows.len() {
        return Err(ApiError::input("rulePackIds", "Of each kind one version holds."));
    }
    serde_json::to_string(&ids).map_err(ApiError::internal)
}

async fn checked_model(tx: &Tx, scope: &RuleScope, id: Uuid) -> Result<Uuid> {
    let row = store::model_by_id(tx.connection(), id).await?;
    row.filter(|row| row.scope == scope.code())
        .map(|row| row.id)
        .ok_or_else(|| ApiError::input("modelId", "There is no such model of this scope."))
}

fn checked_threshold(threshold: f64) -> Result<i64> {
    if (0.01..=0.99).contains(&threshold) {
        return Ok(millionths(threshold));
    }
    Err(ApiError::input("threshold", "Give a number from 0.01 to 0.99."))
}
