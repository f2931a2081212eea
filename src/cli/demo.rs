//! `demo`: a fictional alliance on one's own machine.

use clap::Subcommand;
use indicatif::{ProgressBar, ProgressStyle};

use super::{Failure, local_url, migrated, print, sealed, serve::until_stopped};
use crate::{app::App, demo, platform::config::Config};

/// What the demo insists on, whatever the settings say.
pub(super) const SETTINGS: &[(&str, &str)] = &[("demo", "true"), ("public_introspection", "true")];

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print the people of the demo alliance, with the password.
    People {
        /// As JSON, for scripts.
        #[arg(long)]
        json: bool,
    },
}

/// Makes the alliance where there is none and serves it.
pub(super) async fn serve(mut config: Config) -> Result<(), Failure> {
    if config.public_url.port_or_known_default() != Some(config.listen.port()) {
        config.public_url = local_url(config.listen).parse().map_err(Failure::of)?;
    }
    let app = migrated(config).await?;
    sealed(&app, load(&app)).await?;
    let ready = |address| {
        let lines: String = demo::people().iter().map(line).collect();
        let url = local_url(address);
        let (password, secret) = (demo::PASSWORD, demo::CLIENT_SECRET);
        let _ = print(&format!(
            "\nOpen {url} and sign in with the password\n\n  {password}\n\nas one of\n\n{lines}\n\
             The program of Baixiangji Marketplace has the client secret\n\n  {secret}\n\n\
             Mails are at {url}dev/mail\n"
        ));
    };
    until_stopped(app, ready).await
}

/// Answers questions about the demo.
pub(super) async fn run(command: Command, config: Config) -> Result<(), Failure> {
    let Command::People { json } = command;
    let _ = config;
    if json {
        let people = serde_json::to_string_pretty(&demo::people()).map_err(Failure::of)?;
        return print(&format!("{people}\n"));
    }
    print(&demo::people().iter().map(line).collect::<String>())
}

fn line(person: &demo::DemoPerson) -> String {
    let app = person.totp_secret.as_ref();
    let app = app.map(|secret| format!(", with an authenticator app of the secret {secret}"));
    format!(
        "  {:<44} {:<8} {}{}\n",
        person.email,
        person.roles.join(", "),
        person.organization,
        app.unwrap_or_default()
    )
}

/// Loads the alliance and shows how far that is.
async fn load(app: &App) -> Result<(), Failure> {
    let bar = ProgressBar::new(0).with_style(
        ProgressStyle::with_template("Loading the demo alliance {bar:40} {percent:>3} %").map_err(Failure::of)?,
    );
    let progress = |done, of: usize| {
        bar.set_length(of as u64);
        bar.set_position(done as u64);
    };
    let loaded = demo::load(app, progress).await;
    bar.finish_and_clear();
    loaded.map_err(|error| Failure::Failed(error.message.into_owned()))
}
