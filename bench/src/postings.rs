//! How many postings the ledger takes in a second: by the product's own function, and the same rows under the same
//! locks by hand, through pgbench or on one connection of SQLite. Once everybody draws on one allocation of one fund,
//! once each on one of a fund of its own. At the end the books are proved, with what was written by hand.

mod books;
mod floor;

use std::{
    collections::BTreeMap,
    sync::Arc,
    time::{Duration, Instant},
};

use hdrhistogram::Histogram;
use touchstone::{
    app::App,
    audit::{self, Act, Actor, Category},
    funds,
    platform::{config::Config, error::ApiError, ids::IdKind},
};
use uuid::Uuid;

use self::books::Spread;
use crate::{
    Done, Fault, Place, load,
    load::Home,
    machine,
    postgres::Watched,
    report::{self, micros},
};

/// Who post at once, each over a connection.
const CLIENTS: u64 = 8;
/// Leads of the database: it is there for its people.
const LEADS: u64 = 200;

/// How to measure postings.
#[derive(Debug, clap::Args)]
pub struct Postings {
    #[command(flatten)]
    place: Place,
    /// Seconds of each measurement.
    #[arg(long, default_value_t = 8)]
    seconds: u64,
}

/// What came of posting; times in milliseconds.
#[derive(Debug, Clone, Copy)]
struct Pace {
    per_second: f64,
    mean: f64,
    /// Not known where pgbench measured.
    p99: Option<f64>,
}

/// Measures postings, as many threads as there are processors: what posts is the server itself.
///
/// # Errors
/// Where something is refused, or the books are not right at the end.
pub fn measure(postings: &Postings) -> Done<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(measured(postings))
}

async fn measured(postings: &Postings) -> Done<()> {
    let time = Duration::from_secs(postings.seconds);
    let home = load::ensure(&postings.place, LEADS, true).await?;
    let app = opened(&home).await?;
    app.db.migrate().await?;
    books::ensure(&home, &app).await?;
    let database = match home.sqlite {
        true => None,
        false => Some(Watched::at(&home.url).await?),
    };
    let kind = if home.sqlite { "SQLite" } else { "PostgreSQL" };
    report::say(&format!(
        "\n- machine: {}\n- database: {kind}\n",
        machine::description()
    ))?;
    report::say("\n| postings on | who | postings/s | mean ms | p99 ms | of the floor |\n")?;
    report::say("| --- | --- | --: | --: | --: | --: |\n")?;
    for spread in [Spread::OneFund, Spread::ManyFunds] {
        ours(&app, spread, Duration::from_secs(1)).await?;
        settle(database.as_ref()).await?;
        let own = ours(&app, spread, time).await?;
        settle(database.as_ref()).await?;
        let by_hand = match home.sqlite {
            true => floor::on_sqlite(&home, spread, time).await?,
            false => floor::by_pgbench(&home, spread, time)?,
        };
        line(spread, "Touchstone", own, Some(own.per_second / by_hand.per_second))?;
        let floor = if home.sqlite { "hand-written SQL" } else { "pgbench" };
        line(spread, floor, by_hand, None)?;
    }
    let report = funds::verify(&app).await.map_err(fault)?;
    app.db.clone().close().await;
    match report.is_clean() {
        true => Ok(()),
        false => Err(report.to_string().into()),
    }
}

/// The service with a connection for each client.
async fn opened(home: &Home) -> Done<Arc<App>> {
    let values = BTreeMap::from([
        ("data_dir", home.folder.display().to_string()),
        ("database_url", home.url.clone()),
        ("database_connections", CLIENTS.to_string()),
    ]);
    let config = Config::with(&values).map_err(|error| error.to_string())?;
    Ok(Arc::new(App::open(config).await?))
}

async fn settle(database: Option<&Watched>) -> Done<()> {
    match database {
        Some(database) => database.settle().await,
        None => Ok(()),
    }
}

fn line(spread: Spread, who: &str, pace: Pace, of_floor: Option<f64>) -> Done<()> {
    let Pace { per_second, mean, p99 } = pace;
    let known = |number: Option<f64>| number.map_or_else(|| "–".to_owned(), |number| format!("{number:.2}"));
    let (p99, of_floor, spread) = (known(p99), known(of_floor), spread.name());
    report::say(&format!(
        "| {spread} | {who} | {per_second:.0} | {mean:.2} | {p99} | {of_floor} |\n"
    ))
}

/// Everybody posts for some time, as a purchase does that needs more money than it holds.
async fn ours(app: &Arc<App>, spread: Spread, time: Duration) -> Done<Pace> {
    let begin = Instant::now();
    let until = begin + time;
    let tasks: Vec<_> = (0..CLIENTS)
        .map(|client| tokio::spawn(posts(Arc::clone(app), spread.hold(client), until)))
        .collect();
    let mut latency = Histogram::new_with_bounds(1, 60_000_000, 3)?;
    for task in tasks {
        latency.add(task.await??)?;
    }
    Ok(paced(&latency, begin.elapsed()))
}

async fn posts(app: Arc<App>, hold: Uuid, until: Instant) -> Done<Histogram<u32>> {
    let mut latency = Histogram::new_with_bounds(1, 60_000_000, 3)?;
    loop {
        let begun = Instant::now();
        if begun >= until {
            return Ok(latency);
        }
        post(&app, hold).await.map_err(fault)?;
        latency.record(u64::try_from(begun.elapsed().as_micros())?)?;
    }
}

/// One posting in a transaction of its own, with its audit entry.
async fn post(app: &App, hold: Uuid) -> Result<(), ApiError> {
    let tx = app.begin().await?;
    funds::top_up(app, &tx, Some(books::person()), hold, 1).await?;
    let act = Act::on(Category::Money, "bench", IdKind::FundHold, hold);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await
}

fn paced(latency: &Histogram<u32>, elapsed: Duration) -> Pace {
    Pace {
        per_second: report::rate(latency.len(), elapsed),
        mean: latency.mean() / 1_000.0,
        p99: Some(micros(latency.value_at_quantile(0.99)) / 1_000.0),
    }
}

fn fault(error: ApiError) -> Fault {
    error.message.into()
}
