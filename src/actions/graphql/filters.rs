//! Which actions, sites and campaigns clients ask for.

use async_graphql::{ID, InputObject};
use uuid::Uuid;

use super::enums::{GqlActionKind, GqlActionState, GqlSiteKind};
use crate::{
    actions::store::{ActionQuery, OperationQuery, SiteQuery},
    platform::{
        clock::micros,
        error::Result,
        graphql::{scalars::DateTime, uuid},
        ids::IdKind,
    },
};

/// Which offline actions to list; what is left out does not narrow the list.
#[derive(Debug, Clone, Default, InputObject)]
pub struct OfflineActionFilter {
    /// In one of these states.
    states: Option<Vec<GqlActionState>>,
    /// Of one of these kinds.
    kinds: Option<Vec<GqlActionKind>>,
    /// Of this campaign.
    operation_id: Option<ID>,
    /// Resting on this lead.
    lead_id: Option<ID>,
    /// On whose teams the viewer is.
    mine: Option<bool>,
    /// That still want an act, or that do not.
    open: Option<bool>,
    /// That begin at this moment or later.
    starts_from: Option<DateTime>,
    /// That begin before this moment.
    starts_to: Option<DateTime>,
    /// That end at this moment or later: with `startsTo` all that lie within a time, also those that began before it.
    ends_from: Option<DateTime>,
}

impl OfflineActionFilter {
    pub(super) fn read(self, person: Uuid) -> Result<ActionQuery> {
        Ok(ActionQuery {
            states: self.states.unwrap_or_default().into_iter().map(Into::into).collect(),
            kinds: self.kinds.unwrap_or_default().into_iter().map(Into::into).collect(),
            operation: self.operation_id.map(|id| uuid(IdKind::Campaign, &id)).transpose()?,
            lead: self.lead_id.map(|id| uuid(IdKind::Lead, &id)).transpose()?,
            member: self.mine.unwrap_or_default().then_some(person),
            open: self.open,
            starts_from: self.starts_from.map(|at| micros(at.0)),
            starts_to: self.starts_to.map(|at| micros(at.0)),
            ends_from: self.ends_from.map(|at| micros(at.0)),
        })
    }
}

/// Which sites to list; what is left out does not narrow the list.
#[derive(Debug, Clone, Default, InputObject)]
pub struct ActionSiteFilter {
    /// Where one of these is done.
    kinds: Option<Vec<GqlSiteKind>>,
    /// In this country, ISO 3166-1 alpha-2.
    country: Option<String>,
    /// Of actions of this campaign.
    operation_id: Option<ID>,
    /// Of actions in one of these states.
    states: Option<Vec<GqlActionState>>,
    /// Of actions that begin at this moment or later.
    starts_from: Option<DateTime>,
    /// Of actions that begin before this moment.
    starts_to: Option<DateTime>,
}

impl ActionSiteFilter {
    pub(super) fn read(self) -> Result<SiteQuery> {
        Ok(SiteQuery {
            kinds: self.kinds.unwrap_or_default().into_iter().map(Into::into).collect(),
            country: self.country,
            operation: self.operation_id.map(|id| uuid(IdKind::Campaign, &id)).transpose()?,
            states: self.states.unwrap_or_default().into_iter().map(Into::into).collect(),
            starts_from: self.starts_from.map(|at| micros(at.0)),
            starts_to: self.starts_to.map(|at| micros(at.0)),
        })
    }
}

/// Which campaigns to list; what is left out does not narrow the list.
#[derive(Debug, Clone, Default, InputObject)]
pub struct EnforcementOperationFilter {
    /// Whose name or reference has this in it, whatever the case.
    text: Option<String>,
    /// To which actions can still come, or cannot.
    open: Option<bool>,
}

impl EnforcementOperationFilter {
    pub(super) fn read(self) -> OperationQuery {
        OperationQuery {
            text: self.text,
            open: self.open,
        }
    }
}
