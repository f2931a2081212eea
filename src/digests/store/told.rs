//! What digests have told of, and which of them may not have arrived.

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, sea_query::OnConflict,
};
use uuid::Uuid;

use super::KINDS;
use crate::{
    digests::rules::Found,
    mail::{Claimed, MailKind},
    platform::{
        clock::timestamp,
        db::{Sql, code},
        error::Result,
    },
};
use entity::{digest_delivery, digest_lead};

/// Most digests that are reported together as perhaps lost.
const MOST: u64 = 20;

/// When the digest before this mail was claimed that arrived or had nothing to say: what came later is new.
pub(in crate::digests) async fn last_claim(connection: &impl ConnectionTrait, mail: &Claimed) -> Result<Option<i64>> {
    let mut sql = Sql::new("SELECT MAX(claimed_at) AS last FROM mail WHERE person_id = ");
    sql.bind(mail.person)
        .push(" AND kind IN ")
        .push(KINDS)
        .push(" AND state IN ('SENT', 'EMPTY') AND id <> ")
        .bind(mail.id);
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    Ok(row.map_or(Ok(None), |row| row.try_get("", "last"))?)
}

/// The digests of a person that may not have arrived and of which no mail that arrived has said so yet: their kinds,
/// periods and when they were queued.
pub(in crate::digests) async fn perhaps_lost(
    connection: &impl ConnectionTrait,
    mail: &Claimed,
) -> Result<Vec<(MailKind, i64, jiff::Timestamp)>> {
    let mut sql = Sql::new("SELECT kind, window_start, created_at FROM mail WHERE state = 'UNKNOWN' AND person_id = ");
    sql.bind(mail.person)
        .push(" AND kind IN ")
        .push(KINDS)
        .push(" AND settled_at <= ")
        .bind(mail.claimed_at)
        .push(" AND settled_at >= COALESCE((SELECT MAX(m.claimed_at) FROM mail m WHERE m.state = 'SENT' AND m.kind IN ")
        .push(KINDS)
        .push(" AND m.person_id = ")
        .bind(mail.person)
        .push(&format!("), 0) ORDER BY created_at, id LIMIT {MOST}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| {
            let kind = code(&row.try_get::<String>("", "kind")?)?;
            Ok((
                kind,
                row.try_get("", "window_start")?,
                timestamp(row.try_get("", "created_at")?),
            ))
        })
        .collect()
}

/// Remembers of which leads a mail tells; what did not arrive is forgotten for it.
pub(in crate::digests) async fn told_leads_insert(
    connection: &impl ConnectionTrait,
    mail: &Claimed,
    leads: &[Found],
) -> Result<()> {
    if leads.is_empty() {
        return Ok(());
    }
    let kind: &str = mail.kind.into();
    let rows = leads.iter().map(|found| digest_lead::ActiveModel {
        person_id: Set(mail.person),
        lead_id: Set(found.lead),
        window_start: Set(mail.window_start),
        kind: Set(kind.to_owned()),
    });
    let keys = [digest_lead::Column::PersonId, digest_lead::Column::LeadId];
    let again = OnConflict::columns(keys)
        .update_columns([digest_lead::Column::WindowStart, digest_lead::Column::Kind])
        .to_owned();
    digest_lead::Entity::insert_many(rows)
        .on_conflict(again)
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// Remembers of which deliveries, each with its round, a mail tells as new.
pub(in crate::digests) async fn told_deliveries_insert(
    connection: &impl ConnectionTrait,
    mail: &Claimed,
    deliveries: &[(Uuid, i32)],
) -> Result<()> {
    if deliveries.is_empty() {
        return Ok(());
    }
    let kind: &str = mail.kind.into();
    let rows = deliveries.iter().map(|(id, round)| digest_delivery::ActiveModel {
        person_id: Set(mail.person),
        delivery_id: Set(*id),
        round: Set(*round),
        kind: Set(kind.to_owned()),
        window_start: Set(mail.window_start),
    });
    let keys = [digest_delivery::Column::PersonId, digest_delivery::Column::DeliveryId];
    let again = OnConflict::columns(keys)
        .update_columns([
            digest_delivery::Column::Round,
            digest_delivery::Column::WindowStart,
            digest_delivery::Column::Kind,
        ])
        .to_owned();
    digest_delivery::Entity::insert_many(rows)
        .on_conflict(again)
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// Forgets what was told before a moment.
pub(in crate::digests) async fn told_forget(connection: &impl ConnectionTrait, before: i64) -> Result<u64> {
    let leads = digest_lead::Entity::delete_many()
        .filter(digest_lead::Column::WindowStart.lt(before))
        .exec(connection)
        .await?;
    let deliveries = digest_delivery::Entity::delete_many()
        .filter(digest_delivery::Column::WindowStart.lt(before))
        .exec(connection)
        .await?;
    Ok(leads.rows_affected + deliveries.rows_affected)
}
