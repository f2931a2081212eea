//! `import`: brings in what machines collected.

use std::{
    fs::File,
    io::{self, BufReader, BufWriter, Read as _, Write as _},
    path::{Path, PathBuf},
};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use super::{Failure, migrated, sealed};
use crate::{
    imports::{
        Format, Import, LineReport, Order, Summary,
        rules::{MAX_FILE, recognise},
    },
    permissions::audience::Tlp,
    platform::config::Config,
};

#[derive(Debug, Args)]
pub(super) struct Asked {
    /// The file.
    file: PathBuf,
    /// `misp`, `stix`, `csv` or `jsonl`; told by the file's name and content where it is left out.
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// Address of the person in whose name it is done.
    #[arg(long = "as", value_name = "EMAIL")]
    email: String,
    /// Name of the brand that all listings concern.
    #[arg(long, value_name = "NAME")]
    brand: Option<String>,
    /// How far the leads may travel at most; a stricter source stays stricter.
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
pub(super) async fn run(asked: Asked, config: Config) -> Result<(), Failure> {
    let named = |path: &PathBuf, error: io::Error| Failure::Failed(format!("{}: {error}", path.display()));
    let file = File::open(&asked.file).map_err(|error| named(&asked.file, error))?;
    let size = file.metadata().map_err(|error| named(&asked.file, error))?.len();
    let format = match asked.format {
        Some(format) => format,
        None => told_by(&asked.file).map_err(|error| named(&asked.file, error))?,
    };
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
    let importing = async {
        import
            .run(format, None, BufReader::new(file), told)
            .await
            .map_err(Failure::of)
    };
    let ended = sealed(&app, importing).await;
    bar.finish_and_clear();
    results.flush().map_err(Failure::of)?;
    conclude(ended?, asked.dry_run)
}

/// The format that a file's name tells, or its content.
fn told_by(file: &Path) -> io::Result<Format> {
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    match ending.to_ascii_lowercase().as_str() {
        "jsonl" | "ndjson" => Ok(Format::Listings),
        "csv" | "tsv" => Ok(Format::Csv),
        _ => {
            let mut bytes = Vec::new();
            File::open(file)?.take(MAX_FILE as u64).read_to_end(&mut bytes)?;
            Ok(recognise(&bytes))
        }
    }
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
