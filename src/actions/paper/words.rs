//! The words of the report: the portal's own for codes, and headings of these pages.

use std::sync::LazyLock;

use serde_json::{Value, json};

use crate::members::rules::Language;

/// The words of a language.
pub(super) struct Words {
    language: Language,
    actions: &'static Value,
    referrals: &'static Value,
    own: &'static Value,
}

macro_rules! words {
    ($name:ident, $file:literal) => {
        static $name: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(include_str!($file)).unwrap_or_default());
    };
}

words!(EN_ACTIONS, "../../../frontend/src/locales/en/actions.json");
words!(EN_REFERRALS, "../../../frontend/src/locales/en/referrals.json");
words!(EN_OWN, "words.en.json");
words!(ZH_ACTIONS, "../../../frontend/src/locales/zh-Hans/actions.json");
words!(ZH_REFERRALS, "../../../frontend/src/locales/zh-Hans/referrals.json");
words!(ZH_OWN, "words.zh.json");

impl Words {
    pub(super) fn of(language: Language) -> Self {
        match language {
            Language::En => Self {
                language,
                actions: &EN_ACTIONS,
                referrals: &EN_REFERRALS,
                own: &EN_OWN,
            },
            Language::ZhHans => Self {
                language,
                actions: &ZH_ACTIONS,
                referrals: &ZH_REFERRALS,
                own: &ZH_OWN,
            },
        }
    }

    /// The name of a fact, or a sentence.
    pub(super) fn word(&self, key: &str) -> String {
        said(&self.own["words"][key])
    }

    /// A sentence with values in it.
    pub(super) fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        values.iter().fold(self.word(key), |words, (name, value)| {
            words.replace(&format!("{{{name}}}"), value)
        })
    }

    /// The template's own words.
    pub(super) fn headings(&self) -> Value {
        json!(self.own["headings"])
    }

    /// What a code of actions means: one of `kinds`, `states`, `siteKinds`, `results`, `roles`, `custody`, `dispositions`.
    pub(super) fn of_code(&self, kind: &str, code: &Value) -> String {
        meaning(&self.actions[kind], code)
    }

    /// What a code of a part of actions means: of `costs` one of `kinds`, `rules`; of `destruction` one of `states`.
    pub(super) fn of_part(&self, part: &str, kind: &str, code: &Value) -> String {
        meaning(&self.actions[part][kind], code)
    }

    /// What a stage means in words.
    pub(super) fn of_stage(&self, code: &str) -> String {
        said(&self.actions["statistics"]["stages"][code])
    }

    /// By what goods are valued.
    pub(super) fn of_basis(&self, code: &Value) -> String {
        meaning(&self.referrals["bases"], code)
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
        actions::rules::{
            ActionKind, ActionState, CostKind, CostRule, CustodyStage, DestructionState, Disposition, SiteKind,
            SiteResult, TeamRole,
        },
        referrals::rules::ValuationBasis,
    };

    fn codes<T: Copy + Into<&'static str>>(all: &[T]) -> Vec<Value> {
        all.iter()
            .map(|code| json!(Into::<&'static str>::into(*code)))
            .collect()
    }

    #[test]
    fn both_languages_have_every_word() {
        for part in ["headings", "words"] {
            let keys = |words: &Value| words[part].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
            assert_eq!(keys(&EN_OWN), keys(&ZH_OWN));
        }
        let of_actions = [
            ("kinds", codes(ActionKind::VARIANTS)),
            ("states", codes(ActionState::VARIANTS)),
            ("siteKinds", codes(SiteKind::VARIANTS)),
            ("results", codes(SiteResult::VARIANTS)),
            ("roles", codes(TeamRole::VARIANTS)),
            ("custody", codes(CustodyStage::VARIANTS)),
            ("dispositions", codes(Disposition::VARIANTS)),
        ];
        let of_parts = [
            ("costs", "kinds", codes(CostKind::VARIANTS)),
            ("costs", "rules", codes(CostRule::VARIANTS)),
            ("destruction", "states", codes(DestructionState::VARIANTS)),
        ];
        for language in [Language::En, Language::ZhHans] {
            let words = Words::of(language);
            for (kind, code) in of_actions
                .iter()
                .flat_map(|(kind, codes)| codes.iter().map(move |code| (kind, code)))
            {
                assert_ne!(words.of_code(kind, code), "", "{kind} {code}");
            }
            for (part, kind, codes) in &of_parts {
                for code in codes {
                    assert_ne!(words.of_part(part, kind, code), "", "{part} {kind} {code}");
                }
            }
            for stage in CustodyStage::VARIANTS {
                assert_ne!(words.of_stage(stage.code()), "", "{stage:?}");
            }
            for code in codes(ValuationBasis::VARIANTS) {
                assert_ne!(words.of_basis(&code), "", "{code}");
            }
        }
    }
}
