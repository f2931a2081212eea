//! The doctor: looks at the settings, the machine and the service, and says what is wrong and what to do about it.
//!
//! It changes nothing that lasts, sends no mail, and its words never repeat a secret. What cannot be looked at because
//! something before it is wrong is left out and said to be.

mod machine;
mod service;

use serde::Serialize;

use crate::{
    app::App,
    platform::{
        config::Config,
        db::{Db, sqlite_file},
    },
};

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, Serialize)]
#[strum(serialize_all = "lowercase")]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It is as it should be.
    Ok,
    /// It works, and somebody should look at it.
    Warning,
    /// It is wrong.
    Failed,
    /// It could not be looked at.
    Skipped,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// Its name, the same in every version.
    pub name: &'static str,
    /// How it ended.
    pub state: State,
    /// What was found, and what to do about it.
    pub found: String,
}

impl Check {
    fn new(name: &'static str, state: State, found: impl Into<String>) -> Self {
        let found = found.into();
        Self { name, state, found }
    }

    fn ok(name: &'static str, found: impl Into<String>) -> Self {
        Self::new(name, State::Ok, found)
    }

    fn warning(name: &'static str, found: impl Into<String>) -> Self {
        Self::new(name, State::Warning, found)
    }

    fn failed(name: &'static str, found: impl Into<String>) -> Self {
        Self::new(name, State::Failed, found)
    }

    fn skipped(name: &'static str) -> Self {
        Self::new(name, State::Skipped, "not looked at, because of what is wrong above")
    }
}

/// What needs the whole service, in order.
const OF_THE_SERVICE: [&str; 5] = ["audit", "jobs", "mails", "events", "processes"];

/// What there is to say where the settings cannot be read.
#[must_use]
pub fn wrong_settings(mistakes: &str) -> Check {
    Check::failed("settings", mistakes)
}

/// Looks at everything.
pub async fn examine(config: &Config) -> Vec<Check> {
    let mut checks = vec![
        machine::settings(config),
        machine::addresses(config),
        machine::folder(config),
        machine::keys(config),
        machine::disk(config),
        machine::backup(config),
        machine::fonts(),
        machine::mail(config).await,
        machine::signatures(config),
        machine::files(config).await,
    ];
    // Where the folder or its keys are not right, opening the service would make new ones.
    let is_whole = !checks
        .iter()
        .any(|check| ["folder", "keys"].contains(&check.name) && check.state == State::Failed);
    let (found, db) = database(config).await;
    checks.extend(found);
    let is_usable = db.is_some();
    if let Some(db) = db {
        db.close().await;
    }
    checks.extend(if is_whole && is_usable {
        of_the_service(config).await
    } else {
        OF_THE_SERVICE.map(Check::skipped).to_vec()
    });
    checks
}

async fn of_the_service(config: &Config) -> Vec<Check> {
    let Ok(app) = App::open(config.clone()).await else {
        return OF_THE_SERVICE.map(Check::skipped).to_vec();
    };
    let checks = service::examine(&app).await;
    app.db.clone().close().await;
    checks
}

/// What is found of the database, and the database where it can be used.
async fn database(config: &Config) -> (Vec<Check>, Option<Db>) {
    let refused = |found: String| {
        let rest = ["connection", "clock"].map(Check::skipped);
        ([vec![Check::failed("database", found)], rest.to_vec()].concat(), None)
    };
    if let Some(file) = sqlite_file(&config.database())
        && !file.is_file()
    {
        return refused(format!(
            "there is no database at {}: `touchstone migrate` makes one",
            file.display()
        ));
    }
    let Ok(db) = Db::open(&config.database(), 1).await else {
        // The driver's words may name the user; the log of the service has them.
        return refused("it cannot be reached: look at database_url, at the server, and at its log".to_owned());
    };
    let found = service::database(&db).await;
    let is_usable = found.state != State::Failed;
    let checks = vec![found, service::connection(&db).await, service::clock(&db).await];
    if is_usable {
        return (checks, Some(db));
    }
    db.close().await;
    (checks, None)
}
