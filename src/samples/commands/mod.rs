//! What can be done to samples: one transaction each: authorise → load → decide → save → audit → publish.

mod custody;
mod dispose;
mod news;
mod receive;

pub(crate) use custody::{confirm, hand_over, record, refuse, take_over, withdraw};
pub(crate) use dispose::{Disposed, dispose, may_dispose};
pub(in crate::samples) use news::tell_retention;
pub(crate) use news::{calls, is_news, label};
pub use receive::{Receipt, receive};
