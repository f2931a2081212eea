//! Pure rules of ingest: what a listing says, what it is known by, how a stream is cut into lines, and what is told
//! back.

mod feedback;
mod lines;
mod listing;
mod run;

pub use feedback::FeedbackState;
pub use lines::{Fault, Splitter, Taken};
pub use listing::{BrandName, Candidate, NewListing, Price, listing_of_line};
pub use run::{ListingOutcome, RunState};
