//! How complete a package is: a versioned set of rules, kept as data, and what it says of one.
//!
//! A change of what is asked for is a new version; each package says by which one it was judged.

use super::{CivilProceedings, NoAppraisalReason};

/// The name and version of the rules.
pub const RULES_VERSION: &str = "referral-package.1";
/// The lowest score with which a package may be handed in.
pub const LEAST_SCORE: i32 = 90;

/// What of a package a rule asks for.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
    serde::Serialize,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum RuleCode {
    /// What happened, in words.
    Facts,
    /// A right that can be cited on the day, and none that cannot.
    RightInForce,
    /// An item with its brand.
    Product,
    /// Somebody or some place that stands behind it.
    SuspectOrSite,
    /// A piece of evidence that is as it was.
    Evidence,
    /// A value with what it rests on.
    Valuation,
    /// An appraisal, or why there is none.
    AppraisalOrReason,
    /// Whether there are civil proceedings.
    CivilProceedings,
    /// What whoever goes there has to know.
    SafetyNotes,
}

/// A rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// For what it asks.
    pub code: RuleCode,
    /// What it counts of a hundred.
    pub weight: i32,
    /// Whether nothing is handed in without it.
    pub mandatory: bool,
}

const fn rule(code: RuleCode, weight: i32, mandatory: bool) -> Rule {
    Rule {
        code,
        weight,
        mandatory,
    }
}

/// The rules.
pub const RULES: [Rule; 9] = [
    rule(RuleCode::Facts, 5, true),
    rule(RuleCode::RightInForce, 20, true),
    rule(RuleCode::Product, 10, true),
    rule(RuleCode::SuspectOrSite, 20, true),
    rule(RuleCode::Evidence, 15, true),
    rule(RuleCode::Valuation, 10, true),
    rule(RuleCode::AppraisalOrReason, 10, true),
    rule(RuleCode::CivilProceedings, 5, false),
    rule(RuleCode::SafetyNotes, 5, false),
];

/// What there is of a package.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shape {
    /// Whether the facts are told.
    pub has_facts: bool,
    /// Rights that can be cited.
    pub rights_in_force: usize,
    /// Rights that cannot.
    pub rights_lacking: usize,
    /// Items with a brand.
    pub products: usize,
    /// Subjects.
    pub subjects: usize,
    /// Pieces of evidence that are held as they were.
    pub evidence: usize,
    /// Whether a value is given with its basis.
    pub has_valuation: bool,
    /// Why there is no appraisal, where that is said.
    pub no_appraisal: Option<NoAppraisalReason>,
    /// What is said of civil proceedings.
    pub proceedings: Option<CivilProceedings>,
    /// Whether there are notes on safety.
    pub has_safety_notes: bool,
}

impl Shape {
    fn meets(&self, code: RuleCode) -> bool {
        match code {
            RuleCode::Facts => self.has_facts,
            RuleCode::RightInForce => self.rights_in_force > 0 && self.rights_lacking == 0,
            RuleCode::Product => self.products > 0,
            RuleCode::SuspectOrSite => self.subjects > 0,
            RuleCode::Evidence => self.evidence > 0,
            RuleCode::Valuation => self.has_valuation,
            RuleCode::AppraisalOrReason => self.no_appraisal.is_some(),
            RuleCode::CivilProceedings => self.proceedings.is_some(),
            RuleCode::SafetyNotes => self.has_safety_notes,
        }
    }
}

/// What a rule says of a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    /// The rule.
    pub rule: Rule,
    /// Whether what it asks for is there.
    pub met: bool,
}

/// What all of them say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completeness {
    /// Of a hundred.
    pub score: i32,
    /// Each rule.
    pub rules: Vec<Judged>,
}

impl Completeness {
    /// Whether the package may be handed in.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.score >= LEAST_SCORE && self.rules.iter().all(|judged| judged.met || !judged.rule.mandatory)
    }
}

/// Judges a package.
#[must_use]
pub fn completeness(shape: &Shape) -> Completeness {
    let rules: Vec<Judged> = RULES
        .iter()
        .map(|rule| Judged {
            rule: *rule,
            met: shape.meets(rule.code),
        })
        .collect();
    Completeness {
        score: rules
            .iter()
            .filter(|judged| judged.met)
            .map(|judged| judged.rule.weight)
            .sum(),
        rules,
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;

    fn full() -> Shape {
        Shape {
            has_facts: true,
            rights_in_force: 1,
            rights_lacking: 0,
            products: 1,
            subjects: 1,
            evidence: 1,
            has_valuation: true,
            no_appraisal: Some(NoAppraisalReason::Evident),
            proceedings: Some(CivilProceedings::None),
            has_safety_notes: true,
        }
    }

    #[test]
    fn the_weights_are_a_hundred_and_each_code_has_one_rule() {
        assert_eq!(RULES.iter().map(|rule| rule.weight).sum::<i32>(), 100);
        assert_eq!(RULES.map(|rule| rule.code).as_slice(), RuleCode::VARIANTS);
        let mandatory: i32 = RULES.iter().filter(|rule| rule.mandatory).map(|rule| rule.weight).sum();
        assert!(mandatory >= LEAST_SCORE, "what is mandatory suffices");
    }

    #[test]
    fn what_is_mandatory_cannot_be_made_up_for() {
        assert!(completeness(&full()).is_complete());
        let bare = Shape {
            proceedings: None,
            has_safety_notes: false,
            ..full()
        };
        assert_eq!(completeness(&bare).score, 90);
        assert!(completeness(&bare).is_complete());
        let without = Shape {
            has_facts: false,
            ..full()
        };
        assert_eq!(completeness(&without).score, 95);
        assert!(!completeness(&without).is_complete());
    }

    #[test]
    fn i34_one_right_that_cannot_be_cited_spoils_the_others() {
        let spoilt = Shape {
            rights_in_force: 2,
            rights_lacking: 1,
            ..full()
        };
        let judged = completeness(&spoilt);
        assert!(!judged.is_complete());
        let missing: Vec<_> = judged
            .rules
            .iter()
            .filter(|judged| !judged.met)
            .map(|judged| judged.rule.code)
            .collect();
        assert_eq!(missing, [RuleCode::RightInForce]);
    }
}
