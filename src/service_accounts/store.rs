//! The SQL of service accounts.

use std::collections::HashMap;

use ipnet::IpNet;
use jiff::Timestamp;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, Select, sea_query::Expr,
};
use uuid::Uuid;

use super::rules::{AccountRow, CredentialRow};
use crate::{
    permissions::{ServiceAccess, ServiceScope},
    platform::{
        clock::{micros, timestamp},
        db::{Sql, Tx, claim_version, code, json, keyset},
        error::{ApiError, Result},
        graphql::connection::{Page, PageArgs},
    },
};
use entity::{service_account, service_credential, used_assertion};

/// The accounts of an organisation, or everybody's.
fn of(organization: Option<Uuid>) -> Select<service_account::Entity> {
    let accounts = service_account::Entity::find();
    match organization {
        Some(organization) => accounts.filter(service_account::Column::OrganizationId.eq(organization)),
        None => accounts,
    }
}

/// A page of accounts of an organisation, or of everybody's, the first made first.
pub(super) async fn account_page(
    connection: &impl ConnectionTrait,
    organization: Option<Uuid>,
    args: &PageArgs,
) -> Result<Page<AccountRow>> {
    let rows = keyset(
        of(organization),
        service_account::Column::CreatedAt,
        service_account::Column::Id,
        args,
    );
    let rows = with_credentials(connection, rows.all(connection).await?).await?;
    let keyed = rows.into_iter().map(|row| (micros(row.created_at), row.id, row));
    Ok(Page::cut(keyed.collect(), args))
}

/// How many those are.
pub(super) async fn account_count(connection: &impl ConnectionTrait, organization: Option<Uuid>) -> Result<u64> {
    Ok(of(organization).count(connection).await?)
}

/// How many accounts of an organisation were not revoked.
pub(super) async fn accounts_left(connection: &impl ConnectionTrait, organization: Uuid) -> Result<u64> {
    let left = of(Some(organization)).filter(service_account::Column::State.ne("REVOKED"));
    Ok(left.count(connection).await?)
}

/// An account with its credentials.
pub(super) async fn account(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<AccountRow>> {
    let row = service_account::Entity::find_by_id(id).one(connection).await?;
    let rows = with_credentials(connection, row.into_iter().collect()).await?;
    Ok(rows.into_iter().next())
}

/// What an account may do and from where.
pub(super) async fn access(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<ServiceAccess>> {
    let row: Option<(String, String, bool)> = service_account::Entity::find_by_id(id)
        .select_only()
        .columns([
            service_account::Column::Scopes,
            service_account::Column::Networks,
            service_account::Column::Sandbox,
        ])
        .into_tuple()
        .one(connection)
        .await?;
    row.map(|(scopes, networks, sandbox)| {
        Ok(ServiceAccess {
            scopes: json(&scopes)?,
            networks: read_networks(&networks)?,
            sandbox,
        })
    })
    .transpose()
}

/// An account as others name it: its id, its organisation, its name.
pub(super) type Named = (Uuid, Uuid, String);

/// An account by its id, whatever its state.
pub(super) async fn named(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<Named>> {
    let row: Option<Named> = service_account::Entity::find_by_id(id)
        .select_only()
        .columns(NAMED)
        .into_tuple()
        .one(connection)
        .await?;
    Ok(row)
}

const NAMED: [service_account::Column; 3] = [
    service_account::Column::Id,
    service_account::Column::OrganizationId,
    service_account::Column::Name,
];

/// The active accounts of active organisations that have a scope, in the order of their ids.
pub(super) async fn with_scope(connection: &impl ConnectionTrait, scope: ServiceScope) -> Result<Vec<Named>> {
    let mut sql = Sql::new("SELECT a.id, a.organization_id, a.name, a.scopes FROM service_account a ");
    sql.push("JOIN organization o ON o.id = a.organization_id ")
        .push("WHERE a.state = 'ACTIVE' AND o.state = 'ACTIVE' ORDER BY a.id");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let mut found = Vec::new();
    for row in rows {
        let scopes: Vec<ServiceScope> = json(&row.try_get::<String>("", "scopes")?)?;
        if scopes.contains(&scope) {
            found.push((
                row.try_get("", "id")?,
                row.try_get("", "organization_id")?,
                row.try_get("", "name")?,
            ));
        }
    }
    Ok(found)
}

async fn with_credentials(
    connection: &impl ConnectionTrait,
    rows: Vec<service_account::Model>,
) -> Result<Vec<AccountRow>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let credentials = service_credential::Entity::find()
        .filter(service_credential::Column::AccountId.is_in(rows.iter().map(|row| row.id)))
        .order_by_asc(service_credential::Column::CreatedAt)
        .order_by_asc(service_credential::Column::Id)
        .all(connection)
        .await?;
    let mut of_account: HashMap<Uuid, Vec<CredentialRow>> = HashMap::new();
    for row in credentials {
        of_account
            .entry(row.account_id)
            .or_default()
            .push(read_credential(row)?);
    }
    rows.into_iter()
        .map(|row| {
            let credentials = of_account.remove(&row.id).unwrap_or_default();
            read(row, credentials)
        })
        .collect()
}

fn read(row: service_account::Model, credentials: Vec<CredentialRow>) -> Result<AccountRow> {
    Ok(AccountRow {
        id: row.id,
        organization: row.organization_id,
        name: row.name,
        description: row.description,
        scopes: json(&row.scopes)?,
        networks: read_networks(&row.networks)?,
        sandbox: row.sandbox,
        state: code(&row.state)?,
        suspended_by: row.suspended_by,
        created_by: row.created_by,
        last_used_at: row.last_used_at.map(timestamp),
        last_network: row.last_network,
        credentials,
        version: row.version,
        created_at: timestamp(row.created_at),
    })
}

fn read_credential(row: service_credential::Model) -> Result<CredentialRow> {
    Ok(CredentialRow {
        id: row.id,
        kind: code(&row.kind)?,
        hint: row.hint,
        hash: row.hash,
        jwk: row.jwk,
        created_at: timestamp(row.created_at),
        expires_at: timestamp(row.expires_at),
        revoked_at: row.revoked_at.map(timestamp),
        last_used_at: row.last_used_at.map(timestamp),
    })
}

fn read_networks(text: &str) -> Result<Vec<IpNet>> {
    let networks: Vec<String> = json(text)?;
    networks
        .iter()
        .map(|network| network.parse().map_err(ApiError::internal))
        .collect()
}

fn write_networks(networks: &[IpNet]) -> Result<String> {
    let networks: Vec<String> = networks.iter().map(ToString::to_string).collect();
    serde_json::to_string(&networks).map_err(ApiError::internal)
}

/// Inserts an account; the row among the people is there already.
pub(super) async fn account_insert(tx: &Tx, row: &AccountRow) -> Result<()> {
    let state: &str = row.state.into();
    let model = service_account::ActiveModel {
        id: Set(row.id),
        organization_id: Set(row.organization),
        name: Set(row.name.clone()),
        description: Set(row.description.clone()),
        scopes: Set(serde_json::to_string(&row.scopes).map_err(ApiError::internal)?),
        networks: Set(write_networks(&row.networks)?),
        sandbox: Set(row.sandbox),
        state: Set(state.to_owned()),
        suspended_by: Set(None),
        created_by: Set(row.created_by),
        last_used_at: Set(None),
        last_network: Set(None),
        last_refused_at: Set(None),
        version: Set(row.version),
        created_at: Set(micros(row.created_at)),
        updated_at: Set(micros(row.created_at)),
    };
    service_account::Entity::insert(model)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Takes an account for the rest of the transaction, and raises its version, if it is still the one that was read.
///
/// # Errors
/// `STALE_VERSION` where somebody changed it.
pub(super) async fn account_claim(tx: &Tx, id: Uuid, version: i32) -> Result<()> {
    let (key, read) = (service_account::Column::Id, service_account::Column::Version);
    claim_version::<service_account::Entity>(tx, (key, id), (read, version)).await
}

/// Saves what of an account changes, after [`account_claim`].
pub(super) async fn account_save(tx: &Tx, row: &AccountRow) -> Result<()> {
    use service_account::Column;
    let state: &str = row.state.into();
    let scopes = serde_json::to_string(&row.scopes).map_err(ApiError::internal)?;
    service_account::Entity::update_many()
        .col_expr(Column::Name, Expr::value(row.name.clone()))
        .col_expr(Column::Description, Expr::value(row.description.clone()))
        .col_expr(Column::Scopes, Expr::value(scopes))
        .col_expr(Column::Networks, Expr::value(write_networks(&row.networks)?))
        .col_expr(Column::State, Expr::value(state))
        .col_expr(Column::SuspendedBy, Expr::value(row.suspended_by))
        .col_expr(Column::UpdatedAt, Expr::value(micros(tx.now())))
        .filter(Column::Id.eq(row.id))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Inserts a credential of an account.
pub(super) async fn credential_insert(tx: &Tx, account: Uuid, row: &CredentialRow) -> Result<()> {
    let kind: &str = row.kind.into();
    let model = service_credential::ActiveModel {
        id: Set(row.id),
        account_id: Set(account),
        kind: Set(kind.to_owned()),
        hint: Set(row.hint.clone()),
        hash: Set(row.hash.clone()),
        jwk: Set(row.jwk.clone()),
        created_at: Set(micros(row.created_at)),
        expires_at: Set(micros(row.expires_at)),
        revoked_at: Set(None),
        last_used_at: Set(None),
    };
    service_credential::Entity::insert(model)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Ends the credentials of an account, or one of them; how many were still good.
pub(super) async fn credentials_end(tx: &Tx, account: Uuid, only: Option<Uuid>) -> Result<u64> {
    use service_credential::Column;
    let mut ending = service_credential::Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(Some(micros(tx.now()))))
        .filter(Column::AccountId.eq(account))
        .filter(Column::RevokedAt.is_null())
        .filter(Column::ExpiresAt.gt(micros(tx.now())));
    if let Some(only) = only {
        ending = ending.filter(Column::Id.eq(only));
    }
    Ok(ending.exec(tx.connection()).await?.rows_affected)
}

/// Notes that an account got a token, unless that was noted after `recent`; says whether it is active still. Whoever shuts it
/// out waits until the transaction has ended, or is waited for.
pub(super) async fn account_used(tx: &Tx, id: Uuid, network: Option<&str>, recent: Timestamp) -> Result<bool> {
    let mut older = Sql::new("last_used_at IS NULL OR last_used_at < ");
    older.bind(micros(recent));
    let mut sql = Sql::new("UPDATE service_account SET last_network = CASE WHEN ");
    sql.append(&older)
        .push(" THEN ")
        .bind(network.map(str::to_owned))
        .push(" ELSE last_network END, last_used_at = CASE WHEN ")
        .append(&older)
        .push(" THEN ")
        .bind(micros(tx.now()))
        .push(" ELSE last_used_at END WHERE state = 'ACTIVE' AND id = ")
        .bind(id);
    let done = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that a token was had by a credential, unless that was noted after `recent`; says whether it is good still.
pub(super) async fn credential_used(tx: &Tx, id: Uuid, recent: Timestamp) -> Result<bool> {
    let mut sql =
        Sql::new("UPDATE service_credential SET last_used_at = CASE WHEN last_used_at IS NULL OR last_used_at < ");
    sql.bind(micros(recent))
        .push(" THEN ")
        .bind(micros(tx.now()))
        .push(" ELSE last_used_at END WHERE revoked_at IS NULL AND expires_at > ")
        .bind(micros(tx.now()))
        .push(" AND id = ")
        .bind(id);
    let done = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that a refusal is recorded, unless one was after `recent`; says whether this is the one to record.
pub(super) async fn refusal_noted(tx: &Tx, id: Uuid, recent: Timestamp) -> Result<bool> {
    use service_account::Column;
    let none_lately = Condition::any()
        .add(Column::LastRefusedAt.is_null())
        .add(Column::LastRefusedAt.lt(micros(recent)));
    let done = service_account::Entity::update_many()
        .col_expr(Column::LastRefusedAt, Expr::value(Some(micros(tx.now()))))
        .filter(Column::Id.eq(id))
        .filter(none_lately)
        .exec(tx.connection())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Uses an assertion up; says whether it was unused.
pub(super) async fn assertion_use(tx: &Tx, account: Uuid, jti: &str, until: Timestamp) -> Result<bool> {
    let mut sql = Sql::new("INSERT INTO used_assertion (account_id, jti, expires_at) VALUES (");
    sql.bind(account).push(", ").bind(jti).push(", ").bind(micros(until));
    sql.push(") ON CONFLICT DO NOTHING");
    let done = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(done.rows_affected() == 1)
}

/// Forgets assertions that would be refused anyway; how many.
pub(super) async fn assertions_forget(connection: &impl ConnectionTrait, now: Timestamp) -> Result<u64> {
    let gone = used_assertion::Entity::delete_many()
        .filter(used_assertion::Column::ExpiresAt.lt(micros(now)))
        .exec(connection)
        .await?;
    Ok(gone.rows_affected)
}
