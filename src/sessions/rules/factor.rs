//! What a second factor has to be: codes of authenticator apps (RFC 6238) and codes for when there is none at hand.

use jiff::{SignedDuration, Timestamp};
use totp_rs::{Builder, Totp};
use uuid::Uuid;

use crate::platform::ids::letters;

/// Bytes of a secret: as many as SHA-1 gives (RFC 4226 §4).
pub(in crate::sessions) const SECRET: usize = 20;
/// Recovery codes that somebody gets at once.
pub(in crate::sessions) const RECOVERY_CODES: usize = 10;
/// How long a sign-in waits for its second factor, and an app or a passkey for being confirmed.
pub(in crate::sessions) const PATIENCE: SignedDuration = SignedDuration::from_mins(10);
/// Passkeys of one person.
pub(in crate::sessions) const MAX_PASSKEYS: usize = 10;
/// Letters of a recovery code: 80 bits, so that a plain hash of it tells nothing.
const RECOVERY_LETTERS: usize = 16;
/// Letters that stand together in a recovery code.
const GROUP: usize = 4;
/// Who issues the codes, as apps show it.
const ISSUER: &str = "Touchstone";

/// How somebody can prove the second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Method {
    /// A code of an authenticator app.
    Totp,
    /// One of the codes that were shown when the first factor was set up.
    RecoveryCode,
    /// A passkey or security key.
    Passkey,
}

/// A passkey as its person is shown it.
#[derive(Debug, Clone)]
pub struct Passkey {
    /// Its id.
    pub id: Uuid,
    /// What the person calls it.
    pub name: String,
    /// Since when there has been one.
    pub created_at: Timestamp,
    /// When it was used last.
    pub last_used_at: Option<Timestamp>,
}

/// SHA-1, six digits, thirty seconds, one step of drift: the only combination that every app understands.
fn app(secret: &[u8], account: &str) -> Totp {
    Builder::new()
        .with_secret(secret.to_vec())
        .with_issuer(Some(ISSUER))
        .with_account_name(account.replace(':', " "))
        .build_noncompliant()
}

/// The time step of a code, if the app of this secret shows it now, just did, or is about to.
pub(in crate::sessions) fn step(secret: &[u8], code: &str, now: Timestamp) -> Option<i64> {
    let code: String = code.chars().filter(|letter| !letter.is_whitespace()).collect();
    let is_code = code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit());
    let at = u64::try_from(now.as_second()).ok().filter(|_| is_code)?;
    i64::try_from(app(secret, "").check(&code, at)?).ok()
}

/// A secret as people type it.
#[must_use]
pub fn base32(secret: &[u8]) -> String {
    app(secret, "").secret().to_base32()
}

/// The address behind the QR code; `None` for an account without a name.
pub(in crate::sessions) fn uri(secret: &[u8], account: &str) -> Option<String> {
    app(secret, account).to_url().ok()
}

/// A recovery code of random bytes, such as `7K3Q-X2MN-0R5T-VWZ8`.
pub(in crate::sessions) fn recovery_code(random: [u8; 32]) -> String {
    let letters = letters(random, RECOVERY_LETTERS);
    let groups: Vec<&str> = (0..RECOVERY_LETTERS / GROUP)
        .map(|group| &letters[group * GROUP..(group + 1) * GROUP])
        .collect();
    groups.join("-")
}

/// A recovery code as it is hashed, however it was typed.
pub(in crate::sessions) fn plain(code: &str) -> String {
    let letter = |letter: char| match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    code.chars()
        .filter(char::is_ascii_alphanumeric)
        .take(2 * RECOVERY_LETTERS)
        .map(letter)
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SEED: &[u8] = b"12345678901234567890";

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    /// The last six digits of the test vectors in RFC 6238, appendix B.
    #[test]
    fn codes_are_those_of_the_standard() {
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
        ] {
            assert_eq!(step(SEED, code, at(second)), Some(second / 30), "{code}");
        }
        assert_eq!(step(SEED, " 287 082 ", at(59)), Some(1));
    }

    #[test]
    fn a_code_is_good_one_step_early_or_late_and_no_more() {
        for (second, expected) in [
            (0, Some(1)),
            (29, Some(1)),
            (59, Some(1)),
            (60, Some(1)),
            (89, Some(1)),
            (90, None),
        ] {
            assert_eq!(step(SEED, "287082", at(second)), expected, "{second}");
        }
        assert_eq!(step(SEED, "287082", at(-60)), None);
    }

    #[test]
    fn nonsense_is_no_code() {
        for nonsense in [
            "",
            "28708",
            "2870820",
            "28708a",
            "+28708",
            "２８７０８２",
            "287-082",
            "1e5000",
        ] {
            assert_eq!(step(SEED, nonsense, at(59)), None, "{nonsense}");
        }
    }

    #[test]
    fn apps_are_told_who_issues_for_whom() {
        let uri = uri(SEED, "li.wei@brand.example").unwrap();
        assert!(
            uri.starts_with("otpauth://totp/Touchstone:li.wei%40brand.example?"),
            "{uri}"
        );
        assert!(
            uri.contains(&format!("secret={}", base32(SEED))) && uri.contains("issuer=Touchstone"),
            "{uri}"
        );
        assert_eq!(base32(SEED), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    proptest! {
        #[test]
        fn a_recovery_code_survives_how_people_type_it(random: [u8; 32]) {
            let code = recovery_code(random);
            prop_assert_eq!(code.len(), 19);
            prop_assert_eq!(plain(&code), code.replace('-', ""));
            prop_assert_eq!(plain(&code.to_lowercase().replace('-', " ")), plain(&code));
            prop_assert_eq!(plain(&code.replace('0', "o").replace('1', "l")), plain(&code));
        }
    }
}
