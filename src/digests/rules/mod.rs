//! What a digest is, when it goes out, and how much it may say; pure.

mod contents;
mod schedule;
mod week;

pub(super) use contents::{Digest, Found, Part};
pub(super) use schedule::{Last, Rhythm, Wish, bucket, due, is_held, is_over, is_wanted, may_tell, may_tell_at_once};
pub(super) use week::{Numbers, Week};
