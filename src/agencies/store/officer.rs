//! Officers of agencies.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _, Select, sea_query::Expr,
};
use uuid::Uuid;

use super::{agency::list, reach::of_reach};
use crate::{
    agencies::rules::{
        OfficerRow, OfficerState, Sealed, Standing,
        officer::{REMINDERS, today},
    },
    members::rules::Reach,
    platform::{
        clock::{NEVER, micros, timestamp, timestamp_or_never},
        db::{Tx, by_ids, code, json, keyset},
        error::{ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
    },
};
use entity::agency_officer::{ActiveModel, Column, Entity, Model};

/// Which officers somebody knows of, as [`OfficerRow::is_seen_by`] says it.
#[derive(Debug, Clone, Copy)]
pub(in crate::agencies) struct OfficerReach {
    /// Whose agencies.
    pub(in crate::agencies) agencies: Reach,
    /// Of which of them also those that were not found good, or are no officers any more.
    pub(in crate::agencies) keeps: Reach,
}

/// Which officers a list asks for; what is empty does not narrow it.
#[derive(Debug, Clone, Default)]
pub(in crate::agencies) struct OfficerFilter {
    pub(in crate::agencies) agency: Option<Uuid>,
    pub(in crate::agencies) states: Vec<OfficerState>,
    pub(in crate::agencies) language: Option<String>,
    /// Whether only those whose attestation ends within the time that reminders are sent in.
    pub(in crate::agencies) ends_soon: bool,
}

/// What a list is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OfficerOrder {
    /// When they were entered, oldest first.
    #[default]
    CreatedAt,
    /// When their attestation ends, nearest first; those without one at the end.
    AttestedUntil,
}

pub(in crate::agencies) async fn officers(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<OfficerRow>> {
    let rows = by_ids::<Entity>(connection, ids).await?;
    rows.into_iter().map(read).collect()
}

/// The officers of agencies, in the order of their entry.
pub(in crate::agencies) async fn officers_of(
    connection: &impl ConnectionTrait,
    agencies: &[Uuid],
) -> Result<Vec<OfficerRow>> {
    let rows = Entity::find()
        .filter(Column::AgencyId.is_in(agencies.iter().copied()))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .all(connection)
        .await?;
    rows.into_iter().map(read).collect()
}

/// The officers that are tied to an account, those left out that were revoked.
pub(in crate::agencies) async fn officers_of_person(
    connection: &impl ConnectionTrait,
    person: Uuid,
) -> Result<Vec<OfficerRow>> {
    let rows = present().filter(Column::PersonId.eq(person)).all(connection).await?;
    rows.into_iter().map(read).collect()
}

/// How many officers an agency has, those left out that were revoked.
pub(in crate::agencies) async fn officers_present(connection: &impl ConnectionTrait, agency: Uuid) -> Result<u64> {
    let theirs = present().filter(Column::AgencyId.eq(agency));
    Ok(theirs.count(connection).await?)
}

/// The agency's officer of an address, if it has one who was not revoked.
pub(in crate::agencies) async fn officer_of_address(tx: &Tx, agency: Uuid, email_hash: &str) -> Result<Option<Uuid>> {
    let found = present()
        .filter(Column::AgencyId.eq(agency))
        .filter(Column::EmailHash.eq(email_hash));
    Ok(found.one(tx.connection()).await?.map(|row| row.id))
}

/// The officer that an account is tied to, if there is one who was not revoked.
pub(in crate::agencies) async fn officer_of_person(tx: &Tx, person: Uuid) -> Result<Option<Uuid>> {
    let found = present().filter(Column::PersonId.eq(person));
    Ok(found.one(tx.connection()).await?.map(|row| row.id))
}

fn present() -> Select<Entity> {
    Entity::find().filter(Column::Standing.ne("REVOKED"))
}

pub(in crate::agencies) async fn officer_insert(tx: &Tx, row: &OfficerRow) -> Result<()> {
    Entity::insert(write(row)?)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves a row that was read at `row.version` and gives it with its next one.
pub(in crate::agencies) async fn officer_save(tx: &Tx, row: OfficerRow) -> Result<OfficerRow> {
    let next = OfficerRow {
        version: row.version + 1,
        ..row
    };
    let saved = Entity::update_many()
        .set(write(&next)?)
        .filter(Column::Id.eq(next.id))
        .filter(Column::Version.eq(row.version))
        .exec(tx.connection())
        .await?;
    if saved.rows_affected == 1 {
        Ok(next)
    } else {
        Err(ErrorCode::StaleVersion.into())
    }
}

pub(in crate::agencies) async fn officer_page(
    connection: &impl ConnectionTrait,
    reach: OfficerReach,
    filter: &OfficerFilter,
    order: OfficerOrder,
    now: Timestamp,
    args: &PageArgs,
) -> Result<Page<OfficerRow>> {
    let key = match order {
        OfficerOrder::CreatedAt => Column::CreatedAt,
        OfficerOrder::AttestedUntil => Column::AttestedUntil,
    };
    let found = keyset(narrowed(reach, filter, now), key, Column::Id, args);
    let rows = found.all(connection).await?.into_iter().map(|row| {
        let at = match order {
            OfficerOrder::CreatedAt => row.created_at,
            OfficerOrder::AttestedUntil => row.attested_until,
        };
        Ok((at, row.id, read(row)?))
    });
    Ok(Page::cut(rows.collect::<Result<_>>()?, args))
}

pub(in crate::agencies) async fn officer_count(
    connection: &impl ConnectionTrait,
    reach: OfficerReach,
    filter: &OfficerFilter,
    now: Timestamp,
) -> Result<u64> {
    Ok(narrowed(reach, filter, now).count(connection).await?)
}

fn narrowed(reach: OfficerReach, filter: &OfficerFilter, now: Timestamp) -> Select<Entity> {
    let known = match reach.keeps {
        Reach::Nothing => Condition::any(),
        Reach::Own(own) | Reach::Active(own) => Condition::any().add(Column::AgencyId.eq(own)),
        Reach::All(_) => Condition::any().add(Column::Id.is_not_null()),
    };
    let mut query = Entity::find()
        .filter(of_reach(reach.agencies, Column::AgencyId))
        .filter(known.add(Column::Standing.eq("VERIFIED")));
    if let Some(agency) = filter.agency {
        query = query.filter(Column::AgencyId.eq(agency));
    }
    if !filter.states.is_empty() {
        let states = filter.states.iter().map(|state| stands(*state, now));
        query = query.filter(states.fold(Condition::any(), Condition::add));
    }
    if let Some(language) = &filter.language {
        query = query.filter(Expr::col(Column::Languages).like(format!("%\"{language}\"%")));
    }
    if filter.ends_soon {
        let soon = micros(now).saturating_add(i64::from(REMINDERS[0]) * DAY);
        query = query
            .filter(stands(OfficerState::Verified, now))
            .filter(Column::AttestedUntil.lte(soon));
    }
    query
}

/// Microseconds of a day.
const DAY: i64 = 86_400_000_000;

/// Those that stand so at a moment.
fn stands(state: OfficerState, now: Timestamp) -> Condition {
    let is = |standing: Standing| {
        let code: &str = standing.into();
        Condition::all().add(Column::Standing.eq(code))
    };
    let now = micros(now);
    match state {
        OfficerState::Proposed => is(Standing::Proposed),
        OfficerState::Verified => is(Standing::Verified).add(Column::AttestedUntil.gt(now)),
        OfficerState::Lapsed => is(Standing::Verified).add(Column::AttestedUntil.lte(now)),
        OfficerState::Revoked => is(Standing::Revoked),
    }
}

/// A day is kept as its first moment.
fn first_moment(day: Date) -> i64 {
    day.to_zoned(TimeZone::UTC)
        .map_or(NEVER, |start| micros(start.timestamp()))
}

pub(super) fn read(row: Model) -> Result<OfficerRow> {
    Ok(OfficerRow {
        id: row.id,
        agency: row.agency_id,
        person: row.person_id,
        masked_name: row.masked_name,
        sealed: Sealed {
            name: row.name,
            email: row.email,
            email_hash: row.email_hash,
            phone: row.phone,
        },
        rank: row.rank,
        unit: row.unit,
        languages: json(&row.languages)?,
        standing: code(&row.standing)?,
        posted_until: row.posted_until.map(|day| today(timestamp(day))),
        proposed_by: row.proposed_by,
        proposed_at: timestamp(row.proposed_at),
        first_by: row.first_by,
        second_by: row.second_by,
        attested_by: row.attested_by,
        attested_at: row.attested_at.map(timestamp),
        attested_until: timestamp_or_never(row.attested_until),
        revoked_by: row.revoked_by,
        revoked_at: row.revoked_at.map(timestamp),
        reason: row.reason,
        version: row.version,
        created_at: timestamp(row.created_at),
    })
}

fn write(row: &OfficerRow) -> Result<ActiveModel> {
    let standing: &str = row.standing.into();
    Ok(ActiveModel {
        id: Set(row.id),
        agency_id: Set(row.agency),
        person_id: Set(row.person),
        name: Set(row.sealed.name.clone()),
        masked_name: Set(row.masked_name.clone()),
        email: Set(row.sealed.email.clone()),
        email_hash: Set(row.sealed.email_hash.clone()),
        phone: Set(row.sealed.phone.clone()),
        rank: Set(row.rank.clone()),
        unit: Set(row.unit.clone()),
        languages: Set(list(&row.languages)?),
        standing: Set(standing.to_owned()),
        posted_until: Set(row.posted_until.map(first_moment)),
        proposed_by: Set(row.proposed_by),
        proposed_at: Set(micros(row.proposed_at)),
        first_by: Set(row.first_by),
        second_by: Set(row.second_by),
        attested_by: Set(row.attested_by),
        attested_at: Set(row.attested_at.map(micros)),
        attested_until: Set(row.attested_until.map_or(NEVER, micros)),
        revoked_by: Set(row.revoked_by),
        revoked_at: Set(row.revoked_at.map(micros)),
        reason: Set(row.reason.clone()),
        version: Set(row.version),
        created_at: Set(micros(row.created_at)),
    })
}
