//! What a lead's keepers are told of its recipients' answers and of its sellers.

use async_graphql::{ID, SimpleObject};

use super::{
    enums::{GqlDeliveryState, GqlVerdict},
    item::LeadItem,
};
use crate::{
    leads::{
        rules::{DeliveryState, Verdict},
        store::DeliveryRow,
    },
    platform::{
        db::code,
        error::Result,
        graphql::{id, scalars::DateTime},
        ids::IdKind,
    },
    rights::graphql::AuthorizedParty,
};

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

impl VerdictCount {
    /// How many of some deliveries stand where.
    pub(super) fn all(rows: &[DeliveryRow]) -> Result<Vec<Self>> {
        let mut counts: Vec<Self> = Vec::new();
        for row in rows {
            let state: GqlDeliveryState = code::<DeliveryState>(&row.state)?.into();
            let verdict = row.verdict.as_deref().map(code::<Verdict>).transpose()?;
            let verdict = verdict.map(GqlVerdict::from);
            match counts
                .iter_mut()
                .find(|count| count.state == state && count.verdict == verdict)
            {
                Some(found) => found.count += 1,
                None => counts.push(Self {
                    verdict,
                    state,
                    count: 1,
                }),
            }
        }
        Ok(counts)
    }
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

impl InfoRequest {
    /// The questions that wait among some deliveries.
    pub(super) fn all(rows: &[DeliveryRow]) -> Vec<Self> {
        let waiting = rows
            .iter()
            .filter(|row| row.state == <&str>::from(DeliveryState::NeedsInfo))
            .filter_map(|row| Some((row.paused_at?, row.info_question.clone()?, row)));
        let asked = waiting.map(|(asked_at, question, row)| Self {
            delivery_id: id(IdKind::Delivery, row.id),
            question,
            asked_at: asked_at.into(),
            version: row.version,
        });
        asked.collect()
    }
}

/// An item whose seller or maker the brand has authorised.
#[derive(SimpleObject)]
pub struct AuthorizedSellerWarning {
    /// The item.
    pub(super) item: LeadItem,
    /// The authorised party.
    pub(super) party: AuthorizedParty,
}
