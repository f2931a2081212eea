//! The tokens a text is found by, made here so that SQLite's FTS5 and PostgreSQL's `tsvector` hold the same ones.
//!
//! **Folding.** Compatibility forms become plain (`ＮＩＫＥ`, `㎏`, `①`, `🅝`), case and diacritics go (`Ångström` →
//! `angstrom`), invisible characters go without splitting the word they hide in. All combining marks go, because the
//! databases' own tokenizers would split at them: Hebrew and Arabic are found with or without vowel points, and Indic and
//! Thai words that differ only in vowel signs find one another. Kana keep their voicing. Traditional and simplified
//! characters are not unified.
//!
//! **Words.** A token is a run of letters and digits of any script, never anything else. Chinese, Japanese and Korean have
//! runs instead of words: a text is found by each pair of neighbours in a run, and by each character of it. So 跑鞋 is found
//! in 男士跑鞋专柜, and so is 鞋 alone.
//!
//! **Queries.** [`search_tokens`] serves both sides: each token of a query must be among those of the text.
//! [`query_tokens`] is the thrifty form: of a run of two or more it asks for the pairs only, which imply the single
//! characters. No prefixes are needed.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::is_invisible;

/// A text is found by at most this many different tokens, its first ones.
pub const MAX_TOKENS: usize = 4_096;

/// A query asks for at most this many different tokens, its first ones.
pub const MAX_QUERY_TOKENS: usize = 32;

/// Longer tokens are cut to this many characters, in texts and in queries.
pub const MAX_TOKEN_CHARS: usize = 64;

/// The tokens a text is found by, each once, in the order of the text.
#[must_use]
pub fn search_tokens(text: &str) -> Vec<String> {
    distinct(text, MAX_TOKENS, |run| singles(run).chain(pairs(run)).collect())
}

/// The tokens that a text must all have to answer a query; a subset of the query's [`search_tokens`].
#[must_use]
pub fn query_tokens(query: &str) -> Vec<String> {
    distinct(query, MAX_QUERY_TOKENS, |run| {
        if run.len() == 1 {
            singles(run).collect()
        } else {
            pairs(run).collect()
        }
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// Written in runs without spaces, or with particles tied to the word.
    Run,
    /// Written in words.
    Words,
}

/// Cuts folded text into words and runs, and keeps the first `most` different tokens of them.
fn distinct(text: &str, most: usize, of_run: fn(&[char]) -> Vec<String>) -> Vec<String> {
    let mut found = Tokens {
        most,
        of_run,
        seen: HashSet::new(),
        tokens: Vec::new(),
    };
    let mut current: Option<Script> = None;
    let mut part = Vec::new();
    for c in folded(text) {
        let script = c.is_alphanumeric().then(|| script_of(c));
        // A run is closed when it is long, with its last character carried over, so that memory stays bounded.
        let is_full = script == Some(Script::Run) && part.len() == MAX_TOKEN_CHARS;
        if script != current || is_full {
            found.take(current, &part);
            part.drain(..if script == current { part.len() - 1 } else { part.len() });
            current = script;
        }
        if found.is_full() {
            return found.tokens;
        }
        if script.is_some() && part.len() < MAX_TOKEN_CHARS {
            part.push(c);
        }
    }
    found.take(current, &part);
    found.tokens
}

struct Tokens {
    most: usize,
    of_run: fn(&[char]) -> Vec<String>,
    seen: HashSet<String>,
    tokens: Vec<String>,
}

impl Tokens {
    fn take(&mut self, script: Option<Script>, part: &[char]) {
        match script {
            Some(Script::Run) => (self.of_run)(part).into_iter().for_each(|token| self.add(token)),
            Some(Script::Words) => self.add(part.iter().collect()),
            None => {}
        }
    }

    fn add(&mut self, token: String) {
        if !self.is_full() && self.seen.insert(token.clone()) {
            self.tokens.push(token);
        }
    }

    fn is_full(&self) -> bool {
        self.tokens.len() == self.most
    }
}

fn singles(run: &[char]) -> impl Iterator<Item = String> {
    run.iter().map(char::to_string)
}

fn pairs(run: &[char]) -> impl Iterator<Item = String> {
    run.windows(2).map(|pair| pair.iter().collect())
}

/// The text without case, diacritics and invisible characters: what a search for a part of a name compares.
#[must_use]
pub fn fold(text: &str) -> String {
    folded(text).collect()
}

fn folded(text: &str) -> impl Iterator<Item = char> {
    let visible = text.nfkd().filter(|c| !is_invisible(*c));
    let lower = visible
        .flat_map(char::to_lowercase)
        .filter(|c| !is_combining_mark(*c) || is_kana_voicing(*c));
    lower.nfc().flat_map(|c| {
        let (first, second) = plain(c);
        std::iter::once(first).chain(second)
    })
}

/// Letters that have a plain form which Unicode does not decompose them to.
fn plain(c: char) -> (char, Option<char>) {
    match c {
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'þ' => ('t', Some('h')),
        'ø' => ('o', None),
        'ł' => ('l', None),
        'đ' | 'ð' => ('d', None),
        'ħ' => ('h', None),
        'ı' => ('i', None),
        'ς' => ('σ', None),
        '🅐'..='🅩' => (squared('🅐', c), None),
        '🅰'..='🆉' => (squared('🅰', c), None),
        other => (other, None),
    }
}

/// The letter in a white-on-black circle or square, of an alphabet that begins with `first`.
fn squared(first: char, c: char) -> char {
    let letters = 'a'..='z';
    letters
        .zip(first..)
        .find(|(_, shown)| *shown == c)
        .map_or(c, |(letter, _)| letter)
}

fn is_kana_voicing(c: char) -> bool {
    matches!(c, '\u{3099}' | '\u{309a}')
}

/// Whether a character is of a script that is written in runs, without spaces between words.
#[must_use]
pub fn is_of_run(c: char) -> bool {
    script_of(c) == Script::Run
}

/// Han, kana, bopomofo and Hangul are written in runs.
pub(super) fn script_of(c: char) -> Script {
    match c {
        '\u{1100}'..='\u{11ff}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3021}'..='\u{3029}'
        | '\u{3031}'..='\u{318f}'
        | '\u{31a0}'..='\u{31bf}'
        | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{a960}'..='\u{a97f}'
        | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{1aff0}'..='\u{1b16f}'
        | '\u{20000}'..='\u{3ffff}' => Script::Run,
        _ => Script::Words,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(tokens: &[String]) -> String {
        tokens.join(" ")
    }

    fn finds(query: &str, document: &str) -> bool {
        let tokens = search_tokens(document);
        let asked = query_tokens(query);
        !asked.is_empty() && asked.iter().all(|token| tokens.contains(token))
    }

    #[test]
    fn texts_become_tokens() {
        let cases = [
            ("", ""),
            (" .,;!? —…★ ", ""),
            ("Nike AIR-Max 90", "nike air max 90"),
            ("nike Nike NIKE", "nike"),
            ("ＮＩＫＥ ① ㎏ Ⅷ ½", "nike 1 kg viii 2"),
            ("N\u{200b}i\u{ad}ke 🅝🅘🅚🅔 🅽🅸🅺🅴s", "nike nikes"),
            (
                "Ångström L'Oréal Čapek Łódź Straße İstanbul ΣΊΣΥΦΟΣ",
                "angstrom l oreal capek lodz strasse istanbul σισυφοσ",
            ),
            ("Ёлка й", "елка и"),
            ("שָׁלוֹם مُنتَج", "שלום منتج"),
            ("हिन्दी", "हनद"),
            ("鞋", "鞋"),
            ("跑鞋", "跑 鞋 跑鞋"),
            ("耐克Nike跑鞋2024款", "耐 克 耐克 nike 跑 鞋 跑鞋 2024 款"),
            ("ガッバ", "ガ ッ バ ガッ ッバ"),
            ("ｶﾞ", "ガ"),
            ("한국", "한 국 한국"),
            ("AND \"x\" OR (y*) NOT z:1 NEAR/2 -w", "and x or y not z 1 near 2 w"),
            ("LD-26-7K3Q", "ld 26 7k3q"),
        ];
        for (raw, expected) in cases {
            assert_eq!(text(&search_tokens(raw)), expected, "{raw}");
        }
    }

    #[test]
    fn queries_ask_for_pairs_only() {
        let cases = [
            ("跑鞋", "跑鞋"),
            ("耐克跑鞋", "耐克 克跑 跑鞋"),
            ("鞋", "鞋"),
            ("Nike 鞋", "nike 鞋"),
            ("跑 鞋", "跑 鞋"),
        ];
        for (raw, expected) in cases {
            assert_eq!(text(&query_tokens(raw)), expected, "{raw}");
        }
    }

    #[test]
    fn what_people_look_for_is_found() {
        let found = [
            ("跑鞋", "男士跑鞋专柜"),
            ("鞋", "男士跑鞋专柜"),
            ("鞋 nike", "Nike耐克男士跑鞋"),
            ("東京", "東京タワーの店"),
            ("가방", "명품가방을 팝니다"),
            ("oreal", "L’ORÉAL"),
            ("L'Oreal", "l’oréal paris"),
            ("nike", "N\u{200d}I\u{200d}K\u{200d}E"),
        ];
        for (query, document) in found {
            assert!(finds(query, document), "{query} in {document}");
        }
        for (query, document) in [("鞋跑", "男士跑鞋"), ("nik", "nike"), ("かき", "がき"), ("...", "a")] {
            assert!(!finds(query, document), "{query} in {document}");
        }
    }

    #[test]
    fn long_texts_and_words_are_bounded() {
        let many = (0..10_000).map(|n| format!("w{n} ")).collect::<String>();
        assert_eq!(search_tokens(&many).len(), MAX_TOKENS);
        assert_eq!(query_tokens(&many).len(), MAX_QUERY_TOKENS);
        let long = "x".repeat(100_000);
        assert_eq!(search_tokens(&long), ["x".repeat(MAX_TOKEN_CHARS)]);
        assert!(finds(&long, &format!("a {long} b")));
        let run: String = ('\u{4e00}'..).take(1_000).collect();
        assert_eq!(search_tokens(&run).len(), 1_999);
        assert!(
            run.chars()
                .zip(run.chars().skip(1))
                .all(|(a, b)| finds(&format!("{a}{b}"), &run))
        );
    }

    proptest! {
        #[test]
        fn tokens_are_short_letters_and_digits(raw in any::<String>()) {
            for token in search_tokens(&raw) {
                prop_assert!((1..=MAX_TOKEN_CHARS).contains(&token.chars().count()), "{token:?}");
                prop_assert!(token.chars().all(|c| c.is_alphanumeric() && !is_combining_mark(c)), "{token:?}");
            }
        }

        #[test]
        fn a_token_is_its_own_token(raw in any::<String>()) {
            let tokens = search_tokens(&raw);
            for token in &tokens {
                prop_assert_eq!(query_tokens(token), [token.clone()]);
            }
            prop_assert!(query_tokens(&raw).iter().all(|token| tokens.contains(token)));
        }

        #[test]
        fn a_text_is_found_by_its_parts(
            before in "[a-z 商鞋]{0,20}", word in "[a-z0-9]{1,12}", run in "[商鞋耐克跑カ가]{1,12}", after in "[ 商z]{0,9}",
        ) {
            let document = format!("{before} {word}{run}{after}");
            prop_assert!(finds(&word, &document));
            prop_assert!(finds(&run, &document));
            prop_assert!(finds(&document, &document));
            prop_assert!(finds(&word.to_uppercase(), &document));
        }

        #[test]
        fn composed_and_decomposed_text_have_the_same_tokens(raw in any::<String>()) {
            let (composed, decomposed): (String, String) = (raw.nfc().collect(), raw.nfd().collect());
            prop_assert_eq!(search_tokens(&composed), search_tokens(&decomposed));
        }
    }
}
