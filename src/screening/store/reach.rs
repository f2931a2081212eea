//! Whose screened listings somebody sees: those of the brands of the own organisation or a principal, or of all brands.

use jiff::Timestamp;
use uuid::Uuid;

use crate::{
    audience::{self, Kind, Sight},
    permissions::{Action, Scope, Viewer},
    platform::db::Sql,
};

/// The brands whose listings somebody sees.
#[derive(Debug, Clone)]
pub(crate) struct Reach {
    /// Those of everybody.
    all: bool,
    /// Organisations, each with the brands to which that is limited.
    parts: Vec<(Uuid, Option<Vec<Uuid>>)>,
    /// What the viewer sees of leads: a listing that came in as a lead is seen by who sees that lead.
    sight: Sight,
}

impl Reach {
    /// What a viewer reaches by an action.
    #[must_use]
    pub(crate) fn of(viewer: &Viewer, action: Action, now: Timestamp) -> Self {
        let mut reach = Self {
            all: false,
            parts: Vec::new(),
            sight: Sight::of(viewer, Action::LeadRead, now),
        };
        if !viewer.active {
            return reach;
        }
        for scope in viewer.scopes(action) {
            match scope {
                Scope::No | Scope::Named | Scope::Principal => {}
                Scope::Brand => reach.parts.push((viewer.organization, viewer.brand_scope.clone())),
                Scope::Own => reach.parts.push((viewer.organization, None)),
                Scope::Shared | Scope::All => reach.all = true,
            }
        }
        reach.parts.extend(viewer.represented(action, now));
        reach
    }

    /// Whether it has a brand of an organisation.
    #[must_use]
    pub(crate) fn has(&self, owner: Uuid, brand: Uuid) -> bool {
        let within = |(organization, brands): &(Uuid, Option<Vec<Uuid>>)| {
            *organization == owner && brands.as_ref().is_none_or(|brands| brands.contains(&brand))
        };
        self.all || self.parts.iter().any(within)
    }

    /// The condition that a brand, called `b`, is within reach.
    #[must_use]
    pub(crate) fn brands(&self) -> Sql {
        if self.all {
            return Sql::new("1 = 1");
        }
        let mut sql = Sql::new("(1 = 0");
        for (organization, brands) in &self.parts {
            sql.push(" OR (b.organization_id = ").bind(*organization);
            if let Some(brands) = brands {
                sql.push(" AND b.id").among(brands.iter().copied());
            }
            sql.push(")");
        }
        sql.push(")");
        sql
    }

    /// The condition that what was screened of a listing, called `g`, about a brand, called `b`, is seen.
    #[must_use]
    pub(crate) fn sees(&self) -> Sql {
        let mut sql = self.brands();
        sql.push(" AND (g.lead_id IS NULL OR ")
            .append(&self.leads("g.lead_id"))
            .push(")");
        sql
    }

    /// The condition that a lead is seen.
    #[must_use]
    pub(crate) fn leads(&self, column: &str) -> Sql {
        audience::meets(&self.sight, Kind::Lead, column)
    }
}
