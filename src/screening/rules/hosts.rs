//! How a host is built, whatever it is called: throwaway shops have names that nobody could say, subdomains that say
//! nothing, and seldom a suffix that asks who registers it.

use super::domains::SELLING;

/// How many numbers describe a host.
pub const FEATURES: usize = 9;

/// Subdomains that every shop has.
const USUAL: &[&str] = &[
    "www", "shop", "store", "m", "mall", "online", "blog", "tw", "cn", "us", "uk", "br", "en", "vip",
];

/// Suffixes that cost little and ask nothing.
const CHEAP: &[&str] = &[
    "club", "top", "xyz", "shop", "online", "site", "store", "vip", "icu", "cc", "win", "live", "buzz", "cyou",
];

/// Numbers between 0 and 1 that describe how a host is built.
#[must_use]
pub fn features(host: &str) -> [f64; FEATURES] {
    let host = host.trim_start_matches("www.").to_ascii_lowercase();
    let registered = psl::domain_str(&host).unwrap_or(&host);
    let label = registered.split('.').next().unwrap_or(registered);
    let suffix = registered.rsplit('.').next().unwrap_or_default();
    let chosen = host.strip_suffix(registered).unwrap_or_default().trim_end_matches('.');
    let share = |count: usize, most: usize| (count as f64 / most as f64).min(1.0);
    let letters = label.bytes().filter(u8::is_ascii_alphabetic).count().max(1);
    let vowels = label.bytes().filter(|byte| is_vowel(*byte)).count();
    [
        share(label.len(), 20),
        share(label.bytes().filter(u8::is_ascii_digit).count(), 4),
        vowels as f64 / letters as f64,
        share(
            longest_run(label, |byte| byte.is_ascii_alphabetic() && !is_vowel(byte)),
            6,
        ),
        f64::from(label.contains('-')),
        f64::from(SELLING.iter().any(|word| label.contains(word))),
        f64::from(!chosen.is_empty() && !chosen.split('.').all(|label| USUAL.contains(&label))),
        f64::from(suffix.len() == 2 && suffix != "cc"),
        f64::from(CHEAP.contains(&suffix)),
    ]
}

const fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

fn longest_run(text: &str, of: impl Fn(u8) -> bool) -> usize {
    text.bytes()
        .fold((0, 0), |(run, longest), byte| {
            let run = if of(byte) { run + 1 } else { 0 };
            (run, longest.max(run))
        })
        .1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_build_is_told_by_numbers() {
        let [length, digits, vowels, run, hyphen, sells, chosen, country, cheap] = features("xq7.brnzk-sale.club");
        assert_eq!((length, digits, vowels, run), (0.5, 0.0, 2.0 / 9.0, 5.0 / 6.0));
        assert_eq!((hyphen, sells, chosen, country, cheap), (1.0, 1.0, 1.0, 0.0, 1.0));
        assert_eq!(features("www.nordhaven.com.tw")[6..], [0.0, 1.0, 0.0]);
    }

    proptest! {
        #[test]
        fn numbers_are_between_nothing_and_all(host in any::<String>()) {
            prop_assert!(features(&host).iter().all(|number| (0.0..=1.0).contains(number)));
        }
    }
}
