//! Text that people type: what is stored, what is searched, what is looked up.
//!
//! Four pure questions, each with one answer for the whole product: which text is accepted and in which form
//! ([`clean_line`], [`clean_text`]; [`mend_line`], [`mend_text`] for what machines collected), which tokens a text is found by ([`search_tokens`], [`query_tokens`]), where it
//! has them ([`excerpt()`]), and which e-mail address is meant ([`normalize_email`]).

mod clean;
mod email;
mod excerpt;
mod search;

pub use clean::{TextError, clean_line, clean_text, mend_line, mend_text};
pub use email::{EmailError, normalize_email};
pub use excerpt::{Excerpt, excerpt};
pub use search::{MAX_QUERY_TOKENS, MAX_TOKEN_CHARS, MAX_TOKENS, fold, is_of_run, query_tokens, search_tokens};

/// Characters that show nothing and mean nothing for a word: zero-width and joining characters, direction marks, soft
/// hyphens, byte order marks, variation selectors and tags.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}
