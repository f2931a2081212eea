//! `import`: brings in what machines collected.

use std::{
    fs::File,
    io::{self, BufReader, BufWriter, Write as _},
    path::PathBuf,
};

use clap::{Args, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};

use super::{Failure, migrated, sealed};
use crate::{
    leads::import::{Import, LineReport, Order, Summary},
    permissions::audience::Tlp,
    platform::config::Config,
};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make a lead of each line of a file of listings, one JSON object a line. Prints a result for each line. A second run
    /// adds nothing; exit code 1 where a line was refused.
    Listings(Listings),
}

#[derive(Debug, Args)]
pub(super) struct Listings {
    /// The file.
    file: PathBuf,
    /// Address of the person in whose name it is done.
    #[arg(long = "as", value_name = "EMAIL")]
    email: String,
    /// Name of the brand that all listings concern.
    #[arg(long, value_name = "NAME")]
    brand: Option<String>,
    /// TLP of the leads.
    #[arg(long, value_name = "TLP", default_value = "AMBER")]
    tlp: Tlp,
    /// Leave the leads as drafts instead of handing them in.
    #[arg(long)]
    draft: bool,
    /// Try every line and keep nothing.
    #[arg(long)]
    dry_run: bool,
    /// Write the results to this file instead of the standard output.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

/// Runs an import.
pub(super) async fn run(command: Command, config: Config) -> Result<(), Failure> {
    let Command::Listings(asked) = command;
    let named = |path: &PathBuf, error: io::Error| Failure::Failed(format!("{}: {error}", path.display()));
    let file = File::open(&asked.file).map_err(|error| named(&asked.file, error))?;
    let size = file.metadata().map_err(|error| named(&asked.file, error))?.len();
    let mut results: Box<dyn io::Write> = match &asked.report {
        Some(path) => Box::new(BufWriter::new(File::create(path).map_err(|error| named(path, error))?)),
        None => Box::new(io::stdout()),
    };
    let app = migrated(config).await?;
    let order = Order {
        email: asked.email,
        brand: asked.brand,
        tlp: asked.tlp,
        draft: asked.draft,
        dry_run: asked.dry_run,
    };
    let import = Import::begin(&app, order)
        .await
        .map_err(|error| Failure::Failed(error.message.into_owned()))?;
    let bar = ProgressBar::new(size).with_style(
        ProgressStyle::with_template("{bar:40} {percent:>3} % {pos} of {len} bytes, {eta} left")
            .map_err(Failure::of)?,
    );
    let told = |report: &LineReport, bytes: u64| {
        bar.set_position(bytes);
        let line = serde_json::to_string(report)?;
        bar.suspend(|| writeln!(results, "{line}"))
    };
    let importing = async { import.run(BufReader::new(file), told).await.map_err(Failure::of) };
    let ended = sealed(&app, importing).await;
    bar.finish_and_clear();
    results.flush().map_err(Failure::of)?;
    conclude(ended?, asked.dry_run)
}

/// Says how it went, on the error output, so that the results stay clean.
fn conclude(summary: Summary, dry_run: bool) -> Result<(), Failure> {
    let Summary {
        created,
        already_there,
        refused,
    } = summary;
    let verb = if dry_run { "would be created" } else { "created" };
    let text = format!("{created} {verb}, {already_there} already there, {refused} refused");
    if refused > 0 {
        return Err(Failure::Failed(text));
    }
    writeln!(io::stderr(), "{text}").map_err(Failure::of)
}
