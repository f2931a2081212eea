//! The words on paper, in both languages.

use std::sync::LazyLock;

use serde_json::{Value, json};

use crate::members::rules::Language;

/// The words of a language.
pub(super) struct Words(&'static Value);

macro_rules! words {
    ($name:ident, $file:literal) => {
        static $name: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(include_str!($file)).unwrap_or_default());
    };
}

words!(EN, "words.en.json");
words!(ZH, "words.zh.json");

impl Words {
    pub(super) fn of_language(language: Language) -> Self {
        Self(match language {
            Language::En => &EN,
            Language::ZhHans => &ZH,
        })
    }

    /// The name of a fact.
    pub(super) fn word(&self, key: &str) -> String {
        said(&self.0["words"][key])
    }

    /// The template's own words.
    pub(super) fn headings(&self) -> Value {
        json!(self.0["headings"])
    }

    /// What a code means; the code itself where there are no words for it.
    pub(super) fn of(&self, kind: &str, code: &str) -> String {
        self.0["codes"][kind][code].as_str().unwrap_or(code).to_owned()
    }

    /// When it was frozen, and its hash.
    pub(super) fn frozen(&self, at: &str, sha256: &str) -> String {
        self.word("frozen").replace("{at}", at).replace("{sha256}", sha256)
    }
}

fn said(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;
    use crate::{
        evidence::rules::EvidenceKind,
        permissions::audience::HandlingCode,
        referrals::rules::{CivilProceedings, NoAppraisalReason, ValuationBasis},
        rights::rules::ip_right::IpRightKind,
        subjects::rules::{SubjectKind, SupplyRole, identifier::IdentifierKind},
    };

    /// Every key below a value.
    fn keys(value: &Value, path: &str, found: &mut Vec<String>) {
        match value.as_object() {
            Some(fields) => fields
                .iter()
                .for_each(|(key, below)| keys(below, &format!("{path}/{key}"), found)),
            None => found.push(path.to_owned()),
        }
    }

    fn codes<T: Copy + Into<&'static str>>(all: &[T]) -> Vec<&'static str> {
        all.iter().map(|one| (*one).into()).collect()
    }

    #[test]
    fn both_languages_have_every_word() {
        let all = |words: &Value| {
            let mut found = Vec::new();
            keys(words, "", &mut found);
            found.sort();
            found
        };
        assert_eq!(all(&EN), all(&ZH));
        let words = Words::of_language(Language::En);
        for (kind, codes) in [
            ("valuationBasis", codes(ValuationBasis::VARIANTS)),
            ("noAppraisal", codes(NoAppraisalReason::VARIANTS)),
            ("civilProceedings", codes(CivilProceedings::VARIANTS)),
            ("handlingCode", codes(HandlingCode::VARIANTS)),
            ("subjectKind", codes(SubjectKind::VARIANTS)),
            ("supplyRole", codes(SupplyRole::VARIANTS)),
            ("identifierKind", codes(IdentifierKind::VARIANTS)),
            ("ipRightKind", codes(IpRightKind::VARIANTS)),
            ("evidenceKind", codes(EvidenceKind::VARIANTS)),
        ] {
            for code in codes {
                assert_ne!(words.of(kind, code), code, "{kind}");
            }
        }
    }
}
