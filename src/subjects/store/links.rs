//! What analysts say ties one subject to another.

use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, FromQueryResult as _, IntoActiveModel as _,
    PaginatorTrait as _, QueryFilter as _, sea_query::Expr,
};
use uuid::Uuid;

use super::{LinkRow, present};
use crate::{
    audience::Sight,
    platform::{
        clock::micros,
        db::{Sql, Tx, columns},
        error::Result,
    },
};
use entity::subject_link::{Column, Entity};

/// Inserts a link.
pub(crate) async fn link_insert(tx: &Tx, row: LinkRow) -> Result<()> {
    Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// A link that was not taken away, whoever may see it.
pub(crate) async fn link_by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<LinkRow>> {
    let present = Entity::find_by_id(id).filter(Column::RemovedAt.is_null());
    Ok(present.one(connection).await?)
}

/// How many links go out from a subject.
pub(crate) async fn link_count(connection: &impl ConnectionTrait, from: Uuid) -> Result<u64> {
    let present = Entity::find()
        .filter(Column::FromId.eq(from))
        .filter(Column::RemovedAt.is_null());
    Ok(present.count(connection).await?)
}

/// Takes a link away; false where it was.
pub(crate) async fn link_remove(tx: &Tx, id: Uuid) -> Result<bool> {
    let removed = Entity::update_many()
        .col_expr(Column::RemovedAt, Expr::value(Some(micros(tx.now()))))
        .filter(Column::Id.eq(id))
        .filter(Column::RemovedAt.is_null())
        .exec(tx.connection())
        .await?;
    Ok(removed.rows_affected == 1)
}

/// Takes away what was said of a person who is forgotten; that it was tied to something stays.
pub(super) async fn links_silence(tx: &Tx, subject: Uuid) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::Grounds, Expr::value("–"))
        .filter(
            Condition::any()
                .add(Column::FromId.eq(subject))
                .add(Column::ToId.eq(subject)),
        )
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// The links from and to some subjects, where the sight meets both ends; the latest first, at most `most`.
pub(crate) async fn links_seen(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    subjects: &[Uuid],
    most: usize,
) -> Result<Vec<LinkRow>> {
    if subjects.is_empty() || sight.principals.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new(&format!(
        "SELECT {} FROM subject_link o WHERE o.removed_at IS NULL AND (o.from_id",
        columns::<Entity>("o")
    ));
    sql.among(subjects.iter().copied())
        .push(" OR o.to_id")
        .among(subjects.iter().copied());
    sql.push(") AND ").append(&present(sight, "o.from_id"));
    sql.push(" AND ").append(&present(sight, "o.to_id"));
    sql.push(&format!(" ORDER BY o.added_at DESC, o.id LIMIT {most}"))
        .by_values();
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok(LinkRow::from_query_result(row, "")?))
        .collect()
}
