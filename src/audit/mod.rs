//! The audit log: every command writes one entry; a sealer chains the entries; `touchstone audit verify` finds any that
//! was altered, removed, inserted or cut off.
//!
//! Entries hold metadata only, never content. Both tables are insert-only by triggers. Commands insert entries without a
//! place in the chain, because a chain head updated by every command would make them wait for each other.

mod store;

use uuid::Uuid;

use crate::{
    permissions::Viewer,
    platform::{
        db::{Recorded, Tx},
        error::Result,
        ids::{IdKind, Ids},
    },
};

/// Who acts.
#[derive(Debug, Clone, Copy)]
pub enum Actor<'a> {
    /// A person.
    Person(&'a Viewer),
    /// The service itself: a job, the demo, the command line.
    System,
}

impl Actor<'_> {
    /// The person, if it is one.
    #[must_use]
    pub fn person(&self) -> Option<Uuid> {
        match self {
            Self::Person(viewer) => Some(viewer.person),
            Self::System => None,
        }
    }

    /// The person's organisation, if it is one.
    #[must_use]
    pub fn organization(&self) -> Option<Uuid> {
        match self {
            Self::Person(viewer) => Some(viewer.organization),
            Self::System => None,
        }
    }
}

/// What part of the alliance's life an act belongs to; it decides who may read the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Category {
    /// Organisations, people, brands, powers of attorney.
    Admin,
    /// Leads and what belongs to them.
    Content,
    /// Money.
    Money,
    /// Sign-in and what protects it.
    Security,
}

/// One act.
#[derive(Debug)]
pub struct Act<'a> {
    /// Its category.
    pub category: Category,
    /// Its verb, as the mutation is called: `shareLead`.
    pub action: &'static str,
    /// What it was done to.
    pub object: Option<(IdKind, Uuid)>,
    /// The lead it belongs to.
    pub root: Option<Uuid>,
    /// Metadata: codes, ids, counts.
    pub detail: &'a serde_json::Value,
}

impl<'a> Act<'a> {
    /// An act on one object without further detail.
    #[must_use]
    pub fn on(category: Category, action: &'static str, kind: IdKind, id: Uuid) -> Self {
        Self {
            category,
            action,
            object: Some((kind, id)),
            root: None,
            detail: &serde_json::Value::Null,
        }
    }

    /// The lead it belongs to.
    #[must_use]
    pub fn of_lead(mut self, lead: Uuid) -> Self {
        self.root = Some(lead);
        self
    }

    /// With metadata.
    #[must_use]
    pub fn with(mut self, detail: &'a serde_json::Value) -> Self {
        self.detail = detail;
        self
    }
}

/// Writes the entry of an act and gives the proof with which the transaction commits.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn record(tx: &Tx, ids: &dyn Ids, actor: Actor<'_>, act: Act<'_>) -> Result<Recorded> {
    store::entry_insert(tx, ids.id(tx.now()), actor, &act).await?;
    Ok(Recorded(()))
}
