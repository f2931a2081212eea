//! Kinds of organisations, and what their people may be and see.

use super::{
    principal::Principal,
    table::{Action, Role, Scope, scope},
};

/// What kind of organisation it is (domain.md §4.2).
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum OrganizationKind {
    /// A right holder in membership.
    MemberBrand,
    /// An industry association.
    Association,
    /// A firm that acts for principals.
    AgentFirm,
    /// A law-enforcement agency.
    LeAgency,
    /// A laboratory.
    Lab,
    /// A marketplace.
    Platform,
    /// The alliance's own office.
    Secretariat,
    /// An auditor or invited supervisor.
    Auditor,
}

impl OrganizationKind {
    /// The roles its people may hold (domain.md §5.1).
    #[must_use]
    pub fn roles(self) -> &'static [Role] {
        match self {
            Self::MemberBrand => &[Role::Ma, Role::Mi, Role::Mf, Role::Ap],
            Self::Association => &[Role::Ma, Role::Mi, Role::Mc],
            Self::AgentFirm => &[Role::Ma, Role::Mi, Role::Mc],
            Self::LeAgency => &[Role::Le],
            Self::Lab => &[Role::Ap],
            Self::Platform => &[Role::Ps],
            Self::Secretariat => &[Role::Sa, Role::So, Role::Fm],
            Self::Auditor => &[Role::Au],
        }
    }

    /// How far `action` reaches for `role` in such an organisation: as the table says, but a member's own team of
    /// appraisers has the member's administrator to look after it, while a laboratory has nobody else (domain.md §5.1).
    #[must_use]
    pub fn scope(self, role: Role, action: Action) -> Scope {
        let looks_after = matches!(
            action,
            Action::OrganizationEdit
                | Action::OrganizationLeave
                | Action::UserManage
                | Action::SingleSignOnManage
                | Action::ServiceAccountManage
        );
        if role == Role::Ap && looks_after && self != Self::Lab {
            return Scope::No;
        }
        scope(role, action)
    }

    /// Whether its people belong to the community of GREEN (domain.md §5.3).
    #[must_use]
    pub fn in_community(self) -> bool {
        match self {
            Self::MemberBrand | Self::Association | Self::Secretariat => true,
            Self::AgentFirm | Self::LeAgency | Self::Lab | Self::Platform | Self::Auditor => false,
        }
    }

    /// Whether it and its people may be in sharing groups: not auditors, who see content by name only, and not partners'
    /// accounts.
    #[must_use]
    pub fn may_sit_in_groups(self) -> bool {
        match self {
            Self::Platform | Self::Auditor => false,
            Self::MemberBrand
            | Self::Association
            | Self::AgentFirm
            | Self::LeAgency
            | Self::Lab
            | Self::Secretariat => true,
        }
    }

    /// What readers of such an organisation in a place see by, beside what is open to the organisation itself: the desk,
    /// the community, their area, what is for everybody.
    #[must_use]
    pub fn wide_principals(self, country: &str, division: Option<&str>) -> Vec<Principal> {
        let mut wide = vec![Principal::Public];
        if self.in_community() {
            wide.push(Principal::Community);
        }
        match self {
            Self::Secretariat => wide.push(Principal::Desk),
            Self::LeAgency => {
                wide.push(Principal::le_anywhere());
                wide.push(Principal::le_of(country));
                wide.push(Principal::le(country, division.unwrap_or_default()));
            }
            Self::MemberBrand | Self::Association | Self::AgentFirm | Self::Lab | Self::Platform | Self::Auditor => {}
        }
        wide
    }
}
