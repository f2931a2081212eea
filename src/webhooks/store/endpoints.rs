//! Where webhooks go.

use std::collections::HashMap;

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    PaginatorTrait as _, QueryFilter as _, Select,
    sea_query::{Expr, SimpleExpr},
};
use uuid::Uuid;

use crate::{
    platform::{
        clock::micros,
        db::{Sql, Tx, claim_version, keyset},
        error::{ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
    },
    webhooks::rules::{EndpointSight, EndpointState},
};
use entity::{webhook_endpoint, webhook_message};

/// An endpoint's row.
pub(crate) type EndpointRow = webhook_endpoint::Model;

/// How many messages of an endpoint wait, and how many are dead.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// They wait, or a sender has them.
    pub(crate) queued: i64,
    /// They were tried too often.
    pub(crate) dead: i64,
}

fn state(state: EndpointState) -> &'static str {
    state.into()
}

/// What a sight sees, as a condition.
fn within(sight: EndpointSight) -> Option<SimpleExpr> {
    use webhook_endpoint::Column;
    match sight {
        EndpointSight::Nothing => Some(Column::Id.is_null()),
        EndpointSight::Account(account) => Some(Column::AccountId.eq(account)),
        EndpointSight::Organization(organization) => Some(Column::OrganizationId.eq(organization)),
        EndpointSight::All => None,
    }
}

fn select(sight: EndpointSight, account: Option<Uuid>) -> Select<webhook_endpoint::Entity> {
    let mut found = webhook_endpoint::Entity::find();
    if let Some(condition) = within(sight) {
        found = found.filter(condition);
    }
    if let Some(account) = account {
        found = found.filter(webhook_endpoint::Column::AccountId.eq(account));
    }
    found
}

/// A page of the endpoints that a sight sees, perhaps of one account, the first made first.
pub(crate) async fn endpoint_page(
    connection: &impl ConnectionTrait,
    sight: EndpointSight,
    account: Option<Uuid>,
    args: &PageArgs,
) -> Result<Page<EndpointRow>> {
    let (key, id) = (webhook_endpoint::Column::CreatedAt, webhook_endpoint::Column::Id);
    let rows = keyset(select(sight, account), key, id, args).all(connection).await?;
    let keyed = rows.into_iter().map(|row| (row.created_at, row.id, row));
    Ok(Page::cut(keyed.collect(), args))
}

/// How many those are.
pub(crate) async fn endpoint_count(
    connection: &impl ConnectionTrait,
    sight: EndpointSight,
    account: Option<Uuid>,
) -> Result<u64> {
    Ok(select(sight, account).count(connection).await?)
}

/// An endpoint that a sight sees.
pub(crate) async fn endpoint_seen(
    connection: &impl ConnectionTrait,
    sight: EndpointSight,
    id: Uuid,
) -> Result<Option<EndpointRow>> {
    let found = select(sight, None).filter(webhook_endpoint::Column::Id.eq(id));
    Ok(found.one(connection).await?)
}

/// An endpoint, whoever may see it.
pub(crate) async fn endpoint_by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<EndpointRow>> {
    Ok(webhook_endpoint::Entity::find_by_id(id).one(connection).await?)
}

/// The endpoints for which something is queued: all but those that are out of use.
pub(crate) async fn listening(connection: &impl ConnectionTrait) -> Result<Vec<EndpointRow>> {
    let found = webhook_endpoint::Entity::find()
        .filter(webhook_endpoint::Column::State.ne(state(EndpointState::Disabled)))
        .all(connection)
        .await?;
    Ok(found)
}

/// That a sight sees the endpoint of an id, a column or expression, as a condition of another statement.
pub(crate) fn seen(sight: EndpointSight, id: &str) -> Sql {
    let mut sql = Sql::new(&format!("EXISTS (SELECT 1 FROM webhook_endpoint e WHERE e.id = {id}"));
    match sight {
        EndpointSight::Nothing => sql.push(" AND 1 = 0"),
        EndpointSight::Account(account) => sql.push(" AND e.account_id = ").bind(account),
        EndpointSight::Organization(organization) => sql.push(" AND e.organization_id = ").bind(organization),
        EndpointSight::All => sql.push(""),
    };
    sql.push(")");
    sql
}

/// Inserts an endpoint.
pub(crate) async fn endpoint_insert(tx: &Tx, row: EndpointRow) -> Result<()> {
    webhook_endpoint::Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves a changed endpoint if nobody else changed it since `expected`; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(crate) async fn endpoint_save(tx: &Tx, mut row: EndpointRow, expected: i32) -> Result<EndpointRow> {
    claim(tx, row.id, expected).await?;
    row.version = expected + 1;
    row.updated_at = micros(tx.now());
    Ok(row.into_active_model().reset_all().update(tx.connection()).await?)
}

async fn claim(tx: &Tx, id: Uuid, expected: i32) -> Result<()> {
    use webhook_endpoint::Column;
    claim_version::<webhook_endpoint::Entity>(tx, (Column::Id, id), (Column::Version, expected)).await
}

/// Deletes an endpoint with everything that was for it, if nobody changed it since `expected`.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(crate) async fn endpoint_delete(tx: &Tx, id: Uuid, expected: i32) -> Result<()> {
    claim(tx, id, expected).await?;
    let mut attempts = Sql::new("DELETE FROM webhook_attempt WHERE message_id IN (SELECT m.id FROM webhook_message m ");
    attempts.push("WHERE m.endpoint_id = ").bind(id).push(")");
    tx.connection().execute_raw(attempts.statement(tx.backend())).await?;
    webhook_message::Entity::delete_many()
        .filter(webhook_message::Column::EndpointId.eq(id))
        .exec(tx.connection())
        .await?;
    let gone = webhook_endpoint::Entity::delete_by_id(id).exec(tx.connection()).await?;
    match gone.rows_affected {
        1 => Ok(()),
        _ => Err(ErrorCode::StaleVersion.into()),
    }
}

/// Notes since when an endpoint fails, where that is not noted yet, or that it does not.
pub(crate) async fn failing_set(tx: &Tx, id: Uuid, since: Option<i64>) -> Result<()> {
    use webhook_endpoint::Column;
    let is_other = match since {
        Some(_) => Column::FailingSince.is_null(),
        None => Column::FailingSince.is_not_null(),
    };
    webhook_endpoint::Entity::update_many()
        .col_expr(Column::FailingSince, Expr::value(since))
        .filter(Column::Id.eq(id))
        .filter(is_other)
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Puts an endpoint out of use; whether it was in use.
pub(crate) async fn disable(tx: &Tx, row: &EndpointRow) -> Result<bool> {
    use webhook_endpoint::Column;
    let done = webhook_endpoint::Entity::update_many()
        .col_expr(Column::State, Expr::value(state(EndpointState::Disabled)))
        .col_expr(Column::Version, Expr::value(row.version + 1))
        .col_expr(Column::UpdatedAt, Expr::value(micros(tx.now())))
        .filter(Column::Id.eq(row.id))
        .filter(Column::Version.eq(row.version))
        .filter(Column::State.ne(state(EndpointState::Disabled)))
        .exec(tx.connection())
        .await?;
    Ok(done.rows_affected == 1)
}

/// How many messages of some endpoints wait and are dead; endpoints without any are left out.
pub(crate) async fn counts(connection: &impl ConnectionTrait, endpoints: &[Uuid]) -> Result<HashMap<Uuid, Counts>> {
    let mut counts: HashMap<Uuid, Counts> = HashMap::new();
    if endpoints.is_empty() {
        return Ok(counts);
    }
    let mut sql =
        Sql::new("SELECT m.endpoint_id, m.state, COUNT(*) AS found FROM webhook_message m WHERE m.endpoint_id");
    sql.among(endpoints.iter().copied());
    sql.push(" AND m.state IN ('QUEUED', 'CLAIMED', 'DEAD') GROUP BY m.endpoint_id, m.state");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    for row in rows {
        let found: i64 = row.try_get("", "found")?;
        let counted = counts.entry(row.try_get("", "endpoint_id")?).or_default();
        match row.try_get::<String>("", "state")?.as_str() {
            "DEAD" => counted.dead += found,
            _ => counted.queued += found,
        }
    }
    Ok(counts)
}
