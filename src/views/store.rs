//! The SQL of saved views.

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, Select,
    sea_query::{Expr, OnConflict},
};
use serde_json::Value;
use uuid::Uuid;

use super::rules::{ListKind, ViewRow};
use crate::{
    permissions::Viewer,
    platform::{
        clock::{micros, timestamp},
        db::{Tx, code, json, keyset},
        error::{ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
    },
};
use entity::{saved_view, saved_view_default};

/// Which views a list of them is of: those that a viewer has, of one list.
#[derive(Debug, Clone, Copy)]
pub(super) struct ViewFilter {
    person: Uuid,
    organization: Uuid,
    list: ListKind,
}

impl ViewFilter {
    /// What [`ViewRow::is_seen_by`] says, as a condition.
    pub(super) fn of(viewer: &Viewer, list: ListKind) -> Self {
        Self {
            person: viewer.person,
            organization: viewer.organization,
            list,
        }
    }

    fn select(self) -> Select<saved_view::Entity> {
        let shared = Condition::all()
            .add(saved_view::Column::Shared.eq(true))
            .add(saved_view::Column::OrganizationId.eq(self.organization));
        let seen = Condition::any()
            .add(saved_view::Column::OwnerId.eq(self.person))
            .add(shared);
        saved_view::Entity::find()
            .filter(saved_view::Column::List.eq(<&str>::from(self.list)))
            .filter(seen)
    }
}

fn row(model: saved_view::Model) -> Result<ViewRow> {
    Ok(ViewRow {
        id: model.id,
        owner: model.owner_id,
        organization: model.organization_id,
        list: code(&model.list)?,
        name: model.name,
        filter: json(&model.filter)?,
        order: model.order_by.as_deref().map(json).transpose()?.unwrap_or_default(),
        shared: model.shared,
        version: model.version,
        created_at: timestamp(model.created_at),
    })
}

/// A page of views, the first made first.
pub(super) async fn view_page(
    connection: &impl ConnectionTrait,
    filter: ViewFilter,
    args: &PageArgs,
) -> Result<Page<ViewRow>> {
    let rows = keyset(
        filter.select(),
        saved_view::Column::CreatedAt,
        saved_view::Column::Id,
        args,
    )
    .all(connection)
    .await?;
    let keyed = rows.into_iter().map(|model| (model.created_at, model.id, model));
    Page::cut(keyed.collect(), args).try_map(row)
}

/// How many those are.
pub(super) async fn view_count(connection: &impl ConnectionTrait, filter: ViewFilter) -> Result<u64> {
    Ok(filter.select().count(connection).await?)
}

/// How many views a person owns.
pub(super) async fn views_owned(connection: &impl ConnectionTrait, person: Uuid) -> Result<u64> {
    let owned = saved_view::Entity::find().filter(saved_view::Column::OwnerId.eq(person));
    Ok(owned.count(connection).await?)
}

/// The view of an id, whoever has it.
pub(super) async fn view_by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<ViewRow>> {
    let found = saved_view::Entity::find_by_id(id).one(connection).await?;
    found.map(row).transpose()
}

/// The view with which a list opens for a person.
pub(super) async fn default_of(
    connection: &impl ConnectionTrait,
    person: Uuid,
    list: ListKind,
) -> Result<Option<Uuid>> {
    let key = (person, <&str>::from(list).to_owned());
    let found = saved_view_default::Entity::find_by_id(key).one(connection).await?;
    Ok(found.map(|row| row.view_id))
}

/// Inserts a view.
pub(super) async fn view_insert(tx: &Tx, row: &ViewRow) -> Result<()> {
    let model = saved_view::ActiveModel {
        id: Set(row.id),
        owner_id: Set(row.owner),
        organization_id: Set(row.organization),
        list: Set(<&str>::from(row.list).to_owned()),
        name: Set(row.name.clone()),
        filter: Set(row.filter.to_string()),
        order_by: Set(order(&row.order)),
        shared: Set(row.shared),
        version: Set(row.version),
        created_at: Set(micros(row.created_at)),
    };
    saved_view::Entity::insert(model)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

fn order(value: &Value) -> Option<String> {
    (!value.is_null()).then(|| value.to_string())
}

/// Saves what of a view changes, if nobody else changed it since; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(super) async fn view_save(tx: &Tx, row: &ViewRow) -> Result<()> {
    use saved_view::Column;
    let saved = saved_view::Entity::update_many()
        .col_expr(Column::Name, Expr::value(row.name.clone()))
        .col_expr(Column::Filter, Expr::value(row.filter.to_string()))
        .col_expr(Column::OrderBy, Expr::value(order(&row.order)))
        .col_expr(Column::Shared, Expr::value(row.shared))
        .col_expr(Column::Version, Expr::value(row.version + 1))
        .filter(Column::Id.eq(row.id))
        .filter(Column::Version.eq(row.version))
        .exec(tx.connection())
        .await?;
    match saved.rows_affected {
        1 => Ok(()),
        _ => Err(ErrorCode::StaleVersion.into()),
    }
}

/// Deletes a view; nobody's list opens with it any more.
pub(super) async fn view_delete(tx: &Tx, id: Uuid) -> Result<()> {
    saved_view_default::Entity::delete_many()
        .filter(saved_view_default::Column::ViewId.eq(id))
        .exec(tx.connection())
        .await?;
    saved_view::Entity::delete_by_id(id).exec(tx.connection()).await?;
    Ok(())
}

/// Has nobody's list but the owner's open with a view that is not shared any more.
pub(super) async fn defaults_withdraw(tx: &Tx, view: Uuid, owner: Uuid) -> Result<()> {
    saved_view_default::Entity::delete_many()
        .filter(saved_view_default::Column::ViewId.eq(view))
        .filter(saved_view_default::Column::PersonId.ne(owner))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Has a list open for a person with a view, or as it is.
pub(super) async fn default_set(tx: &Tx, person: Uuid, list: ListKind, view: Option<Uuid>) -> Result<()> {
    use saved_view_default::Column;
    let list: &str = list.into();
    let Some(view) = view else {
        saved_view_default::Entity::delete_many()
            .filter(Column::PersonId.eq(person))
            .filter(Column::List.eq(list))
            .exec(tx.connection())
            .await?;
        return Ok(());
    };
    let model = saved_view_default::ActiveModel {
        person_id: Set(person),
        list: Set(list.to_owned()),
        view_id: Set(view),
    };
    let replace = OnConflict::columns([Column::PersonId, Column::List])
        .update_column(Column::ViewId)
        .to_owned();
    saved_view_default::Entity::insert(model)
        .on_conflict(replace)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}
