//! The audit log: every command writes one entry; a sealer chains the entries; `touchstone audit verify` finds any that
//! was altered, removed, inserted or cut off.
//!
//! Entries hold metadata only, never content. Entries and links are insert-only by triggers. Commands insert entries
//! without a place in the chain, because a chain head updated by every command would make them wait for each other; a
//! sealer gives them their places in batches, and `audit_pending` tells it which entries wait.
//!
//! - [`record`] writes an entry with the change it tells of;
//! - [`seal`] and [`checkpoint`] make the chain and vouch for its end outside the database;
//! - [`verify`] reads it all again;
//! - [`entries`] shows a viewer the part of the log that is theirs to read.

mod chain;
mod checkpoints;
pub mod graphql;
mod jobs;
mod log;
mod sealing;
mod store;
mod verification;

use uuid::Uuid;

pub use jobs::keep_sealing;
pub use log::{Filter, Record, Seal, Standing, entries, entry, seal_state, standing};
pub use sealing::{checkpoint, seal};
pub use verification::{Finding, Report, verify, verify_tail};

use crate::{
    permissions::Viewer,
    platform::{
        db::{Recorded, Tx},
        error::Result,
        failpoint,
        ids::{IdKind, Ids},
    },
};

/// The hash of a link of the chain, if there is one with that number.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn link_hash(app: &crate::app::App, seq: i64) -> Result<Option<String>> {
    store::link_hash(app.db.read(), seq).await
}

/// Does something, such as a copy, while no process writes checkpoints into this data folder.
///
/// # Errors
/// Where its turn cannot be had.
pub fn undisturbed<T>(data_dir: &std::path::Path, act: impl FnOnce() -> T) -> std::io::Result<T> {
    checkpoints::undisturbed(data_dir, act)
}

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

    /// The offline action it belongs to: until it is released only its team reads of it.
    #[must_use]
    pub fn of_action(mut self, action: Uuid) -> Self {
        self.root = Some(action);
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
    failpoint::reached("command.recorded");
    Ok(Recorded(()))
}
