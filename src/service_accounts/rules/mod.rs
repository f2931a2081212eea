//! What a service account is, what may be done to it, and what its facts have to look like.

pub(super) mod assertion;
pub(super) mod client;
pub(super) mod key;

use std::net::IpAddr;

use ipnet::IpNet;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::{
    members::rules::facts,
    permissions::{Action, Scope, ServiceScope, Viewer},
    platform::error::{ApiError, ErrorCode, Result},
};

/// Most accounts of an organisation that were not revoked.
pub const MOST_ACCOUNTS: usize = 20;
/// Most credentials of an account that are good at once: the one in use, its successor, and room for two systems.
pub const MOST_CREDENTIALS: usize = 4;
/// Most networks an account is limited to.
const MOST_NETWORKS: usize = 32;
/// Characters of the longest description.
const LONGEST_DESCRIPTION: usize = 1_000;
/// Days for which a credential is good where nobody says.
const USUAL_DAYS: i32 = 180;
/// Most days for which one is.
const MOST_DAYS: i32 = 366;

/// Where a service account stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum ServiceAccountState {
    /// It gets tokens.
    Active,
    /// It is shut out for the time being.
    Suspended,
    /// It is shut out for good.
    Revoked,
}

/// What a service account proves itself with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum CredentialKind {
    /// A secret that both sides know.
    Secret,
    /// A key of which we know the public part.
    Key,
}

/// What can be done to a service account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::VariantArray)]
pub enum ServiceAccountStep {
    /// Change what it is, what it may do and from where.
    Edit,
    /// Give it one more credential.
    AddCredential,
    /// Shut it out for the time being.
    Suspend,
    /// Let it in again.
    Resume,
    /// Shut it out for good.
    Revoke,
}

/// A credential of a service account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CredentialRow {
    /// Its id, which is that of its tokens' session.
    pub id: Uuid,
    /// What it is.
    pub kind: CredentialKind,
    /// The last characters of a secret, or the name of a key.
    pub hint: String,
    /// SHA-256 of a secret.
    pub hash: Option<String>,
    /// A public key as JSON.
    pub jwk: Option<String>,
    /// Since when it is there.
    pub created_at: Timestamp,
    /// Until when it is good.
    pub expires_at: Timestamp,
    /// When it was ended before that.
    pub revoked_at: Option<Timestamp>,
    /// When a token was last had by it, to within a minute.
    pub last_used_at: Option<Timestamp>,
}

impl CredentialRow {
    /// Whether it is good at a moment.
    #[must_use]
    pub fn is_good(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }
}

/// A service account as it stands in the database, with its credentials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRow {
    /// Its id, which is that of its row among the people.
    pub id: Uuid,
    /// Whose it is, who looks after it. One for trials acts in the sandbox of that.
    pub organization: Uuid,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: Option<String>,
    /// What it may do, in order.
    pub scopes: Vec<ServiceScope>,
    /// From where it may come; none means from anywhere.
    pub networks: Vec<IpNet>,
    /// Whether it is for trials alone.
    pub sandbox: bool,
    /// Where it stands.
    pub state: ServiceAccountState,
    /// The organisation that suspended it.
    pub suspended_by: Option<Uuid>,
    /// Who made it.
    pub created_by: Uuid,
    /// When it last got a token, to within a minute.
    pub last_used_at: Option<Timestamp>,
    /// From which network, shortened.
    pub last_network: Option<String>,
    /// Its credentials, the first one first, ended ones too.
    pub credentials: Vec<CredentialRow>,
    /// Counts its changes.
    pub version: i32,
    /// When it was made.
    pub created_at: Timestamp,
}

impl AccountRow {
    /// Whether the viewer knows of it: whoever manages those of its organisation, or all of them.
    #[must_use]
    pub fn is_seen_by(&self, viewer: &Viewer) -> bool {
        match viewer.scope(Action::ServiceAccountManage) {
            Scope::All => true,
            Scope::Own => self.organization == viewer.organization,
            Scope::No | Scope::Named | Scope::Brand | Scope::Principal | Scope::Shared => false,
        }
    }

    /// Whether the viewer may take a step: its own organisation's administrators all, the secretariat's may shut it out.
    /// Who was shut out by the secretariat is let in by the secretariat.
    fn permits(&self, viewer: &Viewer, step: ServiceAccountStep) -> bool {
        let is_own = self.organization == viewer.organization;
        self.is_seen_by(viewer)
            && match step {
                ServiceAccountStep::Edit | ServiceAccountStep::AddCredential => is_own,
                ServiceAccountStep::Suspend | ServiceAccountStep::Revoke => true,
                ServiceAccountStep::Resume => self.suspended_by.map_or(is_own, |by| by == viewer.organization),
            }
    }

    /// Whether its state has the step.
    fn has(&self, step: ServiceAccountStep) -> bool {
        match self.state {
            ServiceAccountState::Active => step != ServiceAccountStep::Resume,
            ServiceAccountState::Suspended => matches!(
                step,
                ServiceAccountStep::Edit | ServiceAccountStep::Resume | ServiceAccountStep::Revoke
            ),
            ServiceAccountState::Revoked => false,
        }
    }

    /// Whether the viewer can take a step now.
    #[must_use]
    pub fn allows(&self, viewer: &Viewer, step: ServiceAccountStep) -> bool {
        self.permits(viewer, step) && self.has(step)
    }

    /// Insists that the viewer can take a step now.
    ///
    /// # Errors
    /// `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`.
    pub fn take(&self, viewer: &Viewer, step: ServiceAccountStep) -> Result<()> {
        if !self.permits(viewer, step) {
            return Err(ErrorCode::Forbidden.into());
        }
        if !self.has(step) {
            return Err(ErrorCode::TransitionNotAllowed.into());
        }
        Ok(())
    }

    /// Its credentials that are good at a moment.
    pub fn good_credentials(&self, now: Timestamp) -> impl Iterator<Item = &CredentialRow> {
        self.credentials
            .iter()
            .filter(move |credential| credential.is_good(now))
    }
}

/// A name in its stored form, 1 to 100 characters.
///
/// # Errors
/// `BAD_USER_INPUT` at `name`.
pub fn name(raw: &str) -> Result<String> {
    facts::person_name("name", raw)
}

/// A description in its stored form; `None` where there is none.
///
/// # Errors
/// `BAD_USER_INPUT` at `description`.
pub fn description(raw: Option<&str>) -> Result<Option<String>> {
    facts::text("description", raw, LONGEST_DESCRIPTION)
}

/// Scopes in order, each once.
///
/// # Errors
/// `BAD_USER_INPUT` at `scopes` where there is none.
pub fn scopes(mut given: Vec<ServiceScope>) -> Result<Vec<ServiceScope>> {
    given.sort_unstable();
    given.dedup();
    match given.is_empty() {
        true => Err(ApiError::input("scopes", "Give at least one scope.")),
        false => Ok(given),
    }
}

/// Networks in CIDR form, or single addresses; each once, without the bits of hosts.
///
/// # Errors
/// `BAD_USER_INPUT` at `networks`.
pub fn networks(given: &[String]) -> Result<Vec<IpNet>> {
    if given.len() > MOST_NETWORKS {
        let text = format!("Name at most {MOST_NETWORKS} networks.");
        return Err(ApiError::input("networks", text));
    }
    let mut networks = Vec::with_capacity(given.len());
    for text in given {
        let text = text.trim();
        let network = text.parse::<IpNet>().ok();
        let network = network.or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from));
        let network = network
            .ok_or_else(|| ApiError::input("networks", "Write networks like 203.0.113.0/24 or 2001:db8::/32."))?;
        networks.push(network.trunc());
    }
    networks.sort_unstable();
    networks.dedup();
    Ok(networks)
}

/// When a credential ends that is made now.
///
/// # Errors
/// `BAD_USER_INPUT` at `days` unless it is from 1 to 366.
pub fn end(days: Option<i32>, now: Timestamp) -> Result<Timestamp> {
    let days = days.unwrap_or(USUAL_DAYS);
    if !(1..=MOST_DAYS).contains(&days) {
        return Err(ApiError::input("days", "A credential is good for 1 to 366 days."));
    }
    now.checked_add(SignedDuration::from_hours(24 * i64::from(days)))
        .map_err(ApiError::internal)
}

/// Whether one more credential may be added.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED` where there are as many good ones as an account may have.
pub fn check_room(account: &AccountRow, now: Timestamp) -> Result<()> {
    if account.good_credentials(now).count() < MOST_CREDENTIALS {
        return Ok(());
    }
    let text = format!("An account has at most {MOST_CREDENTIALS} credentials at once: end one first.");
    Err(ApiError::because(ErrorCode::TransitionNotAllowed, text))
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;
    use crate::{
        members::rules::tests::viewer,
        permissions::{Role, viewer::OrganizationKind},
    };

    fn account(state: ServiceAccountState) -> AccountRow {
        AccountRow {
            id: Uuid::from_u128(5),
            organization: Uuid::from_u128(100),
            name: "Price watch".to_owned(),
            description: None,
            scopes: vec![ServiceScope::LeadsRead],
            networks: Vec::new(),
            sandbox: false,
            state,
            suspended_by: None,
            created_by: Uuid::from_u128(1),
            last_used_at: None,
            last_network: None,
            credentials: Vec::new(),
            version: 1,
            created_at: Timestamp::UNIX_EPOCH,
        }
    }

    fn steps(account: &AccountRow, viewer: &Viewer) -> Vec<ServiceAccountStep> {
        let steps = ServiceAccountStep::VARIANTS.iter().copied();
        steps.filter(|step| account.allows(viewer, *step)).collect()
    }

    #[test]
    fn the_own_administrator_takes_every_step_of_the_state() {
        use ServiceAccountStep::{AddCredential, Edit, Resume, Revoke, Suspend};
        let admin = viewer(OrganizationKind::MemberBrand, &[Role::Ma]);
        let of = |state| steps(&account(state), &admin);
        assert_eq!(of(ServiceAccountState::Active), [Edit, AddCredential, Suspend, Revoke]);
        assert_eq!(of(ServiceAccountState::Suspended), [Edit, Resume, Revoke]);
        assert!(of(ServiceAccountState::Revoked).is_empty());
    }

    #[test]
    fn the_secretariat_shuts_out_and_lets_in_whom_it_shut_out() {
        use ServiceAccountStep::{Resume, Revoke, Suspend};
        let mut admin = viewer(OrganizationKind::Secretariat, &[Role::Sa]);
        admin.organization = Uuid::from_u128(200);
        assert_eq!(steps(&account(ServiceAccountState::Active), &admin), [Suspend, Revoke]);
        let mut suspended = account(ServiceAccountState::Suspended);
        assert_eq!(steps(&suspended, &admin), [Revoke]);
        suspended.suspended_by = Some(admin.organization);
        assert_eq!(steps(&suspended, &admin), [Resume, Revoke]);
        let own = viewer(OrganizationKind::MemberBrand, &[Role::Ma]);
        assert!(!suspended.allows(&own, Resume));
    }

    #[test]
    fn nobody_else_knows_of_it() {
        let mut stranger = viewer(OrganizationKind::MemberBrand, &[Role::Ma]);
        stranger.organization = Uuid::from_u128(300);
        let investigator = viewer(OrganizationKind::MemberBrand, &[Role::Mi]);
        for viewer in [stranger, investigator] {
            assert!(!account(ServiceAccountState::Active).is_seen_by(&viewer));
            assert!(steps(&account(ServiceAccountState::Active), &viewer).is_empty());
        }
    }

    #[test]
    fn networks_are_kept_without_hosts_and_once() {
        let read = |given: &[&str]| networks(&given.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>());
        let kept = read(&["203.0.113.9/24", "203.0.113.0/24", " 2001:db8::7 "]).unwrap();
        let written: Vec<String> = kept.iter().map(ToString::to_string).collect();
        assert_eq!(written, ["203.0.113.0/24", "2001:db8::7/128"]);
        for wrong in ["", "anywhere", "203.0.113.0/33", "203.0.113"] {
            assert_eq!(read(&[wrong]).unwrap_err().code, ErrorCode::BadUserInput, "{wrong}");
        }
        assert!(networks(&vec!["203.0.113.0/24".to_owned(); MOST_NETWORKS + 1]).is_err());
    }

    #[test]
    fn a_credential_ends_within_the_year() {
        let now = Timestamp::UNIX_EPOCH;
        assert_eq!(end(None, now).unwrap(), end(Some(USUAL_DAYS), now).unwrap());
        for wrong in [0, -1, 367, i32::MAX] {
            assert!(end(Some(wrong), now).is_err(), "{wrong}");
        }
    }

    #[test]
    fn scopes_are_in_order_and_at_least_one() {
        let given = vec![
            ServiceScope::ListingsWrite,
            ServiceScope::LeadsRead,
            ServiceScope::ListingsWrite,
        ];
        assert_eq!(
            scopes(given).unwrap(),
            [ServiceScope::LeadsRead, ServiceScope::ListingsWrite]
        );
        assert!(scopes(Vec::new()).is_err());
    }
}
