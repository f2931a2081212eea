//! Who sees an offline action, and who learns that two of them meet.
//!
//! Until an action is released, or its outcome is verified, nobody but its team knows of it: not the team's organisations,
//! not the desk (domain.md §5.3, invariant I28). That two actions meet is for the desk and for those who lead them.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{audience::AudienceRow, principal::Principal};

/// An organisation with somebody on the team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamOrganization {
    /// The organisation.
    pub organization: Uuid,
    /// Brands of this organisation that the action concerns.
    pub brands: Vec<Uuid>,
}

/// What decides who sees an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionFacts {
    /// The people on the team.
    pub team: Vec<Uuid>,
    /// Their organisations.
    pub organizations: Vec<TeamOrganization>,
    /// Whether nobody else may know of it.
    pub embargo: bool,
}

/// Who sees an action.
#[must_use]
pub fn action_audience(action: &ActionFacts) -> Vec<AudienceRow> {
    let mut principals: BTreeSet<Principal> = action.team.iter().copied().map(Principal::User).collect();
    if !action.embargo {
        principals.insert(Principal::Desk);
        for of in &action.organizations {
            principals.insert(Principal::Own(of.organization, None));
            principals.extend(
                of.brands
                    .iter()
                    .map(|brand| Principal::Own(of.organization, Some(*brand))),
            );
        }
    }
    without_end(principals)
}

/// Who learns that two actions meet: the desk, and those who lead one of them.
#[must_use]
pub fn clash_audience(leads: &[Uuid]) -> Vec<AudienceRow> {
    let leads = leads.iter().copied().map(Principal::User);
    without_end(leads.chain([Principal::Desk]).collect())
}

fn without_end(principals: BTreeSet<Principal>) -> Vec<AudienceRow> {
    let row = |principal| AudienceRow {
        principal,
        valid_until: None,
    };
    principals.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(embargo: bool) -> ActionFacts {
        let [person, organization, brand] = [1, 2, 3].map(Uuid::from_u128);
        ActionFacts {
            team: vec![person],
            organizations: vec![TeamOrganization {
                organization,
                brands: vec![brand],
            }],
            embargo,
        }
    }

    fn principals(rows: Vec<AudienceRow>) -> Vec<Principal> {
        rows.into_iter().map(|row| row.principal).collect()
    }

    #[test]
    fn i28_under_embargo_there_are_only_names() {
        let rows = principals(action_audience(&facts(true)));
        assert_eq!(rows, [Principal::User(Uuid::from_u128(1))]);
    }

    #[test]
    fn once_released_the_team_s_organisations_and_the_desk_see_it() {
        let rows = principals(action_audience(&facts(false)));
        let organization = Uuid::from_u128(2);
        for wanted in [
            Principal::User(Uuid::from_u128(1)),
            Principal::Own(organization, None),
            Principal::Own(organization, Some(Uuid::from_u128(3))),
            Principal::Desk,
        ] {
            assert!(rows.contains(&wanted), "{wanted}");
        }
        assert_eq!(rows.len(), 4);
    }

    #[test]
    fn of_a_clash_the_desk_and_the_leads_learn() {
        let lead = Uuid::from_u128(7);
        let rows = principals(clash_audience(&[lead]));
        assert_eq!(rows.len(), 2);
        assert!(rows.contains(&Principal::Desk) && rows.contains(&Principal::User(lead)));
    }
}
