//! Visibility against an oracle that says the same rules slowly and obviously (`visibility/oracle.rs`).
//!
//! First the rules of production by themselves, over a large generated alliance; then every read path of the service over
//! one that is stored in a database; then twin worlds, of which one never had what is hidden in the other.

mod actions;
mod bought;
mod clause;
mod following;
mod found;
mod generated;
mod kept;
mod oracle;
mod pure;
mod records;
mod rows;
mod stored;
mod twins;
mod unseen;
