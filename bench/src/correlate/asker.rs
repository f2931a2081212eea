//! Who asks the product: somebody of a member, over one connection, one thing after the other.

use std::{net::SocketAddr, time::Instant};

use http_body_util::Full;
use hyper::{body::Bytes, client::conn::http1::SendRequest};
use serde_json::{Value, json};
use touchstone::platform::ids::{self, IdKind, Ids as _, SystemIds};

use crate::{
    Done, client,
    dataset::subjects::{self, NEW, Written},
    people::Person,
};

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// One identifier more, which subjects of other leads have too.
    AddIdentifier,
    /// One identifier less.
    RemoveIdentifier,
    /// A subject with three identifiers, of which one meets others.
    AddSubject,
    /// Which leads are alike.
    LeadsAlike,
    /// What hangs together, two steps from a subject.
    Network,
    /// The same from one that has an identifier in common with hundreds.
    Hub,
}

pub const ASKED: [Asked; 6] = [
    Asked::AddIdentifier,
    Asked::RemoveIdentifier,
    Asked::AddSubject,
    Asked::LeadsAlike,
    Asked::Network,
    Asked::Hub,
];

impl Asked {
    pub fn name(self) -> &'static str {
        match self {
            Self::AddIdentifier => "add an identifier that others have",
            Self::RemoveIdentifier => "take an identifier away",
            Self::AddSubject => "add a subject with three identifiers",
            Self::LeadsAlike => "leads alike",
            Self::Network => "network of two steps",
            Self::Hub => "network of two steps from a hub",
        }
    }

    /// Whether it changes something.
    pub fn is_change(self) -> bool {
        match self {
            Self::AddIdentifier | Self::RemoveIdentifier | Self::AddSubject => true,
            Self::LeadsAlike | Self::Network | Self::Hub => false,
        }
    }
}

const VERSIONS: &str = "query Versions($ids: [ID!]!) { nodes(ids: $ids) { ... on Subject { version } } }";
const ADD_IDENTIFIERS: &str = "mutation AddIdentifiers($input: AddIdentifiersInput!) { addIdentifiers(input: $input) { \
    subject { version identifiers { id } } userErrors { code message } } }";
const REMOVE_IDENTIFIER: &str = "mutation RemoveIdentifier($input: RemoveIdentifierInput!) { removeIdentifier(input: $input) { \
    subject { version } userErrors { code message } } }";
const ADD_SUBJECT: &str = "mutation AddSubject($input: AddSubjectInput!) { addSubject(input: $input) { \
    subject { id } userErrors { code message } } }";
const REMOVE_SUBJECT: &str = "mutation RemoveSubject($input: RemoveSubjectInput!) { removeSubject(input: $input) { \
    subject { id } userErrors { code message } } }";
const LEADS_ALIKE: &str = "query LeadsAlike($id: ID!) { lead(id: $id) { leadsAlike { lead { id reference title } \
    shared { kind value rule subjectId } } } }";
const NETWORK: &str = "query Network($ids: [ID!]!) { subjectNetwork(ids: $ids, steps: 2) { isComplete \
    subjects { id kind name } links { id fromId toId } shared { kind value rule strength subjectIds } } }";

/// A maker whose identifiers are changed.
struct Maker {
    number: u64,
    id: String,
    version: i64,
}

/// The leads of the first member, as whoever changes or reads them needs their numbers.
#[derive(Debug)]
pub struct Numbers {
    /// All that its people see.
    pub all: Vec<u64>,
    /// Those whose makers have something in common with another's.
    pub tied: Vec<u64>,
    /// Those whose makers have something in common with hundreds.
    pub hubs: Vec<u64>,
}

impl Numbers {
    /// # Errors
    /// Where there are too few.
    pub fn of(leads: u64) -> Done<Self> {
        let all = subjects::seen_by_all(leads, 0);
        let of = |is: fn(u64) -> bool| -> Vec<u64> { all.iter().copied().filter(|number| is(*number)).collect() };
        let (tied, hubs) = (of(subjects::is_tied), of(subjects::is_hub));
        match all.len() >= 50 && tied.len() >= 30 && !hubs.is_empty() {
            true => Ok(Self { all, tied, hubs }),
            false => Err("these are too few leads: take 20,000 or more".into()),
        }
    }

    /// One of some numbers, another at each turn.
    pub fn pick(numbers: &[u64], turn: u64) -> u64 {
        let place = usize::try_from(turn).unwrap_or_default() % numbers.len().max(1);
        numbers.get(place).copied().unwrap_or_default()
    }

    /// A telephone that makers of other leads have, and that of `number` has not.
    pub fn telephone(&self, number: u64, turn: u64) -> Written {
        let others = (0..).map(|step| Self::pick(&self.tied, turn + step));
        let other = others
            .take(self.tied.len())
            .find(|other| !subjects::are_near(number, *other));
        subjects::identifier(other.unwrap_or(number), 0)
    }
}

/// Somebody who asks.
pub struct Asker {
    connection: SendRequest<Full<Bytes>>,
    token: String,
    leads: u64,
    numbers: Numbers,
    makers: Vec<Maker>,
    /// What was added and is still there: the place of the maker, and the identifier.
    added: Vec<(usize, String)>,
    subjects: Vec<String>,
    /// How many subjects the largest network had, and the most leads that were like one.
    pub largest: usize,
    alike: usize,
    /// How often something was asked for.
    turn: u64,
    /// Makes keys and values another run's.
    chance: u64,
}

impl Asker {
    /// Somebody of the first member.
    ///
    /// # Errors
    /// Where the product does not answer.
    pub async fn of(product: SocketAddr, person: &Person, leads: u64) -> Done<Self> {
        let numbers = Numbers::of(leads)?;
        let maker = |number: &u64| Maker {
            number: *number,
            id: ids::encode(IdKind::Subject, subjects::maker(leads, *number)),
            version: 0,
        };
        let mut asker = Self {
            connection: client::connect(product).await?,
            token: person.token.clone(),
            leads,
            makers: numbers.all.iter().map(maker).collect(),
            numbers,
            added: Vec::new(),
            subjects: Vec::new(),
            largest: 0,
            alike: 0,
            turn: 0,
            chance: chance(),
        };
        asker.read_versions().await?;
        Ok(asker)
    }

    /// The versions that the makers have, which an earlier run has raised.
    async fn read_versions(&mut self) -> Done<()> {
        let ids: Vec<String> = self.makers.iter().map(|maker| maker.id.clone()).collect();
        let mut versions = Vec::with_capacity(ids.len());
        for ids in ids.chunks(100) {
            let (data, _) = self.post(VERSIONS, json!({ "ids": ids })).await?;
            let nodes = data["nodes"].as_array().cloned().unwrap_or_default();
            versions.extend(nodes.iter().map(|node| node["version"].as_i64()));
        }
        for (maker, version) in self.makers.iter_mut().zip(versions) {
            maker.version = version.ok_or_else(|| format!("{} is not seen", maker.id))?;
        }
        Ok(())
    }

    /// Asks for something once; how long it took, in microseconds.
    ///
    /// # Errors
    /// Where it is refused, or finds nothing.
    pub async fn ask(&mut self, asked: Asked) -> Done<u64> {
        self.turn += 1;
        match asked {
            Asked::AddIdentifier => self.add_identifier().await,
            Asked::RemoveIdentifier => {
                if self.added.is_empty() {
                    self.add_identifier().await?;
                }
                self.remove_identifier().await
            }
            Asked::AddSubject => self.add_subject().await,
            Asked::LeadsAlike => {
                let number = Numbers::pick(&self.numbers.tied, self.turn);
                let id = ids::encode(IdKind::Lead, subjects::lead(self.leads, number));
                let (data, took) = self.post(LEADS_ALIKE, json!({ "id": id })).await?;
                let alike = data["lead"]["leadsAlike"].as_array().map(Vec::len);
                let alike = alike.ok_or_else(|| format!("no answer of leads alike: {data}"))?;
                // Whoever else has the telephone may be in a lead that only few see.
                self.alike = self.alike.max(alike);
                Ok(took)
            }
            Asked::Network => self.network(Numbers::pick(&self.numbers.tied, self.turn), 1).await,
            Asked::Hub => self.network(Numbers::pick(&self.numbers.hubs, self.turn), 2).await,
        }
    }

    async fn add_identifier(&mut self) -> Done<u64> {
        let place = usize::try_from(self.turn)? % self.makers.len();
        let maker = &self.makers[place];
        let telephone = self.numbers.telephone(maker.number, self.turn);
        let input = json!({ "id": maker.id, "expectedVersion": maker.version, "identifiers": [telephone.input()] });
        let (data, took) = self.post(ADD_IDENTIFIERS, json!({ "input": input })).await?;
        let subject = &data["addIdentifiers"]["subject"];
        let identifiers = subject["identifiers"].as_array();
        let newest = identifiers.and_then(|identifiers| identifiers.last()?["id"].as_str());
        let newest = newest.ok_or_else(|| format!("nothing was added: {data}"))?;
        self.added.push((place, newest.to_owned()));
        self.makers[place].version = subject["version"].as_i64().unwrap_or_default();
        Ok(took)
    }

    async fn remove_identifier(&mut self) -> Done<u64> {
        let (place, identifier) = self.added.pop().ok_or("nothing is there to be taken away")?;
        let maker = &self.makers[place];
        let input = json!({ "id": maker.id, "expectedVersion": maker.version, "identifierId": identifier });
        let (data, took) = self.post(REMOVE_IDENTIFIER, json!({ "input": input })).await?;
        let version = data["removeIdentifier"]["subject"]["version"].as_i64();
        self.makers[place].version = version.unwrap_or_default();
        Ok(took)
    }

    async fn add_subject(&mut self) -> Done<u64> {
        let number = Numbers::pick(&self.numbers.all, self.turn);
        let identifiers = [
            self.numbers.telephone(number, self.turn),
            Written::of(1, NEW + self.chance + self.turn),
            Written::of(2, NEW + self.chance + self.turn),
        ];
        let identifiers: Vec<Value> = identifiers.iter().map(Written::input).collect();
        let input = json!({
            "idempotencyKey": format!("{}-{}", self.chance, self.turn),
            "leadId": ids::encode(IdKind::Lead, subjects::lead(self.leads, number)),
            "kind": "COMPANY",
            "name": format!("Maker {}", self.turn),
            "identifiers": identifiers,
        });
        let (data, took) = self.post(ADD_SUBJECT, json!({ "input": input })).await?;
        let id = data["addSubject"]["subject"]["id"].as_str();
        let id = id.ok_or_else(|| format!("no subject was added: {data}"))?;
        self.subjects.push(id.to_owned());
        Ok(took)
    }

    /// What hangs together with a lead's maker, which is to be `least` subjects.
    async fn network(&mut self, number: u64, least: usize) -> Done<u64> {
        let id = ids::encode(IdKind::Subject, subjects::maker(self.leads, number));
        let (data, took) = self.post(NETWORK, json!({ "ids": [id] })).await?;
        let found = data["subjectNetwork"]["subjects"].as_array().map_or(0, Vec::len);
        self.largest = self.largest.max(found);
        match found >= least {
            true => Ok(took),
            false => Err(format!("a network of {found} instead of {least} subjects").into()),
        }
    }

    /// Whether anything met anything: it does if the hashes of what was loaded are the product's own.
    ///
    /// # Errors
    /// Where nothing did.
    pub fn has_met(&self) -> Done<()> {
        match self.alike > 0 && self.largest > 1 {
            true => Ok(()),
            false => Err("nothing that was loaded meets anything".into()),
        }
    }

    /// Takes away what was added, so that the next run finds what this one found.
    ///
    /// # Errors
    /// Where it is refused.
    pub async fn tidy(&mut self) -> Done<()> {
        while !self.added.is_empty() {
            self.remove_identifier().await?;
        }
        for id in std::mem::take(&mut self.subjects) {
            let input = json!({ "id": id, "expectedVersion": 1, "reason": "measured" });
            self.post(REMOVE_SUBJECT, json!({ "input": input })).await?;
        }
        Ok(())
    }

    /// The answer's data, and how long it took, in microseconds.
    async fn post(&mut self, document: &str, variables: Value) -> Done<(Value, u64)> {
        let body = json!({ "query": document, "variables": variables }).to_string();
        let request = client::request("/graphql", &self.token, Some(body.into_bytes()));
        let asked = Instant::now();
        let answer = client::answered(&mut self.connection, request).await?;
        let took = u64::try_from(asked.elapsed().as_micros())?;
        let mut answer: Value = serde_json::from_slice(&answer)?;
        let data = answer["data"].take();
        let payloads = data.as_object().into_iter().flat_map(|data| data.values());
        let refusal = payloads
            .map(|payload| &payload["userErrors"][0])
            .find(|refusal| !refusal.is_null());
        match refusal {
            None => Ok((data, took)),
            Some(refusal) => Err(format!("{refusal} to {document}").into()),
        }
    }
}

/// A number that hardly any other run has.
pub fn chance() -> u64 {
    let secret = SystemIds.secret();
    let first = secret
        .iter()
        .take(8)
        .fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    first % 50_000_000
}
