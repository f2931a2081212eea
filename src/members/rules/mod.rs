//! The vocabulary of members and what a viewer finds in the directory; pure.

pub mod digest_filter;
pub mod facts;
pub mod organization;
pub mod person;

use jiff::Timestamp;
use strum::VariantArray as _;
use uuid::Uuid;

pub use digest_filter::{DigestFilter, DigestRole};

use crate::permissions::{Action, Role, Scope, Viewer, viewer::OrganizationKind};

/// Where an organisation stands in its membership.
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
pub enum OrganizationState {
    /// Asked to join; its first person has an invitation.
    Invited,
    /// Has applied.
    Applied,
    /// The secretariat is looking into the application.
    UnderReview,
    /// In membership.
    Active,
    /// Shut out for the time being.
    Suspended,
    /// Left of its own will; final.
    Withdrawn,
    /// Shut out for good; final.
    Expelled,
    /// For trials, beside an organisation that is real. Whatever asks for active organisations leaves it out.
    Sandbox,
}

/// The alliance's twelve industries.
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
pub enum Industry {
    /// Luxury goods.
    Luxury,
    /// Jewellery and watches.
    Jewellery,
    /// Clothing.
    Apparel,
    /// Shoes.
    Footwear,
    /// Cosmetics and personal care.
    Cosmetics,
    /// Phones, wearables and other smart devices.
    SmartDevices,
    /// Other electronics.
    Electronics,
    /// Food and drink.
    FoodAndDrink,
    /// Household goods.
    Household,
    /// Medicines and health.
    Pharma,
    /// Vehicles and their parts.
    Automotive,
    /// Toys.
    Toys,
}

/// Where a person stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum PersonState {
    /// Has not set a password yet.
    Invited,
    /// Can sign in.
    Active,
    /// Shut out.
    Suspended,
}

/// A language of portal and mails.
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
pub enum Language {
    /// English.
    En,
    /// Simplified Chinese.
    ZhHans,
}

/// How often the digest goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum DigestFrequency {
    /// Once a day.
    Daily,
    /// Once a week.
    Weekly,
    /// As soon as something new comes, and once a day what is due.
    Immediate,
    /// Never.
    Off,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
#[expect(missing_docs, reason = "the variants are the names of the days")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// Its number by ISO 8601: 1 for Monday.
    #[must_use]
    pub fn number(self) -> i8 {
        self as i8 + 1
    }

    /// The day of a number.
    #[must_use]
    pub fn numbered(number: i32) -> Option<Self> {
        let place = usize::try_from(number.checked_sub(1)?).ok()?;
        Self::VARIANTS.get(place).copied()
    }
}

/// The hours in which nothing goes out at once, in the person's time zone: from the one on until the other begins, over
/// midnight where `from` is the later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuietHours {
    /// The first hour, 0–23.
    pub from: i32,
    /// The hour that is no longer quiet, 0–23, another one.
    pub to: i32,
}

impl QuietHours {
    /// Whether an hour is quiet.
    #[must_use]
    pub fn cover(self, hour: i32) -> bool {
        if self.from < self.to {
            (self.from..self.to).contains(&hour)
        } else {
            hour >= self.from || hour < self.to
        }
    }
}

/// An organisation as it stands in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationRow {
    /// Its id.
    pub id: Uuid,
    /// Its kind.
    pub kind: OrganizationKind,
    /// Legal name.
    pub name: String,
    /// Legal name in Chinese.
    pub name_zh: Option<String>,
    /// Where it stands.
    pub state: OrganizationState,
    /// Its industry.
    pub industry: Option<Industry>,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Administrative division below the country.
    pub division_code: Option<String>,
    /// IANA time zone.
    pub time_zone: String,
    /// Language of its mails.
    pub language: Language,
    /// When it became active first.
    pub joined_at: Option<Timestamp>,
    /// Who invited it; that person may not approve it.
    pub invited_by: Option<Uuid>,
    /// Who suspended it last; that person may not expel it.
    pub suspended_by: Option<Uuid>,
    /// The organisation whose sandbox it is, or the sandbox whose right holder it is.
    pub sandbox_of: Option<Uuid>,
    /// Counts its changes.
    pub version: i32,
    /// When it was invited.
    pub created_at: Timestamp,
}

/// What a person set up for itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Language of portal and mails.
    pub language: Language,
    /// IANA time zone.
    pub time_zone: String,
    /// How often the digest goes out.
    pub digest: DigestFrequency,
    /// Local hour of the digest, 0–23.
    pub digest_hour: i32,
    /// Whether the digest keeps to the working days of the organisation's calendar.
    pub working_days_only: bool,
    /// The day of a weekly digest.
    pub digest_weekday: Weekday,
    /// When nothing goes out at once; `None` for no such hours.
    pub quiet_hours: Option<QuietHours>,
    /// When frequency or weekday were chosen: a week whose day was over by then has no digest any more.
    pub digest_since: Timestamp,
    /// Whether a mail tells which of the organisation's rights end soon.
    pub expiry_reminders: bool,
    /// Of which deliveries and leads the digest tells.
    pub digest_filter: DigestFilter,
}

/// A person as it stands in the database, with roles and brand scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// Its id.
    pub id: Uuid,
    /// Its organisation.
    pub organization: Uuid,
    /// Its name.
    pub name: String,
    /// Normalised address, unique.
    pub email: String,
    /// Where it stands.
    pub state: PersonState,
    /// Whether it has set a password.
    pub has_password: bool,
    /// Whether it has a second factor.
    pub enrolled: bool,
    /// Whether it is a service account and no person.
    pub is_service: bool,
    /// Its roles, in the order of the table.
    pub roles: Vec<Role>,
    /// The brands it is limited to; `None` means all.
    pub brand_scope: Option<Vec<Uuid>>,
    /// What it set up for itself.
    pub settings: Settings,
    /// When it signed in last.
    pub last_sign_in_at: Option<Timestamp>,
    /// Since when no mails go to it but those about its way in, and why.
    pub mail_suspended: Option<(Timestamp, crate::mail::TroubleKind)>,
    /// Counts its changes.
    pub version: i32,
    /// When it was invited.
    pub created_at: Timestamp,
}

/// An active person of an active organisation, as far as audiences need to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivePerson {
    /// The person.
    pub id: Uuid,
    /// Its organisation.
    pub organization: Uuid,
    /// Its roles.
    pub roles: Vec<Role>,
    /// The brands it is limited to; `None` means all.
    pub brand_scope: Option<Vec<Uuid>>,
}

/// How far into the directory a viewer sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Nothing of it.
    Nothing,
    /// The own organisation, in whatever state.
    Own(Uuid),
    /// The own organisation, and what is active of the others.
    Active(Uuid),
    /// Everything; the own organisation is named for the rules that ask.
    All(Uuid),
}

impl Reach {
    /// How far `viewer` sees organisations and brands. Only who manages organisations sees those that are not active.
    #[must_use]
    pub fn directory(viewer: &Viewer) -> Self {
        let own = viewer.organization;
        match (viewer.active, viewer.scope(Action::OrganizationManage)) {
            (false, _) => Self::Own(own),
            // Trials go on among themselves.
            (true, _) if viewer.sandbox().is_some() => Self::Own(own),
            (true, Scope::All) => Self::All(own),
            (true, _) => Self::Active(own),
        }
    }

    /// How far `viewer` sees people.
    #[must_use]
    pub fn people(viewer: &Viewer) -> Self {
        let own = viewer.organization;
        match (viewer.active, viewer.scope(Action::PersonRead)) {
            (_, Scope::No) => Self::Nothing,
            (false, _) => Self::Own(own),
            (true, Scope::All) => Self::All(own),
            (true, _) => Self::Active(own),
        }
    }

    /// Of which organisations `viewer` manages the people.
    #[must_use]
    pub fn managed(viewer: &Viewer) -> Self {
        let own = viewer.organization;
        match viewer.scope(Action::UserManage) {
            Scope::All => Self::All(own),
            Scope::Own => Self::Own(own),
            Scope::No | Scope::Named | Scope::Brand | Scope::Principal | Scope::Shared => Self::Nothing,
        }
    }

    /// Whether something of `organization` is seen, given whether it is active.
    #[must_use]
    pub fn sees(self, organization: Uuid, is_active: bool) -> bool {
        match self {
            Self::Nothing => false,
            Self::Own(own) => organization == own,
            Self::Active(own) => organization == own || is_active,
            Self::All(_) => true,
        }
    }

    /// Whether more than names is seen of the people of `organization`: addresses, roles, the last sign-in.
    #[must_use]
    pub fn knows(self, organization: Uuid) -> bool {
        match self {
            Self::Nothing => false,
            Self::Own(own) | Self::Active(own) => organization == own,
            Self::All(_) => true,
        }
    }
}

/// The role an organisation's first person holds.
#[must_use]
pub fn first_role(kind: OrganizationKind) -> Role {
    match kind {
        OrganizationKind::MemberBrand | OrganizationKind::Association | OrganizationKind::AgentFirm => Role::Ma,
        OrganizationKind::LeAgency => Role::Le,
        OrganizationKind::Lab => Role::Ap,
        OrganizationKind::Platform => Role::Ps,
        OrganizationKind::Secretariat => Role::Sa,
        OrganizationKind::Auditor => Role::Au,
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A person of an active organisation of `kind` with `roles`, unlimited.
    pub(crate) fn viewer(kind: OrganizationKind, roles: &[Role]) -> Viewer {
        Viewer {
            person: Uuid::from_u128(1),
            session: None,
            organization: Uuid::from_u128(100),
            kind,
            active: true,
            roles: roles.to_vec(),
            brand_scope: None,
            mandates: Vec::new(),
            groups: Vec::new(),
            country: "CN".to_owned(),
            division: None,
            enrolled: false,
            confined: false,
            service: None,
        }
    }

    #[test]
    fn only_who_manages_organisations_sees_the_inactive_ones() {
        let other = Uuid::from_u128(7);
        let own = Uuid::from_u128(100);
        let admin = Reach::directory(&viewer(OrganizationKind::Secretariat, &[Role::Sa]));
        let officer = Reach::directory(&viewer(OrganizationKind::Secretariat, &[Role::So]));
        let member = Reach::directory(&viewer(OrganizationKind::MemberBrand, &[Role::Ma]));
        assert!(admin.sees(other, false));
        for reach in [officer, member] {
            assert!(reach.sees(own, false) && reach.sees(other, true) && !reach.sees(other, false));
        }
    }

    #[test]
    fn applicants_see_themselves_whatever_their_roles() {
        let mut applicant = viewer(OrganizationKind::Secretariat, &[Role::Sa, Role::So]);
        applicant.active = false;
        for reach in [Reach::directory(&applicant), Reach::people(&applicant)] {
            assert_eq!(reach, Reach::Own(applicant.organization));
            assert!(!reach.knows(Uuid::from_u128(7)));
        }
    }

    #[test]
    fn only_the_own_people_are_known_by_more_than_their_names() {
        let own = Uuid::from_u128(100);
        let other = Uuid::from_u128(7);
        let member = Reach::people(&viewer(OrganizationKind::MemberBrand, &[Role::Mi]));
        assert!(member.knows(own) && !member.knows(other) && member.sees(other, true));
        let officer = Reach::people(&viewer(OrganizationKind::Secretariat, &[Role::So]));
        assert!(officer.knows(other));
        let service = Reach::people(&viewer(OrganizationKind::Platform, &[Role::Ps]));
        assert_eq!(service, Reach::Nothing);
        assert!(!service.sees(own, true));
    }

    #[test]
    fn the_first_person_may_hold_its_role() {
        for kind in OrganizationKind::VARIANTS {
            assert!(kind.roles().contains(&first_role(*kind)), "{kind:?}");
        }
    }
}
