//! What others compare with offline actions: when they are to be and whom they are about, and nothing else.

use uuid::Uuid;

use super::hex;
use crate::{
    actions::{
        rules::{TimeBox, place_form},
        store::{self, RecordRow},
    },
    app::App,
    platform::{
        db::{Connection, Tx},
        error::Result,
    },
};

/// The keyed hash by which a place is met again, however its address is written.
#[must_use]
pub(crate) fn place_hash(app: &App, country: &str, address: &str) -> String {
    hex(app.keys.code("place", &[place_form(country, address).as_bytes()]))
}

/// What is compared of an action, and who leads it.
#[derive(Debug, Clone)]
pub(crate) struct Compared {
    /// The action.
    pub(crate) action: Uuid,
    /// The agency that leads it.
    pub(crate) agency: Uuid,
    /// When, where and about whom.
    pub(crate) time_box: TimeBox,
}

async fn compared_of(connection: &impl Connection, records: Vec<RecordRow>) -> Result<Vec<Compared>> {
    let ids: Vec<Uuid> = records.iter().map(|record| record.action_id).collect();
    let rows = store::actions_by_ids(connection, &ids).await?;
    let mut found = Vec::with_capacity(records.len());
    for record in records {
        if let Some(row) = rows.iter().find(|row| row.id == record.action_id) {
            found.push(Compared {
                action: row.id,
                agency: row.lead_agency_id,
                time_box: store::time_box(&record)?,
            });
        }
    }
    Ok(found)
}

/// What is compared of the actions that are to come and lie within a time.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn compared_near(tx: &Tx, span: (i64, i64)) -> Result<Vec<Compared>> {
    let records = store::records_near(tx, Uuid::nil(), span).await?;
    let ids: Vec<Uuid> = records.iter().map(|record| record.action_id).collect();
    let mut to_come = Vec::with_capacity(ids.len());
    for row in store::actions_by_ids(tx.connection(), &ids).await? {
        if store::state_of(&row)?.is_compared() {
            to_come.push(row.id);
        }
    }
    let records = records
        .into_iter()
        .filter(|record| to_come.contains(&record.action_id))
        .collect();
    compared_of(tx.connection(), records).await
}

/// What is, or was, compared of some actions.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn compared(connection: &impl Connection, actions: &[Uuid]) -> Result<Vec<Compared>> {
    let records = store::records_of_actions(connection, actions).await?;
    compared_of(connection, records).await
}

/// Waits until nobody else compares; before anything is locked, lest two wait for each other.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn take_turn(tx: &Tx) -> Result<()> {
    store::take_turn(tx).await
}
