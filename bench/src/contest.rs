//! One comparison: load, start, check, measure, print.

use std::{path::PathBuf, time::Duration};

use crate::{
    Done, Place, check, client,
    contestant::{Contestant, Kind},
    load::{self, Home},
    machine,
    people::Directory,
    pgbench,
    postgres::Watched,
    report::{self, Figures, Report},
    work::{WORKS, Work, asking},
};

/// Requests by which statements are counted.
const COUNTED: u32 = 20;

/// How to compare.
#[derive(Debug, clap::Args)]
pub struct Compare {
    #[command(flatten)]
    place: Place,
    /// How many leads.
    #[arg(long, default_value_t = 200_000)]
    leads: u64,
    /// The product's program.
    #[arg(long, default_value = "target/release/touchstone")]
    program: PathBuf,
    /// Seconds of each measurement.
    #[arg(long, default_value_t = 8)]
    seconds: u64,
    /// Connections that ask at the same time.
    #[arg(long, default_value_t = 16)]
    connections: usize,
    /// Others beside the product; on SQLite there are none.
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Kind::Raw])]
    beside: Vec<Kind>,
}

/// Measures the product and those beside it.
///
/// # Errors
/// Where somebody does not start, answers otherwise, or not at all.
pub async fn compare(compare: Compare) -> Done<()> {
    let home = load::ensure(&compare.place, compare.leads, false).await?;
    let logs = &compare.place.folder;
    let (product, issuer) = Contestant::product(&compare.program, &home, logs).await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let mut report = Report::begin(&machine::description(), &home);
    report.fact(
        "start-up until /readyz",
        format!("{} ms", product.started_in.as_millis()),
    );
    report.fact("memory, idle", format!("{:.0} MB", product.memory()));
    let file = logs.join("people.json");
    let directory = Directory::gather(&home, product.address, &issuer, &file).await?;

    let mut contestants = vec![product];
    for kind in compare.beside.iter().filter(|_| !home.sqlite) {
        contestants.push(match kind {
            Kind::Touchstone => continue,
            Kind::Raw => Contestant::raw(&home, &file, logs).await?,
            Kind::PostGraphile | Kind::Apollo => Contestant::peer(*kind, &home, &file, logs).await?,
        });
    }
    check::agree(&contestants, &directory).await?;

    let database = match home.sqlite {
        true => None,
        false => Some(Watched::at(&home.url).await?),
    };
    let mut run = u64::from(std::process::id()) << 24;
    for work in WORKS {
        for contestant in &contestants {
            let statements = counted(contestant, work, &mut run, &directory, database.as_ref()).await?;
            let figures = measured(&compare, contestant, work, &mut run, &directory, database.as_ref()).await?;
            report.add(work.name(), contestant.kind.name(), Figures { statements, ..figures })?;
        }
    }
    if let Some(database) = &database {
        for (name, statement) in pgbench::STATEMENTS {
            let time = Duration::from_secs(compare.seconds.div_ceil(2));
            let figures = pgbench::run(statement, &home.url, compare.connections, time, &directory, database).await?;
            report.add(name, "pgbench", figures)?;
        }
    }
    for contestant in &contestants {
        run += 1;
        let ask = asking(contestant.kind, Work::Inbox, run, &directory);
        client::ask(contestant.address, 64, Duration::from_secs(3), ask).await?;
        report.fact(
            &format!("memory at 64 connections, {}", contestant.kind.name()),
            format!("{:.0} MB", contestant.memory()),
        );
        report.remember_memory(contestant.kind.name(), contestant.memory());
    }
    if home.sqlite {
        let bare = report::bare_commits(&home).await?;
        report.fact("bare SQLite commits, synchronous=FULL", format!("{bare:.0} a second"));
        run += 1;
        let ask = asking(Kind::Touchstone, Work::Comment, run, &directory);
        let time = Duration::from_secs(compare.seconds);
        let tally = client::ask(contestants[0].address, 64, time, ask).await?;
        let per_second = report::rate(tally.answers, tally.elapsed);
        report.fact(
            "comments at 64 connections, none refused",
            format!("{per_second:.0} a second"),
        );
    }
    report.finish()
}

/// Statements of one request, as PostgreSQL counts them.
async fn counted(
    contestant: &Contestant,
    work: Work,
    run: &mut u64,
    directory: &Directory,
    database: Option<&Watched>,
) -> Done<Option<f64>> {
    let Some(database) = database else { return Ok(None) };
    *run += 1;
    let ask = asking(contestant.kind, work, *run, directory);
    client::once(contestant.address, ask(0, 1_000_000)).await?;
    database.counting(true).await?;
    database.counted().await?;
    for turn in 0..u64::from(COUNTED) {
        client::once(contestant.address, ask(0, turn)).await?;
    }
    let calls = database.counted().await?;
    database.counting(false).await?;
    Ok(Some(f64::from(i32::try_from(calls)?) / f64::from(COUNTED)))
}

/// One measurement, after a second that does not count.
async fn measured(
    compare: &Compare,
    contestant: &Contestant,
    work: Work,
    run: &mut u64,
    directory: &Directory,
    database: Option<&Watched>,
) -> Done<Figures> {
    let (connections, kind) = (compare.connections, contestant.kind);
    *run += 1;
    let warm = asking(kind, work, *run, directory);
    client::ask(contestant.address, connections, Duration::from_secs(1), warm).await?;
    if let Some(database) = database {
        database.settle().await?;
    }
    *run += 1;
    let ask = asking(kind, work, *run, directory);
    let processors =
        || -> Done<(u64, u64)> { Ok((contestant.processor()?, database.map_or(Ok(0), Watched::processor)?)) };
    let before = processors()?;
    let tally = client::ask(
        contestant.address,
        connections,
        Duration::from_secs(compare.seconds),
        ask,
    )
    .await?;
    let after = processors()?;
    Ok(Figures::of(&tally, after.0 - before.0, after.1 - before.1))
}

/// How to compare few leads with many.
#[derive(Debug, clap::Args)]
pub struct Scale {
    #[command(flatten)]
    place: Place,
    /// How many leads, few first.
    #[arg(long, value_delimiter = ',', default_values_t = [20_000, 2_000_000])]
    leads: Vec<u64>,
    /// The product's program.
    #[arg(long, default_value = "target/release/touchstone")]
    program: PathBuf,
    /// Seconds of each measurement.
    #[arg(long, default_value_t = 8)]
    seconds: u64,
}

/// Measures the inbox page among few and among many leads: one connection, so that nothing queues.
///
/// # Errors
/// As [`compare`].
pub async fn scale(scale: Scale) -> Done<()> {
    let mut found: Vec<(Home, f64, f64)> = Vec::new();
    for leads in &scale.leads {
        let home = load::ensure(&scale.place, *leads, true).await?;
        let logs = &scale.place.folder;
        let (product, issuer) = Contestant::product(&scale.program, &home, logs).await?;
        let directory = Directory::gather(&home, product.address, &issuer, &logs.join("people.json")).await?;
        let mut medians = Vec::new();
        for work in [Work::Inbox, Work::Lead] {
            let ask = || asking(product.kind, work, 0, &directory);
            client::ask(product.address, 16, Duration::from_secs(1), ask()).await?;
            let tally = client::ask(product.address, 1, Duration::from_secs(scale.seconds), ask()).await?;
            medians.push(report::micros(tally.latency.value_at_quantile(0.5)));
        }
        found.push((home, medians[0], medians[1]));
    }
    report::scaled(&found)
}
