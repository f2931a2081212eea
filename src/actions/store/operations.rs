//! Campaigns. Whoever made one sees it, and whoever sees one of its actions.

use sea_orm::{ActiveModelTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult as _, IntoActiveModel as _};
use uuid::Uuid;

use crate::{
    audience::{self, Kind, Sight},
    platform::{
        db::{Sql, Tx, claim_version, columns, counted, page_of},
        error::{ApiError, Result},
        graphql::connection::{MAX_COUNT, Page, PageArgs},
        text::fold,
    },
};
use entity::enforcement_operation;

/// A campaign's row.
pub(crate) type OperationRow = enforcement_operation::Model;

/// Whose campaigns.
#[derive(Debug, Clone)]
pub(crate) struct OperationsOf {
    pub(crate) person: Uuid,
    /// What the person sees of actions.
    pub(crate) sight: Sight,
}

impl OperationsOf {
    /// The campaigns `o` that the person sees.
    fn rows(&self) -> Sql {
        let mut sql = Sql::new(&format!(
            "SELECT {} FROM enforcement_operation o WHERE (o.created_by = ",
            columns::<enforcement_operation::Entity>("o")
        ));
        sql.bind(self.person)
            .push(" OR EXISTS (SELECT 1 FROM offline_action x WHERE x.operation_id = o.id AND ")
            .append(&audience::meets(&self.sight, Kind::Action, "x.id"))
            .push("))");
        sql
    }
}

/// Which campaigns; what is left out does not narrow the list.
#[derive(Debug, Clone, Default)]
pub(crate) struct OperationQuery {
    /// What their name or reference has in it.
    pub(crate) text: Option<String>,
    /// Whether actions can still come to them.
    pub(crate) open: Option<bool>,
}

/// Names are compared in memory, because the databases fold differently; this many are, of the latest campaigns.
const MOST_COMPARED: u64 = 5_000;
/// As many as a list counts.
const MOST_FOUND: usize = 1_000;

/// The campaigns `o` that the person sees and asks for.
async fn narrowed(connection: &impl ConnectionTrait, of: &OperationsOf, query: &OperationQuery) -> Result<Sql> {
    let mut sql = of.rows();
    if let Some(open) = query.open {
        sql.push(" AND o.closed = ").bind(!open);
    }
    let part = query.text.as_deref().map(|text| fold(text.trim()));
    let Some(part) = part.filter(|part| !part.is_empty()) else {
        return Ok(sql);
    };
    let mut latest = sql.clone();
    latest.push(&format!(" ORDER BY o.created_at DESC, o.id DESC LIMIT {MOST_COMPARED}"));
    let rows = connection
        .query_all_raw(latest.statement(connection.get_database_backend()))
        .await?;
    let mut found = Vec::new();
    for row in &rows {
        let row = OperationRow::from_query_result(row, "")?;
        if fold(&row.name).contains(&part) || fold(&row.reference).contains(&part) {
            found.push(row.id);
        }
    }
    sql.push(" AND o.id").among(found.into_iter().take(MOST_FOUND));
    Ok(sql)
}

/// A page of campaigns, the latest first.
pub(crate) async fn operation_page(
    connection: &impl ConnectionTrait,
    of: &OperationsOf,
    query: &OperationQuery,
    args: &PageArgs,
) -> Result<Page<OperationRow>> {
    let sql = narrowed(connection, of, query).await?;
    page_of::<OperationRow>(connection, sql, ("o.created_at", "o.id"), true, args, |row| {
        (row.created_at, row.id)
    })
    .await
}

/// How many those are.
pub(crate) async fn operation_count(
    connection: &impl ConnectionTrait,
    of: &OperationsOf,
    query: &OperationQuery,
) -> Result<u64> {
    counted(connection, &narrowed(connection, of, query).await?, MAX_COUNT + 1).await
}

/// The campaigns with these ids that the person sees, in any order.
pub(crate) async fn operations_seen(
    connection: &impl ConnectionTrait,
    of: &OperationsOf,
    ids: &[Uuid],
) -> Result<Vec<OperationRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = of.rows();
    sql.push(" AND o.id").among(ids.iter().copied());
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok(OperationRow::from_query_result(row, "")?))
        .collect()
}

/// A campaign that the person sees.
///
/// # Errors
/// `NOT_FOUND`.
pub(crate) async fn operation_find(
    connection: &impl ConnectionTrait,
    of: &OperationsOf,
    id: Uuid,
) -> Result<OperationRow> {
    let found = operations_seen(connection, of, &[id]).await?;
    found.into_iter().next().ok_or_else(ApiError::not_found)
}

/// Keeps a new campaign.
pub(crate) async fn operation_insert(tx: &Tx, row: OperationRow) -> Result<()> {
    enforcement_operation::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves a campaign if nobody changed it since it was read; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(crate) async fn operation_save(tx: &Tx, mut row: OperationRow) -> Result<OperationRow> {
    use enforcement_operation::Column;
    claim_version::<enforcement_operation::Entity>(tx, (Column::Id, row.id), (Column::Version, row.version)).await?;
    row.version += 1;
    Ok(row.into_active_model().reset_all().update(tx.connection()).await?)
}
