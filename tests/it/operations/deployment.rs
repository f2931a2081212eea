//! What is shipped beside the program: units, the container and the handbook name only settings and commands there are.

use std::{collections::BTreeSet, fs, path::Path};

use touchstone::platform::config::SETTINGS;

/// Files that somebody installs or follows.
const FILES: &[&str] = &[
    "deploy/Containerfile",
    "deploy/prometheus/alerts.yml",
    "deploy/systemd/touchstone.service",
    "deploy/systemd/touchstone-worker.service",
    "deploy/systemd/touchstone-backup.service",
    "docs/operations.md",
];

fn text(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

/// The words of a text that begin with `start`, without it.
fn words<'a>(text: &'a str, start: &str) -> BTreeSet<&'a str> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    words
        .filter_map(|word| word.strip_prefix(start))
        .filter(|word| !word.is_empty())
        .collect()
}

#[test]
fn every_setting_they_name_is_one() {
    for file in FILES {
        for variable in words(&text(file), "TOUCHSTONE_") {
            let key = variable.to_lowercase();
            assert!(
                SETTINGS.iter().any(|setting| setting.key == key),
                "{file}: TOUCHSTONE_{variable}"
            );
        }
    }
    let handbook = text("docs/operations.md");
    let toml = handbook.split("```toml").nth(1).unwrap().split("```").next().unwrap();
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("touchstone.toml");
    fs::write(&file, toml).unwrap();
    touchstone::platform::config::Config::load(Some(&file), &[].into()).unwrap();
}

#[test]
fn every_command_they_name_is_one() {
    let help = std::process::Command::new(env!("CARGO_BIN_EXE_touchstone"))
        .arg("--help")
        .output()
        .unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let known: BTreeSet<&str> = help
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next())
        .collect();
    for file in FILES {
        let text = text(file);
        let commands = text.match_indices("touchstone ").filter_map(|(at, found)| {
            let quoted = text[..at].ends_with(['`', '/']);
            let word = text[at + found.len()..]
                .split(|c: char| !c.is_ascii_lowercase())
                .next()?;
            (quoted && !word.is_empty()).then_some(word)
        });
        for command in commands {
            assert!(
                known.contains(command),
                "{file}: touchstone {command}; there is {known:?}"
            );
        }
    }
}

#[test]
fn units_run_without_rights() {
    for unit in [
        "touchstone.service",
        "touchstone-worker.service",
        "touchstone-backup.service",
    ] {
        let unit = text(&format!("deploy/systemd/{unit}"));
        for line in [
            "DynamicUser=yes",
            "ProtectSystem=strict",
            "NoNewPrivileges=yes",
            "CapabilityBoundingSet=",
            "UMask=0077",
        ] {
            assert!(unit.lines().any(|found| found == line), "{line}");
        }
    }
    let container = text("deploy/Containerfile");
    assert!(container.lines().any(|line| line == "USER 10001"));
}
