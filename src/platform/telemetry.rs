//! Logs: for people or for machines, and every panic in them.

use std::panic;

use tracing_subscriber::{EnvFilter, fmt, prelude::*};

use super::config::LogFormat;

/// Starts logging to standard error. `filter` says how much, such as `info` or `touchstone=debug,info`; what it does not
/// understand of it, it leaves out.
pub fn init(format: LogFormat, filter: &str) {
    let registry = tracing_subscriber::registry().with(EnvFilter::new(filter));
    let lines = fmt::layer().with_writer(std::io::stderr).with_target(true);
    // Whoever set one up before (a test) keeps it.
    let _ = match format {
        LogFormat::Text => registry.with(lines).try_init(),
        LogFormat::Json => registry.with(lines.json().flatten_event(true)).try_init(),
    };
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        // The payload may hold what somebody typed, so only the place is said.
        tracing::error!(place, "a panic");
    }));
}
