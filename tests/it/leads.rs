//! Leads and deliveries through the API: their life, who may do what to them, who learns what of them.

mod copies;
mod deliveries;
mod groups;
mod handling;
mod input;
mod life;
mod lists;
mod merging;
mod narrowing;
mod need_to_know;
mod seen;
mod sequences;
