//! The screening engine.
pub mod folding;
pub mod knowledge;
pub mod lexicon;
pub mod listing;
pub mod pictures;
pub mod terms;
