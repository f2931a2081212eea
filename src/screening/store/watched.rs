//! Sellers whom organisations watch.

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _,
    QuerySelect as _, sea_query::Expr,
};
use uuid::Uuid;

use super::WatchedRow;
use crate::platform::{
    clock::micros,
    db::{Tx, keyset},
    error::{ErrorCode, Result},
    graphql::connection::{Page, PageArgs},
};
use entity::watched_seller::{self, Column, Entity};

/// Everybody who is watched by anybody, at most so many.
pub(in crate::screening) async fn watched_all(connection: &impl ConnectionTrait, most: u64) -> Result<Vec<WatchedRow>> {
    Ok(Entity::find()
        .filter(Column::EndedAt.is_null())
        .limit(most)
        .all(connection)
        .await?)
}

/// How many an organisation watches.
pub(in crate::screening) async fn watched_open(connection: &impl ConnectionTrait, organization: Uuid) -> Result<u64> {
    Ok(open_of(organization).count(connection).await?)
}

fn open_of(organization: Uuid) -> sea_orm::Select<watched_seller::Entity> {
    Entity::find()
        .filter(Column::OrganizationId.eq(organization))
        .filter(Column::EndedAt.is_null())
}

/// The entry of an organisation for the same shop.
pub(in crate::screening) async fn watched_same(
    connection: &impl ConnectionTrait,
    organization: Uuid,
    (platform, shop): (&str, &str),
) -> Result<Option<WatchedRow>> {
    Ok(open_of(organization)
        .filter(Column::Platform.eq(platform))
        .filter(Column::ShopId.eq(shop))
        .one(connection)
        .await?)
}

/// An entry of an organisation.
pub(in crate::screening) async fn watched_find(
    connection: &impl ConnectionTrait,
    organization: Uuid,
    id: Uuid,
) -> Result<Option<WatchedRow>> {
    Ok(open_of(organization).filter(Column::Id.eq(id)).one(connection).await?)
}

/// Adds an entry.
pub(in crate::screening) async fn watched_insert(tx: &Tx, row: WatchedRow) -> Result<()> {
    Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Ends an entry that is as it was read.
///
/// # Errors
/// `STALE_VERSION` where somebody was faster.
pub(in crate::screening) async fn watched_end(tx: &Tx, row: &WatchedRow, expected: i32) -> Result<()> {
    let ended = Entity::update_many()
        .col_expr(Column::EndedAt, Expr::value(Some(micros(tx.now()))))
        .col_expr(Column::Version, Expr::value(expected + 1))
        .filter(Column::Id.eq(row.id))
        .filter(Column::Version.eq(expected))
        .filter(Column::EndedAt.is_null())
        .exec(tx.connection())
        .await?;
    match ended.rows_affected {
        1 => Ok(()),
        _ => Err(ErrorCode::StaleVersion.into()),
    }
}

/// A page of whom an organisation watches, the latest first.
pub(in crate::screening) async fn watched_page(
    connection: &impl ConnectionTrait,
    organization: Uuid,
    args: &PageArgs,
) -> Result<Page<WatchedRow>> {
    let turned = PageArgs {
        after: args.before,
        before: args.after,
        backward: !args.backward,
        ..*args
    };
    let rows = keyset(open_of(organization), Column::AddedAt, Column::Id, &turned)
        .all(connection)
        .await?;
    let keyed = rows.into_iter().map(|row| (row.added_at, row.id, row));
    Ok(Page::cut(keyed.collect(), args))
}

/// How many those are.
pub(in crate::screening) async fn watched_count(connection: &impl ConnectionTrait, organization: Uuid) -> Result<u64> {
    watched_open(connection, organization).await
}
