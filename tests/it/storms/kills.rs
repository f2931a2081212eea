//! A server that dies again and again while people work with it.

use std::{collections::HashMap, fs, ops::Range, os::unix::process::ExitStatusExt as _, time::Duration};

use rand::RngExt as _;
use sea_orm::{ConnectOptions, ConnectionTrait as _, Database, Statement};
use tokio::{task::JoinSet, time::timeout};
use touchstone::{leads::jobs, platform::db::Db};

use super::{
    Weather,
    books::Books,
    crowd::{Client, Crowd},
    ledger::{Entry, Fate, Ledger},
    process::{PATIENCE, Touchstone, runs, until},
};
use crate::{
    both_databases,
    support::{Place, World},
};

/// One way to die.
struct Death {
    /// The place; where there is none, at any moment.
    place: &'static str,
    /// After how many visits of the place, or after how many confirmed changes.
    times: Range<u32>,
}

const fn at(place: &'static str, times: Range<u32>) -> Death {
    Death { place, times }
}

/// The deaths of a storm, in turn.
const DEATHS: &[Death] = &[
    at("command.recorded", 2..60),
    at("request.answered", 2..60),
    at("relay.numbered", 2..12),
    at("sealer.linked", 2..6),
    at("", 5..40),
    at("relay.committed", 2..12),
    at("sealer.committed", 2..6),
    at("checkpoint.written", 1..2),
    at("mail.claimed", 1..4),
    at("mail.sent", 1..4),
    at("", 40..120),
];

/// Rounds of the short storm: it has the first of the deaths.
const SHORT: usize = 6;

/// SIGABRT, by which a place ends the process, and SIGKILL.
const ABORTED: i32 = 6;
const KILLED: i32 = 9;

struct Storm {
    weather: Weather,
    place: Place,
    crowd: Crowd,
    ledger: Ledger,
    /// How many requests without an answer had been done, by the death that took the answer, and how many had not.
    lost: HashMap<&'static str, (usize, usize)>,
}

impl Storm {
    async fn over(world: &World) -> Self {
        let crowd = Crowd::in_world(world, 3).await;
        // Whoever looks at the database after a death must not be the one who kept it open.
        world.app.db.clone().close().await;
        Self {
            weather: Weather::of(SHORT),
            place: Place {
                url: world.url.clone(),
                folder: world.folder.clone(),
            },
            crowd,
            ledger: Ledger::default(),
            lost: HashMap::new(),
        }
    }

    async fn round(&mut self, round: usize) {
        let death = &DEATHS[round % DEATHS.len()];
        // Tokens are good for ten minutes.
        if round.is_multiple_of(8) {
            let server = Touchstone::serve(&self.place, &[]).await;
            self.crowd.signs_in(&server.url).await;
            server.stop().await;
        }
        self.dies(round, death).await;
        if self.place.url.starts_with("postgres") {
            let gone = timeout(PATIENCE, until(async || nobody_is_connected(&self.place.url).await));
            gone.await.unwrap();
        }
        let mut server = Touchstone::serve(&self.place, &[]).await;
        let books = self.is_whole().await;
        self.settles(&server.url, &books, death).await;
        self.is_whole().await;
        server.kill();
        self.audience_is_derived().await;
    }

    /// Whether nothing has been lost yet of what a death at this place is to take.
    fn lacks(&self, place: &str) -> bool {
        let (done, undone) = self.lost.get(place).copied().unwrap_or_default();
        match place {
            "command.recorded" => undone == 0,
            "request.answered" => done == 0,
            _ => false,
        }
    }

    /// A server works until it dies.
    async fn dies(&self, round: usize, death: &Death) {
        let mut dice = self.weather.dice(round);
        let times = dice.random_range(death.times.clone());
        eprintln!("round {round}: {:?} {times}", death.place);
        let variables = [("TOUCHSTONE_TEST_DIES_AT", format!("{}:{times}", death.place))];
        let mut server = Touchstone::serve(&self.place, &variables).await;
        let mut clients = JoinSet::new();
        for pair in 0..self.crowd.pairs() {
            let client = Client {
                crowd: self.crowd.clone(),
                url: server.url.clone(),
                pair,
                dice: self.weather.dice(1_000 * (pair + 1) + round),
                ledger: self.ledger.clone(),
                name: format!("{round}-{pair}"),
            };
            clients.spawn(client.works());
        }
        let enough = self.ledger.done() + times as usize;
        let ends = async {
            if death.place.is_empty() {
                until(async || self.ledger.done() >= enough).await;
                // At any moment of what comes next.
                let moment = Duration::from_micros(dice.random_range(0..20_000));
                let _ = tokio::time::timeout(moment, std::future::pending::<()>()).await;
            } else {
                until(async || !server.runs()).await;
            }
        };
        tokio::select! {
            ended = timeout(PATIENCE, ends) => assert!(ended.is_ok(), "it lives: {}", server.log()),
            Some(Err(panic)) = clients.join_next() => panic!("{panic}: {}", server.log()),
        }
        let signal = if death.place.is_empty() { KILLED } else { ABORTED };
        assert_eq!(server.kill().signal(), Some(signal), "{}", server.log());
        while let Some(client) = clients.join_next().await {
            client.unwrap();
        }
    }

    /// Waits until a server has numbered and sealed what the dead one left, and holds the database against itself and
    /// against what the clients were told.
    async fn is_whole(&self) -> Books {
        let db = Db::open(&self.place.url, 2).await.unwrap();
        let vouched = self.place.folder.join("audit/checkpoints.jsonl");
        let mut books = Books::of(&db).await;
        let settled = until(async || {
            books = Books::of(&db).await;
            books.are_settled() && vouched.exists()
        });
        assert!(
            timeout(PATIENCE, settled).await.is_ok(),
            "something is never numbered or sealed"
        );
        db.close().await;
        books.balance();
        self.ledger.holds(&books);
        self.mails_went_out_once(&books);
        let verified = runs(&self.place, &["audit", "verify"]);
        assert!(verified.status.success(), "{verified:?}");
        books
    }

    /// Asks again for what was never answered: what was done is not done again, what was not is done now.
    async fn settles(&mut self, url: &str, books: &Books, death: &Death) {
        for entry in self.ledger.take_lost() {
            let was_done = books.count(entry.mutation, &entry.mark) == 1;
            let counts = self.lost.entry(death.place).or_default();
            if was_done {
                counts.0 += 1;
            } else {
                counts.1 += 1;
            }
            let has_key = entry.input.get("idempotencyKey").is_some();
            let fate = match self.crowd.changes(url, entry.by, entry.mutation, &entry.input).await {
                Fate::Refused(code) if was_done && !has_key && code == "STALE_VERSION" => Fate::Done(code.into()),
                Fate::Refused(code) if was_done && !has_key && code == "TRANSITION_NOT_ALLOWED" => {
                    Fate::Done(code.into())
                }
                Fate::Done(payload) if !was_done || has_key => Fate::Done(payload),
                other => panic!(
                    "{} {}: done before: {was_done}, now: {other:?}",
                    entry.mutation, entry.mark
                ),
            };
            self.ledger.write(Entry { fate, ..entry });
        }
    }

    /// What is derived is what would be derived anew.
    async fn audience_is_derived(&self) {
        let world = World::new(&self.place.url, &self.place.folder).await;
        world
            .nothing_changes(async { jobs::rebuild(&world.app).await.unwrap() })
            .await;
        world.app.db.clone().close().await;
    }

    /// Each mail that was sent is a whole file, and none is two.
    fn mails_went_out_once(&self, books: &Books) {
        let files = fs::read_dir(self.place.folder.join("mail")).into_iter().flatten();
        let files = files
            .map(|file| file.unwrap().path())
            .filter(|file| file.extension().is_some_and(|end| end == "eml"));
        let mut found = HashMap::new();
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            let id = text
                .lines()
                .find_map(|line| line.strip_prefix("Message-ID: <")?.strip_suffix('>'))
                .unwrap();
            assert!(text.trim_end().ends_with("--"), "the last part is closed: {text}");
            assert!(found.insert(id.to_owned(), file).is_none(), "{id} went out twice");
        }
        for id in books.mails_sent() {
            assert!(found.contains_key(id), "{id} was sent and is not there");
        }
    }
}

/// Whether nobody else has a connection: what the dead server's had begun is over then, one way or the other.
pub(super) async fn nobody_is_connected(url: &str) -> bool {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    let db = Database::connect(options).await.unwrap();
    let sql = "SELECT count(*) AS others FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    let row = db
        .query_one_raw(Statement::from_string(db.get_database_backend(), sql))
        .await
        .unwrap()
        .unwrap();
    db.close().await.unwrap();
    row.try_get::<i64>("", "others").unwrap() == 0
}

both_databases! {
    async fn a_server_that_is_killed_under_load_loses_and_doubles_nothing(world: World) {
        let mut storm = Storm::over(&world).await;
        for round in 0..storm.weather.rounds {
            storm.round(round).await;
        }
        // Whose request it is that meets the death is chance: some more of them, until one was about to commit, and one had.
        for round in storm.weather.rounds..storm.weather.rounds + 8 * DEATHS.len() {
            if storm.lacks(DEATHS[round % DEATHS.len()].place) {
                storm.round(round).await;
            }
        }
        assert!(!storm.lacks("command.recorded"), "nobody died before a commit");
        assert!(!storm.lacks("request.answered"), "nobody died between a commit and its answer");
        let server = Touchstone::serve(&storm.place, &[]).await;
        server.stop().await;
        storm.is_whole().await;
    }
}
