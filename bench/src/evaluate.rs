//! How well screening agrees with labels of real data, and whether it is better than simple rules.
//!
//! docs/screening.md says what came out. Nothing is tuned on what is told: weights are those that people wrote, or are
//! learnt on other rows than they are tried on; reference prices come from rows without a label; reviews, from which one of
//! the label sources was made, are never read.

mod ink;
mod leads;
mod shops;

use std::{
    fmt, fs,
    path::{Path, PathBuf},
};

use jiff::civil::{Date, date};
use serde::de::DeserializeOwned;
use touchstone::screening::rules::{
    campaigns,
    engine::Engine,
    knowledge::Knowledge,
    measure::{Counts, Difference, Share, compare},
    model::Model,
    terms,
};

use crate::{Done, report};

/// Draws of the paired bootstrap.
const ROUNDS: usize = 4_000;
/// The day on which everything is screened; the tables' rights have no end.
const DAY: Date = date(2026, 1, 1);

/// How to evaluate.
#[derive(Debug, clap::Args)]
pub struct Evaluate {
    /// The folder of real data, with `hp`, `replica-leads`, `shop-domains` and `keywords`.
    #[arg(long, default_value = "../shared/data")]
    data: PathBuf,
    /// Our own tables of general knowledge.
    #[arg(long, default_value = "bench/knowledge")]
    knowledge: PathBuf,
    /// Our own labels: `row,brand` of finds, the row counted from 0 through the file.
    #[arg(long, default_value = "bench/labels/replica-leads-brands.csv")]
    labels: PathBuf,
}

/// Evaluates on all three.
///
/// # Errors
/// Where a file cannot be read.
pub fn evaluate(asked: &Evaluate) -> Done<()> {
    ink::evaluate(asked)?;
    shops::evaluate(asked)?;
    leads::evaluate(asked)
}

/// Every line of a file of JSON lines.
fn lines<T: DeserializeOwned>(path: &Path) -> Done<Vec<T>> {
    let text = read(path)?;
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| Ok(serde_json::from_str(line)?))
        .collect()
}

fn read(path: &Path) -> Done<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// A table of brands, with the words of the trade.
fn knowledge(asked: &Evaluate, table: &str) -> Done<Knowledge> {
    let mut knowledge: Knowledge = toml::from_str(&read(&asked.knowledge.join(table))?)?;
    knowledge.add_terms(terms::read_table(&read(
        &asked.data.join("keywords/counterfeit_terms.tsv"),
    )?)?);
    Ok(knowledge)
}

fn engine(knowledge: &Knowledge, model: &Model) -> Done<Engine> {
    Ok(Engine::compile(knowledge, &campaigns::written(), model, DAY)?)
}

fn say(text: impl fmt::Display) -> Done<()> {
    report::say(&format!("{text}\n"))
}

fn told(share: Share) -> String {
    format!(
        "{:.2} ({} of {}; {:.2}–{:.2})",
        share.share, share.of, share.all, share.low, share.high
    )
}

fn tell(name: &str, counts: &Counts) -> Done<()> {
    say(format_args!(
        "  {name}: precision {}, recall {}, F1 {:.3}",
        told(counts.precision()),
        told(counts.recall()),
        counts.f1()
    ))
}

/// A row as all ways of screening saw it: ours first, then the rules.
struct Row {
    suspects: Vec<bool>,
    infringes: bool,
}

/// Tells ours and every rule, and whether ours is better than the best of the rules.
fn contest(rows: &[Row], names: &[&str]) -> Done<()> {
    let counts = |rows: &[&Row], way: usize| Counts::of(rows.iter().map(|row| (row.suspects[way], row.infringes)));
    let all: Vec<&Row> = rows.iter().collect();
    for (way, name) in names.iter().enumerate() {
        tell(name, &counts(&all, way))?;
    }
    let best = (1..names.len()).max_by(|one, other| counts(&all, *one).f1().total_cmp(&counts(&all, *other).f1()));
    let Some(best) = best else { return Ok(()) };
    let difference = compare(rows, ROUNDS, 1, |rows| (counts(rows, 0).f1(), counts(rows, best).f1()));
    verdict(difference, names[best])?;
    // Where most rows are positive, saying so of all of them is hard to beat, and a good F1 means little.
    let everything = |rows: &[&Row]| Counts::of(rows.iter().map(|row| (true, row.infringes))).f1();
    let difference = compare(rows, ROUNDS, 1, |rows| (counts(rows, 0).f1(), everything(rows)));
    verdict(difference, "no rule: everything is one")
}

fn verdict(difference: Difference, best: &str) -> Done<()> {
    let Difference {
        difference: ahead,
        low,
        high,
    } = difference;
    let word = match (difference.is_real(), ahead > 0.0) {
        (true, true) => "better",
        (true, false) => "worse",
        (false, _) => "no difference that counts",
    };
    say(format_args!(
        "  against {best}: F1 {ahead:+.3}, 95 % interval {low:+.3} to {high:+.3}: {word}"
    ))
}
