//! What the table gives to somebody. Rules of states ask for it alone, so that they judge an officer without an account, behind
//! whom there is no viewer, as they judge one with an account.

use std::sync::Arc;

use super::{
    kind::OrganizationKind,
    table::{Action, Role, Scope},
    viewer::Viewer,
};

/// What the table gives to somebody.
pub trait Powers {
    /// How far an action reaches.
    fn scope(&self, action: Action) -> Scope;

    /// Whether it is given at all.
    fn has(&self, action: Action) -> bool {
        self.scope(action) != Scope::No
    }
}

impl Powers for Viewer {
    fn scope(&self, action: Action) -> Scope {
        Self::scope(self, action)
    }
}

impl<T: Powers> Powers for Arc<T> {
    fn scope(&self, action: Action) -> Scope {
        T::scope(self, action)
    }
}

/// Somebody of a kind of organisation with one role, and without an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfKind(pub OrganizationKind, pub Role);

impl Powers for OfKind {
    fn scope(&self, action: Action) -> Scope {
        self.0.scope(self.1, action)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_officer_without_an_account_has_what_the_table_gives_to_law_enforcement() {
        let officer = OfKind(OrganizationKind::LeAgency, Role::Le);
        assert!(officer.has(Action::OfflineActionConduct));
        assert!(!officer.has(Action::FollowUpClose));
    }
}
