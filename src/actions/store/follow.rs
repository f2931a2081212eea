//! What becomes of suspects and seized goods: destructions, costs, and of whom and what nobody has heard for long.

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _, sea_query::Expr,
};
use uuid::Uuid;

use super::outcome::of_seen_action;
use crate::{
    audience::Sight,
    platform::{
        clock::NEVER,
        db::{Sql, Tx, by_ids},
        error::{ErrorCode, Result},
    },
};
use entity::{action_cost, brand, cost_share, seizure_destruction, suspect_record};

/// The row of a destruction.
pub(crate) type DestructionRow = seizure_destruction::Model;
/// A cost's row.
pub(crate) type CostRow = action_cost::Model;
/// The row of what a brand bears of a cost.
pub(crate) type ShareRow = cost_share::Model;

/// Destructions by their ids.
pub(crate) async fn destructions_by_ids(
    connection: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<Vec<DestructionRow>> {
    by_ids::<seizure_destruction::Entity>(connection, ids).await
}

/// A destruction of goods of an action that the sight meets.
///
/// # Errors
/// `NOT_FOUND`.
pub(crate) async fn destruction_seen(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    id: Uuid,
) -> Result<DestructionRow> {
    of_seen_action::<seizure_destruction::Entity>(connection, sight, id).await
}

/// Keeps that somebody says that goods were destroyed.
pub(crate) async fn destruction_insert(tx: &Tx, row: DestructionRow) -> Result<()> {
    seizure_destruction::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves what the second person says, if nobody changed it since it was read; raises the version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(crate) async fn destruction_save(tx: &Tx, row: &DestructionRow) -> Result<()> {
    use seizure_destruction::Column;
    let saved = seizure_destruction::Entity::update_many()
        .col_expr(Column::State, Expr::value(row.state.clone()))
        .col_expr(Column::DecidedBy, Expr::value(row.decided_by))
        .col_expr(Column::DecidedAt, Expr::value(row.decided_at))
        .col_expr(Column::Reason, Expr::value(row.reason.clone()))
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

/// Whose some brands are.
pub(crate) async fn owners_of_brands(connection: &impl ConnectionTrait, brands: &[Uuid]) -> Result<Vec<Uuid>> {
    let found = by_ids::<brand::Entity>(connection, brands).await?;
    Ok(found.into_iter().map(|row| row.organization_id).collect())
}

/// The costs of some actions, the first one first.
pub(crate) async fn costs_of(connection: &impl ConnectionTrait, actions: &[Uuid]) -> Result<Vec<CostRow>> {
    use action_cost::Column;
    let found = action_cost::Entity::find()
        .filter(Column::ActionId.is_in(actions.iter().copied()))
        .order_by_asc(Column::RecordedAt)
        .order_by_asc(Column::Id);
    Ok(found.all(connection).await?)
}

/// What brands bear of some costs.
pub(crate) async fn shares_of(connection: &impl ConnectionTrait, costs: &[Uuid]) -> Result<Vec<ShareRow>> {
    use cost_share::Column;
    let found = cost_share::Entity::find()
        .filter(Column::CostId.is_in(costs.iter().copied()))
        .order_by_asc(Column::CostId)
        .order_by_asc(Column::BrandId);
    Ok(found.all(connection).await?)
}

/// Keeps a cost with what each brand bears of it.
pub(crate) async fn cost_insert(tx: &Tx, row: CostRow, shares: &[(Uuid, i64)]) -> Result<()> {
    let cost = row.id;
    action_cost::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    let rows = shares.iter().map(|(brand, minor)| cost_share::ActiveModel {
        cost_id: Set(cost),
        brand_id: Set(*brand),
        amount_minor: Set(*minor),
    });
    cost_share::Entity::insert_many(rows)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Most actions of one turn of reminding.
const MOST_REMINDED: u64 = 200;

/// Actions that are followed up and of which a suspect or goods have not come to an end, and nobody was reminded since a
/// moment.
pub(crate) async fn unfinished(connection: &impl ConnectionTrait, before: i64) -> Result<Vec<Uuid>> {
    let waiting = |table: &str, ended: &str| {
        let mut sql = Sql::new(&format!(
            "EXISTS (SELECT 1 FROM {table} w WHERE w.action_id = o.id AND w.struck_in IS NULL AND w.no_follow_up IS NULL \
             AND COALESCE(w.reminded_at, w.recorded_at) < "
        ));
        sql.bind(before).push(&format!(" AND {ended})"));
        sql
    };
    let stage = "COALESCE((SELECT t.stage FROM suspect_stage t WHERE t.suspect_id = w.id AND t.verified_at IS NOT NULL \
                 ORDER BY t.on_day DESC, t.recorded_at DESC LIMIT 1), '') \
                 NOT IN ('CONVICTED', 'ACQUITTED', 'NOT_PROSECUTED', 'RELEASED')";
    let goods = "w.disposition NOT IN ('DESTROYED', 'RETURNED', 'RECYCLED')";
    let mut sql =
        Sql::new("SELECT o.id FROM offline_action o WHERE o.state IN ('OUTCOME_VERIFIED', 'FOLLOW_UP') AND (");
    sql.append(&waiting("suspect_record", stage))
        .push(" OR ")
        .append(&waiting("seizure_line", goods))
        .push(&format!(") ORDER BY o.id LIMIT {MOST_REMINDED}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter().map(|row| Ok(row.try_get("", "id")?)).collect()
}

/// Notes that people were reminded of what an action has left to do; whether nobody did since a moment.
pub(crate) async fn reminded(tx: &Tx, action: Uuid, before: i64, now: i64) -> Result<bool> {
    let mut noted = 0;
    for table in ["suspect_record", "seizure_line"] {
        let mut sql = Sql::new(&format!("UPDATE {table} SET reminded_at = "));
        sql.bind(now)
            .push(" WHERE struck_in IS NULL AND no_follow_up IS NULL AND COALESCE(reminded_at, recorded_at) < ")
            .bind(before)
            .push(" AND action_id = ")
            .bind(action);
        let done = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
        noted += done.rows_affected();
    }
    Ok(noted > 0)
}

/// The actions with suspects whose time has come.
pub(crate) async fn suspects_lapsed(connection: &impl ConnectionTrait, now: i64) -> Result<Vec<Uuid>> {
    let mut sql = Sql::new("SELECT DISTINCT s.action_id FROM suspect_record s WHERE s.retain_until <= ");
    sql.bind(now);
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter().map(|row| Ok(row.try_get("", "action_id")?)).collect()
}

/// Forgets who suspects are whose time has come; returns how many.
pub(crate) async fn suspects_forget(tx: &Tx, now: i64) -> Result<u64> {
    use suspect_record::Column;
    let mut notes = Sql::new(
        "UPDATE suspect_stage SET note = NULL WHERE note IS NOT NULL AND suspect_id IN \
         (SELECT s.id FROM suspect_record s WHERE s.retain_until <= ",
    );
    notes.bind(now).push(")");
    tx.connection().execute_raw(notes.statement(tx.backend())).await?;
    let gone = suspect_record::Entity::update_many()
        .col_expr(Column::Masked, Expr::value(None::<String>))
        .col_expr(Column::Sealed, Expr::value(None::<String>))
        .col_expr(Column::Hashes, Expr::value("[]"))
        .col_expr(Column::RetainUntil, Expr::value(NEVER))
        .filter(Column::RetainUntil.lte(now))
        .exec(tx.connection())
        .await?;
    Ok(gone.rows_affected)
}
