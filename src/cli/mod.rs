//! The command line: reads the settings, runs one command.
//!
//! Exit codes: 0 done, 1 it failed, 2 the command line or the settings are wrong.

mod admin;
mod audit;
mod backups;
mod demo;
mod doctor;
mod evidence;
mod fund;
mod generate;
mod import;
mod keys;
mod mail;
mod screen;
mod serve;

use std::{
    collections::BTreeMap,
    fmt,
    io::{self, Write as _},
    net::SocketAddr,
    path::PathBuf,
    process::ExitCode,
    sync::Arc,
};

use clap::{Args, Parser, Subcommand};

use crate::{
    app::App,
    platform::{config::Config, db::sqlite_file, telemetry},
};

/// The portal of an anti-counterfeiting alliance.
#[derive(Debug, Parser)]
#[command(name = "touchstone", version, arg_required_else_help = true)]
struct CommandLine {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    command: Command,
}

/// Settings as flags; they win over `TOUCHSTONE_…` variables, and those over the file.
#[derive(Debug, Args)]
struct Settings {
    /// A TOML file with settings.
    #[arg(long, global = true, value_name = "FILE", env = "TOUCHSTONE_CONFIG")]
    config: Option<PathBuf>,
    /// Address and port to listen on.
    #[arg(long, global = true, value_name = "ADDRESS:PORT")]
    listen: Option<String>,
    /// Folder for the embedded database, keys and mails.
    #[arg(long, global = true, value_name = "DIR")]
    data_dir: Option<String>,
    /// `sqlite:FILE` or `postgres://…`.
    #[arg(long, global = true, value_name = "URL")]
    database_url: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the API and the portal. Migrates the database first; replicas that start together take turns.
    Serve,
    /// Run the background jobs alone, beside servers that have `embedded_worker` switched off.
    Worker,
    /// Migrate the database and end.
    Migrate,
    /// Print the GraphQL schema.
    Schema,
    /// Print a page of the documentation that is made from the code.
    Docs {
        /// Which one.
        #[arg(value_enum)]
        page: generate::Page,
    },
    /// Look after administrators of the secretariat.
    Admin {
        #[command(subcommand)]
        command: admin::Command,
    },
    /// Make leads of a file: events of MISP, a bundle of STIX, a table, or JSON lines. Prints a result for each line or
    /// element. A second run adds nothing; exit code 1 where something that should be a lead was refused.
    Import(import::Asked),
    /// Screen listings, a JSON line each from standard input or a message each of a NATS stream, and print those that are
    /// suspects. Needs neither settings nor a database.
    Screen(screen::Asked),
    /// Look after the keys that sign access tokens.
    Keys {
        #[command(subcommand)]
        command: keys::Command,
    },
    /// Look after the audit log.
    Audit {
        #[command(subcommand)]
        command: audit::Command,
    },
    /// Look after evidence.
    Evidence {
        #[command(subcommand)]
        command: evidence::Command,
    },
    /// Look after the books of funds.
    Fund {
        #[command(subcommand)]
        command: fund::Command,
    },
    /// Copy everything the service keeps into a new folder, while it is running.
    Backup {
        /// The folder; it must not exist, or be empty.
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Put a backup where the settings say: into a data folder and a database with nothing in them.
    Restore {
        /// The backup's folder.
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Look for what is wrong with the settings, the machine and the service; exit code 1 where something is.
    Doctor {
        /// As JSON, for scripts.
        #[arg(long)]
        json: bool,
    },
    /// Look at the mail queue.
    Mail {
        #[command(subcommand)]
        command: mail::Command,
    },
    /// Serve a fictional alliance, made first where there is none.
    Demo {
        #[command(subcommand)]
        command: Option<demo::Command>,
    },
}

impl Settings {
    fn flags(&self) -> BTreeMap<&'static str, String> {
        let flags = [
            ("listen", &self.listen),
            ("data_dir", &self.data_dir),
            ("database_url", &self.database_url),
        ];
        flags
            .into_iter()
            .filter_map(|(key, value)| Some((key, value.clone()?)))
            .collect()
    }

    /// The settings, with those that a command insists on.
    fn load(&self, more: &[(&'static str, &str)]) -> Result<Config, Failure> {
        let mut flags = self.flags();
        flags.extend(more.iter().map(|(key, value)| (*key, (*value).to_owned())));
        Config::load(self.config.as_deref(), &flags).map_err(|error| Failure::Usage(error.to_string()))
    }
}

/// Why a command ended badly.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line or the settings are wrong.
    Usage(String),
    /// It was tried and did not work.
    Failed(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(text) | Self::Failed(text) => f.write_str(text),
        }
    }
}

impl Failure {
    fn of(error: impl fmt::Display) -> Self {
        Self::Failed(error.to_string())
    }
}

/// Runs the command of this process.
#[must_use]
pub fn run() -> ExitCode {
    let line = CommandLine::parse();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return complain(&Failure::of(error)),
    };
    match runtime.block_on(line.run()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => complain(&failure),
    }
}

fn complain(failure: &Failure) -> ExitCode {
    let (text, code) = match failure {
        Failure::Usage(text) => (text, 2),
        Failure::Failed(text) => (text, 1),
    };
    // There is nobody left to tell where this fails.
    let _ = writeln!(io::stderr(), "touchstone: {text}");
    ExitCode::from(code)
}

/// Prints to standard output; a reader that went away is no failure.
fn print(text: &str) -> Result<(), Failure> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::of(error)),
        _ => Ok(()),
    }
}

impl CommandLine {
    async fn run(self) -> Result<(), Failure> {
        match self.command {
            Command::Serve => serve::serve(self.settings.load(&[])?).await,
            Command::Worker => serve::work(self.settings.load(&[])?).await,
            Command::Migrate => migrated(self.settings.load(&[])?).await.map(|_| ()),
            Command::Schema => generate::schema().await,
            Command::Docs { page } => print(&generate::page(page)),
            Command::Admin { command } => admin::run(command, self.settings.load(&[])?).await,
            Command::Import(asked) => import::run(asked, self.settings.load(&[])?).await,
            Command::Screen(asked) => screen::run(&asked).await,
            Command::Keys { command } => keys::run(command, self.settings.load(&[])?).await,
            Command::Audit { command } => audit::run(command, self.settings.load(&[])?).await,
            Command::Evidence { command } => evidence::run(command, self.settings.load(&[])?).await,
            Command::Fund { command } => fund::run(command, self.settings.load(&[])?).await,
            Command::Backup { folder } => backups::backup(&folder, self.settings.load(&[])?).await,
            Command::Restore { folder } => backups::restore(&folder, self.settings.load(&[])?).await,
            Command::Doctor { json } => doctor::run(&self.settings.load(&[]), json).await,
            Command::Mail { command } => mail::run(command, self.settings.load(&[])?).await,
            Command::Demo { command: None } => demo::serve(self.settings.load(demo::SETTINGS)?).await,
            Command::Demo { command: Some(command) } => demo::run(command, self.settings.load(demo::SETTINGS)?).await,
        }
    }
}

/// The service of these settings.
async fn opened(config: Config) -> Result<Arc<App>, Failure> {
    telemetry::init(&config);
    App::open(config).await.map(Arc::new).map_err(Failure::of)
}

/// Insists that there is something to look at: a mistyped folder would be made, and found in order.
fn existing(config: &Config) -> Result<(), Failure> {
    let missing = |what: &str, path: &std::path::Path| {
        let path = path.display();
        Err(Failure::Failed(format!("there is no {what} at {path}")))
    };
    if !config.data_dir.is_dir() {
        return missing("data folder", &config.data_dir);
    }
    match sqlite_file(&config.database()) {
        Some(file) if !file.is_file() => missing("database", &file),
        _ => Ok(()),
    }
}

/// The service of these settings, its database migrated.
async fn migrated(config: Config) -> Result<Arc<App>, Failure> {
    let app = opened(config).await?;
    app.db.migrate().await.map_err(Failure::of)?;
    Ok(app)
}

/// Runs a command that writes, until it ends or is stopped, and gives its audit entries their places: perhaps no server
/// runs that would. A command that failed half-way has written, too.
async fn sealed<T>(app: &App, work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    let stop = serve::told_to_stop()?;
    let ended = tokio::select! {
        ended = work => ended,
        () = stop.cancelled() => Err(Failure::Failed("stopped before the end".to_owned())),
    };
    let sealing = async {
        crate::audit::seal(app).await?;
        crate::audit::checkpoint(app).await
    };
    match (sealing.await, ended) {
        (Ok(_), ended) => ended,
        (Err(error), Ok(_)) => Err(Failure::Failed(error.message.into_owned())),
        (Err(error), Err(failure)) => {
            tracing::warn!(
                code = error.code.as_str(),
                "the audit entries of this command wait for a server to seal them"
            );
            Err(failure)
        }
    }
}

/// Where people reach a server that listens on `address`.
fn local_url(address: SocketAddr) -> String {
    format!("http://{address}/")
}
