//! Measures the server beside what the same answer costs elsewhere: raw SQL behind actix, pgbench, PostGraphile, Apollo.
//!
//! `make bench` calls it; docs/performance.md has what came out. Every contestant answers the same three requests for the
//! same sixteen people on the same database, and its answers are compared with ours before anything is measured. What
//! meets what among half a million identifiers is measured by itself, and so is what the ledger takes.

mod check;
mod client;
mod contest;
mod contestant;
mod correlate;
mod dataset;
mod digests;
mod evaluate;
mod fair;
mod load;
mod machine;
mod people;
mod pgbench;
mod postgres;
mod postings;
mod raw;
mod report;
mod screen;
mod work;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

/// The allocator the product has, for the floor too.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Anything that ends a run.
type Fault = Box<dyn std::error::Error + Send + Sync>;
type Done<T> = Result<T, Fault>;

#[derive(Debug, Parser)]
#[command(about = "Measures the server beside what the same answer costs elsewhere")]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Compare the contestants on one database.
    Compare(contest::Compare),
    /// Compare the time of a page among few and among many leads.
    Scale(contest::Scale),
    /// Measure what a change of an identifier takes among many, and what it takes to ask what meets what.
    Correlate(correlate::Correlate),
    /// Measure how many digests a second are rendered and handed to an SMTP server.
    Digests(digests::Digests),
    /// Measure whether an organisation that asks as much as it can slows another one down.
    Fair(fair::Fair),
    /// Measure how many postings the ledger takes.
    Postings(postings::Postings),
    /// Answer the three requests by one hand-written statement each: the floor.
    Raw(raw::Raw),
    /// Measure how fast listings are screened and pictures known again.
    Screen(screen::Screen),
    /// Tell how well screening agrees with labels of real data (docs/screening.md).
    Evaluate(evaluate::Evaluate),
    /// Load a database and print where it is.
    Load(LoadOnly),
}

#[derive(Debug, clap::Args)]
struct LoadOnly {
    #[command(flatten)]
    place: Place,
    /// How many leads.
    #[arg(long, default_value_t = 200_000)]
    leads: u64,
    /// Only leads and their audience, and children where they are asked for.
    #[arg(long)]
    thin: bool,
}

/// Where databases are kept, and which kind.
#[derive(Debug, Clone, clap::Args)]
struct Place {
    /// The folder for data that is made once.
    #[arg(long, default_value = "target/bench")]
    folder: PathBuf,
    /// A PostgreSQL server on which databases may be made; SQLite without it.
    #[arg(long, env = "TOUCHSTONE_TEST_POSTGRES_URL", hide_env_values = true)]
    postgres: Option<String>,
    /// SQLite, even where a PostgreSQL is named.
    #[arg(long)]
    sqlite: bool,
}

fn main() -> ExitCode {
    let done = match CommandLine::parse().command {
        Command::Raw(raw) => raw::serve(&raw),
        Command::Compare(compare) => report::runtime(contest::compare(compare)),
        Command::Scale(scale) => report::runtime(contest::scale(scale)),
        Command::Correlate(correlate) => report::runtime(correlate::correlate(correlate)),
        Command::Postings(postings) => postings::measure(&postings),
        Command::Digests(digests) => digests::measure(&digests),
        Command::Fair(fair) => report::runtime(fair::measure(fair)),
        Command::Screen(screen) => screen::screen(&screen),
        Command::Evaluate(evaluate) => evaluate::evaluate(&evaluate),
        Command::Load(only) => report::runtime(async move {
            let home = load::ensure(&only.place, only.leads, only.thin).await?;
            report::say(&format!("{}\n", home.folder.display()))
        }),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            report::complain(&fault.to_string());
            ExitCode::FAILURE
        }
    }
}
