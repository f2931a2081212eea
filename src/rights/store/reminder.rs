//! Which rights end soon, and what their holders were told of it.

use jiff::civil::Date;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, sea_query::Query,
};
use uuid::Uuid;

use super::ip_right::{first_moment, ip_rights};
use crate::{
    platform::{
        clock::timestamp,
        db::{Sql, Tx},
        error::Result,
    },
    rights::rules::{
        self,
        ip_right::{IpRightRow, REMINDERS, days_after},
    },
};
use entity::{
    ip_right,
    ip_right_reminder::{ActiveModel, Column, Entity},
};

/// A right that ends soon.
#[derive(Debug, Clone, Copy)]
pub(in crate::rights) struct Ending {
    pub(in crate::rights) id: Uuid,
    pub(in crate::rights) holder: Uuid,
    /// The first moment of its last day.
    pub(in crate::rights) expires_on: i64,
    /// The fewest days before of which the holder was told.
    pub(in crate::rights) told: Option<i32>,
}

impl Ending {
    /// The days until the last one.
    pub(in crate::rights) fn days_left(&self, today: Date) -> Option<i32> {
        let last = rules::ip_right::today(timestamp(self.expires_on));
        today.until(last).ok().map(|span| span.get_days())
    }
}

/// The rights of active holders that count and end from today on, within the time that holders are reminded in; by holder.
pub(in crate::rights) async fn ending(connection: &impl ConnectionTrait, today: Date) -> Result<Vec<Ending>> {
    let mut sql = Sql::new(
        "SELECT r.id, r.organization_id, r.expires_on, MIN(m.days) AS told FROM ip_right r \
         JOIN organization o ON o.id = r.organization_id AND o.state = 'ACTIVE' \
         LEFT JOIN ip_right_reminder m ON m.right_id = r.id AND m.expires_on = r.expires_on \
         WHERE r.standing IN ('VERIFIED', 'DISPUTED') AND r.expires_on BETWEEN ",
    );
    sql.bind(first_moment(today))
        .push(" AND ")
        .bind(first_moment(days_after(today, REMINDERS[0])))
        .push(" GROUP BY r.id, r.organization_id, r.expires_on ORDER BY r.organization_id, r.expires_on, r.id");
    let statement = sql.statement(connection.get_database_backend());
    let found = connection.query_all_raw(statement).await?;
    let read = |row: &sea_orm::QueryResult| {
        Ok(Ending {
            id: row.try_get("", "id")?,
            holder: row.try_get("", "organization_id")?,
            expires_on: row.try_get("", "expires_on")?,
            told: row.try_get("", "told")?,
        })
    };
    found.iter().map(read).collect()
}

/// How many are written by one statement.
const BATCH: usize = 500;

/// Notes that the holders are told of these rights, each with its days, by the mails of a day.
pub(in crate::rights) async fn reminders_insert(tx: &Tx, of: &[(Ending, i16)], window_start: i64) -> Result<()> {
    for batch in of.chunks(BATCH) {
        let rows = batch.iter().map(|(ending, days)| ActiveModel {
            right_id: Set(ending.id),
            expires_on: Set(ending.expires_on),
            days: Set(i32::from(*days)),
            window_start: Set(window_start),
        });
        Entity::insert_many(rows)
            .exec_without_returning(tx.connection())
            .await?;
    }
    Ok(())
}

/// The holder's rights of which the mails of a day tell and that still count and end from today on: how many, and the
/// first of them by their last day.
pub(in crate::rights) async fn reminded(
    connection: &impl ConnectionTrait,
    holder: Uuid,
    window_start: i64,
    today: Date,
    most: u64,
) -> Result<(u64, Vec<IpRightRow>)> {
    let told = Query::select()
        .column(Column::RightId)
        .from(Entity)
        .and_where(Column::WindowStart.eq(window_start))
        .to_owned();
    let ending = ip_right::Entity::find()
        .filter(ip_right::Column::OrganizationId.eq(holder))
        .filter(ip_right::Column::Standing.is_in(["VERIFIED", "DISPUTED"]))
        .filter(ip_right::Column::ExpiresOn.gte(first_moment(today)))
        .filter(ip_right::Column::Id.in_subquery(told));
    let count = ending.clone().count(connection).await?;
    let first: Vec<Uuid> = ending
        .select_only()
        .column(ip_right::Column::Id)
        .order_by_asc(ip_right::Column::ExpiresOn)
        .order_by_asc(ip_right::Column::Id)
        .limit(most)
        .into_tuple()
        .all(connection)
        .await?;
    let mut rows = ip_rights(connection, &first).await?;
    rows.sort_by_key(|row| (row.facts.expires_on, row.id));
    Ok((count, rows))
}
