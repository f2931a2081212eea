//! A request as a transport hands it over, and the answer as it hands it back.

use std::sync::Arc;

use async_graphql::{
    Request, Response, ServerError, Value, Variables,
    parser::types::{DocumentOperations, OperationType},
};
use futures_util::{Stream, StreamExt as _};
use serde::{Deserialize, Serialize};

use super::{
    Schema,
    documents::{Parsed, parsed},
};
use crate::{
    platform::{error::ErrorCode, graphql::Resume},
    sessions::Caller,
};

/// A request. Whatever else its object holds is ignored, as the specification wants.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// The document.
    #[serde(default)]
    pub query: Option<String>,
    /// Or the id of a document that the server knows.
    #[serde(default)]
    pub document_id: Option<String>,
    /// Which of its operations to run.
    #[serde(default)]
    pub operation_name: Option<String>,
    /// Values of its variables.
    #[serde(default)]
    pub variables: Option<serde_json::Map<String, serde_json::Value>>,
    /// What clients and servers may agree on: `{"cost": true}` to be told what the question cost.
    #[serde(default)]
    pub extensions: Option<serde_json::Map<String, serde_json::Value>>,
    /// The document as it was looked up and parsed.
    #[serde(skip)]
    pub(super) parsed: Option<Parsed>,
    /// What it costs, once that was looked at and found within the limits.
    #[serde(skip)]
    pub(super) weighed: Option<Weighed>,
}

/// What a document costs that was found within the limits, and the variables it came with.
#[derive(Debug, Clone)]
pub(super) struct Weighed {
    variables: Variables,
    cost: usize,
}

/// That a request was found within the limits before it runs.
pub(super) struct WithinLimits;

/// Variables as the library has them.
fn read(variables: Option<serde_json::Map<String, serde_json::Value>>) -> Variables {
    Variables::from_json(serde_json::Value::Object(variables.unwrap_or_default()))
}

impl Question {
    /// A question in so many words, without variables.
    #[must_use]
    pub fn new(query: impl Into<String>) -> Self {
        Self {
            query: Some(query.into()),
            document_id: None,
            operation_name: None,
            variables: None,
            extensions: None,
            parsed: None,
            weighed: None,
        }
    }

    /// Whether its answer is to say what it cost.
    fn asks_for_its_cost(&self) -> bool {
        let asked = self.extensions.as_ref().and_then(|extensions| extensions.get("cost"));
        asked == Some(&serde_json::Value::Bool(true))
    }

    fn request(self, caller: &Caller) -> Request {
        let (variables, is_within_limits) = match self.weighed {
            Some(weighed) => (weighed.variables, true),
            None => (read(self.variables), false),
        };
        let mut request = Request::new(self.query.unwrap_or_default())
            .variables(variables)
            .data(caller.clone());
        if is_within_limits {
            request = request.data(WithinLimits);
        }
        request.operation_name = self.operation_name;
        if let Some(parsed) = self.parsed {
            request = request.data(parsed);
        }
        request
    }
}

/// What a question costs, in points, as far as its document is within the limits; else 1, and its answer says why.
pub fn weigh(schema: &Schema, question: &mut Question) -> usize {
    if let Some(weighed) = &question.weighed {
        return weighed.cost;
    }
    if question.parsed.is_none() {
        let document = question.query.as_deref().and_then(parsed);
        question.parsed = document.map(|document| Parsed {
            document,
            trusted: false,
        });
    }
    let Some(parsed) = &question.parsed else { return 1 };
    let variables = read(question.variables.clone());
    let Ok(cost) = schema.weigh(&parsed.document, &variables, question.operation_name.as_deref()) else {
        return 1;
    };
    question.weighed = Some(Weighed { variables, cost });
    cost
}

/// What one event of a subscription costs whose document costs so much.
#[must_use]
pub fn event_cost(cost: usize) -> usize {
    (cost / 10).max(1)
}

/// What a service account is told of the cost of its question, and a person who asks for it: to the portal headers are enough.
fn told_cost(schema: &Schema, caller: &Caller, question: &mut Question) -> Option<Extensions> {
    let viewer = caller.viewer.as_ref()?;
    let is_told = viewer.service.is_some() || question.asks_for_its_cost();
    let cost = is_told.then(|| weigh(schema, question))?;
    let follows = operation_kind(question) == Some(OperationKind::Subscription);
    Some(Extensions {
        cost: if follows { event_cost(cost) } else { cost },
    })
}

/// What became of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It ran; fields may have failed.
    Executed,
    /// It did not run.
    Refused(ErrorCode),
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// What became of the request.
    pub outcome: Outcome,
    /// The response as JSON.
    pub body: String,
    /// Headers that resolvers set.
    pub headers: Vec<(String, String)>,
}

/// A response as it is sent: without `data` where nothing ran.
#[derive(Serialize)]
struct Sent<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<&'a Value>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [ServerError],
    #[serde(skip_serializing_if = "Option::is_none")]
    extensions: Option<Extensions>,
}

/// What is said beside an answer.
#[derive(Debug, Clone, Copy, Serialize)]
struct Extensions {
    /// Points that it cost.
    cost: usize,
}

fn outcome(response: &Response) -> Outcome {
    match response.errors.iter().find(|error| error.path.is_empty()) {
        Some(error) if response.data == Value::Null => {
            let code = error.extensions.as_ref().and_then(|extensions| extensions.get("code"));
            let code = match code {
                Some(Value::String(code)) => code.parse().ok(),
                _ => None,
            };
            Outcome::Refused(code.unwrap_or(ErrorCode::Internal))
        }
        _ => Outcome::Executed,
    }
}

/// Whether there is nothing in the answer because a part that it needs is out of reach: the whole request is worth another
/// try, and proxies and clients that know only status codes are to learn of it.
fn is_unavailable(response: &Response) -> bool {
    let unavailable = |error: &ServerError| {
        let code = error.extensions.as_ref().and_then(|extensions| extensions.get("code"));
        matches!(code, Some(Value::String(code)) if code == ErrorCode::Unavailable.as_str())
    };
    response.data == Value::Null && response.errors.iter().any(unavailable)
}

fn sent(response: &Response, extensions: Option<Extensions>) -> Sent<'_> {
    Sent {
        extensions,
        data: (outcome(response) == Outcome::Executed).then_some(&response.data),
        errors: &response.errors,
    }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Answers a query or mutation.
pub async fn answer(schema: &Schema, caller: &Caller, mut question: Question) -> Answer {
    let extensions = told_cost(schema, caller, &mut question);
    let response = schema.execute(question.request(caller)).await;
    let outcome = match outcome(&response) {
        Outcome::Executed if is_unavailable(&response) => Outcome::Refused(ErrorCode::Unavailable),
        outcome => outcome,
    };
    Answer {
        outcome,
        body: json(&sent(&response, extensions)),
        headers: response
            .http_headers
            .iter()
            .filter_map(|(name, value)| Some((name.to_string(), value.to_str().ok()?.to_owned())))
            .collect(),
    }
}

/// What an operation tells whoever follows it.
#[derive(Debug)]
pub enum Told {
    /// A response, as JSON.
    Response(String),
    /// It did not run; the list of errors, as JSON.
    Refused(String),
}

/// Answers any operation, a subscription as often as there is something to say.
pub fn subscribe(schema: &Schema, caller: &Caller, mut question: Question) -> impl Stream<Item = Told> + Send + use<> {
    let extensions = told_cost(schema, caller, &mut question);
    told(schema, question.request(caller), extensions)
}

/// [`subscribe`] for a stream that goes on where another one was cut off.
pub fn resumed(
    schema: &Schema,
    caller: &Caller,
    mut question: Question,
    resume: Arc<Resume>,
) -> impl Stream<Item = Told> + Send + use<> {
    let extensions = told_cost(schema, caller, &mut question);
    told(schema, question.request(caller).data(resume), extensions)
}

fn told(schema: &Schema, request: Request, extensions: Option<Extensions>) -> impl Stream<Item = Told> + Send + use<> {
    let stream = schema.execute_stream(request);
    stream.map(move |response| match outcome(&response) {
        Outcome::Executed => Told::Response(json(&sent(&response, extensions))),
        Outcome::Refused(_) => Told::Refused(json(&response.errors)),
    })
}

/// What an operation does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperationKind {
    /// Reads.
    Query,
    /// Changes.
    Mutation,
    /// Follows.
    Subscription,
}

/// What the operation that would run does; `None` where the document was not looked up or does not parse, or has no such
/// operation.
#[must_use]
pub fn operation_kind(question: &Question) -> Option<OperationKind> {
    let document = &question.parsed.as_ref()?.document;
    let operation = match (&document.operations, &question.operation_name) {
        (DocumentOperations::Single(operation), _) => operation,
        (DocumentOperations::Multiple(operations), Some(name)) => operations.get(name.as_str())?,
        (DocumentOperations::Multiple(operations), None) => operations.values().next()?,
    };
    Some(match operation.node.ty {
        OperationType::Query => OperationKind::Query,
        OperationType::Mutation => OperationKind::Mutation,
        OperationType::Subscription => OperationKind::Subscription,
    })
}
