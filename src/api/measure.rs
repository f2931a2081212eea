//! What is counted of each request: its root field and what became of it, in our own words only.

use std::{
    sync::{Arc, OnceLock},
    time::Instant,
};

use async_graphql::{
    Response, Value,
    parser::types::{ExecutableDocument, OperationDefinition, OperationType, Selection, SelectionSet},
};
use tracing::{Instrument as _, field::Empty};

use crate::{
    app::App,
    permissions::roots::ROOT_FIELDS,
    platform::{error::ErrorCode, metrics::Asked},
};

/// A request that did not get as far as a document.
const UNREAD: Asked = Asked {
    operation: "other",
    kind: "none",
};

/// What an operation asks for.
pub(super) fn asked(document: &ExecutableDocument, operation: &OperationDefinition) -> Asked {
    let (parent, kind) = match operation.ty {
        OperationType::Query => ("Query", "query"),
        OperationType::Mutation => ("Mutation", "mutation"),
        OperationType::Subscription => ("Subscription", "subscription"),
    };
    let mut names = Vec::new();
    collect(document, &operation.selection_set.node, 0, &mut names);
    let known = |name: &str| {
        let mut rows = ROOT_FIELDS.iter();
        rows.find(|(of, field, _)| *of == parent && *field == name)
            .map_or("other", |(_, field, _)| field)
    };
    let operation = match names.as_slice() {
        [] => "other",
        [first, rest @ ..] if rest.iter().all(|name| name == first) => known(first),
        _ => "several",
    };
    Asked { operation, kind }
}

/// Fragments at the root are rare and flat; what is nested deeper is the guard's to refuse.
const DEEPEST: usize = 4;

fn collect<'a>(document: &'a ExecutableDocument, set: &'a SelectionSet, depth: usize, names: &mut Vec<&'a str>) {
    if depth > DEEPEST {
        return;
    }
    for item in &set.items {
        match &item.node {
            Selection::Field(field) => names.push(field.node.name.node.as_str()),
            Selection::InlineFragment(inline) => {
                collect(document, &inline.node.selection_set.node, depth + 1, names);
            }
            Selection::FragmentSpread(spread) => {
                if let Some(fragment) = document.fragments.get(&spread.node.fragment_name.node) {
                    collect(document, &fragment.node.selection_set.node, depth + 1, names);
                }
            }
        }
    }
}

/// Runs a request under a span of its own, counts it, and says in the trace what was asked and what became of it.
pub(super) async fn measured(
    app: Option<&Arc<App>>,
    asked: &OnceLock<Asked>,
    running: impl Future<Output = Response>,
) -> Response {
    let began = Instant::now();
    let span = tracing::info_span!("operation", operation = Empty, kind = Empty, outcome = Empty);
    let response = running.instrument(span.clone()).await;
    let asked = asked.get().copied().unwrap_or(UNREAD);
    let outcome = outcome(&response);
    span.record("operation", asked.operation);
    span.record("kind", asked.kind);
    span.record("outcome", outcome);
    if let Some(app) = app {
        app.metrics.asked(asked, outcome, began.elapsed());
    }
    response
}

/// `OK`, or the code of the first error or refusal.
fn outcome(response: &Response) -> &'static str {
    let of_error =
        response.errors.first().map(
            |error| match error.extensions.as_ref().and_then(|known| known.get("code")) {
                Some(Value::String(code)) => known(code),
                _ => ErrorCode::Internal.as_str(),
            },
        );
    of_error.or_else(|| refusal(&response.data)).unwrap_or("OK")
}

fn known(code: &str) -> &'static str {
    code.parse().map_or(ErrorCode::Internal.as_str(), ErrorCode::as_str)
}

/// The code of a mutation's refusal, where the client asked for it.
fn refusal(data: &Value) -> Option<&'static str> {
    let Value::Object(fields) = data else { return None };
    fields.values().find_map(|payload| {
        let Value::Object(payload) = payload else { return None };
        let Some(Value::List(refusals)) = payload.get("userErrors") else {
            return None;
        };
        let Some(Value::Object(refusal)) = refusals.first() else {
            return None;
        };
        match refusal.get("code") {
            Some(Value::Enum(code)) => Some(known(code)),
            Some(Value::String(code)) => Some(known(code)),
            _ => Some("REFUSED"),
        }
    })
}

#[cfg(test)]
mod tests {
    use async_graphql::{ServerError, parser::parse_query, value};

    use super::*;

    fn of(query: &str) -> (&'static str, &'static str) {
        let document = parse_query(query).unwrap();
        let (_, operation) = document.operations.iter().next().unwrap();
        let asked = asked(&document, &operation.node);
        (asked.kind, asked.operation)
    }

    #[test]
    fn an_operation_is_named_after_its_root_field_and_never_after_what_a_client_wrote() {
        assert_eq!(of("query Whatever { alias: leads { totalCount } }"), ("query", "leads"));
        assert_eq!(
            of("{ ...F } fragment F on Query { viewer { roles } }"),
            ("query", "viewer")
        );
        assert_eq!(
            of("mutation { signOut { userErrors { code } } }"),
            ("mutation", "signOut")
        );
        assert_eq!(of("{ leads { totalCount } viewer { roles } }"), ("query", "several"));
        assert_eq!(of("{ somebodysSecret }"), ("query", "other"));
        assert_eq!(of("{ __schema { types { name } } }"), ("query", "other"));
        assert_eq!(of("{ ...F } fragment F on Query { ...F }"), ("query", "other"));
    }

    #[test]
    fn the_outcome_is_a_code_of_ours() {
        let data = |data| Response::new(data);
        assert_eq!(outcome(&data(value!({"leads": {"totalCount": 1}}))), "OK");
        let refused = value!({"signIn": {"userErrors": [{"code": "SIGN_IN_FAILED"}]}});
        assert_eq!(outcome(&data(refused)), "SIGN_IN_FAILED");
        let silent = value!({"signIn": {"userErrors": [{"message": "no"}]}});
        assert_eq!(outcome(&data(silent)), "REFUSED");
        let error = ServerError::new("boom", None);
        assert_eq!(outcome(&Response::from_errors(vec![error])), "INTERNAL");
    }
}
