//! How many statements go to the database: SeaORM opens a span for each that it hands to a driver.
//!
//! A test runs on one thread, so a subscriber of that thread counts its statements and nobody else's.

use std::sync::{
    Arc, LazyLock,
    atomic::{AtomicUsize, Ordering},
};

use tracing::{Dispatch, Metadata, Subscriber, span, subscriber::Interest};

/// A second subscriber for as long as the process runs. Of a lone one the tracing library asks whichever thread comes by
/// whether somebody listens to a place in the code, and remembers that thread's answer for all of them.
static LISTENS: LazyLock<Dispatch> = LazyLock::new(|| Dispatch::new(Counter(Arc::default())));

/// Counts the statements until its guard goes.
pub fn counting() -> (Arc<AtomicUsize>, tracing::subscriber::DefaultGuard) {
    LazyLock::force(&LISTENS);
    let count = Arc::new(AtomicUsize::new(0));
    let guard = tracing::subscriber::set_default(Counter(Arc::clone(&count)));
    (count, guard)
}

struct Counter(Arc<AtomicUsize>);

/// The driver's functions, whether in a transaction or not.
fn is_statement(metadata: &Metadata<'_>) -> bool {
    let driver = ["sea_orm::database::db_connection", "sea_orm::database::transaction"].contains(&metadata.target());
    driver && ["execute_raw", "execute_unprepared", "query_one_raw", "query_all_raw"].contains(&metadata.name())
}

impl Subscriber for Counter {
    fn register_callsite(&self, metadata: &'static Metadata<'static>) -> Interest {
        if is_statement(metadata) {
            Interest::always()
        } else {
            Interest::never()
        }
    }

    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        is_statement(metadata)
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        self.0.fetch_add(1, Ordering::Relaxed);
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}
    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn event(&self, _: &tracing::Event<'_>) {}
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}
