//! What a change of an identifier takes among many, and what it takes to ask what meets what: one connection that asks one
//! thing after the other, beside the same rows written by hand.

mod asker;
mod by_hand;

use std::{fmt::Write as _, path::PathBuf, time::Duration};

use hdrhistogram::Histogram;

use self::{
    asker::{ASKED, Asked, Asker},
    by_hand::Hand,
};
use crate::{
    Done, Place, contestant::Contestant, load, machine, people::Directory, postgres::Watched, report, report::micros,
};

/// Requests that do not count, and those by which statements are counted.
const WARM: u64 = 20;
const COUNTED: u64 = 20;

/// How to measure correlation.
#[derive(Debug, clap::Args)]
pub struct Correlate {
    #[command(flatten)]
    place: Place,
    /// How many leads, each with five identifiers.
    #[arg(long, default_value_t = 100_000)]
    leads: u64,
    /// The product's program.
    #[arg(long, default_value = "target/release/touchstone")]
    program: PathBuf,
    /// How often each is asked for.
    #[arg(long, default_value_t = 200)]
    times: u64,
}

/// What something took.
struct Taken {
    latency: Histogram<u32>,
    statements: Option<f64>,
}

/// Measures what a change of an identifier takes, and what reading does.
///
/// # Errors
/// Where something is refused, or meets nothing that it should meet.
pub async fn correlate(correlate: Correlate) -> Done<()> {
    let Correlate {
        place,
        leads,
        program,
        times,
    } = correlate;
    let home = load::ensure(&place, leads, true).await?;
    load::ensure_subjects(&home).await?;
    let (product, issuer) = Contestant::product(&program, &home, &place.folder).await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let file = place.folder.join("people.json");
    let directory = Directory::gather(&home, product.address, &issuer, &file).await?;
    let person = directory.people.first().ok_or("nobody asks")?;
    let database = match home.sqlite {
        true => None,
        false => Some(Watched::at(&home.url).await?),
    };
    let mut asker = Asker::of(product.address, person, home.leads).await?;
    let mut ours = Vec::new();
    for asked in ASKED {
        report::say(&format!("{} …\n", asked.name()))?;
        ours.push(measured(&mut asker, asked, times, database.as_ref()).await?);
    }
    asker.tidy().await?;
    asker.has_met()?;
    // Nobody else writes while the same is written by hand.
    drop(product);
    let mut hand = Hand::of(&home, person).await?;
    let mut by_hand = Vec::new();
    for asked in ASKED {
        by_hand.push(match asked.is_change() {
            true => Some(written(&mut hand, asked, times).await?),
            false => None,
        });
    }
    hand.tidy().await?;
    let kind = if home.sqlite { "SQLite" } else { "PostgreSQL" };
    let mut text = format!(
        "\n- machine: {}\n- database: {kind}, {leads} leads, {} identifiers\n- largest network: {} subjects\n",
        machine::description(),
        leads * 5,
        asker.largest
    );
    text.push_str("\n| what | p50 ms | p95 ms | p99 ms | statements | by hand p50 ms | times the floor |\n");
    text.push_str("| --- | --: | --: | --: | --: | --: | --: |\n");
    for ((asked, ours), by_hand) in ASKED.iter().zip(&ours).zip(&by_hand) {
        line(&mut text, asked.name(), ours, by_hand.as_ref())?;
    }
    report::say(&text)
}

fn line(text: &mut String, name: &str, ours: &Taken, by_hand: Option<&Histogram<u32>>) -> Done<()> {
    let at = |latency: &Histogram<u32>, quantile: f64| micros(latency.value_at_quantile(quantile)) / 1_000.0;
    let [p50, p95, p99] = [0.5, 0.95, 0.99].map(|quantile| at(&ours.latency, quantile));
    let statements = ours
        .statements
        .map_or_else(|| "–".to_owned(), |number| format!("{number:.1}"));
    let (floor, ratio) = match by_hand {
        Some(latency) => {
            let floor = at(latency, 0.5);
            (format!("{floor:.2}"), format!("{:.1}", p50 / floor))
        }
        None => ("–".to_owned(), "–".to_owned()),
    };
    writeln!(
        text,
        "| {name} | {p50:.2} | {p95:.2} | {p99:.2} | {statements} | {floor} | {ratio} |"
    )?;
    Ok(())
}

/// One thing, asked for so many times, and then by how many statements.
async fn measured(asker: &mut Asker, asked: Asked, times: u64, database: Option<&Watched>) -> Done<Taken> {
    for _ in 0..WARM {
        asker.ask(asked).await?;
    }
    if let Some(database) = database {
        database.settle().await?;
    }
    let mut latency = Histogram::new_with_bounds(1, 60_000_000, 3)?;
    for _ in 0..times {
        latency.record(asker.ask(asked).await?)?;
    }
    let statements = match database {
        Some(database) => Some(counted(asker, asked, database).await?),
        None => None,
    };
    Ok(Taken { latency, statements })
}

/// Statements of one request, those of the worker that come of it included, as PostgreSQL counts them.
async fn counted(asker: &mut Asker, asked: Asked, database: &Watched) -> Done<f64> {
    database.counting(true).await?;
    database.counted().await?;
    for _ in 0..COUNTED {
        asker.ask(asked).await?;
    }
    let calls = database.counted().await?;
    database.counting(false).await?;
    Ok(f64::from(i32::try_from(calls)?) / micros(COUNTED))
}

/// The same by hand.
async fn written(hand: &mut Hand, asked: Asked, times: u64) -> Done<Histogram<u32>> {
    for _ in 0..WARM {
        hand.write(asked).await?;
    }
    let mut latency = Histogram::new_with_bounds(1, 60_000_000, 3)?;
    for _ in 0..times {
        latency.record(hand.write(asked).await?)?;
    }
    Ok(latency)
}
