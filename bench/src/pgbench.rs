//! What the database alone takes for the same statements: pgbench, without any server before it.

use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use uuid::Uuid;

use crate::{Done, people::Directory, postgres::Watched, raw, report::Figures};

/// The page without audience rows.
pub const PREDICATE: &str = include_str!("../sql/inbox-by-predicate.sql");

/// The statements, each with the name it has in the report.
pub const STATEMENTS: [(&str, &str); 3] = [
    ("inbox page of 50", raw::INBOX),
    ("the same by predicate", PREDICATE),
    ("one lead, ten comments", raw::LEAD),
];

/// Runs a statement for everybody in turn over so many connections.
///
/// # Errors
/// Where pgbench is not there or the statement fails.
pub async fn run(
    statement: &str,
    url: &str,
    connections: usize,
    time: Duration,
    directory: &Directory,
    database: &Watched,
) -> Done<Figures> {
    let folder = std::env::temp_dir().join(format!("bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let mut command = Command::new(program()?);
    command.args(["-n", "-M", "prepared", "-j", "1", "-c", &connections.to_string()]);
    command.args(["-T", &time.as_secs().max(1).to_string()]);
    for (number, person) in directory.people.iter().enumerate() {
        let principals = format!("'{{{}}}'::text[]", person.principals.join(","));
        let lead = person.discussed.first().copied().unwrap_or_default();
        let fourth = if statement == PREDICATE { person.id } else { lead };
        let quoted = |id: Uuid| format!("'{id}'::uuid");
        let text = statement
            .lines()
            .filter(|line| !line.starts_with("--"))
            .collect::<Vec<_>>()
            .join(" ")
            .replace("$1::text[]", &principals)
            .replace("$1", &principals)
            .replace("$2", &quoted(person.organization))
            .replace("$3", "1800000000000000")
            .replace("$4", &quoted(fourth));
        let file = folder.join(format!("{number}.sql"));
        std::fs::write(&file, format!("{text};\n"))?;
        command.arg("-f").arg(file);
    }
    let before = database.processor()?;
    let output = command.arg(url).output()?;
    let used = database.processor()? - before;
    std::fs::remove_dir_all(&folder)?;
    let text = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        return Err(format!("pgbench: {text}{}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let number = |start: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(start));
        line.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok())
    };
    let answers = number("number of transactions actually processed: ").ok_or("pgbench says nothing")?;
    let latency = number("latency average = ").unwrap_or(0.0);
    #[expect(clippy::cast_precision_loss, reason = "microseconds of a few seconds")]
    let used = used as f64;
    Ok(Figures {
        per_second: number("tps = ").unwrap_or(0.0),
        p50: latency * 1_000.0,
        p99: f64::NAN,
        server: 0.0,
        database: used / answers,
        statements: Some(1.0),
    })
}

/// pgbench, beside the server's programs or in the path.
///
/// # Errors
/// Where nobody can be asked.
pub fn program() -> Done<PathBuf> {
    let beside = Command::new("scripts/find-postgres").output()?;
    let beside = Path::new(String::from_utf8_lossy(&beside.stdout).trim()).join("pgbench");
    Ok(if beside.exists() {
        beside
    } else {
        PathBuf::from("pgbench")
    })
}
