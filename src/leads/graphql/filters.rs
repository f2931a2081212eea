//! Which leads and deliveries a client wants, and in which order.

use async_graphql::{ID, InputObject};

use super::{
    enums::{
        DeliveryOrderField, GqlChannel, GqlDeliveryState, GqlInfringementType, GqlLeadSource, GqlLeadState,
        GqlPriority, GqlTlp, GqlVerdict, LeadOrderField, OrderDirection,
    },
    following::GqlAssigneeFilter,
};
use crate::{
    audience::Order,
    leads::store::{DeliveryQuery, FollowQuery, LeadQuery},
    permissions::Viewer,
    platform::{
        clock::micros,
        error::{ApiError, Result},
        graphql::{scalars::DateTime, uuid, uuids},
        ids::IdKind,
    },
};

/// Most leads that a filter names.
const MOST_IDS: usize = 100;

/// Which leads.
#[derive(Debug, Clone, Default, InputObject)]
pub struct LeadFilter {
    /// Words that one visible text of the lead has: its own, an item's or a comment's.
    search: Option<String>,
    /// These alone, at most 100; any where the list is empty.
    ids: Option<Vec<ID>>,
    /// In one of these states.
    states: Option<Vec<GqlLeadState>>,
    /// With one of these TLP labels.
    tlp: Option<Vec<GqlTlp>>,
    /// With a visible item of one of these brands.
    brand_ids: Option<Vec<ID>>,
    /// Of one of these organisations.
    owner_ids: Option<Vec<ID>>,
    /// With one of these types.
    infringement_types: Option<Vec<GqlInfringementType>>,
    /// Through one of these channels.
    channels: Option<Vec<GqlChannel>>,
    /// With one of these priorities.
    priorities: Option<Vec<GqlPriority>>,
    /// From one of these sources.
    sources: Option<Vec<GqlLeadSource>>,
    /// Written at this moment or later.
    created_from: Option<DateTime>,
    /// Written before this moment.
    created_to: Option<DateTime>,
    /// Written by the viewer.
    mine: Option<bool>,
    /// By who of the viewer's organisation is on it.
    assignee: Option<GqlAssigneeFilter>,
    /// Watched by the viewer.
    watched: Option<bool>,
}

impl LeadFilter {
    /// Whether a list takes it.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` or `INVALID_ID`, as the list would answer.
    pub fn check(&self, viewer: &Viewer) -> Result<()> {
        self.clone().read(viewer).map(drop)
    }

    /// What it asks for.
    pub(crate) fn read(self, viewer: &Viewer) -> Result<LeadQuery> {
        let too_long = |search: &String| search.chars().count() > 200;
        if self.search.as_ref().is_some_and(too_long) {
            return Err(ApiError::input("filter.search", "Search for at most 200 characters."));
        }
        let ids = self.ids.unwrap_or_default();
        if ids.len() > MOST_IDS {
            let text = format!("At most {MOST_IDS} leads can be named.");
            return Err(ApiError::input("filter.ids", text));
        }
        Ok(LeadQuery {
            leads: uuids(IdKind::Lead, &ids)?,
            search: self.search.filter(|search| !search.trim().is_empty()),
            states: each(self.states),
            tlp: each(self.tlp),
            brands: uuids(IdKind::Brand, &self.brand_ids.unwrap_or_default())?,
            owners: uuids(IdKind::Org, &self.owner_ids.unwrap_or_default())?,
            own: (!viewer.is_at_desk()).then_some(viewer.organization),
            infringement_types: each(self.infringement_types),
            channels: each(self.channels),
            priorities: each(self.priorities),
            sources: each(self.sources),
            created_from: self.created_from.map(|at| micros(at.0)),
            created_to: self.created_to.map(|at| micros(at.0)),
            author: self.mine.unwrap_or_default().then_some(viewer.person),
            follow: follow(viewer, self.assignee, self.watched),
        })
    }
}

/// What the viewer and its organisation are to have noted.
fn follow(viewer: &Viewer, assignee: Option<GqlAssigneeFilter>, watched: Option<bool>) -> FollowQuery {
    FollowQuery {
        person: viewer.person,
        organization: viewer.organization,
        assignee: assignee.map(Into::into),
        watched: watched.unwrap_or_default(),
    }
}

pub(super) fn each<A: Into<B>, B>(list: Option<Vec<A>>) -> Vec<B> {
    list.unwrap_or_default().into_iter().map(Into::into).collect()
}

/// The order of leads.
#[derive(Debug, Clone, Copy, InputObject)]
pub struct LeadOrder {
    /// By what.
    field: LeadOrderField,
    /// Which way.
    direction: OrderDirection,
}

impl LeadOrder {
    /// The order, and whether it runs downwards.
    pub(crate) fn read(self) -> (Order, bool) {
        let field = match self.field {
            LeadOrderField::CreatedAt => Order::CreatedAt,
            LeadOrderField::Priority => Order::Priority,
        };
        (field, self.direction == OrderDirection::Desc)
    }
}

/// Which deliveries.
#[derive(Debug, Clone, Default, InputObject)]
pub struct DeliveryFilter {
    /// In one of these states.
    states: Option<Vec<GqlDeliveryState>>,
    /// Whether an answer is still wanted.
    open: Option<bool>,
    /// Whether the deadline has passed without an answer.
    overdue: Option<bool>,
    /// Concerning one of these brands of the recipient.
    brand_ids: Option<Vec<ID>>,
    /// Of this lead.
    lead_id: Option<ID>,
    /// With one of these verdicts.
    verdicts: Option<Vec<GqlVerdict>>,
    /// Due at this moment or later.
    due_from: Option<DateTime>,
    /// Due before this moment.
    due_to: Option<DateTime>,
    /// Received by this organisation.
    recipient_id: Option<ID>,
    /// By who of the viewer's organisation is on the lead.
    assignee: Option<GqlAssigneeFilter>,
    /// Of leads that the viewer watches.
    watched: Option<bool>,
}

impl DeliveryFilter {
    /// Whether a list takes it, whatever becomes of one lead.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` or `INVALID_ID`, as the list would answer; also where it names a lead.
    pub fn check_lasting(&self, viewer: &Viewer) -> Result<()> {
        if self.lead_id.is_some() {
            return Err(ApiError::input(
                "view.deliveries.filter.leadId",
                "A view is not of one lead.",
            ));
        }
        self.clone().read(viewer).map(drop)
    }

    pub(super) fn read(self, viewer: &Viewer) -> Result<DeliveryQuery> {
        Ok(DeliveryQuery {
            states: each(self.states),
            open: self.open,
            overdue: self.overdue,
            brands: uuids(IdKind::Brand, &self.brand_ids.unwrap_or_default())?,
            lead: self.lead_id.map(|id| uuid(IdKind::Lead, &id)).transpose()?,
            verdicts: each(self.verdicts),
            due_from: self.due_from.map(|at| micros(at.0)),
            due_to: self.due_to.map(|at| micros(at.0)),
            recipient: self.recipient_id.map(|id| uuid(IdKind::Org, &id)).transpose()?,
            follow: follow(viewer, self.assignee, self.watched),
        })
    }
}

/// The order of deliveries.
#[derive(Debug, Clone, Copy, InputObject)]
pub struct DeliveryOrder {
    /// By what.
    pub(super) field: DeliveryOrderField,
    /// Which way.
    pub(super) direction: OrderDirection,
}
