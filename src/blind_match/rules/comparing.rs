//! What is compared, and what two organisations have in common.

use std::collections::{BTreeSet, HashSet};

use jiff::Timestamp;
use uuid::Uuid;

use crate::{
    leads::rules::{LeadState, TimelineKind},
    permissions::{
        audience::{HandlingCode, Tlp, is_for_named_only},
        viewer::OrganizationKind,
    },
    subjects::rules::{
        IDENTIFIERS_CHANGED,
        identifier::{IdentifierKind, Strength},
    },
};

/// The kind of the event that says that an owner lets a lead be compared, or no more.
pub const MATCHING_CHANGED: &str = "BLIND_MATCHING_CHANGED";
/// What more organisations than this have in common is news to none of them: a forwarder's warehouse, a marketplace's bank.
/// It also bounds the pairs of one identifier.
pub const MOST_PARTIES: usize = 8;

/// In which bucket the number of leads is that two organisations together have behind an identifier. Of both together and
/// of the moment when they are told, so that both read the same and nobody can follow the other's work by it.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Extent {
    /// One lead of each.
    OneEach,
    /// Three to five leads.
    Few,
    /// Six leads or more.
    Many,
}

impl Extent {
    /// The bucket of so many leads.
    #[must_use]
    pub fn of(leads: usize) -> Self {
        match leads {
            0..=2 => Self::OneEach,
            3..=5 => Self::Few,
            _ => Self::Many,
        }
    }
}

/// That a lead names somebody who is known by an identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// The lead.
    pub lead: Uuid,
    /// Its owner.
    pub organization: Uuid,
    /// Where the lead stands.
    pub state: LeadState,
    /// How far it may travel.
    pub tlp: Tlp,
    /// Restrictions on its use.
    pub handling_code: HandlingCode,
    /// What the identifier names.
    pub kind: IdentifierKind,
    /// How much it says that two have it.
    pub strength: Strength,
    /// Until when it may be kept, where it is a person's; `None` where it is nobody's.
    pub kept_until: Option<Timestamp>,
    /// Whether the owner lets the lead be compared although it would be left out.
    pub opted_in: bool,
}

impl Holding {
    /// Whether it is compared with what others have.
    ///
    /// Only behind a lead that was graded, so that nobody learns anything by writing drafts; never by what many share. What
    /// only named people may know, and the numbers of people's papers, only where the owner says so of the lead; a person's
    /// data only while there is a reason to keep them (I39).
    #[must_use]
    pub fn counts(&self, now: Timestamp) -> bool {
        let is_left_out = is_for_named_only(self.tlp, self.handling_code) || self.kind.is_secret();
        is_graded(self.state)
            && self.strength > Strength::Weak
            && self.kept_until.is_none_or(|until| until > now)
            && (self.opted_in || !is_left_out)
    }
}

/// Whether a lead was graded and neither turned down nor taken back since.
fn is_graded(state: LeadState) -> bool {
    match state {
        LeadState::Triaged | LeadState::Merged | LeadState::Shared | LeadState::Resolved => true,
        LeadState::Draft | LeadState::Submitted | LeadState::Rejected | LeadState::Retracted => false,
    }
}

/// Whether organisations of a kind take part: right holders and their associations. Firms act for them under their powers of
/// attorney; agencies, laboratories and platforms have nothing of their own to find out; the desk sees for itself.
#[must_use]
pub fn takes_part(kind: OrganizationKind) -> bool {
    match kind {
        OrganizationKind::MemberBrand | OrganizationKind::Association => true,
        OrganizationKind::AgentFirm
        | OrganizationKind::LeAgency
        | OrganizationKind::Lab
        | OrganizationKind::Platform
        | OrganizationKind::Secretariat
        | OrganizationKind::Auditor => false,
    }
}

/// The organisations that have something that counts, in order.
#[must_use]
pub fn parties(holdings: &[Holding], now: Timestamp) -> BTreeSet<Uuid> {
    let counting = holdings.iter().filter(|holding| holding.counts(now));
    counting.map(|holding| holding.organization).collect()
}

/// What two organisations have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Common {
    /// What the identifier names.
    pub kind: IdentifierKind,
    /// How much it says that both have it.
    pub strength: Strength,
    /// How many leads of both are behind it.
    pub extent: Extent,
    /// The leads of each of the two.
    pub leads: [Vec<Uuid>; 2],
}

/// What two organisations have in common of one identifier; nothing where one of them has nothing that counts. `walls` are
/// leads that an organisation must never learn of: what stands behind a wall is not compared with it.
#[must_use]
pub fn common(
    holdings: &[Holding],
    walls: &HashSet<(Uuid, Uuid)>,
    (one, other): (Uuid, Uuid),
    now: Timestamp,
) -> Option<Common> {
    let behind = |of: Uuid, against: Uuid| {
        let own = holdings.iter().filter(move |holding| holding.organization == of);
        own.filter(move |holding| holding.counts(now) && !walls.contains(&(holding.lead, against)))
    };
    let strengths = behind(one, other).chain(behind(other, one));
    let strength = strengths.map(|holding| holding.strength).min()?;
    let leads = [(one, other), (other, one)].map(|(of, against)| {
        let leads: BTreeSet<Uuid> = behind(of, against).map(|holding| holding.lead).collect();
        leads.into_iter().collect::<Vec<_>>()
    });
    let [first, second] = &leads;
    if first.is_empty() || second.is_empty() {
        return None;
    }
    Some(Common {
        kind: behind(one, other).next()?.kind,
        strength,
        extent: Extent::of(first.len() + second.len()),
        leads,
    })
}

/// Whether two organisations are told of each other, by whether each of them sees a lead of the other with the identifier
/// in it. Who sees it knows already, and would know who is behind the match.
#[must_use]
pub fn is_news(sees: [bool; 2]) -> bool {
    sees == [false, false]
}

/// Whether a match has nothing more to tell, because both see it for themselves. While only one of them does, it stays:
/// its going would tell the other to whom it has just shown its lead.
#[must_use]
pub fn is_known(sees: [bool; 2]) -> bool {
    sees == [true, true]
}

/// Whether an event may change what has to be compared: which leads there are, who sees them, or what they are known by.
#[must_use]
pub fn may_move_matches(event: &str) -> bool {
    event == IDENTIFIERS_CHANGED || event == MATCHING_CHANGED || event.parse::<TimelineKind>().is_ok_and(moves)
}

fn moves(kind: TimelineKind) -> bool {
    match kind {
        TimelineKind::Triaged
        | TimelineKind::Rejected
        | TimelineKind::Merged
        | TimelineKind::Shared
        | TimelineKind::Revoked
        | TimelineKind::TlpChanged
        | TimelineKind::HandlingChanged
        | TimelineKind::SubjectAdded
        | TimelineKind::SubjectRemoved
        | TimelineKind::Retracted => true,
        TimelineKind::Created
        | TimelineKind::Updated
        | TimelineKind::Submitted
        | TimelineKind::EmergencyOpened
        | TimelineKind::Copied
        | TimelineKind::Delivered
        | TimelineKind::Viewed
        | TimelineKind::Acknowledged
        | TimelineKind::Answered
        | TimelineKind::InfoRequested
        | TimelineKind::InfoAnswered
        | TimelineKind::DeadlineRecalculated
        | TimelineKind::Overdue
        | TimelineKind::Expired
        | TimelineKind::Settled
        | TimelineKind::Commented
        | TimelineKind::EvidenceAdded
        | TimelineKind::EvidenceQuarantined
        | TimelineKind::EvidenceTransferOverdue
        | TimelineKind::EvidenceDestroyed
        | TimelineKind::PurchaseClosed
        | TimelineKind::Resolved
        | TimelineKind::Reopened => false,
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;

    const ACME: Uuid = Uuid::from_u128(1);
    const BOLT: Uuid = Uuid::from_u128(2);

    fn holding(lead: u128, organization: Uuid) -> Holding {
        Holding {
            lead: Uuid::from_u128(lead),
            organization,
            state: LeadState::Triaged,
            tlp: Tlp::Amber,
            handling_code: HandlingCode::H0,
            kind: IdentifierKind::Phone,
            strength: Strength::Strong,
            kept_until: None,
            opted_in: false,
        }
    }

    fn now() -> Timestamp {
        Timestamp::UNIX_EPOCH
    }

    #[test]
    fn only_graded_leads_count() {
        let counting: Vec<LeadState> = LeadState::VARIANTS
            .iter()
            .copied()
            .filter(|state| {
                let mut holding = holding(1, ACME);
                holding.state = *state;
                holding.opted_in = true;
                holding.counts(now())
            })
            .collect();
        let graded = [
            LeadState::Triaged,
            LeadState::Merged,
            LeadState::Shared,
            LeadState::Resolved,
        ];
        assert_eq!(counting, graded);
    }

    #[test]
    fn red_leads_and_papers_count_only_where_the_owner_says_so() {
        let changes: [fn(&mut Holding); 4] = [
            |holding| holding.tlp = Tlp::Red,
            |holding| holding.handling_code = HandlingCode::H2,
            |holding| holding.kind = IdentifierKind::NationalId,
            |holding| holding.kind = IdentifierKind::Passport,
        ];
        for change in changes {
            let mut holding = holding(1, ACME);
            change(&mut holding);
            assert!(!holding.counts(now()), "{holding:?}");
            holding.opted_in = true;
            assert!(holding.counts(now()), "{holding:?}");
        }
    }

    #[test]
    fn what_many_share_never_counts() {
        let mut holding = holding(1, ACME);
        holding.opted_in = true;
        holding.strength = Strength::Weak;
        assert!(!holding.counts(now()));
    }

    #[test]
    fn i39_a_persons_data_count_as_long_as_they_may_be_kept() {
        let mut holding = holding(1, ACME);
        holding.kept_until = Some(now());
        assert!(!holding.counts(now()));
        holding.kept_until = Some(Timestamp::MAX);
        assert!(holding.counts(now()));
    }

    #[test]
    fn both_have_something_or_there_is_nothing_in_common() {
        let held = [holding(1, ACME), holding(2, ACME), holding(3, BOLT)];
        let found = common(&held, &HashSet::new(), (ACME, BOLT), now()).unwrap();
        assert_eq!(found.extent, Extent::Few);
        assert_eq!(
            found.leads,
            [vec![Uuid::from_u128(1), Uuid::from_u128(2)], vec![Uuid::from_u128(3)]]
        );
        assert_eq!(common(&held[..2], &HashSet::new(), (ACME, BOLT), now()), None);
        assert_eq!(parties(&held, now()), BTreeSet::from([ACME, BOLT]));
    }

    #[test]
    fn what_stands_behind_a_wall_is_not_compared() {
        let held = [holding(1, ACME), holding(3, BOLT)];
        for wall in [(Uuid::from_u128(1), BOLT), (Uuid::from_u128(3), ACME)] {
            assert_eq!(common(&held, &HashSet::from([wall]), (ACME, BOLT), now()), None);
        }
        let elsewhere = HashSet::from([(Uuid::from_u128(1), ACME)]);
        assert!(common(&held, &elsewhere, (ACME, BOLT), now()).is_some());
    }

    #[test]
    fn counts_are_told_in_buckets_of_both_together() {
        let buckets: Vec<Extent> = [2, 3, 5, 6, 90].into_iter().map(Extent::of).collect();
        assert_eq!(
            buckets,
            [Extent::OneEach, Extent::Few, Extent::Few, Extent::Many, Extent::Many]
        );
    }

    #[test]
    fn a_match_is_news_to_none_who_sees_and_ends_where_both_do() {
        for (sees, news, known) in [
            ([false, false], true, false),
            ([true, false], false, false),
            ([false, true], false, false),
            ([true, true], false, true),
        ] {
            assert_eq!((is_news(sees), is_known(sees)), (news, known));
        }
    }

    #[test]
    fn words_that_are_no_events_of_leads_move_nothing() {
        assert!(
            may_move_matches("TRIAGED") && may_move_matches(IDENTIFIERS_CHANGED) && may_move_matches(MATCHING_CHANGED)
        );
        assert!(!may_move_matches("COMMENTED") && !may_move_matches("NOTIFIED") && !may_move_matches(""));
    }
}
