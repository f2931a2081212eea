//! Versions: rules, models, and which of them hold. They are added and never changed.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult as _, IntoActiveModel as _,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use super::{ModelRow, PackRow, ReleaseRow};
use crate::platform::{
    db::{LockRows as _, Sql, Tx, by_ids, columns, is_unique_violation, keyset},
    error::{ErrorCode, Result},
    graphql::connection::{Page, PageArgs},
};
use entity::{brand, rule_pack, screening_model, screening_release};

/// Somebody else made the version with this number in the same moment.
fn stale(error: sea_orm::DbErr) -> crate::platform::error::ApiError {
    if is_unique_violation(&error) {
        return ErrorCode::StaleVersion.into();
    }
    error.into()
}

/// Whose a brand is, and its name; nothing of one that is retired, or of a sandbox.
pub(in crate::screening) async fn brand_of(
    connection: &impl ConnectionTrait,
    brand: Uuid,
) -> Result<Option<(Uuid, String)>> {
    let mut sql = Sql::new(
        "SELECT b.organization_id, b.name FROM brand b JOIN organization o ON o.id = b.organization_id \
         WHERE o.sandbox_of IS NULL AND b.state = 'ACTIVE' AND b.id = ",
    );
    sql.bind(brand);
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    match row {
        Some(row) => Ok(Some((row.try_get("", "organization_id")?, row.try_get("", "name")?))),
        None => Ok(None),
    }
}

/// Whose some brands are.
pub(in crate::screening) async fn owners_of(
    connection: &impl ConnectionTrait,
    brands: &[Uuid],
) -> Result<HashMap<Uuid, Uuid>> {
    let rows = by_ids::<brand::Entity>(connection, brands).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.organization_id)).collect())
}

/// Makes others who make versions of a brand's wait for this transaction; nothing for the alliance, whose number decides.
async fn lock(tx: &Tx, of: Option<Uuid>) -> Result<()> {
    if let Some(of) = of {
        brand::Entity::find_by_id(of).locked().one(tx.connection()).await?;
    }
    Ok(())
}

/// Adds a version of rules.
pub(in crate::screening) async fn pack_insert(tx: &Tx, row: PackRow) -> Result<()> {
    rule_pack::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await
        .map_err(stale)?;
    Ok(())
}

/// The number of the last version of rules of a kind; 0 before the first.
pub(in crate::screening) async fn pack_last(tx: &Tx, scope: &str, of: Option<Uuid>, kind: &str) -> Result<i32> {
    lock(tx, of).await?;
    let last = rule_pack::Entity::find()
        .filter(rule_pack::Column::Scope.eq(scope))
        .filter(rule_pack::Column::Kind.eq(kind))
        .order_by_desc(rule_pack::Column::Number)
        .one(tx.connection())
        .await?;
    Ok(last.map_or(0, |row| row.number))
}

/// A version of rules.
pub(in crate::screening) async fn pack_by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<PackRow>> {
    Ok(rule_pack::Entity::find_by_id(id).one(connection).await?)
}

/// Versions of rules by their ids, in any order.
pub(in crate::screening) async fn packs_by_ids(
    connection: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<Vec<PackRow>> {
    by_ids::<rule_pack::Entity>(connection, ids).await
}

/// The latest first: the page is read from the other end, and so are its cursors.
fn turned(args: &PageArgs) -> PageArgs {
    PageArgs {
        after: args.before,
        before: args.after,
        backward: !args.backward,
        ..*args
    }
}

/// A page of the versions of rules of a scope, the latest first.
pub(in crate::screening) async fn pack_page(
    connection: &impl ConnectionTrait,
    scope: &str,
    args: &PageArgs,
) -> Result<Page<PackRow>> {
    let query = rule_pack::Entity::find().filter(rule_pack::Column::Scope.eq(scope));
    let rows = keyset(
        query,
        rule_pack::Column::CreatedAt,
        rule_pack::Column::Id,
        &turned(args),
    )
    .all(connection)
    .await?;
    let keyed = rows.into_iter().map(|row| (row.created_at, row.id, row));
    Ok(Page::cut(keyed.collect(), args))
}

/// How many those are.
pub(in crate::screening) async fn pack_count(connection: &impl ConnectionTrait, scope: &str) -> Result<u64> {
    let query = rule_pack::Entity::find().filter(rule_pack::Column::Scope.eq(scope));
    Ok(query.count(connection).await?)
}

/// Adds a version of a model.
pub(in crate::screening) async fn model_insert(tx: &Tx, row: ModelRow) -> Result<()> {
    screening_model::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await
        .map_err(stale)?;
    Ok(())
}

/// The number of the last version of a model; 0 before the first.
pub(in crate::screening) async fn model_last(tx: &Tx, scope: &str, of: Option<Uuid>) -> Result<i32> {
    lock(tx, of).await?;
    let last = screening_model::Entity::find()
        .filter(screening_model::Column::Scope.eq(scope))
        .order_by_desc(screening_model::Column::Number)
        .one(tx.connection())
        .await?;
    Ok(last.map_or(0, |row| row.number))
}

/// A version of a model.
pub(in crate::screening) async fn model_by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<ModelRow>> {
    Ok(screening_model::Entity::find_by_id(id).one(connection).await?)
}

/// A page of the versions of a scope's model, the latest first.
pub(in crate::screening) async fn model_page(
    connection: &impl ConnectionTrait,
    scope: &str,
    args: &PageArgs,
) -> Result<Page<ModelRow>> {
    let query = screening_model::Entity::find().filter(screening_model::Column::Scope.eq(scope));
    let (at, id) = (screening_model::Column::CreatedAt, screening_model::Column::Id);
    let rows = keyset(query, at, id, &turned(args)).all(connection).await?;
    let keyed = rows.into_iter().map(|row| (row.created_at, row.id, row));
    Ok(Page::cut(keyed.collect(), args))
}

/// How many those are.
pub(in crate::screening) async fn model_count(connection: &impl ConnectionTrait, scope: &str) -> Result<u64> {
    let query = screening_model::Entity::find().filter(screening_model::Column::Scope.eq(scope));
    Ok(query.count(connection).await?)
}

/// Adds a release. Of two that were made of the same state one is `STALE_VERSION`.
pub(in crate::screening) async fn release_insert(tx: &Tx, row: ReleaseRow) -> Result<()> {
    screening_release::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await
        .map_err(stale)?;
    Ok(())
}

/// The release of a scope that is in force.
pub(in crate::screening) async fn release_last(
    connection: &impl ConnectionTrait,
    scope: &str,
) -> Result<Option<ReleaseRow>> {
    Ok(screening_release::Entity::find()
        .filter(screening_release::Column::Scope.eq(scope))
        .order_by_desc(screening_release::Column::Number)
        .one(connection)
        .await?)
}

/// A release of a scope by its number.
pub(in crate::screening) async fn release_at(
    connection: &impl ConnectionTrait,
    scope: &str,
    number: i32,
) -> Result<Option<ReleaseRow>> {
    Ok(screening_release::Entity::find()
        .filter(screening_release::Column::Scope.eq(scope))
        .filter(screening_release::Column::Number.eq(number))
        .one(connection)
        .await?)
}

/// The releases that are in force, one for each scope.
pub(in crate::screening) async fn releases_in_force(connection: &impl ConnectionTrait) -> Result<Vec<ReleaseRow>> {
    let sql = Sql::new(&format!(
        "SELECT {} FROM screening_release r WHERE r.number = \
         (SELECT MAX(o.number) FROM screening_release o WHERE o.scope = r.scope)",
        columns::<screening_release::Entity>("r")
    ));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row| Ok(ReleaseRow::from_query_result(row, "")?);
    rows.iter().map(read).collect()
}

/// A page of the releases of a scope, the latest first.
pub(in crate::screening) async fn release_page(
    connection: &impl ConnectionTrait,
    scope: &str,
    args: &PageArgs,
) -> Result<Page<ReleaseRow>> {
    let query = screening_release::Entity::find().filter(screening_release::Column::Scope.eq(scope));
    let (at, id) = (screening_release::Column::ReleasedAt, screening_release::Column::Id);
    let rows = keyset(query, at, id, &turned(args)).all(connection).await?;
    let keyed = rows.into_iter().map(|row| (row.released_at, row.id, row));
    Ok(Page::cut(keyed.collect(), args))
}

/// How many those are.
pub(in crate::screening) async fn release_count(connection: &impl ConnectionTrait, scope: &str) -> Result<u64> {
    let query = screening_release::Entity::find().filter(screening_release::Column::Scope.eq(scope));
    Ok(query.count(connection).await?)
}
