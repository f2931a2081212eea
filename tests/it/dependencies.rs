//! What we build on: licences that go with ours, no second copy of a core part, nothing unused.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use std::{fs, str};

use serde_json::Value;
use spdx::{Expression, ParseMode};

/// Licences whose terms an AGPL program keeps by naming them. Ours is there for the workspace itself.
const LICENCES: &[&str] = &[
    "0BSD",
    "AGPL-3.0-or-later",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Crates that may not come in, by whatever way.
const BANNED: &[(&str, &str)] = &[
    ("openssl-sys", "TLS is rustls, so one binary runs everywhere"),
    ("native-tls", "TLS is rustls, so one binary runs everywhere"),
    (
        "aws-lc-sys",
        "rustls's provider is ring; two would be compiled and audited",
    ),
    ("async-std", "the runtime is tokio"),
];

/// Crates that others may bring along and we do not use ourselves.
const BANNED_FROM_OURS: &[(&str, &str)] = &[
    ("chrono", "times are jiff's"),
    ("time", "times are jiff's"),
    ("sqlx", "the database is reached by SeaORM"),
    ("lazy_static", "std::sync::LazyLock does it"),
    ("once_cell", "std::sync::LazyLock does it"),
    ("log", "logs are tracing's"),
    (
        "serde_yaml",
        "unmaintained; typst has it for templates that read YAML, which ours do not",
    ),
];

/// Two versions of these would be two worlds: types that do not meet, pools that do not know of each other.
const ONLY_ONCE: &[&str] = &[
    "actix-web",
    "async-graphql",
    "jiff",
    "jsonwebtoken",
    "ring",
    "rustls",
    "sea-orm",
    "sea-query",
    "serde",
    "sqlx-core",
    "tokio",
    "tracing",
    "uuid",
];

/// Named in a manifest for what they switch on, not for what they offer.
const FOR_THEIR_FEATURES: &[&str] = &[];

/// The dependency graph as cargo resolved it for this machine.
struct Graph(Value);

impl Graph {
    /// Asks cargo, without the network: what was compiled for this test is there.
    fn read() -> Self {
        let cargo = env!("CARGO");
        let about = Command::new(cargo).arg("-vV").output().unwrap();
        let about = str::from_utf8(&about.stdout).unwrap();
        let host = about.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
        let output = Command::new(cargo)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args([
                "metadata",
                "--format-version",
                "1",
                "--locked",
                "--offline",
                "--filter-platform",
                host,
            ])
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Self(serde_json::from_slice(&output.stdout).unwrap())
    }

    fn packages(&self) -> impl Iterator<Item = &Value> {
        self.0["packages"].as_array().unwrap().iter()
    }

    /// The packages of this workspace.
    fn ours(&self) -> impl Iterator<Item = &Value> {
        self.packages().filter(|package| package["source"].is_null())
    }

    /// The names under which a package's code sees its dependencies: `async-graphql` is `async_graphql`.
    fn names_in_code<'a>(&'a self, package: &'a Value) -> impl Iterator<Item = &'a str> {
        let nodes = self.0["resolve"]["nodes"].as_array().unwrap();
        let node = nodes.iter().find(|node| node["id"] == package["id"]).unwrap();
        node["deps"]
            .as_array()
            .unwrap()
            .iter()
            .map(|dependency| text(&dependency["name"]))
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn is_allowed(licence: &str) -> bool {
    Expression::parse_mode(licence, ParseMode::LAX).is_ok_and(|expression| {
        expression.evaluate(|part| {
            let name = part.license.id().map(|id| id.name);
            name.is_some_and(|name| LICENCES.contains(&name))
        })
    })
}

/// All Rust code of a package, and for the root package not its neighbours'.
fn code_of(package: &Value) -> String {
    fn read(path: &Path, code: &mut String) {
        if path.is_dir() {
            for entry in fs::read_dir(path).unwrap() {
                read(&entry.unwrap().path(), code);
            }
        } else if path.is_file() && path.extension().is_some_and(|extension| extension == "rs") {
            code.push_str(&fs::read_to_string(path).unwrap());
        }
    }
    let folder = Path::new(text(&package["manifest_path"])).parent().unwrap();
    let mut code = String::new();
    for part in ["src", "tests/it", "benches", "build.rs"] {
        read(&folder.join(part), &mut code);
    }
    code
}

/// Whether the code names a crate: as the start of a path, or as a whole in a `use` line or attribute.
fn names(code: &str, krate: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .any(|line| {
            line.match_indices(krate).any(|(start, _)| {
                let before = line[..start].chars().next_back();
                let after = line[start + krate.len()..].chars().next();
                !before.is_some_and(word) && !after.is_some_and(word)
            })
        })
}

#[test]
fn every_licence_goes_with_ours() {
    let graph = Graph::read();
    let wrong: Vec<_> = graph
        .packages()
        .filter(|package| !is_allowed(text(&package["license"])))
        .map(|package| format!("{}: {}", text(&package["name"]), package["license"]))
        .collect();
    assert!(wrong.is_empty(), "licences not on the list:\n{}", wrong.join("\n"));
}

#[test]
fn banned_crates_stay_out() {
    let graph = Graph::read();
    let ours: BTreeSet<&str> = graph
        .ours()
        .flat_map(|package| package["dependencies"].as_array().unwrap())
        .map(|dependency| text(&dependency["name"]))
        .collect();
    let everywhere: BTreeSet<&str> = graph.packages().map(|package| text(&package["name"])).collect();
    let wrong: Vec<_> = BANNED
        .iter()
        .filter(|(name, _)| everywhere.contains(name))
        .chain(BANNED_FROM_OURS.iter().filter(|(name, _)| ours.contains(name)))
        .map(|(name, because)| format!("{name}: {because}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn core_parts_come_once() {
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let graph = Graph::read();
    for package in graph.packages() {
        versions
            .entry(text(&package["name"]))
            .or_default()
            .insert(text(&package["version"]));
    }
    for name in ONLY_ONCE {
        let found = versions.get(name);
        assert_eq!(found.map(BTreeSet::len), Some(1), "{name}: {found:?}");
    }
}

#[test]
fn nothing_is_unused() {
    let graph = Graph::read();
    let mut unused = Vec::new();
    for package in graph.ours() {
        let code = code_of(package);
        for name in graph.names_in_code(package) {
            if !FOR_THEIR_FEATURES.contains(&name) && !names(&code, name) {
                unused.push(format!("{} does not use {name}", text(&package["name"])));
            }
        }
    }
    assert!(unused.is_empty(), "{}", unused.join("\n"));
}

#[test]
fn the_checks_of_dependencies_catch_what_they_forbid() {
    assert!(is_allowed("MIT/Apache-2.0"));
    assert!(is_allowed("(GPL-3.0-only OR MIT) AND Unicode-3.0"));
    assert!(!is_allowed("GPL-2.0-only"));
    assert!(!is_allowed("MIT AND LicenseRef-Proprietary"));
    assert!(!is_allowed(""));
    assert!(names("use url::Url;", "url"));
    assert!(names("#[derive(serde::Serialize)]", "serde"));
    assert!(!names("// use url::Url;\nlet curls = 1;", "url"));
}
