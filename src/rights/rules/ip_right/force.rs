//! Whether a right is in force for an act: the one question that whoever cites a right asks (domain.md §4.2).

use jiff::civil::{Date, date};

use super::{IpRightRow, Standing};

/// Why a right cannot be cited for an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Lack {
    /// Nobody has verified it.
    NotVerified,
    /// It is challenged, and nothing is decided.
    Disputed,
    /// It had not come into force on that day.
    NotYet,
    /// Its last day was over.
    Expired,
    /// It had no effect on that day.
    Invalidated,
    /// It does not reach that country.
    Elsewhere,
}

/// Whether a right can be cited for an act of a day in a country; without a country only the day is asked for.
///
/// # Errors
/// The first reason why not.
pub fn in_force_on(right: &IpRightRow, day: Date, country: Option<&str>) -> Result<(), Lack> {
    match right.standing {
        Standing::Draft | Standing::Submitted | Standing::Rejected => return Err(Lack::NotVerified),
        Standing::Disputed => return Err(Lack::Disputed),
        Standing::Invalidated if right.invalid_from.is_none_or(|from| from <= day) => return Err(Lack::Invalidated),
        Standing::Verified | Standing::Invalidated => {}
    }
    let facts = &right.facts;
    if facts.in_force_from.is_none_or(|first| day < first) {
        return Err(Lack::NotYet);
    }
    if facts.expires_on.is_some_and(|last| last < day) {
        return Err(Lack::Expired);
    }
    match country {
        Some(country) if !facts.territory.iter().any(|part| reaches(part, country, day)) => Err(Lack::Elsewhere),
        Some(_) | None => Ok(()),
    }
}

/// The code of the European Union as a territory.
const UNION: &str = "EU";

/// The territories beside the country itself that have it on that day.
#[must_use]
pub fn territories_of(country: &str, day: Date) -> Vec<&'static str> {
    if is_in_union(country, day) {
        vec![UNION]
    } else {
        Vec::new()
    }
}

/// Whether a territory has the country on that day.
fn reaches(territory: &str, country: &str, day: Date) -> bool {
    territory == country || territories_of(country, day).contains(&territory)
}

/// First and last day on which rights of the European Union reach a country, where they are not the beginning and never:
/// the treaties of accession, and article 54 of the agreement on the withdrawal of the United Kingdom, whose own rights
/// took their place after 2020.
const JOINED_OR_LEFT: [(&str, Date, Date); 14] = [
    ("CY", date(2004, 5, 1), Date::MAX),
    ("CZ", date(2004, 5, 1), Date::MAX),
    ("EE", date(2004, 5, 1), Date::MAX),
    ("HU", date(2004, 5, 1), Date::MAX),
    ("LT", date(2004, 5, 1), Date::MAX),
    ("LV", date(2004, 5, 1), Date::MAX),
    ("MT", date(2004, 5, 1), Date::MAX),
    ("PL", date(2004, 5, 1), Date::MAX),
    ("SI", date(2004, 5, 1), Date::MAX),
    ("SK", date(2004, 5, 1), Date::MAX),
    ("BG", date(2007, 1, 1), Date::MAX),
    ("RO", date(2007, 1, 1), Date::MAX),
    ("HR", date(2013, 7, 1), Date::MAX),
    ("GB", Date::MIN, date(2020, 12, 31)),
];
/// Those that were there when rights of the European Union began, and still are.
const FOUNDERS: [&str; 14] = [
    "AT", "BE", "DE", "DK", "ES", "FI", "FR", "GR", "IE", "IT", "LU", "NL", "PT", "SE",
];

fn is_in_union(country: &str, day: Date) -> bool {
    let is_between = |(code, first, last): &(&str, Date, Date)| *code == country && (*first..=*last).contains(&day);
    FOUNDERS.contains(&country) || JOINED_OR_LEFT.iter().any(is_between)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rights::rules::ip_right::tests::right;

    /// A trade mark of China, in force 2016-03-01 to 2026-02-28.
    fn mark() -> IpRightRow {
        let mut row = right(Standing::Verified);
        row.facts.territory = vec!["CN".to_owned()];
        row.facts.in_force_from = Some(date(2016, 3, 1));
        row.facts.expires_on = Some(date(2026, 2, 28));
        row
    }

    #[test]
    fn i34_what_is_not_verified_or_not_in_force_on_the_day_cannot_be_cited() {
        let ask = |row: &IpRightRow, day| in_force_on(row, day, Some("CN"));
        let row = mark();
        assert_eq!(ask(&row, date(2016, 2, 29)), Err(Lack::NotYet));
        assert_eq!(ask(&row, date(2016, 3, 1)), Ok(()));
        assert_eq!(ask(&row, date(2026, 2, 28)), Ok(()));
        assert_eq!(ask(&row, date(2026, 3, 1)), Err(Lack::Expired));
        for standing in [Standing::Draft, Standing::Submitted, Standing::Rejected] {
            let row = IpRightRow { standing, ..mark() };
            assert_eq!(ask(&row, date(2020, 1, 1)), Err(Lack::NotVerified), "{standing:?}");
        }
        let disputed = IpRightRow {
            standing: Standing::Disputed,
            ..mark()
        };
        assert_eq!(ask(&disputed, date(2020, 1, 1)), Err(Lack::Disputed));
    }

    #[test]
    fn an_invalid_right_keeps_the_time_before() {
        let mut row = IpRightRow {
            standing: Standing::Invalidated,
            ..mark()
        };
        assert_eq!(in_force_on(&row, date(2020, 1, 1), None), Err(Lack::Invalidated));
        row.invalid_from = Some(date(2021, 1, 1));
        assert_eq!(in_force_on(&row, date(2020, 12, 31), None), Ok(()));
        assert_eq!(in_force_on(&row, date(2021, 1, 1), None), Err(Lack::Invalidated));
    }

    #[test]
    fn a_right_without_a_first_day_is_never_in_force_and_one_without_a_last_day_stays() {
        let mut row = mark();
        row.facts.expires_on = None;
        assert_eq!(in_force_on(&row, date(2199, 1, 1), None), Ok(()));
        row.facts.in_force_from = None;
        assert_eq!(in_force_on(&row, date(2020, 1, 1), None), Err(Lack::NotYet));
    }

    #[test]
    fn territories_are_those_of_the_day() {
        let mut row = mark();
        assert_eq!(in_force_on(&row, date(2020, 1, 1), Some("HK")), Err(Lack::Elsewhere));
        row.facts.territory = vec!["EU".to_owned(), "CN".to_owned()];
        row.facts.in_force_from = Some(date(1999, 1, 1));
        let reaches = |country, day| in_force_on(&row, day, Some(country)).is_ok();
        assert!(reaches("CN", date(2020, 1, 1)) && reaches("DE", date(1999, 1, 1)));
        assert!(!reaches("HR", date(2013, 6, 30)) && reaches("HR", date(2013, 7, 1)));
        assert!(reaches("GB", date(2020, 12, 31)) && !reaches("GB", date(2021, 1, 1)));
        assert!(!reaches("CH", date(2020, 1, 1)) && !reaches("PL", date(2004, 4, 30)));
    }
}
