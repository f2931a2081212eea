//! `screen`: listings in, hits out, as fast as the machine can; or several machines that share a stream.

use std::{
    fs,
    io::{self, BufReader, BufWriter, Write as _},
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::Args;
use jiff::tz::TimeZone;
use url::Url;

use super::{Failure, serve::told_to_stop};
use crate::{
    platform::clock::{Clock as _, SystemClock},
    screening::{
        cli::{Rules, Summary, stream},
        nats::{Source, consume},
        rules::{engine::Engine, terms},
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
    /// Take listings from a stream of NATS JetStream instead of standard input: `nats://` or `tls://` URL of the server.
    #[arg(long, value_name = "URL", requires = "stream", requires = "group")]
    nats: Option<Url>,
    /// The stream; it has to be there.
    #[arg(long, value_name = "NAME", requires = "nats")]
    stream: Option<String>,
    /// The group of machines that share the stream; made where it is not there.
    #[arg(long, value_name = "NAME", requires = "nats")]
    group: Option<String>,
    /// The subject to which hits go, instead of standard output.
    #[arg(long, value_name = "SUBJECT", requires = "nats")]
    hits: Option<String>,
}

impl Asked {
    /// Where listings come from, unless it is standard input.
    fn source(&self) -> Option<Source> {
        Some(Source {
            url: self.nats.clone()?,
            stream: self.stream.clone()?,
            group: self.group.clone()?,
            answers: self.hits.clone(),
        })
    }
}

/// Screens standard input to its end, or a stream until it is told to stop.
pub(super) async fn run(asked: &Asked) -> Result<(), Failure> {
    let mut rules = Rules::parse(&text(&asked.rules)?).map_err(|error| wrong(&asked.rules, error))?;
    if let Some(table) = &asked.terms {
        let terms = terms::read_table(&text(table)?).map_err(|error| wrong(table, error))?;
        rules.add_terms(terms);
    }
    let on = asked
        .on
        .unwrap_or_else(|| SystemClock.now().to_zoned(TimeZone::UTC).date());
    let engine = rules.engine(on).map_err(Failure::of)?;
    let summary = match asked.source() {
        Some(source) => shared(engine, asked.all, &source).await?,
        None => match alone(&engine, asked.all) {
            Ok(summary) => summary,
            // A reader that has seen enough is no failure.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
            Err(error) => return Err(Failure::of(error)),
        },
    };
    let told = format!(
        "{} listings, {} suspects, {} refused",
        summary.listings, summary.hits, summary.refused
    );
    writeln!(io::stderr(), "{told}").map_err(Failure::of)
}

fn alone(engine: &Engine, all: bool) -> io::Result<Summary> {
    let reader = BufReader::with_capacity(BUFFER, io::stdin());
    stream(engine, all, reader, BufWriter::with_capacity(BUFFER, io::stdout()))
}

/// Until somebody interrupts it, or the service manager ends it: then what was taken is answered first.
async fn shared(engine: Engine, all: bool, source: &Source) -> Result<Summary, Failure> {
    let stop = told_to_stop()?;
    let writer = BufWriter::with_capacity(BUFFER, io::stdout());
    let went = consume(Arc::new(engine), all, source, writer, stop).await;
    went.map_err(Failure::of)
}

fn text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| wrong(path, error))
}

fn wrong(path: &Path, error: impl std::fmt::Display) -> Failure {
    Failure::Failed(format!("{}: {error}", path.display()))
}
