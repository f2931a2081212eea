//! A server that dies again and again while thirty-two clients move money: propose, agree, take back, pay, refund,
//! change it into another currency, match what the bank tells of it, and ask for test purchases, approve, order,
//! receive and give them up, and have what came appraised.
//!
//! A round is a death at each of four places: before a commit, between a commit and its answer, in the relay, in the
//! sealer. After each, with nobody at the database, what was confirmed is there, what was not is there whole or not at
//! all, each pot has come to what was confirmed, and no hold was resolved twice. Then a new server is asked again for
//! what was lost.

mod bank;
mod bench;
mod books;
mod clients;
mod notes;
mod opening;
mod people;
mod purchases;
mod wishes;

use std::{collections::BTreeMap, ops::Range, os::unix::process::ExitStatusExt as _};

use rand::RngExt as _;
use tokio::{task::JoinSet, time::timeout};
use touchstone::platform::db::Db;

use self::{
    books::{Books, are_settled},
    clients::Client,
    notes::Notes,
    opening::{Opening, opened},
    people::Hall,
};
use super::{
    Weather,
    kills::nobody_is_connected,
    process::{PATIENCE, Touchstone, runs, until},
};
use crate::{
    both_databases,
    support::{Place, World},
};

/// Who move money at once.
const CLIENTS: usize = 32;
/// Rounds of the short storm.
const SHORT: usize = 2;
/// Operations of a storm of so many rounds, and of the longest.
const OPERATIONS_PER_ROUND: usize = 200;
const MOST_OPERATIONS: usize = 10_000;
/// Rounds of a storm in which everything has its turn, and what comes late or seldom.
const LONG: usize = 20;
const SELDOM: [&str; 8] = [
    "rejectPurchase",
    "shipPurchase",
    "receivePurchase",
    "reportAppraisal",
    "finalizeAppraisal",
    "proposeExchange",
    "importBankStatement",
    "matchBankLines",
];
/// Deaths between two looks by `fund verify` and `audit verify`; access tokens are good for fifteen minutes.
const REST_AFTER: usize = 8;
/// SIGABRT, by which a place ends the process.
const ABORTED: i32 = 6;

/// Where a server dies: the name of it, the places in turn, and after how many visits.
struct Death {
    class: &'static str,
    places: &'static [(&'static str, Range<u32>)],
}

/// The deaths of a round.
const DEATHS: &[Death] = &[
    Death {
        class: "before the commit",
        places: &[
            ("command.recorded", 10..60),
            ("funds.posted", 5..30),
            ("funds.applied", 5..30),
        ],
    },
    Death {
        class: "between the commit and the answer",
        places: &[("request.answered", 10..60)],
    },
    Death {
        class: "relay",
        places: &[("relay.numbered", 2..6), ("relay.committed", 2..6)],
    },
    Death {
        class: "sealer",
        places: &[("sealer.linked", 2..6), ("sealer.committed", 2..6)],
    },
];

struct Storm {
    weather: Weather,
    place: Place,
    hall: Hall,
    notes: Notes,
    /// How often a server died where.
    deaths: BTreeMap<&'static str, usize>,
    /// How many operations without an answer had been done, and how many had not.
    lost: (usize, usize),
}

impl Storm {
    async fn over(world: &World) -> Self {
        let Opening {
            mut hall,
            people,
            reversible,
            photos,
        } = opened(world).await;
        let place = Place {
            url: world.url.clone(),
            folder: world.folder.clone(),
        };
        let server = Touchstone::serve(&place, &settings(None)).await;
        hall.enter(&server.url, &people).await;
        server.stop().await;
        let books = Books::of(&world.app.db).await;
        books.balance();
        // Whoever looks at the database after a death must not be the one who kept it open.
        world.app.db.clone().close().await;
        Self {
            weather: Weather::of(SHORT),
            place,
            hall,
            notes: Notes::of(books.pots(), reversible, photos),
            deaths: BTreeMap::new(),
            lost: (0, 0),
        }
    }

    /// How many operations are enough.
    fn enough(&self) -> usize {
        MOST_OPERATIONS.min(self.weather.rounds * OPERATIONS_PER_ROUND)
    }

    /// Sends everybody to a server, to work until so many operations are done.
    fn sends(&self, url: &str, number: usize, enough: usize) -> JoinSet<()> {
        let mut clients = JoinSet::new();
        for client in 0..CLIENTS {
            let client = Client {
                hall: self.hall.clone(),
                url: url.to_owned(),
                dice: self.weather.dice(1_000 * (client + 1) + number),
                notes: self.notes.clone(),
                name: format!("{number}-{client}"),
                enough,
            };
            clients.spawn(client.works());
        }
        clients
    }

    /// A server works until it dies.
    async fn dies(&mut self, number: usize) {
        let death = &DEATHS[number % DEATHS.len()];
        let (place, times) = &death.places[number / DEATHS.len() % death.places.len()];
        let times = self.weather.dice(number).random_range(times.clone());
        eprintln!("death {number}: {place} {times}, after {}", self.notes.done_so_far());
        let mut server = Touchstone::serve(&self.place, &settings(Some(format!("{place}:{times}")))).await;
        let mut clients = self.sends(&server.url, number, usize::MAX);
        tokio::select! {
            ended = timeout(PATIENCE, until(async || !server.runs())) => {
                assert!(ended.is_ok(), "it lives: {}", server.log());
            }
            Some(Err(panic)) = clients.join_next() => panic!("{panic}: {}", server.log()),
        }
        assert_eq!(server.kill().signal(), Some(ABORTED), "{}", server.log());
        while let Some(client) = clients.join_next().await {
            client.unwrap();
        }
        *self.deaths.entry(death.class).or_default() += 1;
        self.looks().await;
    }

    /// Holds the database against itself and against what the clients were told. No server runs meanwhile.
    async fn looks(&mut self) {
        if self.place.url.starts_with("postgres") {
            let gone = timeout(PATIENCE, until(async || nobody_is_connected(&self.place.url).await));
            gone.await.unwrap();
        }
        let db = Db::open(&self.place.url, 2).await.unwrap();
        let books = Books::of(&db).await;
        db.close().await;
        books.balance();
        let (done, undone) = self.notes.settle(&books, &self.hall);
        self.lost = (self.lost.0 + done, self.lost.1 + undone);
        self.notes.hold(&books, &self.hall);
    }

    /// A server that is left alone: it is asked again for what was lost, until so many operations are done, numbers and
    /// seals what the dead ones left, and is told to stop.
    async fn rests(&mut self, number: usize, enough: usize) {
        let server = Touchstone::serve(&self.place, &settings(None)).await;
        self.hall.go_on(&server.url).await;
        let mut clients = self.sends(&server.url, number, enough);
        while let Some(client) = clients.join_next().await {
            client.unwrap_or_else(|panic| panic!("{panic}: {}", server.log()));
        }
        let db = Db::open(&self.place.url, 2).await.unwrap();
        let settled = timeout(PATIENCE, until(async || are_settled(&db).await)).await;
        assert!(settled.is_ok(), "something is never numbered or sealed");
        db.close().await;
        server.stop().await;
        self.looks().await;
        for arguments in [["fund", "verify"], ["audit", "verify"]] {
            let verified = runs(&self.place, &arguments);
            assert!(verified.status.success(), "{arguments:?}: {verified:?}");
        }
    }

    /// Insists that there was a storm.
    fn was_one(&self) {
        let (busy, refused) = self.notes.refusals();
        let (done, (found, gone)) = (self.notes.done_so_far(), self.lost);
        eprintln!(
            "{done} done, refused {refused:?}, busy {busy}, lost {found} and {gone}, {:?}",
            self.deaths
        );
        let mix = self.notes.mix();
        eprintln!("{mix:?}");
        // A short storm is over before all of it had its turn.
        for mutation in SELDOM {
            let is_there = mix.contains_key(mutation);
            assert!(self.weather.rounds <= LONG || is_there, "nobody had a turn: {mutation}");
        }
        assert!(done >= self.enough(), "only {done} operations");
        for death in DEATHS {
            let deaths = self.deaths.get(death.class).copied().unwrap_or(0);
            assert!(deaths >= self.weather.rounds, "{}: {deaths} deaths", death.class);
        }
        assert!(busy <= done / 50, "the server had no time for {busy} of {done}");
        assert!(gone > 0, "nobody died before a commit");
        assert!(found > 0, "nobody died between a commit and its answer");
    }
}

/// The settings of a server: perhaps it dies somewhere, and no client waits for a connection of another, though one
/// that lost its patience asks twice at once.
fn settings(dies_at: Option<String>) -> Vec<(&'static str, String)> {
    let mut settings = vec![
        ("TOUCHSTONE_ACCESS_TOKEN_MINUTES", "15".to_owned()),
        ("TOUCHSTONE_DATABASE_CONNECTIONS", (CLIENTS * 2 + 4).to_string()),
    ];
    settings.extend(dies_at.map(|place| ("TOUCHSTONE_TEST_DIES_AT", place)));
    settings
}

both_databases! {
    async fn i01_i03_money_is_neither_made_nor_lost_nor_half_moved_however_often_the_server_dies(world: World) {
        let mut storm = Storm::over(&world).await;
        let (deaths, enough) = (DEATHS.len() * storm.weather.rounds, storm.enough());
        for number in 0..deaths {
            if number > 0 && number.is_multiple_of(REST_AFTER) {
                // Its share of the operations, so that they lie between the deaths and not behind them all.
                storm.rests(1_000_000 + number, enough * number / deaths).await;
            }
            storm.dies(number).await;
        }
        // Whose request it is that meets the death is chance: some more of them, until one had been done.
        for number in (deaths..deaths + 40).filter(|number| number % DEATHS.len() == 1) {
            if storm.lost.0 == 0 {
                storm.dies(number).await;
            }
        }
        for number in 2_000_000..2_000_005 {
            storm.rests(number, enough).await;
            if !storm.notes.has_lost() {
                break;
            }
        }
        assert!(!storm.notes.has_lost(), "something is never answered");
        storm.was_one();
    }
}
