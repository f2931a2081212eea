//! The parts of actions: sites, team, tasks.

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _, sea_query::Expr,
};
use uuid::Uuid;

use super::ActionRow;
use crate::{
    audience::{self, Kind, Sight},
    platform::{
        clock::micros,
        db::{Sql, Tx, columns},
        error::{ErrorCode, Result},
    },
};
use entity::{action_member, action_site, action_task, offline_action};

/// A site's row.
pub(crate) type SiteRow = action_site::Model;
/// The row of somebody on a team.
pub(crate) type MemberRow = action_member::Model;
/// A task's row.
pub(crate) type TaskRow = action_task::Model;

/// The sites of some actions that were not taken away, in the order in which they were entered.
pub(crate) async fn sites_of(connection: &impl ConnectionTrait, actions: &[Uuid]) -> Result<Vec<SiteRow>> {
    use action_site::Column;
    let found = action_site::Entity::find()
        .filter(Column::ActionId.is_in(actions.iter().copied()))
        .filter(Column::RemovedAt.is_null())
        .order_by_asc(Column::ActionId)
        .order_by_asc(Column::Position);
    Ok(found.all(connection).await?)
}

/// Keeps a new site.
pub(crate) async fn site_insert(tx: &Tx, row: SiteRow) -> Result<()> {
    action_site::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Takes a site away; whether it was there.
pub(crate) async fn site_remove(tx: &Tx, action: Uuid, site: Uuid) -> Result<bool> {
    use action_site::Column;
    let gone = action_site::Entity::update_many()
        .col_expr(Column::RemovedAt, Expr::value(Some(micros(tx.now()))))
        .filter(Column::Id.eq(site))
        .filter(Column::ActionId.eq(action))
        .filter(Column::RemovedAt.is_null())
        .exec(tx.connection())
        .await?;
    Ok(gone.rows_affected == 1)
}

/// Who is on the teams of some actions, in the order in which they came.
pub(crate) async fn members_of(connection: &impl ConnectionTrait, actions: &[Uuid]) -> Result<Vec<MemberRow>> {
    use action_member::Column;
    let found = action_member::Entity::find()
        .filter(Column::ActionId.is_in(actions.iter().copied()))
        .order_by_asc(Column::ActionId)
        .order_by_asc(Column::AddedAt)
        .order_by_asc(Column::PersonId);
    Ok(found.all(connection).await?)
}

/// Puts somebody on a team.
pub(crate) async fn member_insert(tx: &Tx, row: MemberRow) -> Result<()> {
    action_member::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Takes somebody off a team; whether it was on it.
pub(crate) async fn member_remove(tx: &Tx, action: Uuid, person: Uuid) -> Result<bool> {
    let gone = action_member::Entity::delete_by_id((action, person))
        .exec(tx.connection())
        .await?;
    Ok(gone.rows_affected == 1)
}

/// The tasks of some actions, the first one first.
pub(crate) async fn tasks_of(connection: &impl ConnectionTrait, actions: &[Uuid]) -> Result<Vec<TaskRow>> {
    use action_task::Column;
    let found = action_task::Entity::find()
        .filter(Column::ActionId.is_in(actions.iter().copied()))
        .order_by_asc(Column::ActionId)
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id);
    Ok(found.all(connection).await?)
}

/// A task of an action.
pub(crate) async fn task_by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<TaskRow>> {
    Ok(action_task::Entity::find_by_id(id).one(connection).await?)
}

/// Keeps a new task.
pub(crate) async fn task_insert(tx: &Tx, row: TaskRow) -> Result<()> {
    action_task::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Notes that a task is done, if nobody changed it since it was read.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(crate) async fn task_complete(tx: &Tx, row: &TaskRow, by: Uuid) -> Result<()> {
    use action_task::Column;
    let saved = action_task::Entity::update_many()
        .col_expr(Column::DoneAt, Expr::value(Some(micros(tx.now()))))
        .col_expr(Column::DoneBy, Expr::value(Some(by)))
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

/// Most appointments of a person.
const MOST_APPOINTMENTS: u64 = 200;

/// The actions on whose teams a person is, that it sees and that are set, under way or approved: those that end after a
/// moment, the first one first.
pub(crate) async fn appointments_of(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    person: Uuid,
    since: i64,
) -> Result<Vec<ActionRow>> {
    let mut sql = Sql::new(&format!(
        "SELECT {} FROM offline_action o JOIN action_member m ON m.action_id = o.id WHERE m.person_id = ",
        columns::<offline_action::Entity>("o")
    ));
    sql.bind(person)
        .push(" AND o.state IN ('APPROVED', 'SCHEDULED', 'IN_PROGRESS') AND o.ends_at >= ")
        .bind(since)
        .push(" AND ")
        .append(&audience::meets(sight, Kind::Action, "o.id"))
        .push(&format!(" ORDER BY o.starts_at, o.id LIMIT {MOST_APPOINTMENTS}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok(ActionRow::from_query_result(row, "")?))
        .collect()
}
