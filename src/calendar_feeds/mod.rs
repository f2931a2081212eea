//! Calendar feeds: the deadlines of a person's deliveries in a calendar of another program, read by a secret address.
//!
//! The address is all that such a program shows, so it stands for the person and nothing more: it opens this one file, is
//! shown once, is replaced or taken back at will, and only its hash is kept. What the file holds is asked for at every
//! fetch under the sight of that moment, and says as much as a mail would (`permissions::audience::openness`): of what only
//! named people see, that there is a restricted item.

mod commands;
pub mod graphql;
mod ics;
mod store;

pub use commands::{Handed, hand_out};
