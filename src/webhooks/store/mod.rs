//! The SQL of webhooks.

mod endpoints;
mod messages;
mod queue;

pub(crate) use endpoints::{
    Counts, EndpointRow, counts, disable, endpoint_by_id, endpoint_count, endpoint_delete, endpoint_insert,
    endpoint_page, endpoint_save, endpoint_seen, failing_set, listening, seen,
};
pub(crate) use messages::{
    AttemptRow, MessageRow, Replay, attempt_insert, attempts_of, message_count, message_insert, message_page,
    ping_waits, replay,
};
pub(crate) use queue::{
    Due, Settling, claim, cursor, cursor_advance, forget, has_lost, hold_back, is_due, put_back, requeue_lost, settle,
};
