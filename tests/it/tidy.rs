//! The structure of the code, checked as text: what ARCHITECTURE.md promises, a newcomer may rely on.
//!
//! Every rule is a pure function from a file to complaints, so each has a test of its own that a wrong line is caught.

mod arrows;
mod markdown;
mod words;

use std::path::{Path, PathBuf};
use std::{env, fs};

/// A text file of the repository.
struct Source {
    /// Relative to the root, with `/`.
    path: String,
    text: String,
}

impl Source {
    #[cfg(test)]
    fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    fn has_extension(&self, extensions: &[&str]) -> bool {
        Path::new(&self.path)
            .extension()
            .is_some_and(|found| extensions.iter().any(|wanted| found == *wanted))
    }

    fn is_under(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.path.starts_with(folder))
    }

    /// The name without folder and extension.
    fn stem(&self) -> &str {
        Path::new(&self.path)
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or_default()
    }

    /// What a rule has to say about a line, with the place where it says so.
    fn complaint(&self, line: usize, what: &str) -> String {
        format!("{}:{}: {what}", self.path, line + 1)
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What is built, installed or run here is not ours to judge, and generated files answer to their generators.
const NOT_OURS: &[&str] = &[
    "target",
    "data",
    "Cargo.lock",
    "frontend/dist",
    "frontend/src/gql",
    "frontend/src/routeTree.gen.ts",
    "frontend/test-results",
    "frontend/playwright-report",
];
const NOT_OURS_ANYWHERE: &[&str] = &[".git", ".venv", "__pycache__", "node_modules", "package-lock.json"];

fn is_ours(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    !NOT_OURS.contains(&path) && !NOT_OURS_ANYWHERE.contains(&name)
}

/// Every path below the root, folders too, relative and in order.
fn paths() -> Vec<String> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        let mut entries: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        entries.sort();
        for path in entries {
            if !is_ours(&relative(&path)) {
                continue;
            }
            found.push(path.clone());
            if path.is_dir() {
                walk(&path, found);
            }
        }
    }
    let mut found = Vec::new();
    walk(root(), &mut found);
    found.iter().map(|path| relative(path)).collect()
}

fn relative(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/")
}

/// Every text file with one of these extensions.
fn sources(extensions: &[&str]) -> Vec<Source> {
    paths()
        .into_iter()
        .map(|path| Source {
            text: String::new(),
            path,
        })
        .filter(|source| source.has_extension(extensions))
        .map(|source| Source {
            text: fs::read_to_string(root().join(&source.path)).unwrap(),
            path: source.path,
        })
        .collect()
}

/// Fails with every complaint at once.
fn expect_none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

const CODE: &[&str] = &["rs", "ts", "tsx", "mjs", "css"];
const MOST_LINES: usize = 500;

fn too_long(source: &Source) -> Option<String> {
    let lines = source.text.lines().count();
    (lines > MOST_LINES).then(|| format!("{}: {lines} lines; no file has more than {MOST_LINES}", source.path))
}

/// Names that say nothing: what lands there belongs to the thing it is about.
const EMPTY_NAMES: &[&str] = &["util", "utils", "helper", "helpers", "common", "misc", "manager"];

fn empty_name(source: &Source) -> Option<String> {
    let stem = source.stem().to_lowercase();
    let folder = Path::new(&source.path).parent().and_then(Path::file_name);
    let empty = |name: &str| EMPTY_NAMES.contains(&name);
    (empty(&stem) || folder.and_then(|name| name.to_str()).is_some_and(empty))
        .then(|| format!("{}: name it after what it is about", source.path))
}

/// A habit that is refused wherever it stands: in which files, the text, and what to do instead.
struct Habit {
    folders: &'static [&'static str],
    text: &'static str,
    instead: &'static str,
}

const HABITS: &[Habit] = &[
    Habit {
        folders: &["src/", "entity/", "migration/", "tests/", "benches/"],
        text: "#[allow(",
        instead: "write `#[expect(lint, reason = \"…\")]`",
    },
    Habit {
        folders: &["src/", "entity/", "migration/", "tests/", "benches/"],
        text: "#![allow(",
        instead: "write `#![expect(lint, reason = \"…\")]`",
    },
    Habit {
        folders: &["tests/"],
        text: "#[ignore",
        instead: "a test that does not run proves nothing: mend it or remove it",
    },
    Habit {
        folders: &["tests/", "src/"],
        text: "thread::sleep",
        instead: "wait for what happens, or move the clock",
    },
    Habit {
        folders: &["tests/"],
        text: "time::sleep",
        instead: "wait for what happens, or move the clock",
    },
    Habit {
        folders: &["frontend/"],
        text: "@ts-ignore",
        instead: "write `@ts-expect-error` and the reason",
    },
    Habit {
        folders: &["frontend/"],
        text: ".only(",
        instead: "run one test from the command line",
    },
    Habit {
        folders: &["frontend/e2e/"],
        text: "waitForTimeout",
        instead: "wait for what happens",
    },
];

fn habits(source: &Source) -> Vec<String> {
    let mut complaints = Vec::new();
    for habit in HABITS.iter().filter(|habit| source.is_under(habit.folders)) {
        for (number, line) in source.text.lines().enumerate() {
            if line.contains(habit.text) {
                complaints.push(source.complaint(number, &format!("`{}`: {}", habit.text, habit.instead)));
            }
        }
    }
    complaints
}

/// This file names what it forbids.
fn is_not_this_test(source: &Source) -> bool {
    !source.path.starts_with("tests/it/tidy")
}

#[test]
fn no_file_is_too_long() {
    let complaints: Vec<_> = sources(CODE).iter().filter_map(too_long).collect();
    expect_none(&complaints);
}

#[test]
fn every_file_is_named_after_something() {
    let complaints: Vec<_> = sources(CODE).iter().filter_map(empty_name).collect();
    expect_none(&complaints);
}

#[test]
fn no_bad_habit_creeps_in() {
    let complaints: Vec<_> = sources(CODE)
        .iter()
        .filter(|source| is_not_this_test(source))
        .flat_map(habits)
        .collect();
    expect_none(&complaints);
}

#[test]
fn the_checks_of_files_catch_what_they_forbid() {
    assert!(too_long(&Source::new("src/a.rs", &"x\n".repeat(501))).is_some());
    assert!(too_long(&Source::new("src/a.rs", &"x\n".repeat(500))).is_none());
    for path in ["src/leads/utils.rs", "frontend/src/helpers.ts", "src/common/money.rs"] {
        assert!(empty_name(&Source::new(path, "")).is_some(), "{path}");
    }
    assert!(empty_name(&Source::new("src/leads/rules.rs", "")).is_none());
    assert_eq!(
        habits(&Source::new("src/a.rs", "fn a() {}\n#[allow(dead_code)]\n")).len(),
        1
    );
    assert_eq!(
        habits(&Source::new("frontend/e2e/a.ts", "await page.waitForTimeout(1)")).len(),
        1
    );
    assert!(habits(&Source::new("src/a.rs", "#[expect(dead_code, reason = \"x\")]")).is_empty());
}

#[test]
fn what_is_built_is_not_judged() {
    assert!(!is_ours("target"));
    assert!(!is_ours("tests/tools/node_modules"));
    assert!(!is_ours("clients/python/.venv"));
    assert!(!is_ours("frontend/src/gql"));
    assert!(!is_ours("data"));
    assert!(is_ours("migration/src/data"));
    assert!(is_ours("src/leads"));
}
