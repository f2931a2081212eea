//! The SQL of ingest: listings that came in, and who may look at what became of them.

mod runs;

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult as _, QueryFilter as _, QueryResult,
};
use uuid::Uuid;

use super::rules::FeedbackState;
use crate::{
    audience::{self, Kind, Sight},
    platform::{
        clock::micros,
        db::{Sql, Tx, columns},
        error::Result,
        graphql::connection::{MAX_COUNT, Page, PageArgs},
    },
};
use entity::ingested_listing;

pub(super) use runs::{
    LineRow, RunRow, lines_after, lines_count, lines_insert, run_abandon, run_claim, run_count, run_end, run_insert,
    run_leave, run_own, run_page, run_progress, runs_forget, runs_idle,
};

/// A listing that came in.
pub(super) type ListingRow = ingested_listing::Model;

/// A lead that was made of a listing.
#[derive(Debug, Clone)]
pub(super) struct NewRow {
    pub(super) id: Uuid,
    pub(super) lead: Uuid,
    pub(super) external_id: Option<String>,
}

/// Which listings a list is of.
#[derive(Debug, Clone, Default)]
pub(crate) struct ListingQuery {
    /// Only those that are called so where they come from.
    pub(crate) external_ids: Option<Vec<String>>,
    /// Only those that stand so.
    pub(crate) states: Option<Vec<FeedbackState>>,
}

/// What somebody sees as of the side of each organisation whose listings these may be.
pub(crate) type Sides = Vec<(Uuid, Sight)>;

/// Notes of which leads listings became, once for each lead.
pub(super) async fn listings_note(tx: &Tx, organization: Uuid, account: Uuid, rows: &[NewRow]) -> Result<()> {
    for row in rows {
        let mut sql = Sql::new(
            "INSERT INTO ingested_listing (id, organization_id, account_id, lead_id, item_id, external_id, created_at) \
             VALUES (",
        );
        sql.bind(row.id).push(", ").bind(organization).push(", ").bind(account);
        sql.push(", ").bind(row.lead);
        sql.push(", (SELECT i.id FROM lead_item i WHERE i.lead_id = ")
            .bind(row.lead);
        sql.push(" ORDER BY i.position LIMIT 1), ")
            .bind(row.external_id.clone());
        sql.push(", ").bind(micros(tx.now())).push(") ON CONFLICT DO NOTHING");
        tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    }
    Ok(())
}

/// Those of some leads that are noted already.
pub(super) async fn listings_noted(connection: &impl ConnectionTrait, leads: &[Uuid]) -> Result<Vec<Uuid>> {
    if leads.is_empty() {
        return Ok(Vec::new());
    }
    let rows = ingested_listing::Entity::find()
        .filter(ingested_listing::Column::LeadId.is_in(leads.iter().copied()))
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| row.lead_id).collect())
}

/// The condition that a listing, called `g`, is one of these sides' and of the query.
fn wanted(sides: &[(Uuid, Sight)], query: &ListingQuery) -> Sql {
    let mut sql = Sql::new("(1 = 0");
    for (organization, sight) in sides {
        sql.push(" OR (g.organization_id = ").bind(*organization);
        sql.push(" AND ")
            .append(&audience::meets(sight, Kind::Lead, "g.lead_id"));
        sql.push(")");
    }
    sql.push(")");
    if let Some(ids) = &query.external_ids {
        sql.push(" AND g.external_id").among(ids.iter().cloned());
    }
    if let Some(states) = &query.states {
        sql.push(" AND (1 = 0");
        for state in states {
            sql.push(" OR ").append(&stands(*state));
        }
        sql.push(")");
    }
    sql
}

/// The condition that a listing, called `g`, stands so.
fn stands(state: FeedbackState) -> Sql {
    let (leads, answered) = state.leads();
    let mut sql = Sql::new("(EXISTS (SELECT 1 FROM lead l WHERE l.id = g.lead_id AND l.state");
    sql.among(leads.iter().map(|state| <&str>::from(*state)));
    sql.push(")");
    if let Some(answered) = answered {
        sql.push(if answered { " AND" } else { " AND NOT" });
        sql.push(" EXISTS (SELECT 1 FROM delivery d WHERE d.lead_id = g.lead_id AND d.state = 'ANSWERED')");
    }
    sql.push(")");
    sql
}

/// A page of what came in, the latest first.
pub(super) async fn listing_page(
    connection: &impl ConnectionTrait,
    sides: &[(Uuid, Sight)],
    query: &ListingQuery,
    args: &PageArgs,
) -> Result<Page<ListingRow>> {
    let run = args.run(true);
    let mut sql = Sql::new(&format!(
        "SELECT {} FROM ingested_listing g WHERE ",
        columns::<ingested_listing::Entity>("g")
    ));
    sql.append(&wanted(sides, query));
    let (onward, back) = if run.descending {
        (" < (", " > (")
    } else {
        (" > (", " < (")
    };
    for (bound, beyond) in [(run.after, onward), (run.before, back)] {
        if let Some((at, id)) = bound {
            sql.push(" AND (g.created_at, g.id)").push(beyond);
            sql.bind(at).push(", ").bind(id).push(")");
        }
    }
    let way = if run.descending { "DESC" } else { "ASC" };
    sql.push(&format!(" ORDER BY g.created_at {way}, g.id {way} LIMIT {}", run.limit));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row: &QueryResult| -> Result<(i64, Uuid, ListingRow)> {
        let row = ListingRow::from_query_result(row, "")?;
        Ok((row.created_at, row.id, row))
    };
    let rows: Result<Vec<_>> = rows.iter().map(read).collect();
    Ok(Page::cut(rows?, args))
}

/// How many those are, up to one more than is counted.
pub(super) async fn listing_count(
    connection: &impl ConnectionTrait,
    sides: &[(Uuid, Sight)],
    query: &ListingQuery,
) -> Result<u64> {
    let mut sql = Sql::new("SELECT COUNT(*) AS found FROM (SELECT g.id FROM ingested_listing g WHERE ");
    sql.append(&wanted(sides, query));
    sql.push(&format!(" LIMIT {}) x", MAX_COUNT + 1));
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let found: i64 = row.map(|row| row.try_get("", "found")).transpose()?.unwrap_or_default();
    Ok(u64::try_from(found).unwrap_or_default())
}
