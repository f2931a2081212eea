//! The weekends of the world, as data.
//!
//! Source: Unicode CLDR 48, `supplemental/weekData` (`weekendStart`, `weekendEnd`), for all countries but four.
//! CLDR gives Bangladesh, Brunei and Nepal the default of Saturday and Sunday; here they have the weekly holidays
//! of their own public offices. CLDR gives India and Uganda Sunday alone; their public offices close on both days,
//! so they keep the default.

use jiff::civil::Weekday::{self, Friday, Saturday, Sunday, Thursday};

/// The weekend of every country that is not listed in a [`GROUPS`] row, and of China.
pub(super) const SATURDAY_SUNDAY: &[Weekday] = &[Saturday, Sunday];

/// Countries that rest on the same days of the week.
pub(super) struct Group {
    pub(super) version: &'static str,
    pub(super) days: &'static [Weekday],
    countries: &'static [&'static str],
}

/// The first row is the default.
#[rustfmt::skip]
pub(super) const GROUPS: &[Group] = &[
    Group { version: "weekend-sat-sun.1", days: SATURDAY_SUNDAY, countries: &[] },
    Group { version: "weekend-fri-sat.1", days: &[Friday, Saturday], countries: &[
        "BD", "BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "OM", "QA", "SA", "SD", "SY", "YE",
    ] },
    Group { version: "weekend-thu-fri.1", days: &[Thursday, Friday], countries: &["AF"] },
    Group { version: "weekend-fri-sun.1", days: &[Friday, Sunday], countries: &["BN"] },
    Group { version: "weekend-fri.1", days: &[Friday], countries: &["IR"] },
    Group { version: "weekend-sat.1", days: &[Saturday], countries: &["NP"] },
];

/// The row of [`GROUPS`] that a country belongs to.
pub(super) fn group_of(country: &str) -> usize {
    let lists = |group: &Group| group.countries.iter().any(|code| code.eq_ignore_ascii_case(country));
    GROUPS.iter().position(lists).unwrap_or(0)
}
