//! Pure rules of offline actions: states and who moves them, what is compared, what may be said.

mod clash;
mod codes;
mod facts;
mod guests;
mod map;
mod outcome;
mod statistics;
mod steps;

pub use clash::{ClashKind, HitState, NEAR_PLACE, Resolution, TimeBox, clashes, place_form};
pub use codes::{ActionKind, ApprovalSide, SiteKind, TeamRole};
pub use facts::{
    LocalWindow, MOST_BASIS, MOST_MEMBERS, MOST_SITES, MOST_TASKS, NewSite, SiteFacts, Window, degrees_text, line,
    local, optional, reason, site, text, window,
};
pub use guests::{
    Attendance, GuestReport, LAW_ENFORCEMENT, MOST_GUESTS, Mark, guest_role, needs_account, withholds_notes,
};
pub use map::{MOST_PLACED, Placed, SiteMapDetail, SitePlace, gather};
pub use outcome::{
    CostBasis, CostKind, CostRule, CustodyStage, DestructionState, Disposition, EntryKind, FollowUpStep, SiteResult,
    are_two, past_day, quantity, quantity_text, shares,
};
pub use statistics::{FigureCode, Period, StatisticsScope, holds, is_small, ratio_text};
pub use steps::{ActionState, ActionStep, Standing, next};

use crate::permissions::{Role, Viewer, viewer::OrganizationKind};

/// Whether somebody may hold a role on a team.
#[must_use]
pub fn may_be(role: TeamRole, person: &Viewer) -> bool {
    let is_officer = person.kind == OrganizationKind::LeAgency && person.roles.contains(&Role::Le);
    let is_of_secretariat = person.roles.iter().any(|role| matches!(role, Role::Sa | Role::So));
    let is_investigator = person
        .roles
        .iter()
        .any(|role| matches!(role, Role::Ma | Role::Mi | Role::Mc));
    match role {
        TeamRole::Lead | TeamRole::Officer => is_officer,
        TeamRole::Desk => is_of_secretariat,
        TeamRole::Investigator => is_investigator,
        TeamRole::Observer => is_officer || is_of_secretariat || is_investigator,
    }
}

/// What a proposer is on the team of what it proposes.
#[must_use]
pub fn proposer_role(proposer: &Viewer) -> Option<TeamRole> {
    [TeamRole::Officer, TeamRole::Desk, TeamRole::Investigator]
        .into_iter()
        .find(|role| may_be(*role, proposer))
}
