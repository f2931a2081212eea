//! The SQL of digests.

mod found;
mod matches;
mod notices;
mod officers;
mod people;
mod told;
mod week;

pub(super) use found::{Brand, Delivery, Look, brands, fresh_leads, newest, open_deliveries};
pub(super) use matches::matches;
pub(super) use notices::{last_notice, to_notify};
pub(super) use officers::officers;
pub(super) use people::{Reader, digest_off, looked, reader, wishes};
pub(super) use told::{last_claim, perhaps_lost, told_deliveries_insert, told_forget, told_leads_insert};
pub(super) use week::numbers;

/// The kinds of mail that are digests.
const KINDS: &str = "('DIGEST', 'WEEKLY_DIGEST', 'IMMEDIATE_DIGEST')";
/// States of a delivery that wants an answer.
const OPEN: &str = "('PUSHED', 'VIEWED', 'ACKNOWLEDGED', 'OVERDUE')";
