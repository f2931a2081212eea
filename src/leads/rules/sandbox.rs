//! What a sandbox plays: for how long a lead of it is seen, and what its right holder says of it.

use jiff::SignedDuration;

use super::Verdict;

/// For how long a lead of a sandbox is seen.
pub const SEEN_IN_SANDBOX: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The verdict that a lead asks for by a word of its title; without one it is confirmed.
#[must_use]
pub fn played(title: &str) -> Verdict {
    let asked = [Verdict::NotInfringing, Verdict::NotMyBrand];
    let is_asked = |verdict: &Verdict| title.contains(<&str>::from(*verdict));
    asked.into_iter().find(is_asked).unwrap_or(Verdict::Confirmed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_says_what_is_answered() {
        assert_eq!(played("A bag"), Verdict::Confirmed);
        assert_eq!(played("A bag NOT_INFRINGING"), Verdict::NotInfringing);
        assert_eq!(played("NOT_MY_BRAND: a bag"), Verdict::NotMyBrand);
        // The others want somebody who asks on, or buys.
        assert_eq!(played("NEEDS_INFO NEEDS_TEST_PURCHASE"), Verdict::Confirmed);
    }
}
