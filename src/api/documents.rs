//! Documents that the server knows beforehand: those of the portal it carries.
//!
//! A client names one by its id instead of sending it, as the appendix "Persisted Documents" of GraphQL over HTTP says.
//! Each is parsed once, when it is first asked for; there are as many as the build wrote, so that is bounded.

use std::{
    collections::HashMap,
    sync::{Arc, OnceLock},
};

use async_graphql::parser::{parse_query, types::ExecutableDocument};

use super::{Question, limits};
use crate::platform::error::{ApiError, ErrorCode, Result};

/// Documents by their ids, such as `sha256:…`.
#[derive(Debug, Default)]
pub struct Documents(HashMap<String, Known>);

#[derive(Debug)]
struct Known {
    text: String,
    parsed: OnceLock<Option<Arc<ExecutableDocument>>>,
}

/// A document that was parsed before its request ran.
#[derive(Debug, Clone)]
pub(super) struct Parsed {
    pub(super) document: Arc<ExecutableDocument>,
    /// Whether it is one of ours.
    pub(super) trusted: bool,
}

impl Documents {
    /// The documents of a manifest: an object of texts by their ids.
    ///
    /// # Errors
    /// Where it is none.
    pub fn read(manifest: &[u8]) -> Result<Self, serde_json::Error> {
        let texts: HashMap<String, String> = serde_json::from_slice(manifest)?;
        let known = |text| Known {
            text,
            parsed: OnceLock::new(),
        };
        Ok(Self(texts.into_iter().map(|(id, text)| (id, known(text))).collect()))
    }

    /// The question with its document looked up and parsed; one that does not parse is for its answer to complain about.
    ///
    /// # Errors
    /// `PERSISTED_DOCUMENT_NOT_FOUND` where the id is none of ours, `BAD_USER_INPUT` where there is no document, or two.
    pub fn look_up(&self, mut question: Question) -> Result<Question> {
        let by_id = question.document_id.is_some();
        // A socket's message has to have a `query`, so its client leaves it empty beside an id.
        let text = question.query.as_deref().filter(|text| !(by_id && text.is_empty()));
        question.parsed = match (text, &question.document_id) {
            (Some(text), None) => parsed(text).map(|document| Parsed {
                document,
                trusted: false,
            }),
            (None, Some(id)) => {
                let known = self.0.get(id.as_str()).ok_or(ErrorCode::PersistedDocumentNotFound)?;
                let document = known.parsed.get_or_init(|| parsed(&known.text)).clone();
                // The build checked it against the schema, so this is another schema's.
                let document = document.ok_or(ErrorCode::PersistedDocumentNotFound)?;
                Some(Parsed {
                    document,
                    trusted: true,
                })
            }
            _ => {
                return Err(ApiError::because(
                    ErrorCode::BadUserInput,
                    "Send an object with either `query` or `documentId` (text) and, if need be, `operationName` (text), \
                     `variables` and `extensions` (objects).",
                ));
            }
        };
        Ok(question)
    }
}

/// A text that is no larger than the parser is trusted with, and that parses.
pub(super) fn parsed(text: &str) -> Option<Arc<ExecutableDocument>> {
    limits::check_brackets(text).ok()?;
    parse_query(text).ok().map(Arc::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(json: &str) -> Question {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_document_is_named_or_sent_and_nothing_else() {
        let documents = Documents::read(br#"{"sha256:1": "{ viewer { roles } }", "sha256:2": "{"}"#).unwrap();
        let code = |json: &str| {
            documents
                .look_up(question(json))
                .map(|_| ())
                .map_err(|error| error.code)
        };
        assert_eq!(code(r#"{"documentId": "sha256:1"}"#), Ok(()));
        assert_eq!(code(r#"{"query": "{ viewer"}"#), Ok(()));
        for unknown in ["sha256:0", "sha256:2", "SHA256:1", "", "線索"] {
            let asked = format!(r#"{{"documentId": "{unknown}"}}"#);
            assert_eq!(code(&asked), Err(ErrorCode::PersistedDocumentNotFound), "{unknown}");
        }
        for neither in ["{}", r#"{"query": "{ viewer }", "documentId": "sha256:1"}"#] {
            assert_eq!(code(neither), Err(ErrorCode::BadUserInput), "{neither}");
        }
    }

    #[test]
    fn only_what_was_looked_up_is_trusted() {
        let documents = Documents::read(br#"{"sha256:1": "{ viewer { roles } }"}"#).unwrap();
        let trusted = |json: &str| {
            documents
                .look_up(question(json))
                .unwrap()
                .parsed
                .is_some_and(|parsed| parsed.trusted)
        };
        assert!(trusted(r#"{"documentId": "sha256:1"}"#));
        assert!(!trusted(r#"{"query": "{ viewer { roles } }"}"#));
        assert!(
            question(r#"{"query": "{ a }", "parsed": {"trusted": true}}"#)
                .parsed
                .is_none()
        );
    }
}
