//! Requests that are answered without being run, in the same shape as everything else.

use actix_web::{
    HttpResponse,
    http::{
        StatusCode,
        header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE},
    },
};
use serde_json::json;

use super::{content_type, media::Media};
use crate::platform::error::{ApiError, ErrorCode};

const INVALID_TOKEN: &str = "Bearer error=\"invalid_token\"";

/// A request that is answered without being run.
pub(in crate::server) struct Refusal {
    status: StatusCode,
    error: ApiError,
}

impl Refusal {
    pub(in crate::server) fn new(status: StatusCode, code: ErrorCode, message: &'static str) -> Self {
        Self {
            status,
            error: ApiError::because(code, message),
        }
    }

    pub(in crate::server) fn bad(message: &'static str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, ErrorCode::BadUserInput, message)
    }

    pub(in crate::server) fn respond(self, media: Media) -> HttpResponse {
        let body = errors(&self.error);
        let mut response = HttpResponse::build(self.status);
        response.insert_header((CONTENT_TYPE, content_type(media)));
        response.insert_header((CACHE_CONTROL, "no-store"));
        match self.status {
            StatusCode::METHOD_NOT_ALLOWED => drop(response.insert_header((ALLOW, "GET, POST"))),
            StatusCode::UNAUTHORIZED => drop(response.insert_header((WWW_AUTHENTICATE, INVALID_TOKEN))),
            _ => {}
        }
        if let Some(seconds) = self.error.retry_after {
            response.insert_header((RETRY_AFTER, seconds));
        }
        response.body(body)
    }
}

/// A response that consists of one error.
pub(in crate::server) fn errors(error: &ApiError) -> String {
    let mut extensions = json!({"code": error.code.as_str()});
    if let Some(seconds) = error.retry_after {
        extensions["retryAfter"] = seconds.into();
    }
    json!({"errors": [{"message": error.message, "extensions": extensions}]}).to_string()
}

impl From<ApiError> for Refusal {
    fn from(error: ApiError) -> Self {
        Self {
            status: status_of(error.code),
            error,
        }
    }
}

/// The status of a request that was refused before it ran.
pub(in crate::server) fn status_of(code: ErrorCode) -> StatusCode {
    match code {
        ErrorCode::Unauthenticated => StatusCode::UNAUTHORIZED,
        ErrorCode::Forbidden | ErrorCode::SecondFactorRequired => StatusCode::FORBIDDEN,
        ErrorCode::RateLimited => StatusCode::TOO_MANY_REQUESTS,
        ErrorCode::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        ErrorCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        ErrorCode::NotFound
        | ErrorCode::BadUserInput
        | ErrorCode::InvalidId
        | ErrorCode::StaleVersion
        | ErrorCode::TransitionNotAllowed
        | ErrorCode::TlpCeiling
        | ErrorCode::FourEyes
        | ErrorCode::DeadlinePassed
        | ErrorCode::IdempotencyMismatch
        | ErrorCode::PreviewRequired
        | ErrorCode::AuthorizedSeller
        | ErrorCode::RightNotInForce
        | ErrorCode::InsufficientFunds
        | ErrorCode::AppraisalConflict
        | ErrorCode::PackageIncomplete
        | ErrorCode::SignInFailed
        | ErrorCode::TokenInvalid
        | ErrorCode::SignInAgain
        | ErrorCode::RefreshedElsewhere
        | ErrorCode::SecondFactorFailed
        | ErrorCode::SingleSignOnFailed
        | ErrorCode::ProviderUnavailable
        | ErrorCode::AlreadyExists
        | ErrorCode::LimitExceeded
        | ErrorCode::TimeLimitExceeded
        | ErrorCode::PersistedDocumentNotFound
        | ErrorCode::PersistedDocumentIdRequired
        | ErrorCode::CursorExpired
        | ErrorCode::InvalidDocument => StatusCode::BAD_REQUEST,
    }
}
