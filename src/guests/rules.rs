//! How often and how long: codes and sessions of guests.

use jiff::{SignedDuration, Timestamp};

/// How long a code is good.
pub(super) const CODE_LASTS: SignedDuration = SignedDuration::from_mins(10);
/// How often a code may be guessed.
pub(super) const MOST_GUESSES: i32 = 5;
/// How many codes may be asked for within an hour.
const MOST_CODES: i32 = 5;
const CODES_COUNT_FOR: SignedDuration = SignedDuration::from_hours(1);
/// How long a session lasts, however much it is used.
pub(super) const SESSION_LASTS: SignedDuration = SignedDuration::from_mins(45);
/// How long a link to a package is good: a browser follows it at once.
pub(super) const PACKAGE_LINK_LASTS: SignedDuration = SignedDuration::from_mins(2);
/// Letters and digits of a code.
pub(super) const CODE_LENGTH: usize = 8;

/// How many codes were asked for since a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) count: i32,
    pub(super) since: Timestamp,
}

/// Counts one more code.
///
/// # Errors
/// How long to wait where that is one too many.
pub(super) fn asks_again(before: Option<Asked>, now: Timestamp) -> Result<Asked, SignedDuration> {
    let ends = |asked: Asked| asked.since.checked_add(CODES_COUNT_FOR).unwrap_or(Timestamp::MAX);
    match before.filter(|asked| now < ends(*asked)) {
        None => Ok(Asked { count: 1, since: now }),
        Some(asked) if asked.count < MOST_CODES => Ok(Asked {
            count: asked.count + 1,
            ..asked
        }),
        Some(asked) => Err(now.duration_until(ends(asked))),
    }
}

/// A code as it is compared, however it was typed: without spaces and dashes, and with the letters that codes have.
#[must_use]
pub(super) fn plain(code: &str) -> String {
    let letters = code.chars().filter(char::is_ascii_alphanumeric);
    letters
        .map(|letter| match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            letter => letter,
        })
        .take(2 * CODE_LENGTH)
        .collect()
}

/// A code as it is read: in two halves.
#[must_use]
pub(super) fn shown(code: &str) -> String {
    let (one, other) = code.split_at_checked(CODE_LENGTH / 2).unwrap_or((code, ""));
    format!("{one}-{other}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_codes_within_an_hour_and_then_a_wait() {
        let start: Timestamp = "2026-03-02T08:00:00Z".parse().unwrap();
        let mut asked = None;
        for count in 1..=MOST_CODES {
            asked = Some(asks_again(asked, start).unwrap());
            assert_eq!(asked, Some(Asked { count, since: start }));
        }
        let later = start + SignedDuration::from_mins(50);
        assert_eq!(asks_again(asked, later), Err(SignedDuration::from_mins(10)));
        let anew = start + SignedDuration::from_mins(60);
        assert_eq!(asks_again(asked, anew), Ok(Asked { count: 1, since: anew }));
    }

    #[test]
    fn a_code_is_the_same_however_it_is_typed() {
        assert_eq!(shown("0A1B2C3D"), "0A1B-2C3D");
        for typed in ["0A1B-2C3D", " 0a1b 2c3d", "OAlb2c3d", "0A1B–2C3D"] {
            assert_eq!(plain(typed), "0A1B2C3D", "{typed}");
        }
        assert_ne!(plain("0A1B2C3"), "0A1B2C3D");
    }
}
