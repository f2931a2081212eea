//! Patterns of STIX indicators, as far as they are lists of values: comparisons with `=` or `IN`, joined by AND or OR.

/// A value that a pattern looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Compared {
    /// The type of object, such as `url`.
    pub(super) of_type: String,
    /// The property, such as `value` or `hashes.MD5`.
    pub(super) property: String,
    /// What it is to be.
    pub(super) value: String,
}

/// Most comparisons of a pattern.
const MOST: usize = 1_000;
/// Deepest nesting of brackets.
const DEEPEST: usize = 20;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Open,
    Close,
    Left,
    Right,
    Comma,
    Equals,
    Word(String),
    Text(String),
}

/// The values of a pattern; `None` where it is more than a list of them.
pub(super) fn values(pattern: &str) -> Option<Vec<Compared>> {
    let tokens = tokens(pattern)?;
    let mut found = Vec::new();
    let rest = joined(&tokens, false, 0, &mut found)?;
    (rest.is_empty() && found.len() <= MOST).then_some(found)
}

/// What AND or OR joins, inside of square brackets or outside; hands back what follows.
fn joined<'a>(tokens: &'a [Token], within: bool, depth: usize, found: &mut Vec<Compared>) -> Option<&'a [Token]> {
    let mut rest = one(tokens, within, depth, found)?;
    while let [Token::Word(word), after @ ..] = rest
        && (word == "AND" || word == "OR")
    {
        rest = one(after, within, depth, found)?;
    }
    Some(rest)
}

fn one<'a>(tokens: &'a [Token], within: bool, depth: usize, found: &mut Vec<Compared>) -> Option<&'a [Token]> {
    match tokens {
        [Token::Left, rest @ ..] if depth < DEEPEST => closed(joined(rest, within, depth + 1, found)?, &Token::Right),
        [Token::Open, rest @ ..] if !within => closed(joined(rest, true, depth, found)?, &Token::Close),
        [Token::Word(path), Token::Equals, Token::Text(value), rest @ ..] if within => {
            found.push(compared(path, value)?);
            Some(rest)
        }
        [Token::Word(path), Token::Word(word), Token::Left, rest @ ..] if within && word == "IN" => {
            list(path, rest, found)
        }
        _ => None,
    }
}

fn closed<'a>(tokens: &'a [Token], by: &Token) -> Option<&'a [Token]> {
    tokens
        .split_first()
        .filter(|(first, _)| *first == by)
        .map(|(_, rest)| rest)
}

fn list<'a>(path: &str, mut rest: &'a [Token], found: &mut Vec<Compared>) -> Option<&'a [Token]> {
    loop {
        match rest {
            [Token::Text(value), Token::Comma, after @ ..] => {
                found.push(compared(path, value)?);
                rest = after;
            }
            [Token::Text(value), Token::Right, after @ ..] => {
                found.push(compared(path, value)?);
                return Some(after);
            }
            _ => return None,
        }
    }
}

fn compared(path: &str, value: &str) -> Option<Compared> {
    let (of_type, property) = path.split_once(':')?;
    Some(Compared {
        of_type: of_type.to_owned(),
        property: property.replace('\'', ""),
        value: value.to_owned(),
    })
}

fn tokens(pattern: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        let token = match c {
            '[' => Token::Open,
            ']' => Token::Close,
            '(' => Token::Left,
            ')' => Token::Right,
            ',' => Token::Comma,
            '=' => Token::Equals,
            '\'' => Token::Text(quoted(&mut chars)?),
            space if space.is_whitespace() => continue,
            start if start.is_alphanumeric() => {
                let mut word = String::from(start);
                while let Some(next) = chars.next_if(|next| next.is_alphanumeric() || "-_.:".contains(*next)) {
                    word.push(next);
                    // A part of a path such as `hashes.'SHA-256'`.
                    if next == '.' && chars.next_if_eq(&'\'').is_some() {
                        word.push_str(&quoted(&mut chars)?);
                    }
                }
                Token::Word(word)
            }
            _ => return None,
        };
        tokens.push(token);
    }
    Some(tokens)
}

/// The rest of a text in quotes, its escapes undone.
fn quoted(chars: &mut impl Iterator<Item = char>) -> Option<String> {
    let mut text = String::new();
    loop {
        match chars.next()? {
            '\'' => return Some(text),
            '\\' => text.push(chars.next()?),
            other => text.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(pattern: &str) -> Option<Vec<String>> {
        let found = values(pattern)?;
        Some(
            found
                .into_iter()
                .map(|one| format!("{}:{}={}", one.of_type, one.property, one.value))
                .collect(),
        )
    }

    #[test]
    fn lists_of_values_are_understood() {
        for (pattern, expected) in [
            (
                "[url:value = 'https://a.example/']",
                vec!["url:value=https://a.example/"],
            ),
            (
                "[domain-name:value='a.example' OR domain-name:value = 'b.example']",
                vec!["domain-name:value=a.example", "domain-name:value=b.example"],
            ),
            (
                "([url:value = 'x'] OR [file:hashes.'SHA-256' = 'ab']) AND [email-addr:value = 'it\\'s']",
                vec!["url:value=x", "file:hashes.SHA-256=ab", "email-addr:value=it's"],
            ),
            ("[url:value IN ('a', 'b')]", vec!["url:value=a", "url:value=b"]),
            (
                "[(url:value = 'a' AND url:value = 'b') OR url:value = 'c']",
                vec!["url:value=a", "url:value=b", "url:value=c"],
            ),
        ] {
            assert_eq!(said(pattern).unwrap_or_default(), expected, "{pattern}");
        }
    }

    #[test]
    fn what_is_more_than_that_is_not() {
        for pattern in [
            "",
            "[]",
            "[url:value LIKE 'https://%']",
            "[url:value != 'x']",
            "[NOT url:value = 'x']",
            "[url:value = 'x'] FOLLOWEDBY [url:value = 'y']",
            "[url:value = 'x'] WITHIN 5 SECONDS",
            "[url:value = 'x'",
            "url:value = 'x'",
            "[url:value = 'x'] [url:value = 'y']",
            "[url:value = 'x' OR]",
            "[file:size = 5]",
            "[[url:value = 'x']]",
            "([url:value = 'x']",
            "[url:value = 'x')]",
        ] {
            assert_eq!(said(pattern), None, "{pattern}");
        }
    }
}
