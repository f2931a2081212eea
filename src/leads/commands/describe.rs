//! Who would see what: the audience of a lead told by organisation and by sharing group.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use uuid::Uuid;

use super::preview::{Grant, Plan, Preview, token};
use crate::{
    app::App,
    groups::{self, GroupRow},
    leads::store,
    permissions::{
        Action, Principal, Viewer,
        audience::{AudienceRow, item_audience, lead_audience},
    },
    platform::{db::Connection, error::Result},
};

/// Organisation, its people, the items they would see, and whether it will get a delivery.
type Told = (Uuid, i32, i32, bool);

pub(super) async fn describe(
    app: &App,
    viewer: &Viewer,
    connection: &impl Connection,
    plan: &Plan,
    now: Timestamp,
) -> Result<Preview> {
    let rows = lead_audience(&plan.facts.lead);
    let in_force: HashSet<&Principal> = rows
        .iter()
        .filter(|row| row.valid_until.is_none_or(|until| until > now))
        .map(|row| &row.principal)
        .collect();
    let items: Vec<Vec<AudienceRow>> = plan
        .facts
        .items
        .iter()
        .map(|item| item_audience(&plan.facts.lead, &rows, plan.facts.brand_owner(item)))
        .collect();
    let mut circles = Circles::of(connection, viewer, &in_force).await?;
    let mut organizations: Vec<Told> = Vec::new();
    let mut people = 0;
    for reader in store::active_viewers(connection, None).await? {
        let walled = reader
            .walled_organizations(now)
            .iter()
            .any(|organization| plan.walls.contains(organization));
        let (principals, _) = reader.principals(Action::LeadRead, now);
        let met: Vec<&Principal> = principals
            .iter()
            .filter(|principal| in_force.contains(principal))
            .collect();
        if walled || met.is_empty() || !circles.tells_of(&met) {
            continue;
        }
        people += 1;
        let visible = items
            .iter()
            .filter(|rows| rows.iter().any(|row| principals.contains(&row.principal)))
            .count();
        let visible = i32::try_from(visible).unwrap_or(i32::MAX);
        match organizations.iter_mut().find(|(id, ..)| *id == reader.organization) {
            Some((_, count, most, _)) => {
                *count += 1;
                *most = visible.max(*most);
            }
            None => {
                let receives = plan.recipients.contains(&reader.organization);
                organizations.push((reader.organization, 1, visible, receives));
            }
        }
    }
    let mut named: Vec<Uuid> = in_force
        .iter()
        .filter_map(|principal| match principal {
            Principal::User(person) => Some(*person),
            _ => None,
        })
        .collect();
    named.sort_unstable();
    Ok(Preview {
        token: token(app, viewer, plan, &rows),
        people,
        warnings: warnings(plan, &organizations, circles.has_hidden()),
        organizations,
        groups: circles.told(),
        named,
        community: in_force.contains(&Principal::Community),
        law_enforcement: in_force.iter().any(|principal| matches!(principal, Principal::Le(_))),
        public: in_force.contains(&Principal::Public),
    })
}

/// The sharing groups among an audience.
struct Circles {
    /// Those that the viewer knows of, each with how many people see the lead by it.
    known: HashMap<Uuid, (GroupRow, i32)>,
    /// Those that it does not: they are told as one line each, without those in them.
    hidden: HashSet<Uuid>,
}

impl Circles {
    async fn of(connection: &impl Connection, viewer: &Viewer, in_force: &HashSet<&Principal>) -> Result<Self> {
        let ids: Vec<Uuid> = in_force
            .iter()
            .filter_map(|principal| match principal {
                Principal::Group(group) => Some(*group),
                _ => None,
            })
            .collect();
        let (known, hidden): (Vec<_>, Vec<_>) = groups::groups_by_ids(connection, &ids)
            .await?
            .into_iter()
            .partition(|group| group.is_seen_by(viewer));
        Ok(Self {
            known: known.into_iter().map(|group| (group.id, (group, 0))).collect(),
            hidden: hidden.into_iter().map(|group| group.id).collect(),
        })
    }

    /// Counts a reader in the groups by which it sees the lead; whether it may be told of at all.
    fn tells_of(&mut self, met: &[&Principal]) -> bool {
        for principal in met {
            if let Principal::Group(group) = principal
                && let Some((_, people)) = self.known.get_mut(group)
            {
                *people += 1;
            }
        }
        met.iter()
            .any(|principal| !matches!(principal, Principal::Group(group) if self.hidden.contains(group)))
    }

    fn has_hidden(&self) -> bool {
        !self.hidden.is_empty()
    }

    fn told(self) -> Vec<Option<(GroupRow, i32)>> {
        let mut known: Vec<(GroupRow, i32)> = self.known.into_values().collect();
        known.sort_unstable_by_key(|(group, _)| (group.created_at, group.id));
        let hidden = self.hidden.into_iter().map(|_| None);
        known.into_iter().map(Some).chain(hidden).collect()
    }
}

fn warnings(plan: &Plan, organizations: &[Told], has_hidden: bool) -> Vec<String> {
    let is_unread = |recipient: &Uuid| !organizations.iter().any(|(id, ..)| id == recipient);
    let mut warnings = Vec::new();
    // Of those in a hidden group nothing is told, not even that they could not read.
    if !has_hidden && plan.recipients.iter().any(is_unread) {
        warnings.push("A recipient has nobody who could read this.".to_owned());
    }
    if plan.recipients.is_empty() && plan.grants.iter().any(|grant| matches!(grant, Grant::Organization(_))) {
        warnings.push(
            "No delivery: none of these organisations owns a brand of this lead that was not pushed yet.".to_owned(),
        );
    }
    warnings
}
