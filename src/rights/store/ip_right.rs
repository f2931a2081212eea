//! IP rights and the brands they protect.

use std::collections::HashMap;

use jiff::{civil::Date, tz::TimeZone};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryResult, QuerySelect as _, Select,
    sea_query::{Expr, LikeExpr, Query, SelectStatement},
};
use uuid::Uuid;

use super::{brand::active_organizations, certificate::certificates_delete};
use crate::{
    members::rules::Reach,
    platform::{
        clock::{NEVER, micros, timestamp, timestamp_or_never},
        db::{LockRows as _, Sql, Tx, by_ids, code, escaped, json, keyset},
        error::{ApiError, ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
        text::fold,
    },
    rights::rules::ip_right::{
        IpRightFacts, IpRightKind, IpRightRow, IpRightState, REMINDERS, Renewal, Standing, days_after, today,
    },
};
use entity::{
    ip_right::{ActiveModel, Column, Entity, Model},
    ip_right_brand, organization,
};

/// Which rights somebody finds: a part of [`IpRightRow::is_seen_by`] for lists.
#[derive(Debug, Clone)]
pub(in crate::rights) struct IpRightReach {
    /// Of verified ones, those of whom the directory shows.
    pub(in crate::rights) directory: Reach,
    /// Whether also what waits to be verified.
    pub(in crate::rights) judges: bool,
    /// Those of these holders, of all their brands or of some.
    pub(in crate::rights) principals: Vec<(Uuid, Option<Vec<Uuid>>)>,
}

/// Which rights a list asks for; what is empty does not narrow it.
#[derive(Debug, Clone, Default)]
pub(in crate::rights) struct IpRightFilter {
    /// A part of a title or number.
    pub(in crate::rights) search: Option<String>,
    pub(in crate::rights) holder: Option<Uuid>,
    pub(in crate::rights) brand: Option<Uuid>,
    pub(in crate::rights) kinds: Vec<IpRightKind>,
    pub(in crate::rights) states: Vec<IpRightState>,
    pub(in crate::rights) nice_class: Option<i32>,
    /// Territories that have the wanted country.
    pub(in crate::rights) territories: Vec<&'static str>,
    pub(in crate::rights) country: Option<String>,
    pub(in crate::rights) renewal_waits: bool,
}

/// What a list is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum IpRightOrder {
    /// When it was entered, oldest first.
    #[default]
    CreatedAt,
    /// Its last day, nearest first; those without one at the end.
    ExpiresOn,
}

pub(in crate::rights) async fn ip_rights(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<IpRightRow>> {
    let rows = by_ids::<Entity>(connection, ids).await?;
    with_brands(connection, rows).await
}

/// The rights of a holder, the first one first.
pub(in crate::rights) async fn ip_rights_of(
    connection: &impl ConnectionTrait,
    organization: Uuid,
) -> Result<Vec<IpRightRow>> {
    let found = Entity::find().filter(Column::OrganizationId.eq(organization));
    let mut rows = found.all(connection).await?;
    rows.sort_by_key(|row| (row.created_at, row.id));
    with_brands(connection, rows).await
}

pub(in crate::rights) async fn ip_right_page(
    connection: &impl ConnectionTrait,
    reach: &IpRightReach,
    filter: &IpRightFilter,
    order: IpRightOrder,
    day: Date,
    args: &PageArgs,
) -> Result<Page<IpRightRow>> {
    let key = match order {
        IpRightOrder::CreatedAt => Column::CreatedAt,
        IpRightOrder::ExpiresOn => Column::ExpiresOn,
    };
    let found = keyset(narrowed(reach, filter, day), key, Column::Id, args);
    let rows = with_brands(connection, found.all(connection).await?).await?;
    let keyed = rows.into_iter().map(|row| {
        let at = match order {
            IpRightOrder::CreatedAt => micros(row.created_at),
            IpRightOrder::ExpiresOn => row.facts.expires_on.map_or(NEVER, first_moment),
        };
        (at, row.id, row)
    });
    Ok(Page::cut(keyed.collect(), args))
}

pub(in crate::rights) async fn ip_right_count(
    connection: &impl ConnectionTrait,
    reach: &IpRightReach,
    filter: &IpRightFilter,
    day: Date,
) -> Result<u64> {
    Ok(narrowed(reach, filter, day).count(connection).await?)
}

/// Makes other writers of the holder's rights wait for this transaction, and says how many there are.
pub(in crate::rights) async fn ip_right_lock(tx: &Tx, holder: Uuid) -> Result<u64> {
    organization::Entity::find_by_id(holder)
        .locked()
        .one(tx.connection())
        .await?;
    let theirs = Entity::find().filter(Column::OrganizationId.eq(holder));
    Ok(theirs.count(tx.connection()).await?)
}

/// The holder's right of that number, if it has one.
pub(in crate::rights) async fn ip_right_of_number(tx: &Tx, holder: Uuid, key: &str) -> Result<Option<Uuid>> {
    let found = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::OrganizationId.eq(holder))
        .filter(Column::NumberKey.eq(key))
        .into_tuple();
    Ok(found.one(tx.connection()).await?)
}

/// The other organisations that have submitted a right of the same number, with the right of these that it is.
pub(in crate::rights) async fn other_holders(
    connection: &impl ConnectionTrait,
    rights: &[Uuid],
) -> Result<Vec<(Uuid, Uuid)>> {
    let mut sql = Sql::new(
        "SELECT r.id, o.organization_id FROM ip_right r JOIN ip_right o ON o.number_key = r.number_key \
         AND o.organization_id <> r.organization_id AND o.standing <> 'DRAFT' WHERE r.id",
    );
    sql.among(rights.iter().copied()).push(" ORDER BY r.id, o.id");
    let statement = sql.statement(connection.get_database_backend());
    let found = connection.query_all_raw(statement).await?;
    let read = |row: &QueryResult| Ok((row.try_get("", "id")?, row.try_get("", "organization_id")?));
    found.iter().map(read).collect()
}

pub(in crate::rights) async fn ip_right_insert(tx: &Tx, row: &IpRightRow) -> Result<()> {
    Entity::insert(write(row)?)
        .exec_without_returning(tx.connection())
        .await?;
    brands_insert(tx, row).await
}

/// Saves a row that was read at `row.version` and gives it with its next one.
pub(in crate::rights) async fn ip_right_save(tx: &Tx, row: IpRightRow) -> Result<IpRightRow> {
    let next = IpRightRow {
        version: row.version + 1,
        ..row
    };
    let saved = Entity::update_many()
        .set(write(&next)?)
        .filter(Column::Id.eq(next.id))
        .filter(Column::Version.eq(row.version))
        .exec(tx.connection())
        .await?;
    if saved.rows_affected != 1 {
        return Err(ErrorCode::StaleVersion.into());
    }
    brands_delete(tx, next.id).await?;
    brands_insert(tx, &next).await?;
    Ok(next)
}

/// Removes a draft that was read at `row.version`.
pub(in crate::rights) async fn ip_right_delete(tx: &Tx, row: &IpRightRow) -> Result<()> {
    brands_delete(tx, row.id).await?;
    certificates_delete(tx, row.id).await?;
    let gone = Entity::delete_many()
        .filter(Column::Id.eq(row.id))
        .filter(Column::Version.eq(row.version))
        .exec(tx.connection())
        .await?;
    if gone.rows_affected == 1 {
        Ok(())
    } else {
        Err(ErrorCode::StaleVersion.into())
    }
}

async fn brands_delete(tx: &Tx, right: Uuid) -> Result<()> {
    ip_right_brand::Entity::delete_many()
        .filter(ip_right_brand::Column::RightId.eq(right))
        .exec(tx.connection())
        .await?;
    Ok(())
}

async fn brands_insert(tx: &Tx, row: &IpRightRow) -> Result<()> {
    let brands = row.facts.brands.iter().map(|brand| ip_right_brand::ActiveModel {
        right_id: Set(row.id),
        brand_id: Set(*brand),
    });
    ip_right_brand::Entity::insert_many(brands)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

fn narrowed(reach: &IpRightReach, filter: &IpRightFilter, day: Date) -> Select<Entity> {
    let mut query = Entity::find().filter(seen(reach));
    if let Some(part) = &filter.search {
        let pattern = LikeExpr::new(format!("%{}%", escaped(&fold(part)))).escape('\\');
        query = query.filter(Expr::col(Column::SearchText).like(pattern));
    }
    if let Some(holder) = filter.holder {
        query = query.filter(Column::OrganizationId.eq(holder));
    }
    if let Some(brand) = filter.brand {
        query = query.filter(Column::Id.in_subquery(protecting(&[brand])));
    }
    if !filter.kinds.is_empty() {
        let kinds = filter.kinds.iter().map(|kind| -> &str { (*kind).into() });
        query = query.filter(Column::Kind.is_in(kinds));
    }
    if !filter.states.is_empty() {
        let states = filter.states.iter().map(|state| stands(*state, day));
        query = query.filter(states.fold(Condition::any(), Condition::add));
    }
    if let Some(class) = filter.nice_class {
        let classes = Expr::cust("REPLACE(REPLACE(nice_classes, '[', ','), ']', ',')");
        query = query.filter(classes.like(format!("%,{class},%")));
    }
    if let Some(country) = &filter.country {
        let codes = filter.territories.iter().copied().chain([country.as_str()]);
        let has = |code: &str| Expr::col(Column::Territory).like(format!("%\"{code}\"%"));
        query = query.filter(codes.map(has).fold(Condition::any(), Condition::add));
    }
    if filter.renewal_waits {
        query = query.filter(Column::RenewalExpiresOn.is_not_null()).filter(kept(reach));
    }
    query
}

/// What stands so on a day.
fn stands(state: IpRightState, day: Date) -> Condition {
    let is = |standing: Standing| {
        let code: &str = standing.into();
        Condition::all().add(Column::Standing.eq(code))
    };
    let verified = is(Standing::Verified);
    let (today, soon) = (first_moment(day), first_moment(days_after(day, REMINDERS[0])));
    match state {
        IpRightState::Draft => is(Standing::Draft),
        IpRightState::Submitted => is(Standing::Submitted),
        IpRightState::Rejected => is(Standing::Rejected),
        IpRightState::Disputed => is(Standing::Disputed),
        IpRightState::Invalidated => is(Standing::Invalidated),
        IpRightState::Verified => verified.add(Column::ExpiresOn.gt(soon)),
        IpRightState::Expiring => verified.add(Column::ExpiresOn.between(today, soon)),
        IpRightState::Expired => verified.add(Column::ExpiresOn.lt(today)),
    }
}

/// Those that the reach has, as [`IpRightRow::is_seen_by`] says it.
fn seen(reach: &IpRightReach) -> Condition {
    let public = [Standing::Verified, Standing::Disputed, Standing::Invalidated];
    let public = Column::Standing.is_in(public.map(|standing| -> &str { standing.into() }));
    match reach.directory {
        Reach::Nothing | Reach::Own(_) => kept(reach),
        Reach::Active(_) => kept(reach).add(
            Condition::all()
                .add(public)
                .add(Column::OrganizationId.in_subquery(active_organizations())),
        ),
        Reach::All(_) => kept(reach).add(public),
    }
}

/// Those of the reach whose handling it may know, as [`IpRightRow::is_kept_by`] says it.
fn kept(reach: &IpRightReach) -> Condition {
    let of = |organization: Uuid| Column::OrganizationId.eq(organization);
    let mut any = Condition::any().add(match reach.directory {
        Reach::Nothing => Column::Id.is_null(),
        Reach::Own(holder) | Reach::Active(holder) | Reach::All(holder) => of(holder),
    });
    if reach.judges {
        any = any.add(Column::Standing.ne("DRAFT"));
    }
    for (principal, brands) in &reach.principals {
        let covered = Condition::all().add(of(*principal));
        any = any.add(match brands {
            None => covered,
            Some(brands) => covered.add(Column::Id.in_subquery(protecting(brands))),
        });
    }
    any
}

fn protecting(brands: &[Uuid]) -> SelectStatement {
    Query::select()
        .column(ip_right_brand::Column::RightId)
        .from(ip_right_brand::Entity)
        .and_where(ip_right_brand::Column::BrandId.is_in(brands.iter().copied()))
        .to_owned()
}

async fn with_brands(connection: &impl ConnectionTrait, rows: Vec<Model>) -> Result<Vec<IpRightRow>> {
    let links = ip_right_brand::Entity::find()
        .filter(ip_right_brand::Column::RightId.is_in(rows.iter().map(|row| row.id)))
        .all(connection)
        .await?;
    let mut brands: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for link in links {
        brands.entry(link.right_id).or_default().push(link.brand_id);
    }
    rows.into_iter()
        .map(|row| {
            let mut brands = brands.remove(&row.id).unwrap_or_default();
            brands.sort_unstable();
            read(row, brands)
        })
        .collect()
}

/// A day is kept as its first moment.
pub(super) fn first_moment(day: Date) -> i64 {
    day.to_zoned(TimeZone::UTC)
        .map_or(NEVER, |start| micros(start.timestamp()))
}

fn day(moment: i64) -> Date {
    today(timestamp(moment))
}

fn read(row: Model, brands: Vec<Uuid>) -> Result<IpRightRow> {
    let renewal = row.renewal_expires_on.zip(row.renewal_submitted_by);
    Ok(IpRightRow {
        id: row.id,
        organization_id: row.organization_id,
        facts: IpRightFacts {
            kind: code(&row.kind)?,
            title: row.title,
            title_zh: row.title_zh,
            brands,
            office: row.office,
            application_number: row.application_number,
            registration_number: row.registration_number,
            st13: row.st13,
            nice_classes: json(&row.nice_classes)?,
            locarno_classes: json(&row.locarno_classes)?,
            goods: row.goods,
            territory: json(&row.territory)?,
            filed_on: row.filed_on.map(day),
            in_force_from: row.in_force_from.map(day),
            expires_on: timestamp_or_never(row.expires_on).map(today),
            record_url: row.record_url,
        },
        standing: code(&row.standing)?,
        submitted_by: row.submitted_by,
        submitted_at: row.submitted_at.map(timestamp),
        verified_by: row.verified_by,
        verified_at: row.verified_at.map(timestamp),
        reason: row.reason,
        invalid_from: row.invalid_from.map(day),
        renewal: renewal.map(|(expires_on, submitted_by)| Renewal {
            expires_on: day(expires_on),
            submitted_by,
        }),
        version: row.version,
        created_at: timestamp(row.created_at),
    })
}

fn write(row: &IpRightRow) -> Result<ActiveModel> {
    let facts = &row.facts;
    let (kind, standing): (&str, &str) = (facts.kind.into(), row.standing.into());
    Ok(ActiveModel {
        id: Set(row.id),
        organization_id: Set(row.organization_id),
        kind: Set(kind.to_owned()),
        title: Set(facts.title.clone()),
        title_zh: Set(facts.title_zh.clone()),
        office: Set(facts.office.clone()),
        application_number: Set(facts.application_number.clone()),
        registration_number: Set(facts.registration_number.clone()),
        number_key: Set(facts.number_key()),
        st13: Set(facts.st13.clone()),
        nice_classes: Set(text(&facts.nice_classes)?),
        locarno_classes: Set(text(&facts.locarno_classes)?),
        goods: Set(facts.goods.clone()),
        territory: Set(text(&facts.territory)?),
        search_text: Set(search_text(facts)),
        filed_on: Set(facts.filed_on.map(first_moment)),
        in_force_from: Set(facts.in_force_from.map(first_moment)),
        expires_on: Set(facts.expires_on.map_or(NEVER, first_moment)),
        record_url: Set(facts.record_url.clone()),
        standing: Set(standing.to_owned()),
        submitted_by: Set(row.submitted_by),
        submitted_at: Set(row.submitted_at.map(micros)),
        verified_by: Set(row.verified_by),
        verified_at: Set(row.verified_at.map(micros)),
        reason: Set(row.reason.clone()),
        invalid_from: Set(row.invalid_from.map(first_moment)),
        renewal_expires_on: Set(row.renewal.map(|renewal| first_moment(renewal.expires_on))),
        renewal_submitted_by: Set(row.renewal.map(|renewal| renewal.submitted_by)),
        version: Set(row.version),
        created_at: Set(micros(row.created_at)),
    })
}

fn text(list: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(list).map_err(ApiError::internal)
}

/// What a search compares, folded, with a line's end between the parts.
fn search_text(facts: &IpRightFacts) -> String {
    let parts = [
        Some(&facts.title),
        facts.title_zh.as_ref(),
        facts.registration_number.as_ref(),
        facts.application_number.as_ref(),
        facts.st13.as_ref(),
    ];
    let folded: Vec<_> = parts.into_iter().flatten().map(|part| fold(part)).collect();
    folded.join("\n")
}
