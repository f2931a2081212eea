//! The one integration test binary: a module for each slice, and the ones that judge the whole.

mod dependencies;
mod tidy;
