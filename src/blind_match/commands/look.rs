//! Comparing one identifier: which organisations have it, which of them are told of each other, which no more.

use std::collections::{BTreeSet, HashMap, HashSet, hash_map::Entry};

use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use uuid::Uuid;

use super::news::{self, BLIND_MATCHED};
use crate::{
    app::App,
    audience::{self, Kind, Sight},
    audit::{self, Act, Actor, Category},
    blind_match::{
        rules::{self, Common, Holding, MOST_PARTIES, SIGNAL_DAY, SIGNALS_A_DAY},
        store::{self, KnownMatch, NewMatch},
    },
    leads,
    platform::{
        clock::micros,
        db::{Connection, Recorded, Tx},
        error::{ApiError, Result},
        ids::IdKind,
    },
};

/// When it is tried again to tell two of a match for which one of them had no room.
const AGAIN: SignedDuration = SignedDuration::from_hours(6);

/// Two organisations, in the order of their ids.
type Pair = (Uuid, Uuid);

/// Who has an identifier, and who must not learn of which lead.
#[derive(Debug)]
pub(super) struct Scene {
    holdings: Vec<Holding>,
    walls: HashSet<(Uuid, Uuid)>,
}

impl Scene {
    /// Reads it.
    pub(super) async fn load(connection: &impl Connection, hash: &str) -> Result<Self> {
        let holdings = store::holdings(connection, hash).await?;
        let leads: Vec<Uuid> = holdings.iter().map(|holding| holding.lead).collect();
        let walls = match leads.as_slice() {
            [] => HashSet::new(),
            leads => store::walls(connection, leads).await?,
        };
        Ok(Self { holdings, walls })
    }

    /// What two organisations have in common.
    pub(super) fn common(&self, pair: Pair, now: Timestamp) -> Option<Common> {
        rules::common(&self.holdings, &self.walls, pair, now)
    }

    /// The leads of an organisation with the identifier in them, whether they count or not.
    fn leads_of(&self, organization: Uuid) -> Vec<Uuid> {
        let own = self
            .holdings
            .iter()
            .filter(|holding| holding.organization == organization);
        own.map(|holding| holding.lead).collect()
    }

    /// The pairs to judge: all of those who have it, unless so many have it that it is news to none; and those who know of
    /// each other. Contact that is open stays.
    fn pairs(&self, known: &HashMap<Pair, KnownMatch>, now: Timestamp) -> BTreeSet<Pair> {
        let parties: Vec<Uuid> = rules::parties(&self.holdings, now).into_iter().collect();
        let told = known.iter().filter(|(_, known)| !known.is_retired);
        let mut pairs: BTreeSet<Pair> = told.map(|(pair, _)| *pair).collect();
        if parties.len() <= MOST_PARTIES {
            for (place, one) in parties.iter().enumerate() {
                pairs.extend(parties[place + 1..].iter().map(|other| (*one, *other)));
            }
        }
        pairs.retain(|pair| known.get(pair).is_none_or(|known| !known.is_open));
        pairs
    }
}

/// Compares an identifier that is due, in one transaction: whoever is told of it is told in the same moment. Returns of how
/// many matches.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn look(app: &App, hash: &str) -> Result<usize> {
    let tx = app.begin().await?;
    store::take_turn(&tx).await?;
    if !store::due_take(&tx, hash).await? {
        return Ok(0);
    }
    let known = store::matches_of(&tx, hash).await?;
    let scene = Scene::load(tx.connection(), hash).await?;
    let pairs = scene.pairs(&known, tx.now());
    let mut turn = Turn {
        app,
        tx: &tx,
        scene: &scene,
        sights: HashMap::new(),
        told: 0,
        is_full: false,
        proof: Recorded(()),
    };
    for pair in pairs {
        turn.judge(hash, pair, known.get(&pair)).await?;
    }
    let Turn {
        told, is_full, proof, ..
    } = turn;
    if is_full {
        let again = tx.now().checked_add(AGAIN).map_err(ApiError::internal)?;
        store::due_put(&tx, hash, micros(again)).await?;
    }
    tx.commit(proof).await?;
    Ok(told)
}

/// One identifier while its pairs are judged.
struct Turn<'a> {
    app: &'a App,
    tx: &'a Tx,
    scene: &'a Scene,
    /// What organisations see of leads, as far as it was asked for.
    sights: HashMap<Uuid, Sight>,
    told: usize,
    /// Whether somebody had no room for a match.
    is_full: bool,
    proof: Recorded,
}

impl Turn<'_> {
    async fn judge(&mut self, hash: &str, pair: Pair, known: Option<&KnownMatch>) -> Result<()> {
        let is_told = known.is_some_and(|known| !known.is_retired);
        let Some(common) = self.scene.common(pair, self.tx.now()) else {
            return match known {
                Some(known) if is_told => self.retire(known).await,
                Some(_) | None => Ok(()),
            };
        };
        let sees = [self.sees(pair.0, pair.1).await?, self.sees(pair.1, pair.0).await?];
        match known {
            None if rules::is_news(sees) => self.signal(hash, pair, &common).await,
            Some(known) if is_told && rules::is_known(sees) => self.retire(known).await,
            Some(known) if is_told => self.keep(known, &common).await,
            Some(known) if rules::is_news(sees) => self.revive(known, &common).await,
            Some(_) | None => Ok(()),
        }
    }

    /// Whether somebody of one organisation sees a lead of another one with the identifier in it.
    async fn sees(&mut self, one: Uuid, other: Uuid) -> Result<bool> {
        let (tx, leads) = (self.tx, self.scene.leads_of(other));
        let sight = match self.sights.entry(one) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(leads::sight_of_organization(tx.connection(), one, tx.now()).await?),
        };
        Ok(!audience::seen(tx.connection(), sight, Kind::Lead, &leads)
            .await?
            .is_empty())
    }

    /// Tells two organisations of each other, if both have room for it today.
    async fn signal(&mut self, hash: &str, pair: Pair, common: &Common) -> Result<()> {
        let (app, tx) = (self.app, self.tx);
        let since = tx.now().checked_sub(SIGNAL_DAY).map_err(ApiError::internal)?;
        for party in [pair.0, pair.1] {
            if store::signals_since(tx, party, micros(since)).await? >= SIGNALS_A_DAY {
                self.is_full = true;
                return Ok(());
            }
        }
        let sides = [app.ids.id(tx.now()), app.ids.id(tx.now())];
        let new = NewMatch {
            id: app.ids.id(tx.now()),
            hash,
            pair,
            sides,
            common,
        };
        store::match_insert(tx, &new).await?;
        for (side, leads) in sides.into_iter().zip(&common.leads) {
            if let Some(lead) = leads.first() {
                news::publish(app, tx, BLIND_MATCHED, (side, *lead), None).await?;
            }
        }
        self.told += 1;
        self.record("signalBlindMatch", sides, &common.leads, common).await
    }

    /// Shows again what was told before and did not hold for a while. That is no news to anybody.
    async fn revive(&mut self, known: &KnownMatch, common: &Common) -> Result<()> {
        store::match_revive(self.tx, known.id).await?;
        self.keep(known, common).await?;
        self.record("reviveBlindMatch", known.sides, &common.leads, common)
            .await
    }

    /// Says by which leads each of the two has it now; whoever of an organisation sees none of them does not see the match.
    async fn keep(&mut self, known: &KnownMatch, common: &Common) -> Result<()> {
        for (side, leads) in known.sides.into_iter().zip(&common.leads) {
            store::leads_put(self.tx, side, leads).await?;
        }
        Ok(())
    }

    /// Shows a match to nobody any more.
    async fn retire(&mut self, known: &KnownMatch) -> Result<()> {
        for side in known.sides {
            let leads = store::leads_behind(self.tx.connection(), side).await?;
            let mut act = Act::on(Category::Content, "retireBlindMatch", IdKind::Match, side);
            if let Some(lead) = leads.first() {
                act = act.of_lead(*lead);
            }
            self.proof = audit::record(self.tx, self.app.ids.as_ref(), Actor::System, act).await?;
        }
        store::match_retire(self.tx, known.id, known.sides).await
    }

    /// Writes an entry for each of the two, in which nothing of the other stands.
    async fn record(
        &mut self,
        action: &'static str,
        sides: [Uuid; 2],
        leads: &[Vec<Uuid>; 2],
        common: &Common,
    ) -> Result<()> {
        let (kind, strength, extent): (&str, &str, &str) =
            (common.kind.into(), common.strength.into(), common.extent.into());
        let detail = json!({ "kind": kind, "strength": strength, "extent": extent });
        for (side, leads) in sides.into_iter().zip(leads) {
            let Some(lead) = leads.first() else { continue };
            let act = Act::on(Category::Content, action, IdKind::Match, side)
                .of_lead(*lead)
                .with(&detail);
            self.proof = audit::record(self.tx, self.app.ids.as_ref(), Actor::System, act).await?;
        }
        Ok(())
    }
}
