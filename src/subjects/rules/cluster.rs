//! Which identifiers tie those who have them.

/// An identifier that more subjects than this hold links none of them.
pub const MOST_HOLDERS: usize = 50;

/// Whether an identifier is held by so many that it says nothing of any of them. Of the subjects that the viewer sees only
/// those count that the viewer sees, so that a tie which is not there tells nothing of what is hidden.
///
/// The hotline of a marketplace, the address of a forwarder's warehouse or the domain of a shop platform stands under
/// thousands of shops that have nothing to do with one another. As a link it would make one cluster of the whole market,
/// and everyone's suspicion everyone's. It stays visible on each subject; it only joins nobody.
#[must_use]
pub fn is_hub(holders: usize) -> bool {
    holders > MOST_HOLDERS
}
