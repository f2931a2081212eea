//! Evidence: who sees it, who had it, and that no byte of it changes.

mod authority;
mod custody;
mod files;
mod holds;
mod likeness;
mod need_to_know;
mod timestamps;
