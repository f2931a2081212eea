//! What agencies, their contact points and their officers are, and who may do what to them; pure.

pub mod area;
pub mod facts;
pub mod hours;
pub mod officer;

use jiff::Timestamp;
use uuid::Uuid;

pub use area::Area;
pub use hours::DutyRange;
pub use officer::{OfficerRow, OfficerState, OfficerStep, Sealed, Standing};

use crate::{
    members::rules::Reach,
    permissions::{Action, Scope, Viewer},
};

/// The kind of the event that tells that an officer was verified, or attested again.
pub const OFFICER_VERIFIED: &str = "OFFICER_VERIFIED";
/// The kind of the event that tells that an officer waits to be verified again, because of a change.
pub const OFFICER_REPROPOSED: &str = "OFFICER_REPROPOSED";
/// The kind of the event that tells that somebody is no officer any more.
pub const OFFICER_REVOKED: &str = "OFFICER_REVOKED";

/// The kind of the event that tells that an officer waits for somebody who says yes.
pub const OFFICER_WAITS: &str = "OFFICER_WAITS";
/// The kind of the event that tells that the attestation of an officer ends soon, or has ended.
pub const OFFICER_ENDING: &str = "OFFICER_ENDING";

/// Most contact points of an agency.
pub const MOST_CONTACTS: u64 = 20;
/// Most officers of an agency, those left out that were revoked.
pub const MOST_OFFICERS: u64 = 200;

/// What kind of agency it is.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
    serde::Serialize,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum AgencyKind {
    /// Police, public security.
    Police,
    /// Market supervision.
    MarketSupervision,
    /// Customs.
    Customs,
    /// A procuratorate or public prosecutor.
    Procuratorate,
    /// A court.
    Court,
    /// Any other.
    Other,
}

/// For what a contact point is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, serde::Serialize)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum ContactRole {
    /// Around the clock, for what cannot wait.
    AroundTheClock,
    /// Customs matters.
    Customs,
    /// Police matters.
    Police,
    /// Technical matters.
    Technical,
    /// Anything else.
    General,
}

/// For what contact data are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum ContactPurpose {
    /// To refer something to the agency, or to follow a referral up.
    Referral,
    /// To plan or carry out an action.
    Action,
    /// To ask something else of the agency.
    Inquiry,
    /// To verify the entry or keep it right.
    Upkeep,
    /// Because something cannot wait.
    Emergency,
}

impl ContactPurpose {
    /// The code in the audit log.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// An agency as it stands in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyRow {
    /// Its id, which is its organisation's.
    pub id: Uuid,
    /// What kind of agency it is.
    pub kind: AgencyKind,
    /// Where it is competent, wide before narrow.
    pub areas: Vec<Area>,
    /// Languages it works in, by ISO 639.
    pub languages: Vec<String>,
    /// IANA time zone.
    pub time_zone: String,
    /// When somebody is there.
    pub duty_hours: Vec<DutyRange>,
    /// What there is to know of working with it.
    pub note: Option<String>,
    /// Counts its changes.
    pub version: i32,
    /// When it was entered.
    pub created_at: Timestamp,
}

impl AgencyRow {
    /// The country from which it is dialled where a number does not say so: that of the first jurisdiction.
    #[must_use]
    pub fn country(&self) -> &str {
        self.areas.first().map_or("", |area| &area.country)
    }
}

/// A contact point as it stands in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactRow {
    /// Its id.
    pub id: Uuid,
    /// The agency.
    pub agency: Uuid,
    /// For what it is there.
    pub role: ContactRole,
    /// What it is called.
    pub label: String,
    /// The address, sealed.
    pub email: Option<String>,
    /// The telephone number, sealed.
    pub phone: Option<String>,
    /// Languages spoken there.
    pub languages: Vec<String>,
    /// When somebody is there; the agency's hours where there are none.
    pub hours: Vec<DutyRange>,
    /// Counts its changes.
    pub version: i32,
    /// When it was entered.
    pub created_at: Timestamp,
}

/// What can be done to an agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum AgencyStep {
    /// Change languages, time zone, duty hours and note.
    Update,
    /// Change its kind and where it is competent.
    Move,
    /// Add a contact point.
    AddContactPoint,
    /// Propose an officer.
    ProposeOfficer,
}

impl AgencyStep {
    /// Whether the viewer may take it. An agency does not say itself where it is competent: members turn to it by that.
    #[must_use]
    pub fn is_open_to(self, viewer: &Viewer, agency: Uuid) -> bool {
        match self {
            Self::Update | Self::AddContactPoint | Self::ProposeOfficer => keeps(viewer, agency),
            Self::Move => keeps_all(viewer),
        }
    }
}

/// What can be done to a contact point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum ContactStep {
    /// Change it.
    Update,
    /// Take it away.
    Remove,
    /// See address and telephone number.
    Reveal,
}

impl ContactStep {
    /// Whether the viewer, who sees the agency, may take it.
    #[must_use]
    pub fn is_open_to(self, viewer: &Viewer, agency: Uuid) -> bool {
        match self {
            Self::Update | Self::Remove => keeps(viewer, agency),
            Self::Reveal => reveals(viewer, agency),
        }
    }
}

/// How far the viewer sees agencies.
#[must_use]
pub fn reach(viewer: &Viewer) -> Reach {
    match viewer.scope(Action::AgencyRead) {
        Scope::No => Reach::Nothing,
        Scope::All => Reach::directory(viewer),
        Scope::Named | Scope::Brand | Scope::Own | Scope::Principal | Scope::Shared => Reach::Own(viewer.organization),
    }
}

/// Whether the viewer keeps every agency's entry.
#[must_use]
pub fn keeps_all(viewer: &Viewer) -> bool {
    viewer.scope(Action::AgencyEdit) == Scope::All
}

/// Whether the viewer keeps the agency's entry.
#[must_use]
pub fn keeps(viewer: &Viewer, agency: Uuid) -> bool {
    has_for(viewer, Action::AgencyEdit, agency)
}

/// Whether the viewer may see in clear how the agency's people and desks are reached.
#[must_use]
pub fn reveals(viewer: &Viewer, agency: Uuid) -> bool {
    has_for(viewer, Action::ContactReveal, agency)
}

fn has_for(viewer: &Viewer, action: Action, agency: Uuid) -> bool {
    match viewer.scope(action) {
        Scope::All => true,
        Scope::Own => viewer.organization == agency,
        Scope::No | Scope::Named | Scope::Brand | Scope::Principal | Scope::Shared => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        members::rules::tests::viewer,
        permissions::{Role, viewer::OrganizationKind},
    };

    #[test]
    fn an_agency_keeps_itself_but_does_not_move() {
        let officer = viewer(OrganizationKind::LeAgency, &[Role::Le]);
        let (own, other) = (officer.organization, Uuid::from_u128(7));
        assert!(AgencyStep::Update.is_open_to(&officer, own) && !AgencyStep::Update.is_open_to(&officer, other));
        assert!(!AgencyStep::Move.is_open_to(&officer, own));
        let desk = viewer(OrganizationKind::Secretariat, &[Role::So]);
        assert!(AgencyStep::Move.is_open_to(&desk, other));
    }

    #[test]
    fn members_see_and_reveal_and_keep_nothing() {
        for (kind, role) in [
            (OrganizationKind::MemberBrand, Role::Ma),
            (OrganizationKind::MemberBrand, Role::Mi),
            (OrganizationKind::AgentFirm, Role::Mc),
        ] {
            let member = viewer(kind, &[role]);
            let agency = Uuid::from_u128(7);
            assert!(
                reach(&member).sees(agency, true) && !reach(&member).sees(agency, false),
                "{role:?}"
            );
            assert!(reveals(&member, agency) && !keeps(&member, agency), "{role:?}");
        }
        let finance = viewer(OrganizationKind::MemberBrand, &[Role::Mf]);
        assert_eq!(reach(&finance), Reach::Nothing);
    }

    #[test]
    fn law_enforcement_sees_its_own_agency_alone() {
        let officer = viewer(OrganizationKind::LeAgency, &[Role::Le]);
        assert!(reach(&officer).sees(officer.organization, true));
        assert!(!reach(&officer).sees(Uuid::from_u128(7), true) && !reveals(&officer, Uuid::from_u128(7)));
    }
}
