//! Screening: what brands know, turned into leads. A listing goes in; out comes, for every brand it names, how likely it
//! infringes, with the reasons.

pub mod cli;
pub mod rules;
