//! Who sees a test purchase, and who of those its money (domain.md §5.3): the desk, fund managers and auditors all of them, a
//! member those it asked for or was handed, within a person's brands, an agent those of its principals, whoever buys what it buys.
//! Whose a purchase is never changes but by a hand-over, so that a rule says it and no rows are kept (docs/adr/0046). A wall
//! around its lead stands around it, too.

use jiff::Timestamp;
use uuid::Uuid;

use crate::permissions::{Action, Scope, Viewer};

/// What somebody sees of test purchases at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PurchaseSight {
    /// Whether all of them.
    pub all: bool,
    /// Whether the money of all of them.
    pub all_money: bool,
    /// Else what is of these organisations, each with the brands to which that is limited.
    pub organizations: Vec<(Uuid, Option<Vec<Uuid>>)>,
    /// Of these organisations, the money too: the own one, and principals whose mandate says so.
    pub money: Vec<Uuid>,
    /// The organisation of who looks.
    pub own: Uuid,
    /// Who looks.
    pub person: Uuid,
    /// Whether who looks may buy, and so sees what it buys.
    pub buys: bool,
    /// Organisations whose walls stop who looks.
    pub walled: Vec<Uuid>,
}

impl PurchaseSight {
    /// What `viewer` sees at `now`.
    #[must_use]
    pub fn of(viewer: &Viewer, now: Timestamp) -> Self {
        let action = Action::PurchaseRead;
        let mut organizations = Vec::new();
        for scope in viewer.scopes(action) {
            match scope {
                Scope::Own => organizations.push((viewer.organization, None)),
                Scope::Brand => organizations.push((viewer.organization, viewer.brand_scope.clone())),
                Scope::No | Scope::Named | Scope::Principal | Scope::Shared | Scope::All => {}
            }
        }
        let mut money: Vec<Uuid> = organizations.iter().map(|(of, _)| *of).collect();
        // What is limited to some brands shows no money of the whole organisation, but what those purchases cost.
        let principals = viewer.represented(Action::FundRead, now);
        money.extend(principals.into_iter().map(|(principal, _)| principal));
        money.sort_unstable();
        money.dedup();
        organizations.extend(viewer.represented(action, now));
        organizations.sort_unstable();
        organizations.dedup();
        Self {
            all: viewer.scope(action) == Scope::All,
            all_money: viewer.scope(Action::FundRead) == Scope::All,
            organizations,
            money,
            own: viewer.organization,
            person: viewer.person,
            buys: viewer.has(Action::PurchaseBuy),
            walled: viewer.walled_organizations(now),
        }
    }

    /// Whether who looks, and sees a purchase, sees its money: of the secretariat's officers only who asked for it or buys it.
    #[must_use]
    pub fn meets_money(&self, organization: Uuid, requester: Uuid, buyer: Option<Uuid>) -> bool {
        let is_party = requester == self.person || buyer == Some(self.person);
        let is_own = !self.all && self.money.contains(&organization);
        self.all_money || is_party || is_own
    }

    /// Whether there is nothing that it could meet.
    #[must_use]
    pub fn is_blind(&self) -> bool {
        !self.all && !self.buys && self.organizations.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEMBER: Uuid = Uuid::from_u128(1);
    const PERSON: Uuid = Uuid::from_u128(2);
    const OTHER: Uuid = Uuid::from_u128(3);

    fn sight(all: bool, all_money: bool, organizations: Vec<(Uuid, Option<Vec<Uuid>>)>) -> PurchaseSight {
        PurchaseSight {
            all,
            all_money,
            money: organizations.iter().map(|(of, _)| *of).collect(),
            organizations,
            own: MEMBER,
            person: PERSON,
            buys: false,
            walled: Vec::new(),
        }
    }

    #[test]
    fn an_officer_sees_no_money_but_of_what_it_asked_for_or_buys() {
        let officer = sight(true, false, Vec::new());
        assert!(!officer.meets_money(MEMBER, OTHER, None));
        assert!(!officer.meets_money(MEMBER, OTHER, Some(OTHER)));
        assert!(officer.meets_money(MEMBER, PERSON, None));
        assert!(officer.meets_money(MEMBER, OTHER, Some(PERSON)));
    }

    #[test]
    fn an_agent_sees_what_a_purchase_costs_only_where_its_mandate_says_so() {
        let mut agent = sight(false, false, vec![(OTHER, None)]);
        assert!(agent.meets_money(OTHER, OTHER, None));
        agent.money.clear();
        assert!(!agent.meets_money(OTHER, OTHER, None));
        assert!(agent.meets_money(OTHER, PERSON, None), "what it asked for itself");
    }

    #[test]
    fn a_member_sees_its_own_money_and_not_that_of_what_it_was_handed() {
        let member = sight(false, false, vec![(MEMBER, None)]);
        assert!(member.meets_money(MEMBER, OTHER, None));
        assert!(!member.meets_money(OTHER, OTHER, None));
        assert!(sight(true, true, Vec::new()).meets_money(OTHER, OTHER, None));
    }
}
