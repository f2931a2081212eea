//! Lists of purchases, and the one condition that says who sees one.

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::PurchaseRow;
use crate::{
    platform::{
        db::{Sql, code, columns, counted, page_of},
        error::Result,
        graphql::connection::{MAX_COUNT, Page, PageArgs},
    },
    purchases::rules::{PurchaseSight, PurchaseState},
};
use entity::purchase;

/// Which purchases to list; what is empty does not narrow the list.
#[derive(Debug, Clone, Default)]
pub(crate) struct PurchaseQuery {
    pub(crate) states: Vec<PurchaseState>,
    /// Whose money, or to whom it was handed.
    pub(crate) organization: Option<Uuid>,
    pub(crate) program: Option<Uuid>,
    pub(crate) brand: Option<Uuid>,
    pub(crate) lead: Option<Uuid>,
    pub(crate) buyer: Option<Uuid>,
    /// Those that wait for somebody.
    pub(crate) awaiting: Option<Awaiting>,
    pub(crate) open: Option<bool>,
    /// The oldest first.
    pub(crate) upwards: bool,
}

/// For whom something may wait.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Awaiting {
    pub(crate) person: Uuid,
    /// Whether that person approves what is of the fund.
    pub(crate) of_fund: bool,
    /// The organisation whose own money that person approves.
    pub(crate) of_own: Option<Uuid>,
    /// Whether that person says who buys.
    pub(crate) assigns: bool,
}

/// The condition that the sight meets a purchase of an alias.
pub(super) fn met(sight: &PurchaseSight, alias: &str) -> Sql {
    let mut sql = Sql::new("(");
    if sight.all {
        sql.push("1 = 1");
    } else {
        sql.push("1 = 0");
        for (organization, brands) in &sight.organizations {
            sql.push(&format!(" OR (({alias}.organization_id = "))
                .bind(*organization);
            sql.push(&format!(" OR {alias}.holder_id = "))
                .bind(*organization)
                .push(")");
            if let Some(brands) = brands {
                sql.push(&format!(" AND {alias}.brand_id"))
                    .among(brands.iter().copied());
            }
            sql.push(")");
        }
        if sight.buys {
            sql.push(&format!(" OR {alias}.buyer_id = ")).bind(sight.person);
        }
    }
    sql.push(&format!(
        ") AND NOT EXISTS (SELECT 1 FROM wall w WHERE w.root_id = {alias}.lead_id AND w.organization_id"
    ));
    sql.among(sight.walled.iter().copied()).push(")");
    sql
}

/// The condition that the sight meets the purchase whose id stands in a column.
pub(crate) fn seen(sight: &PurchaseSight, id: &str) -> Sql {
    let mut sql = Sql::new(&format!("EXISTS (SELECT 1 FROM purchase pu WHERE pu.id = {id} AND "));
    sql.append(&met(sight, "pu")).push(")");
    sql
}

fn purchases(sight: &PurchaseSight, query: &PurchaseQuery, wanted: &str) -> Sql {
    let mut sql = Sql::new(&format!("SELECT {wanted} FROM purchase p WHERE "));
    sql.append(&met(sight, "p"));
    if !query.states.is_empty() {
        sql.push(" AND p.state")
            .among(query.states.iter().map(|state| state.code()));
    }
    if let Some(organization) = query.organization {
        sql.push(" AND (p.organization_id = ")
            .bind(organization)
            .push(" OR p.holder_id = ")
            .bind(organization)
            .push(")");
    }
    for (column, value) in [
        ("program_id", query.program),
        ("brand_id", query.brand),
        ("lead_id", query.lead),
        ("buyer_id", query.buyer),
    ] {
        if let Some(value) = value {
            sql.push(&format!(" AND p.{column} = ")).bind(value);
        }
    }
    match query.open {
        Some(true) => {
            sql.push(" AND p.state NOT IN ('REJECTED', 'CANCELLED', 'HOLD_EXPIRED', 'CLOSED')");
        }
        Some(false) => {
            sql.push(" AND p.state IN ('REJECTED', 'CANCELLED', 'HOLD_EXPIRED', 'CLOSED')");
        }
        None => {}
    }
    if let Some(of) = &query.awaiting {
        sql.push(" AND ").append(&awaiting(of));
    }
    sql
}

/// The condition that a purchase `p` waits for somebody.
fn awaiting(of: &Awaiting) -> Sql {
    let mut sql = Sql::new("((p.buyer_id = ");
    sql.bind(of.person)
        .push(" AND p.state IN ('ASSIGNED', 'ORDERED', 'SHIPPED'))");
    if of.assigns {
        sql.push(" OR p.state = 'APPROVED'");
    }
    let mut decides = Sql::new("(1 = 0");
    if of.of_fund {
        decides.push(" OR p.program_id IS NOT NULL OR p.initiator = 'ALLIANCE'");
    }
    if let Some(own) = of.of_own {
        decides
            .push(" OR (p.program_id IS NULL AND p.initiator = 'MEMBER' AND p.organization_id = ")
            .bind(own)
            .push(")");
    }
    decides.push(")");
    sql.push(" OR (p.state = 'REQUESTED' AND p.requested_by <> ")
        .bind(of.person)
        .push(" AND ")
        .append(&decides);
    sql.push(" AND NOT EXISTS (SELECT 1 FROM purchase_approval a WHERE a.purchase_id = p.id AND a.person_id = ")
        .bind(of.person);
    sql.push(") AND NOT EXISTS (SELECT 1 FROM purchase_clash c WHERE c.purchase_id = p.id AND c.state = 'OPEN'))");
    sql.push(" OR (p.state = 'ASSIGNED' AND p.requested_by <> ")
        .bind(of.person)
        .push(" AND ")
        .append(&decides);
    sql.push(" AND EXISTS (SELECT 1 FROM purchase_top_up t WHERE t.purchase_id = p.id AND t.state = 'ASKED' AND t.asked_by <> ")
        .bind(of.person)
        .push(")))");
    sql
}

/// A page of the purchases that the sight meets.
pub(crate) async fn purchase_page(
    connection: &impl ConnectionTrait,
    sight: &PurchaseSight,
    query: &PurchaseQuery,
    args: &PageArgs,
) -> Result<Page<PurchaseRow>> {
    let sql = purchases(sight, query, &columns::<purchase::Entity>("p"));
    page_of::<PurchaseRow>(
        connection,
        sql,
        ("p.requested_at", "p.id"),
        !query.upwards,
        args,
        |row| (row.requested_at, row.id),
    )
    .await
}

/// How many those are.
pub(crate) async fn purchase_count(
    connection: &impl ConnectionTrait,
    sight: &PurchaseSight,
    query: &PurchaseQuery,
) -> Result<u64> {
    counted(connection, &purchases(sight, query, "1 AS one"), MAX_COUNT + 1).await
}

/// How many of those stand where.
pub(crate) async fn purchase_counts(
    connection: &impl ConnectionTrait,
    sight: &PurchaseSight,
    query: &PurchaseQuery,
) -> Result<Vec<(PurchaseState, i64)>> {
    let mut sql = Sql::new("SELECT x.state, COUNT(*) AS found FROM (");
    sql.append(&purchases(sight, query, "p.state"));
    sql.push(") AS x GROUP BY x.state");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let count = |row: &sea_orm::QueryResult| {
        let state: String = row.try_get("", "state")?;
        Ok((code(&state)?, row.try_get("", "found")?))
    };
    let mut counts: Vec<(PurchaseState, i64)> = rows.iter().map(count).collect::<Result<_>>()?;
    counts.sort_unstable();
    Ok(counts)
}
