//! What the appraisals of a sample come to: the highest rank that counts, not the majority (domain.md §4.7).

use uuid::Uuid;

use super::{AppraisalConclusion, AppraisalRank, AppraisalState};

/// Where the case of a sample, or of a purchase, stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaseState {
    /// Nobody was asked.
    None,
    /// The highest rank has spoken.
    Concluded,
    /// Nothing counts yet.
    Pending,
    /// A report is contested.
    Contested,
    /// Two reports say different things, and none of a higher rank has settled it.
    Conflict,
}

/// An appraisal as far as the case depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// Its id.
    pub id: Uuid,
    /// Which inspection of the sample it is.
    pub round: i32,
    /// Its rank.
    pub rank: AppraisalRank,
    /// The place of that in the programme's order.
    pub place: usize,
    /// Where it stands.
    pub state: AppraisalState,
    /// What the latest report says.
    pub conclusion: Option<AppraisalConclusion>,
}

/// What appraisals come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Where it stands.
    pub state: CaseState,
    /// What holds; nothing unless it is concluded, and where the samples of a purchase differ.
    pub conclusion: Option<AppraisalConclusion>,
    /// The rank by which it holds.
    pub rank: Option<AppraisalRank>,
    /// What it stands on.
    pub stands_on: Vec<Uuid>,
    /// What says something else.
    pub against: Vec<Uuid>,
}

/// The same, under the name by which other slices know it.
pub type CaseConclusion = Case;

impl Case {
    /// The case of what nobody was asked about.
    #[must_use]
    pub fn none() -> Self {
        Self {
            state: CaseState::None,
            conclusion: None,
            rank: None,
            stands_on: Vec::new(),
            against: Vec::new(),
        }
    }

    /// Whether what stands on it waits (I20).
    #[must_use]
    pub fn blocks(&self) -> bool {
        matches!(self.state, CaseState::Conflict | CaseState::Contested)
    }
}

/// What a definite report says.
fn said(finding: &Finding) -> Option<AppraisalConclusion> {
    let conclusion = finding.conclusion.filter(|_| finding.state.is_reported())?;
    conclusion.is_definite().then_some(conclusion)
}

/// What counts most: of those that are final the highest rank that says what the sample is, the latest of these; else the
/// highest that says that it cannot be said.
fn highest(findings: &[Finding]) -> Option<&Finding> {
    let finals = findings.iter().filter(|finding| finding.state == AppraisalState::Final);
    finals.max_by_key(|finding| (said(finding).is_some(), finding.place, finding.round))
}

/// Whether a contested report was not answered by a later one of no lower rank that counts.
fn is_unanswered(contested: &Finding, findings: &[Finding]) -> bool {
    let is_contested = matches!(
        contested.state,
        AppraisalState::Contested | AppraisalState::Reinspection
    );
    is_contested
        && !findings.iter().any(|other| {
            other.state == AppraisalState::Final && other.round > contested.round && other.place >= contested.place
        })
}

/// Whether a report says what the sample is, and does not count yet.
fn is_waiting(finding: &Finding) -> bool {
    said(finding).is_some() && matches!(finding.state, AppraisalState::Reported | AppraisalState::Agreed)
}

/// What the appraisals of one sample come to. Two different conclusions at any rank are a conflict until a report of a rank
/// above all that say something else is final.
#[must_use]
pub fn case_of(findings: &[Finding]) -> Case {
    let asked = findings
        .iter()
        .any(|finding| !matches!(finding.state, AppraisalState::Declined | AppraisalState::Cancelled));
    if !asked {
        return Case::none();
    }
    let top = highest(findings);
    let holds = top.and_then(said);
    let differ = |one: AppraisalConclusion| findings.iter().any(|other| said(other).is_some_and(|said| said != one));
    let is_split = findings.iter().filter_map(said).any(differ);
    let outranks = |top: &Finding| {
        let others = findings
            .iter()
            .filter(|other| said(other).is_some_and(|said| Some(said) != holds));
        others.map(|other| other.place).all(|place| place < top.place)
    };
    let settled = !is_split || (holds.is_some() && top.is_some_and(outranks));
    let state = match (settled, findings.iter().any(|one| is_unanswered(one, findings)), top) {
        (false, _, _) => CaseState::Conflict,
        (true, true, _) => CaseState::Contested,
        (true, false, None) => CaseState::Pending,
        // Who could not say is not the last word while somebody who could has still to be agreed to.
        (true, false, Some(top)) if said(top).is_none() && findings.iter().any(is_waiting) => CaseState::Pending,
        (true, false, Some(_)) => CaseState::Concluded,
    };
    let concluded = top.filter(|_| state == CaseState::Concluded);
    let conclusion = concluded.and_then(|top| top.conclusion);
    let of_final = |finding: &&Finding| finding.state == AppraisalState::Final && finding.conclusion == conclusion;
    let stands_on = findings.iter().filter(of_final).filter(|_| conclusion.is_some());
    let against = findings.iter().filter(|finding| match conclusion {
        Some(holds) => holds.is_definite() && said(finding).is_some_and(|said| said != holds),
        None => state == CaseState::Conflict && said(finding).is_some(),
    });
    Case {
        state,
        conclusion,
        rank: concluded.map(|top| top.rank),
        stands_on: stands_on.map(|finding| finding.id).collect(),
        against: against.map(|finding| finding.id).collect(),
    }
}

/// What the cases of several samples come to: the worst of where they stand; a conclusion only where all share it. Samples
/// that nobody was asked about do not count.
#[must_use]
pub fn case_of_all(cases: &[Case]) -> Case {
    let asked: Vec<&Case> = cases.iter().filter(|case| case.state != CaseState::None).collect();
    let Some(state) = asked.iter().map(|case| case.state).max() else {
        return Case::none();
    };
    let first = asked.first().and_then(|case| case.conclusion);
    let shared = first.filter(|first| asked.iter().all(|case| case.conclusion == Some(*first)));
    let conclusion = shared.filter(|_| state == CaseState::Concluded);
    let rank = asked
        .iter()
        .filter_map(|case| case.rank)
        .min()
        .filter(|_| conclusion.is_some());
    Case {
        state,
        conclusion,
        rank,
        stands_on: asked.iter().flat_map(|case| case.stands_on.iter().copied()).collect(),
        against: asked.iter().flat_map(|case| case.against.iter().copied()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use strum::VariantArray as _;

    use super::*;

    fn finding(round: i32, place: usize, state: AppraisalState, conclusion: AppraisalConclusion) -> Finding {
        Finding {
            id: Uuid::from_u128(u128::from(round.unsigned_abs())),
            round,
            rank: AppraisalRank::VARIANTS[place],
            place,
            state,
            conclusion: state.is_reported().then_some(conclusion),
        }
    }

    use AppraisalConclusion::{Counterfeit, Genuine, Inconclusive};
    use AppraisalState::{Contested, Final, Ordered, Reinspection, Reported};

    #[test]
    fn the_headquarters_say_genuine_after_two_local_teams_said_fake() {
        let locals = [finding(1, 0, Final, Counterfeit), finding(2, 0, Final, Counterfeit)];
        assert_eq!(case_of(&locals).conclusion, Some(Counterfeit));
        let reported = [locals[0], locals[1], finding(3, 3, Reported, Genuine)];
        assert_eq!(case_of(&reported).state, CaseState::Conflict);
        assert!(case_of(&reported).blocks());
        let settled = [locals[0], locals[1], finding(3, 3, Final, Genuine)];
        let case = case_of(&settled);
        assert_eq!((case.state, case.conclusion), (CaseState::Concluded, Some(Genuine)));
        assert_eq!(case.against.len(), 2, "the earlier reports stay as they are");
    }

    #[test]
    fn equals_do_not_settle_a_conflict() {
        let split = [finding(1, 1, Final, Counterfeit), finding(2, 1, Final, Genuine)];
        assert_eq!(case_of(&split).state, CaseState::Conflict);
    }

    #[test]
    fn a_contested_report_waits_for_another_one_of_its_rank() {
        assert_eq!(
            case_of(&[finding(1, 1, Contested, Counterfeit)]).state,
            CaseState::Contested
        );
        let lower = [
            finding(1, 1, Reinspection, Counterfeit),
            finding(2, 0, Final, Counterfeit),
        ];
        assert_eq!(case_of(&lower).state, CaseState::Contested);
        let same = [
            finding(1, 1, Reinspection, Counterfeit),
            finding(2, 1, Final, Counterfeit),
        ];
        assert_eq!(case_of(&same).state, CaseState::Concluded);
    }

    #[test]
    fn who_cannot_say_contradicts_nobody() {
        let case = case_of(&[finding(1, 0, Final, Counterfeit), finding(2, 3, Final, Inconclusive)]);
        assert_eq!((case.state, case.conclusion), (CaseState::Concluded, Some(Counterfeit)));
        assert_eq!(case_of(&[finding(1, 0, Ordered, Genuine)]).state, CaseState::Pending);
        let waiting = [finding(1, 2, Reported, Genuine), finding(2, 0, Final, Inconclusive)];
        assert_eq!(case_of(&waiting).state, CaseState::Pending);
    }

    fn findings() -> impl Strategy<Value = Vec<Finding>> {
        let one = (0_usize..5, 0_usize..10, 0_usize..6);
        prop::collection::vec(one, 0..6).prop_map(|all| {
            let with_round = (1..).zip(all);
            with_round
                .map(|(round, (place, state, conclusion))| {
                    let state = AppraisalState::VARIANTS[state];
                    finding(round, place, state, AppraisalConclusion::VARIANTS[conclusion])
                })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn i20_what_is_concluded_stands_on_the_highest_rank_alone(all in findings()) {
            let case = case_of(&all);
            if case.state == CaseState::Concluded {
                prop_assert!(!case.stands_on.is_empty() && !case.blocks());
                let against = all.iter().filter(|one| case.against.contains(&one.id)).map(|one| one.place).max();
                let top = all.iter().filter(|one| case.stands_on.contains(&one.id)).map(|one| one.place).max();
                prop_assert!(against.is_none() || against < top);
            }
        }

        #[test]
        fn i20_the_order_of_reports_does_not_matter(all in findings()) {
            let mut turned = all.clone();
            turned.reverse();
            let (one, other) = (case_of(&all), case_of(&turned));
            prop_assert_eq!((one.state, one.conclusion), (other.state, other.conclusion));
        }
    }
}
