//! IP rights: what protects a brand, who has looked at the proof of it, and what may happen to it; pure.
//!
//! ```text
//! DRAFT → SUBMITTED → VERIFIED ⇄ DISPUTED → INVALIDATED
//!   ↑        │ │         │ └──────────────────↑
//!   │        │ └→ REJECTED
//!   └────────┴─────┴─────┘ (taken back, to be changed)
//! ```
//!
//! Who submitted a right never verifies it. By its last day a verified right is EXPIRING and then EXPIRED. A renewal waits
//! beside the right until it is verified as the right was; until then the old last day counts. Days are days in UTC.

mod facts;
mod force;
mod forms;
pub mod register;
mod steps;

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};
use uuid::Uuid;

pub use facts::{IpRightFacts, IpRightKind, check_complete, check_last_day, checked, protected_brands};
pub use force::{Lack, in_force_on, territories_of};
pub use forms::check_country;
pub use steps::{IpRightStep, allowed_on_ip_right, permit, permit_entry, reason_after, take};

use crate::{
    members::rules::{Reach, organization::may},
    permissions::{Action, Viewer},
};

/// Most rights of an organisation.
pub const MOST_RIGHTS: u64 = 20_000;
/// From so many days before its last one on a right is expiring, and its owner is reminded when as many days are left.
pub const REMINDERS: [i16; 4] = [180, 90, 30, 7];

/// Where a right was left; its dates are another matter, see [`IpRightState`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Standing {
    /// Being written.
    Draft,
    /// Waits for the secretariat.
    Submitted,
    /// Found wanting; to be changed and submitted again.
    Rejected,
    /// Somebody else has looked at the proof.
    Verified,
    /// Somebody has challenged it, and nothing is decided.
    Disputed,
    /// It has no effect, from its beginning or from a later day on; final.
    Invalidated,
}

impl Standing {
    /// Whether everybody who knows the brand may know of it: it is, or was, in a public register.
    #[must_use]
    pub fn is_public(self) -> bool {
        match self {
            Self::Verified | Self::Disputed | Self::Invalidated => true,
            Self::Draft | Self::Submitted | Self::Rejected => false,
        }
    }
}

/// Where a right stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum IpRightState {
    /// Being written.
    Draft,
    /// Waits for the secretariat.
    Submitted,
    /// Found wanting; to be changed and submitted again.
    Rejected,
    /// Somebody else has looked at the proof.
    Verified,
    /// Verified, and its last day is near.
    Expiring,
    /// Verified, and its last day is over.
    Expired,
    /// Somebody has challenged it, and nothing is decided.
    Disputed,
    /// It has no effect, from its beginning or from a later day on; final.
    Invalidated,
}

/// A later last day that waits to be verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Renewal {
    /// The last day it would have.
    pub expires_on: Date,
    /// Who says so.
    pub submitted_by: Uuid,
}

/// A right as it stands in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IpRightRow {
    /// Its id.
    pub id: Uuid,
    /// The right holder: its owner, or who has a licence of it.
    pub organization_id: Uuid,
    /// What the right holder says of it.
    pub facts: IpRightFacts,
    /// Where it was left.
    pub standing: Standing,
    /// Who submitted it last.
    pub submitted_by: Option<Uuid>,
    /// When it was submitted last.
    pub submitted_at: Option<Timestamp>,
    /// Who verified it.
    pub verified_by: Option<Uuid>,
    /// When it was verified.
    pub verified_at: Option<Timestamp>,
    /// Why it stands where it stands, or why its renewal was found wanting; see [`reason_after`].
    pub reason: Option<String>,
    /// The day from which on it has no effect, where it was invalidated.
    pub invalid_from: Option<Date>,
    /// A renewal that waits to be verified.
    pub renewal: Option<Renewal>,
    /// Counts its changes.
    pub version: i32,
    /// When it was entered.
    pub created_at: Timestamp,
}

impl IpRightRow {
    /// Where it stands on a day.
    #[must_use]
    pub fn state_on(&self, today: Date) -> IpRightState {
        match self.standing {
            Standing::Draft => IpRightState::Draft,
            Standing::Submitted => IpRightState::Submitted,
            Standing::Rejected => IpRightState::Rejected,
            Standing::Disputed => IpRightState::Disputed,
            Standing::Invalidated => IpRightState::Invalidated,
            Standing::Verified => match self.days_left(today) {
                Some(left) if left < 0 => IpRightState::Expired,
                Some(left) if left <= i32::from(REMINDERS[0]) => IpRightState::Expiring,
                Some(_) | None => IpRightState::Verified,
            },
        }
    }

    /// The days until its last one, negative once that is over; `None` where it has no last day.
    #[must_use]
    pub fn days_left(&self, today: Date) -> Option<i32> {
        let last = self.facts.expires_on?;
        today.until(last).ok().map(|span| span.get_days())
    }

    /// Whether the viewer may know of it, given whether the right holder is active: of one that was verified whoever
    /// knows the right holder; of one that was not, who [keeps](Self::is_kept_by) it, but the secretariat no draft.
    #[must_use]
    pub fn is_seen_by(&self, viewer: &Viewer, holder_active: bool, now: Timestamp) -> bool {
        let in_directory = Reach::directory(viewer).sees(self.organization_id, holder_active);
        let verifies = self.standing != Standing::Draft && judges(viewer);
        self.is_the_viewers(viewer, now) || verifies || self.standing.is_public() && in_directory
    }

    /// Whether the viewer may know how it is handled: who submitted and verified it and why, and what renewal waits. That
    /// is between the holder, its agents for these brands, and those who verify rights.
    #[must_use]
    pub fn is_kept_by(&self, viewer: &Viewer, now: Timestamp) -> bool {
        self.is_the_viewers(viewer, now) || judges(viewer)
    }

    fn is_the_viewers(&self, viewer: &Viewer, now: Timestamp) -> bool {
        let (holder, brands) = (self.organization_id, &self.facts.brands);
        holder == viewer.organization || may(viewer, Action::IpRightEdit, holder, brands, now)
    }
}

/// Whether the viewer verifies rights.
#[must_use]
pub fn judges(viewer: &Viewer) -> bool {
    viewer.active && viewer.has(Action::IpRightVerify)
}

/// The day of a moment.
#[must_use]
pub fn today(now: Timestamp) -> Date {
    now.to_zoned(TimeZone::UTC).date()
}

/// The last day that is so many days after today.
#[must_use]
pub fn days_after(today: Date, days: i16) -> Date {
    let later = today.checked_add(SignedDuration::from_hours(24 * i64::from(days)));
    later.unwrap_or(Date::MAX)
}

/// Of how many days the holder is to be told, where `left` are left and the fewest it was told of are `told`.
#[must_use]
pub fn reminder(left: i32, told: Option<i32>) -> Option<i16> {
    let reached = REMINDERS.into_iter().filter(|days| left <= i32::from(*days));
    let due = reached.min()?;
    told.is_none_or(|told| i32::from(due) < told).then_some(due)
}

#[cfg(test)]
pub(super) mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        members::rules::tests::viewer,
        permissions::{
            Role,
            viewer::{Mandate, OrganizationKind, PoaAction},
        },
        rights::rules::tests::at,
    };

    pub(in crate::rights::rules) fn right(standing: Standing) -> IpRightRow {
        IpRightRow {
            id: Uuid::from_u128(5),
            organization_id: Uuid::from_u128(700),
            facts: facts::tests::trade_mark(),
            standing,
            submitted_by: Some(Uuid::from_u128(9)),
            submitted_at: None,
            verified_by: None,
            verified_at: None,
            reason: None,
            invalid_from: None,
            renewal: None,
            version: 1,
            created_at: at(date(2020, 1, 1)),
        }
    }

    #[test]
    fn states_follow_the_last_day() {
        let mut row = right(Standing::Verified);
        row.facts.expires_on = Some(date(2026, 7, 1));
        let states = [
            (date(2026, 1, 1), IpRightState::Verified),
            (date(2026, 1, 2), IpRightState::Expiring),
            (date(2026, 7, 1), IpRightState::Expiring),
            (date(2026, 7, 2), IpRightState::Expired),
        ];
        for (day, expected) in states {
            assert_eq!(row.state_on(day), expected, "{day}");
        }
        row.facts.expires_on = None;
        assert_eq!(row.state_on(date(2199, 1, 1)), IpRightState::Verified);
        assert_eq!(days_after(date(2026, 1, 2), REMINDERS[0]), date(2026, 7, 1));
    }

    #[test]
    fn each_reminder_comes_once_and_after_a_pause_the_nearest() {
        let cases = [
            (181, None, None),
            (180, None, Some(180)),
            (91, Some(180), None),
            (90, Some(180), Some(90)),
            (29, Some(180), Some(30)),
            (29, Some(30), None),
            (0, Some(30), Some(7)),
            (0, Some(7), None),
        ];
        for (left, told, expected) in cases {
            assert_eq!(reminder(left, told), expected, "{left} left, told of {told:?}");
        }
    }

    /// Who knows of a right in which standing.
    #[test]
    fn unverified_rights_are_the_holders_matter() {
        let now = at(date(2026, 6, 1));
        let holder = Uuid::from_u128(700);
        let own = |role| Viewer {
            organization: holder,
            ..viewer(OrganizationKind::MemberBrand, &[role])
        };
        let agent = |action, brands| Viewer {
            mandates: vec![Mandate {
                principal: holder,
                principal_active: true,
                brands,
                actions: vec![action],
                valid_from: at(date(2026, 1, 1)),
                valid_until: at(date(2027, 1, 1)),
            }],
            ..viewer(OrganizationKind::AgentFirm, &[Role::Mc])
        };
        let protected = facts::tests::trade_mark().brands;
        let other = viewer(OrganizationKind::MemberBrand, &[Role::Ma]);
        let officer = viewer(OrganizationKind::Secretariat, &[Role::So]);
        let police = viewer(OrganizationKind::LeAgency, &[Role::Le]);
        // (who, a draft, a submitted one, a verified one)
        let cases = [
            ("an administrator of the holder", own(Role::Ma), true, true, true),
            ("finance of the holder", own(Role::Mf), true, true, true),
            ("an agent", agent(PoaAction::ManageBrands, None), true, true, true),
            (
                "an agent of the brand",
                agent(PoaAction::ManageBrands, Some(protected)),
                true,
                true,
                true,
            ),
            (
                "an agent of another brand",
                agent(PoaAction::ManageBrands, Some(vec![holder])),
                false,
                false,
                true,
            ),
            (
                "an agent who only reads leads",
                agent(PoaAction::ReadLeads, None),
                false,
                false,
                true,
            ),
            ("the desk", officer, false, true, true),
            ("another member", other, false, false, true),
            ("police", police, false, false, true),
        ];
        for (who, viewer, draft, submitted, verified) in cases {
            let sees = |standing| right(standing).is_seen_by(&viewer, true, now);
            assert_eq!(sees(Standing::Draft), draft, "{who}, draft");
            assert_eq!(
                (sees(Standing::Submitted), sees(Standing::Rejected)),
                (submitted, submitted),
                "{who}, submitted"
            );
            for standing in [Standing::Verified, Standing::Disputed, Standing::Invalidated] {
                assert_eq!(sees(standing), verified, "{who}, {standing:?}");
            }
            // Of a holder that is shut out, and what stands behind a right: the holder, its agents and the desk.
            let row = right(Standing::Verified);
            assert_eq!(
                row.is_seen_by(&viewer, false, now),
                submitted,
                "{who}, suspended holder"
            );
            assert_eq!(row.is_kept_by(&viewer, now), submitted, "{who}, handling");
        }
    }
}
