//! A page that names a file which is not there is worse than no page: every path and link in our Markdown exists.

use std::collections::BTreeSet;

use super::{Source, expect_none, paths, sources};

/// Made by a command the page talks about, or by whoever runs the product.
const MADE_LATER: &[&str] = &[
    "target",
    "data",
    "frontend/dist",
    "frontend/node_modules",
    "frontend/src/gql",
];

const FILE_ENDINGS: &[&str] = &[
    ".rs", ".ts", ".tsx", ".mjs", ".md", ".toml", ".json", ".graphql", ".mjml", ".yml", ".png", ".svg", ".ndjson",
];

/// The path of everything that is there.
struct Tree {
    paths: BTreeSet<String>,
}

impl Tree {
    fn new(paths: impl IntoIterator<Item = String>) -> Self {
        Self {
            paths: paths.into_iter().collect(),
        }
    }

    fn starts_at_the_root(&self, path: &str) -> bool {
        path.split_once('/')
            .is_some_and(|(first, _)| self.paths.contains(first))
    }

    /// Whether a text between backticks means a file: by its first folder, or by its ending.
    fn means_a_path(&self, text: &str) -> bool {
        let plain = |c: char| c.is_ascii_alphanumeric() || "._-/".contains(c);
        if !text.chars().all(plain) || text.starts_with(['/', '-', '.']) && !text.starts_with(".c") {
            return false;
        }
        let has_ending = FILE_ENDINGS.iter().any(|ending| text.ends_with(ending));
        has_ending && text.len() > 5 || self.starts_at_the_root(text)
    }

    /// A path is looked up from the root and from the page's folder; a name, or the end of a path, anywhere.
    fn has(&self, page: &str, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        let beside = resolve(page, path);
        let is_made = |path: &str| {
            MADE_LATER
                .iter()
                .any(|made| path == *made || path.starts_with(&format!("{made}/")))
        };
        if is_made(path) || is_made(&beside) {
            return true;
        }
        let end = format!("/{path}");
        self.paths.contains(path)
            || self.paths.contains(&beside)
            || !self.starts_at_the_root(path) && self.paths.iter().any(|there| there.ends_with(&end))
    }
}

/// A relative path as seen from the folder of a page.
fn resolve(page: &str, path: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            name => parts.push(name),
        }
    }
    parts.join("/")
}

/// The texts between single backticks, and the targets of links and pictures that stay inside the repository.
fn mentions(line: &str) -> (Vec<&str>, Vec<&str>) {
    let code = line.split('`').skip(1).step_by(2).collect();
    let links = line
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .map(|target| target.split('#').next().unwrap_or(target))
        .filter(|target| !target.is_empty() && !target.contains(':'))
        .collect();
    (code, links)
}

fn dead_paths(page: &Source, tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut in_block = false;
    for (number, line) in page.text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            in_block = !in_block;
        }
        if in_block {
            continue;
        }
        let (code, links) = mentions(line);
        let dead_code = code
            .into_iter()
            .filter(|text| tree.means_a_path(text) && !tree.has(&page.path, text));
        let dead_links = links.into_iter().filter(|target| !tree.has(&page.path, target));
        for dead in dead_code.chain(dead_links) {
            complaints.push(page.complaint(number, &format!("there is no `{dead}`")));
        }
    }
    complaints
}

#[test]
fn every_path_in_our_markdown_exists() {
    let tree = Tree::new(paths());
    let complaints: Vec<_> = sources(&["md"])
        .iter()
        .flat_map(|page| dead_paths(page, &tree))
        .collect();
    expect_none(&complaints);
}

#[test]
fn the_check_of_markdown_catches_a_dead_path() {
    let there = [
        "src",
        "src/leads",
        "src/leads/rules.rs",
        "docs",
        "docs/style.md",
        "clippy.toml",
    ];
    let tree = Tree::new(there.map(str::to_owned));
    let dead = |text: &str| dead_paths(&Source::new("docs/page.md", text), &tree);

    for text in [
        "See `src/leads/store.rs`.",
        "See `src/rights/`.",
        "See `nowhere.toml`.",
        "See `ghosts/rules.rs`.",
        "[the style](syle.md)",
        "![a picture](images/portal.png)",
    ] {
        assert_eq!(dead(text).len(), 1, "{text}");
    }
    for text in [
        "See `src/leads/rules.rs`, `src/leads/`, `leads/rules.rs` and `rules.rs`.",
        "Send `application/json` to `/graphql`, with `Accept: text/event-stream`.",
        "[the style](style.md#words) and [the rules](../src/leads/rules.rs) and [elsewhere](https://example.org/x)",
        "It leaves `target/release/touchstone`.",
        "```text\nsrc/nothing.rs `src/nothing.rs`\n```",
    ] {
        assert!(dead(text).is_empty(), "{text}: {:?}", dead(text));
    }
}
