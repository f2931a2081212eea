//! Networks: which subjects hang together, put together for one viewer from what that viewer sees.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use uuid::Uuid;

use crate::{
    audience::Sight,
    platform::{db::Connection, error::Result},
    subjects::{
        rules::cluster::is_hub,
        store::{self, Holding, LinkRow, SubjectRow},
    },
};

/// Most subjects of a network.
const MOST_NODES: usize = 500;
/// Most findings of identifiers that one step of the way reads.
const MOST_HOLDINGS: usize = 5_000;
/// Most links that one step of the way reads.
const MOST_LINKS: usize = 2_000;
/// Longest way between two subjects.
const LONGEST_WAY: u8 = 8;

/// An identifier that several subjects have in common.
#[derive(Debug, Clone)]
pub(crate) struct Shared {
    pub(crate) holding: Holding,
    /// Who has it, in order.
    pub(crate) subjects: Vec<Uuid>,
}

/// Subjects that hang together, as one viewer sees them.
#[derive(Debug, Default)]
pub(crate) struct Network {
    pub(crate) subjects: Vec<SubjectRow>,
    pub(crate) shared: Vec<Shared>,
    pub(crate) links: Vec<LinkRow>,
    /// Whether there is no more to see within the steps that were asked for.
    pub(crate) complete: bool,
}

/// What is found on the way, step by step.
#[derive(Default)]
struct Walk {
    known: HashSet<Uuid>,
    /// By hash, so that one identifier is one knot however often it is found.
    holders: BTreeMap<String, (Holding, BTreeSet<Uuid>)>,
    links: BTreeMap<Uuid, LinkRow>,
    complete: bool,
}

impl Walk {
    fn from(starts: &[Uuid]) -> Self {
        Self {
            known: starts.iter().copied().collect(),
            complete: true,
            ..Self::default()
        }
    }

    /// One step from the subjects that were found last; those that are new.
    async fn step(&mut self, connection: &impl Connection, sight: &Sight, from: &[Uuid]) -> Result<Vec<Uuid>> {
        let holdings = store::holdings(connection, sight, from, MOST_HOLDINGS).await?;
        let links = store::links_seen(connection, sight, from, MOST_LINKS).await?;
        self.complete &= holdings.len() < MOST_HOLDINGS && links.len() < MOST_LINKS;
        let mut met: Vec<Uuid> = links.iter().flat_map(|link| [link.from_id, link.to_id]).collect();
        self.links.extend(links.into_iter().map(|link| (link.id, link)));
        let mut by_hash: BTreeMap<String, (Holding, BTreeSet<Uuid>)> = BTreeMap::new();
        for holding in holdings {
            let (_, holders) = by_hash
                .entry(holding.hash.clone())
                .or_insert_with(|| (holding.clone(), BTreeSet::new()));
            holders.insert(holding.subject);
        }
        for (hash, (holding, holders)) in by_hash {
            if holders.len() < 2 || is_hub(holders.len()) {
                continue;
            }
            met.extend(&holders);
            self.holders.insert(hash, (holding, holders));
        }
        met.sort_unstable();
        met.dedup();
        met.retain(|id| !self.known.contains(id));
        let room = MOST_NODES.saturating_sub(self.known.len());
        if met.len() > room {
            self.complete = false;
            met.truncate(room);
        }
        self.known.extend(&met);
        Ok(met)
    }

    /// What was found between the subjects that have room.
    async fn finish(mut self, connection: &impl Connection, sight: &Sight) -> Result<Network> {
        let ids: Vec<Uuid> = self.known.iter().copied().collect();
        let mut subjects = store::subjects_seen(connection, sight, &ids).await?;
        subjects.sort_unstable_by_key(|row| (row.created_at, row.id));
        let is_known = |id: &Uuid| self.known.contains(id);
        self.links
            .retain(|_, link| is_known(&link.from_id) && is_known(&link.to_id));
        let shared = self.holders.into_values().filter_map(|(holding, holders)| {
            let subjects: Vec<Uuid> = holders.into_iter().filter(|id| self.known.contains(id)).collect();
            (subjects.len() > 1).then_some(Shared { holding, subjects })
        });
        Ok(Network {
            subjects,
            shared: shared.collect(),
            links: self.links.into_values().collect(),
            complete: self.complete,
        })
    }
}

/// What hangs together with some subjects that the viewer sees, within so many steps; at most 500 subjects.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn around(connection: &impl Connection, sight: &Sight, starts: &[Uuid], steps: u8) -> Result<Network> {
    let mut walk = Walk::from(starts);
    let mut latest = starts.to_vec();
    for _ in 0..steps {
        if latest.is_empty() {
            break;
        }
        latest = walk.step(connection, sight, &latest).await?;
    }
    walk.finish(connection, sight).await
}

/// The shortest way from one subject to another: those on it in order, and what ties them.
#[derive(Debug)]
pub(crate) struct Path {
    pub(crate) network: Network,
    pub(crate) subjects: Vec<Uuid>,
}

/// A shortest way between two subjects that the viewer sees, over what the viewer sees; `None` where there is none of at
/// most eight steps among the first 500 subjects.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn path(connection: &impl Connection, sight: &Sight, from: Uuid, to: Uuid) -> Result<Option<Path>> {
    let mut walk = Walk::from(&[from]);
    let mut latest = vec![from];
    for _ in 0..LONGEST_WAY {
        if latest.is_empty() || walk.known.contains(&to) {
            break;
        }
        latest = walk.step(connection, sight, &latest).await?;
    }
    let mut network = walk.finish(connection, sight).await?;
    let Some(subjects) = way(&network, from, to) else {
        return Ok(None);
    };
    let on_it: HashSet<Uuid> = subjects.iter().copied().collect();
    let pairs: HashSet<(Uuid, Uuid)> = subjects.windows(2).map(|pair| (pair[0], pair[1])).collect();
    let ties = |one: Uuid, other: Uuid| pairs.contains(&(one, other)) || pairs.contains(&(other, one));
    network.subjects.retain(|row| on_it.contains(&row.id));
    network.links.retain(|link| ties(link.from_id, link.to_id));
    for shared in &mut network.shared {
        shared.subjects.retain(|id| on_it.contains(id));
    }
    network.shared.retain(|shared| {
        pairs
            .iter()
            .any(|(one, other)| shared.subjects.contains(one) && shared.subjects.contains(other))
    });
    Ok(Some(Path { network, subjects }))
}

/// Breadth first over the knots of a network.
fn way(network: &Network, from: Uuid, to: Uuid) -> Option<Vec<Uuid>> {
    let mut neighbours: HashMap<Uuid, BTreeSet<Uuid>> = HashMap::new();
    let mut tie = |one: Uuid, other: Uuid| {
        neighbours.entry(one).or_default().insert(other);
        neighbours.entry(other).or_default().insert(one);
    };
    for link in &network.links {
        tie(link.from_id, link.to_id);
    }
    for shared in &network.shared {
        for (place, one) in shared.subjects.iter().enumerate() {
            for other in &shared.subjects[place + 1..] {
                tie(*one, *other);
            }
        }
    }
    let mut before: HashMap<Uuid, Uuid> = HashMap::from([(from, from)]);
    let mut queue = VecDeque::from([from]);
    while let Some(at) = queue.pop_front() {
        if at == to {
            break;
        }
        for next in neighbours.get(&at).into_iter().flatten() {
            if !before.contains_key(next) {
                before.insert(*next, at);
                queue.push_back(*next);
            }
        }
    }
    let mut way = vec![to];
    let mut at = to;
    while at != from {
        at = *before.get(&at)?;
        way.push(at);
    }
    way.reverse();
    Some(way)
}

/// Other leads that name a subject with an identifier that one of this lead's subjects has too, each with what they have in
/// common: those with the most first, at most `most`.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn leads_alike(
    connection: &impl Connection,
    sight: &Sight,
    lead: Uuid,
    most: usize,
) -> Result<Vec<(Uuid, Vec<Holding>)>> {
    let own = store::subjects_of_leads(connection, sight, &[lead]).await?;
    let own: Vec<Uuid> = own
        .iter()
        .filter(|row| row.removed_at.is_none())
        .map(|row| row.id)
        .collect();
    let holdings = store::holdings(connection, sight, &own, MOST_HOLDINGS).await?;
    let mut holders: HashMap<&str, BTreeSet<Uuid>> = HashMap::new();
    for holding in &holdings {
        holders.entry(&holding.hash).or_default().insert(holding.subject);
    }
    let mut alike: BTreeMap<Uuid, BTreeMap<&str, &Holding>> = BTreeMap::new();
    for holding in &holdings {
        let is_tie = holders
            .get(holding.hash.as_str())
            .is_some_and(|holders| !is_hub(holders.len()));
        if holding.lead != lead && is_tie {
            alike.entry(holding.lead).or_default().insert(&holding.hash, holding);
        }
    }
    let mut alike: Vec<(Uuid, Vec<Holding>)> = alike
        .into_iter()
        .map(|(lead, common)| (lead, common.into_values().cloned().collect()))
        .collect();
    alike.sort_by_key(|(lead, common)| (std::cmp::Reverse(common.len()), *lead));
    alike.truncate(most);
    Ok(alike)
}
