//! `admin`: the way in for whoever runs the service.

use clap::Subcommand;

use super::{Failure, migrated, print, sealed};
use crate::{
    members::commands::{InviteAdministrator, invite_administrator},
    platform::config::Config,
};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Invite an administrator of the secretariat, which is founded where there is none, and print the link that sets the
    /// password.
    Create {
        /// Address of the administrator.
        #[arg(long)]
        email: String,
        /// Name of the administrator.
        #[arg(long)]
        name: String,
        /// Name of the secretariat, where it is founded.
        #[arg(long, default_value = "Secretariat")]
        organization: String,
        /// Its country, as two capital letters.
        #[arg(long, default_value = "CN")]
        country: String,
        /// Its time zone in the tz database.
        #[arg(long, default_value = "Asia/Shanghai")]
        time_zone: String,
    },
}

/// Runs a command on administrators.
pub(super) async fn run(command: Command, config: Config) -> Result<(), Failure> {
    let Command::Create {
        email,
        name,
        organization,
        country,
        time_zone,
    } = command;
    let app = migrated(config).await?;
    let input = InviteAdministrator {
        name,
        email,
        organization,
        country,
        time_zone,
    };
    let inviting = async {
        let link = invite_administrator(&app, &input).await;
        link.map_err(|error| Failure::Failed(error.message.into_owned()))
    };
    let link = sealed(&app, inviting).await?;
    print(&format!(
        "Open this link to set the password. It works once, for {} days:\n\n  {link}\n",
        app.config.invitation_days
    ))
}
