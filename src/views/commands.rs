//! Use cases of saved views: one transaction each, and the reads behind the resolvers.

use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    rules::{self, ListKind, MOST_VIEWS, ViewRow},
    store,
};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    permissions::Viewer,
    platform::{
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
        ids::IdKind,
    },
};

pub(super) use store::ViewFilter;

/// What a view is to be.
#[derive(Debug, Clone, Serialize)]
pub struct Content {
    /// Its name.
    pub name: String,
    /// The list.
    pub list: ListKind,
    /// The list's filter, checked already.
    pub filter: Value,
    /// The list's order; null for the list's own.
    pub order: Value,
    /// Whether the organisation's other people have it too.
    pub shared: bool,
}

/// A view, and whether the viewer's list opens with it.
pub(super) type Shown = (ViewRow, bool);

/// Saves a view of the viewer's own.
///
/// # Errors
/// `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub async fn create(app: &App, viewer: &Viewer, key: &str, content: Content) -> Result<ViewRow> {
    let tx = app.begin().await?;
    let claim = match claim(&tx, viewer.person, "createSavedView", key, &content).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => return seen(&tx, viewer, ids.first().copied().unwrap_or_default()).await,
    };
    if store::views_owned(tx.connection(), viewer.person).await? >= MOST_VIEWS {
        let text = format!("Keep at most {MOST_VIEWS} views; delete one first.");
        return Err(ApiError::input("name", text));
    }
    let view = ViewRow {
        id: app.ids.id(tx.now()),
        owner: viewer.person,
        organization: viewer.organization,
        list: content.list,
        name: rules::name(&content.name)?,
        filter: rules::words(content.filter)?,
        order: rules::words(content.order)?,
        shared: content.shared,
        version: 1,
        created_at: tx.now(),
    };
    store::view_insert(&tx, &view).await?;
    claim.keep(&tx, &[view.id]).await?;
    finish(app, tx, viewer, "createSavedView", view).await
}

/// Changes a view: its name, what it looks for, and who has it. It stays one of the same list.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(super) async fn update(app: &App, viewer: &Viewer, id: Uuid, expected: i32, content: Content) -> Result<ViewRow> {
    let (tx, mut view) = load(app, viewer, id, expected).await?;
    if content.list != view.list {
        return Err(ApiError::input("view", "A view stays one of the same list."));
    }
    view.name = rules::name(&content.name)?;
    view.filter = rules::words(content.filter)?;
    view.order = rules::words(content.order)?;
    if view.shared && !content.shared {
        store::defaults_withdraw(&tx, id, view.owner).await?;
    }
    view.shared = content.shared;
    store::view_save(&tx, &view).await?;
    view.version += 1;
    finish(app, tx, viewer, "updateSavedView", view).await
}

/// Deletes a view.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`.
pub(super) async fn delete(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<ViewRow> {
    let (tx, view) = load(app, viewer, id, expected).await?;
    store::view_delete(&tx, id).await?;
    finish(app, tx, viewer, "deleteSavedView", view).await
}

/// Has a list open for the viewer with a view, or as it is.
///
/// # Errors
/// `NOT_FOUND` where the viewer has no such view of the list.
pub(super) async fn set_default(
    app: &App,
    viewer: &Viewer,
    list: ListKind,
    id: Option<Uuid>,
) -> Result<Option<ViewRow>> {
    let tx = app.begin().await?;
    let view = match id {
        Some(id) => Some(seen(&tx, viewer, id).await?),
        None => None,
    };
    if view.as_ref().is_some_and(|view| view.list != list) {
        return Err(ApiError::not_found());
    }
    store::default_set(&tx, viewer.person, list, id).await?;
    let detail = json!({ "list": <&str>::from(list), "view": id });
    let act = Act::on(Category::Admin, "setDefaultSavedView", IdKind::Person, viewer.person).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(view)
}

async fn seen(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<ViewRow> {
    let found = store::view_by_id(tx.connection(), id).await?;
    found
        .filter(|view| view.is_seen_by(viewer))
        .ok_or_else(ApiError::not_found)
}

async fn load(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<(Tx, ViewRow)> {
    let tx = app.begin().await?;
    let view = seen(&tx, viewer, id).await?;
    if !view.is_changed_by(viewer, tx.now()) {
        return Err(ErrorCode::Forbidden.into());
    }
    if view.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    Ok((tx, view))
}

/// Audits and commits. The log says whose view it was and whether it is shared, not what it looks for.
async fn finish(app: &App, tx: Tx, viewer: &Viewer, mutation: &'static str, view: ViewRow) -> Result<ViewRow> {
    let detail = json!({ "list": <&str>::from(view.list), "shared": view.shared, "owner": view.owner });
    let act = Act::on(Category::Admin, mutation, IdKind::View, view.id).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(view)
}

/// A page of the views that the viewer has.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn list(app: &App, viewer: &Viewer, list: ListKind, args: &PageArgs) -> Result<Page<Shown>> {
    let page = store::view_page(app.db.read(), ViewFilter::of(viewer, list), args).await?;
    let default = store::default_of(app.db.read(), viewer.person, list).await?;
    Ok(page.map(|view| {
        let is_default = default == Some(view.id);
        (view, is_default)
    }))
}

/// How many those are.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn count(app: &App, filter: ViewFilter) -> Result<u64> {
    store::view_count(app.db.read(), filter).await
}

/// A view that the viewer has.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn visible(app: &App, viewer: &Viewer, id: Uuid) -> Result<Option<Shown>> {
    let found = store::view_by_id(app.db.read(), id).await?;
    match found.filter(|view| view.is_seen_by(viewer)) {
        Some(view) => shown(app, viewer, view).await.map(Some),
        None => Ok(None),
    }
}

/// A view of the viewer's, with whether its list opens with it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn shown(app: &App, viewer: &Viewer, view: ViewRow) -> Result<Shown> {
    let default = store::default_of(app.db.read(), viewer.person, view.list).await?;
    let is_default = default == Some(view.id);
    Ok((view, is_default))
}
