//! Who may do what and who sees what: the only place that knows roles.
//!
//! Pure: [`table`] is the permission matrix and the rows of the root fields, [`viewer`] a person with what the database
//! says of them right now, `kind` what kind of organisation that is in, [`duty`] the roles that ask for a second factor,
//! `marking` how far something may travel, `principal` what audience rows name, [`audience`] the derivation of these rows.
//! Nothing here reads a database or a clock.

pub mod audience;
pub mod duty;
mod kind;
mod marking;
mod principal;
pub mod table;
pub mod viewer;

pub use duty::needs_second_factor;
pub use principal::Principal;
pub use table::{Action, Role, Scope};
pub use viewer::{Target, Viewer};
