//! Sharing groups: circles of organisations and people with whom leads are shared.
//!
//! A group is made and looked after by one organisation, which is always in it. Others are in it as a whole or by a named
//! person; a group is never in a group. It lasts until it is closed or its day comes; whoever leaves it, or is taken out,
//! sees at the next request nothing any more that was shared with it ([`crate::permissions::viewer::GroupSeat`]).
//! Who is in a confidential one is known to those in it and to the secretariat; to others it is one line without a name.

mod commands;
pub mod graphql;
pub mod rules;
mod store;

use uuid::Uuid;

// What the demo does as people do it through the graph.
pub use commands::{GroupFacts, Named, create};
pub use rules::GroupRow;
pub use store::Seats;

use crate::{
    members::{self, OrganizationState},
    permissions::{Viewer, viewer::GroupSeat},
    platform::{db::Connection, error::Result},
};

/// The places of a person in groups that are not closed.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn seats(connection: &impl Connection, person: Uuid, organization: Uuid) -> Result<Vec<GroupSeat>> {
    Ok(store::seats(connection, Some((person, organization)))
        .await?
        .of(person, organization))
}

/// Everybody's places in groups that are not closed.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn all_seats(connection: &impl Connection) -> Result<Seats> {
    store::seats(connection, None).await
}

/// The groups with these ids, in no particular order; ids without one are left out.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn groups_by_ids(connection: &impl Connection, ids: &[Uuid]) -> Result<Vec<GroupRow>> {
    store::groups_by_ids(connection, ids).await
}

/// The active organisations in some groups that have not ended, as a whole or by a person.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn active_members(connection: &impl Connection, ids: &[Uuid], now: jiff::Timestamp) -> Result<Vec<Uuid>> {
    let mut groups = store::groups_by_ids(connection, ids).await?;
    groups.retain(|group| group.state_at(now) == rules::GroupState::Active);
    let organizations: Vec<Uuid> = groups
        .iter()
        .flat_map(|group| &group.members)
        .map(|member| member.organization)
        .collect();
    let rows = members::organizations_by_ids(connection, &organizations).await?;
    let active = rows.into_iter().filter(|row| row.state == OrganizationState::Active);
    Ok(active.map(|row| row.id).collect())
}

/// A group that the viewer may share with: one it is in, or at the desk any that it knows of.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn shareable(
    connection: &impl Connection,
    viewer: &Viewer,
    id: Uuid,
    now: jiff::Timestamp,
) -> Result<Option<GroupRow>> {
    let found = store::groups_by_ids(connection, &[id]).await?.pop();
    Ok(found.filter(|group| group.may_be_shared_with_by(viewer, now)))
}
