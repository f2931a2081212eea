//! People with their roles and brands.

use std::collections::HashMap;

use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QuerySelect as _, Select,
    sea_query::{Expr, Query, SelectStatement},
};
use uuid::Uuid;

use crate::{
    members::rules::{ActivePerson, PersonRow, PersonState, QuietHours, Reach, Settings, Weekday},
    permissions::Role,
    platform::{
        clock::{micros, timestamp},
        db::{Sql, Tx, by_ids, code, is_unique_violation, json, keyset},
        error::{ApiError, ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
        text::fold,
    },
};
use entity::{
    brand_scope, organization,
    person::{ActiveModel, Column, Entity, Model},
    role_assignment,
};

/// Which people a list asks for; an empty list asks for all.
#[derive(Debug, Clone, Default)]
pub(in crate::members) struct PersonFilter {
    /// A part of a name, or of the address where the viewer may know it.
    pub(in crate::members) search: Option<String>,
    pub(in crate::members) organization: Option<Uuid>,
    pub(in crate::members) roles: Vec<Role>,
    pub(in crate::members) states: Vec<PersonState>,
    /// Only those to whom no mails go, of whom the viewer may know that.
    pub(in crate::members) suspended: Option<Reach>,
}

/// Names are compared in memory, because the databases fold differently; this many are.
const MOST_COMPARED: u64 = 10_000;
/// Most rows found by name.
const MOST_FOUND: usize = 1_000;

pub(in crate::members) async fn person_id_by_email(
    connection: &impl ConnectionTrait,
    email: &str,
) -> Result<Option<Uuid>> {
    let found = Entity::find()
        .filter(Column::Email.eq(email))
        .filter(Column::IsService.eq(false));
    let row = found.one(connection).await?;
    Ok(row.map(|row| row.id))
}

pub(in crate::members) async fn person(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<PersonRow>> {
    Ok(people(connection, &[id]).await?.pop())
}

pub(in crate::members) async fn people(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<PersonRow>> {
    let rows = by_ids::<Entity>(connection, ids).await?;
    with_powers(connection, rows).await
}

/// The people of an organisation, the first one first.
pub(in crate::members) async fn people_of(
    connection: &impl ConnectionTrait,
    organization: Uuid,
) -> Result<Vec<PersonRow>> {
    let rows = Entity::find()
        .filter(Column::OrganizationId.eq(organization))
        .filter(Column::IsService.eq(false))
        .all(connection)
        .await?;
    let mut people = with_powers(connection, rows).await?;
    people.sort_by_key(|row| (row.created_at, row.id));
    Ok(people)
}

/// The names of people.
pub(in crate::members) async fn names_of_people(
    connection: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, String>> {
    let mut sql = Sql::new("SELECT id, name FROM person WHERE id");
    sql.among(ids.iter().copied());
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok((row.try_get("", "id")?, row.try_get("", "name")?)))
        .collect()
}

/// The active people of those organisations that are active themselves.
pub(in crate::members) async fn active_people_of(
    connection: &impl ConnectionTrait,
    organizations: &[Uuid],
) -> Result<Vec<ActivePerson>> {
    let active = of_active_organizations()
        .and_where(organization::Column::Id.is_in(organizations.iter().copied()))
        .to_owned();
    let rows = Entity::find()
        .filter(Column::State.eq("ACTIVE"))
        .filter(Column::IsService.eq(false))
        .filter(Column::OrganizationId.in_subquery(active))
        .all(connection)
        .await?;
    let people = with_powers(connection, rows).await?;
    Ok(people.into_iter().map(active_person).collect())
}

/// The active officers of the active secretariat.
pub(in crate::members) async fn officers(connection: &impl ConnectionTrait) -> Result<Vec<ActivePerson>> {
    let secretariat = of_active_organizations()
        .and_where(organization::Column::Kind.eq("SECRETARIAT"))
        .to_owned();
    let rows = Entity::find()
        .filter(Column::State.eq("ACTIVE"))
        .filter(Column::IsService.eq(false))
        .filter(Column::OrganizationId.in_subquery(secretariat))
        .filter(Column::Id.in_subquery(holders(&[Role::So])))
        .all(connection)
        .await?;
    let people = with_powers(connection, rows).await?;
    Ok(people.into_iter().map(active_person).collect())
}

/// The active people with administrator's roles (`MA`, `SA`) of the organisations.
pub(in crate::members) async fn admins(
    connection: &impl ConnectionTrait,
    organizations: &[Uuid],
) -> Result<Vec<(Uuid, Uuid)>> {
    Ok(Entity::find()
        .select_only()
        .columns([Column::OrganizationId, Column::Id])
        .filter(Column::State.eq("ACTIVE"))
        .filter(Column::OrganizationId.is_in(organizations.iter().copied()))
        .filter(Column::Id.in_subquery(holders(&[Role::Ma, Role::Sa])))
        .into_tuple()
        .all(connection)
        .await?)
}

pub(in crate::members) async fn person_insert(tx: &Tx, row: &PersonRow) -> Result<()> {
    let mut model = write(row, micros(tx.now()));
    model.id = Set(row.id);
    model.created_at = Set(micros(row.created_at));
    model.last_sign_in_at = Set(None);
    model.password_hash = Set(None);
    model.second_factor_at = Set(None);
    Entity::insert(model)
        .exec_without_returning(tx.connection())
        .await
        .map_err(|error| match is_unique_violation(&error) {
            true => ApiError::new(ErrorCode::AlreadyExists),
            false => error.into(),
        })?;
    powers_insert(tx, row).await
}

/// Saves a row that was read at `row.version`, without its roles and brands, and gives it with its next one.
pub(in crate::members) async fn person_save(tx: &Tx, row: PersonRow) -> Result<PersonRow> {
    let next = PersonRow {
        version: row.version + 1,
        ..row
    };
    let saved = Entity::update_many()
        .set(write(&next, micros(tx.now())))
        .filter(Column::Id.eq(next.id))
        .filter(Column::Version.eq(row.version))
        .exec(tx.connection())
        .await?;
    if saved.rows_affected != 1 {
        return Err(ErrorCode::StaleVersion.into());
    }
    Ok(next)
}

/// Keeps name and state of a service account's row; who changes the account holds it.
pub(in crate::members) async fn service_person_set(tx: &Tx, id: Uuid, name: &str, state: PersonState) -> Result<()> {
    let state: &str = state.into();
    Entity::update_many()
        .col_expr(Column::Name, Expr::value(name))
        .col_expr(Column::State, Expr::value(state))
        .col_expr(Column::UpdatedAt, Expr::value(micros(tx.now())))
        .filter(Column::Id.eq(id))
        .filter(Column::IsService.eq(true))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Replaces the roles and brands of a person by those of the row.
pub(in crate::members) async fn powers_replace(tx: &Tx, row: &PersonRow) -> Result<()> {
    role_assignment::Entity::delete_many()
        .filter(role_assignment::Column::PersonId.eq(row.id))
        .exec(tx.connection())
        .await?;
    brand_scope::Entity::delete_many()
        .filter(brand_scope::Column::PersonId.eq(row.id))
        .exec(tx.connection())
        .await?;
    powers_insert(tx, row).await
}

async fn powers_insert(tx: &Tx, row: &PersonRow) -> Result<()> {
    let roles = row.roles.iter().map(|role| role_assignment::ActiveModel {
        person_id: Set(row.id),
        role: Set(role.code().to_owned()),
    });
    role_assignment::Entity::insert_many(roles)
        .exec_without_returning(tx.connection())
        .await?;
    let Some(brands) = &row.brand_scope else { return Ok(()) };
    let brands = brands.iter().map(|brand| brand_scope::ActiveModel {
        person_id: Set(row.id),
        brand_id: Set(*brand),
    });
    brand_scope::Entity::insert_many(brands)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

pub(in crate::members) async fn person_page(
    connection: &impl ConnectionTrait,
    reach: Reach,
    filter: &PersonFilter,
    args: &PageArgs,
) -> Result<Page<PersonRow>> {
    let query = narrowed(connection, reach, filter).await?;
    let rows = keyset(query, Column::CreatedAt, Column::Id, args)
        .all(connection)
        .await?;
    let people = with_powers(connection, rows).await?;
    let rows = people
        .into_iter()
        .map(|row| (micros(row.created_at), row.id, row))
        .collect();
    Ok(Page::cut(rows, args))
}

pub(in crate::members) async fn person_count(
    connection: &impl ConnectionTrait,
    reach: Reach,
    filter: &PersonFilter,
) -> Result<u64> {
    Ok(narrowed(connection, reach, filter).await?.count(connection).await?)
}

async fn narrowed(connection: &impl ConnectionTrait, reach: Reach, filter: &PersonFilter) -> Result<Select<Entity>> {
    let mut query = Entity::find().filter(seen(reach)).filter(Column::IsService.eq(false));
    if let Some(organization) = filter.organization {
        query = query.filter(Column::OrganizationId.eq(organization));
    }
    if !filter.states.is_empty() {
        let states = filter.states.iter().map(|state| -> &str { (*state).into() });
        query = query.filter(Column::State.is_in(states));
    }
    if !filter.roles.is_empty() {
        // Roles are found only where they are shown.
        query = query
            .filter(known(reach))
            .filter(Column::Id.in_subquery(holders(&filter.roles)));
    }
    if let Some(managed) = filter.suspended {
        query = query
            .filter(known(managed))
            .filter(Column::MailSuspendedAt.is_not_null());
    }
    let Some(part) = &filter.search else { return Ok(query) };
    let part = fold(part);
    let names: Vec<(Uuid, Uuid, String, String)> = query
        .clone()
        .select_only()
        .columns([Column::Id, Column::OrganizationId, Column::Name, Column::Email])
        .limit(MOST_COMPARED)
        .into_tuple()
        .all(connection)
        .await?;
    let found = names
        .into_iter()
        .filter(|(_, of, name, email)| fold(name).contains(&part) || reach.knows(*of) && fold(email).contains(&part))
        .map(|(id, ..)| id)
        .take(MOST_FOUND);
    Ok(query.filter(Column::Id.is_in(found)))
}

/// The people within reach: of the own organisation all, of others the active ones of active organisations.
fn seen(reach: Reach) -> Condition {
    match reach {
        Reach::Nothing => Condition::all().add(Column::Id.is_null()),
        Reach::Own(own) => Condition::any().add(Column::OrganizationId.eq(own)),
        Reach::Active(own) => Condition::any().add(Column::OrganizationId.eq(own)).add(
            Condition::all()
                .add(Column::State.eq("ACTIVE"))
                .add(Column::OrganizationId.in_subquery(of_active_organizations())),
        ),
        Reach::All(_) => Condition::all(),
    }
}

/// The people of whom the viewer may know more than the name.
fn known(reach: Reach) -> Condition {
    match reach {
        Reach::Nothing => Condition::all().add(Column::Id.is_null()),
        Reach::Own(own) | Reach::Active(own) => Condition::any().add(Column::OrganizationId.eq(own)),
        Reach::All(_) => Condition::all(),
    }
}

fn of_active_organizations() -> SelectStatement {
    Query::select()
        .column(organization::Column::Id)
        .from(organization::Entity)
        .and_where(organization::Column::State.eq("ACTIVE"))
        .to_owned()
}

fn holders(roles: &[Role]) -> SelectStatement {
    Query::select()
        .column(role_assignment::Column::PersonId)
        .from(role_assignment::Entity)
        .and_where(role_assignment::Column::Role.is_in(roles.iter().map(|role| role.code())))
        .to_owned()
}

/// People with their roles and brands, which one statement reads.
async fn with_powers(connection: &impl ConnectionTrait, rows: Vec<Model>) -> Result<Vec<PersonRow>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut roles: HashMap<Uuid, Vec<Role>> = HashMap::new();
    let mut brands: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    let ids = || rows.iter().map(|row| row.id);
    let mut sql = Sql::new("SELECT person_id, role, CAST(NULL AS uuid) AS brand_id FROM role_assignment ");
    sql.push("WHERE person_id").among(ids());
    sql.push(" UNION ALL SELECT person_id, NULL, brand_id FROM brand_scope WHERE person_id")
        .among(ids());
    let powers = sql.statement(connection.get_database_backend());
    for power in connection.query_all_raw(powers).await? {
        let person = power.try_get("", "person_id")?;
        if let Some(role) = power.try_get::<Option<String>>("", "role")? {
            roles.entry(person).or_default().push(code(&role)?);
        }
        if let Some(brand) = power.try_get("", "brand_id")? {
            brands.entry(person).or_default().push(brand);
        }
    }
    rows.into_iter()
        .map(|row| {
            let mut roles = roles.remove(&row.id).unwrap_or_default();
            roles.sort_unstable();
            let scope = brands.remove(&row.id).map(|mut brands| {
                brands.sort_unstable();
                brands
            });
            read(row, roles, scope)
        })
        .collect()
}

fn active_person(row: PersonRow) -> ActivePerson {
    ActivePerson {
        id: row.id,
        organization: row.organization,
        roles: row.roles,
        brand_scope: row.brand_scope,
    }
}

fn read(row: Model, roles: Vec<Role>, brand_scope: Option<Vec<Uuid>>) -> Result<PersonRow> {
    let why = row.mail_suspended_why.as_deref().map(code).transpose()?;
    let suspended = row.mail_suspended_at.map(timestamp).zip(why);
    Ok(PersonRow {
        id: row.id,
        organization: row.organization_id,
        name: row.name,
        email: row.email,
        state: code(&row.state)?,
        has_password: row.password_hash.is_some(),
        enrolled: row.second_factor_at.is_some(),
        is_service: row.is_service,
        roles,
        brand_scope,
        settings: Settings {
            language: code(&row.language)?,
            time_zone: row.time_zone,
            digest: code(&row.digest)?,
            digest_hour: row.digest_hour,
            working_days_only: row.digest_working_days_only,
            expiry_reminders: row.expiry_reminders,
            digest_filter: row.digest_filter.as_deref().map(json).transpose()?.unwrap_or_default(),
            digest_weekday: Weekday::numbered(row.digest_weekday).unwrap_or(Weekday::Monday),
            quiet_hours: row
                .quiet_from
                .zip(row.quiet_to)
                .map(|(from, to)| QuietHours { from, to }),
            digest_since: timestamp(row.digest_since),
        },
        last_sign_in_at: row.last_sign_in_at.map(timestamp),
        mail_suspended: suspended,
        version: row.version,
        created_at: timestamp(row.created_at),
    })
}

/// The columns of a row but for its id, its beginning and what belongs to sign-in.
fn write(row: &PersonRow, now: i64) -> ActiveModel {
    let state: &str = row.state.into();
    let language: &str = row.settings.language.into();
    let digest: &str = row.settings.digest.into();
    ActiveModel {
        id: NotSet,
        organization_id: Set(row.organization),
        name: Set(row.name.clone()),
        email: Set(row.email.clone()),
        password_hash: NotSet,
        state: Set(state.to_owned()),
        language: Set(language.to_owned()),
        time_zone: Set(row.settings.time_zone.clone()),
        digest: Set(digest.to_owned()),
        digest_hour: Set(row.settings.digest_hour),
        digest_working_days_only: Set(row.settings.working_days_only),
        expiry_reminders: Set(row.settings.expiry_reminders),
        digest_filter: Set(row.settings.digest_filter.kept()),
        digest_weekday: Set(row.settings.digest_weekday.number().into()),
        quiet_from: Set(row.settings.quiet_hours.map(|hours| hours.from)),
        quiet_to: Set(row.settings.quiet_hours.map(|hours| hours.to)),
        digest_since: Set(micros(row.settings.digest_since)),
        digest_looked_at: NotSet,
        mail_suspended_at: NotSet,
        mail_suspended_why: NotSet,
        last_sign_in_at: NotSet,
        version: Set(row.version),
        created_at: NotSet,
        updated_at: Set(now),
        second_factor_at: NotSet,
        is_service: Set(row.is_service),
    }
}
