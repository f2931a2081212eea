//! Requests as they are sent, and what can be broken about them.

use rand::{RngExt as _, rngs::StdRng};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use crate::transport::serving::Serving;

/// A request.
#[derive(Debug, Clone)]
pub struct Sent {
    method: Method,
    query: String,
    variables: Value,
    /// In place of what would be made of the two.
    body: Option<Vec<u8>>,
    headers: Vec<(&'static str, String)>,
}

impl Sent {
    pub fn new(query: &str, variables: &Value) -> Self {
        Self {
            method: Method::POST,
            query: query.to_owned(),
            variables: variables.clone(),
            body: None,
            headers: Vec::new(),
        }
    }

    /// Whether a word is its own, so that its echo gives nothing away.
    pub fn says(&self, word: &str) -> bool {
        self.query.contains(word) || self.variables.to_string().contains(word)
    }

    fn json(&self) -> Vec<u8> {
        json!({ "query": self.query, "variables": self.variables })
            .to_string()
            .into_bytes()
    }

    pub fn request(&self, serving: &Serving, token: Option<&str>) -> RequestBuilder {
        let url = format!("{}/graphql", serving.url);
        let mut request = if self.method == Method::GET {
            let mut encoded = url::form_urlencoded::Serializer::new(String::new());
            encoded.append_pair("query", &self.query);
            encoded.append_pair("variables", &self.variables.to_string());
            let asked: String = encoded.finish().chars().take(6_000).collect();
            serving.http.get(format!("{url}?{asked}"))
        } else {
            let body = self.body.clone().unwrap_or_else(|| self.json());
            serving.http.request(self.method.clone(), url).body(body)
        };
        let given = |name: &str| self.headers.iter().any(|(given, _)| *given == name);
        if !given("content-type") {
            request = request.header("content-type", "application/json");
        }
        if !given("accept") {
            request = request.header("accept", "application/graphql-response+json");
        }
        if let Some(token) = token.filter(|_| !given("authorization")) {
            request = request.bearer_auth(token);
        }
        self.headers.iter().fold(request, |request, (name, value)| {
            request.header(*name, value.as_bytes())
        })
    }
}

/// A request with something wrong about it.
pub fn mangled(mut sent: Sent, dice: &mut StdRng) -> Sent {
    match dice.random_range(0..9) {
        0 => sent.query = cut(&sent.query, dice),
        1 => sent.query = with_junk(&sent.query, dice),
        2 => another_type(&mut sent.variables, dice),
        3 => {
            let mut body = sent.json();
            body.truncate(dice.random_range(0..body.len()));
            sent.body = Some(body);
        }
        4 => {
            let mut body = sent.json();
            for _ in 0..dice.random_range(1..8) {
                let place = dice.random_range(0..body.len());
                body[place] = dice.random_range(0..=255);
            }
            sent.body = Some(body);
        }
        5 => sent.headers.push(header(dice)),
        6 => sent.method = Method::GET,
        7 => {
            sent.query = sent.query.replacen("{ f0", "{ ... @include(if: true) { ...F } f0", 1)
                + " fragment F on Query { __typename }";
        }
        _ => sent.query = deeper(&sent.query, dice),
    }
    sent
}

/// Places between characters.
fn places(text: &str) -> Vec<usize> {
    text.char_indices().map(|(place, _)| place).collect()
}

fn cut(text: &str, dice: &mut StdRng) -> String {
    let places = places(text);
    let (one, other) = (
        places[dice.random_range(0..places.len())],
        places[dice.random_range(0..places.len())],
    );
    let (from, to) = (one.min(other), one.max(other));
    format!("{}{}", &text[..from], &text[to..])
}

fn with_junk(text: &str, dice: &mut StdRng) -> String {
    let junk = [
        "\u{0}",
        "\u{feff}",
        "\"\"\"",
        "\\u{110000}",
        "99999999999999999999999999",
        "1e999",
        "#",
        "@a(b:[{c:$d}])",
        "...",
        "🦊",
        "\"\\uD800\"",
    ];
    let places = places(text);
    let place = places[dice.random_range(0..places.len())];
    format!(
        "{}{}{}",
        &text[..place],
        junk[dice.random_range(0..junk.len())],
        &text[place..]
    )
}

/// Puts something else in place of one value, however deep it stands.
fn another_type(value: &mut Value, dice: &mut StdRng) {
    let many = match value {
        Value::Object(fields) => fields.len(),
        Value::Array(entries) => entries.len(),
        _ => 0,
    };
    if many > 0 && dice.random_range(0..4) > 0 {
        let place = dice.random_range(0..many);
        match value {
            Value::Object(fields) => another_type(fields.values_mut().nth(place).unwrap(), dice),
            Value::Array(entries) => another_type(&mut entries[place], dice),
            _ => {}
        }
        return;
    }
    let others = [
        json!(null),
        json!(true),
        json!(u64::MAX),
        json!(-1.5e300),
        json!("x"),
        json!([[[]]]),
        json!({ "": {} }),
        json!(vec![0; 1_100]),
        serde_json::from_str(&format!("{}{}", "[".repeat(60), "]".repeat(60))).unwrap(),
    ];
    *value = others[dice.random_range(0..others.len())].clone();
}

fn header(dice: &mut StdRng) -> (&'static str, String) {
    let names = [
        "accept",
        "content-type",
        "authorization",
        "cookie",
        "x-touchstone-csrf",
        "accept-encoding",
        "content-encoding",
        "origin",
        "if-none-match",
        "range",
        "x-forwarded-for",
        "expect",
        "accept-language",
    ];
    let values = [
        "",
        "*",
        "application/json",
        "text/event-stream",
        "text/event-stream, */*;q=0.1",
        "application/json; charset=utf-7",
        "multipart/form-data; boundary=x",
        "Bearer",
        "Bearer a.b.c",
        "Basic Og==",
        "touchstone=x; touchstone=y",
        "gzip",
        "br;q=NaN",
        "bytes=0-0,5-",
        "null",
        "線索",
        "q=1;;;,,,=",
        "::ffff:1.2.3.4, 999.1.1.1",
    ];
    let value = values[dice.random_range(0..values.len())].to_owned();
    (names[dice.random_range(0..names.len())], value)
}

/// Nested more deeply than anything needs.
fn deeper(text: &str, dice: &mut StdRng) -> String {
    let many = dice.random_range(1..200);
    format!(
        "{} {{ {}__typename{} }}",
        text,
        "... { ".repeat(many),
        " }".repeat(many)
    )
}
