//! Errors as they leave the API: each with a code, and without what somebody typed.

use async_graphql::{Pos, Response, ServerError};

use crate::platform::error::{ApiError, ErrorCode};

/// Gives each error that has no code the one of the moment it happened in.
pub(super) fn with_codes(mut response: Response, valid: bool) -> Response {
    for error in &mut response.errors {
        let code = error.extensions.as_ref().and_then(|known| known.get("code"));
        if code.is_none() {
            *error = coded(error, valid);
        }
    }
    response
}

/// What a resolver that panicked answers; the log knows where it was.
pub(super) fn panicked<E>(_: E) -> Response {
    Response::from_errors(vec![server_error(ErrorCode::Internal.into())])
}

/// One of our errors as the library carries it.
pub(super) fn server_error(error: ApiError) -> ServerError {
    let mut error = async_graphql::Error::from(error).into_server_error(Pos::default());
    error.locations.clear();
    error
}

/// An error of async-graphql's own as one of ours. A resolver's errors have codes, so what is left is a document that does
/// not fit, an input that no type accepts, or a fault of ours, whose words stay in the log.
fn coded(error: &ServerError, valid: bool) -> ServerError {
    let of_input = [
        "Failed to parse",
        "Invalid value for argument",
        "Variable ",
        EXPECTED_TYPE,
    ]
    .iter()
    .any(|start| error.message.starts_with(start));
    let message = without_the_value(&error.message);
    let known = if !valid || error.path.is_empty() {
        ApiError::because(ErrorCode::InvalidDocument, message)
    } else if of_input {
        ApiError::because(ErrorCode::BadUserInput, message)
    } else {
        ApiError::internal(message)
    };
    ServerError {
        locations: error.locations.clone(),
        path: error.path.clone(),
        ..server_error(known)
    }
}

/// How the library begins to tell of an input of a wrong type, and how it goes on with the input itself.
const EXPECTED_TYPE: &str = "Expected input type";
const FOUND: &str = ", found ";

/// A message without the input it would repeat: that may be a password, and messages end up in logs.
fn without_the_value(message: &str) -> String {
    match message.find(FOUND) {
        Some(at) if message.contains(EXPECTED_TYPE) => format!("{}.", &message[..at]),
        _ => message.to_owned(),
    }
}
