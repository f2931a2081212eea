//! `admin`: the way in for whoever runs the service.

use clap::Subcommand;

use super::{Failure, migrated, print, sealed};
use crate::{
    app::App,
    members::commands::{InviteAdministrator, invite_administrator},
    platform::{config::Config, error::ErrorCode},
    sessions,
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
    /// Take away all second factors of somebody who lost them and whom no administrator can help. The person is told by
    /// mail, and its sessions end.
    ResetSecondFactor {
        /// Address of the person.
        #[arg(long)]
        email: String,
    },
}

/// Runs a command on administrators.
pub(super) async fn run(command: Command, config: Config) -> Result<(), Failure> {
    let app = migrated(config).await?;
    match command {
        Command::Create {
            email,
            name,
            organization,
            country,
            time_zone,
        } => {
            let input = InviteAdministrator {
                name,
                email,
                organization,
                country,
                time_zone,
            };
            create(&app, &input).await
        }
        Command::ResetSecondFactor { email } => reset(&app, &email).await,
    }
}

async fn reset(app: &App, email: &str) -> Result<(), Failure> {
    let resetting = async {
        sessions::reset_factors_of(app, email)
            .await
            .map_err(|error| match error.code {
                ErrorCode::NotFound => Failure::Failed("nobody with a second factor has this address".to_owned()),
                _ => Failure::Failed(error.message.into_owned()),
            })
    };
    sealed(app, resetting).await?;
    print("Done. The person signs in with the password, and sets up a new second factor.\n")
}

async fn create(app: &App, input: &InviteAdministrator) -> Result<(), Failure> {
    let inviting = async {
        let link = invite_administrator(app, input).await;
        link.map_err(|error| Failure::Failed(error.message.into_owned()))
    };
    let link = sealed(app, inviting).await?;
    print(&format!(
        "Open this link to set the password. It works once, for {} days:\n\n  {link}\n",
        app.config.invitation_days
    ))
}
