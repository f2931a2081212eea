//! When people of the demo work: between eight and seven, on the working days of their country.

use std::ops::RangeInclusive;

use jiff::{SignedDuration, Timestamp, ToSpan as _, Zoned, civil, tz::TimeZone};

use super::{dice::Dice, organizations::Organization};
use crate::{
    leads::rules::{self, Clock},
    platform::{
        calendar::Calendar,
        error::{ApiError, Result},
    },
};

const OPENS: i8 = 8;
const CLOSES: i8 = 19;

/// The office of an organisation.
pub(super) struct Office {
    calendar: &'static Calendar,
    zone: TimeZone,
}

impl Office {
    pub(super) fn of(organization: &Organization) -> Result<Self> {
        Ok(Self {
            calendar: Calendar::for_country(organization.country),
            zone: TimeZone::get(organization.time_zone).map_err(ApiError::internal)?,
        })
    }

    /// The clock of something pushed to this office.
    pub(super) fn clock(&self, pushed_at: Timestamp) -> Result<Clock> {
        rules::clock(pushed_at, self.calendar, &self.zone).map_err(ApiError::internal)
    }

    /// A moment of work some minutes after another one.
    pub(super) fn after(&self, from: Timestamp, minutes: RangeInclusive<i64>, dice: &mut Dice) -> Result<Timestamp> {
        let mut at = self.local(from, dice.between(minutes))?;
        while !self.is_open(&at) {
            let early = at.hour() < OPENS && self.works_on(&at);
            let day = if early {
                at.date()
            } else {
                at.date().tomorrow().map_err(ApiError::internal)?
            };
            at = self.on(day, OPENS, dice)?;
        }
        Ok(at.timestamp())
    }

    /// A moment of work some minutes before another one.
    pub(super) fn before(&self, until: Timestamp, minutes: RangeInclusive<i64>, dice: &mut Dice) -> Result<Timestamp> {
        let mut at = self.local(until, -dice.between(minutes))?;
        while !self.is_open(&at) {
            let late = at.hour() >= CLOSES && self.works_on(&at);
            let day = if late {
                at.date()
            } else {
                at.date().yesterday().map_err(ApiError::internal)?
            };
            at = self.on(day, CLOSES - 1, dice)?;
        }
        Ok(at.timestamp())
    }

    fn local(&self, from: Timestamp, minutes: i64) -> Result<Zoned> {
        let moved = from
            .checked_add(SignedDuration::from_mins(minutes))
            .map_err(ApiError::internal)?;
        Ok(moved.to_zoned(self.zone.clone()))
    }

    fn on(&self, day: civil::Date, hour: i8, dice: &mut Dice) -> Result<Zoned> {
        let minute = dice.between(0..=3_599);
        let at = day.at(hour, 0, 0, 0).to_zoned(self.zone.clone());
        at.and_then(|at| at.checked_add(minute.seconds()))
            .map_err(ApiError::internal)
    }

    fn works_on(&self, at: &Zoned) -> bool {
        self.calendar.day(at.date()).working
    }

    fn is_open(&self, at: &Zoned) -> bool {
        self.works_on(at) && (OPENS..CLOSES).contains(&at.hour())
    }
}

/// Minutes of some hours.
pub(super) fn hours(range: RangeInclusive<i64>) -> RangeInclusive<i64> {
    range.start() * 60..=range.end() * 60
}

#[cfg(test)]
mod tests {
    use super::super::organizations::organization;
    use super::*;

    #[test]
    fn nobody_works_at_night_or_on_a_holiday() {
        let office = Office::of(organization("secretariat").unwrap()).unwrap();
        let mut dice = Dice::new(1);
        // The last working day before the holidays of October, in the evening.
        let evening = "2026-09-30T12:30:00Z".parse().unwrap();
        let after = office.after(evening, 0..=0, &mut dice).unwrap();
        assert_eq!(after.to_zoned(office.zone.clone()).date().to_string(), "2026-10-08");
        let morning = "2026-10-08T00:00:00Z".parse().unwrap();
        let before = office.before(morning, 60..=60, &mut dice).unwrap();
        assert_eq!(before.to_zoned(office.zone.clone()).date().to_string(), "2026-09-30");
    }
}
