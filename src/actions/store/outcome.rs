//! What came of actions, by revision: a row holds from the revision in which it was written to the one in which it was struck.

use std::collections::HashSet;

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait, FromQueryResult as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, sea_query::Expr,
};
use uuid::Uuid;

use super::{ActionRow, SiteRow};
use crate::{
    audience::{self, Kind, Sight},
    platform::{
        clock::micros,
        db::{Sql, Tx, by_ids, columns},
        error::{ApiError, ErrorCode, Result},
    },
};
use entity::{action_site, outcome_revision, seizure_line, site_result, suspect_record, suspect_stage};

/// The row of a revision.
pub(crate) type RevisionRow = outcome_revision::Model;
/// The row of what was found at a site.
pub(crate) type ResultRow = site_result::Model;
/// A suspect's row.
pub(crate) type SuspectRow = suspect_record::Model;
/// The row of a stage.
pub(crate) type StageRow = suspect_stage::Model;
/// The row of seized goods.
pub(crate) type LineRow = seizure_line::Model;

/// The revisions of some actions, the first one first.
pub(crate) async fn revisions_of(connection: &impl ConnectionTrait, actions: &[Uuid]) -> Result<Vec<RevisionRow>> {
    use outcome_revision::Column;
    let found = outcome_revision::Entity::find()
        .filter(Column::ActionId.is_in(actions.iter().copied()))
        .order_by_asc(Column::ActionId)
        .order_by_asc(Column::Revision);
    Ok(found.all(connection).await?)
}

/// Begins a revision.
pub(crate) async fn revision_open(tx: &Tx, action: Uuid, revision: i32, reason: Option<String>) -> Result<()> {
    let row = outcome_revision::ActiveModel {
        action_id: Set(action),
        revision: Set(revision),
        reason: Set(reason),
        submitted_by: Set(None),
        submitted_at: Set(None),
        verified_by: Set(None),
        verified_at: Set(None),
    };
    outcome_revision::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Notes that all of a revision is written down, or that it was sent back.
pub(crate) async fn revision_submit(tx: &Tx, row: &ActionRow, by: Option<Uuid>, reason: Option<String>) -> Result<()> {
    use outcome_revision::Column;
    let mut change = outcome_revision::Entity::update_many()
        .col_expr(Column::SubmittedBy, Expr::value(by))
        .col_expr(Column::SubmittedAt, Expr::value(by.map(|_| micros(tx.now()))));
    if reason.is_some() {
        change = change.col_expr(Column::Reason, Expr::value(reason));
    }
    change
        .filter(Column::ActionId.eq(row.id))
        .filter(Column::Revision.eq(row.revision))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Notes that a revision was verified, and with it the stages that were written down with its suspects.
pub(crate) async fn revision_verify(tx: &Tx, row: &ActionRow, by: Uuid) -> Result<()> {
    use outcome_revision::Column;
    let now = micros(tx.now());
    outcome_revision::Entity::update_many()
        .col_expr(Column::VerifiedBy, Expr::value(Some(by)))
        .col_expr(Column::VerifiedAt, Expr::value(Some(now)))
        .filter(Column::ActionId.eq(row.id))
        .filter(Column::Revision.eq(row.revision))
        .exec(tx.connection())
        .await?;
    let mut sql = Sql::new("UPDATE suspect_stage SET verified_by = ");
    sql.bind(by)
        .push(", verified_at = ")
        .bind(now)
        .push(
            " WHERE verified_at IS NULL AND suspect_id IN \
             (SELECT s.id FROM suspect_record s WHERE s.struck_in IS NULL AND s.action_id = ",
        )
        .bind(row.id)
        .push(" AND s.revision = ")
        .bind(row.revision)
        .push(")");
    tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(())
}

/// Who wrote something down, struck it, or handed it in, of the latest revisions of some actions.
pub(crate) async fn recorders_of(connection: &impl ConnectionTrait, actions: &[Uuid]) -> Result<HashSet<(Uuid, Uuid)>> {
    if actions.is_empty() {
        return Ok(HashSet::new());
    }
    let mut sql = Sql::default();
    for (place, (table, by, at)) in [
        ("site_result", "recorded_by", "revision"),
        ("suspect_record", "recorded_by", "revision"),
        ("suspect_record", "struck_by", "struck_in"),
        ("seizure_line", "recorded_by", "revision"),
        ("seizure_line", "struck_by", "struck_in"),
        ("outcome_revision", "submitted_by", "revision"),
    ]
    .into_iter()
    .enumerate()
    {
        sql.push(if place == 0 { "" } else { " UNION " }).push(&format!(
            "SELECT r.action_id, r.{by} AS person FROM {table} r JOIN offline_action a ON a.id = r.action_id \
             AND a.revision = r.{at} WHERE r.{by} IS NOT NULL AND r.action_id"
        ));
        sql.among(actions.iter().copied());
    }
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok((row.try_get("", "action_id")?, row.try_get("", "person")?)))
        .collect()
}

/// What was found at the sites of some actions, also what was superseded, the first one first.
pub(crate) async fn results_of(connection: &impl ConnectionTrait, actions: &[Uuid]) -> Result<Vec<ResultRow>> {
    use site_result::Column;
    let found = site_result::Entity::find()
        .filter(Column::ActionId.is_in(actions.iter().copied()))
        .order_by_asc(Column::RecordedAt)
        .order_by_asc(Column::Id);
    Ok(found.all(connection).await?)
}

/// Keeps what was found at a site in the place of what was said of it before.
pub(crate) async fn result_put(tx: &Tx, row: ResultRow) -> Result<()> {
    use site_result::Column;
    site_result::Entity::update_many()
        .col_expr(Column::StruckIn, Expr::value(Some(row.revision)))
        .filter(Column::SiteId.eq(row.site_id))
        .filter(Column::StruckIn.is_null())
        .exec(tx.connection())
        .await?;
    site_result::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// The suspects of some actions, also those struck, the first one first.
pub(crate) async fn suspects_of(connection: &impl ConnectionTrait, actions: &[Uuid]) -> Result<Vec<SuspectRow>> {
    use suspect_record::Column;
    let found = suspect_record::Entity::find()
        .filter(Column::ActionId.is_in(actions.iter().copied()))
        .order_by_asc(Column::RecordedAt)
        .order_by_asc(Column::Id);
    Ok(found.all(connection).await?)
}

/// A suspect.
pub(crate) async fn suspect_by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<SuspectRow>> {
    Ok(suspect_record::Entity::find_by_id(id).one(connection).await?)
}

/// A suspect of an action that the sight meets: what is hidden costs what there is not does.
///
/// # Errors
/// `NOT_FOUND`.
pub(crate) async fn suspect_seen(connection: &impl ConnectionTrait, sight: &Sight, id: Uuid) -> Result<SuspectRow> {
    of_seen_action::<suspect_record::Entity>(connection, sight, id).await
}

/// Seized goods of an action that the sight meets.
///
/// # Errors
/// As [`suspect_seen`].
pub(crate) async fn line_seen(connection: &impl ConnectionTrait, sight: &Sight, id: Uuid) -> Result<LineRow> {
    of_seen_action::<seizure_line::Entity>(connection, sight, id).await
}

/// What belongs to an action that the sight meets, by one statement whether or not there is such a thing.
///
/// # Errors
/// `NOT_FOUND`.
pub(super) async fn of_seen_action<E: EntityTrait>(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    id: Uuid,
) -> Result<E::Model> {
    if sight.principals.is_empty() {
        return Err(ApiError::not_found());
    }
    let (wanted, table) = (columns::<E>("o"), E::default());
    let mut sql = Sql::new(&format!("SELECT {wanted} FROM {} o WHERE o.id = ", table.table_name()));
    sql.bind(id)
        .push(" AND ")
        .append(&audience::meets(sight, Kind::Action, "o.action_id"));
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let row = row.ok_or_else(ApiError::not_found)?;
    Ok(E::Model::from_query_result(&row, "")?)
}

/// Keeps a new suspect.
pub(crate) async fn suspect_insert(tx: &Tx, row: SuspectRow) -> Result<()> {
    suspect_record::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves a suspect if nobody changed it since it was read; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(crate) async fn suspect_save(tx: &Tx, row: &SuspectRow) -> Result<()> {
    use suspect_record::Column;
    let saved = suspect_record::Entity::update_many()
        .col_expr(Column::StruckIn, Expr::value(row.struck_in))
        .col_expr(Column::StruckBy, Expr::value(row.struck_by))
        .col_expr(Column::StruckReason, Expr::value(row.struck_reason.clone()))
        .col_expr(Column::NoFollowUp, Expr::value(row.no_follow_up.clone()))
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

/// The stages of some suspects, the latest last.
pub(crate) async fn stages_of(connection: &impl ConnectionTrait, suspects: &[Uuid]) -> Result<Vec<StageRow>> {
    use suspect_stage::Column;
    let found = suspect_stage::Entity::find()
        .filter(Column::SuspectId.is_in(suspects.iter().copied()))
        .order_by_asc(Column::OnDay)
        .order_by_asc(Column::RecordedAt)
        .order_by_asc(Column::Id);
    Ok(found.all(connection).await?)
}

/// Keeps a new stage.
pub(crate) async fn stage_insert(tx: &Tx, row: StageRow) -> Result<()> {
    suspect_stage::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Notes that a stage was verified; whether it was not before.
pub(crate) async fn stage_verify(tx: &Tx, id: Uuid, by: Uuid) -> Result<bool> {
    use suspect_stage::Column;
    let saved = suspect_stage::Entity::update_many()
        .col_expr(Column::VerifiedBy, Expr::value(Some(by)))
        .col_expr(Column::VerifiedAt, Expr::value(Some(micros(tx.now()))))
        .filter(Column::Id.eq(id))
        .filter(Column::VerifiedAt.is_null())
        .exec(tx.connection())
        .await?;
    Ok(saved.rows_affected == 1)
}

/// The seized goods of some actions, also those struck, the first one first.
pub(crate) async fn lines_of(connection: &impl ConnectionTrait, actions: &[Uuid]) -> Result<Vec<LineRow>> {
    use seizure_line::Column;
    let found = seizure_line::Entity::find()
        .filter(Column::ActionId.is_in(actions.iter().copied()))
        .order_by_asc(Column::RecordedAt)
        .order_by_asc(Column::Id);
    Ok(found.all(connection).await?)
}

/// Seized goods by their ids.
pub(crate) async fn lines_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<LineRow>> {
    by_ids::<seizure_line::Entity>(connection, ids).await
}

/// Keeps new seized goods.
pub(crate) async fn line_insert(tx: &Tx, row: LineRow) -> Result<()> {
    seizure_line::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves what becomes of seized goods, if nobody changed them since they were read; raises the version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(crate) async fn line_save(tx: &Tx, row: &LineRow) -> Result<()> {
    use seizure_line::Column;
    let saved = seizure_line::Entity::update_many()
        .col_expr(Column::StoragePlace, Expr::value(row.storage_place.clone()))
        .col_expr(Column::Disposition, Expr::value(row.disposition.clone()))
        .col_expr(Column::DispositionOn, Expr::value(row.disposition_on.clone()))
        .col_expr(Column::DestructionId, Expr::value(row.destruction_id))
        .col_expr(Column::NoFollowUp, Expr::value(row.no_follow_up.clone()))
        .col_expr(Column::StruckIn, Expr::value(row.struck_in))
        .col_expr(Column::StruckBy, Expr::value(row.struck_by))
        .col_expr(Column::StruckReason, Expr::value(row.struck_reason.clone()))
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

/// Sites by their ids, those taken away too.
pub(crate) async fn sites_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<SiteRow>> {
    by_ids::<action_site::Entity>(connection, ids).await
}
