//! Who wants to be told, when, and what went out so far.

use jiff::tz::TimeZone;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryResult,
    sea_query::{Expr, ExprTrait as _},
};
use uuid::Uuid;

use crate::{
    digests::{
        planning::day_of,
        rules::{Last, Wish},
    },
    mail::MailState,
    members::rules::{DigestFilter, Language, QuietHours, Weekday},
    platform::{
        clock::{micros, timestamp},
        db::{Sql, Tx, code, json},
        error::Result,
    },
};
use entity::person;

/// People looked at together.
const BATCH: u64 = 500;

/// Somebody who might be told something.
pub(in crate::digests) struct Reader {
    pub(in crate::digests) id: Uuid,
    pub(in crate::digests) name: String,
    pub(in crate::digests) address: String,
    pub(in crate::digests) language: Language,
    pub(in crate::digests) wish: Wish,
    /// Of which deliveries and leads it wants to read.
    pub(in crate::digests) filter: DigestFilter,
    /// When it was looked last whether there is something to tell at once, microseconds.
    pub(in crate::digests) looked_at: i64,
}

const SELECT: &str = "SELECT p.id, p.name, p.email, p.language, p.time_zone, p.digest, p.digest_hour, p.digest_weekday, \
     p.digest_working_days_only, p.quiet_from, p.quiet_to, p.digest_since, p.digest_looked_at, p.digest_filter, o.country, \
     (SELECT MAX(m.window_start) FROM mail m WHERE m.person_id = p.id AND m.kind IN ('DIGEST', 'WEEKLY_DIGEST')) AS day, \
     (SELECT MAX(m.created_at) FROM mail m WHERE m.person_id = p.id AND m.kind IN ('DIGEST', 'WEEKLY_DIGEST')) AS queued_at, \
     (SELECT MAX(m.created_at) FROM mail m WHERE m.person_id = p.id AND m.kind = 'IMMEDIATE_DIGEST') AS told_at, \
     (SELECT m.state FROM mail m WHERE m.person_id = p.id AND m.kind = 'IMMEDIATE_DIGEST' \
      ORDER BY m.window_start DESC LIMIT 1) AS told \
     FROM person p JOIN organization o ON o.id = p.organization_id ";

/// The next people after `after` who want to be told.
pub(in crate::digests) async fn wishes(connection: &impl ConnectionTrait, after: Option<Uuid>) -> Result<Vec<Reader>> {
    let mut sql = Sql::new(SELECT);
    sql.push("WHERE p.digest <> 'OFF' AND p.state = 'ACTIVE' AND o.state = 'ACTIVE'");
    sql.push(" AND p.is_service = ").bind(false);
    sql.push(" AND p.mail_suspended_at IS NULL");
    if let Some(after) = after {
        sql.push(" AND p.id > ").bind(after);
    }
    sql.push(&format!(" ORDER BY p.id LIMIT {BATCH}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter().map(read).collect()
}

/// One person.
pub(in crate::digests) async fn reader(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<Reader>> {
    let mut sql = Sql::new(SELECT);
    sql.push("WHERE p.id = ").bind(id);
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    row.as_ref().map(read).transpose()
}

fn read(row: &QueryResult) -> Result<Reader> {
    let day: Option<i64> = row.try_get("", "day")?;
    let queued_at: Option<i64> = row.try_get("", "queued_at")?;
    let told_at: Option<i64> = row.try_get("", "told_at")?;
    let told: Option<String> = row.try_get("", "told")?;
    let told = told.map(|state| code(&state)).transpose()?.map(last);
    let filter: Option<String> = row.try_get("", "digest_filter")?;
    let quiet_from: Option<i32> = row.try_get("", "quiet_from")?;
    let quiet_to: Option<i32> = row.try_get("", "quiet_to")?;
    let wish = Wish {
        frequency: code(&row.try_get::<String>("", "digest")?)?,
        zone: TimeZone::get(&row.try_get::<String>("", "time_zone")?).unwrap_or(TimeZone::UTC),
        hour: row.try_get("", "digest_hour")?,
        weekday: Weekday::numbered(row.try_get("", "digest_weekday")?).unwrap_or(Weekday::Monday),
        working_days_only: row.try_get("", "digest_working_days_only")?,
        country: row.try_get("", "country")?,
        quiet_hours: quiet_from.zip(quiet_to).map(|(from, to)| QuietHours { from, to }),
        since: timestamp(row.try_get("", "digest_since")?),
        digest: day.map(day_of).zip(queued_at.map(timestamp)),
        immediate: told_at.map(timestamp).zip(told),
    };
    Ok(Reader {
        id: row.try_get("", "id")?,
        name: row.try_get("", "name")?,
        address: row.try_get("", "email")?,
        language: code(&row.try_get::<String>("", "language")?)?,
        wish,
        filter: filter.as_deref().map(json).transpose()?.unwrap_or_default(),
        looked_at: row.try_get("", "digest_looked_at")?,
    })
}

pub(super) fn last(state: MailState) -> Last {
    match state {
        MailState::Queued | MailState::Claimed => Last::Waiting,
        MailState::Sent | MailState::Empty | MailState::Lapsed => Last::Done,
        MailState::Unknown | MailState::Failed => Last::Lost,
    }
}

/// Remembers that there was nothing to tell these people at once.
pub(in crate::digests) async fn looked(tx: &Tx, people: &[Uuid]) -> Result<()> {
    person::Entity::update_many()
        .col_expr(person::Column::DigestLookedAt, Expr::value(micros(tx.now())))
        .filter(person::Column::Id.is_in(people.iter().copied()))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Switches a person's digest off; false where it is off or there is no such person.
pub(in crate::digests) async fn digest_off(tx: &Tx, id: Uuid) -> Result<bool> {
    let done = person::Entity::update_many()
        .col_expr(person::Column::Digest, Expr::value("OFF"))
        .col_expr(person::Column::Version, Expr::col(person::Column::Version).add(1))
        .col_expr(person::Column::UpdatedAt, Expr::value(micros(tx.now())))
        .filter(person::Column::Id.eq(id))
        .filter(person::Column::Digest.ne("OFF"))
        .exec(tx.connection())
        .await?;
    Ok(done.rows_affected == 1)
}
