//! How identifiers are written: what is folded before any kind looks at a text, and what is hidden of it.

use unicode_normalization::UnicodeNormalization as _;

use super::Refusal;

/// The text in compatibility form (NFKC), without invisible characters and without white space around it.
pub(super) fn plain(raw: &str) -> String {
    // Composed again after the invisible characters went, because they may have kept a mark from its letter.
    let text: String = raw.nfkc().filter(|c| !is_invisible(*c)).collect();
    text.nfkc().collect::<String>().trim().to_owned()
}

/// The text without white space, `separators` and the dashes of any script.
pub(super) fn compact(text: &str, separators: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !is_dash(*c) && !separators.contains(*c))
        .collect()
}

/// [`compact`], with all its letters as capitals.
pub(super) fn compact_capitals(text: &str, separators: &str) -> String {
    plain(&compact(text, separators).to_uppercase())
}

/// Hyphens, dashes and the minus sign, which people do not tell apart. `ー` stands for them in numbers typed in Japanese
/// or Chinese.
pub(super) fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{30fc}' | '\u{fe58}' | '\u{fe63}'
    )
}

/// Characters that show nothing and mean nothing.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
        || c.is_control() && !c.is_whitespace()
}

/// Whether these are two letters as ISO 3166-1 alpha-2 has them, in either case.
pub(super) fn is_country(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// A country as a hint names it, in capitals.
pub(super) fn country(code: &str) -> Result<String, Refusal> {
    if is_country(code) {
        Ok(code.to_ascii_uppercase())
    } else {
        Err(Refusal::UnknownCountry)
    }
}

/// The country that a text names before a colon, as norms do, or else the one of the hint; and the text without it.
pub(super) fn in_country<'a>(text: &'a str, hint: Option<&str>) -> Result<(String, &'a str), Refusal> {
    let hint = hint.map(country).transpose()?;
    match (text.split_once(':'), hint) {
        (Some((named, rest)), hint) if is_country(named) => {
            let named = named.to_ascii_uppercase();
            if hint.is_some_and(|hint| hint != named) {
                return Err(Refusal::Contradiction);
            }
            Ok((named, rest))
        }
        (_, Some(hint)) => Ok((hint, text)),
        (_, None) => Err(Refusal::CountryNeeded),
    }
}

/// The first and last characters, enough to recognise what one knows: two each of a long text, one each of a short one.
pub(super) fn masked(text: &str) -> String {
    let length = text.chars().count();
    let shown = match length {
        0..=3 => 0,
        4..=8 => 1,
        _ => 2,
    };
    let first: String = text.chars().take(shown).collect();
    let last: String = text.chars().skip(length - shown).collect();
    format!("{first}***{last}")
}

/// The last four characters; fewer of what is so short that they would give it away.
pub(super) fn last_four(text: &str) -> String {
    let length = text.chars().count();
    let last: String = text.chars().skip(length - 4.min(length / 2)).collect();
    format!("***{last}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_write_as_they_like() {
        let cases = [
            ("  １３８ ００１３\u{200b} ", "138 0013"),
            ("ＱＱ：１２３", "QQ:123"),
            ("\u{feff}ﬁ①", "fi1"),
            ("e\u{200d}\u{301}", "é"),
            (" \u{202e} ", ""),
        ];
        for (raw, expected) in cases {
            assert_eq!(plain(raw), expected, "{raw:?}");
        }
        assert_eq!(compact("12－34—5ー6 7.8", "."), "12－3456 78".replace(' ', "").as_str());
    }

    #[test]
    fn little_is_shown() {
        let cases = [
            ("", "***"),
            ("abc", "***"),
            ("abcd", "a***d"),
            ("shop_12345", "sh***45"),
            ("手机号码", "手***码"),
        ];
        for (text, expected) in cases {
            assert_eq!(masked(text), expected);
        }
        let cases = [
            ("", "***"),
            ("123", "***3"),
            ("123456", "***456"),
            ("11010519491231002X", "***002X"),
        ];
        for (text, expected) in cases {
            assert_eq!(last_four(text), expected);
        }
    }
}
