//! Of which events somebody may learn that something happened.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::is_keeper;
use crate::{
    audience::{self, Kind, Sight},
    leads::store,
    outbox::Event,
    permissions::{Principal, Viewer},
    platform::{db::Connection, error::Result},
};

/// Those of some events of which a viewer with this sight may learn at this moment, in their order: whose entry of the
/// timeline it sees, and of what happens to a delivery also who keeps the lead, because its counts move.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn heard<'a>(
    connection: &impl Connection,
    viewer: &Viewer,
    sight: &Sight,
    events: &[&'a Event],
) -> Result<Vec<&'a Event>> {
    let entries: Vec<Uuid> = events.iter().map(|event| event.object).collect();
    let entries = audience::seen(connection, sight, Kind::Entry, &entries).await?;
    let kept = kept(connection, viewer, sight, events).await?;
    let mut heard = events.to_vec();
    heard.retain(|event| entries.contains(&event.object) || (is_of_delivery(event) && kept.contains(&event.root)));
    Ok(heard)
}

fn is_of_delivery(event: &Event) -> bool {
    let delivery = event.payload.get("delivery");
    delivery.is_some_and(|delivery| !delivery.is_null())
}

/// The leads of events about deliveries that the viewer sees as one of their keepers.
async fn kept(
    connection: &impl Connection,
    viewer: &Viewer,
    sight: &Sight,
    events: &[&Event],
) -> Result<HashSet<Uuid>> {
    let of_deliveries = events.iter().filter(|event| is_of_delivery(event));
    let roots: HashSet<Uuid> = of_deliveries.map(|event| event.root).collect();
    let roots: Vec<Uuid> = roots.into_iter().collect();
    if roots.is_empty() {
        return Ok(HashSet::new());
    }
    let owners: HashMap<Uuid, Uuid> = store::owners_of(connection, &roots).await?;
    let met = audience::met(connection, sight, Kind::Lead, &roots).await?;
    let keeps = |(lead, principal): (Uuid, Principal)| {
        let owner = owners.get(&lead)?;
        is_keeper(&principal, *owner, viewer).then_some(lead)
    };
    Ok(met.into_iter().filter_map(keeps).collect())
}
