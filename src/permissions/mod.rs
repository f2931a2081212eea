//! Who may do what and who sees what: the only place that knows roles.
//!
//! Pure: [`table`] is the permission matrix, [`roots`] what each root field asks of it, `requirement` how that is said,
//! [`viewer`] a person with what the database says of them right now, `kind` what kind of organisation that is in, `mandate`
//! what it holds by others, `allowance` what a power of attorney lets an agent do, [`duty`] the roles that ask for a second
//! factor, [`service`] what a service account's scopes stand for, `marking` how far something may travel, `principal` what
//! audience rows name, [`audience`] the derivation of these rows, [`embargo`] that of the rows of offline actions,
//! [`products`] that of product sheets, `powers` what the table gives to somebody without an account. Nothing here reads a
//! database or a clock.

mod allowance;
pub mod audience;
pub mod duty;
pub mod embargo;
mod kind;
mod mandate;
mod marking;
mod powers;
mod principal;
pub mod products;
mod requirement;
pub mod roots;
pub mod service;
pub mod table;
pub mod viewer;

pub use duty::needs_second_factor;
pub use powers::{OfKind, Powers};
pub use principal::Principal;
pub use service::{ServiceAccess, ServiceScope};
pub use table::{Action, Role, Scope};
pub use viewer::{Target, Viewer};
