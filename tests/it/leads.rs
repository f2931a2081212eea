//! Leads and deliveries through the API: their life, who may do what to them, who learns what of them.

mod bulk;
mod copies;
mod deliveries;
mod following;
mod groups;
mod handling;
mod input;
mod life;
mod lists;
mod mentions;
mod merging;
mod narrowing;
mod need_to_know;
mod resuming;
mod search;
mod seen;
mod sequences;
