//! How many units a title offers: kits, packs, lots, in the words of several languages.
//!
//! Sellers write the number before what they count (`2 cartuchos`, `3件`), after what holds it (`kit com 02`, `pack of
//! 3`), with a cross (`x2`), as a word (`dois`, `两瓶`), or add up (`preto + colorido`). A number that measures (`2 ml`,
//! `664`) is no number of units.

use std::sync::LazyLock;

use regex::Regex;

use crate::platform::text::fold;

/// More than this is no kit but a number that means something else.
const MOST: u32 = 200;

/// A larger number before a colour is a model: `74 preto`.
const MOST_OF_A_COLOUR: u32 = 12;

/// What units are called, folded.
const UNITS: &str = "x|un|und|unid|unids|unidades?|units?|pcs?|pc|pieces?|pecas?|pecs|pz|pzas?|piezas?|packs?|cartuchos?|\
    cartridges?|toners?|tintas?|refis|refil|garrafas?|bottles?|frascos?|pares?|pairs?|stuck|stk|st|stuks|pezzi|szt|шт|\
    штук[аи]?|bundles?|boxes|caixas?|sets?|kits?|cabecas?|cabecotes?";
/// What holds them.
const HOLDERS: &str =
    "kit|kits|pack|packs|pacote|lote|lot|set|box|caixa|combo|conjunto|jogo|bundle|packung|paket|juego|lotto";
/// Colours that inks are counted by.
const COLOURS: &str = "pret[oa]s?|black|color(?:id[oa]s?)?|colou?r|tricolor(?:es)?|negr[oa]s?|ciano|cyan|magenta|amarel[oa]s?|\
    yellow|azul|nero|schwarz|noir|bk";
const WORDS: [(&str, u32); 20] = [
    ("um par", 2),
    ("par de", 2),
    ("pair of", 2),
    ("a pair", 2),
    ("duo", 2),
    ("dupla", 2),
    ("dois", 2),
    ("duas", 2),
    ("two", 2),
    ("dos", 2),
    ("deux", 2),
    ("zwei", 2),
    ("tres", 3),
    ("three", 3),
    ("trio", 3),
    ("quatro", 4),
    ("four", 4),
    ("cinco", 5),
    ("duzia", 12),
    ("dozen", 12),
];

struct Patterns {
    counted: Regex,
    held: Regex,
    crossed: Regex,
    colours: Regex,
    chinese: Regex,
    words: Regex,
}

static PATTERNS: LazyLock<Option<Patterns>> = LazyLock::new(|| {
    let words = WORDS.map(|(word, _)| word).join("|");
    Some(Patterns {
        counted: regex(&format!(
            r"(?:^|[^\d.,x])0*(\d{{1,3}})\s?-?(?:{UNITS})(?:[^\p{{L}}\d]|$)"
        ))?,
        held: regex(&format!(
            r"(?:^|[^\p{{L}}])(?:{HOLDERS})\s*(?:com|c/|c|de|of|with|con|mit|von|da)?\s*0*(\d{{1,3}})(?:[^\d\p{{L}}.,]|\s|$)"
        ))?,
        crossed: regex(r"(?:^|[^\p{L}\d])x\s?0*(\d{1,3})(?:[^\d\p{L}]|$)")?,
        colours: regex(&format!(r"\b0*(\d{{1,2}})\s?(?:{COLOURS})\b"))?,
        chinese: regex(
            r"(\d{1,3}|[一二两兩三四五六七八九十]{1,2})\s?(?:个|個|支|只|盒|件|瓶|双|雙|套|包|条|條|块|枚|箱|对|對|本|台|개|個入|本セット|個セット)",
        )?,
        words: regex(&format!(r"(?:^|[^\p{{L}}])({words})(?:[^\p{{L}}]|$)"))?,
    })
});

fn regex(pattern: &str) -> Option<Regex> {
    Regex::new(pattern).ok()
}

/// How many units a title offers; 1 where it does not say.
#[must_use]
pub fn units(title: &str) -> u32 {
    let Some(patterns) = &*PATTERNS else { return 1 };
    let title = fold(title);
    let number = |regex: &Regex| {
        let found = regex
            .captures_iter(&title)
            .filter_map(|found| found[1].parse::<u32>().ok());
        found.filter(|units| (1..=MOST).contains(units)).max()
    };
    let added = patterns
        .colours
        .captures_iter(&title)
        .filter_map(|found| found[1].parse::<u32>().ok())
        .filter(|units| *units <= MOST_OF_A_COLOUR)
        .sum::<u32>();
    let stated = [
        number(&patterns.held),
        number(&patterns.counted),
        number(&patterns.crossed),
    ]
    .into_iter()
    .flatten()
    .max();
    let in_words = patterns.words.captures(&title).and_then(|found| word(&found[1]));
    let chinese = patterns.chinese.captures(&title).and_then(|found| chinese(&found[1]));
    let summands = summands(&title);
    let stated = stated.unwrap_or(0).max(added);
    let other = in_words.into_iter().chain(chinese).max().unwrap_or(0);
    stated.max(other).max(summands).clamp(1, MOST)
}

fn word(found: &str) -> Option<u32> {
    WORDS.iter().find(|(word, _)| *word == found).map(|(_, units)| *units)
}

/// `preto + colorido` are two, where the title is of a kit or names colours.
fn summands(title: &str) -> u32 {
    let parts: Vec<&str> = title.split(['+', '&']).collect();
    let is_part = |part: &&str| {
        let names = [
            "pret", "color", "black", "ciano", "cyan", "magenta", "amarel", "yellow", "negro",
        ];
        let has_number = part
            .split(|c: char| !c.is_ascii_digit())
            .any(|digits| digits.len() >= 3);
        has_number || names.iter().any(|name| part.contains(name))
    };
    if parts.len() >= 2 && parts.iter().filter(|part| is_part(part)).count() == parts.len() {
        return parts.len() as u32;
    }
    let is_kit = title.starts_with("kit") || title.contains(" kit ");
    let names = |words: [&str; 4]| words.iter().any(|word| title.contains(word));
    let both = names(["pret", "black", "negr", "noir"]) && names(["color", "tricolor", "couleur", "colour"]);
    if is_kit && both { 2 } else { 1 }
}

/// A Chinese numeral below a hundred, or digits.
fn chinese(text: &str) -> Option<u32> {
    if let Ok(units) = text.parse() {
        return Some(units).filter(|units| (1..=MOST).contains(units));
    }
    let digit = |c: char| match c {
        '两' | '兩' => Some(2),
        c => "一二三四五六七八九"
            .chars()
            .position(|digit| digit == c)
            .map(|at| at as u32 + 1),
    };
    let mut letters = text.chars();
    match (letters.next()?, letters.next()) {
        ('十', None) => Some(10),
        ('十', Some(ones)) => Some(10 + digit(ones)?),
        (tens, Some('十')) => Some(digit(tens)? * 10),
        (ones, None) => digit(ones),
        (_, Some(_)) => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn kits_are_counted() {
        let cases = [
            ("Cartucho HP 664 preto", 1),
            ("Kit 3 Cartucho HP 664 F6v29ab Preto", 3),
            ("Kit com 02 Cartuchos 664", 2),
            ("HP 664 2ml", 1),
            ("Pack of 3 ink", 3),
            ("2-pack ink", 2),
            ("HP 664XL x2", 2),
            ("10x toner 85a", 10),
            ("Kit HP 664 Preto + Colorido", 2),
            ("Kit cartucho 664 preto e colorido", 2),
            ("HP 667 2 pretos 1 colorido", 3),
            ("19 unidades cartucho 664", 19),
            ("惠普墨盒 3件", 3),
            ("口红两支装", 2),
            ("十二瓶", 12),
            ("LOTE DE 5 PEÇAS", 5),
            ("Nike Air Max 90", 1),
            ("Par de tênis", 2),
            ("Kit 664", 1),
            ("Kit Cartuchos 664 Preto Color 1115", 2),
            ("Cartucho 74 Preto", 1),
            ("1000 pcs", 1),
        ];
        for (title, units) in cases {
            assert_eq!(super::units(title), units, "{title}");
        }
    }

    proptest! {
        #[test]
        fn there_is_always_at_least_one(title in any::<String>()) {
            prop_assert!((1..=MOST).contains(&units(&title)));
        }
    }
}
