//! What clients send of samples.

use async_graphql::{ID, InputObject};

use super::enums::GqlSampleDisposal;
use crate::{evidence::graphql::CustodyActKind, platform::graphql::scalars::Date};

/// What became of a sample.
#[derive(InputObject)]
pub struct DisposeSampleInput {
    /// Which sample.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// What became of it; not `DESTROYED`, which two people do.
    pub(super) disposal: GqlSampleDisposal,
    /// The words to it, such as who has it now; at most 2,000 characters.
    pub(super) note: Option<String>,
    /// The last day it is kept, in UTC, where it is retained: the years from its receipt that held then where nothing is said, never earlier.
    pub(super) retain_until: Option<Date>,
}

/// A hand-over of a sample.
#[derive(InputObject)]
pub struct HandOverSampleInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Which sample.
    pub(super) id: ID,
    /// The `custodyVersion` that was seen.
    pub(super) expected_version: i32,
    /// To whom.
    pub(super) to_person_id: ID,
    /// The number of the seal under which it travels.
    pub(super) seal: Option<String>,
    /// More about it.
    pub(super) note: Option<String>,
}

/// A sample that arrived.
#[derive(InputObject)]
pub struct ConfirmSampleHandOverInput {
    /// Which sample.
    pub(super) id: ID,
    /// The state in which it came.
    pub(super) note: Option<String>,
}

/// A sample, and why.
#[derive(InputObject)]
pub struct ReasonedSampleInput {
    /// Which sample.
    pub(super) id: ID,
    /// Why.
    pub(super) reason: String,
}

/// What the holder of a sample did.
#[derive(InputObject)]
pub struct RecordSampleCustodyInput {
    /// Which sample.
    pub(super) id: ID,
    /// The `custodyVersion` that was seen.
    pub(super) expected_version: i32,
    /// What was done.
    pub(super) act: CustodyActKind,
    /// The number of the seal, where it was sealed.
    pub(super) seal: Option<String>,
    /// More about it.
    pub(super) note: Option<String>,
}

/// Which samples to list; what is left out does not narrow the list.
#[derive(InputObject, Default)]
pub struct SampleFilter {
    /// Of this purchase.
    pub(super) purchase_id: Option<ID>,
    /// Of this lead.
    pub(super) lead_id: Option<ID>,
    /// Of which this became.
    pub(super) disposals: Option<Vec<GqlSampleDisposal>>,
    /// Whether somebody has said what became of them.
    pub(super) disposed: Option<bool>,
    /// Whether the viewer has them in hand.
    pub(super) in_my_hand: Option<bool>,
    /// Whether their time to be kept is over.
    pub(super) retention_ended: Option<bool>,
    /// Whether they were drawn for a second, blind inspection that nobody has ordered yet.
    pub(super) quality_due: Option<bool>,
}
