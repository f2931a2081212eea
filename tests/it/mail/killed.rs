//! Workers that are killed: two processes of the real program share one database and one real mail server, which stops
//! them at every stage of handing a mail over; there they are killed (SIGKILL), and others take over.
//!
//! Afterwards every mail arrived at most once, whatever died; each one that was sent arrived; and each one that may not
//! have arrived is known as such, is listed for the operators and is named in its reader's next digest.

use std::{
    collections::BTreeMap,
    process::{Child, Command, Stdio},
};

use jiff::SignedDuration;
use sea_orm::{ActiveValue::Set, ConnectionTrait as _, EntityTrait as _};
use touchstone::{
    digests,
    permissions::audience::Tlp,
    platform::clock::{Clock as _, SystemClock},
};

use super::{send, smtp::Smtp};
use crate::{
    both_databases,
    digests::leads::Shared,
    support::{Person, World},
};

/// Before what a worker dies.
#[derive(Debug, Clone, Copy)]
enum Death {
    /// The server greets; a mail is claimed.
    Greeting,
    /// The text is handed over.
    Data,
    /// The server answers the whole text.
    Answer,
    /// The outcome that the server told is written.
    Commit,
}

impl Death {
    fn stage(self) -> &'static str {
        match self {
            Self::Greeting => "connect",
            Self::Data => "recipient",
            Self::Answer | Self::Commit => "data",
        }
    }
}

const DEATHS: [Death; 4] = [Death::Greeting, Death::Data, Death::Answer, Death::Commit];

/// Two workers of the real program.
struct Workers([Child; 2]);

impl Workers {
    fn start(world: &World, server: &Smtp) -> Self {
        let worker = |_| {
            Command::new(env!("CARGO_BIN_EXE_touchstone"))
                .args(["--database-url", &world.url, "--data-dir"])
                .arg(&world.folder)
                .arg("worker")
                .env("TOUCHSTONE_MAIL_URL", server.url(|url| url))
                .env("TOUCHSTONE_LOG_FILTER", "off")
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap()
        };
        Self([0, 1].map(worker))
    }

    /// SIGKILL.
    fn kill(&mut self) {
        for worker in &mut self.0 {
            worker.kill().unwrap();
            worker.wait().unwrap();
        }
    }
}

impl Drop for Workers {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A server that stops at every stage, and what reached it.
struct Post {
    server: Smtp,
    open: Vec<String>,
    arrived: Vec<String>,
}

impl Post {
    /// The next stage of any session; sessions that end are forgotten.
    fn stage(&mut self) -> super::smtp::Stage {
        let stage = self.server.stage();
        match stage.stage.as_str() {
            "connect" => self.open.push(stage.session.clone()),
            "closed" => self.open.retain(|open| *open != stage.session),
            "data" => self.arrived.push(stage.raw.clone()),
            _ => {}
        }
        stage
    }

    /// Lets everything go on until a session comes to the stage.
    fn until(&mut self, wanted: &str) -> String {
        loop {
            let stage = self.stage();
            if stage.stage == wanted {
                return stage.session;
            }
            self.server.go(&stage.session);
        }
    }

    /// Waits until the sessions of dead workers have ended.
    fn buried(&mut self) {
        while !self.open.is_empty() {
            self.stage();
        }
    }
}

/// Runs two workers until one comes to where it dies; then both are killed.
async fn die(world: &World, post: &mut Post, death: Death) {
    let mut workers = Workers::start(world, &post.server);
    let session = post.until(death.stage());
    if let Death::Commit = death {
        // Nobody can write the outcome while this transaction is open.
        let held = world.begin().await;
        if !world.app.db.is_sqlite() {
            held.connection()
                .execute_unprepared("LOCK TABLE mail IN EXCLUSIVE MODE")
                .await
                .unwrap();
        }
        post.server.go(&session);
        while post.stage().stage != "answered" {}
        workers.kill();
        // What a drop rolls back waits for the runtime, which the mail server's next word may hold up.
        held.connection().execute_unprepared("ROLLBACK").await.unwrap();
    } else {
        workers.kill();
    }
    post.buried();
}

/// A time zone in which it is about noon, so that no day ends while the test runs.
fn noon(world: &World) -> String {
    let hour = world.now().to_zoned(jiff::tz::TimeZone::UTC).hour();
    match 12 - hour {
        0 => "Etc/GMT".to_owned(),
        ahead if ahead > 0 => format!("Etc/GMT-{ahead}"),
        behind => format!("Etc/GMT+{}", -behind),
    }
}

/// Twelve people who are told in three ways, with something to tell.
async fn readers(world: &World) -> Vec<Person> {
    let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
    let mut readers = Vec::new();
    for frequency in ["DAILY", "WEEKLY", "IMMEDIATE"].iter().cycle().take(12) {
        let reader = bolt.investigator().await;
        let row = entity::person::ActiveModel {
            id: Set(reader.id),
            digest: Set((*frequency).to_owned()),
            digest_hour: Set(0),
            digest_working_days_only: Set(false),
            time_zone: Set(noon(world)),
            ..Default::default()
        };
        let row = entity::person::Entity::update(row);
        row.exec(world.app.db.write()).await.unwrap();
        readers.push(reader);
    }
    Shared {
        community: true,
        ..Shared::by(&acme, "For all", Tlp::Green)
    }
    .write(world)
    .await;
    Shared {
        due_in: 24 * 30,
        ..Shared::by(&acme, "Delivered", Tlp::Amber).to(&bolt)
    }
    .write(world)
    .await;
    readers
}

/// The ids of the mails that arrived, each with how often it did.
fn counted(arrived: &[String]) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for raw in arrived {
        let id = raw
            .split("Message-ID: <")
            .nth(1)
            .and_then(|rest| rest.split('>').next())
            .unwrap();
        *counted.entry(id.to_owned()).or_default() += 1;
    }
    counted
}

async fn rows(world: &World) -> Vec<entity::mail::Model> {
    entity::mail::Entity::find().all(world.app.db.read()).await.unwrap()
}

/// Sends the rest from here, two senders at once; what arrived.
async fn finish(world: &World) -> Vec<String> {
    let mut server = Smtp::start("accept", &world.folder);
    let (one, other) = (server.mailer(|url| url), server.mailer(|url| url));
    while {
        let (a, b) = tokio::join!(send(world, &one), send(world, &other));
        a + b
    } > 0
    {}
    let sent = rows(world)
        .await
        .iter()
        .filter(|row| row.settled_at == Some(touchstone::platform::clock::micros(world.now())) && row.state == "SENT")
        .count();
    let arrived = (0..sent).map(|_| server.received().raw).collect();
    assert_eq!(server.rest(), 0);
    arrived
}

both_databases! {
    async fn a_mail_arrives_once_or_is_reported_whenever_workers_are_killed(world: World) {
        world.clock.advance(SystemClock.now().duration_since(world.now()));
        let readers = readers(&world).await;
        assert_eq!(digests::plan(&world.app).await.unwrap(), 12, "the digests");
        assert_eq!(digests::plan(&world.app).await.unwrap(), 4, "what has just come");
        let mut post = Post { server: Smtp::start("step", &world.folder), open: Vec::new(), arrived: Vec::new() };
        // Another order on each database.
        let first = if world.app.db.is_sqlite() { 1 } else { 2 };
        for turn in 0..DEATHS.len() {
            die(&world, &mut post, DEATHS[(first + turn) % DEATHS.len()]).await;
        }
        let claimed = rows(&world).await.iter().filter(|row| row.state == "CLAIMED").count();
        assert!(claimed >= DEATHS.len(), "each of them died over a mail");

        world.clock.advance(SignedDuration::from_mins(11));
        post.arrived.extend(finish(&world).await);
        let arrived = counted(&post.arrived);
        assert!(arrived.values().all(|times| *times == 1), "a mail arrived twice: {arrived:?}");
        let settled = rows(&world).await;
        for row in &settled {
            let times = row.message_id.as_ref().and_then(|id| arrived.get(id)).copied().unwrap_or(0);
            match row.state.as_str() {
                "SENT" => assert_eq!(times, 1, "{row:?}"),
                "UNKNOWN" => assert_eq!(row.error.as_deref(), Some("SENDER_DIED")),
                "EMPTY" => assert_eq!(times, 0, "{row:?}"),
                _ => panic!("{row:?}"),
            }
        }
        let unknown: Vec<_> = settled.iter().filter(|row| row.state == "UNKNOWN").collect();
        assert_eq!(unknown.len(), claimed);

        let listed = Command::new(env!("CARGO_BIN_EXE_touchstone"))
            .args(["--database-url", &world.url, "--data-dir"])
            .arg(&world.folder)
            .args(["mail", "list", "--state", "unknown"])
            .output()
            .unwrap();
        assert!(listed.status.success(), "{listed:?}");
        assert_eq!(String::from_utf8(listed.stdout).unwrap().lines().count(), claimed);

        world.after_days(7);
        assert_eq!(digests::plan(&world.app).await.unwrap(), 12);
        let next = finish(&world).await;
        assert_eq!(next.len(), 12, "each has an open delivery");
        for reader in &readers {
            let mail = next.iter().find(|raw| raw.contains(&reader.email)).unwrap();
            let lost = unknown.iter().any(|row| row.person_id == reader.id);
            assert_eq!(mail.replace("=\r\n", "").contains("may not have arrived"), lost, "{mail}");
        }
    }
}
