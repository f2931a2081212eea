//! The schema as text, with what each root field asks of the caller.

use crate::permissions::roots::{requirement, requires};

/// Adds to the description of each root field what it asks.
pub(super) fn with_requirements(sdl: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut root = None;
    for line in sdl.lines() {
        if let Some(name) = line
            .strip_prefix("type ")
            .and_then(|rest| rest.split_whitespace().next())
        {
            root = matches!(name, "Query" | "Mutation" | "Subscription").then_some(name);
        } else if line == "}" {
            root = None;
        }
        if let Some(root) = root
            && let Some(requirement) = field_name(line).and_then(|field| requirement(root, field))
            && lines.last().is_some_and(|line| line == "\t\"\"\"")
        {
            let end = lines.pop().unwrap_or_default();
            lines.push(String::new());
            lines.push(format!("\tRequires: {}.", requires(requirement)));
            lines.push(end);
        }
        lines.push(line.to_owned());
    }
    lines.join("\n") + "\n"
}

/// The name of the field that a line of a root type begins.
fn field_name(line: &str) -> Option<&str> {
    let line = line.strip_prefix('\t')?;
    let end = line.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))?;
    (end > 0 && matches!(&line[end..=end], "(" | ":")).then(|| &line[..end])
}
