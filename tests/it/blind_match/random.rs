//! Small worlds by chance: who is told is what a plain reading of the rules says, at first and after changes.

use std::collections::BTreeSet;

use rand::{RngExt as _, SeedableRng as _, rngs::StdRng, seq::IndexedRandom as _};
use serde_json::{Value, json};

use super::{Member, company, compared, human, id_card, matches, member, names, opts, phone};
use crate::{
    both_databases,
    support::{Lead, draft, with},
};

/// What the worlds are drawn from.
const SEED: u64 = 3;
const ROUNDS: usize = 4;
const MEMBERS: usize = 3;

/// A lead as this test knows it: nothing of it is read back from the service.
struct Known {
    lead: Lead,
    owner: usize,
    is_graded: bool,
    is_red: bool,
    opted_in: bool,
    /// Codes of what its subjects are known by.
    held: Vec<&'static str>,
    shared_with: BTreeSet<usize>,
}

/// Two members and what both know.
type Told = BTreeSet<(&'static str, usize, usize)>;

const CODES: [&str; 4] = ["one", "two", "hotline", "papers"];

fn identifier(code: &str, round: usize) -> Value {
    match code {
        "one" => phone(10 * round),
        "two" => phone(10 * round + 1),
        "hotline" => json!({ "kind": "PHONE", "value": "400-810-8888", "country": "CN" }),
        _ => id_card(),
    }
}

fn counts(known: &Known, code: &str) -> bool {
    let is_left_out = known.is_red || code == "papers";
    known.is_graded && known.held.contains(&code) && code != "hotline" && (known.opted_in || !is_left_out)
}

/// Whom the rules as they are written would have told, where `before` was told already.
fn expected(leads: &[Known], before: &Told) -> Told {
    let mut told = Told::new();
    for code in CODES {
        for one in 0..MEMBERS {
            for other in one + 1..MEMBERS {
                let has = |who: usize| leads.iter().any(|known| known.owner == who && counts(known, code));
                let sees = |who: usize, of: usize| {
                    let mut theirs = leads
                        .iter()
                        .filter(|known| known.owner == of && known.held.contains(&code));
                    theirs.any(|known| !known.is_red && known.shared_with.contains(&who))
                };
                let seen = (sees(one, other), sees(other, one));
                let stays = before.contains(&(code, one, other)) && seen != (true, true);
                if has(one) && has(other) && (stays || seen == (false, false)) {
                    told.insert((code, one, other));
                }
            }
        }
    }
    told
}

async fn draw(members: &[Member], round: usize, dice: &mut StdRng) -> Vec<Known> {
    let mut leads = Vec::new();
    for _ in 0..7 {
        let owner = dice.random_range(0..MEMBERS);
        let (is_red, is_graded) = (dice.random_bool(0.25), dice.random_bool(0.8));
        let by = &members[owner].admin;
        let tlp = if is_red {
            "RED"
        } else {
            *["AMBER", "AMBER_STRICT"].choose(dice).unwrap()
        };
        let input = with(draft(&members[owner].home), json!({ "tlp": tlp }));
        let lead = if is_graded {
            by.prepares_from(input).await
        } else {
            by.creates_from(input).await
        };
        let held: Vec<&str> = CODES.into_iter().filter(|_| dice.random_bool(0.5)).collect();
        let of = |wanted: bool| {
            held.iter()
                .filter(|code| (**code == "papers") == wanted)
                .map(|code| identifier(code, round))
                .collect::<Vec<_>>()
        };
        names(by, &lead, company(&of(false))).await;
        names(by, &lead, human(&of(true))).await;
        let opted_in = dice.random_bool(0.5);
        if opted_in {
            opts(by, &lead, true).await.ok();
        }
        leads.push(Known {
            lead,
            owner,
            is_graded,
            is_red,
            opted_in,
            held,
            shared_with: BTreeSet::new(),
        });
    }
    leads
}

/// Shares, reddens and retracts some of them.
async fn stir(members: &[Member], leads: &mut [Known], dice: &mut StdRng) {
    for known in leads.iter_mut().filter(|known| known.is_graded) {
        let by = &members[known.owner].admin;
        match dice.random_range(0..5) {
            0 | 1 if !known.is_red => {
                let with = (known.owner + dice.random_range(1..MEMBERS)) % MEMBERS;
                if known.shared_with.insert(with) {
                    by.shares(&known.lead, &[&members[with].home]).await.ok();
                }
            }
            2 => {
                by.changes_tlp(&known.lead, "RED").await.ok();
                known.is_red = true;
            }
            3 => {
                by.retracts(&known.lead).await.ok();
                known.is_graded = false;
            }
            _ => {}
        }
    }
}

/// How many matches each member sees is how many pairs it is in.
async fn agrees(members: &[Member], told: &Told, what: &str) {
    for (place, member) in members.iter().enumerate() {
        let own = told.iter().filter(|(_, one, other)| [*one, *other].contains(&place));
        let mut wanted: Vec<&str> = own
            .map(|(code, ..)| if *code == "papers" { "NATIONAL_ID" } else { "PHONE" })
            .collect();
        wanted.sort_unstable();
        let seen = matches(&member.admin).await;
        let mut kinds: Vec<&str> = seen
            .iter()
            .filter_map(|found| found["identifierKind"].as_str())
            .collect();
        kinds.sort_unstable();
        assert_eq!(kinds, wanted, "{what}, {}: {told:?}", member.home.name);
    }
}

both_databases! {
    async fn who_is_told_is_what_the_rules_say(world: World) {
        let mut dice = StdRng::seed_from_u64(SEED);
        let mut pairs = 0;
        for round in 0..ROUNDS {
            let mut members = Vec::new();
            for name in ["Acme", "Bolt", "Third"] {
                members.push(member(&world, name).await);
            }
            let mut leads = draw(&members, round, &mut dice).await;
            compared(&world).await;
            let mut told = expected(&leads, &Told::new());
            agrees(&members, &told, &format!("round {round}")).await;
            pairs += told.len();
            for turn in 0..3 {
                stir(&members, &mut leads, &mut dice).await;
                compared(&world).await;
                told = expected(&leads, &told);
                agrees(&members, &told, &format!("round {round}, turn {turn}")).await;
            }
            // The papers and the hotline are the same in each round: nobody of the next one is to meet those of this.
            for member in &members {
                member.home.put_into("SUSPENDED").await;
            }
        }
        assert!(pairs > 4, "{pairs} pairs say little");
    }
}
