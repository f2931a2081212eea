//! Whether an organisation that asks as much as it can over many connections slows another one down.

use std::{path::PathBuf, time::Duration};

use crate::{
    Done, Place,
    client::{self, Tally},
    contestant::Contestant,
    load, machine,
    people::Directory,
    report,
    work::{Work, asking},
};

/// How to measure fairness.
#[derive(Debug, clap::Args)]
pub struct Fair {
    #[command(flatten)]
    place: Place,
    /// How many leads.
    #[arg(long, default_value_t = 20_000)]
    leads: u64,
    /// The product's program.
    #[arg(long, default_value = "target/release/touchstone")]
    program: PathBuf,
    /// Seconds of each measurement.
    #[arg(long, default_value_t = 8)]
    seconds: u64,
    /// Connections of the one who asks as much as it can.
    #[arg(long, default_value_t = 64)]
    connections: usize,
}

/// Measures a page of one organisation over one connection, alone and beside another organisation. No quota stands
/// between them, only turns.
///
/// # Errors
/// Where the product does not start, or somebody is not answered.
pub async fn measure(fair: Fair) -> Done<()> {
    let home = load::ensure(&fair.place, fair.leads, false).await?;
    let logs = &fair.place.folder;
    let (product, issuer) = Contestant::product(&fair.program, &home, logs).await?;
    let directory = Directory::gather(&home, product.address, &issuer, &logs.join("people.json")).await?;
    let asks = |person: usize| {
        let people = directory.people.get(person).cloned().into_iter().collect();
        let only = Directory {
            people,
            ..directory.clone()
        };
        asking(product.kind, Work::Inbox, 0, &only)
    };
    let time = Duration::from_secs(fair.seconds);
    client::ask(product.address, 1, Duration::from_secs(1), asks(1)).await?;
    let alone = client::ask(product.address, 1, time, asks(1)).await?;
    let (beside, noise) = tokio::try_join!(
        client::ask(product.address, 1, time, asks(1)),
        client::ask(product.address, fair.connections, time, asks(0)),
    )?;
    let (calm, loud) = (slow(&alone), slow(&beside));
    report::say(&format!(
        "\n- machine: {}\n- database: {}\n- page of one organisation, 95th percentile, alone: {:.1} ms\n\
         - beside {} connections of another: {:.1} ms, {:.1} times as long\n- answers to these: {:.0} a second\n",
        machine::description(),
        if home.sqlite { "SQLite" } else { "PostgreSQL" },
        calm / 1_000.0,
        fair.connections,
        loud / 1_000.0,
        loud / calm,
        report::rate(noise.answers, noise.elapsed),
    ))
}

/// The 95th percentile, microseconds.
fn slow(tally: &Tally) -> f64 {
    report::micros(tally.latency.value_at_quantile(0.95))
}
