//! `demo`: a fictional alliance on one's own machine.

use clap::Subcommand;

use super::{Failure, local_url, migrated, print, serve::until_stopped};
use crate::{demo, platform::config::Config};

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
    demo::load(&app)
        .await
        .map_err(|error| Failure::Failed(error.message.into_owned()))?;
    let ready = |address| {
        let people = demo::PEOPLE;
        let lines: String = people
            .iter()
            .map(|person| format!("  {:<36} {}\n", person.email, person.roles.join(", ")))
            .collect();
        let url = local_url(address);
        let password = demo::PASSWORD;
        let _ = print(&format!(
            "\nOpen {url} and sign in with the password\n\n  {password}\n\nas one of\n\n{lines}\nMails are at {url}dev/mail\n"
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
    let line =
        |person: &demo::DemoPerson| format!("{}\t{}\t{}\n", person.email, person.roles.join(","), demo::PASSWORD);
    print(&demo::PEOPLE.iter().map(line).collect::<String>())
}
