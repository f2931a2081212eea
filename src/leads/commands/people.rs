//! Who of some people sees a lead, and whom somebody may put on it or name in it.

use std::collections::HashSet;

use jiff::Timestamp;
use uuid::Uuid;

use super::{Loaded, load, reads};
use crate::{
    app::App,
    audience::{self, Sight},
    leads::{
        rules::Attribution,
        store::{self, Facts, LeadRow},
    },
    members,
    permissions::{Action, Viewer},
    platform::{clock::micros, db::Connection, error::Result, text},
};

/// Most people who are offered at once.
const MOST_OFFERED: usize = 20;

/// Those of some people who see a lead at this moment.
pub(super) async fn readers_among(
    connection: &impl Connection,
    lead: Uuid,
    facts: &Facts,
    people: &[Uuid],
    now: Timestamp,
) -> Result<Vec<Viewer>> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let walls = audience::walls(connection, lead).await?;
    let mut readers = store::active_viewers(connection, Some(people)).await?;
    readers.retain(|reader| reads(reader, facts, now));
    readers.retain(|reader| !reader.walled_organizations(now).iter().any(|of| walls.contains(of)));
    Ok(readers)
}

/// Those of some people whom a viewer may put on a lead: of the own organisation, who see it and may follow it.
pub(super) async fn assignable_among(
    connection: &impl Connection,
    viewer: &Viewer,
    loaded: &Loaded,
    people: &[Uuid],
    now: Timestamp,
) -> Result<Vec<Viewer>> {
    let mut found = readers_among(connection, loaded.lead.id, &loaded.facts, people, now).await?;
    found.retain(|reader| reader.organization == viewer.organization && reader.has(Action::LeadFollow));
    Ok(found)
}

/// Those of some people whom a viewer may name in a comment on a lead: colleagues who see it, and people of other
/// organisations who see it and whose names the viewer has met in it.
pub(super) async fn mentionable_among(
    connection: &impl Connection,
    viewer: &Viewer,
    loaded: &Loaded,
    people: &[Uuid],
    now: Timestamp,
) -> Result<Vec<Viewer>> {
    let known: HashSet<Uuid> = met_by_name(connection, viewer, &loaded.lead, now)
        .await?
        .into_iter()
        .collect();
    let mut found = readers_among(connection, loaded.lead.id, &loaded.facts, people, now).await?;
    found.retain(|reader| reader.organization == viewer.organization || known.contains(&reader.person));
    Ok(found)
}

/// The people of other organisations who said something on a lead that the viewer sees under their names.
async fn met_by_name(
    connection: &impl Connection,
    viewer: &Viewer,
    lead: &LeadRow,
    now: Timestamp,
) -> Result<Vec<Uuid>> {
    let sight = Sight::of(viewer, Action::LeadRead, now);
    let is_unnamed = lead.attribution == Attribution::MustNot.code() && !viewer.is_at_desk();
    let authors = store::named_authors(connection, &sight, &[lead.id]).await?;
    let met = authors
        .into_iter()
        .filter(|(_, _, home)| *home != viewer.organization && !(is_unnamed && *home == lead.owner_id));
    Ok(met.map(|(_, person, _)| person).collect())
}

/// The people of the viewer's organisation who may be put on a lead and whose names have something, in the order of their
/// names; at most 20.
///
/// # Errors
/// `NOT_FOUND`, `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn assignable(app: &App, viewer: &Viewer, lead: Uuid, query: &str) -> Result<Vec<Uuid>> {
    let (connection, now) = (app.db.read(), app.now());
    let loaded = load(connection, viewer, lead, now).await?;
    let people = colleagues(connection, viewer).await?;
    let found = assignable_among(connection, viewer, &loaded, &people, now).await?;
    offered(connection, found, query).await
}

/// The people whom the viewer may name in a comment on a lead and whose names have something; at most 20.
///
/// # Errors
/// `NOT_FOUND`, `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn mentionable(app: &App, viewer: &Viewer, lead: Uuid, query: &str) -> Result<Vec<Uuid>> {
    let (connection, now) = (app.db.read(), app.now());
    let loaded = load(connection, viewer, lead, now).await?;
    let mut people = colleagues(connection, viewer).await?;
    people.extend(met_by_name(connection, viewer, &loaded.lead, now).await?);
    let found = mentionable_among(connection, viewer, &loaded, &people, now).await?;
    offered(connection, found, query).await
}

async fn colleagues(connection: &impl Connection, viewer: &Viewer) -> Result<Vec<Uuid>> {
    let people = members::active_people_of(connection, &[viewer.organization]).await?;
    Ok(people.into_iter().map(|person| person.id).collect())
}

/// What the people of an organisation see of leads, all together: whatever one of them sees. Of walls only those against the
/// organisation itself count, so that it is rather taken to see a lead than not.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn sight_of_organization(
    connection: &impl Connection,
    organization: Uuid,
    now: Timestamp,
) -> Result<Sight> {
    let people = members::active_people_of(connection, &[organization]).await?;
    let people: Vec<Uuid> = people.into_iter().map(|person| person.id).collect();
    let readers = store::active_viewers(connection, Some(&people)).await?;
    let sights = readers.iter().map(|reader| Sight::of(reader, Action::LeadRead, now));
    let mut principals: Vec<String> = sights.flat_map(|sight| sight.principals).collect();
    principals.sort_unstable();
    principals.dedup();
    Ok(Sight {
        principals,
        organizations: vec![organization],
        now: micros(now),
        fresh_until: now,
    })
}

/// The people whose names have the query in them, whatever its case and accents, in the order of their names.
async fn offered(connection: &impl Connection, people: Vec<Viewer>, query: &str) -> Result<Vec<Uuid>> {
    let ids: Vec<Uuid> = people.into_iter().map(|person| person.person).collect();
    let names = members::names_of_people(connection, &ids).await?;
    let wanted = text::fold(query.trim());
    let mut named: Vec<(String, Uuid)> = names
        .into_iter()
        .map(|(id, name)| (text::fold(&name), id))
        .filter(|(name, _)| name.contains(&wanted))
        .collect();
    named.sort_unstable();
    named.truncate(MOST_OFFERED);
    Ok(named.into_iter().map(|(_, id)| id).collect())
}
