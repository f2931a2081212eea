//! Use cases of single sign-on.

mod configure;
mod sign_in;

pub use configure::{Configure, configure, enforce, providers_of, remove, test, visible};
pub use sign_in::{Arrival, Departure, Methods, finish, link, methods, start};
