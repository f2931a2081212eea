//! Which attestations end soon, and what the secretariat was told of it.

use jiff::Timestamp;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, sea_query::Query,
};
use uuid::Uuid;

use super::officer::read;
use crate::{
    agencies::rules::{
        OfficerRow,
        officer::{REMINDERS, TOLD_AFTER},
    },
    platform::{
        clock::micros,
        db::{Sql, Tx},
        error::Result,
    },
};
use entity::{
    agency_officer,
    agency_officer_reminder::{ActiveModel, Column, Entity},
};

/// An attestation that ends soon, or has just ended.
#[derive(Debug, Clone, Copy)]
pub(in crate::agencies) struct Ending {
    pub(in crate::agencies) id: Uuid,
    pub(in crate::agencies) attested_until: i64,
    /// The fewest days before of which somebody was told.
    pub(in crate::agencies) told: Option<i32>,
}

/// Microseconds of a day.
const DAY: i64 = 86_400_000_000;

/// The attestations of officers of active agencies within the time that is told of.
pub(in crate::agencies) async fn ending(connection: &impl ConnectionTrait, now: Timestamp) -> Result<Vec<Ending>> {
    let mut sql = Sql::new(
        "SELECT o.id, o.attested_until, MIN(m.days) AS told FROM agency_officer o \
         JOIN organization g ON g.id = o.agency_id AND g.state = 'ACTIVE' \
         LEFT JOIN agency_officer_reminder m ON m.officer_id = o.id AND m.attested_until = o.attested_until \
         WHERE o.standing = 'VERIFIED' AND o.attested_until BETWEEN ",
    );
    let now = micros(now);
    sql.bind(now.saturating_sub(TOLD_AFTER * DAY))
        .push(" AND ")
        .bind(now.saturating_add(i64::from(REMINDERS[0]) * DAY))
        .push(" GROUP BY o.id, o.attested_until ORDER BY o.attested_until, o.id");
    let statement = sql.statement(connection.get_database_backend());
    let found = connection.query_all_raw(statement).await?;
    let read = |row: &sea_orm::QueryResult| {
        Ok(Ending {
            id: row.try_get("", "id")?,
            attested_until: row.try_get("", "attested_until")?,
            told: row.try_get("", "told")?,
        })
    };
    found.iter().map(read).collect()
}

/// How many are written by one statement.
const BATCH: usize = 500;

/// Notes that the secretariat is told of these, each with its days, by the mails of a day.
pub(in crate::agencies) async fn reminders_insert(tx: &Tx, of: &[(Ending, i16)], window_start: i64) -> Result<()> {
    for batch in of.chunks(BATCH) {
        let rows = batch.iter().map(|(ending, days)| ActiveModel {
            officer_id: Set(ending.id),
            attested_until: Set(ending.attested_until),
            days: Set(i32::from(*days)),
            window_start: Set(window_start),
        });
        Entity::insert_many(rows)
            .exec_without_returning(tx.connection())
            .await?;
    }
    Ok(())
}

/// The officers of whom the mails of a day tell, who were neither revoked nor attested for longer since: how many, and the
/// first of them by the end of their attestation.
pub(in crate::agencies) async fn reminded(
    connection: &impl ConnectionTrait,
    window_start: i64,
    now: Timestamp,
    most: u64,
) -> Result<(u64, Vec<OfficerRow>)> {
    let told = Query::select()
        .column(Column::OfficerId)
        .from(Entity)
        .and_where(Column::WindowStart.eq(window_start))
        .to_owned();
    let soon = micros(now).saturating_add(i64::from(REMINDERS[0]) * DAY);
    let ending = agency_officer::Entity::find()
        .filter(agency_officer::Column::Standing.eq("VERIFIED"))
        .filter(agency_officer::Column::AttestedUntil.lte(soon))
        .filter(agency_officer::Column::Id.in_subquery(told));
    let count = ending.clone().count(connection).await?;
    let rows = ending
        .order_by_asc(agency_officer::Column::AttestedUntil)
        .order_by_asc(agency_officer::Column::Id)
        .limit(most)
        .all(connection)
        .await?;
    let rows = rows.into_iter().map(read).collect::<Result<_>>()?;
    Ok((count, rows))
}
