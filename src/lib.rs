//! Touchstone.
