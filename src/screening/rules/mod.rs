//! The screening engine: pure, without a database, a clock or a network.
//!
//! [`knowledge`] is what brands tell, [`engine`] is that compiled for a day, [`screener`] reads one [`listing`] after the
//! other and gives a [`score`] for every brand it names. Reading has its parts: text by its [`folding`] in one
//! [`lexicon`], names with [`slips`] or written by their [`sounds`], [`price`] and [`quantity`], [`domains`] and how [`hosts`] are built, [`pictures`].
//! [`guard`] is whom it never accuses. [`model`] is what signals weigh, [`training`] how that is learnt of verdicts, and
//! [`measure`] how good it is. [`pack`] is what people write in the studio, [`learning`] makes the next version with its
//! figures, [`composing`] puts together what is in force, [`queue`] is what becomes of an [`offer`] that was screened, and [`telling`]
//! what its lead says of that.
//!
//! Invariants: a score is the sum of its findings; goods that say they are compatible or remanufactured are no suspects,
//! nor is what an authorised seller offers; a brand without a right in force is not screened for (I34).

pub mod campaigns;
pub mod composing;
pub mod domains;
mod draft;
pub mod engine;
pub mod folding;
pub mod guard;
pub mod hosts;
pub mod knowledge;
pub mod learning;
pub mod lexicon;
pub mod listing;
pub mod measure;
pub mod model;
pub mod offer;
pub mod pack;
pub mod pictures;
pub mod price;
pub mod quantity;
pub mod queue;
pub mod score;
pub mod screener;
pub mod slips;
pub mod sounds;
pub mod telling;
pub mod terms;
pub mod training;

#[cfg(test)]
mod tests;
