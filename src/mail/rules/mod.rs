//! What comes back of mails, and what follows from it; pure.

mod report;
mod suspension;
mod verp;

pub use report::{Report, TroubleKind, read};
pub(super) use suspension::{DELAY_DAYS, suspends};
pub(super) use verp::{address, claims};
