//! How many digests a second are rendered under each reader's access and handed to a real SMTP server: one for each of so many people,
//! with the open deliveries of its organisation. The server is the one of the tests; it takes everything over TLS with a password.

use std::{
    collections::BTreeMap,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
    sync::Arc,
    thread,
    time::Instant,
};

use sea_orm::{ConnectionTrait as _, DatabaseBackend, TransactionTrait as _};
use serde_json::Value;
use touchstone::{
    app::App,
    mail,
    platform::{
        clock::micros,
        config::Config,
        db::{self, Sql},
        email::Mailer,
    },
    worker,
};
use uuid::Uuid;

use crate::{Done, Place, load, load::Home, machine, report};

/// Leads of the database: five deliveries or so for each organisation.
const LEADS: u64 = 1_000;
/// Microseconds of a day.
const DAY: i64 = 86_400_000_000;

/// How to measure digests.
#[derive(Debug, clap::Args)]
pub struct Digests {
    #[command(flatten)]
    place: Place,
    /// How many people get one.
    #[arg(long, default_value_t = 10_000)]
    people: usize,
    /// Senders at once, each with a connection of its own.
    #[arg(long, default_value_t = 4)]
    senders: usize,
}

/// Measures digests, as many threads as there are processors: what sends is the worker itself.
///
/// # Errors
/// Where a mail is not taken, or the SMTP server of the tests does not start.
pub fn measure(digests: &Digests) -> Done<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(measured(digests))
}

async fn measured(digests: &Digests) -> Done<()> {
    let home = load::ensure(&digests.place, LEADS, false).await?;
    let mut server = Server::start()?;
    let app = opened(&home, &server.url(&home.folder)?, digests.senders).await?;
    app.db.migrate().await?;
    let people = ensure_people(&app, digests.people).await?;
    queue(&app, &people).await?;
    let counting = server.count();
    let begun = Instant::now();
    let mut senders = Vec::new();
    for _ in 0..digests.senders {
        senders.push(tokio::spawn(send(Arc::clone(&app))));
    }
    for sender in senders {
        sender.await??;
    }
    let seconds = begun.elapsed().as_secs_f64();
    app.db.clone().close().await;
    server.stop();
    let taken = counting.join().map_err(|_| "the mails could not be counted")?;
    let kind = if home.sqlite { "SQLite" } else { "PostgreSQL" };
    report::say(&format!(
        "\n- machine: {}\n- database: {kind}\n- people: {}\n- senders: {}\n- mails taken: {taken}\n- seconds: {seconds:.1}\n\
         - mails/s: {:.0}\n",
        machine::description(),
        people.len(),
        digests.senders,
        f64::from(u32::try_from(taken)?) / seconds,
    ))
}

async fn opened(home: &Home, url: &str, senders: usize) -> Done<Arc<App>> {
    let values = BTreeMap::from([
        ("data_dir", home.folder.display().to_string()),
        ("database_url", home.url.clone()),
        ("database_connections", (2 * senders + 2).to_string()),
        ("mail_url", url.to_owned()),
    ]);
    let config = Config::with(&values).map_err(|error| error.to_string())?;
    Ok(Arc::new(App::open(config).await?))
}

async fn ids(app: &App) -> Done<Vec<Uuid>> {
    let sql = Sql::new("SELECT id FROM person WHERE state = 'ACTIVE' ORDER BY id");
    let rows = db::rows(app.db.read(), sql).await.map_err(|error| error.message)?;
    let ids = rows.iter().map(|row| row.try_get("", "id"));
    Ok(ids.collect::<Result<_, _>>()?)
}

/// So many people: those of the alliance, and colleagues of theirs with the same roles.
async fn ensure_people(app: &App, wanted: usize) -> Done<Vec<Uuid>> {
    let known = ids(app).await?;
    let missing = wanted.saturating_sub(known.len());
    let tx = app.db.write().begin().await?;
    for like in known.iter().cycle().take(missing) {
        let id = app.ids.id(app.now());
        for sql in colleague(app.db.backend(), id, *like) {
            tx.execute_raw(sql.statement(app.db.backend())).await?;
        }
    }
    tx.commit().await?;
    let mut people = ids(app).await?;
    people.truncate(wanted);
    Ok(people)
}

fn colleague(backend: DatabaseBackend, id: Uuid, like: Uuid) -> [Sql; 2] {
    // PostgreSQL cannot tell the type of a parameter that is only selected.
    let (uuid, text) = match backend {
        DatabaseBackend::Postgres => ("::uuid", "::text"),
        _ => ("", ""),
    };
    let copied = "state, language, time_zone, digest, digest_hour, digest_working_days_only, digest_weekday, \
         expiry_reminders, digest_since, digest_looked_at, version, created_at, updated_at, second_factor_at";
    let mut person = Sql::new(&format!(
        "INSERT INTO person (id, organization_id, name, email, {copied}) SELECT "
    ));
    person.bind(id).push(uuid).push(", organization_id, name, ");
    person.bind(format!("{}@example.org", id.simple())).push(text);
    person.push(&format!(", {copied} FROM person WHERE id = ")).bind(like);
    let mut roles = Sql::new("INSERT INTO role_assignment (person_id, role) SELECT ");
    roles.bind(id).push(uuid);
    roles.push(", role FROM role_assignment WHERE person_id = ").bind(like);
    [person, roles]
}

/// Queues tomorrow's digest for everybody, whatever the hour and the day of the week; what earlier runs told is forgotten.
async fn queue(app: &App, people: &[Uuid]) -> Done<()> {
    let now = micros(app.now());
    let tomorrow = (now.div_euclid(DAY) + 1) * DAY;
    let backend = app.db.backend();
    let tx = app.db.write().begin().await?;
    for table in ["digest_lead", "digest_delivery", "mail_trouble", "mail"] {
        let sql = Sql::new(&format!("DELETE FROM {table}"));
        tx.execute_raw(sql.statement(backend)).await?;
    }
    let frequency = Sql::new("UPDATE person SET digest = 'DAILY'");
    tx.execute_raw(frequency.statement(backend)).await?;
    let open = Sql::new("UPDATE delivery SET state = 'PUSHED' WHERE state NOT IN ('PUSHED', 'VIEWED', 'ACKNOWLEDGED')");
    tx.execute_raw(open.statement(backend)).await?;
    for person in people {
        let mut sql =
            Sql::new("INSERT INTO mail (id, person_id, kind, window_start, state, attempts, not_before, created_at) ");
        sql.push("VALUES (")
            .bind(app.ids.id(app.now()))
            .push(", ")
            .bind(*person);
        sql.push(", 'DIGEST', ").bind(tomorrow).push(", 'QUEUED', 0, ");
        sql.bind(now).push(", ").bind(now).push(")");
        tx.execute_raw(sql.statement(backend)).await?;
    }
    Ok(tx.commit().await?)
}

/// Sends until nothing is left.
async fn send(app: Arc<App>) -> Done<()> {
    let mailer = Mailer::new(&app.config)?;
    loop {
        let sent = mail::send_due(&app, &mailer, worker::render).await;
        if sent.map_err(|error| error.message)? == 0 {
            return Ok(());
        }
    }
}

/// The SMTP server of the tests.
struct Server {
    child: Child,
    lines: Option<BufReader<ChildStdout>>,
    account: Value,
}

impl Server {
    fn start() -> Done<Self> {
        let mut child = Command::new("node")
            .arg("tests/tools/smtp.mjs")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let output = child.stdout.take().ok_or("the mail server says nothing")?;
        let mut lines = BufReader::new(output);
        let mut first = String::new();
        lines.read_line(&mut first)?;
        let account = serde_json::from_str(&first)?;
        Ok(Self {
            child,
            lines: Some(lines),
            account,
        })
    }

    /// The URL with which one signs in to it; its authority is kept in a file.
    fn url(&self, folder: &Path) -> Done<String> {
        let text = |key: &str| self.account[key].as_str().unwrap_or_default().to_owned();
        let ca = std::path::absolute(folder)?.join("smtp-ca.pem");
        std::fs::write(&ca, text("ca"))?;
        let (user, password) = (text("username"), text("password").replace(' ', "%20"));
        let port = &self.account["port"];
        Ok(format!("smtp://{user}:{password}@localhost:{port}?ca={}", ca.display()))
    }

    /// Counts what it takes from now on, until it ends.
    fn count(&mut self) -> thread::JoinHandle<usize> {
        let lines = self.lines.take();
        thread::spawn(move || lines.map_or(0, |lines| lines.lines().map_while(Result::ok).count()))
    }

    /// Ends it.
    fn stop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}
