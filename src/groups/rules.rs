//! Pure rules of sharing groups: where one stands, who knows what of it, who changes it.

use jiff::Timestamp;
use uuid::Uuid;

use crate::{
    permissions::{Action, Scope, Target, Viewer},
    platform::{
        error::{ApiError, Result},
        text::{clean_line, clean_text},
    },
};

/// Most members of a group.
pub const MOST_MEMBERS: usize = 200;
/// Longest name, in characters.
const LONGEST_NAME: usize = 80;
/// Longest purpose, in characters.
const LONGEST_PURPOSE: usize = 1_000;

/// Where a group stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GroupState {
    /// What is shared with it is seen by those in it.
    Active,
    /// Its last moment is over.
    Expired,
    /// Closed by who looks after it.
    Closed,
}

/// An organisation in a group, or a person of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The organisation, or the person's.
    pub organization: Uuid,
    /// The person; `None` for the whole organisation.
    pub person: Option<Uuid>,
    /// Since when.
    pub added_at: Timestamp,
}

/// A sharing group with those who are in it now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRow {
    /// The group.
    pub id: Uuid,
    /// The organisation that looks after it.
    pub owner: Uuid,
    /// Who made it.
    pub created_by: Uuid,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Whether nobody else learns who is in it.
    pub confidential: bool,
    /// Its last moment; `None` means without end.
    pub expires_at: Option<Timestamp>,
    /// Whether it was closed.
    pub closed: bool,
    /// Who is in it.
    pub members: Vec<Member>,
    /// Counts its changes.
    pub version: i32,
    /// When it was made.
    pub created_at: Timestamp,
}

/// What can be done to a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum GroupStep {
    /// Change its name, purpose, openness and end.
    Update,
    /// Take somebody in.
    AddMembers,
    /// Take somebody out.
    RemoveMembers,
    /// Leave it with the own organisation.
    Leave,
    /// Close it for good.
    Close,
}

impl GroupRow {
    /// Where it stands at a moment.
    #[must_use]
    pub fn state_at(&self, now: Timestamp) -> GroupState {
        if self.closed {
            GroupState::Closed
        } else if self.expires_at.is_some_and(|end| end <= now) {
            GroupState::Expired
        } else {
            GroupState::Active
        }
    }

    /// Whether the viewer is in it, by name or as one of an organisation.
    #[must_use]
    pub fn has(&self, viewer: &Viewer) -> bool {
        self.members.iter().any(|member| match member.person {
            Some(person) => person == viewer.person,
            None => member.organization == viewer.organization,
        })
    }

    /// Whether the viewer knows of it and of those in it. `GroupFilter::of` says the same to the database.
    #[must_use]
    pub fn is_seen_by(&self, viewer: &Viewer) -> bool {
        match viewer.scope(Action::SharingGroupRead) {
            Scope::No => false,
            Scope::All => true,
            Scope::Named | Scope::Brand | Scope::Own | Scope::Principal | Scope::Shared => {
                !self.confidential || self.owner == viewer.organization || self.has(viewer)
            }
        }
    }

    /// Whether the viewer may share a lead with it.
    #[must_use]
    pub fn may_be_shared_with_by(&self, viewer: &Viewer, now: Timestamp) -> bool {
        self.state_at(now) == GroupState::Active && (self.has(viewer) || viewer.is_at_desk())
    }

    /// Whether the viewer may take a step of it.
    #[must_use]
    pub fn allows(&self, viewer: &Viewer, step: GroupStep, now: Timestamp) -> bool {
        let manages = |organization| {
            let target = Target {
                organization,
                brands: &[],
            };
            viewer.may(Action::SharingGroupManage, target, now)
        };
        let is_open = !self.closed;
        match step {
            GroupStep::Update | GroupStep::AddMembers | GroupStep::RemoveMembers | GroupStep::Close => {
                is_open && manages(self.owner)
            }
            GroupStep::Leave => {
                let is_in = self
                    .members
                    .iter()
                    .any(|member| member.organization == viewer.organization);
                is_open && is_in && self.owner != viewer.organization && manages(viewer.organization)
            }
        }
    }
}

/// A name in its stored form.
///
/// # Errors
/// `BAD_USER_INPUT` at `name`.
pub fn name(raw: &str) -> Result<String> {
    clean_line(raw, 1..=LONGEST_NAME).map_err(|error| unacceptable("name", error))
}

/// A purpose in its stored form.
///
/// # Errors
/// `BAD_USER_INPUT` at `purpose`.
pub fn purpose(raw: &str) -> Result<String> {
    clean_text(raw, 1..=LONGEST_PURPOSE).map_err(|error| unacceptable("purpose", error))
}

/// An end that is still to come.
///
/// # Errors
/// `BAD_USER_INPUT` at `expiresAt`.
pub fn end(end: Option<Timestamp>, now: Timestamp) -> Result<Option<Timestamp>> {
    if end.is_some_and(|end| end <= now) {
        return Err(ApiError::input("expiresAt", "This moment has passed."));
    }
    Ok(end)
}

fn unacceptable(field: &str, error: impl std::fmt::Display) -> ApiError {
    ApiError::input(field, format!("Please correct this: {error}."))
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;
    use crate::{
        members::rules::tests::viewer,
        permissions::{Role, viewer::OrganizationKind},
    };

    fn group(confidential: bool) -> GroupRow {
        GroupRow {
            id: Uuid::from_u128(1),
            owner: Uuid::from_u128(2),
            created_by: Uuid::from_u128(3),
            name: "Workshops of Putian".to_owned(),
            purpose: "Makers".to_owned(),
            confidential,
            expires_at: Some(Timestamp::from_second(100).unwrap()),
            closed: false,
            members: vec![member(2, None), member(4, None), member(5, Some(6))],
            version: 1,
            created_at: Timestamp::UNIX_EPOCH,
        }
    }

    fn member(organization: u128, person: Option<u128>) -> Member {
        Member {
            organization: Uuid::from_u128(organization),
            person: person.map(Uuid::from_u128),
            added_at: Timestamp::UNIX_EPOCH,
        }
    }

    fn of(organization: u128, person: u128, role: Role) -> Viewer {
        Viewer {
            organization: Uuid::from_u128(organization),
            person: Uuid::from_u128(person),
            ..viewer(OrganizationKind::MemberBrand, &[role])
        }
    }

    #[test]
    fn a_confidential_group_is_known_to_those_in_it_and_to_the_secretariat() {
        let secretariat = |role| viewer(OrganizationKind::Secretariat, &[role]);
        for (viewer, open, confidential) in [
            (of(2, 9, Role::Mi), true, true),
            (of(4, 9, Role::Ma), true, true),
            (of(5, 6, Role::Mi), true, true),
            (of(5, 7, Role::Ma), true, false),
            (of(8, 9, Role::Ma), true, false),
            (of(4, 9, Role::Mf), false, false),
            (secretariat(Role::So), true, true),
            (secretariat(Role::Sa), true, true),
            (secretariat(Role::Fm), false, false),
        ] {
            let seen = [group(false), group(true)].map(|group| group.is_seen_by(&viewer));
            assert_eq!(seen, [open, confidential], "{viewer:?}");
        }
    }

    #[test]
    fn its_keeper_changes_it_and_a_member_leaves_it() {
        let now = Timestamp::UNIX_EPOCH;
        let steps = |viewer: &Viewer| {
            let group = group(true);
            let allowed = GroupStep::VARIANTS
                .iter()
                .filter(|step| group.allows(viewer, **step, now));
            allowed.copied().collect::<Vec<_>>()
        };
        let all = [
            GroupStep::Update,
            GroupStep::AddMembers,
            GroupStep::RemoveMembers,
            GroupStep::Close,
        ];
        assert_eq!(steps(&of(2, 9, Role::Ma)), all);
        assert_eq!(steps(&of(4, 9, Role::Ma)), [GroupStep::Leave]);
        for nobody in [of(2, 9, Role::Mi), of(4, 9, Role::Mi), of(8, 9, Role::Ma)] {
            assert_eq!(steps(&nobody), []);
        }
        assert_eq!(steps(&viewer(OrganizationKind::Secretariat, &[Role::So])), all);
    }

    #[test]
    fn a_group_ends_at_its_moment_or_when_it_is_closed() {
        let second = |second| Timestamp::from_second(second).unwrap();
        assert_eq!(group(true).state_at(second(99)), GroupState::Active);
        assert_eq!(group(true).state_at(second(100)), GroupState::Expired);
        let closed = GroupRow {
            closed: true,
            ..group(true)
        };
        assert_eq!(closed.state_at(second(1)), GroupState::Closed);
        assert!(!closed.allows(&of(2, 9, Role::Ma), GroupStep::Update, second(1)));
    }
}
