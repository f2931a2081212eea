//! One span for each request: its id, method, route and status. Not the path, which may hold a token, and nothing of who
//! asks: no address, no name, no agent.

use actix_web::{
    Error, HttpMessage as _, HttpRequest,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    web,
};
use tracing::{Span, field::Empty};
use tracing_actix_web::{RequestId, RootSpanBuilder};

use super::State;
use crate::platform::telemetry;

/// Builds the span.
pub(super) struct Requests;

impl RootSpanBuilder for Requests {
    fn on_request_start(request: &ServiceRequest) -> Span {
        let id = request.extensions().get::<RequestId>().map(ToString::to_string);
        let route = request.match_pattern().unwrap_or_else(|| "other".to_owned());
        let span = tracing::info_span!("request", id, method = %request.method(), route, status = Empty);
        if let Some(parent) = request.headers().get("traceparent")
            && let Ok(parent) = parent.to_str()
        {
            telemetry::follow(&span, parent);
        }
        span
    }

    fn on_request_end<B: MessageBody>(span: Span, outcome: &Result<ServiceResponse<B>, Error>) {
        let status = match outcome {
            Ok(response) => response.status(),
            Err(error) => error.as_response_error().status_code(),
        };
        span.record("status", status.as_u16());
        if let Ok(response) = outcome {
            count(response.request(), status.as_u16());
        }
        let _entered = span.enter();
        if status.is_server_error() {
            tracing::warn!("request failed");
        } else {
            tracing::debug!("request done");
        }
    }
}

/// Counts a response under its route, which is one of ours whatever the path was.
fn count(request: &HttpRequest, status: u16) {
    if let Some(state) = request.app_data::<web::Data<State>>() {
        let route = request.match_pattern().unwrap_or_else(|| "other".to_owned());
        state.app.metrics.responded(route, status);
    }
}
