//! Leads and deliveries through the API: their life, who may do what to them, who learns what of them.

mod deliveries;
mod input;
mod life;
mod lists;
mod narrowing;
mod need_to_know;
