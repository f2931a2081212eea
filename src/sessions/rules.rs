//! What a password and a second factor have to be, and how long to wait after failures.

pub(super) mod factor;

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// Characters of the shortest password.
pub const MIN_PASSWORD: usize = 12;
/// Characters of the longest password.
pub const MAX_PASSWORD: usize = 128;

/// What somebody tries first beside what everybody's passwords are made of: what we are about, and what is common where
/// the library's lists, made of English leaks, do not look.
const OUR_OWN_WORDS: [&str; 12] = [
    "touchstone",
    "alliance",
    "counterfeit",
    "anticounterfeiting",
    "woaini",
    "5201314",
    "1314520",
    "wodemima",
    "nihao",
    "zhongguo",
    "beijing",
    "shanghai",
];

/// Why a password is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordFault {
    /// Fewer than [`MIN_PASSWORD`] characters.
    TooShort,
    /// More than [`MAX_PASSWORD`] characters.
    TooLong,
    /// Among the first that somebody would try.
    TooCommon,
    /// Made of the person's own address.
    LikeAddress,
}

impl PasswordFault {
    /// What is wrong, for people.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::TooShort => "Use at least 12 characters.",
            Self::TooLong => "Use at most 128 characters.",
            Self::TooCommon => "This password is easily guessed. Some unrelated words make a good one.",
            Self::LikeAddress => "Do not make the password of your address.",
        }
    }
}

/// Whether a password is good enough for the account of `email`: long, and not easily guessed. No rules of composition
/// (NIST SP 800-63B).
///
/// # Errors
/// The first fault found.
pub fn check_password(password: &str, email: &str) -> Result<(), PasswordFault> {
    match password.chars().count() {
        0..MIN_PASSWORD => return Err(PasswordFault::TooShort),
        MIN_PASSWORD..=MAX_PASSWORD => {}
        _ => return Err(PasswordFault::TooLong),
    }
    let words: Vec<&str> = OUR_OWN_WORDS.into_iter().chain(parts_of(email)).collect();
    if is_hard_to_guess(password, &words) {
        Ok(())
    } else if is_hard_to_guess(password, &OUR_OWN_WORDS) {
        Err(PasswordFault::LikeAddress)
    } else {
        Err(PasswordFault::TooCommon)
    }
}

/// An address and its words: `li.wei@brand.example` is also `li`, `wei`, `brand`, `li.wei` and so on.
fn parts_of(email: &str) -> impl Iterator<Item = &str> {
    let halves = email.split('@');
    let words = email.split(|c: char| !c.is_alphanumeric());
    std::iter::once(email).chain(halves).chain(words)
}

/// Whether a guesser who knows the tens of thousands of commonest passwords, names and words, the patterns of a keyboard
/// and `words` needs 10⁸ guesses or more. The wait after failures leaves nobody a millionth of that in a year.
fn is_hard_to_guess(password: &str, words: &[&str]) -> bool {
    zxcvbn::zxcvbn(password, words).score() >= zxcvbn::Score::Three
}

/// What failures are counted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    /// An address somebody signs in with, whether or not there is such an account; or the second factor of one.
    Account,
    /// A peer; a whole office may stand behind one.
    Peer,
    /// Mails to an address that somebody asks for without being signed in.
    Mail,
    /// A service account from a network; several processes of it may come at once.
    Client,
}

impl Counted {
    /// Attempts without any wait.
    fn free(self) -> u32 {
        match self {
            Self::Account => 4,
            Self::Peer => 30,
            Self::Mail => 2,
            Self::Client => 20,
        }
    }
}

/// The longest wait after failures.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(15);
/// How often the wait doubles until it is the longest.
const STEPS: u32 = 10;
/// Failures older than this no longer count.
pub(super) const FORGET_AFTER: SignedDuration = SignedDuration::from_hours(2);

/// How long the next attempt has to wait, and from how many attempts in a row on: doubling from one second, and an hour
/// at once for mails.
pub(super) fn waits(counted: Counted) -> Vec<(u32, SignedDuration)> {
    match counted {
        Counted::Account | Counted::Peer | Counted::Client => (0..=STEPS)
            .map(|step| {
                let wait = SignedDuration::from_secs(1 << step).min(LONGEST_WAIT);
                (counted.free() + 1 + step, wait)
            })
            .collect(),
        Counted::Mail => vec![(counted.free() + 1, SignedDuration::from_hours(1))],
    }
}

/// The failure in a row with which the wait of an account becomes as long as it gets.
pub(super) fn locking_attempt() -> u32 {
    Counted::Account.free() + 1 + STEPS
}

/// What a peer is counted by: one address, or the network that an IPv6 host can choose addresses in.
#[must_use]
pub fn peer_network(peer: IpAddr) -> Vec<u8> {
    match peer.to_canonical() {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets()[..8].to_vec(),
    }
}

/// The network a peer is in, as its owner is shown it: wide enough to say where, not who.
#[must_use]
pub fn shown_network(peer: IpAddr) -> String {
    match peer.to_canonical() {
        IpAddr::V4(address) => {
            let [a, b, c, _] = address.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(address) => {
            let [a, b, c, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}::/48")
        }
    }
}

/// A session as its person is shown it.
#[derive(Debug, Clone)]
pub struct OwnSession {
    /// Its id.
    pub id: Uuid,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was refreshed last.
    pub last_seen_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// What the client called itself.
    pub user_agent: Option<String>,
    /// The network it began in, shortened.
    pub network: Option<String>,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// When a session that is used now ends if nobody uses it again.
pub(super) fn idle_end(now: Timestamp, hours: u32) -> Timestamp {
    now.checked_add(SignedDuration::from_hours(i64::from(hours)))
        .unwrap_or(Timestamp::MAX)
}

/// Since when a session must have been used that has not ended by `now`.
pub(super) fn idle_since(now: Timestamp, hours: u32) -> Timestamp {
    now.checked_sub(SignedDuration::from_hours(i64::from(hours)))
        .unwrap_or(Timestamp::MIN)
}

/// When a session that begins now ends, however often it is used.
pub(super) fn session_end(now: Timestamp, days: u32) -> Timestamp {
    now.checked_add(SignedDuration::from_hours(24 * i64::from(days)))
        .unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_unrelated_words_are_good_in_any_script() {
        for good in [
            "correct horse battery staple",
            "今天天气很好我们去公园散步吧朋友",
            "Vt4!kq9#zzPw",
            "🦊 jumps over 🌉 tonight",
        ] {
            assert_eq!(check_password(good, "li.wei@brand.example"), Ok(()), "{good}");
        }
    }

    #[test]
    fn short_long_and_common_passwords_are_refused() {
        let check = |password: &str| check_password(password, "li.wei@brand.example");
        assert_eq!(check("elevenchars"), Err(PasswordFault::TooShort));
        assert_eq!(check(&"xyz!42".repeat(22)), Err(PasswordFault::TooLong));
        for common in [
            "password1234",
            "Password1234!",
            "123456789012",
            "qwertyuiop12",
            "aaaaaaaaaaaa",
            "abababababab",
            "touchstone123",
            "abcdefghijklm",
            "zyxwvutsrqponm",
            "adminadmin12",
            "5201314woaini",
            "iloveyou2024",
            "P@ssw0rd!!!!",
            "1qaz2wsx3edc",
            "anticounterfeiting",
        ] {
            assert_eq!(check(common), Err(PasswordFault::TooCommon), "{common}");
        }
        assert_eq!(check("li.wei@brand.example"), Err(PasswordFault::LikeAddress));
        assert!(check("li.weili.wei1").is_err());
        let of_a_long_name = check_password("vandquistelborg1", "ada@vandquistelborg.example");
        assert_eq!(of_a_long_name, Err(PasswordFault::LikeAddress));
    }

    #[test]
    fn waits_double_after_the_free_attempts_and_end_at_a_quarter_of_an_hour() {
        let waits: Vec<_> = waits(Counted::Account)
            .into_iter()
            .map(|(from, wait)| (from, wait.as_secs()))
            .collect();
        assert_eq!(waits[..4], [(5, 1), (6, 2), (7, 4), (8, 8)]);
        assert_eq!(waits.last(), Some(&(15, 900)));
        assert_eq!(super::waits(Counted::Peer).first().map(|(from, _)| *from), Some(31));
        assert_eq!(waits.last().map(|(from, _)| *from), Some(locking_attempt()));
    }

    #[test]
    fn a_network_names_no_household() {
        let shown = |text: &str| shown_network(text.parse().unwrap());
        assert_eq!(shown("192.0.2.77"), "192.0.2.0/24");
        assert_eq!(shown("::ffff:192.0.2.77"), "192.0.2.0/24");
        assert_eq!(shown("2001:db8:a:b::7"), "2001:db8:a::/48");
    }

    #[test]
    fn an_ipv6_host_cannot_choose_its_way_round_the_count() {
        let network = |text: &str| peer_network(text.parse().unwrap());
        assert_eq!(network("2001:db8:1:2::1"), network("2001:db8:1:2:ffff::9"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
    }
}
