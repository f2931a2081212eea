//! Starting an import with what was previewed, ending it, and looking at it.

use serde_json::json;
use uuid::Uuid;

use super::plan::{Plan, preview};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    imports::{
        rules::ImportState,
        store::{self, ImportRow, ResultFilter, ResultRow},
    },
    permissions::{Action, Target, Viewer},
    platform::{
        clock::micros,
        db::idempotency::{Idempotency, claim},
        error::{ApiError, ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
        ids::IdKind,
    },
};

/// Starts an import of what was previewed; the worker does the rest.
///
/// # Errors
/// As [`preview`]; `PREVIEW_REQUIRED` where the token is not that of this file, these choices and what they give now;
/// `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn start(app: &App, viewer: &Viewer, key: &str, plan: &Plan, token: &str) -> Result<ImportRow> {
    let seen = preview(app, viewer, plan).await?;
    let tx = app.begin().await?;
    let owner = plan.choices.on_behalf_of.unwrap_or(viewer.organization);
    let target = Target {
        organization: owner,
        brands: plan.choices.brand.as_slice(),
    };
    if !viewer.may(Action::LeadCreate, target, tx.now()) {
        return Err(ErrorCode::Forbidden.into());
    }
    let claim = match claim(&tx, viewer.person, "startImport", key, &(plan, token)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let id = ids.first().copied().ok_or_else(ApiError::not_found)?;
            let found = store::import_own(tx.connection(), viewer.person, id).await?;
            return found.ok_or_else(ApiError::not_found);
        }
    };
    if seen.token.as_deref() != Some(token) {
        return Err(ApiError::because(
            ErrorCode::PreviewRequired,
            "The file or the choices are not those of the preview. Look at it again.",
        ));
    }
    if seen.parsed.leads.is_empty() {
        return Err(ApiError::input("uploadId", "No lead can be made of this file."));
    }
    let upload = store::upload_own(tx.connection(), viewer.person, plan.upload, micros(tx.now())).await?;
    let upload = upload.ok_or_else(ApiError::not_found)?;
    let count = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    let row = ImportRow {
        id: app.ids.id(tx.now()),
        person_id: viewer.person,
        owner_id: owner,
        upload_id: plan.upload,
        name: upload.name,
        format: <&str>::from(seen.format).to_owned(),
        choices: serde_json::to_string(plan).map_err(ApiError::internal)?,
        digest: seen.parsed.digest(),
        state: <&str>::from(ImportState::Running).to_owned(),
        position: 0,
        total: count(seen.parsed.leads.len()),
        created: 0,
        already_there: 0,
        refused: 0,
        skipped: count(
            seen.parsed
                .elements
                .iter()
                .filter(|element| element.lead.is_none())
                .count(),
        ),
        claimed_until: 0,
        version: 1,
        created_at: micros(tx.now()),
        ended_at: None,
    };
    store::import_insert(&tx, row.clone()).await?;
    claim.keep(&tx, &[row.id]).await?;
    let detail = json!({ "format": row.format, "leads": row.total });
    let act = Act::on(Category::Content, "startImport", IdKind::Import, row.id).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(row)
}

/// Ends an import; what was imported stays.
///
/// # Errors
/// `NOT_FOUND`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED` where it runs no more.
pub(crate) async fn cancel(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<ImportRow> {
    let tx = app.begin().await?;
    let found = store::import_own(tx.connection(), viewer.person, id).await?;
    let row = found.ok_or_else(ApiError::not_found)?;
    if row.state != <&str>::from(ImportState::Running) {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    if row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    if !store::import_end(&tx, id, ImportState::Cancelled).await? {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    let detail = json!({ "done": row.position });
    let act = Act::on(Category::Content, "cancelImport", IdKind::Import, id).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    let found = store::import_own(tx.connection(), viewer.person, id).await?;
    tx.commit(proof).await?;
    found.ok_or_else(ApiError::not_found)
}

/// The viewer's own import.
///
/// # Errors
/// `NOT_FOUND` where there is none or it is somebody else's.
pub(crate) async fn find(app: &App, viewer: &Viewer, id: Uuid) -> Result<ImportRow> {
    let found = store::import_own(app.db.read(), viewer.person, id).await?;
    found.ok_or_else(ApiError::not_found)
}

/// A page of the viewer's own imports, the latest first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn list(app: &App, person: Uuid, args: &PageArgs) -> Result<Page<ImportRow>> {
    store::import_page(app.db.read(), person, args).await
}

/// How many those are.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn list_count(app: &App, person: Uuid) -> Result<u64> {
    store::import_count(app.db.read(), person).await
}

/// A page of what became of each element.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn results(
    app: &App,
    import: Uuid,
    filter: &ResultFilter,
    args: &PageArgs,
) -> Result<Page<ResultRow>> {
    store::result_page(app.db.read(), import, filter, args).await
}

/// How many those are.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn results_count(app: &App, import: Uuid, filter: &ResultFilter) -> Result<u64> {
    store::result_count(app.db.read(), import, filter).await
}
