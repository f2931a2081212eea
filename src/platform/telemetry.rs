//! Logs, for people or for machines, with every panic in them; and traces for a collector, where the settings name one.
//!
//! A trace holds our own spans and nothing else: not what libraries tell, which may be a statement with its values, and no
//! log line. A span's fields are ids, routes, codes and numbers, so no name, address, token or body leaves by this way.

use std::{collections::HashMap, panic, sync::OnceLock};

use opentelemetry::{KeyValue, propagation::TextMapPropagator as _, trace::TracerProvider as _};
use opentelemetry_otlp::{Protocol, SpanExporter, WithExportConfig as _};
use opentelemetry_sdk::{Resource, propagation::TraceContextPropagator, trace::SdkTracerProvider};
use tracing::Span;
use tracing_opentelemetry::OpenTelemetrySpanExt as _;
use tracing_subscriber::{EnvFilter, Layer, filter::filter_fn, fmt, prelude::*, registry::LookupSpan};

use super::config::{Config, LogFormat};

/// Where spans go, kept so that the last ones are sent before the process ends.
static TRACES: OnceLock<SdkTracerProvider> = OnceLock::new();

/// Starts logging to standard error and, where there is a collector, tracing.
pub fn init(config: &Config) {
    let registry = tracing_subscriber::registry().with(traces(&config.otlp_endpoint));
    let filter = EnvFilter::new(&config.log_filter);
    let lines = fmt::layer().with_writer(std::io::stderr).with_target(true);
    // Whoever set one up before (a test) keeps it.
    let _ = match config.log_format {
        LogFormat::Text => registry.with(lines.with_filter(filter)).try_init(),
        LogFormat::Json => registry
            .with(lines.json().flatten_event(true).with_filter(filter))
            .try_init(),
    };
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        // The payload may hold what somebody typed, so only the place is said.
        tracing::error!(place, "a panic");
    }));
}

/// Sends our own spans to the collector at `endpoint`, if there is one.
fn traces<S>(endpoint: &str) -> Option<impl Layer<S> + use<S>>
where
    S: tracing::Subscriber + for<'span> LookupSpan<'span> + Send + Sync,
{
    let endpoint = endpoint.trim().trim_end_matches('/');
    if endpoint.is_empty() {
        return None;
    }
    // The exporter's HTTP client takes what the process has for TLS, and is not made where there is nothing.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let exporter = SpanExporter::builder()
        .with_http()
        .with_protocol(Protocol::HttpBinary)
        .with_endpoint(format!("{endpoint}/v1/traces"))
        .build()
        .ok()?;
    let about = Resource::builder_empty()
        .with_service_name("touchstone")
        .with_attribute(KeyValue::new("service.version", env!("CARGO_PKG_VERSION")))
        .build();
    let provider = SdkTracerProvider::builder()
        .with_batch_exporter(exporter)
        .with_resource(about)
        .build();
    let provider = TRACES.get_or_init(|| provider);
    let layer = tracing_opentelemetry::layer()
        .with_tracer(provider.tracer("touchstone"))
        .with_location(false)
        .with_threads(false)
        .with_tracked_inactivity(false);
    Some(layer.with_filter(filter_fn(|about| {
        about.is_span() && about.target().split("::").next() == Some("touchstone")
    })))
}

/// Makes a span the continuation of what a caller began, as its `traceparent` (W3C Trace Context) says. What is no such
/// header begins a trace of its own.
pub fn follow(span: &Span, traceparent: &str) {
    let header = HashMap::from([("traceparent".to_owned(), traceparent.to_owned())]);
    let parent = TraceContextPropagator::new().extract(&header);
    // Where no traces are written there is nothing to continue.
    let _ = span.set_parent(parent);
}

/// Sends the spans that are still here; before the process ends.
pub fn flush() {
    if let Some(provider) = TRACES.get()
        && provider.shutdown().is_err()
    {
        tracing::warn!("the collector did not take the last traces");
    }
}
