//! What a lead says of how screening found it: in words, with every reason and what it weighs.

use super::{
    knowledge::RELISTED_WITHIN,
    score::{Finding, Signal},
};

/// Reasons that are told, the heaviest first.
const MOST_REASONS: usize = 12;
/// Characters of a reason's words.
const LONGEST_WORDS: usize = 120;

/// What was found, by what.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// Name of the model's version.
    pub model: &'a str,
    /// How likely, 0 to 1.
    pub score: f64,
    /// From where on it is likely enough, 0 to 1.
    pub threshold: f64,
    /// The reasons.
    pub findings: &'a [Finding],
    /// What it was recognised by as a listing that was removed.
    pub relisted_of: Option<&'a str>,
}

/// The text of a lead.
#[must_use]
pub fn summary(found: &Found<'_>) -> String {
    let Found {
        model,
        score,
        threshold,
        findings,
        relisted_of,
    } = found;
    let mut lines = vec![format!(
        "Found by screening. Model {model}, score {score:.3}, likely enough from {threshold:.3} on."
    )];
    if let Some(removed) = relisted_of {
        lines.push(format!(
            "Relisting: it is recognised by {removed}, removed within the last {RELISTED_WITHIN} days."
        ));
    }
    let mut told: Vec<&Finding> = findings
        .iter()
        .filter(|finding| finding.signal != Signal::Base)
        .collect();
    told.sort_by(|one, other| other.weight.abs().total_cmp(&one.weight.abs()));
    lines.extend(told.into_iter().take(MOST_REASONS).map(|finding| {
        let signal: &str = finding.signal.into();
        let words: String = finding
            .words
            .chars()
            .filter(|c| !c.is_control())
            .take(LONGEST_WORDS)
            .collect();
        format!("{signal}: {words} ({:+.2})", finding.weight)
    }));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_says_by_what_it_was_found_and_why() {
        let finding = |signal, words: &str, weight| Finding {
            signal,
            words: words.to_owned(),
            field: None,
            strength: 1.0,
            weight,
        };
        let findings = [
            finding(Signal::Base, "where every score begins", -4.0),
            finding(Signal::Jargon, "原单", 3.0),
            finding(Signal::OpenWord, "replica", 5.5),
        ];
        let text = summary(&Found {
            model: "alliance-3",
            score: 0.9312,
            threshold: 0.5,
            findings: &findings,
            relisted_of: Some("the title of LD-26-7K3QX2"),
        });
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].contains("alliance-3") && lines[0].contains("0.931"), "{text}");
        assert!(
            lines[1].contains("LD-26-7K3QX2") && lines[1].contains("90 days"),
            "{text}"
        );
        assert_eq!(lines[2..], ["open_word: replica (+5.50)", "jargon: 原单 (+3.00)"]);
    }
}
