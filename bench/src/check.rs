//! Whether everybody answers the same: what is faster because it leaves something out has won nothing.

use serde_json::{Map, Value, json};
use touchstone::{
    leads::rules::Priority,
    platform::{
        clock::timestamp,
        ids::{self, IdKind},
    },
};

use crate::{
    Done, client,
    contestant::{Contestant, Kind},
    people::Directory,
    work::{WORKS, Work, asking},
};

/// Compares the answers of each contestant with those of the first, for some people and leads.
///
/// # Errors
/// At the first difference, with both answers.
pub async fn agree(contestants: &[Contestant], directory: &Directory) -> Done<()> {
    for work in WORKS {
        for (connection, turn) in [(0, 0), (5, 1), (11, 2)] {
            let mut expected: Option<Value> = None;
            for contestant in contestants {
                let run = u64::from(contestant.address.port()) << 32 | u64::from(std::process::id());
                let request = asking(contestant.kind, work, run, directory)(connection, turn);
                let answer = client::once(contestant.address, request).await?;
                let answer = plain(contestant.kind, work, serde_json::from_slice(&answer)?);
                match &expected {
                    None => expected = Some(full(work, answer)?),
                    Some(expected) if *expected == answer => {}
                    Some(expected) => {
                        let name = contestant.kind.name();
                        let (other, ours) = (shortened(&answer), shortened(expected));
                        return Err(format!("{name} answers {} with\n{other}\nand not\n{ours}", work.name()).into());
                    }
                }
            }
        }
    }
    Ok(())
}

/// The beginning of an answer, for people.
fn shortened(answer: &Value) -> String {
    answer.to_string().chars().take(1_500).collect()
}

/// The product's answer, if it has everything that was asked for: two empty pages would be equal, too.
fn full(work: Work, answer: Value) -> Done<Value> {
    let of = |path: &str| answer.pointer(path).and_then(Value::as_array).map_or(0, Vec::len);
    let is_full = match work {
        Work::Inbox => {
            of("/data/leads/edges") == 50
                && (0..50).any(|at| of(&format!("/data/leads/edges/{at}/node/items/edges")) == 3)
        }
        Work::Lead => of("/data/lead/comments/edges") == 10,
        Work::Comment => answer
            .pointer("/data/addComment/comment/authorName")
            .is_some_and(Value::is_string),
    };
    if is_full {
        Ok(answer)
    } else {
        Err(format!("this is no whole answer to {}: {}", work.name(), shortened(&answer)).into())
    }
}

/// An answer in the product's words, without what has to differ: a new comment's id and moment, and cursors.
fn plain(kind: Kind, work: Work, answer: Value) -> Value {
    let mut answer = match (kind, work) {
        (Kind::PostGraphile, Work::Inbox) => json!({"data": {"leads": translated(&answer["data"]["inbox"], "lead")}}),
        (Kind::PostGraphile, Work::Lead) => json!({"data": {"lead": translated(&answer["data"]["leadSeen"], "lead")}}),
        (Kind::PostGraphile, Work::Comment) => {
            let comment = translated(&answer["data"]["addComment"]["comment"], "comment");
            json!({"data": {"addComment": {"comment": comment, "userErrors": []}}})
        }
        (Kind::Touchstone | Kind::Raw | Kind::Apollo, _) => answer,
    };
    if let Some(comment) = answer
        .pointer_mut("/data/addComment/comment")
        .and_then(Value::as_object_mut)
    {
        comment.retain(|name, _| name != "id" && name != "createdAt");
    }
    if let Some(page) = answer
        .pointer_mut("/data/leads/pageInfo")
        .and_then(Value::as_object_mut)
    {
        page.retain(|name, _| name != "endCursor");
    }
    answer
}

/// PostGraphile shows tables as they are: UUIDs, microseconds, ranks, and nodes without edges.
fn translated(value: &Value, kind: &str) -> Value {
    let Value::Object(fields) = value else {
        return value.clone();
    };
    let mut plain = Map::new();
    for (name, value) in fields {
        let (name, value) = match (name.as_str(), value) {
            ("rowId", Value::String(id)) => ("id", json!(public(id, kind))),
            ("createdAt", Value::String(micros)) => {
                ("createdAt", json!(timestamp(micros.parse().unwrap_or(0)).to_string()))
            }
            ("priority", Value::Number(rank)) => {
                let rank = i32::try_from(rank.as_i64().unwrap_or(0)).unwrap_or(0);
                ("priority", json!(Priority::from_rank(rank).code()))
            }
            ("nodes", Value::Array(nodes)) => {
                let edges = nodes.iter().map(|node| json!({"node": translated(node, kind)}));
                ("edges", edges.collect())
            }
            ("owner", value) => ("owner", translated(value, "org")),
            ("author", value) => ("author", translated(value, "person")),
            ("brand", value) => ("brand", translated(value, "brand")),
            ("comments", value) => ("comments", translated(value, "comment")),
            ("items", value) => ("items", translated(value, "item")),
            (name, value) => (name, value.clone()),
        };
        plain.insert(name.to_owned(), value);
    }
    Value::Object(plain)
}

fn public(id: &str, kind: &str) -> String {
    let known: Option<IdKind> = kind.parse().ok();
    match (known, id.parse()) {
        (Some(kind), Ok(id)) => ids::encode(kind, id),
        _ => id.to_owned(),
    }
}
