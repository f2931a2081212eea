//! The schema: merges the slices.
