//! What is counted and how it is said: by definition, as of a moment, and nothing small across organisations.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::codes::codes;
use crate::platform::error::{ApiError, Result};

codes! {
    /// A figure with a definition of its own.
    FigureCode {
        /// Leads that went to law enforcement.
        LeadsReferred,
        /// Referrals sent to law enforcement.
        ReferralsSent,
        /// Those that law enforcement accepted.
        ReferralsAccepted,
        /// Actions done.
        Actions,
        /// Sites dealt with.
        Sites,
        /// People met with and held.
        Suspects,
        /// Actions for each lead.
        ActionsPerLead,
        /// Sites for each action.
        SitesPerAction,
        /// People for each action.
        SuspectsPerAction,
    }
    /// Of whom figures are.
    StatisticsScope {
        /// Of actions in which the viewer's organisation has a part.
        Own,
        /// Of all.
        Alliance,
    }
}

impl FigureCode {
    /// What it counts, in words.
    #[must_use]
    pub fn definition(self) -> &'static str {
        match self {
            Self::LeadsReferred => {
                "Different leads in referrals sent to law enforcement in the period (by UTC) and neither withdrawn nor \
                 retracted."
            }
            Self::ReferralsSent => {
                "Referrals sent to law enforcement in the period (by UTC) and neither withdrawn nor retracted."
            }
            Self::ReferralsAccepted => "Of those referrals the ones that the agency has accepted, whenever it did.",
            Self::Actions => {
                "Offline actions done in the period, by the day at their sites, whose outcome was verified by another person \
                 than wrote it down."
            }
            Self::Sites => {
                "Sites of those actions for which the verified outcome says what was found, empty ones with them."
            }
            Self::Suspects => {
                "People in the verified outcomes of those actions whose latest verified stage is at least: met with and held. \
                 Who is only known, or at large, is not among them."
            }
            Self::ActionsPerLead => "Those actions, by those leads.",
            Self::SitesPerAction => "Those sites, by those actions.",
            Self::SuspectsPerAction => "Those people, by those actions.",
        }
    }

    /// What is divided by what, for a figure that is a ratio.
    #[must_use]
    pub fn ratio(self) -> Option<(Self, Self)> {
        match self {
            Self::LeadsReferred
            | Self::ReferralsSent
            | Self::ReferralsAccepted
            | Self::Actions
            | Self::Sites
            | Self::Suspects => None,
            Self::ActionsPerLead => Some((Self::Actions, Self::LeadsReferred)),
            Self::SitesPerAction => Some((Self::Sites, Self::Actions)),
            Self::SuspectsPerAction => Some((Self::Suspects, Self::Actions)),
        }
    }
}

/// Below this a figure across organisations would tell of single cases (I22).
const SMALL: i64 = 5;

/// Whether a count is so small that it is not told across organisations.
#[must_use]
pub fn is_small(count: i64) -> bool {
    (1..SMALL).contains(&count)
}

/// Whether an entry holds in a revision: it was written down by then, and not struck.
#[must_use]
pub fn holds(written_in: i32, struck_in: Option<i32>, revision: i32) -> bool {
    written_in <= revision && struck_in.is_none_or(|struck| struck > revision)
}

/// The days of a period, first and last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first one.
    pub from: Date,
    /// The last one.
    pub to: Date,
}

impl Period {
    /// A period of at most ten years. Where small figures are hidden it is one calendar year, lest two periods that differ by
    /// little tell of what lies between.
    ///
    /// # Errors
    /// `BAD_USER_INPUT`.
    pub fn read(from: Date, to: Date, hides_small: bool) -> Result<Self> {
        let years = 2000..=2200;
        if !years.contains(&from.year()) || !years.contains(&to.year()) || to < from || to.year() - from.year() > 10 {
            return Err(ApiError::input("to", "Give a first and a last day within ten years."));
        }
        let is_year =
            from.year() == to.year() && (from.month(), from.day()) == (1, 1) && (to.month(), to.day()) == (12, 31);
        if hides_small && !is_year {
            return Err(ApiError::input(
                "to",
                "Figures of the whole alliance are given by calendar year.",
            ));
        }
        Ok(Self { from, to })
    }

    /// Whether a moment lies in it, by the wall clock of a time zone.
    #[must_use]
    pub fn day_of(&self, at: Timestamp, time_zone: Option<&str>) -> Option<Date> {
        let zone = time_zone
            .and_then(|name| TimeZone::get(name).ok())
            .unwrap_or(TimeZone::UTC);
        let day = at.to_zoned(zone).date();
        (self.from <= day && day <= self.to).then_some(day)
    }

    /// Its first moment and the first one after it, in UTC.
    ///
    /// # Errors
    /// `INTERNAL` at the end of the calendar.
    pub fn moments(&self) -> Result<(Timestamp, Timestamp)> {
        let begin = |day: Date| day.to_zoned(TimeZone::UTC).map(|at| at.timestamp());
        let after = self.to.tomorrow().map_err(ApiError::internal)?;
        Ok((
            begin(self.from).map_err(ApiError::internal)?,
            begin(after).map_err(ApiError::internal)?,
        ))
    }
}

/// A ratio as decimal text with two places, rounded half up; nothing over nothing is nothing.
#[must_use]
pub fn ratio_text(numerator: i64, denominator: i64) -> Option<String> {
    if denominator <= 0 {
        return None;
    }
    let (numerator, denominator) = (i128::from(numerator), i128::from(denominator));
    let hundredths = (numerator * 200 + denominator) / (denominator * 2);
    Some(format!("{}.{:02}", hundredths / 100, hundredths % 100))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn i33_an_entry_holds_from_its_revision_to_the_one_that_struck_it() {
        assert!(holds(1, None, 1));
        assert!(!holds(2, None, 1), "it was written down later");
        assert!(holds(1, Some(2), 1), "it was struck later");
        assert!(!holds(1, Some(2), 2));
        assert!(!holds(1, Some(1), 1));
    }

    #[test]
    fn a_day_is_the_one_at_the_site() {
        let year = Period::read(date(2018, 1, 1), date(2018, 12, 31), true).unwrap();
        let at: Timestamp = "2018-12-31T17:00:00Z".parse().unwrap();
        assert_eq!(year.day_of(at, Some("Europe/Berlin")), Some(date(2018, 12, 31)));
        assert_eq!(year.day_of(at, Some("Asia/Shanghai")), None, "it was 2019 there");
    }

    #[test]
    fn who_must_not_see_small_figures_asks_by_year() {
        assert!(Period::read(date(2018, 1, 1), date(2018, 12, 30), true).is_err());
        assert!(Period::read(date(2018, 1, 1), date(2019, 12, 31), true).is_err());
        assert!(Period::read(date(2018, 1, 1), date(2018, 12, 30), false).is_ok());
        assert!(Period::read(date(2018, 1, 2), date(2018, 1, 1), false).is_err());
    }

    #[test]
    fn ratios_are_rounded_half_up() {
        assert_eq!(ratio_text(247, 112).as_deref(), Some("2.21"));
        assert_eq!(ratio_text(1, 200).as_deref(), Some("0.01"));
        assert_eq!(ratio_text(0, 3).as_deref(), Some("0.00"));
        assert_eq!(ratio_text(3, 0), None);
    }

    #[test]
    fn one_to_four_is_small() {
        assert_eq!([0, 1, 4, 5].map(is_small), [false, true, true, false]);
    }
}
