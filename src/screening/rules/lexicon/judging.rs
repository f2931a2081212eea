//! Whether a find counts: it stands by itself, and is written as the word is or as a disguise of it.

use super::{Role, SHORTEST_BENT, Word, Writing, squeezed};
use crate::{platform::text::is_of_run, screening::rules::folding::Folded};

pub(super) fn end_of_word(shape: &str, start: usize) -> usize {
    let rest = shape[start..].find(|c: char| !c.is_alphanumeric() || is_of_run(c));
    rest.map_or(shape.len(), |rest| start + rest)
}

/// Whether a find counts, and how it is written.
pub(super) fn judged(word: &Word, text: &Folded, start: usize, end: usize) -> Option<Writing> {
    let plain = text.plain_of(start, end);
    let bent = plain != &*word.plain;
    if !stands_alone(word, text, start, end, bent) {
        return None;
    }
    if bent {
        return is_disguise(word, plain).then_some(Writing::Bent);
    }
    let has_marks = word
        .marks
        .as_ref()
        .is_none_or(|marks| squeezed(text.written_of(start, end)) == **marks);
    let writing = if text.is_spelled_out(start) {
        Writing::Bent
    } else {
        Writing::Plain
    };
    has_marks.then_some(writing)
}

fn stands_alone(word: &Word, text: &Folded, start: usize, end: usize, bent: bool) -> bool {
    let inside = text.plain_of(start, end);
    let (Some(first), Some(last)) = (inside.chars().next(), inside.chars().next_back()) else {
        return false;
    };
    let strict = bent || matches!(word.role, Role::Term(_));
    if text.before(start).is_some_and(|before| goes_on(before, first, strict)) {
        return false;
    }
    if word.open {
        return true;
    }
    let is_product = matches!(word.role, Role::Product { .. });
    match text.after(end) {
        Some('s') if !bent && last.is_ascii_lowercase() && inside.len() >= SHORTEST_BENT => {
            !text.after(end + 1).is_some_and(|after| goes_on(last, after, strict))
        }
        Some(after) => !goes_on(last, after, strict || is_product),
        None => true,
    }
}

/// Whether two neighbours are of one word. A letter and a digit are only where one is strict: `HP664` names HP.
fn goes_on(one: char, other: char, strict: bool) -> bool {
    let is_of_word = |c: char| c.is_alphanumeric() && !is_of_run(c);
    is_of_word(one) && is_of_word(other) && (strict || one.is_numeric() == other.is_numeric())
}

/// Whether a writing that looks like a word is a disguise of it, and not a number or another word: letters of another
/// script, or a few signs and digits among letters.
fn is_disguise(word: &Word, written: &str) -> bool {
    let letters = word.plain.chars().count();
    if !word.role.is_hidden() || letters < SHORTEST_BENT || word.open || word.marks.is_some() {
        return false;
    }
    if !written.is_ascii() {
        return written
            .chars()
            .filter(|c| !c.is_whitespace())
            .all(char::is_alphanumeric)
            || written.chars().any(|c| c == '€');
    }
    let strange = written
        .chars()
        .filter(|c| !c.is_ascii_alphabetic() && *c != ' ')
        .count();
    let meant = word
        .plain
        .chars()
        .filter(|c| !c.is_ascii_alphabetic() && *c != ' ')
        .count();
    // Digits that the word has itself are no disguise of anything.
    strange.saturating_sub(meant) * 2 <= letters && meant * 2 < letters
}
