//! Visibility as data: audience rows, walls and the one predicate over them.
//!
//! An object is seen where one of its rows meets the viewer's principals, in time, with no wall between. Lists, counts,
//! search, `node`, history, subscriptions and digests all come here. [`Sight`] is a viewer's side of the meeting for one
//! action at one moment; every read in a `store.rs` takes one.

mod store;

use jiff::Timestamp;
use uuid::Uuid;

use crate::{
    permissions::{Action, Viewer},
    platform::clock::micros,
};

pub use store::{
    Child, Keys, Order, PageQuery, count, counts_within, insert, meets, met, met_rows, object, object_locked, objects,
    objects_within, page, pages_within, replace, seen, sees, set_walls, walls,
};

/// The kinds of object that have an audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "lowercase")]
pub enum Kind {
    /// A lead.
    Lead,
    /// An item of a lead.
    Item,
    /// A delivery of a lead.
    Delivery,
    /// A comment on a lead.
    Comment,
    /// A referral of leads.
    Referral,
    /// A subject of a lead.
    Subject,
    /// A piece of evidence of a lead.
    Evidence,
    /// An entry of a lead's timeline.
    Entry,
    /// An offline action.
    Action,
    /// Two offline actions that meet.
    Clash,
    /// An order of a fund; seen by a rule, and without rows (docs/adr/0045).
    FundOrder,
    /// A sample; seen by the evidence that it is, or by who inspects it (docs/adr/0047).
    Sample,
    /// An appraisal; seen by a rule, and without rows (docs/adr/0047).
    Appraisal,
    /// A test purchase; seen by a rule, and without rows (docs/adr/0046).
    Purchase,
    /// A product sheet.
    Product,
    /// What tells fakes of a product from the genuine article.
    Feature,
}

impl Kind {
    /// The kind's code in the database.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// What a viewer brings to the meeting: principals, walls, the moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    /// The principals, as they stand in rows.
    pub principals: Vec<String>,
    /// Organisations whose walls stop the viewer.
    pub organizations: Vec<Uuid>,
    /// The moment, in microseconds.
    pub now: i64,
    /// Until when the set stays true if nobody changes anything.
    pub fresh_until: Timestamp,
}

impl Sight {
    /// What `viewer` sees by `action` at `now`.
    #[must_use]
    pub fn of(viewer: &Viewer, action: Action, now: Timestamp) -> Self {
        let (principals, fresh_until) = viewer.principals(action, now);
        Self {
            principals: principals.iter().map(ToString::to_string).collect(),
            organizations: viewer.walled_organizations(now),
            now: micros(now),
            fresh_until,
        }
    }

    /// Whether the sight meets rows that travel with an event; walls are asked for separately.
    #[must_use]
    pub fn meets(&self, principals: &[String]) -> bool {
        principals.iter().any(|principal| self.principals.contains(principal))
    }
}
