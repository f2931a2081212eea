//! The three requests, as each contestant takes them.

use std::sync::Arc;

use http_body_util::Full;
use hyper::{Request, body::Bytes};
use serde_json::{Value, json};
use touchstone::platform::ids::{self, IdKind};
use uuid::Uuid;

use crate::{
    client::{self, Ask},
    contestant::Kind,
    people::{Directory, Person},
};

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// The latest 50 leads, each with owner, three items with their brands, and the number of comments.
    Inbox,
    /// A lead with ten comments and their authors.
    Lead,
    /// One comment more.
    Comment,
}

pub const WORKS: [Work; 3] = [Work::Inbox, Work::Lead, Work::Comment];

impl Work {
    pub fn name(self) -> &'static str {
        match self {
            Self::Inbox => "inbox page of 50",
            Self::Lead => "one lead, ten comments",
            Self::Comment => "add a comment",
        }
    }

    fn document(self) -> &'static str {
        match self {
            Self::Inbox => INBOX,
            Self::Lead => LEAD,
            Self::Comment => COMMENT,
        }
    }

    /// PostGraphile names its fields after the tables.
    fn document_of_tables(self) -> &'static str {
        match self {
            Self::Inbox => INBOX_OF_TABLES,
            Self::Lead => LEAD_OF_TABLES,
            Self::Comment => COMMENT_OF_TABLES,
        }
    }
}

const INBOX: &str = "query Inbox { leads(first: 50) { edges { node { id reference title state tlp priority createdAt \
    owner { id name } items(first: 3) { edges { node { title brand { id name } } } } comments { totalCount } } } \
    pageInfo { hasNextPage endCursor } } }";
const LEAD: &str = "query Lead($id: ID!) { lead(id: $id) { id reference title state tlp priority createdAt \
    owner { id name } comments(first: 10) { edges { node { id body authorName createdAt author { id name } } } } } }";
const COMMENT: &str = "mutation Comment($input: AddCommentInput!) { addComment(input: $input) { \
    comment { id body authorName createdAt } userErrors { code message } } }";

const INBOX_OF_TABLES: &str = "query Inbox { inbox(first: 50) { nodes { rowId reference title state tlp priority \
    createdAt owner { rowId name } items(first: 3, orderBy: POSITION_ASC) { nodes { title brand { rowId name } } } \
    comments { totalCount } } pageInfo { hasNextPage endCursor } } }";
const LEAD_OF_TABLES: &str = "query Lead($id: UUID!) { leadSeen(key: $id) { rowId reference title state tlp priority \
    createdAt owner { rowId name } comments(first: 10, orderBy: [CREATED_AT_ASC, ROW_ID_ASC]) { nodes { rowId body \
    authorName createdAt author { rowId name } } } } }";
const COMMENT_OF_TABLES: &str = "mutation Comment($input: AddCommentInput!) { addComment(input: $input) { \
    comment { rowId body authorName createdAt } } }";

/// Says the same thing every time, so that answers can be compared.
const BODY: &str = "The stitching on the second photo is not ours.";

/// The request of a connection's turn. `run` tells runs apart, because a key is good for one comment.
fn asked(kind: Kind, work: Work, run: u64, person: &Person, connection: usize, turn: u64) -> Request<Full<Bytes>> {
    let some = |list: &[Uuid]| {
        let place = usize::try_from(turn).unwrap_or(0) * 7 + connection;
        list.get(place % list.len().max(1)).copied().unwrap_or_default()
    };
    let lead = match work {
        Work::Inbox => Uuid::nil(),
        Work::Lead => some(&person.discussed),
        Work::Comment => some(&person.quiet),
    };
    let public = || ids::encode(IdKind::Lead, lead);
    let key = format!("{run}-{connection}-{turn}");
    let body = |document: &str, variables: Value| {
        let body = json!({"query": document, "variables": variables});
        Some(body.to_string().into_bytes())
    };
    match (kind, work) {
        (Kind::Raw, Work::Inbox) => client::request("/inbox", &person.token, None),
        (Kind::Raw, Work::Lead) => client::request(&format!("/lead/{}", public()), &person.token, None),
        (Kind::Raw, Work::Comment) => {
            let body = json!({"idempotencyKey": key, "leadId": public(), "body": BODY}).to_string();
            client::request("/comment", &person.token, Some(body.into_bytes()))
        }
        (Kind::PostGraphile, _) => {
            let variables = match work {
                Work::Inbox => json!({}),
                Work::Lead => json!({"id": lead}),
                Work::Comment => json!({"input": {"key": key, "lead": lead, "body": BODY}}),
            };
            client::request("/graphql", &person.token, body(work.document_of_tables(), variables))
        }
        (Kind::Touchstone | Kind::Apollo, _) => {
            let variables = match work {
                Work::Inbox => json!({}),
                Work::Lead => json!({"id": public()}),
                Work::Comment => json!({"input": {"idempotencyKey": key, "leadId": public(), "body": BODY}}),
            };
            client::request("/graphql", &person.token, body(work.document(), variables))
        }
    }
}

/// What each connection asks, turn by turn.
pub fn asking(kind: Kind, work: Work, run: u64, directory: &Directory) -> Arc<Ask> {
    let people = directory.people.clone();
    Arc::new(move |connection, turn| {
        let person = &people[connection % people.len()];
        asked(kind, work, run, person, connection, turn)
    })
}
