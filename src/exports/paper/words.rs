//! The words on paper: the portal's own for codes and events, and headings of this page.

use std::sync::LazyLock;

use serde_json::{Value, json};

use crate::members::rules::Language;

/// The words of a language.
pub(super) struct Words {
    language: Language,
    enums: &'static Value,
    leads: &'static Value,
    subjects: &'static Value,
    evidence: &'static Value,
    own: &'static Value,
}

macro_rules! words {
    ($name:ident, $file:literal) => {
        static $name: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(include_str!($file)).unwrap_or_default());
    };
}

words!(EN_ENUMS, "../../../frontend/src/locales/en/enums.json");
words!(EN_LEADS, "../../../frontend/src/locales/en/leads.json");
words!(EN_SUBJECTS, "../../../frontend/src/locales/en/subjects.json");
words!(EN_EVIDENCE, "../../../frontend/src/locales/en/evidence.json");
words!(EN_OWN, "words.en.json");
words!(ZH_ENUMS, "../../../frontend/src/locales/zh-Hans/enums.json");
words!(ZH_LEADS, "../../../frontend/src/locales/zh-Hans/leads.json");
words!(ZH_SUBJECTS, "../../../frontend/src/locales/zh-Hans/subjects.json");
words!(ZH_EVIDENCE, "../../../frontend/src/locales/zh-Hans/evidence.json");
words!(ZH_OWN, "words.zh.json");

impl Words {
    pub(super) fn of(language: Language) -> Self {
        match language {
            Language::En => Self {
                language,
                enums: &EN_ENUMS,
                leads: &EN_LEADS,
                subjects: &EN_SUBJECTS,
                evidence: &EN_EVIDENCE,
                own: &EN_OWN,
            },
            Language::ZhHans => Self {
                language,
                enums: &ZH_ENUMS,
                leads: &ZH_LEADS,
                subjects: &ZH_SUBJECTS,
                evidence: &ZH_EVIDENCE,
                own: &ZH_OWN,
            },
        }
    }

    /// A heading or the name of a fact.
    pub(super) fn word(&self, key: &str) -> String {
        said(&self.own[key])
    }

    /// The template's own words.
    pub(super) fn headings(&self) -> Value {
        json!({
            "summary": self.word("summary"), "handling": self.word("handling"), "items": self.word("items"),
            "subjects": self.word("subjects"), "evidence": self.word("evidence"), "comments": self.word("comments"),
            "timeline": self.word("timeline"), "page": self.word("page"), "none": self.word("none"),
        })
    }

    /// What a code means; nothing for a null.
    pub(super) fn of_enum(&self, kind: &str, code: &Value) -> String {
        meaning(&self.enums[kind], code)
    }

    /// What a code of subjects means: one of `kinds`, `roles`, `identifierKinds`.
    pub(super) fn of_subject(&self, kind: &str, code: &Value) -> String {
        meaning(&self.subjects[kind], code)
    }

    /// What a code of evidence means: one of `kinds`, `states`.
    pub(super) fn of_evidence(&self, kind: &str, code: &Value) -> String {
        meaning(&self.evidence[kind], code)
    }

    /// What somebody did.
    pub(super) fn event(&self, kind: &Value) -> String {
        said(&self.leads["timeline"]["kinds"][kind.as_str().unwrap_or_default()])
    }

    /// Who printed it, and when.
    pub(super) fn printed(&self, by: &str, at: &str) -> String {
        self.word("printed").replace("{by}", by).replace("{at}", at)
    }

    /// That a list has more than is printed.
    pub(super) fn more(&self, shown: u64, total: u64) -> String {
        let words = self.word("more");
        words
            .replace("{shown}", &shown.to_string())
            .replace("{total}", &total.to_string())
    }

    /// What stands between the parts of an enumeration.
    pub(super) fn comma(&self) -> &'static str {
        match self.language {
            Language::En => ", ",
            Language::ZhHans => "、",
        }
    }
}

fn meaning(words: &Value, code: &Value) -> String {
    code.as_str().map_or_else(String::new, |code| said(&words[code]))
}

fn said(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;
    use crate::{
        evidence::rules::{EvidenceKind, EvidenceState},
        leads::rules::{LeadState, Priority, TimelineKind},
        subjects::rules::{SubjectKind, SupplyRole, identifier::IdentifierKind},
    };

    #[test]
    fn both_languages_have_every_word() {
        let keys = |words: &Value| words.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&EN_OWN), keys(&ZH_OWN));
        for language in [Language::En, Language::ZhHans] {
            let words = Words::of(language);
            for state in LeadState::VARIANTS {
                assert_ne!(words.of_enum("leadState", &json!(<&str>::from(*state))), "");
            }
            for priority in Priority::VARIANTS {
                assert_ne!(words.of_enum("priority", &json!(priority.code())), "");
            }
            for kind in TimelineKind::VARIANTS {
                assert_ne!(words.event(&json!(<&str>::from(*kind))), "", "{kind:?}");
            }
        }
    }

    #[test]
    fn both_languages_have_the_words_of_subjects_and_evidence() {
        let subjects = [
            codes("kinds", SubjectKind::VARIANTS),
            codes("roles", SupplyRole::VARIANTS),
            codes("identifierKinds", IdentifierKind::VARIANTS),
        ]
        .concat();
        let evidence = [
            codes("kinds", EvidenceKind::VARIANTS),
            codes("states", EvidenceState::VARIANTS),
        ]
        .concat();
        for language in [Language::En, Language::ZhHans] {
            let words = Words::of(language);
            for (kind, code) in &subjects {
                assert_ne!(words.of_subject(kind, &json!(code)), "", "{kind} {code}");
            }
            for (kind, code) in &evidence {
                assert_ne!(words.of_evidence(kind, &json!(code)), "", "{kind} {code}");
            }
        }
    }

    fn codes<T: Copy + Into<&'static str>>(kind: &'static str, all: &[T]) -> Vec<(&'static str, &'static str)> {
        all.iter().map(|code| (kind, (*code).into())).collect()
    }
}
