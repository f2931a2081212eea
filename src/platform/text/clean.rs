//! Which text is accepted, and the one form it is stored in.
//!
//! Stored text is in Unicode normal form C, without white space around it. Right-to-left text is as welcome as any
//! other; only the characters that *override* or embed direction (U+202A–U+202E, U+2066–U+2069) are refused, because they
//! can make `gpj.exe` read as `exe.jpg` and one reviewer see another sentence than the next. They are refused and not
//! dropped: what was signed off is what was sent. Marks (U+200E, U+200F, U+061C) only place neutral characters and stay.

use std::ops::RangeInclusive;

use unicode_normalization::UnicodeNormalization;

use super::is_invisible;

/// Why a text is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Fewer characters than asked for; nothing but invisible characters counts as nothing.
    #[error("at least {min} characters are needed")]
    TooShort {
        /// The smallest accepted number of characters.
        min: usize,
    },
    /// More characters than there is room for.
    #[error("at most {max} characters are accepted")]
    TooLong {
        /// The largest accepted number of characters.
        max: usize,
    },
    /// A control character, or a code point that is no character.
    #[error("control characters are not accepted")]
    ControlCharacter,
    /// A character that overrides or embeds the direction of the text.
    #[error("characters that override the direction of the text are not accepted")]
    DirectionOverride,
}

/// A text of one line, such as a name or title, in its stored form. Lengths are in characters (Unicode scalar values).
///
/// # Errors
/// When it has a line break, tab or other control character, overrides direction, or is too short or long.
pub fn clean_line(raw: &str, length: RangeInclusive<usize>) -> Result<String, TextError> {
    clean(raw.trim(), &length, |_| false)
}

/// A text of any number of lines in its stored form: as [`clean_line`], with tabs and with line breaks as `\n`.
///
/// # Errors
/// When it has any other control character, overrides direction, or is too short or long.
pub fn clean_text(raw: &str, length: RangeInclusive<usize>) -> Result<String, TextError> {
    let lines = raw
        .replace("\r\n", "\n")
        .replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    clean(lines.trim(), &length, |c| matches!(c, '\n' | '\t'))
}

/// A line that nobody can be asked to correct, because a machine collected it, made acceptable: what [`clean_line`] refuses
/// becomes white space, and what is longer than `max` characters ends in an ellipsis. Empty where nothing is left.
#[must_use]
pub fn mend_line(raw: &str, max: usize) -> String {
    mend(raw, max, |_| false)
}

/// [`mend_line`] for any number of lines.
#[must_use]
pub fn mend_text(raw: &str, max: usize) -> String {
    let lines = raw.replace("\r\n", "\n").replace('\r', "\n");
    mend(&lines, max, |c| matches!(c, '\n' | '\t'))
}

fn mend(raw: &str, max: usize, is_layout: fn(char) -> bool) -> String {
    let acceptable = |c: char| {
        if is_direction_override(c) || is_control(c) && !is_layout(c) {
            ' '
        } else {
            c
        }
    };
    let text: String = raw.chars().map(acceptable).nfc().collect();
    let text = text.trim();
    if text.chars().all(|c| is_invisible(c) || c.is_whitespace()) {
        return String::new();
    }
    match text.char_indices().nth(max) {
        None => text.to_owned(),
        Some(_) => {
            let kept: String = text.chars().take(max.saturating_sub(1)).collect();
            format!("{}…", kept.trim_end())
        }
    }
}

fn clean(text: &str, length: &RangeInclusive<usize>, is_layout: fn(char) -> bool) -> Result<String, TextError> {
    if text.chars().any(is_direction_override) {
        return Err(TextError::DirectionOverride);
    }
    if text.chars().any(|c| is_control(c) && !is_layout(c)) {
        return Err(TextError::ControlCharacter);
    }
    if text.chars().all(|c| is_invisible(c) || c.is_whitespace()) {
        return sized(String::new(), length);
    }
    sized(text.nfc().collect(), length)
}

fn sized(text: String, length: &RangeInclusive<usize>) -> Result<String, TextError> {
    let (min, max) = (*length.start(), *length.end());
    match text.chars().count() {
        count if count < min => Err(TextError::TooShort { min }),
        count if count > max => Err(TextError::TooLong { max }),
        _ => Ok(text),
    }
}

fn is_direction_override(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Controls, the separators that break lines, and the code points that never are characters (XML cannot carry them).
fn is_control(c: char) -> bool {
    let code = u32::from(c);
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{fdd0}'..='\u{fdef}') || code & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines() {
        let cases = [
            ("  Fake shoes \n", Ok("Fake shoes")),
            ("cafe\u{301}", Ok("caf\u{e9}")),
            ("假鞋", Ok("假鞋")),
            ("منتج مقلد 123", Ok("منتج مقلد 123")),
            ("a\u{200f}b", Ok("a\u{200f}b")),
            ("👩\u{200d}🔧", Ok("👩\u{200d}🔧")),
            ("a\nb", Err(TextError::ControlCharacter)),
            ("a\tb", Err(TextError::ControlCharacter)),
            ("a\u{2028}b", Err(TextError::ControlCharacter)),
            ("a\0", Err(TextError::ControlCharacter)),
            ("a\u{7f}b", Err(TextError::ControlCharacter)),
            ("a\u{9b}b", Err(TextError::ControlCharacter)),
            ("a\u{ffff}b", Err(TextError::ControlCharacter)),
            ("exe.\u{202e}gpj", Err(TextError::DirectionOverride)),
            ("\u{2067}a\u{2069}", Err(TextError::DirectionOverride)),
            ("", Err(TextError::TooShort { min: 1 })),
            (" \u{3000} ", Err(TextError::TooShort { min: 1 })),
            ("\u{200b}\u{feff}", Err(TextError::TooShort { min: 1 })),
            ("12345678901", Err(TextError::TooLong { max: 10 })),
        ];
        for (raw, expected) in cases {
            let max = if raw.starts_with("123") { 10 } else { 40 };
            assert_eq!(clean_line(raw, 1..=max), expected.map(str::to_owned), "{raw:?}");
        }
    }

    #[test]
    fn texts_keep_their_lines() {
        let cases = [
            ("a\r\nb\rc\n\td\n", Ok("a\nb\nc\n\td")),
            ("a\u{2028}b\u{85}c", Ok("a\nb\nc")),
            ("a\u{1b}[31m", Err(TextError::ControlCharacter)),
            ("a\n\u{202d}b", Err(TextError::DirectionOverride)),
        ];
        for (raw, expected) in cases {
            assert_eq!(clean_text(raw, 0..=100), expected.map(str::to_owned), "{raw:?}");
        }
        assert_eq!(clean_text(" \n ", 0..=100).as_deref(), Ok(""));
    }

    #[test]
    fn lengths_are_in_characters_of_the_stored_form() {
        assert!(clean_line(&"é".repeat(10), 10..=10).is_ok());
        assert!(clean_line(&"e\u{301}".repeat(10), 10..=10).is_ok());
        assert!(clean_line("鞋鞋", 2..=2).is_ok());
    }

    proptest! {
        #[test]
        fn an_accepted_text_is_its_own_stored_form(raw in any::<String>()) {
            for clean in [clean_line, clean_text] {
                if let Ok(text) = clean(&raw, 0..=1_000) {
                    prop_assert_eq!(clean(&text, 0..=1_000), Ok(text.clone()));
                    prop_assert_eq!(text.trim(), &text);
                }
            }
        }

        #[test]
        fn plain_words_are_kept(words in "[a-zA-Z0-9é商ب]{1,20}( [a-z商ب]{1,9}){0,3}") {
            prop_assert_eq!(clean_line(&words, 1..=100), Ok(words.nfc().collect::<String>()));
        }
    }
}
