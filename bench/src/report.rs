//! What came out, as the tables of docs/performance.md.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::{self, Write as _},
    time::Duration,
};

use sea_orm::sqlx::{Connection as _, Executor as _, SqliteConnection, query};

use crate::{Done, client::Tally, contestant::Kind, load::Home, work::Work};

/// What a contestant took for a request; times in microseconds.
#[derive(Debug, Clone, Copy)]
pub struct Figures {
    pub per_second: f64,
    pub p50: f64,
    pub p99: f64,
    /// Processor of the server for each request.
    pub server: f64,
    /// Processor of PostgreSQL for each request.
    pub database: f64,
    /// Statements of each request.
    pub statements: Option<f64>,
}

impl Figures {
    pub fn of(tally: &Tally, server: u64, database: u64) -> Self {
        Self {
            per_second: rate(tally.answers, tally.elapsed),
            p50: micros(tally.latency.value_at_quantile(0.5)),
            p99: micros(tally.latency.value_at_quantile(0.99)),
            server: micros(server) / micros(tally.answers.max(1)),
            database: micros(database) / micros(tally.answers.max(1)),
            statements: None,
        }
    }
}

/// A count as a number to divide by.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts and microseconds of a run are far below 2^52"
)]
pub fn micros(count: u64) -> f64 {
    count as f64
}

/// So many in that time, a second.
pub fn rate(count: u64, time: Duration) -> f64 {
    micros(count) / time.as_secs_f64()
}

/// A table in the making.
#[derive(Debug)]
pub struct Report {
    facts: Vec<(String, String)>,
    rows: Vec<(String, String, Figures)>,
    memory: BTreeMap<String, f64>,
}

impl Report {
    pub fn begin(machine: &str, home: &Home) -> Self {
        let database = if home.sqlite { "SQLite" } else { "PostgreSQL" };
        Self {
            facts: vec![
                ("machine".to_owned(), machine.to_owned()),
                ("database".to_owned(), format!("{database}, {} leads", home.leads)),
            ],
            rows: Vec::new(),
            memory: BTreeMap::new(),
        }
    }

    /// Notes something that stands beside the table.
    pub fn fact(&mut self, what: &str, value: String) {
        self.facts.push((what.to_owned(), value));
    }

    pub fn remember_memory(&mut self, who: &str, megabytes: f64) {
        self.memory.insert(who.to_owned(), megabytes);
    }

    /// Adds a line and shows it at once, because the whole takes minutes.
    ///
    /// # Errors
    /// Where nothing can be printed.
    pub fn add(&mut self, work: &str, who: &str, figures: Figures) -> Done<()> {
        if self.rows.is_empty() {
            say("\n| request | who | requests/s | p50 ms | p99 ms | server µs | PostgreSQL µs | statements |\n")?;
            say("| --- | --- | --: | --: | --: | --: | --: | --: |\n")?;
        }
        let Figures {
            per_second,
            p50,
            p99,
            server,
            database,
            statements,
        } = figures;
        let statements = statements.map_or_else(|| "–".to_owned(), |number| format!("{number:.1}"));
        let (p50, p99) = (p50 / 1_000.0, p99 / 1_000.0);
        say(&format!(
            "| {work} | {who} | {per_second:.0} | {p50:.1} | {p99:.1} | {server:.0} | {database:.0} | {statements} |\n"
        ))?;
        self.rows.push((work.to_owned(), who.to_owned(), figures));
        Ok(())
    }

    fn of(&self, work: Work, who: &str) -> Option<&Figures> {
        self.named(work.name(), who)
    }

    fn named(&self, work: &str, who: &str) -> Option<&Figures> {
        let found = self.rows.iter().find(|(of, by, _)| of == work && by == who);
        found.map(|(_, _, figures)| figures)
    }

    /// Prints the facts, and the ratios beside the goals.
    ///
    /// # Errors
    /// Where nothing can be printed.
    pub fn finish(self) -> Done<()> {
        let mut text = "\n".to_owned();
        for (what, value) in &self.facts {
            writeln!(text, "- {what}: {value}")?;
        }
        text.push_str("\n| goal | wanted | found | |\n| --- | --: | --: | --- |\n");
        for goal in self.goals() {
            let (sign, met) = match goal.at_most {
                true => ("≤", goal.found <= goal.wanted),
                false => ("≥", goal.found >= goal.wanted),
            };
            let verdict = if met { "met" } else { "**missed**" };
            writeln!(
                text,
                "| {} | {sign} {} | {:.2} | {verdict} |",
                goal.what, goal.wanted, goal.found
            )?;
        }
        say(&text)
    }

    fn goals(&self) -> Vec<Goal> {
        let mut goals = Vec::new();
        let ours = Kind::Touchstone.name();
        for (work, of_raw, of_postgraphile, of_apollo) in [
            (Work::Inbox, 2.0, 5.0, 6.0),
            (Work::Lead, 4.0, 4.0, 4.0),
            (Work::Comment, 3.0, 4.0, 3.0),
        ] {
            let Some(own) = self.of(work, ours) else { continue };
            if let Some(raw) = self.of(work, Kind::Raw.name()) {
                let what = format!("{}: server CPU / raw", work.name());
                goals.push(Goal::at_most(what, of_raw, own.server / raw.server));
            }
            for (kind, wanted) in [(Kind::PostGraphile, of_postgraphile), (Kind::Apollo, of_apollo)] {
                if let Some(other) = self.of(work, kind.name()) {
                    let what = format!("{}: requests/s / {}", work.name(), kind.name());
                    goals.push(Goal::at_least(what, wanted, own.per_second / other.per_second));
                }
            }
        }
        if let (Some(own), Some(predicate)) = (
            self.of(Work::Inbox, ours),
            self.named("the same by predicate", "pgbench"),
        ) {
            let what = "inbox page: PostgreSQL CPU / by predicate".to_owned();
            goals.push(Goal::at_most(what, 0.4, own.database / predicate.database));
        }
        if let Some(memory) = self.memory.get(ours) {
            goals.push(Goal::at_most("memory at 64 connections, MB".to_owned(), 80.0, *memory));
        }
        goals
    }
}

/// A goal of the design, and what was found.
struct Goal {
    what: String,
    at_most: bool,
    wanted: f64,
    found: f64,
}

impl Goal {
    fn at_most(what: String, wanted: f64, found: f64) -> Self {
        Self {
            what,
            at_most: true,
            wanted,
            found,
        }
    }

    fn at_least(what: String, wanted: f64, found: f64) -> Self {
        Self {
            what,
            at_most: false,
            wanted,
            found,
        }
    }
}

/// Prints how the page among many leads compares with the page among few.
///
/// # Errors
/// Where nothing can be printed.
pub fn scaled(found: &[(Home, f64, f64)]) -> Done<()> {
    let mut text = "\n| leads | inbox page p50 ms | one lead p50 ms |\n| --: | --: | --: |\n".to_owned();
    for (home, inbox, lead) in found {
        writeln!(
            text,
            "| {} | {:.2} | {:.2} |",
            home.leads,
            inbox / 1_000.0,
            lead / 1_000.0
        )?;
    }
    if let [(_, few, one), .., (_, many, one_of_many)] = found {
        writeln!(
            text,
            "\nratio: {:.2} and {:.2}; wanted ≤ 1.3",
            many / few,
            one_of_many / one
        )?;
    }
    say(&text)
}

/// Single commits that SQLite does in a second where each waits for the disk.
///
/// # Errors
/// Where it does not.
pub async fn bare_commits(home: &Home) -> Done<f64> {
    let file = home.folder.join("bare.db");
    let mut connection = SqliteConnection::connect(&format!("sqlite:{}?mode=rwc", file.display())).await?;
    connection.execute("PRAGMA journal_mode = WAL").await?;
    connection.execute("PRAGMA synchronous = FULL").await?;
    connection
        .execute("CREATE TABLE IF NOT EXISTS note (body TEXT)")
        .await?;
    let begin = std::time::Instant::now();
    let mut commits = 0;
    while begin.elapsed() < Duration::from_secs(2) {
        query("INSERT INTO note (body) VALUES (?)")
            .bind("a comment")
            .execute(&mut connection)
            .await?;
        commits += 1;
    }
    let found = rate(commits, begin.elapsed());
    connection.close().await?;
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{end}", file.display()));
    }
    Ok(found)
}

/// Runs something that waits a lot, on one thread: the one who asks takes no more of the machine than that.
///
/// # Errors
/// Those of `work`.
pub fn runtime(work: impl Future<Output = Done<()>>) -> Done<()> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(work)
}

/// Prints.
///
/// # Errors
/// Where nobody takes it.
pub fn say(text: &str) -> Done<()> {
    let mut out = io::stdout();
    out.write_all(text.as_bytes())?;
    Ok(out.flush()?)
}

/// Says what went wrong.
pub fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "bench: {text}");
}
