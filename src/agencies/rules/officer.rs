//! The life of an officer: which step leads where, and who may take it.
//!
//! ```text
//! PROPOSED ── yes, yes ──▶ VERIFIED ── nobody attests within the year ──▶ LAPSED ── yes, yes ──▶ VERIFIED
//!     ▲                    │  │  ▲ │
//!     └── name, address, ──┘  │  └─┘ attested by one
//!         account change      ▼
//!                          REVOKED, from any of them; final
//! ```
//!
//! Members send what they know of suspects to whoever stands here, so two people of the secretariat say that an officer is
//! who it is said to be, and neither of them is who said it (I15 compares people, not roles). A posting that is known to
//! end sooner ends the attestation with it.

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil::Date, tz::TimeZone};
use uuid::Uuid;

use super::{keeps, reach, reveals};
use crate::{
    permissions::{Action, Viewer},
    platform::error::{ApiError, ErrorCode, Result},
};

/// How many days before an attestation ends the secretariat is reminded; the last one is when it has ended.
pub const REMINDERS: [i16; 4] = [60, 30, 7, 0];
/// So many days after its end an attestation is still told of.
pub const TOLD_AFTER: i64 = 30;
/// How many people say yes.
const YES_NEEDED: usize = 2;

/// Where an officer was left; what time alone does is another matter, see [`OfficerState`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Standing {
    /// Waits for two people of the secretariat.
    Proposed,
    /// Two people said yes.
    Verified,
    /// Is no officer any more; final.
    Revoked,
}

/// Where an officer stands at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum OfficerState {
    /// Waits for two people of the secretariat.
    Proposed,
    /// Two people said yes, or one has attested it again within the year.
    Verified,
    /// Nobody attested it again in time; waits for two people again.
    Lapsed,
    /// Is no officer any more; final.
    Revoked,
}

/// What can be done to an officer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum OfficerStep {
    /// Change what is said of it.
    Update,
    /// Say yes, as one of two.
    Verify,
    /// Attest it for another year.
    Attest,
    /// Say that it is no officer any more.
    Revoke,
    /// See it in clear.
    Reveal,
}

/// Who an officer is and how it is reached, sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// What the agency's address is compared by.
    pub email_hash: String,
    /// The telephone number.
    pub phone: Option<String>,
}

/// An officer as it stands in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficerRow {
    /// Its id.
    pub id: Uuid,
    /// The agency.
    pub agency: Uuid,
    /// The account, where there is one.
    pub person: Option<Uuid>,
    /// The first letter of each word of the name.
    pub masked_name: String,
    /// Who it is and how it is reached.
    pub sealed: Sealed,
    /// Rank or office.
    pub rank: Option<String>,
    /// Unit.
    pub unit: Option<String>,
    /// Languages spoken.
    pub languages: Vec<String>,
    /// Where it was left.
    pub standing: Standing,
    /// The last day of the posting.
    pub posted_until: Option<Date>,
    /// Who entered it, or changed what two people looked at.
    pub proposed_by: Uuid,
    /// When.
    pub proposed_at: Timestamp,
    /// Who said yes first.
    pub first_by: Option<Uuid>,
    /// Who said yes second.
    pub second_by: Option<Uuid>,
    /// Who said yes last.
    pub attested_by: Option<Uuid>,
    /// When.
    pub attested_at: Option<Timestamp>,
    /// Until when that holds.
    pub attested_until: Option<Timestamp>,
    /// Who revoked it.
    pub revoked_by: Option<Uuid>,
    /// When.
    pub revoked_at: Option<Timestamp>,
    /// Why.
    pub reason: Option<String>,
    /// Counts its changes.
    pub version: i32,
    /// When it was entered.
    pub created_at: Timestamp,
}

impl OfficerRow {
    /// Where it stands at a moment.
    #[must_use]
    pub fn state_at(&self, now: Timestamp) -> OfficerState {
        let is_over = self.attested_until.is_none_or(|until| until <= now);
        match self.standing {
            Standing::Proposed => OfficerState::Proposed,
            Standing::Verified if is_over => OfficerState::Lapsed,
            Standing::Verified => OfficerState::Verified,
            Standing::Revoked => OfficerState::Revoked,
        }
    }

    /// Whether members may turn to it at a moment.
    #[must_use]
    pub fn may_act_at(&self, now: Timestamp) -> bool {
        self.state_at(now) == OfficerState::Verified
    }

    /// Those who said yes this time: of one that lapsed, since then.
    #[must_use]
    pub fn yes_at(&self, now: Timestamp) -> Vec<Uuid> {
        if self.state_at(now) == OfficerState::Lapsed && self.second_by.is_some() {
            return Vec::new();
        }
        self.first_by.into_iter().chain(self.second_by).collect()
    }

    /// How many have still to say yes.
    #[must_use]
    pub fn yes_missing_at(&self, now: Timestamp) -> usize {
        match self.state_at(now) {
            OfficerState::Proposed | OfficerState::Lapsed => YES_NEEDED.saturating_sub(self.yes_at(now).len()),
            OfficerState::Verified | OfficerState::Revoked => 0,
        }
    }

    /// Whether the viewer knows of it: whoever keeps its agency, of all; others, of those that were found good. The lists
    /// ask the same of the database.
    #[must_use]
    pub fn is_seen_by(&self, viewer: &Viewer, is_active: bool) -> bool {
        reach(viewer).sees(self.agency, is_active)
            && (self.standing == Standing::Verified || keeps(viewer, self.agency))
    }

    /// Whether somebody who knows of it may take a step.
    ///
    /// # Errors
    /// `FORBIDDEN`; `TRANSITION_NOT_ALLOWED`, also where the posting is over; `FOUR_EYES` where who said who it is, or who
    /// said yes already, would say yes.
    pub fn check(&self, viewer: &Viewer, step: OfficerStep, now: Timestamp) -> Result<()> {
        let is_open = match step {
            OfficerStep::Update | OfficerStep::Revoke => keeps(viewer, self.agency),
            OfficerStep::Verify | OfficerStep::Attest => viewer.has(Action::OfficerVerify),
            OfficerStep::Reveal => reveals(viewer, self.agency),
        };
        if !is_open {
            return Err(ErrorCode::Forbidden.into());
        }
        let state = self.state_at(now);
        let fits = match step {
            OfficerStep::Update | OfficerStep::Revoke | OfficerStep::Reveal => state != OfficerState::Revoked,
            OfficerStep::Verify => matches!(state, OfficerState::Proposed | OfficerState::Lapsed),
            OfficerStep::Attest => state == OfficerState::Verified,
        };
        if !fits {
            return Err(ErrorCode::TransitionNotAllowed.into());
        }
        match step {
            OfficerStep::Verify | OfficerStep::Attest => self.check_yes(viewer.person, step, now),
            OfficerStep::Update | OfficerStep::Revoke | OfficerStep::Reveal => Ok(()),
        }
    }

    fn check_yes(&self, who: Uuid, step: OfficerStep, now: Timestamp) -> Result<()> {
        if self.posted_until.is_some_and(|day| day < today(now)) {
            let text = "The posting is over. Change its last day, or revoke the officer.";
            return Err(ApiError::because(ErrorCode::TransitionNotAllowed, text));
        }
        let is_own = self.proposed_by == who || self.person == Some(who) || self.yes_at(now).contains(&who);
        if step == OfficerStep::Verify && is_own {
            return Err(ErrorCode::FourEyes.into());
        }
        Ok(())
    }

    /// It with one more who says yes, in the time zone of its agency; the second one makes it verified.
    #[must_use]
    pub fn with_yes(self, who: Uuid, zone: &str, now: Timestamp) -> Self {
        match self.yes_at(now).first().copied() {
            None => Self {
                first_by: Some(who),
                second_by: None,
                ..self
            },
            Some(first) => Self {
                first_by: Some(first),
                second_by: Some(who),
                standing: Standing::Verified,
                ..self.attested(who, zone, now)
            },
        }
    }

    /// It attested for another year.
    #[must_use]
    pub fn attested(self, who: Uuid, zone: &str, now: Timestamp) -> Self {
        Self {
            attested_by: Some(who),
            attested_at: Some(now),
            attested_until: Some(until(now, self.posted_until, zone)),
            ..self
        }
    }

    /// It as somebody proposes it anew: what was said of it before counts no more.
    #[must_use]
    pub fn proposed_anew(self, who: Uuid, now: Timestamp) -> Self {
        Self {
            standing: Standing::Proposed,
            proposed_by: who,
            proposed_at: now,
            first_by: None,
            second_by: None,
            attested_by: None,
            attested_at: None,
            attested_until: None,
            ..self
        }
    }

    /// It with another last day of the posting: an attestation never outlasts it, and is not made longer by it.
    #[must_use]
    pub fn posted(self, posted_until: Option<Date>, zone: &str) -> Self {
        let end = posted_until.and_then(|day| end_of(day, zone));
        let attested_until = match (self.attested_until, end) {
            (Some(until), Some(end)) => Some(until.min(end)),
            (until, _) => until,
        };
        Self {
            posted_until,
            attested_until,
            ..self
        }
    }
}

/// The day it is by Greenwich time, by which last days are judged.
#[must_use]
pub fn today(now: Timestamp) -> Date {
    now.to_zoned(TimeZone::UTC).date()
}

/// Until when a yes holds that is said now: a year, or until the end of the posting.
fn until(now: Timestamp, posted_until: Option<Date>, zone: &str) -> Timestamp {
    let local = now.to_zoned(TimeZone::get(zone).unwrap_or(TimeZone::UTC));
    let year = local.checked_add(1.year()).map_or(now, |then| then.timestamp());
    let end = posted_until.and_then(|day| end_of(day, zone));
    end.map_or(year, |end| year.min(end))
}

/// The end of a day in a zone.
fn end_of(day: Date, zone: &str) -> Option<Timestamp> {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let next = day.tomorrow().ok()?.to_zoned(zone).ok()?;
    Some(next.timestamp())
}

/// Of how many days the secretariat is to be told, where the attestation ends at `until` and the fewest it was told of are
/// `told`.
#[must_use]
pub fn reminder(until: Timestamp, told: Option<i32>, now: Timestamp) -> Option<i16> {
    let left = until.duration_since(now);
    let is_reached = |days: &i16| left <= SignedDuration::from_hours(24 * i64::from(*days));
    let due = REMINDERS.into_iter().filter(is_reached).min()?;
    told.is_none_or(|told| i32::from(due) < told).then_some(due)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        members::rules::tests::viewer,
        permissions::{Role, viewer::OrganizationKind},
    };

    const ZONE: &str = "Asia/Shanghai";

    fn officer() -> OfficerRow {
        OfficerRow {
            id: Uuid::from_u128(1),
            agency: Uuid::from_u128(700),
            person: None,
            masked_name: "邱•••".to_owned(),
            sealed: Sealed {
                name: "1.a".to_owned(),
                email: "1.b".to_owned(),
                email_hash: "c".to_owned(),
                phone: None,
            },
            rank: None,
            unit: None,
            languages: vec!["zh".to_owned()],
            standing: Standing::Proposed,
            posted_until: None,
            proposed_by: Uuid::from_u128(3),
            proposed_at: start(),
            first_by: None,
            second_by: None,
            attested_by: None,
            attested_at: None,
            attested_until: None,
            revoked_by: None,
            revoked_at: None,
            reason: None,
            version: 1,
            created_at: start(),
        }
    }

    fn start() -> Timestamp {
        "2026-03-09T01:00:00Z".parse().unwrap()
    }

    fn after(days: i64) -> Timestamp {
        start() + SignedDuration::from_hours(24 * days)
    }

    fn desk(person: u128) -> Viewer {
        let mut desk = viewer(OrganizationKind::Secretariat, &[Role::Sa, Role::So]);
        desk.person = Uuid::from_u128(person);
        desk
    }

    fn verified() -> OfficerRow {
        let first = officer().with_yes(Uuid::from_u128(4), ZONE, start());
        first.with_yes(Uuid::from_u128(5), ZONE, start())
    }

    fn code(row: &OfficerRow, person: u128, step: OfficerStep, now: Timestamp) -> Result<(), ErrorCode> {
        row.check(&desk(person), step, now).map_err(|error| error.code)
    }

    #[test]
    fn i15_two_who_did_not_propose_say_yes() {
        let row = officer();
        assert_eq!(code(&row, 3, OfficerStep::Verify, start()), Err(ErrorCode::FourEyes));
        assert_eq!(code(&row, 4, OfficerStep::Verify, start()), Ok(()));
        let row = row.with_yes(Uuid::from_u128(4), ZONE, start());
        assert_eq!(
            (row.state_at(start()), row.yes_missing_at(start())),
            (OfficerState::Proposed, 1)
        );
        assert_eq!(code(&row, 4, OfficerStep::Verify, start()), Err(ErrorCode::FourEyes));
        assert_eq!(code(&row, 5, OfficerStep::Verify, start()), Ok(()));
        let row = row.with_yes(Uuid::from_u128(5), ZONE, start());
        assert_eq!(
            (row.state_at(start()), row.yes_missing_at(start())),
            (OfficerState::Verified, 0)
        );
    }

    #[test]
    fn a_year_later_it_lapses_and_waits_for_two_again() {
        let row = verified();
        assert_eq!(row.state_at(after(364)), OfficerState::Verified);
        assert_eq!(row.state_at(after(365)), OfficerState::Lapsed);
        assert_eq!((row.yes_at(after(365)).len(), row.yes_missing_at(after(365))), (0, 2));
        let attest = OfficerStep::Attest;
        assert_eq!(code(&row, 4, attest, after(365)), Err(ErrorCode::TransitionNotAllowed));
        assert_eq!(code(&row, 3, attest, after(364)), Ok(()));
        let row = row.with_yes(Uuid::from_u128(5), ZONE, after(366));
        assert_eq!(
            (row.state_at(after(366)), row.yes_missing_at(after(366))),
            (OfficerState::Lapsed, 1)
        );
        assert_eq!(code(&row, 5, OfficerStep::Verify, after(366)), Err(ErrorCode::FourEyes));
        let row = row.with_yes(Uuid::from_u128(4), ZONE, after(367));
        assert_eq!(row.state_at(after(367)), OfficerState::Verified);
    }

    #[test]
    fn an_attestation_does_not_outlast_the_posting() {
        let mut row = officer();
        row.posted_until = Some(date(2026, 5, 31));
        let row = row
            .with_yes(Uuid::from_u128(4), ZONE, start())
            .with_yes(Uuid::from_u128(5), ZONE, start());
        assert_eq!(row.attested_until, Some("2026-05-31T16:00:00Z".parse().unwrap()));
        let longer = row.clone().posted(Some(date(2026, 9, 30)), ZONE);
        assert_eq!(
            longer.attested_until, row.attested_until,
            "nobody attested it for longer"
        );
        let shorter = row.posted(Some(date(2026, 4, 30)), ZONE);
        assert_eq!(shorter.attested_until, Some("2026-04-30T16:00:00Z".parse().unwrap()));
        let over = code(&shorter, 4, OfficerStep::Verify, after(100));
        assert_eq!(over, Err(ErrorCode::TransitionNotAllowed));
    }

    #[test]
    fn a_change_of_who_it_is_makes_it_wait_again() {
        let row = verified().proposed_anew(Uuid::from_u128(5), after(1));
        assert_eq!(
            (row.state_at(after(1)), row.yes_missing_at(after(1))),
            (OfficerState::Proposed, 2)
        );
        assert_eq!(code(&row, 5, OfficerStep::Verify, after(1)), Err(ErrorCode::FourEyes));
    }

    #[test]
    fn members_know_of_those_that_were_found_good() {
        let member = viewer(OrganizationKind::MemberBrand, &[Role::Mi]);
        assert!(!officer().is_seen_by(&member, true) && verified().is_seen_by(&member, true));
        assert!(!verified().is_seen_by(&member, false));
        assert!(officer().is_seen_by(&desk(3), true));
        let mut revoked = verified();
        revoked.standing = Standing::Revoked;
        assert!(!revoked.is_seen_by(&member, true) && revoked.is_seen_by(&desk(3), true));
        for step in [OfficerStep::Update, OfficerStep::Verify, OfficerStep::Reveal] {
            assert_eq!(code(&revoked, 9, step, start()), Err(ErrorCode::TransitionNotAllowed));
        }
    }

    #[test]
    fn an_agency_revokes_its_own_officers_and_verifies_none() {
        let mut own = viewer(OrganizationKind::LeAgency, &[Role::Le]);
        own.organization = officer().agency;
        assert!(verified().check(&own, OfficerStep::Revoke, start()).is_ok());
        assert!(officer().check(&own, OfficerStep::Verify, start()).is_err());
        own.organization = Uuid::from_u128(701);
        assert!(verified().check(&own, OfficerStep::Revoke, start()).is_err());
    }

    #[test]
    fn reminders_come_once_for_each_step() {
        let until = after(365);
        let due = |day, told| reminder(until, told, after(day));
        assert_eq!(due(304, None), None);
        assert_eq!(due(305, None), Some(60));
        assert_eq!(due(306, Some(60)), None);
        assert_eq!(due(340, Some(60)), Some(30));
        assert_eq!(due(360, None), Some(7), "after a pause the nearest alone");
        assert_eq!(due(365, Some(7)), Some(0));
        assert_eq!(due(366, Some(0)), None);
    }
}
