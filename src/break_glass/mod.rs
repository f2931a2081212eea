//! Break-glass: opening a lead in an emergency to a person to whom nobody shares it.
//!
//! ```text
//! ASKED ─→ APPROVED ─→ OVER when its time has run out, ENDED before that
//!   ├→ DECLINED
//!   ├→ WITHDRAWN
//!   └→ LAPSED after a day
//! ```
//!
//! One person of the secretariat asks, another one decides (I15), and the one to whom it is opened is of another
//! organisation (I14). Who asks names the lead by its reference and never learns whether there is such a lead: an
//! approval of none opens nothing and looks the same. The owner's administrators and the auditors are told at once, the
//! lead's keepers read of it in its timeline, and each reading under it is logged with this purpose.

mod commands;
pub mod graphql;
mod mail;
pub mod rules;
mod store;

// What the demo does as people do it through the graph.
pub use commands::{Asked, ask, decide};
pub use mail::notice;
pub use rules::BreakGlassRow;
