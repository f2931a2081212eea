//! Objects that a sight meets, by their ids or by their lead, seen and read by one statement.

use sea_orm::{ConnectionTrait, DatabaseBackend, EntityTrait, FromQueryResult as _};
use uuid::Uuid;

use super::{Kind, Sight, meets, met_by};
use crate::platform::{
    db::{Sql, Tx, columns},
    error::Result,
};

/// The objects with these ids that the sight meets, in any order.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn objects<E: EntityTrait>(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    kind: Kind,
    ids: &[Uuid],
) -> Result<Vec<E::Model>> {
    rows_where::<E>(connection, sight, kind, "id", ids).await
}

/// What belongs to some leads and the sight meets, in any order.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn objects_within<E: EntityTrait>(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    kind: Kind,
    leads: &[Uuid],
) -> Result<Vec<E::Model>> {
    rows_where::<E>(connection, sight, kind, "lead_id", leads).await
}

async fn rows_where<E: EntityTrait>(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    kind: Kind,
    column: &str,
    ids: &[Uuid],
) -> Result<Vec<E::Model>> {
    if ids.is_empty() || sight.principals.is_empty() {
        return Ok(Vec::new());
    }
    let (wanted, table) = (columns::<E>("o"), E::default());
    let mut sql = Sql::new(&format!(
        "SELECT {wanted} FROM {} o WHERE o.{column}",
        table.table_name()
    ));
    sql.among(ids.iter().copied())
        .push(" AND ")
        .append(&meets(sight, kind, "o.id"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row| Ok(E::Model::from_query_result(row, "")?);
    rows.iter().map(read).collect()
}

/// The object of an id, if the sight meets it. The audience is asked first and whether or not there is such an object, so
/// that both refusals are the same work.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn object<E: EntityTrait>(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    kind: Kind,
    id: Uuid,
) -> Result<Option<E::Model>> {
    one::<E>(connection, sight, kind, id, "").await
}

/// The same, locked until the transaction ends. Nobody waits for, or holds up, what is not visible. The audience was asked
/// before the lock was had, so that it has to be asked again.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn object_locked<E: EntityTrait>(tx: &Tx, sight: &Sight, kind: Kind, id: Uuid) -> Result<Option<E::Model>> {
    // SQLite has one writer anyway. Stronger than other locks (`LockRows`): who adds a row that refers to this one waits, too. An
    // action that takes a lead in reads its walls afterwards, and who builds a wall looks for the actions that took it in.
    let lock = match tx.backend() {
        DatabaseBackend::Postgres => " FOR UPDATE OF o",
        _ => "",
    };
    one::<E>(tx.connection(), sight, kind, id, lock).await
}

async fn one<E: EntityTrait>(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    kind: Kind,
    id: Uuid,
    lock: &str,
) -> Result<Option<E::Model>> {
    if sight.principals.is_empty() {
        return Ok(None);
    }
    let (wanted, table) = (columns::<E>("o"), E::default());
    let mut sql = Sql::new(&format!("SELECT {wanted} FROM {} o WHERE o.id = ", table.table_name()));
    let mut bound = Sql::default();
    bound.bind(id);
    sql.append(&bound)
        .push(" AND ")
        .append(&met_by(sight, kind, &bound))
        .push(lock);
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    Ok(row.map(|row| E::Model::from_query_result(&row, "")).transpose()?)
}
