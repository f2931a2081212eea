//! Orders, and who agreed to them.

use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use super::ledger::met_by_organization;
use crate::{
    funds::rules::{FundSight, OrderKind, OrderState},
    platform::{
        clock::micros,
        db::{LockRows as _, Sql, Tx, by_ids, claim_version, columns, counted, page_of},
        error::{ApiError, Result},
        graphql::connection::{MAX_COUNT, Page, PageArgs},
    },
};
use entity::{fund_approval, fund_order, fund_order_share};

/// An order's row.
pub(crate) type OrderRow = fund_order::Model;
/// The row of a part of a recovery.
pub(crate) type ShareRow = fund_order_share::Model;
/// The row of an approval.
pub(crate) type ApprovalRow = fund_approval::Model;

/// Which orders to list; what is empty does not narrow the list.
#[derive(Debug, Clone, Default)]
pub(crate) struct OrderQuery {
    pub(crate) fund: Option<Uuid>,
    pub(crate) kinds: Vec<OrderKind>,
    pub(crate) states: Vec<OrderState>,
    /// Those to which this person neither agreed nor proposed them, and that wait.
    pub(crate) awaiting: Option<Uuid>,
}

/// The condition that the sight meets the order whose id stands in a column.
pub(crate) fn seen(sight: &FundSight, id: &str) -> Sql {
    if sight.all {
        return Sql::new("1 = 1");
    }
    let mut sql = Sql::new(&format!(
        "EXISTS (SELECT 1 FROM fund_order fo WHERE fo.id = {id} AND fo.organization_id"
    ));
    sql.among(sight.organizations.iter().copied()).push(")");
    sql
}

fn orders(sight: &FundSight, query: &OrderQuery, wanted: &str) -> Sql {
    let mut sql = Sql::new(&format!("SELECT {wanted} FROM fund_order o WHERE 1 = 1"));
    met_by_organization(&mut sql, sight, "o.organization_id");
    if let Some(fund) = query.fund {
        sql.push(" AND o.fund_id = ").bind(fund);
    }
    if !query.kinds.is_empty() {
        sql.push(" AND o.kind")
            .among(query.kinds.iter().map(|kind| kind.code()));
    }
    if !query.states.is_empty() {
        sql.push(" AND o.state")
            .among(query.states.iter().map(|state| state.code()));
    }
    if let Some(person) = query.awaiting {
        sql.push(" AND o.state = 'PROPOSED' AND o.proposed_by <> ").bind(person);
        sql.push(" AND NOT EXISTS (SELECT 1 FROM fund_approval x WHERE x.order_id = o.id AND x.person_id = ")
            .bind(person)
            .push(")");
    }
    sql
}

/// A page of the orders that the sight meets, the latest first.
pub(crate) async fn order_page(
    connection: &impl ConnectionTrait,
    sight: &FundSight,
    query: &OrderQuery,
    args: &PageArgs,
) -> Result<Page<OrderRow>> {
    let sql = orders(sight, query, &columns::<fund_order::Entity>("o"));
    page_of::<OrderRow>(connection, sql, ("o.proposed_at", "o.id"), true, args, |row| {
        (row.proposed_at, row.id)
    })
    .await
}

/// How many those are.
pub(crate) async fn order_count(
    connection: &impl ConnectionTrait,
    sight: &FundSight,
    query: &OrderQuery,
) -> Result<u64> {
    counted(connection, &orders(sight, query, "1"), MAX_COUNT + 1).await
}

/// The orders with these ids that the sight meets, in any order.
pub(crate) async fn orders_seen(
    connection: &impl ConnectionTrait,
    sight: &FundSight,
    ids: &[Uuid],
) -> Result<Vec<OrderRow>> {
    let mut rows = by_ids::<fund_order::Entity>(connection, ids).await?;
    rows.retain(|row| sight.meets(row.organization_id));
    Ok(rows)
}

/// An order that the sight meets, and that nobody else decides until the transaction ends.
///
/// # Errors
/// `NOT_FOUND`; nobody waits for what is not visible.
pub(crate) async fn order_lock(tx: &Tx, sight: &FundSight, id: Uuid) -> Result<OrderRow> {
    if orders_seen(tx.connection(), sight, &[id]).await?.is_empty() {
        return Err(ApiError::not_found());
    }
    fund_order::Entity::find_by_id(id)
        .locked()
        .one(tx.connection())
        .await?
        .ok_or_else(ApiError::not_found)
}

/// Keeps a new order.
pub(crate) async fn order_insert(tx: &Tx, row: OrderRow) -> Result<()> {
    fund_order::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves an order if nobody changed it since it was read; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(crate) async fn order_save(tx: &Tx, mut row: OrderRow) -> Result<OrderRow> {
    use fund_order::Column;
    claim_version::<fund_order::Entity>(tx, (Column::Id, row.id), (Column::Version, row.version)).await?;
    row.version += 1;
    Ok(row.into_active_model().reset_all().update(tx.connection()).await?)
}

/// Who agreed to some orders, the first one first.
pub(crate) async fn approvals_of(connection: &impl ConnectionTrait, orders: &[Uuid]) -> Result<Vec<ApprovalRow>> {
    use fund_approval::Column;
    let found = fund_approval::Entity::find()
        .filter(Column::OrderId.is_in(orders.iter().copied()))
        .order_by_asc(Column::At)
        .order_by_asc(Column::Id);
    Ok(found.all(connection).await?)
}

/// Notes that somebody agreed.
pub(crate) async fn approval_insert(tx: &Tx, id: Uuid, order: Uuid, person: Uuid) -> Result<()> {
    let row = fund_approval::ActiveModel {
        id: Set(id),
        order_id: Set(order),
        person_id: Set(person),
        at: Set(micros(tx.now())),
    };
    fund_approval::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// The parts of some recoveries.
pub(crate) async fn shares_of(connection: &impl ConnectionTrait, orders: &[Uuid]) -> Result<Vec<ShareRow>> {
    use fund_order_share::Column;
    let found = fund_order_share::Entity::find()
        .filter(Column::OrderId.is_in(orders.iter().copied()))
        .order_by_asc(Column::OrderId)
        .order_by_asc(Column::OrganizationId);
    Ok(found.all(connection).await?)
}

/// Keeps the parts of a recovery.
pub(crate) async fn shares_insert(tx: &Tx, rows: Vec<ShareRow>) -> Result<()> {
    for row in rows {
        fund_order_share::Entity::insert(row.into_active_model())
            .exec_without_returning(tx.connection())
            .await?;
    }
    Ok(())
}
