//! Leads of which people want to hear nothing.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::platform::{
    clock::micros,
    db::{Sql, Tx},
    error::Result,
};
use entity::notification_mute::{Column, Entity, Model};

/// A mute's row.
pub(in crate::notifications) type MuteRow = Model;

/// Most mutes that are listed.
const MOST: u64 = 1_000;

/// Until when people muted leads, by person and lead, whether that is over or not.
pub(in crate::notifications) async fn mutes(
    connection: &impl ConnectionTrait,
    people: &[Uuid],
    leads: &[Uuid],
) -> Result<HashMap<(Uuid, Uuid), i64>> {
    if people.is_empty() || leads.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = Entity::find()
        .filter(Column::PersonId.is_in(people.iter().copied()))
        .filter(Column::LeadId.is_in(leads.iter().copied()))
        .all(connection)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| ((row.person_id, row.lead_id), row.until))
        .collect())
}

/// What a person mutes now, the latest first; at most a thousand.
pub(in crate::notifications) async fn mutes_of(
    connection: &impl ConnectionTrait,
    person: Uuid,
    now: i64,
) -> Result<Vec<MuteRow>> {
    Ok(Entity::find()
        .filter(Column::PersonId.eq(person))
        .filter(Column::Until.gt(now))
        .order_by_desc(Column::CreatedAt)
        .order_by_asc(Column::LeadId)
        .limit(MOST)
        .all(connection)
        .await?)
}

/// Mutes a lead for a person, or changes until when.
pub(in crate::notifications) async fn mute_save(tx: &Tx, person: Uuid, lead: Uuid, until: i64) -> Result<()> {
    let mut sql = Sql::new("INSERT INTO notification_mute (person_id, lead_id, until, created_at) VALUES (");
    sql.bind(person).push(", ").bind(lead).push(", ").bind(until);
    sql.push(", ").bind(micros(tx.now())).push(
        ") ON CONFLICT (person_id, lead_id) DO UPDATE SET until = excluded.until, created_at = excluded.created_at",
    );
    tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(())
}

/// Ends a mute; whether there was one.
pub(in crate::notifications) async fn mute_delete(tx: &Tx, person: Uuid, lead: Uuid) -> Result<bool> {
    let gone = Entity::delete_many()
        .filter(Column::PersonId.eq(person))
        .filter(Column::LeadId.eq(lead))
        .exec(tx.connection())
        .await?;
    Ok(gone.rows_affected > 0)
}

/// Forgets mutes that were over before a moment.
pub(in crate::notifications) async fn mutes_forget(connection: &impl ConnectionTrait, before: i64) -> Result<u64> {
    let gone = Entity::delete_many()
        .filter(Column::Until.lt(before))
        .exec(connection)
        .await?;
    Ok(gone.rows_affected)
}
