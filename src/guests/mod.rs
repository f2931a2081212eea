//! Guests: officers without an account, each in the one referral that names him or her, or in the one offline action to which he
//! or she was invited.
//!
//! ```text
//! mail "this is for you" ── its link, in the fragment ──▶ askGuestCode ──▶ mail with a code
//!                                  openGuestReferral, openGuestAction (link, code) ──▶ a session, for that one thing
//! ```
//!
//! A guest is no viewer. There is no person, no role and no audience behind a guest, so every root field that asks for a viewer
//! is refused as it is to nobody; the guest's own root fields ask for nobody and take a token of their own kind, which no other
//! part of the service knows. What a guest may see and do is decided in the referral or in the action, anew at each step: it was
//! sent and not withdrawn, it is not over and the link was not taken back; the directory has the officer as verified at this
//! moment and without an account; and it is not RED, H2 or H3.
//!
//! The link is signed and kept nowhere. The code is good for ten minutes, five guesses and one use, and is kept nowhere either:
//! it is made of a nonce and the service's keys when it is mailed and when it is compared. Of the session's token a hash is kept;
//! there is one session of each grant at a time (docs/adr/0041, docs/adr/0043).

mod admitted;
mod commands;
pub mod graphql;
pub mod jobs;
mod mail;
mod rules;
mod store;

// What the server hands out.
pub use commands::{PresentedPackage, fetch_package};
pub use mail::letter;
