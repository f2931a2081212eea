//! What a password has to be, and how long to wait after failures.

use std::{collections::HashSet, net::IpAddr};

use jiff::{SignedDuration, Timestamp};

/// Characters of the shortest password.
pub const MIN_PASSWORD: usize = 12;
/// Characters of the longest password.
pub const MAX_PASSWORD: usize = 128;

/// Parts of which most guessed passwords are made; what is left without them has to be long enough by itself.
const COMMON: &[&str] = &[
    "123456789",
    "12345678",
    "1234567",
    "123456",
    "12345",
    "1234",
    "qwertyuiop",
    "qwerty",
    "asdfghjkl",
    "asdfgh",
    "zxcvbnm",
    "1qaz2wsx",
    "qazwsx",
    "1q2w3e4r",
    "q1w2e3r4",
    "password",
    "passw0rd",
    "p@ssw0rd",
    "p@ssword",
    "letmein",
    "welcome",
    "iloveyou",
    "woaini",
    "admin",
    "administrator",
    "changeme",
    "secret",
    "dragon",
    "monkey",
    "football",
    "baseball",
    "sunshine",
    "princess",
    "superman",
    "master",
    "shadow",
    "trustno1",
    "abc123",
    "abcdef",
    "abcd",
    "5201314",
    "88888888",
    "666666",
    "111111",
    "000000",
    "touchstone",
];
/// Characters a password has beside its common parts.
const MIN_UNCOMMON: usize = 5;
/// Different characters in a password.
const MIN_DIFFERENT: usize = 5;

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
    let lower = password.to_lowercase();
    let different: HashSet<char> = lower.chars().collect();
    let uncommon = COMMON.iter().fold(lower.clone(), |rest, part| rest.replace(part, ""));
    if different.len() < MIN_DIFFERENT || is_run(&lower) || uncommon.chars().count() < MIN_UNCOMMON {
        return Err(PasswordFault::TooCommon);
    }
    let local = email.split('@').next().unwrap_or_default().to_lowercase();
    let beside = lower.replace(&email.to_lowercase(), "").replace(&local, "");
    if local.chars().count() >= 4 && beside.chars().count() < MIN_UNCOMMON {
        return Err(PasswordFault::LikeAddress);
    }
    Ok(())
}

/// Whether each character follows the one before in the alphabet, in either direction.
fn is_run(text: &str) -> bool {
    let codes: Vec<u32> = text.chars().map(u32::from).collect();
    codes.windows(2).all(|pair| pair[1] == pair[0] + 1) || codes.windows(2).all(|pair| pair[0] == pair[1] + 1)
}

/// What failures are counted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    /// An address somebody signs in with, whether or not there is such an account.
    Account,
    /// A peer; a whole office may stand behind one.
    Peer,
}

impl Counted {
    /// Attempts without any wait.
    fn free(self) -> u32 {
        match self {
            Self::Account => 4,
            Self::Peer => 30,
        }
    }
}

/// The longest wait after failures.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(15);
/// Failures older than this no longer count.
pub(super) const FORGET_AFTER: SignedDuration = SignedDuration::from_hours(2);

/// How long the next attempt has to wait, and from how many attempts in a row on: doubling from one second.
pub(super) fn waits(counted: Counted) -> impl Iterator<Item = (u32, SignedDuration)> {
    (0..=10).map(move |step| {
        let wait = SignedDuration::from_secs(1 << step).min(LONGEST_WAIT);
        (counted.free() + 1 + step, wait)
    })
}

/// What a peer is counted by: one address, or the network that an IPv6 host can choose addresses in.
pub(super) fn peer_network(peer: IpAddr) -> Vec<u8> {
    match peer.to_canonical() {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets()[..8].to_vec(),
    }
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
        ] {
            assert_eq!(check(common), Err(PasswordFault::TooCommon), "{common}");
        }
        assert_eq!(check("li.wei@brand.example"), Err(PasswordFault::LikeAddress));
        assert_eq!(check("li.weili.wei1"), Err(PasswordFault::LikeAddress));
    }

    #[test]
    fn waits_double_after_the_free_attempts_and_end_at_a_quarter_of_an_hour() {
        let waits: Vec<_> = waits(Counted::Account)
            .map(|(from, wait)| (from, wait.as_secs()))
            .collect();
        assert_eq!(waits[..4], [(5, 1), (6, 2), (7, 4), (8, 8)]);
        assert_eq!(waits.last(), Some(&(15, 900)));
        assert_eq!(super::waits(Counted::Peer).next().map(|(from, _)| from), Some(31));
    }

    #[test]
    fn an_ipv6_host_cannot_choose_its_way_round_the_count() {
        let network = |text: &str| peer_network(text.parse().unwrap());
        assert_eq!(network("2001:db8:1:2::1"), network("2001:db8:1:2:ffff::9"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
    }
}
