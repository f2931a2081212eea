//! How the words of a comment name people: `@{1}` stands for the first of those it mentions.

use std::collections::BTreeSet;

/// Most people that a comment may name.
pub const MOST_MENTIONS: usize = 20;

/// The marker of the person of that number, 1 for the first.
#[must_use]
pub fn marker(number: usize) -> String {
    format!("@{{{number}}}")
}

/// Whether the markers of a text are those of so many people: each of them at least once, and no other.
#[must_use]
pub fn names_each(text: &str, people: usize) -> bool {
    let named: BTreeSet<usize> = text.split("@{").skip(1).filter_map(number).collect();
    named.into_iter().eq(1..=people)
}

/// The number with which what follows `@{` begins, if it is a marker.
fn number(rest: &str) -> Option<usize> {
    let (digits, _) = rest.split_once('}')?;
    let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_names_each_person_and_nobody_else() {
        assert!(names_each("nobody", 0) && names_each("an @ and a {brace}", 0));
        assert!(names_each("@{1}, see @{2}; thanks, @{1}", 2));
        assert!(!names_each("@{1}", 2) && !names_each("@{2}", 1) && !names_each("@{0}", 1) && !names_each("@{1}", 0));
        assert!(names_each("@{x} @{ @{123} @{1}", 1), "what is no marker is text");
        assert!(names_each(&format!("{} 你好", marker(1)), 1));
    }
}
