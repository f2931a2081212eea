//! What a service account may do: the scopes it was given, each standing for some actions of the permission table.
//!
//! A service account is a viewer with the role `PS` and nothing else, cut down to what its scopes stand for. It sees by what is
//! shown to its organisation's service accounts, never by a name, so nothing RED ever reaches it; and no scope stands for an
//! action that approves, decides or answers for people. Who may write leads reads them, too: a command finds what it changes as its
//! viewer sees it.

use std::net::IpAddr;

use ipnet::IpNet;

use super::table::Action;

/// Something a service account was given.
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
    serde::Serialize,
    serde::Deserialize,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ServiceScope {
    /// Read leads, as far as they are open to the account's organisation.
    LeadsRead,
    /// Hand in listings and leads.
    ListingsWrite,
    /// Add evidence to the own leads.
    EvidenceWrite,
    /// Follow the feed of changes.
    ChangesRead,
    /// Say where webhooks go.
    WebhooksManage,
    /// Have files made of what the account sees.
    ExportsRead,
    /// Ask whether a brand has authorised a shop or the holder of a certificate.
    AuthorizationsCheck,
}

impl ServiceScope {
    /// The name in OAuth's `scope`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::LeadsRead => "leads:read",
            Self::ListingsWrite => "listings:write",
            Self::EvidenceWrite => "evidence:write",
            Self::ChangesRead => "changes:read",
            Self::WebhooksManage => "webhooks:manage",
            Self::ExportsRead => "exports:read",
            Self::AuthorizationsCheck => "authorizations:check",
        }
    }

    /// The actions it stands for; none of them approves or decides anything.
    #[must_use]
    pub fn actions(self) -> &'static [Action] {
        match self {
            Self::LeadsRead => &[Action::LeadRead, Action::DirectoryRead],
            Self::ListingsWrite => &[
                Action::LeadCreate,
                Action::SubjectEdit,
                Action::LeadRead,
                Action::DirectoryRead,
            ],
            Self::EvidenceWrite => &[Action::EvidenceAdd, Action::LeadRead],
            Self::ChangesRead => &[Action::ChangeRead],
            Self::WebhooksManage => &[Action::WebhookManage],
            Self::ExportsRead => &[Action::LeadExport, Action::ExportRead],
            Self::AuthorizationsCheck => &[Action::AuthorizationCheck, Action::DirectoryRead],
        }
    }
}

/// A viewer that is a service account and no person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServiceAccess {
    /// What it was given, in order.
    pub scopes: Vec<ServiceScope>,
    /// The networks from which it may come; none means from anywhere.
    pub networks: Vec<IpNet>,
    /// Whether it is for trials alone: then its organisation is a sandbox.
    pub sandbox: bool,
}

impl ServiceAccess {
    /// Whether one of the scopes stands for `action`.
    #[must_use]
    pub fn allows(&self, action: Action) -> bool {
        self.scopes.iter().any(|scope| scope.actions().contains(&action))
    }

    /// Whether it may come from there. Who says from where it may come is not believed where nothing is known of that.
    #[must_use]
    pub fn admits(&self, peer: Option<IpAddr>) -> bool {
        let within = |peer: IpAddr| {
            let peer = peer.to_canonical();
            self.networks.iter().any(|network| network.contains(&peer))
        };
        self.networks.is_empty() || peer.is_some_and(within)
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;
    use crate::permissions::{Role, Scope, table::scope};

    fn from(networks: &[&str]) -> ServiceAccess {
        ServiceAccess {
            scopes: Vec::new(),
            networks: networks.iter().map(|network| network.parse().unwrap()).collect(),
            sandbox: false,
        }
    }

    #[test]
    fn every_action_of_a_scope_is_given_to_service_accounts_by_the_table() {
        for given in ServiceScope::VARIANTS {
            for action in given.actions() {
                assert_ne!(scope(Role::Ps, *action), Scope::No, "{given:?}: {action:?}");
            }
        }
    }

    #[test]
    fn names_of_scopes_are_distinct() {
        let mut names: Vec<&str> = ServiceScope::VARIANTS.iter().map(|given| given.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), ServiceScope::VARIANTS.len());
    }

    #[test]
    fn an_account_without_networks_may_come_from_anywhere() {
        assert!(from(&[]).admits(None));
        assert!(from(&[]).admits("203.0.113.9".parse().ok()));
    }

    #[test]
    fn an_account_with_networks_comes_from_these_alone() {
        let access = from(&["203.0.113.0/24", "2001:db8::/32"]);
        for inside in ["203.0.113.9", "2001:db8::7", "::ffff:203.0.113.9"] {
            assert!(access.admits(inside.parse().ok()), "{inside}");
        }
        for outside in ["203.0.114.9", "2001:db9::7", "::1"] {
            assert!(!access.admits(outside.parse().ok()), "{outside}");
        }
        assert!(!access.admits(None));
    }
}
