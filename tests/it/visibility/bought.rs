//! Test purchases, their samples, appraisals, funds and bank statements against the oracle: lists, counts and nodes are what the
//! rules say, for everybody of a generated alliance.

mod written;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use touchstone::{
    permissions::{Action, Role, Scope, table::scope, viewer::PoaAction},
    platform::ids::{IdKind, encode},
};
use uuid::Uuid;

use super::{
    generated::Size,
    kept::{Stored, stored},
    oracle::Oracle,
    records::{Person as Record, PowerOfAttorney},
};
use crate::{
    both_databases,
    support::{Asks as _, Person},
};

const SIZE: Size = Size { people: 120, leads: 20 };

/// A purchase as the oracle knows it, with its sample and the sample's appraisal.
struct Bought {
    id: Uuid,
    /// The place of its lead.
    lead: usize,
    organization: Uuid,
    holder: Option<Uuid>,
    brand: Uuid,
    requester: Uuid,
    buyer: Option<Uuid>,
    sample: Uuid,
    /// The place of the sample among the lead's evidence.
    piece: usize,
    appraisal: Uuid,
    appraiser: Uuid,
}

/// A fund with those to whom it allotted something, and a line of a statement of its bank.
struct Fund {
    id: Uuid,
    allotted: Vec<Uuid>,
    statement: Uuid,
    line: Uuid,
}

/// The rules, said slowly.
struct Rules<'a> {
    stored: &'a Stored,
    person: &'a Record,
}

impl Rules<'_> {
    fn has(&self, action: Action) -> bool {
        self.person.roles.iter().any(|role| scope(*role, action) != Scope::No)
    }

    fn reaches(&self, action: Action, wanted: Scope) -> bool {
        self.person.roles.iter().any(|role| scope(*role, action) == wanted)
    }

    fn is_active(&self) -> bool {
        self.person.active && self.stored.alliance.organization(self.person.organization).active
    }

    /// The powers of attorney that are verified and in date.
    fn powers(&self) -> Vec<&PowerOfAttorney> {
        let now = self.stored.alliance.now;
        let powers = self.stored.alliance.powers.iter();
        powers
            .filter(|power| power.agent == self.person.organization && power.state == "VERIFIED")
            .filter(|power| power.from <= now && now < power.until)
            .collect()
    }

    /// The principals for whom somebody reads. Powers here allow everything, or nothing of this.
    fn read_for(&self, action: Action) -> Vec<&PowerOfAttorney> {
        if !self.reaches(action, Scope::Principal) {
            return Vec::new();
        }
        let mut powers = self.powers();
        powers.retain(|power| {
            power.actions.contains(&PoaAction::ReadLeads) && self.stored.alliance.organization(power.principal).active
        });
        powers
    }

    /// Whether what is an organisation's, about a brand, is somebody's by an action: the own, within the brands of who is
    /// limited to some, or a principal's.
    fn is_own(&self, action: Action, organization: Uuid, brand: Uuid) -> bool {
        let in_scope = self.person.scope.as_ref().is_none_or(|brands| brands.contains(&brand));
        let home = organization == self.person.organization;
        let covers = |power: &&PowerOfAttorney| {
            let in_power = power.brands.as_ref().is_none_or(|brands| brands.contains(&brand));
            power.principal == organization && in_power && in_scope
        };
        (home && self.reaches(action, Scope::Own))
            || (home && self.reaches(action, Scope::Brand) && in_scope)
            || self.read_for(action).iter().any(covers)
    }

    /// A wall around the lead stands around what was bought from it; around a principal it stops agents, too.
    fn is_walled_off(&self, bought: &Bought) -> bool {
        let walls = &self.stored.alliance.leads[bought.lead].walls;
        let stops = |power: &PowerOfAttorney| walls.contains(&power.principal);
        walls.contains(&self.person.organization) || self.powers().into_iter().any(stops)
    }

    fn sees_purchase(&self, bought: &Bought) -> bool {
        let action = Action::PurchaseRead;
        let buys = self.has(Action::PurchaseBuy) && bought.buyer == Some(self.person.id);
        let mut owners = std::iter::once(bought.organization).chain(bought.holder);
        self.is_active()
            && !self.is_walled_off(bought)
            && (self.reaches(action, Scope::All) || buys || owners.any(|of| self.is_own(action, of, bought.brand)))
    }

    /// Whether the piece of evidence is seen that a sample is.
    fn sees_piece(&self, bought: &Bought) -> bool {
        let (alliance, forced) = (&self.stored.alliance, None);
        let lead = &alliance.leads[bought.lead];
        let piece = &lead.evidence()[bought.piece];
        self.has(Action::EvidenceRead) && Oracle { alliance, forced }.sees_evidence(self.person, lead, piece)
    }

    fn inspects(&self, bought: &Bought) -> bool {
        self.person.roles.contains(&Role::Ap) && bought.appraiser == self.person.id
    }

    fn sees_sample(&self, bought: &Bought) -> bool {
        let reads = self.has(Action::SampleRead) && self.sees_piece(bought);
        self.is_active() && (reads || self.inspects(bought))
    }

    fn sees_appraisal(&self, bought: &Bought) -> bool {
        let action = Action::AppraisalRead;
        let of_case = self.reaches(action, Scope::All) || self.is_own(action, bought.organization, bought.brand);
        self.is_active() && ((of_case && self.sees_piece(bought)) || self.inspects(bought))
    }

    /// Money is of a whole organisation: a mandate for some brands, or for who is limited to some, does not show it.
    fn sees_fund(&self, fund: &Fund) -> bool {
        let action = Action::FundRead;
        let own = self.reaches(action, Scope::Own) && fund.allotted.contains(&self.person.organization);
        let shows = |power: &&PowerOfAttorney| power.brands.is_none() && fund.allotted.contains(&power.principal);
        let for_principal = self.person.scope.is_none() && self.read_for(action).iter().any(shows);
        self.is_active() && (self.reaches(action, Scope::All) || own || for_principal)
    }

    fn sees_bank(&self) -> bool {
        self.is_active() && self.reaches(Action::BankStatementRead, Scope::All)
    }
}

/// The ids of a list that somebody finds; the count says the same. Who may not ask for it at all finds nothing.
async fn found(asks: &Person, list: &str) -> BTreeSet<String> {
    let document = format!("{{ {list}(first: 100) {{ totalCount nodes {{ id }} }} }}");
    let answer = asks.graphql(&document, json!({})).await;
    if let Some(code) = answer.error_code() {
        assert!(matches!(code, "UNAUTHENTICATED" | "FORBIDDEN"), "{list}: {answer}");
        return BTreeSet::new();
    }
    let nodes = answer.texts(&format!("/{list}/nodes"), "/id");
    let count = answer.number(&format!("/{list}/totalCount"));
    assert_eq!(count, i64::try_from(nodes.len()).unwrap(), "{list}");
    nodes.into_iter().collect()
}

/// Which of these ids somebody is given an object for.
async fn given(asks: &Person, ids: &[String]) -> BTreeSet<String> {
    let mut given = BTreeSet::new();
    for ids in ids.chunks(100) {
        let document = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";
        let answer = asks.graphql(document, json!({ "ids": ids })).await;
        if let Some(code) = answer.error_code() {
            assert!(matches!(code, "UNAUTHENTICATED" | "FORBIDDEN"), "{answer}");
            return BTreeSet::new();
        }
        let nodes = answer.list("/nodes").iter().zip(ids);
        given.extend(
            nodes
                .filter(|(node, _)| **node != Value::Null)
                .map(|(_, id)| id.clone()),
        );
    }
    given
}

/// What is listed, of which kind, and with what the oracle says of each.
type Kept = (&'static str, IdKind, Vec<(Uuid, bool)>);

fn each<T>(all: &[T], id: impl Fn(&T) -> Uuid, sees: impl Fn(&T) -> bool) -> Vec<(Uuid, bool)> {
    all.iter().map(|one| (id(one), sees(one))).collect()
}

/// Everything there is, with what somebody is to see of it.
fn kept(rules: &Rules<'_>, bought: &[Bought], funds: &[Fund]) -> Vec<Kept> {
    let purchases = each(bought, |one| one.id, |one| rules.sees_purchase(one));
    let samples = each(bought, |one| one.sample, |one| rules.sees_sample(one));
    let appraisals = each(bought, |one| one.appraisal, |one| rules.sees_appraisal(one));
    vec![
        ("purchases", IdKind::Purchase, purchases),
        ("samples", IdKind::Sample, samples),
        ("appraisals", IdKind::Appraisal, appraisals),
        (
            "funds",
            IdKind::Fund,
            each(funds, |fund| fund.id, |fund| rules.sees_fund(fund)),
        ),
        (
            "bankStatements",
            IdKind::BankStatement,
            each(funds, |fund| fund.statement, |_| rules.sees_bank()),
        ),
        (
            "bankLines",
            IdKind::BankLine,
            each(funds, |fund| fund.line, |_| rules.sees_bank()),
        ),
    ]
}

both_databases! {
    async fn i21_i22_lists_counts_and_nodes_of_what_was_bought_are_the_oracles(world: World) {
        let stored = stored(world, &SIZE).await;
        let (bought, funds) = written::all(&stored).await;
        let mut counted: Vec<(&str, usize, usize)> = Vec::new();
        for person in &stored.alliance.people {
            let (asks, rules) = (stored.asks(person), Rules { stored: &stored, person });
            for (list, kind, all) in kept(&rules, &bought, &funds) {
                let what = format!("{list}: {:?} of {:?}", person.roles, stored.alliance.organization(person.organization).kind);
                let ids: Vec<String> = all.iter().map(|(id, _)| encode(kind, *id)).collect();
                let seen = ids.iter().zip(&all).filter(|(_, (_, seen))| *seen).map(|(id, _)| id.clone());
                let expected: BTreeSet<String> = seen.collect();
                assert_eq!(found(&asks, list).await, expected, "{what}");
                // A statement and its lines are met through their fund alone.
                if !matches!(kind, IdKind::BankStatement | IdKind::BankLine) {
                    assert_eq!(given(&asks, &ids).await, expected, "by their ids, {what}");
                }
                if !counted.iter().any(|(known, ..)| *known == list) {
                    counted.push((list, 0, 0));
                }
                let count = counted.iter_mut().find(|(known, ..)| *known == list).unwrap();
                count.1 += expected.len();
                count.2 += all.len() - expected.len();
            }
        }
        for (list, shown, hidden) in counted {
            assert!(shown > 5 && hidden > 50, "{list}: {shown} seen, {hidden} not");
        }
    }
}
