//! An answer, and what a test says about it.

use serde_json::Value;

/// The answer to a GraphQL request, as a client gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response(pub Value);

impl Response {
    /// What stands at a path such as `/lead/title`; null where there is nothing.
    pub fn data(&self, path: &str) -> &Value {
        self.0["data"].pointer(path).unwrap_or(&Value::Null)
    }

    /// The text at a path.
    #[track_caller]
    pub fn text(&self, path: &str) -> String {
        let found = self.data(path);
        found
            .as_str()
            .unwrap_or_else(|| panic!("no text at {path}: {self}"))
            .to_owned()
    }

    /// The integer at a path.
    #[track_caller]
    pub fn number(&self, path: &str) -> i64 {
        self.data(path)
            .as_i64()
            .unwrap_or_else(|| panic!("no number at {path}: {self}"))
    }

    /// The list at a path.
    #[track_caller]
    pub fn list(&self, path: &str) -> &Vec<Value> {
        self.data(path)
            .as_array()
            .unwrap_or_else(|| panic!("no list at {path}: {self}"))
    }

    /// The texts at `field` of every element of the list at a path.
    #[track_caller]
    pub fn texts(&self, path: &str, field: &str) -> Vec<String> {
        let text = |value: &Value| value.pointer(field).and_then(Value::as_str).map(str::to_owned);
        let texts = self
            .list(path)
            .iter()
            .map(|value| text(value).unwrap_or_else(|| panic!("no text at {field}: {value}")));
        texts.collect()
    }

    /// The code of the first error: a top-level one, or a refusal in `userErrors`.
    pub fn error_code(&self) -> Option<&str> {
        self.0["errors"][0]["extensions"]["code"].as_str().or_else(|| {
            let payloads = self.0["data"].as_object()?.values();
            payloads
                .filter_map(|payload| payload["userErrors"][0]["code"].as_str())
                .next()
        })
    }

    /// The input field that the refusal names, parts joined by dots.
    pub fn error_field(&self) -> Option<String> {
        let payloads = self.0["data"].as_object().into_iter().flat_map(|data| data.values());
        let mut fields = payloads.map(|payload| &payload["userErrors"][0]["field"]);
        let field = fields
            .find(|field| field.is_array())
            .unwrap_or(&self.0["errors"][0]["extensions"]["field"]);
        let parts: Option<Vec<&str>> = field.as_array()?.iter().map(Value::as_str).collect();
        Some(parts?.join("."))
    }

    /// Passes it on if nothing was refused and nothing went wrong.
    #[track_caller]
    pub fn ok(self) -> Self {
        assert_eq!(self.error_code(), None, "{self}");
        assert!(self.0["errors"].is_null(), "{self}");
        self
    }

    /// Insists that it was refused, at the top or in the payload, with this code.
    #[track_caller]
    pub fn refused_with(&self, code: &str) {
        assert_eq!(self.error_code(), Some(code), "{self}");
    }

    /// Insists that it is the answer about something that is not there: a null and `NOT_FOUND`, nothing else.
    #[track_caller]
    pub fn not_found(&self) {
        self.refused_with("NOT_FOUND");
    }
}

impl std::fmt::Display for Response {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:#}", self.0)
    }
}
