//! Numbers for Prometheus: what is counted while requests run, and what is read when somebody asks.
//!
//! A label's value is always one of ours (a root field, a route, a code), never anything that a client sent, so the number
//! of series has a bound.

use std::{sync::atomic::AtomicU64, time::Duration};

use prometheus_client::{
    encoding::text::{encode_eof, encode_registry},
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram},
    registry::Registry,
};

/// The media type of [`Metrics::render`].
pub const MEDIA_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Seconds between the steps of a request's duration.
const SECONDS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

/// A label's name and its value.
type Label = (&'static str, &'static str);

/// What a request asked for and what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// The root field, `several`, or `other`.
    pub operation: &'static str,
    /// `query`, `mutation` or `subscription`.
    pub kind: &'static str,
}

impl Asked {
    /// Whether it changes nothing and is answered once.
    #[must_use]
    pub fn reads(&self) -> bool {
        self.kind == "query"
    }
}

/// Whether a value only grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// It counts events.
    Counter,
    /// It goes up and down.
    Gauge,
}

/// A value that is read when somebody asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Its name, without what its nature adds.
    pub name: &'static str,
    /// What it says.
    pub help: &'static str,
    /// Its nature.
    pub nature: Nature,
    /// Its labels.
    pub labels: Vec<(&'static str, String)>,
    /// The value.
    pub value: f64,
}

impl Reading {
    /// A value that goes up and down.
    #[must_use]
    pub fn gauge(name: &'static str, help: &'static str, value: f64) -> Self {
        Self {
            name,
            help,
            nature: Nature::Gauge,
            labels: Vec::new(),
            value,
        }
    }

    /// A value that only grows.
    #[must_use]
    pub fn counter(name: &'static str, help: &'static str, value: f64) -> Self {
        Self {
            nature: Nature::Counter,
            ..Self::gauge(name, help, value)
        }
    }

    /// With one more label.
    #[must_use]
    pub fn of(mut self, label: &'static str, value: impl Into<String>) -> Self {
        self.labels.push((label, value.into()));
        self
    }
}

/// What this process counts.
pub struct Metrics {
    registry: Registry,
    requests: Family<[Label; 3], Counter>,
    request_seconds: Family<[Label; 2], Histogram, fn() -> Histogram>,
    responses: Family<Vec<(&'static str, String)>, Counter>,
    sign_in_failures: Counter,
    evidence_quarantined: Counter,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("touchstone");
        let metrics = Self {
            requests: Family::default(),
            request_seconds: Family::new_with_constructor(|| Histogram::new(SECONDS)),
            responses: Family::default(),
            sign_in_failures: Counter::default(),
            evidence_quarantined: Counter::default(),
            registry: Registry::default(),
        };
        registry.register(
            "requests",
            "GraphQL operations by root field and outcome (OK or an error code)",
            metrics.requests.clone(),
        );
        registry.register(
            "request_seconds",
            "How long GraphQL operations took",
            metrics.request_seconds.clone(),
        );
        registry.register(
            "http_responses",
            "HTTP responses by route and status",
            metrics.responses.clone(),
        );
        registry.register(
            "sign_in_failures",
            "Sign-ins with a wrong address or password",
            metrics.sign_in_failures.clone(),
        );
        registry.register(
            "evidence_quarantined",
            "Pieces of evidence, and certificates of rights, whose bytes turned out not to be what they were",
            metrics.evidence_quarantined.clone(),
        );
        Self { registry, ..metrics }
    }
}

impl Metrics {
    /// Counts a GraphQL operation.
    pub fn asked(&self, asked: Asked, outcome: &'static str, took: Duration) {
        let Asked { operation, kind } = asked;
        let labels = [("operation", operation), ("kind", kind), ("outcome", outcome)];
        self.requests.get_or_create(&labels).inc();
        let labels = [("operation", operation), ("kind", kind)];
        self.request_seconds.get_or_create(&labels).observe(took.as_secs_f64());
    }

    /// Counts an HTTP response on a route of ours.
    pub fn responded(&self, route: String, status: u16) {
        let labels = vec![("route", route), ("status", status.to_string())];
        self.responses.get_or_create(&labels).inc();
    }

    /// Counts a sign-in with a wrong address or password.
    pub fn sign_in_failed(&self) {
        self.sign_in_failures.inc();
    }

    /// Counts a piece of evidence, or a certificate of a right, whose bytes are not what they were.
    pub fn evidence_quarantined(&self) {
        self.evidence_quarantined.inc();
    }

    /// Everything as text, with what was read just now.
    #[must_use]
    pub fn render(&self, readings: &[Reading]) -> String {
        let mut read = Registry::with_prefix("touchstone");
        let mut rest = readings;
        while let Some(first) = rest.first() {
            let same = rest.iter().take_while(|reading| reading.name == first.name).count();
            let (family, others) = rest.split_at(same);
            register(&mut read, family);
            rest = others;
        }
        let mut text = String::new();
        let written = encode_registry(&mut text, &self.registry)
            .and_then(|()| encode_registry(&mut text, &read))
            .and_then(|()| encode_eof(&mut text));
        // A string takes everything.
        written.map_or_else(|_| String::new(), |()| text)
    }
}

/// Registers readings of one name.
fn register(registry: &mut Registry, readings: &[Reading]) {
    let Some(first) = readings.first() else { return };
    match first.nature {
        Nature::Gauge => {
            let family = Family::<Vec<(&'static str, String)>, Gauge<f64, AtomicU64>>::default();
            for reading in readings {
                family.get_or_create(&reading.labels).set(reading.value);
            }
            registry.register(first.name, first.help, family);
        }
        Nature::Counter => {
            let family = Family::<Vec<(&'static str, String)>, Counter<f64, AtomicU64>>::default();
            for reading in readings {
                family.get_or_create(&reading.labels).inc_by(reading.value);
            }
            registry.register(first.name, first.help, family);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_counted_and_what_was_read_stand_in_one_text() {
        let metrics = Metrics::default();
        let asked = Asked {
            operation: "leads",
            kind: "query",
        };
        metrics.asked(asked, "OK", Duration::from_millis(3));
        metrics.asked(asked, "OK", Duration::from_millis(30));
        metrics.responded("/graphql".to_owned(), 200);
        let text = metrics.render(&[
            Reading::gauge("mails", "Mails", 3.0).of("state", "queued"),
            Reading::gauge("mails", "Mails", 0.0).of("state", "failed"),
            Reading::counter("job_runs", "Turns", 7.0).of("job", "mail"),
        ]);
        for line in [
            r#"touchstone_requests_total{operation="leads",kind="query",outcome="OK"} 2"#,
            r#"touchstone_request_seconds_bucket{le="0.005",operation="leads",kind="query"} 1"#,
            r#"touchstone_request_seconds_count{operation="leads",kind="query"} 2"#,
            r#"touchstone_http_responses_total{route="/graphql",status="200"} 1"#,
            r#"touchstone_mails{state="queued"} 3.0"#,
            r#"touchstone_mails{state="failed"} 0.0"#,
            r#"touchstone_job_runs_total{job="mail"} 7.0"#,
            "touchstone_sign_in_failures_total 0",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} in {text}");
        }
        assert!(text.ends_with("# EOF\n"));
    }
}
