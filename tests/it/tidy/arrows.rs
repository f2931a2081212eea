//! The arrows of ARCHITECTURE.md: which room of the code may know which other one.
//!
//! A *room* is a part of the crate as the table below names it: `platform::db`, `permissions`, `api`; and for every
//! slice its roles, `slice::rules`, `slice::store` …, or `slice` alone for its public face. Paths in `use` lines and in
//! the code are read; unit tests inside a file may look wherever they like.

use super::{Source, expect_none, sources};

/// Rooms that are no slice. Every other folder of `src/` is one.
const NO_SLICE: &[&str] = &[
    "main",
    "lib",
    "app",
    "cli",
    "server",
    "worker",
    "api",
    "permissions",
    "platform",
];

/// The files of a slice with a role of their own. One with another name holds a single idea (`listing_url`) and is held
/// to what commands may do.
const ROLES: &[&str] = &["rules", "store", "commands", "graphql", "jobs", "mail"];

/// A room, and what it never mentions: a room with everything in it, or a foreign crate.
struct Arrow {
    from: &'static str,
    never: &'static [&'static str],
    because: &'static str,
}

const ARROWS: &[Arrow] = &[
    Arrow {
        from: "platform",
        never: &["slice", "permissions", "app", "api", "server", "worker", "cli"],
        because: "the platform knows no slice",
    },
    Arrow {
        from: "permissions",
        never: &[
            "slice",
            "app",
            "api",
            "server",
            "worker",
            "cli",
            "platform::db",
            "tokio",
        ],
        because: "permissions are pure",
    },
    Arrow {
        from: "slice",
        never: &["api", "server", "worker", "cli"],
        because: "a slice does not know who calls it",
    },
    Arrow {
        from: "slice::rules",
        never: &[
            "slice::store",
            "slice::commands",
            "slice::graphql",
            "slice::jobs",
            "slice::mail",
            "app",
            "tokio",
            "platform::db",
            "platform::email",
            "platform::files",
            "platform::graphql",
            "platform::jobs",
            "platform::config",
            "platform::telemetry",
        ],
        because: "rules are pure: no I/O, no clock, no database, no GraphQL",
    },
    Arrow {
        from: "slice::store",
        never: &["slice::commands", "slice::graphql", "slice::jobs", "slice::mail"],
        because: "a store only keeps and finds",
    },
    Arrow {
        from: "slice::commands",
        never: &["slice::graphql", "slice::jobs"],
        because: "a use case does not know who asked for it",
    },
    Arrow {
        from: "slice::graphql",
        never: &["slice::jobs"],
        because: "resolvers read from the store and change by commands",
    },
    Arrow {
        from: "slice::jobs",
        never: &["slice::store", "slice::graphql"],
        because: "a job runs commands",
    },
    Arrow {
        from: "slice::mail",
        never: &["slice::store", "slice::graphql"],
        because: "a mail shows what a command found",
    },
    Arrow {
        from: "api",
        never: &["slice::store", "server", "worker", "cli"],
        because: "the API composes the slices",
    },
    Arrow {
        from: "server",
        never: &["slice::store", "slice::graphql", "cli"],
        because: "the server only carries requests",
    },
    Arrow {
        from: "worker",
        never: &["slice::store", "slice::graphql", "server", "cli"],
        because: "the worker composes the jobs",
    },
];

/// A foreign crate, and the only rooms where it may be named.
struct Home {
    crates: &'static [&'static str],
    rooms: &'static [&'static str],
}

const HOMES: &[Home] = &[
    Home {
        crates: &["sea_orm", "sea_orm_migration", "entity", "migration", "sqlx"],
        rooms: &["slice::store", "platform::db"],
    },
    Home {
        crates: &["async_graphql"],
        rooms: &["slice::graphql", "api", "platform::graphql"],
    },
    Home {
        crates: &["lettre"],
        rooms: &["platform::email", "platform::config"],
    },
    Home {
        crates: &["figment"],
        rooms: &["platform::config"],
    },
    Home {
        crates: &["async_nats"],
        rooms: &["platform::bus"],
    },
];

/// Where a file of `src/` stands in the crate: `src/leads/store/page.rs` is `["leads", "store", "page"]`.
fn module(path: &str) -> Vec<String> {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs");
    path.trim_end_matches("/mod").split('/').map(str::to_owned).collect()
}

/// The room of a module path, which may go on into an item.
fn room(module: &[String]) -> String {
    match module {
        [] => "lib".to_owned(),
        [first, part, ..] if first == "platform" => format!("platform::{part}"),
        [first, ..] if NO_SLICE.contains(&first.as_str()) => first.clone(),
        [_, role, ..] if ROLES.contains(&role.as_str()) => format!("slice::{role}"),
        _ => "slice".to_owned(),
    }
}

/// The room a file stands in.
fn room_of_file(file: &[String]) -> String {
    match file {
        [slice, name, ..] if !NO_SLICE.contains(&slice.as_str()) && !ROLES.contains(&name.as_str()) => {
            "slice::commands".to_owned()
        }
        _ => room(file),
    }
}

fn is_within(room: &str, of: &str) -> bool {
    room == of || room.strip_prefix(of).is_some_and(|rest| rest.starts_with("::"))
}

/// A path that a file mentions, resolved: inside the crate, or starting at a foreign crate.
enum Mention {
    Inside(Vec<String>),
    Foreign(String),
}

fn resolve(file: &[String], path: &str) -> Mention {
    let mut base = file.to_vec();
    let mut inside = false;
    let mut rest = path.split("::").filter(|part| !part.is_empty()).peekable();
    while let Some(part) = rest.peek() {
        match *part {
            "crate" | "touchstone" if !inside => base.clear(),
            "self" => {}
            "super" => drop(base.pop()),
            _ => break,
        }
        inside = true;
        rest.next();
    }
    if inside {
        base.extend(rest.map(str::to_owned));
        Mention::Inside(base)
    } else {
        Mention::Foreign(rest.next().unwrap_or_default().to_owned())
    }
}

/// The code of a file without comments and without the unit tests at its end.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines: Vec<&str> = text.lines().collect();
    let is_end = |pair: &[&str]| pair[0].trim() == "#[cfg(test)]" && pair[1].contains('{');
    let end = lines.windows(2).position(is_end).unwrap_or(lines.len());
    lines
        .into_iter()
        .take(end)
        .enumerate()
        .map(|(number, line)| (number, line.split("//").next().unwrap_or(line)))
}

/// Every path of two or more parts, with its line. `use a::{b, c::d};` mentions `a::b` and `a::c::d`.
fn mentions(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut open_use: Option<(usize, String)> = None;
    for (number, line) in code(text) {
        let start = ["use ", "pub use ", "pub(crate) use ", "pub(super) use "]
            .iter()
            .find_map(|start| line.trim_start().strip_prefix(start));
        match (&mut open_use, start) {
            (Some((_, tree)), _) => tree.push_str(line),
            (None, Some(tree)) => open_use = Some((number, tree.to_owned())),
            (None, None) => {
                let parts = line.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
                found.extend(
                    parts
                        .filter(|part| part.contains("::"))
                        .map(|part| (number, part.to_owned())),
                );
            }
        }
        if let Some((number, tree)) = open_use.take_if(|(_, tree)| tree.contains(';')) {
            expand("", tree.trim_end_matches(';'), &mut |path| found.push((number, path)));
        }
    }
    found
}

/// Calls `found` for every leaf of a `use` tree.
fn expand(prefix: &str, tree: &str, found: &mut impl FnMut(String)) {
    let tree = tree.trim().trim_end_matches(';').trim();
    match tree.split_once('{') {
        Some((head, rest)) => {
            let prefix = format!("{prefix}{}", head.trim());
            let inner = rest.trim_end().strip_suffix('}').unwrap_or(rest);
            for branch in split_at_commas(inner) {
                expand(&prefix, branch, found);
            }
        }
        None if tree.is_empty() => {}
        None => found(format!("{prefix}{}", tree.split(" as ").next().unwrap_or(tree).trim())),
    }
}

/// Splits at the commas that stand outside of inner braces.
fn split_at_commas(tree: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    tree.split(|c: char| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        c == ',' && depth == 0
    })
    .collect()
}

fn wrong_arrows(source: &Source) -> Vec<String> {
    let file = module(&source.path);
    let from = room_of_file(&file);
    let mut complaints = Vec::new();
    for (number, path) in mentions(&source.text) {
        let mention = resolve(&file, &path);
        let to = match &mention {
            Mention::Inside(module) => room(module),
            Mention::Foreign(name) => name.clone(),
        };
        for arrow in ARROWS.iter().filter(|arrow| is_within(&from, arrow.from)) {
            if arrow.never.iter().any(|never| is_within(&to, never)) {
                complaints.push(source.complaint(number, &format!("`{path}`: {}", arrow.because)));
            }
        }
        match mention {
            Mention::Inside(to) if enters_another_slice(&file, &to) => {
                complaints.push(source.complaint(
                    number,
                    &format!("`{path}`: another slice shows only its `mod.rs` and its rules"),
                ));
            }
            Mention::Foreign(name) => complaints.extend(away_from_home(source, number, &from, &name)),
            Mention::Inside(_) => {}
        }
    }
    complaints
}

/// Whether a slice reaches past what another one shows: its face, its rules, which are pure, and to resolvers its objects,
/// because the objects of the API refer to each other.
fn enters_another_slice(file: &[String], to: &[String]) -> bool {
    let (from, into) = (room(file), room(to));
    let is_shown = into == "slice::rules" || from == "slice::graphql" && into == "slice::graphql";
    file.first() != to.first() && from.starts_with("slice") && into.starts_with("slice::") && !is_shown
}

fn away_from_home(source: &Source, number: usize, from: &str, name: &str) -> Option<String> {
    let home = HOMES.iter().find(|home| home.crates.contains(&name))?;
    let at_home = home.rooms.iter().any(|room| is_within(from, room));
    (!at_home).then(|| source.complaint(number, &format!("`{name}` is only used in {}", home.rooms.join(", "))))
}

/// Rules decide from what they are given; whatever waits is no rule.
fn waiting_rules(source: &Source) -> Vec<String> {
    if room(&module(&source.path)) != "slice::rules" {
        return Vec::new();
    }
    code(&source.text)
        .filter(|(_, line)| line.contains("async ") || line.contains(".await"))
        .map(|(number, _)| source.complaint(number, "rules are pure: nothing here waits"))
        .collect()
}

fn server_sources() -> Vec<Source> {
    sources(&["rs"])
        .into_iter()
        .filter(|source| source.is_under(&["src/"]))
        .collect()
}

#[test]
fn arrows_point_one_way() {
    let complaints: Vec<_> = server_sources().iter().flat_map(wrong_arrows).collect();
    expect_none(&complaints);
}

#[test]
fn rules_do_not_wait() {
    let complaints: Vec<_> = server_sources().iter().flat_map(waiting_rules).collect();
    expect_none(&complaints);
}

#[test]
fn the_check_of_arrows_catches_a_wrong_one() {
    let cases = [
        ("src/platform/ids.rs", "use crate::leads::Lead;"),
        ("src/platform/ids.rs", "use sea_orm::entity::prelude::*;"),
        ("src/permissions/table.rs", "use crate::{\n    members::Role,\n};"),
        ("src/leads/rules.rs", "use super::store;"),
        ("src/leads/listing_url.rs", "use sea_orm::EntityTrait;"),
        ("src/leads/rules/triage.rs", "fn f(x: crate::platform::db::Tx) {}"),
        ("src/leads/store.rs", "use super::{rules::Lead, commands::share};"),
        ("src/leads/commands/share.rs", "use sea_orm::EntityTrait;"),
        (
            "src/leads/commands.rs",
            "use crate::members::{\n    Person,\n    store::person_by_id,\n};",
        ),
        ("src/leads/graphql.rs", "pub(crate) use super::jobs::expire;"),
        ("src/leads/graphql.rs", "use crate::members::store::person_by_id;"),
        ("src/leads/jobs.rs", "use entity::lead;"),
        ("src/leads/mod.rs", "pub use crate::api::Schema;"),
        ("src/server.rs", "use async_graphql::Schema;"),
    ];
    for (path, text) in cases {
        assert_eq!(wrong_arrows(&Source::new(path, text)).len(), 1, "{path}: {text}");
    }
}

#[test]
fn the_check_of_arrows_lets_right_ones_pass() {
    let cases = [
        (
            "src/leads/store.rs",
            "use sea_orm::{EntityTrait, QueryFilter};\nuse super::rules::Lead;",
        ),
        (
            "src/leads/commands.rs",
            "use super::{rules, store};\nuse crate::members::Person;",
        ),
        (
            "src/leads/rules.rs",
            "use crate::platform::calendar::Calendar;\n// not sea_orm::Value\n#[cfg(test)]\nmod tests {\n    use crate::platform::db::Tx;\n}",
        ),
        (
            "src/leads/graphql.rs",
            "use super::store::LeadRow;\nuse crate::members::graphql::Person;",
        ),
        ("src/api.rs", "use crate::leads::graphql::LeadQuery;"),
        ("src/platform/db/mod.rs", "use sea_orm::DatabaseConnection;"),
    ];
    for (path, text) in cases {
        let complaints = wrong_arrows(&Source::new(path, text));
        assert!(complaints.is_empty(), "{path}: {complaints:?}");
    }
}

#[test]
fn the_checks_of_slices_catch_what_they_forbid() {
    assert_eq!(
        waiting_rules(&Source::new("src/leads/rules.rs", "pub async fn decide() {}")).len(),
        1
    );
    assert!(waiting_rules(&Source::new("src/leads/commands.rs", "pub async fn share() {}")).is_empty());
}
