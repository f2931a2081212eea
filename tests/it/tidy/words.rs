//! One thing has one name: the glossary's. Other words for the same thing are refused where they would spread.

use super::{Source, expect_none, sources};

/// A word that somebody would write who has not read `docs/glossary.md`, and the one that is meant.
const SYNONYMS: &[(&str, &str)] = &[
    ("sharing level", "TLP"),
    ("confidentiality level", "TLP"),
    ("traffic light label", "TLP"),
    ("tip-off", "lead"),
    ("infringement report", "lead"),
    ("assigned lead", "delivery"),
    ("lead assignment", "delivery"),
    ("takedown", "complaint or notice"),
    ("knock-off", "counterfeit"),
    ("knockoff", "counterfeit"),
    ("anti-fake", "anti-counterfeiting"),
    ("mystery shopping", "test purchase"),
    ("white list", "authorised seller"),
    ("whitelist", "authorised seller, or allow-list"),
    ("blacklist", "wall, or deny-list"),
    ("letter of attorney", "power of attorney"),
    ("proxy letter", "power of attorney"),
    ("tenant", "organisation"),
    ("customer", "member, or organisation"),
    ("super admin", "system administrator"),
    ("superuser", "system administrator"),
    ("log in", "sign in"),
    ("login", "sign-in"),
    ("logout", "sign-out"),
    ("newsletter", "digest"),
];

/// The two pages that have to name the words they warn of.
const ABOUT_WORDS: &[&str] = &["docs/glossary.md", "docs/style.md", "tests/it/tidy/words.rs"];

fn synonyms(source: &Source) -> Vec<String> {
    let mut complaints = Vec::new();
    for (number, line) in source.text.lines().enumerate() {
        let line = line.to_lowercase();
        for (word, instead) in SYNONYMS {
            if has_word(&line, word) {
                complaints.push(source.complaint(number, &format!("\"{word}\": the glossary says {instead}")));
            }
        }
    }
    complaints
}

/// Whether the word stands there by itself, not as a part of another one.
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(start, _)| {
        let before = line[..start].chars().next_back();
        let after = line[start + word.len()..].chars().next();
        [before, after].iter().flatten().all(|next| !next.is_alphanumeric())
    })
}

#[test]
fn words_are_the_glossary_s() {
    let complaints: Vec<_> = sources(&["rs", "ts", "tsx", "json", "graphql", "md", "mjml", "html", "txt"])
        .iter()
        .filter(|source| !ABOUT_WORDS.contains(&source.path.as_str()))
        .filter(|source| !source.is_under(&["tests/fixtures/"]))
        .flat_map(synonyms)
        .collect();
    expect_none(&complaints);
}

#[test]
fn the_check_of_words_catches_a_synonym() {
    let complaints = synonyms(&Source::new(
        "src/a.rs",
        "/// The Sharing Level of a lead.\nfn login() {}\n",
    ));
    assert_eq!(complaints.len(), 2, "{complaints:?}");
    assert!(complaints[0].starts_with("src/a.rs:1:"), "{complaints:?}");
    assert!(synonyms(&Source::new("src/a.rs", "let tenants_of_a_house = blogging;")).is_empty());
}
