//! What a lead's keepers are told of its recipients' answers and of its sellers.

use async_graphql::{ID, SimpleObject};

use super::{
    enums::{GqlDeliveryState, GqlVerdict},
    item::LeadItem,
};
use crate::{platform::graphql::scalars::DateTime, rights::graphql::AuthorizedParty};

/// How many recipients stand where.
#[derive(Debug, Clone, SimpleObject)]
pub struct VerdictCount {
    /// The verdict; null for those who have not answered.
    pub(super) verdict: Option<GqlVerdict>,
    /// Where the deliveries stand.
    pub(super) state: GqlDeliveryState,
    /// How many.
    pub(super) count: i32,
}

/// A recipient's question that the lead's owner is to answer; the recipient stays unnamed.
#[derive(Debug, Clone, SimpleObject)]
pub struct InfoRequest {
    /// The delivery to name in `answerInfoRequest`.
    pub(super) delivery_id: ID,
    /// What the recipient asks.
    pub(super) question: String,
    /// Since when the clock stands still.
    pub(super) asked_at: DateTime,
    /// The version to name in `answerInfoRequest`.
    pub(super) version: i32,
}

/// An item whose seller or maker the brand has authorised.
#[derive(SimpleObject)]
pub struct AuthorizedSellerWarning {
    /// The item.
    pub(super) item: LeadItem,
    /// The authorised party.
    pub(super) party: AuthorizedParty,
}
