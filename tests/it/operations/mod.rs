//! How the service tells those who look after it how it is, and how it is kept, copied, restored and upgraded.

mod authority;
mod backups;
mod bus;
mod deployment;
mod doctor;
mod loss;
mod metrics;
mod postgres;
pub mod process;
mod replicas;
mod tls;
mod traces;
mod upgrade;
mod watching;

pub use replicas::until;

use std::{
    path::Path,
    process::{Command, Output},
};

/// The program on a database and a folder, run to its end beside whatever the test does meanwhile.
async fn program(url: &str, folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_touchstone"));
    command
        .args(["--database-url", url, "--data-dir"])
        .arg(folder)
        .args(arguments);
    tokio::task::spawn_blocking(move || command.output().unwrap())
        .await
        .unwrap()
}

/// What the program printed.
fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What it complained of.
fn complained(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
