//! In what two actions meet (domain.md §6.3): pure, over what is compared and nothing else.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use super::codes::codes;

codes! {
    /// In what two actions meet.
    ClashKind {
        /// The same place.
        Site,
        /// The same part of a town at the same time.
        Area,
        /// Somebody whom both are about.
        Subject,
    }
    /// Where it stands that two actions meet.
    HitState {
        /// Nobody has said what becomes of it.
        Open,
        /// One of the two is to move.
        Moving,
        /// It stands in nobody's way any more.
        Resolved,
        /// The two do not meet any more.
        Void,
    }
    /// What becomes of it.
    Resolution {
        /// One goes on in the other.
        Merge,
        /// One of the two moves.
        Reschedule,
        /// Both go ahead; the lead of each signs.
        Proceed,
    }
}

/// Around the same place, and around somebody whom both are about, others keep away for that long: a visit warns those who
/// are to be visited next.
pub const NEAR_PLACE: SignedDuration = SignedDuration::from_hours(24 * 30);
/// In the same part of a town others keep away for that long.
pub const NEAR_AREA: SignedDuration = SignedDuration::from_hours(24 * 2);
/// Digits of a division code that name a part of a town (GB/T 2260: province, town, district).
const DISTRICT: usize = 6;

/// When and where an action is to be, and hashes of whom it is about. Of one that is over nobody keeps away any more, but others
/// are told where they are about somebody whom it met with: it has no divisions and places, and hashes of its suspects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeBox {
    /// Microseconds.
    pub starts_at: i64,
    /// Microseconds.
    pub ends_at: i64,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Division codes of the sites.
    pub divisions: BTreeSet<String>,
    /// Keyed hashes of the sites.
    pub places: BTreeSet<String>,
    /// Keyed hashes of what the subjects, or the suspects, are known by.
    pub hashes: BTreeSet<String>,
}

impl TimeBox {
    /// Whether two are no further apart than `distance`.
    fn is_within(&self, other: &Self, distance: SignedDuration) -> bool {
        let apart = i64::try_from(distance.as_micros()).unwrap_or(i64::MAX);
        self.starts_at <= other.ends_at.saturating_add(apart) && other.starts_at <= self.ends_at.saturating_add(apart)
    }

    /// What is compared of an action that is over: whom it met with, and neither where nor in which part of a town.
    #[must_use]
    pub fn over(self, suspects: BTreeSet<String>) -> Self {
        Self {
            divisions: BTreeSet::new(),
            places: BTreeSet::new(),
            hashes: suspects,
            ..self
        }
    }

    /// Whether it is at another time or at other places than before: who agreed to that agreed to something else.
    #[must_use]
    pub fn has_moved_from(&self, before: &Self) -> bool {
        let of = |time_box: &Self| (time_box.starts_at, time_box.ends_at);
        of(self) != of(before)
            || self.country != before.country
            || self.divisions != before.divisions
            || self.places != before.places
    }

    fn shares_district_with(&self, other: &Self) -> bool {
        let of = |codes: &BTreeSet<String>| -> BTreeSet<String> {
            codes.iter().filter(|code| code.len() >= DISTRICT).cloned().collect()
        };
        self.country == other.country && !of(&self.divisions).is_disjoint(&of(&other.divisions))
    }
}

/// In what two actions meet; nothing where they do not.
#[must_use]
pub fn clashes(one: &TimeBox, other: &TimeBox) -> Vec<ClashKind> {
    let mut found = Vec::new();
    let is_near = one.is_within(other, NEAR_PLACE);
    if is_near && !one.places.is_disjoint(&other.places) {
        found.push(ClashKind::Site);
    }
    if one.is_within(other, NEAR_AREA) && one.shares_district_with(other) {
        found.push(ClashKind::Area);
    }
    if is_near && !one.hashes.is_disjoint(&other.hashes) {
        found.push(ClashKind::Subject);
    }
    found
}

/// The form of an address in which two ways of writing it are the same: letters and digits, in one case.
#[must_use]
pub fn place_form(country: &str, address: &str) -> String {
    let letters = address.chars().filter(|character| character.is_alphanumeric());
    let folded: String = letters.flat_map(char::to_lowercase).collect();
    format!("{country}:{folded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400_000_000;

    fn time_box(day: i64, division: &str, place: &str, hash: &str) -> TimeBox {
        let one = |text: &str| BTreeSet::from([text.to_owned()]);
        TimeBox {
            starts_at: day * DAY,
            ends_at: day * DAY + DAY / 4,
            country: "CN".to_owned(),
            divisions: one(division),
            places: one(place),
            hashes: one(hash),
        }
    }

    #[test]
    fn actions_meet_in_place_area_and_subject_each_for_its_time() {
        use ClashKind::{Area, Site, Subject};
        let one = time_box(100, "350304", "a", "x");
        for (other, expected) in [
            (time_box(100, "350304", "a", "x"), vec![Site, Area, Subject]),
            (time_box(101, "350304", "b", "y"), vec![Area]),
            (time_box(104, "350304", "b", "y"), vec![]),
            (time_box(120, "440303", "a", "y"), vec![Site]),
            (time_box(120, "440303", "b", "x"), vec![Subject]),
            (time_box(140, "350304", "a", "x"), vec![]),
            (time_box(100, "350305", "b", "y"), vec![]),
        ] {
            assert_eq!(clashes(&one, &other), expected, "{other:?}");
            assert_eq!(clashes(&other, &one), expected, "the same from both sides");
        }
    }

    #[test]
    fn of_what_is_over_only_whom_it_met_with_is_compared() {
        let hash = |text: &str| BTreeSet::from([text.to_owned()]);
        let over = time_box(100, "350304", "a", "x").over(hash("y"));
        for (other, expected) in [
            (time_box(100, "350304", "a", "x"), vec![]),
            (time_box(100, "350304", "a", "y"), vec![ClashKind::Subject]),
            (time_box(120, "440303", "b", "y"), vec![ClashKind::Subject]),
            (time_box(140, "350304", "a", "y"), vec![]),
            (
                time_box(101, "110101", "c", "z").over(hash("y")),
                vec![ClashKind::Subject],
            ),
        ] {
            assert_eq!(clashes(&over, &other), expected, "{other:?}");
            assert_eq!(clashes(&other, &over), expected, "the same from both sides");
        }
    }

    #[test]
    fn it_has_moved_where_its_time_or_its_places_have_changed() {
        let one = time_box(100, "350304", "a", "x");
        assert!(
            !one.has_moved_from(&time_box(100, "350304", "a", "y")),
            "of subjects it says nothing"
        );
        for other in [
            time_box(101, "350304", "a", "x"),
            time_box(100, "350305", "a", "x"),
            time_box(100, "350304", "b", "x"),
        ] {
            assert!(one.has_moved_from(&other), "{other:?}");
        }
    }

    #[test]
    fn a_province_is_no_part_of_a_town() {
        let one = time_box(100, "35", "a", "x");
        assert!(clashes(&one, &time_box(100, "35", "b", "y")).is_empty());
    }

    #[test]
    fn an_address_is_one_however_it_is_written() {
        assert_eq!(
            place_form("CN", "Mill Lane 7, Hall B"),
            place_form("CN", "mill lane 7 hall b")
        );
        assert_eq!(
            place_form("CN", "莆田市 荔城区12号"),
            place_form("CN", "莆田市荔城区12号")
        );
        assert_ne!(place_form("CN", "Mill Lane 7"), place_form("VN", "Mill Lane 7"));
    }
}
