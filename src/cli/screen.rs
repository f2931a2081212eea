//! `screen`: listings in, hits out, as fast as the machine can.

use std::{
    fs,
    io::{self, BufReader, BufWriter, Write as _},
    path::{Path, PathBuf},
};

use clap::Args;
use jiff::tz::TimeZone;

use super::Failure;
use crate::{
    platform::clock::{Clock as _, SystemClock},
    screening::{
        cli::{Rules, stream},
        rules::terms,
    },
};

/// Bytes that are read and written at once.
const BUFFER: usize = 1 << 20;

#[derive(Debug, Args)]
pub(super) struct Asked {
    /// What brands know, campaigns and weights: JSON or TOML.
    #[arg(long, value_name = "FILE")]
    rules: PathBuf,
    /// A table of words of the trade, with tabs between `term`, `lang`, `kind` and `meaning`.
    #[arg(long, value_name = "FILE")]
    terms: Option<PathBuf>,
    /// The day whose rights and authorisations count; today where it is left out.
    #[arg(long, value_name = "DATE")]
    on: Option<jiff::civil::Date>,
    /// Print every listing that names a brand with all its scores, not only suspects.
    #[arg(long)]
    all: bool,
}

/// Screens standard input.
pub(super) fn run(asked: &Asked) -> Result<(), Failure> {
    let mut rules = Rules::parse(&text(&asked.rules)?).map_err(|error| wrong(&asked.rules, error))?;
    if let Some(table) = &asked.terms {
        let terms = terms::read_table(&text(table)?).map_err(|error| wrong(table, error))?;
        rules.add_terms(terms);
    }
    let on = asked
        .on
        .unwrap_or_else(|| SystemClock.now().to_zoned(TimeZone::UTC).date());
    let engine = rules.engine(on).map_err(Failure::of)?;
    let reader = BufReader::with_capacity(BUFFER, io::stdin());
    let summary = match stream(
        &engine,
        asked.all,
        reader,
        BufWriter::with_capacity(BUFFER, io::stdout()),
    ) {
        Ok(summary) => summary,
        // A reader that has seen enough is no failure.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
        Err(error) => return Err(Failure::of(error)),
    };
    let told = format!(
        "{} listings, {} suspects, {} refused",
        summary.listings, summary.hits, summary.refused
    );
    writeln!(io::stderr(), "{told}").map_err(Failure::of)
}

fn text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| wrong(path, error))
}

fn wrong(path: &Path, error: impl std::fmt::Display) -> Failure {
    Failure::Failed(format!("{}: {error}", path.display()))
}
