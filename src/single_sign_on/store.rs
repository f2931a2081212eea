//! The SQL of single sign-on.

use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
    sea_query::Expr,
};
use uuid::Uuid;

use super::rules::{SingleSignOnRow, is_of};
use crate::platform::{
    clock::{micros, timestamp},
    db::{Sql, Tx, is_unique_violation},
    error::{ApiError, ErrorCode, Result},
};
use entity::{
    person,
    single_sign_on::{ActiveModel, Column, Entity, Model},
    single_sign_on_domain as domain, single_sign_on_identity as identity,
};

/// The providers of these organisations.
pub(super) async fn find_all(
    connection: &impl ConnectionTrait,
    organizations: &[Uuid],
) -> Result<Vec<SingleSignOnRow>> {
    let of = || organizations.iter().copied();
    let rows = Entity::find()
        .filter(Column::OrganizationId.is_in(of()))
        .all(connection)
        .await?;
    let domains = domain::Entity::find()
        .filter(domain::Column::OrganizationId.is_in(of()))
        .order_by_asc(domain::Column::Domain)
        .all(connection)
        .await?;
    let read = |row: Model| SingleSignOnRow {
        organization: row.organization_id,
        issuer: row.issuer,
        client_id: row.client_id,
        client_secret: row.client_secret,
        domains: domains
            .iter()
            .filter(|domain| domain.organization_id == row.organization_id)
            .map(|domain| domain.domain.clone())
            .collect(),
        enforced: row.enforced,
        verified_at: row.verified_at.map(timestamp),
        version: row.version,
    };
    Ok(rows.into_iter().map(read).collect())
}

pub(super) async fn find(connection: &impl ConnectionTrait, organization: Uuid) -> Result<Option<SingleSignOnRow>> {
    Ok(find_all(connection, &[organization]).await?.pop())
}

/// The provider that speaks for a domain.
pub(super) async fn find_by_domain(connection: &impl ConnectionTrait, name: &str) -> Result<Option<SingleSignOnRow>> {
    match domain::Entity::find_by_id(name.to_owned()).one(connection).await? {
        Some(found) => find(connection, found.organization_id).await,
        None => Ok(None),
    }
}

pub(super) async fn is_enforced_for(connection: &impl ConnectionTrait, person: Uuid) -> Result<bool> {
    let mut sql =
        Sql::new("SELECT 1 AS found FROM single_sign_on s JOIN person p ON p.organization_id = s.organization_id");
    sql.push(" WHERE s.enforced AND p.id = ").bind(person);
    let statement = sql.statement(connection.get_database_backend());
    Ok(connection.query_one_raw(statement).await?.is_some())
}

/// Inserts the settings, with their domains.
pub(super) async fn insert(tx: &Tx, row: &SingleSignOnRow) -> Result<()> {
    let mut model = write(tx, row);
    model.organization_id = Set(row.organization);
    model.created_at = Set(micros(tx.now()));
    let inserted = Entity::insert(model).exec_without_returning(tx.connection()).await;
    inserted.map_err(|error| match is_unique_violation(&error) {
        // Somebody else has just entered one.
        true => ApiError::new(ErrorCode::StaleVersion),
        false => error.into(),
    })?;
    domains_replace(tx, row).await
}

/// Saves settings that were read at `row.version`, with their domains, and gives them with their next one.
pub(super) async fn save(tx: &Tx, row: SingleSignOnRow) -> Result<SingleSignOnRow> {
    let next = SingleSignOnRow {
        version: row.version + 1,
        ..row
    };
    let saved = Entity::update_many()
        .set(write(tx, &next))
        .filter(Column::OrganizationId.eq(next.organization))
        .filter(Column::Version.eq(row.version))
        .exec(tx.connection())
        .await?;
    if saved.rows_affected != 1 {
        return Err(ErrorCode::StaleVersion.into());
    }
    domains_replace(tx, &next).await?;
    Ok(next)
}

fn write(tx: &Tx, row: &SingleSignOnRow) -> ActiveModel {
    ActiveModel {
        organization_id: NotSet,
        issuer: Set(row.issuer.clone()),
        client_id: Set(row.client_id.clone()),
        client_secret: Set(row.client_secret.clone()),
        enforced: Set(row.enforced),
        verified_at: Set(row.verified_at.map(micros)),
        version: Set(row.version),
        created_at: NotSet,
        updated_at: Set(micros(tx.now())),
    }
}

async fn domains_replace(tx: &Tx, row: &SingleSignOnRow) -> Result<()> {
    domains_remove(tx, row.organization).await?;
    let models = row.domains.iter().map(|name| domain::ActiveModel {
        domain: Set(name.clone()),
        organization_id: Set(row.organization),
    });
    let inserted = domain::Entity::insert_many(models)
        .exec_without_returning(tx.connection())
        .await;
    match inserted {
        Err(error) if is_unique_violation(&error) => Err(ErrorCode::AlreadyExists.into()),
        Err(error) => Err(error.into()),
        Ok(_) => Ok(()),
    }
}

async fn domains_remove(tx: &Tx, organization: Uuid) -> Result<()> {
    domain::Entity::delete_many()
        .filter(domain::Column::OrganizationId.eq(organization))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Removes settings that were read at `row.version`, and everything that was built on them.
pub(super) async fn remove(tx: &Tx, row: &SingleSignOnRow) -> Result<()> {
    domains_remove(tx, row.organization).await?;
    identities_remove(tx, row.organization).await?;
    let removed = Entity::delete_many()
        .filter(Column::OrganizationId.eq(row.organization))
        .filter(Column::Version.eq(row.version))
        .exec(tx.connection())
        .await?;
    match removed.rows_affected {
        1 => Ok(()),
        _ => Err(ErrorCode::StaleVersion.into()),
    }
}

/// Notes that somebody signed in with these settings, the first time.
pub(super) async fn verified(tx: &Tx, row: &SingleSignOnRow) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::VerifiedAt, Expr::value(micros(tx.now())))
        .filter(Column::OrganizationId.eq(row.organization))
        .filter(Column::Version.eq(row.version))
        .filter(Column::VerifiedAt.is_null())
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Forgets whom the provider's subjects were: another provider means others by the same names.
pub(super) async fn identities_remove(tx: &Tx, organization: Uuid) -> Result<()> {
    identity::Entity::delete_many()
        .filter(identity::Column::OrganizationId.eq(organization))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// The person that a provider's subject is.
pub(super) async fn identity_person(tx: &Tx, organization: Uuid, subject: &str) -> Result<Option<Uuid>> {
    let row = identity::Entity::find_by_id((organization, subject.to_owned()))
        .one(tx.connection())
        .await?;
    Ok(row.map(|row| row.person_id))
}

/// Whether a person has a subject.
pub(super) async fn is_linked(connection: &impl ConnectionTrait, person: Uuid) -> Result<bool> {
    let count = identity::Entity::find()
        .filter(identity::Column::PersonId.eq(person))
        .count(connection)
        .await?;
    Ok(count > 0)
}

/// Links a subject to a person, both for good.
///
/// # Errors
/// `SIGN_IN_FAILED` where one of them is linked already.
pub(super) async fn identity_insert(tx: &Tx, organization: Uuid, subject: &str, person: Uuid) -> Result<()> {
    let row = identity::ActiveModel {
        organization_id: Set(organization),
        subject: Set(subject.to_owned()),
        person_id: Set(person),
        created_at: Set(micros(tx.now())),
    };
    let inserted = identity::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await;
    inserted.map(drop).map_err(|error| match is_unique_violation(&error) {
        true => ApiError::new(ErrorCode::SignInFailed),
        false => error.into(),
    })
}

/// How many of an organisation's people, invited or active, have addresses outside of the domains.
pub(super) async fn outsiders(
    connection: &impl ConnectionTrait,
    organization: Uuid,
    domains: &[String],
) -> Result<usize> {
    let addresses: Vec<String> = person::Entity::find()
        .select_only()
        .column(person::Column::Email)
        .filter(person::Column::OrganizationId.eq(organization))
        .filter(person::Column::State.is_in(["INVITED", "ACTIVE"]))
        .filter(person::Column::IsService.eq(false))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(addresses.iter().filter(|address| !is_of(domains, address)).count())
}

/// Whether somebody within, or outside of, an organisation has an address in a domain.
pub(super) async fn has_people_in(
    connection: &impl ConnectionTrait,
    name: &str,
    organization: Uuid,
    within: bool,
) -> Result<bool> {
    let of = person::Column::OrganizationId;
    let found = person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        // A domain holds letters, digits, hyphens and dots: nothing that `LIKE` knows.
        .filter(person::Column::Email.like(format!("%@{name}")))
        .filter(if within { of.eq(organization) } else { of.ne(organization) })
        .limit(1)
        .into_tuple::<Uuid>()
        .one(connection)
        .await?;
    Ok(found.is_some())
}
