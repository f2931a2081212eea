//! Where a text has the words of a query, and the piece of it around them.
//!
//! Words are compared as [`super::search`] folds them, and marked in the text as it was written: by the positions of its
//! characters, never by markup.

use std::{collections::HashSet, ops::Range};

use unicode_normalization::char::is_combining_mark;

use super::search::{MAX_TOKEN_CHARS, Script, fold, script_of};

/// Characters that a piece shows before the first word it is about.
const BEFORE: usize = 40;
/// How far a piece may begin earlier or later in order to begin with a word.
const SLACK: usize = 15;

/// A piece of a text, with the words of a query marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The piece, in one line.
    pub text: String,
    /// The marked parts: positions of characters (Unicode scalar values) in the piece, in order, apart from each other.
    pub marks: Vec<Range<usize>>,
    /// Whether the text begins before the piece.
    pub cut_before: bool,
    /// Whether the text goes on after the piece.
    pub cut_after: bool,
}

/// The piece of at most `most` characters around the first word of the text that is among `tokens`, as
/// [`super::query_tokens`] makes them; `None` where it has none of them.
#[must_use]
pub fn excerpt(text: &str, tokens: &[String], most: usize) -> Option<Excerpt> {
    let chars: Vec<char> = text.chars().collect();
    let marked = marked(&chars, tokens);
    let first = marked.iter().position(|is_marked| *is_marked)?;
    let piece = piece(&chars, first, most);
    let shown = |c: &char| if c.is_whitespace() || c.is_control() { ' ' } else { *c };
    Some(Excerpt {
        text: chars[piece.clone()].iter().map(shown).collect(),
        marks: runs(&marked[piece.clone()]),
        cut_before: piece.start > 0,
        cut_after: piece.end < chars.len(),
    })
}

/// Which part of a text to show.
fn piece(chars: &[char], first: usize, most: usize) -> Range<usize> {
    if chars.len() <= most {
        return 0..chars.len();
    }
    let mut start = first.saturating_sub(BEFORE.min(most / 2)).min(chars.len() - most);
    if start > 0 {
        let begins = |at: &usize| chars[at - 1].is_whitespace() && !chars[*at].is_whitespace();
        let near = (start..=first).take(SLACK).find(begins);
        start = near.unwrap_or(start);
        while start < first && is_combining_mark(chars[start]) {
            start += 1;
        }
    }
    let mut end = (start + most).min(chars.len());
    while end < chars.len() && end > first + 1 && is_combining_mark(chars[end]) {
        end -= 1;
    }
    start..end
}

/// The runs of `true`.
fn runs(marked: &[bool]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in (0..marked.len()).filter(|at| marked[*at]) {
        match runs.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// A folded character, and the characters of the text that it stands for.
struct Folded {
    c: char,
    of: Range<usize>,
}

/// For each character whether it belongs to a word among `tokens`.
fn marked(chars: &[char], tokens: &[String]) -> Vec<bool> {
    let tokens: HashSet<&str> = tokens.iter().map(String::as_str).collect();
    let mut marked = vec![false; chars.len()];
    let folded = folded(chars);
    let script = |folded: &Folded| folded.c.is_alphanumeric().then(|| script_of(folded.c));
    for part in folded.chunk_by(|a, b| script(a) == script(b)) {
        let found: Vec<&[Folded]> = match script(&part[0]) {
            None => Vec::new(),
            Some(Script::Words) => vec![part],
            Some(Script::Run) => part.windows(1).chain(part.windows(2)).collect(),
        };
        for word in found {
            let token: String = word.iter().take(MAX_TOKEN_CHARS).map(|folded| folded.c).collect();
            if tokens.contains(token.as_str()) {
                marked[word[0].of.start..word[word.len() - 1].of.end].fill(true);
            }
        }
    }
    marked
}

/// Folds a text character by character, each with the marks that follow it.
fn folded(chars: &[char]) -> Vec<Folded> {
    let follows = |c: char| is_combining_mark(c) || matches!(c, '\u{ff9e}' | '\u{ff9f}');
    let mut all = Vec::with_capacity(chars.len());
    let mut start = 0;
    while start < chars.len() {
        let mut end = start + 1;
        while end < chars.len() && follows(chars[end]) {
            end += 1;
        }
        let cluster: String = chars[start..end].iter().collect();
        all.extend(fold(&cluster).chars().map(|c| Folded { c, of: start..end }));
        start = end;
    }
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::{query_tokens, search_tokens},
        *,
    };

    /// The piece with its marks in brackets and `…` where it is cut.
    fn shown(text: &str, query: &str, most: usize) -> Option<String> {
        let found = excerpt(text, &query_tokens(query), most)?;
        let mut shown = String::new();
        for (at, c) in found.text.chars().enumerate() {
            shown.extend(found.marks.iter().filter(|mark| mark.start == at).map(|_| '['));
            shown.push(c);
            shown.extend(found.marks.iter().filter(|mark| mark.end == at + 1).map(|_| ']'));
        }
        let (before, after) = (
            if found.cut_before { "…" } else { "" },
            if found.cut_after { "…" } else { "" },
        );
        Some(format!("{before}{shown}{after}"))
    }

    #[test]
    fn words_are_marked_as_they_were_written() {
        for (text, query, expected) in [
            ("Fake Nike shoes", "nike", "Fake [Nike] shoes"),
            ("男士跑鞋专柜", "跑鞋", "男士[跑鞋]专柜"),
            ("男士跑鞋专柜跑鞋", "鞋", "男士跑[鞋]专柜跑[鞋]"),
            ("耐克跑鞋", "耐克跑鞋", "[耐克跑鞋]"),
            (
                "Bolsas FALSIFICAÇÃO em São Paulo",
                "falsificacao sao",
                "Bolsas [FALSIFICAÇÃO] em [São] Paulo",
            ),
            ("Sa\u{303}o", "são", "[Sa\u{303}o]"),
            ("ＮＩＫＥ①", "nike1", "[ＮＩＫＥ①]"),
            ("N\u{200b}ike", "nike", "[N\u{200b}ike]"),
            ("Straße", "strasse", "[Straße]"),
            ("ｶﾞｯﾊﾞ", "ガッバ", "[ｶﾞｯﾊﾞ]"),
            ("one\ntwo", "two", "one [two]"),
            ("<b>nike</b>", "nike b", "<[b]>[nike]</[b]>"),
        ] {
            assert_eq!(shown(text, query, 100).as_deref(), Some(expected), "{query}");
        }
        assert_eq!(shown("Nikes", "nike", 100), None);
        assert_eq!(shown("", "nike", 100), None);
    }

    #[test]
    fn a_long_text_is_cut_around_the_first_word() {
        let text = format!("{} fake Nike {}", "before ".repeat(50), "after ".repeat(50));
        let found = shown(&text, "nike", 60).unwrap();
        assert!(found.starts_with("…before") || found.starts_with("…fake"), "{found}");
        assert!(found.contains("fake [Nike] after") && found.ends_with('…'), "{found}");
        let at_end = format!("{}终点", "商".repeat(500));
        assert!(shown(&at_end, "终点", 60).unwrap().ends_with("[终点]"));
    }

    proptest! {
        #[test]
        fn what_is_found_is_marked(text in any::<String>(), at in any::<prop::sample::Index>()) {
            let tokens = search_tokens(&text);
            prop_assume!(!tokens.is_empty());
            let token = tokens[at.index(tokens.len())].clone();
            // Jamo that belong together are composed in the index, and not here.
            prop_assume!(!text.chars().any(|c| ('\u{1100}'..='\u{11ff}').contains(&c)));
            if let Some(found) = excerpt(&text, &[token], 50) {
                prop_assert!(found.text.chars().count() <= 50);
                prop_assert!(!found.marks.is_empty());
                prop_assert!(found.marks.iter().all(|mark| mark.end <= found.text.chars().count()));
            }
        }

        #[test]
        fn words_of_people_are_always_marked(before in "[a-zé 商鞋ガ]{0,200}", word in "[a-zçã]{2,12}", after in "[ 商z]{0,200}") {
            let text = format!("{before} {word} {after}");
            let found = excerpt(&text, &query_tokens(&word), 60);
            let found = found.unwrap();
            // Another word of the same letters may come first: `éa` for `eã`.
            let words = found.marks.iter().map(|mark| found.text.chars().skip(mark.start).take(mark.len()).collect::<String>());
            let folded: Vec<String> = words.map(|marked| fold(&marked)).collect();
            prop_assert!(folded.contains(&fold(&word)), "{folded:?}");
        }
    }
}
