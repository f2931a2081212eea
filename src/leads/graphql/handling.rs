//! How a lead may be used, as clients see and say it.

use async_graphql::{ID, InputObject, SimpleObject};

use super::enums::{GqlAffectedPartyNotification, GqlAttribution, GqlPermittedActions};
use crate::{
    leads::{
        rules::{AffectedPartyNotification, Attribution, HandlingPolicy, PermittedActions},
        store::LeadRow,
    },
    platform::{
        clock::{NEVER, micros},
        db::code,
        error::Result,
        graphql::scalars::DateTime,
    },
};

/// How a lead may be used, beside its TLP and handling code.
#[derive(Debug, Clone, SimpleObject)]
pub struct LeadHandling {
    /// What those it is shared with may do with it.
    permitted_actions: GqlPermittedActions,
    /// Whether those whom it concerns may be told.
    affected_party_notification: GqlAffectedPartyNotification,
    /// Whether its owner may be named as its source.
    attribution: GqlAttribution,
    /// Until when others than its keepers see it; null where that has no end.
    usable_until: Option<DateTime>,
}

impl LeadHandling {
    pub(super) fn of(row: &LeadRow) -> Result<Self> {
        Ok(Self {
            permitted_actions: code::<PermittedActions>(&row.permitted_actions)?.into(),
            affected_party_notification: code::<AffectedPartyNotification>(&row.notification)?.into(),
            attribution: code::<Attribution>(&row.attribution)?.into(),
            usable_until: (row.usable_until != NEVER).then(|| row.usable_until.into()),
        })
    }
}

/// How a lead may be used.
#[derive(Debug, Clone, InputObject)]
pub struct LeadHandlingInput {
    /// What those it is shared with may do with it; `DIRECT` where nothing is said.
    permitted_actions: Option<GqlPermittedActions>,
    /// Whether those whom it concerns may be told; `MUST_NOT` where nothing is said.
    affected_party_notification: Option<GqlAffectedPartyNotification>,
    /// Whether its owner may be named as its source; `MAY` where nothing is said.
    attribution: Option<GqlAttribution>,
    /// Until when others than its keepers see it; without end where nothing is said.
    usable_until: Option<DateTime>,
}

impl LeadHandlingInput {
    pub(super) fn read(self) -> HandlingPolicy {
        let usual = HandlingPolicy::default();
        HandlingPolicy {
            permitted_actions: self.permitted_actions.map_or(usual.permitted_actions, Into::into),
            notification: self.affected_party_notification.map_or(usual.notification, Into::into),
            attribution: self.attribution.map_or(usual.attribution, Into::into),
            usable_until: self.usable_until.map(|at| micros(at.0)),
        }
    }
}

/// A change of how a lead may be used.
#[derive(Debug, Clone, InputObject)]
pub struct ChangeLeadHandlingInput {
    /// The lead.
    pub(super) id: ID,
    /// The version the change is based on.
    pub(super) expected_version: i32,
    /// How it may be used from now on.
    pub(super) handling: LeadHandlingInput,
    /// Why, for everybody who sees the lead; at most 2,000 characters.
    pub(super) reason: String,
}
