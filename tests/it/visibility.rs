//! Visibility against an oracle that says the same rules slowly and obviously (`visibility/oracle.rs`).
//!
//! First the rules of production by themselves, over a large generated alliance; then every read path of the service over
//! one that is stored in a database.

mod generated;
mod kept;
mod oracle;
mod pure;
mod records;
mod rows;
mod stored;
