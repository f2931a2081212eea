//! Whom what happens to officers concerns: those of the secretariat who verify and attest them.

use uuid::Uuid;

use super::reminders::attesters;
use crate::{
    agencies::{
        rules::{OFFICER_ENDING, OFFICER_WAITS, OfficerState},
        store,
    },
    outbox::Event,
    platform::{clock::timestamp, db::Connection, error::Result},
};

/// What people of the secretariat are told of an officer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficerNews {
    /// It waits for a yes of the person.
    Waits,
    /// Its attestation ends soon, or has ended.
    Ends,
}

/// What an event says of an officer to people of the secretariat; `None` where it says nothing to them.
#[must_use]
pub fn officer_news(event: &str) -> Option<OfficerNews> {
    match event {
        OFFICER_WAITS => Some(OfficerNews::Waits),
        OFFICER_ENDING => Some(OfficerNews::Ends),
        _ => None,
    }
}

/// Whom such an event may concern. Of one that waits that is whoever may say yes to it as it stands: not who proposed it, and not
/// who has said yes.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn officer_calls(connection: &impl Connection, event: &Event) -> Result<Vec<Uuid>> {
    let Some(row) = store::officers(connection, &[event.object]).await?.pop() else {
        return Ok(Vec::new());
    };
    let at = timestamp(event.at);
    let mut people = attesters(connection).await?;
    if event.kind == OFFICER_WAITS {
        let waits = matches!(row.state_at(at), OfficerState::Proposed | OfficerState::Lapsed);
        let said = row.yes_at(at);
        people.retain(|person| {
            waits && *person != row.proposed_by && Some(*person) != row.person && !said.contains(person)
        });
    }
    Ok(people)
}
