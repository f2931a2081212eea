//! A person with what the database says of them right now: roles, brands, powers of attorney.
//!
//! Made afresh whenever a role, a scope, a power of attorney or a state changes; never frozen in a token.

use jiff::Timestamp;
use uuid::Uuid;

pub use super::kind::OrganizationKind;
pub use super::mandate::{GroupSeat, Mandate, PoaAction};
use super::{
    allowance::allowance,
    audience::{Principal, Tlp},
    duty::needs_second_factor,
    service::ServiceAccess,
    table::{Action, Role, Scope, scope},
};

/// The person behind a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    /// The person.
    pub person: Uuid,
    /// The session, where there is one.
    pub session: Option<Uuid>,
    /// The person's organisation.
    pub organization: Uuid,
    /// Its kind.
    pub kind: OrganizationKind,
    /// Whether person and organisation are active; an applicant's people can sign in but see only their own application.
    pub active: bool,
    /// The person's roles.
    pub roles: Vec<Role>,
    /// The brands the person is limited to; `None` means all.
    pub brand_scope: Option<Vec<Uuid>>,
    /// Powers of attorney of the person's organisation as agent.
    pub mandates: Vec<Mandate>,
    /// The sharing groups that the person is in.
    pub groups: Vec<GroupSeat>,
    /// Country of the organisation, for law enforcement's geography.
    pub country: String,
    /// Division code of the organisation below the country.
    pub division: Option<String>,
    /// Whether the person has a second factor.
    pub enrolled: bool,
    /// Whether the session may do nothing but enrol one, because a role asks for it. Sessions say so; whoever is asked for
    /// without one, such as the reader of a mail, is not confined.
    pub confined: bool,
    /// Where it is a service account and no person: what that may do.
    pub service: Option<ServiceAccess>,
}

/// Whom a command is about: the organisation it acts for and the brands concerned.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// The organisation whose record it is.
    pub organization: Uuid,
    /// The brands of that organisation it concerns; empty where none is named.
    pub brands: &'a [Uuid],
}

impl Viewer {
    /// Whether a role, or the installation, asks for a second factor that the person has not got.
    #[must_use]
    pub fn lacks_second_factor(&self, of_everybody: bool) -> bool {
        self.service.is_none() && !self.enrolled && needs_second_factor(&self.roles, of_everybody)
    }

    /// Whether any of the roles has the action, in whatever scope.
    #[must_use]
    pub fn has(&self, action: Action) -> bool {
        self.scope(action) != Scope::No
    }

    /// The widest scope of an action among the roles. Someone who is not active keeps only what an applicant needs.
    #[must_use]
    pub fn scope(&self, action: Action) -> Scope {
        self.scopes(action).max().unwrap_or(Scope::No)
    }

    /// The scopes of an action among the roles; of a service account nothing that its own scopes do not stand for.
    pub fn scopes(&self, action: Action) -> impl Iterator<Item = Scope> {
        let is_given = self.service.as_ref().is_none_or(|access| access.allows(action));
        let open = !self.confined
            && is_given
            && (self.active
                || matches!(
                    action,
                    Action::OrganizationEdit
                        | Action::OrganizationLeave
                        | Action::SettingsEdit
                        | Action::PersonRead
                        | Action::DirectoryRead
                ));
        self.roles.iter().map(move |role| {
            if open {
                self.kind.scope(*role, action)
            } else {
                Scope::No
            }
        })
    }

    /// Whether the viewer may do `action` to something of `target`'s organisation and brands.
    #[must_use]
    pub fn may(&self, action: Action, target: Target<'_>, now: Timestamp) -> bool {
        self.scopes(action).any(|scope| match scope {
            Scope::No => false,
            Scope::Named => false,
            Scope::Brand => target.organization == self.organization && self.covers(target.brands),
            Scope::Own => target.organization == self.organization,
            Scope::Principal => self.acts_for(action, target, now),
            Scope::Shared | Scope::All => true,
        })
    }

    /// The sandbox that the viewer is confined to; `None` for everybody but service accounts for trials.
    #[must_use]
    pub fn sandbox(&self) -> Option<Uuid> {
        let access = self.service.as_ref()?;
        access.sandbox.then_some(self.organization)
    }

    /// Whether the viewer works the alliance's case desk, to which every lead that was handed in comes.
    #[must_use]
    pub fn is_at_desk(&self) -> bool {
        self.scope(Action::LeadTriage) == Scope::All
    }

    /// The widest TLP the viewer's roles may give a lead (domain.md §5.3): an investigator stays within named
    /// organisations, the community needs an administrator, everybody needs the secretariat's.
    #[must_use]
    pub fn widest_tlp(&self) -> Tlp {
        let widest = self.roles.iter().map(|role| match role {
            Role::Sa => Tlp::Clear,
            Role::So | Role::Ma => Tlp::Green,
            Role::Fm | Role::Mi | Role::Mf | Role::Mc | Role::Le | Role::Ap | Role::Ps | Role::Au => Tlp::Amber,
        });
        widest.min().unwrap_or(Tlp::Red)
    }

    /// Whether the person's brands meet `brands`; an unlimited person meets everything.
    #[must_use]
    pub fn covers(&self, brands: &[Uuid]) -> bool {
        self.brand_scope
            .as_ref()
            .is_none_or(|scope| brands.iter().any(|brand| scope.contains(brand)))
    }

    fn acts_for(&self, action: Action, target: Target<'_>, now: Timestamp) -> bool {
        let Some(allows) = allowance(action) else { return false };
        self.mandates
            .iter()
            .filter(|mandate| mandate.principal == target.organization && mandate.holds(allows, now))
            .any(|mandate| match &mandate.brands {
                None => self.brand_scope.is_none() || self.covers(target.brands),
                Some(brands) => target
                    .brands
                    .iter()
                    .any(|brand| brands.contains(brand) && self.covers(&[*brand])),
            })
    }

    /// The principals for whom the viewer may do `action` now, each with the brands to which that is limited.
    #[must_use]
    pub fn represented(&self, action: Action, now: Timestamp) -> Vec<(Uuid, Option<Vec<Uuid>>)> {
        let acts = self.active && self.scopes(action).any(|scope| scope == Scope::Principal);
        let Some(allows) = allowance(action).filter(|_| acts) else {
            return Vec::new();
        };
        let mandates = self.mandates.iter().filter(|mandate| mandate.holds(allows, now));
        mandates
            .map(|mandate| (mandate.principal, self.limits(mandate)))
            .collect()
    }

    /// The brands of a mandate within the person's own; `None` means all.
    fn limits(&self, mandate: &Mandate) -> Option<Vec<Uuid>> {
        match (&mandate.brands, &self.brand_scope) {
            (None, scope) => scope.clone(),
            (Some(brands), _) => Some(brands.iter().copied().filter(|brand| self.covers(&[*brand])).collect()),
        }
    }

    /// The principals by which the viewer sees, and until when that stays true if nobody changes anything.
    #[must_use]
    pub fn principals(&self, action: Action, now: Timestamp) -> (Vec<Principal>, Timestamp) {
        let mut set = Vec::new();
        let mut fresh_until = Timestamp::MAX;
        if !self.active || !self.has(action) {
            return (set, fresh_until);
        }
        if self.service.is_some() {
            return (self.service_principals(), fresh_until);
        }
        // A partner's token sees what its organisation is shown, never what names somebody: so it never receives RED.
        if self.kind != OrganizationKind::Platform {
            set.push(Principal::User(self.person));
        }
        if self
            .roles
            .iter()
            .any(|role| reads_beyond_names(*role) && scope(*role, action) != Scope::No)
        {
            self.own_principals(action, &mut set);
            self.mandate_principals(action, now, &mut set, &mut fresh_until);
            self.group_principals(action, now, &mut set, &mut fresh_until);
        }
        set.push(Principal::Public);
        set.sort_unstable();
        set.dedup();
        (set, fresh_until)
    }

    /// A service account sees what its organisation's service accounts are shown and what everybody in its circle is: never what
    /// names somebody, so it never receives RED.
    /// One for trials sees nothing but its sandbox.
    fn service_principals(&self) -> Vec<Principal> {
        if let Some(sandbox) = self.sandbox() {
            return vec![Principal::Service(sandbox)];
        }
        let mut set = vec![Principal::Service(self.organization), Principal::Public];
        if self.kind.in_community() {
            set.push(Principal::Community);
        }
        set.sort_unstable();
        set
    }

    fn own_principals(&self, action: Action, set: &mut Vec<Principal>) {
        let own = self.organization;
        if self.kind == OrganizationKind::Platform {
            set.push(Principal::Service(own));
            return;
        }
        set.extend(
            self.own_limits(action)
                .into_iter()
                .map(|brand| Principal::Own(own, brand)),
        );
        let wide = self.kind.wide_principals(&self.country, self.division.as_deref());
        let desk = self.roles.contains(&Role::So);
        set.extend(
            wide.into_iter()
                .filter(|principal| desk || *principal != Principal::Desk),
        );
    }

    /// The brands of the own organisation to which the person's reading is limited; a single `None` where it is not.
    fn own_limits(&self, action: Action) -> Vec<Option<Uuid>> {
        let unscoped = self
            .roles
            .iter()
            .any(|role| !matches!(scope(*role, action), Scope::No | Scope::Brand));
        match &self.brand_scope {
            Some(brands) if !unscoped => brands.iter().copied().map(Some).collect(),
            _ => vec![None],
        }
    }

    fn group_principals(&self, action: Action, now: Timestamp, set: &mut Vec<Principal>, fresh_until: &mut Timestamp) {
        if !self.kind.may_sit_in_groups() {
            return;
        }
        let limits = self.own_limits(action);
        for seat in self
            .groups
            .iter()
            .filter(|seat| seat.until.is_none_or(|until| now < until))
        {
            *fresh_until = (*fresh_until).min(seat.until.unwrap_or(Timestamp::MAX));
            set.push(Principal::Group(seat.group));
            set.push(Principal::GroupUser(seat.group, self.person));
            let own = limits
                .iter()
                .map(|brand| Principal::GroupOwn(seat.group, self.organization, *brand));
            set.extend(own);
        }
    }

    fn mandate_principals(
        &self,
        action: Action,
        now: Timestamp,
        set: &mut Vec<Principal>,
        fresh_until: &mut Timestamp,
    ) {
        let agent = self
            .roles
            .iter()
            .any(|role| matches!(role, Role::Mc) && scope(*role, action) != Scope::No)
            || (self.kind == OrganizationKind::Association && self.has(action));
        let Some(allows) = allowance(action) else { return };
        for mandate in self.mandates.iter().filter(|_| agent) {
            if now < mandate.valid_from {
                *fresh_until = (*fresh_until).min(mandate.valid_from);
            }
            if !mandate.holds(allows, now) {
                continue;
            }
            *fresh_until = (*fresh_until).min(mandate.valid_until);
            match (&mandate.brands, &self.brand_scope) {
                (None, None) => set.push(Principal::Client(mandate.principal, None)),
                (None, Some(scope)) => set.extend(
                    scope
                        .iter()
                        .map(|brand| Principal::Client(mandate.principal, Some(*brand))),
                ),
                (Some(brands), _) => set.extend(
                    brands
                        .iter()
                        .filter(|brand| self.covers(&[**brand]))
                        .map(|brand| Principal::Client(mandate.principal, Some(*brand))),
                ),
            }
        }
    }

    /// The organisations whose walls stop the viewer: the own one and every principal of a mandate in date.
    #[must_use]
    pub fn walled_organizations(&self, now: Timestamp) -> Vec<Uuid> {
        let principals = self
            .mandates
            .iter()
            .filter(|m| m.valid_from <= now && now < m.valid_until)
            .map(|m| m.principal);
        std::iter::once(self.organization).chain(principals).collect()
    }
}

/// Auditors see content only where a grant names them; every other reader by organisation as well.
fn reads_beyond_names(role: Role) -> bool {
    match role {
        Role::Au => false,
        Role::Sa | Role::So | Role::Fm | Role::Ma | Role::Mi | Role::Mf | Role::Mc | Role::Le | Role::Ap | Role::Ps => {
            true
        }
    }
}
