//! Who is never called a counterfeiter by this engine: goods that say honestly that they are compatible, remanufactured
//! or the like.
//!
//! "Compatible with HP 664" is an honest offer; "compatible printers: DeskJet 2136" tells where a genuine part fits. The
//! words are the same, so what stands around them decides, and where it does not the seller is believed: a fake that
//! claims to be compatible costs one lead, an honest trader who is called a counterfeiter costs more.

use super::{
    folding::Folded,
    lexicon::{Found, Role, Says},
    terms::{BETWEEN, LEADING},
};

/// How many words may stand between "compatible" and the device it speaks of, in a description.
const WORDS_TO_DEVICE: usize = 7;

/// How many characters of a script without spaces may.
const CHARACTERS_TO_NAME: usize = 8;

/// The field of the title.
const TITLE: usize = 0;

/// The first words by which a listing says that its goods are not the brand's own.
#[must_use]
pub fn disclosure(text: &Folded, found: &[Found]) -> Option<Found> {
    found.iter().copied().find(|find| is_disclosure(text, found, find))
}

fn is_disclosure(text: &Folded, found: &[Found], find: &Found) -> bool {
    let Role::Disclosure(says) = find.role else {
        return false;
    };
    if is_denied(text, found, find) {
        return false;
    }
    match says {
        Says::Always => true,
        Says::BeforeName => is_before_name(text, found, find),
        Says::Fits if !speaks_of_devices(text, found, find) => true,
        // Where a part fits is only told by one who says that it is genuine; a title is about the goods, so there it has to
        // say so itself.
        Says::Fits => !affirms(text, found, text.field_of(find.start) == TITLE),
    }
}

fn affirms(text: &Folded, found: &[Found], in_title: bool) -> bool {
    let says = |find: &&Found| find.role == Role::Affirmation && (!in_title || text.field_of(find.start) == TITLE);
    found.iter().filter(says).any(|find| !is_denied(text, found, find))
}

/// Whether a denial stands before a find, with nothing between but words that carry it on: "não é compatível", "不是兼容".
#[must_use]
pub fn is_denied(text: &Folded, found: &[Found], find: &Found) -> bool {
    let field = text.field_of(find.start);
    let denies = |other: &&Found| {
        other.role == Role::Denial
            && other.end <= find.start
            && find.start - other.end < 40
            && text.field_of(other.start) == field
            && !text.is_spelled_out(other.start)
    };
    found.iter().filter(denies).any(|denial| {
        let between = text.plain_of(denial.end, find.start).trim();
        let ends = |c: char| ".,;:!?，。；：！？、/|".contains(c);
        let is_one_sentence = !text.written_of(denial.start, find.start).contains(ends);
        is_one_sentence && between.split(' ').all(|word| word.is_empty() || carries_on(word))
    })
}

fn carries_on(word: &str) -> bool {
    BETWEEN.contains(&word) || word.chars().all(|c| BETWEEN.iter().any(|known| known.chars().eq([c])))
}

/// Whether what is compatible are devices: told right before ("impressoras compatíveis") or after. In a title there is nothing
/// between but words that lead there and the brand ("compatível com a impressora Kolibri", "compatible with DeskJet").
fn speaks_of_devices(text: &Folded, found: &[Found], find: &Found) -> bool {
    let field = text.field_of(find.start);
    let near = |other: &Found| match other.role {
        Role::Device if other.end <= find.start => other.end + 1 >= find.start,
        Role::Device if find.end <= other.start => leads(text, found, find.end, other.start),
        _ => false,
    };
    found
        .iter()
        .any(|other| text.field_of(other.start) == field && near(other))
}

fn leads(text: &Folded, found: &[Found], start: usize, end: usize) -> bool {
    let between = text.plain_of(start, end);
    let is_name = |word: &str| {
        let names = |find: &Found| {
            matches!(find.role, Role::Name { .. })
                && start <= find.start
                && find.end <= end
                && text.plain_of(find.start, find.end) == word
        };
        found.iter().any(names)
    };
    let ends_sentence = text
        .written_of(start, end)
        .contains([',', ';', '.', '，', '。', '；', '|', '!']);
    if ends_sentence {
        return false;
    }
    if text.field_of(start) == TITLE {
        return between
            .split_whitespace()
            .all(|word| LEADING.contains(&word) || is_name(word));
    }
    // A description has sentences, and what they speak of may come late: "com diversos modelos das linhas DeskJet".
    between.split_whitespace().count() <= WORDS_TO_DEVICE && !names_product(found, start, end)
}

/// "Compatível com HP 664 para impressora" speaks of the part first.
fn names_product(found: &[Found], start: usize, end: usize) -> bool {
    let is_part = |find: &Found| matches!(find.role, Role::Product { .. }) && start <= find.start && find.end <= end;
    found.iter().any(is_part)
}

fn is_before_name(text: &Folded, found: &[Found], find: &Found) -> bool {
    let is_name = |role| matches!(role, Role::Name { .. } | Role::Product { .. } | Role::Sound { .. });
    let follows = |other: &&Found| {
        is_name(other.role)
            && other.start >= find.end
            && text.field_of(other.start) == text.field_of(find.start)
            && text.plain_of(find.end, other.start).chars().count() <= CHARACTERS_TO_NAME
    };
    found.iter().any(|other| follows(&other))
}
