//! Who sees what of the money: the secretariat's fund managers and administrators and auditors all of it, a member what is
//! allotted to it, an agent what is its principals' (domain.md §5.3). Whose an allocation is never changes and is shared with
//! nobody, so that a rule says it and no rows are kept (docs/adr/0045).

use jiff::Timestamp;
use uuid::Uuid;

use crate::permissions::{Action, Scope, Viewer};

/// What somebody sees of the money at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FundSight {
    /// Whether all of it.
    pub all: bool,
    /// Else what is of these organisations.
    pub organizations: Vec<Uuid>,
}

impl FundSight {
    /// What the service itself sees.
    #[must_use]
    pub fn everything() -> Self {
        Self {
            all: true,
            organizations: Vec::new(),
        }
    }

    /// What `viewer` sees at `now` of funds, allocations and orders.
    #[must_use]
    pub fn of(viewer: &Viewer, now: Timestamp) -> Self {
        Self::by(viewer, Action::FundRead, now)
    }

    /// What `viewer` sees at `now` of the entries.
    #[must_use]
    pub fn of_ledger(viewer: &Viewer, now: Timestamp) -> Self {
        Self::by(viewer, Action::LedgerRead, now)
    }

    /// What `viewer` sees at `now` of programmes, which tell nothing of what there is.
    #[must_use]
    pub fn of_programs(viewer: &Viewer, now: Timestamp) -> Self {
        Self::by(viewer, Action::ProgramRead, now)
    }

    fn by(viewer: &Viewer, action: Action, now: Timestamp) -> Self {
        let own = viewer
            .scopes(action)
            .any(|scope| scope == Scope::Own)
            .then_some(viewer.organization);
        // Money is of a whole organisation, so that a mandate for some brands does not show it.
        let principals = viewer.represented(action, now).into_iter();
        let principals = principals.filter_map(|(principal, brands)| brands.is_none().then_some(principal));
        let mut organizations: Vec<Uuid> = own.into_iter().chain(principals).collect();
        organizations.sort_unstable();
        organizations.dedup();
        Self {
            all: viewer.scope(action) == Scope::All,
            organizations,
        }
    }

    /// Whether it meets what is of an organisation, or of nobody in particular.
    #[must_use]
    pub fn meets(&self, organization: Option<Uuid>) -> bool {
        self.all || organization.is_some_and(|of| self.organizations.contains(&of))
    }

    /// Whether there is nothing that it could meet.
    #[must_use]
    pub fn is_blind(&self) -> bool {
        !self.all && self.organizations.is_empty()
    }
}
