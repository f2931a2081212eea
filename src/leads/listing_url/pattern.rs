//! The pattern language of the tables: a literal, with these in it.
//!
//! | token | matches |
//! | --- | --- |
//! | `*` | anything, also nothing; as little as possible |
//! | `{d}` | digits, captured |
//! | `{u}` | capital letters, captured |
//! | `{w}` | letters, digits, `-` and `_`, captured |
//! | `{s}` | the same and `.`, captured |
//! | `{a}` | exactly ten letters and digits, captured in capitals (Amazon's ASIN) |
//!
//! A capture takes all it can and never gives back. Templates name captures by their place: `{1}`, `{2}`.

/// What a pattern captures from a text, if it matches the whole of it.
pub(super) fn captures(pattern: &str, text: &str) -> Option<Vec<String>> {
    let mut found = Vec::new();
    matches(pattern, text, &mut found).then_some(found)
}

/// A template with the site and the captures put in their places.
pub(super) fn fill(template: &str, captures: &[String], site: &str) -> String {
    let numbered = captures.iter().enumerate();
    numbered.fold(template.replace("{site}", site), |text, (index, value)| {
        text.replace(&format!("{{{}}}", index + 1), value)
    })
}

fn matches(pattern: &str, text: &str, found: &mut Vec<String>) -> bool {
    let special = pattern.find(['*', '{']).unwrap_or(pattern.len());
    let (literal, pattern) = pattern.split_at(special);
    let Some(text) = text.strip_prefix(literal) else {
        return false;
    };
    if let Some(rest) = pattern.strip_prefix('*') {
        let starts = text.char_indices().map(|(index, _)| index).chain([text.len()]);
        return starts.into_iter().any(|start| matches(rest, &text[start..], found));
    }
    let Some((class, rest)) = class_at(pattern) else {
        return text.is_empty();
    };
    let taken = text.bytes().take_while(|byte| is_in(class, *byte)).count();
    if taken == 0 || (class == 'a' && taken != 10) {
        return false;
    }
    let (value, text) = text.split_at(taken);
    found.push(if class == 'a' {
        value.to_ascii_uppercase()
    } else {
        value.to_owned()
    });
    let matched = matches(rest, text, found);
    if !matched {
        found.pop();
    }
    matched
}

fn class_at(pattern: &str) -> Option<(char, &str)> {
    let (class, rest) = pattern.strip_prefix('{')?.split_once('}')?;
    Some((class.chars().next()?, rest))
}

fn is_in(class: char, byte: u8) -> bool {
    match class {
        'd' => byte.is_ascii_digit(),
        'u' => byte.is_ascii_uppercase(),
        'a' => byte.is_ascii_alphanumeric(),
        's' => byte == b'.' || is_in('w', byte),
        _ => byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_whole_texts_and_capture() {
        let cases: [(&str, &str, Option<&[&str]>); 12] = [
            ("/a", "/a", Some(&[])),
            ("/a", "/ab", None),
            ("*", "", Some(&[])),
            ("shop{d}", "shop12", Some(&["12"])),
            ("shop{d}", "shop", None),
            ("shop{d}", "shop12x", None),
            ("/x/*-i{d}-s{d}.html", "/x/mi-i1-i22-s333.html", Some(&["22", "333"])),
            ("*/dp/{a}*", "/Name/dp/b0d1vj9hhy/ref=x", Some(&["B0D1VJ9HHY"])),
            ("*/dp/{a}*", "/dp/B0D1VJ9HHYX", None),
            ("/M{u}-{d}*", "/MLB-12-name", Some(&["LB", "12"])),
            ("/{s}", "/h.a-B_9", Some(&["h.a-B_9"])),
            ("*é{w}", "née1", Some(&["e1"])),
        ];
        for (pattern, text, expected) in cases {
            let found = captures(pattern, text);
            let found = found
                .as_ref()
                .map(|all| all.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(found.as_deref(), expected, "{pattern} on {text}");
        }
    }

    #[test]
    fn templates_are_filled_by_place() {
        let captures = ["7".to_owned(), "8".to_owned()];
        assert_eq!(
            fill("https://{site}/{2}/{1}", &captures, "a.example"),
            "https://a.example/8/7"
        );
    }
}
