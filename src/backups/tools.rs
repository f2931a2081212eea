//! PostgreSQL's own `pg_dump` and `pg_restore`: nobody knows better what belongs to a database and in which order it goes
//! back.
//!
//! They learn where the database is from their environment, never from their arguments, which everybody on the machine
//! can read.

use std::{
    collections::BTreeMap,
    ffi::OsString,
    io,
    path::{Path, PathBuf},
};

use percent_encoding::percent_decode_str;
use tokio::process::Command;
use url::Url;

use super::BackupError;

/// Folders in which distributions keep one version beside another.
const VERSIONED: &[&str] = &["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"];

/// Writes the database as it stands in a snapshot to `file`.
pub(super) async fn dump(url: &str, snapshot: &str, file: &Path) -> Result<(), BackupError> {
    let arguments: [OsString; 7] = [
        "--format=custom".into(),
        "--no-owner".into(),
        "--no-privileges".into(),
        "--no-password".into(),
        format!("--snapshot={snapshot}").into(),
        "--file".into(),
        file.into(),
    ];
    run("pg_dump", url, &arguments).await
}

/// Puts a dump into an empty database: all of it or nothing.
pub(super) async fn restore(url: &str, file: &Path) -> Result<(), BackupError> {
    let name = connection(url).remove("PGDATABASE").unwrap_or_default();
    let arguments: [OsString; 8] = [
        "--no-owner".into(),
        "--no-privileges".into(),
        "--no-password".into(),
        "--exit-on-error".into(),
        "--single-transaction".into(),
        "--dbname".into(),
        name.into(),
        file.into(),
    ];
    run("pg_restore", url, &arguments).await
}

async fn run(tool: &str, url: &str, arguments: &[OsString]) -> Result<(), BackupError> {
    let mut command = Command::new(found(tool));
    command.args(arguments).envs(connection(url)).kill_on_drop(true);
    let output = match command.output().await {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(BackupError::Tool(format!(
                "{tool} is not installed; it belongs to PostgreSQL's client programs (Debian: postgresql-client), \
                 which must not be older than the server"
            )));
        }
        Err(error) => return Err(BackupError::Tool(format!("{tool}: {error}"))),
        Ok(output) => output,
    };
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(BackupError::Tool(format!("{tool} failed: {}", said.trim())))
}

/// The newest one that a distribution keeps beside others, because an old one refuses a newer server; else whichever the
/// search path finds.
fn found(tool: &str) -> PathBuf {
    let versions = VERSIONED.iter().filter_map(|folder| std::fs::read_dir(folder).ok());
    let mut candidates: Vec<(u32, PathBuf)> = versions
        .flatten()
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let version = name.trim_start_matches("postgresql@").parse().ok()?;
            let file = entry.path().join("bin").join(tool);
            file.is_file().then_some((version, file))
        })
        .collect();
    candidates.sort();
    candidates.pop().map_or_else(|| PathBuf::from(tool), |(_, file)| file)
}

/// What a URL says, as PostgreSQL's programs read it from their environment.
fn connection(url: &str) -> BTreeMap<&'static str, String> {
    let Ok(url) = Url::parse(url) else {
        return BTreeMap::new();
    };
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let host = url.host_str().map(|host| decoded(host.trim_matches(['[', ']'])));
    let mut variables: BTreeMap<&'static str, String> = [
        ("PGHOST", host),
        ("PGPORT", url.port().map(|port| port.to_string())),
        ("PGUSER", Some(decoded(url.username()))),
        ("PGPASSWORD", url.password().map(decoded)),
        ("PGDATABASE", Some(decoded(url.path().trim_start_matches('/')))),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value.filter(|value| !value.is_empty())?)))
    .collect();
    for (key, value) in url.query_pairs() {
        let name = match &*key {
            "host" | "hostaddr" => "PGHOST",
            "port" => "PGPORT",
            "dbname" => "PGDATABASE",
            "user" => "PGUSER",
            "password" => "PGPASSWORD",
            "sslmode" | "ssl-mode" => "PGSSLMODE",
            "sslrootcert" | "ssl-root-cert" | "ssl-ca" => "PGSSLROOTCERT",
            "sslcert" | "ssl-cert" => "PGSSLCERT",
            "sslkey" | "ssl-key" => "PGSSLKEY",
            _ => continue,
        };
        variables.insert(name, value.into_owned());
    }
    variables
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_url_is_told_by_the_environment() {
        let told =
            connection("postgres://ann:p%40ss%20word@db.example:5433/alliance?sslmode=verify-full&sslrootcert=/ca.pem");
        let expected = [
            ("PGDATABASE", "alliance"),
            ("PGHOST", "db.example"),
            ("PGPASSWORD", "p@ss word"),
            ("PGPORT", "5433"),
            ("PGSSLMODE", "verify-full"),
            ("PGSSLROOTCERT", "/ca.pem"),
            ("PGUSER", "ann"),
        ];
        let told: Vec<(&str, &str)> = told.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(told, expected);
        let socket = connection("postgres:///alliance?host=/run/postgresql");
        assert_eq!(socket.get("PGHOST").map(String::as_str), Some("/run/postgresql"));
        assert_eq!(socket.get("PGUSER"), None);
    }

    #[tokio::test]
    async fn a_program_that_is_not_there_is_named() {
        let missing = run("pg_no_such_program", "postgres://h/d", &[]).await.unwrap_err();
        assert!(
            missing.to_string().contains("pg_no_such_program is not installed"),
            "{missing}"
        );
    }
}
