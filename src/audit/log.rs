//! Reading the log: each role its part of it.
//!
//! An auditor reads all metadata. A secretariat administrator reads what was done to organisations, people and sessions,
//! and nothing about leads: an administrator does not see members' leads, so neither their history. A member's
//! administrator reads what the own people did, an officer the own acts; both those about a lead only while the lead is
//! visible (I23).

use jiff::Timestamp;
use uuid::Uuid;

use super::{Category, checkpoints, store};
use crate::{
    app::App,
    audience::Sight,
    permissions::{Action, Scope, Viewer},
    platform::{
        clock::timestamp,
        error::{ApiError, ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
    },
};

/// Which entries are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Verbs; none means all.
    pub actions: Vec<String>,
    /// The person who acted.
    pub actor: Option<Uuid>,
    /// What it was done to.
    pub object: Option<Uuid>,
    /// From this moment on, microseconds.
    pub from: Option<i64>,
    /// Before this moment, microseconds.
    pub to: Option<i64>,
}

/// The part of the log that a viewer may read.
#[derive(Debug, Clone)]
pub(super) enum Reach {
    /// All of it.
    Everything,
    /// The categories of the office, nothing about leads.
    Office([Category; 2]),
    /// The acts of an organisation's people; those about a lead while the sight meets it.
    Organization(Uuid, Sight),
    /// The own acts; those about a lead while the sight meets it.
    Own(Uuid, Sight),
}

impl Reach {
    fn of(viewer: &Viewer, now: Timestamp) -> Result<Self> {
        let sight = || Sight::of(viewer, Action::LeadRead, now);
        match viewer.scope(Action::AuditRead) {
            Scope::All => Ok(Self::Everything),
            Scope::Shared => Ok(Self::Office([Category::Admin, Category::Security])),
            Scope::Own => Ok(Self::Organization(viewer.organization, sight())),
            Scope::Named | Scope::Brand | Scope::Principal => Ok(Self::Own(viewer.person, sight())),
            Scope::No => Err(ErrorCode::Forbidden.into()),
        }
    }

    /// Numbers of the chain tell how much happened, so only who reads all of it learns them.
    fn shows_places(&self) -> bool {
        match self {
            Self::Everything => true,
            Self::Office(_) | Self::Organization(..) | Self::Own(..) => false,
        }
    }
}

/// An entry as a reader sees it.
#[derive(Debug, Clone)]
pub struct Record {
    /// The entry.
    pub id: Uuid,
    /// When, microseconds.
    pub at: i64,
    /// Who acted; `None` for the system.
    pub actor_name: Option<String>,
    /// The verb.
    pub action: String,
    /// Type of the object.
    pub object_kind: Option<String>,
    /// The object.
    pub object: Option<Uuid>,
    /// Metadata as JSON text.
    pub detail: String,
    /// Place in the chain.
    pub seq: Option<i64>,
    /// Hash of the link.
    pub hash: Option<String>,
}

/// A page of the entries that the viewer may read, latest first.
///
/// # Errors
/// `FORBIDDEN`, `INTERNAL` or `UNAVAILABLE`.
pub async fn entries(app: &App, viewer: &Viewer, filter: &Filter, args: &PageArgs) -> Result<Page<Record>> {
    let reach = Reach::of(viewer, app.now())?;
    let page = store::entry_page(app.db.read(), &reach, filter, args).await?;
    Ok(page.map(|record| veiled(&reach, record)))
}

/// How many entries that is, counted up to `most`.
///
/// # Errors
/// `FORBIDDEN`, `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn count(app: &App, viewer: &Viewer, filter: &Filter, most: u64) -> Result<u64> {
    let reach = Reach::of(viewer, app.now())?;
    store::entry_count(app.db.read(), &reach, filter, most).await
}

/// One entry, `None` where there is none that the viewer may read.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn entry(app: &App, viewer: &Viewer, id: Uuid) -> Result<Option<Record>> {
    let Ok(reach) = Reach::of(viewer, app.now()) else {
        return Ok(None);
    };
    let record = store::entry_by_id(app.db.read(), &reach, id).await?;
    Ok(record.map(|record| veiled(&reach, record)))
}

fn veiled(reach: &Reach, record: Record) -> Record {
    if reach.shows_places() {
        return record;
    }
    Record {
        seq: None,
        hash: None,
        ..record
    }
}

/// How far the log is sealed.
#[derive(Debug, Clone, Default)]
pub struct Seal {
    /// Entries with a place in the chain, of those the viewer may read.
    pub sealed: u64,
    /// Entries that wait for one.
    pub unsealed: u64,
    /// Hash of the last link.
    pub head: Option<String>,
    /// The latest checkpoint: when, and how many links it counted.
    pub checkpoint: Option<(i64, i64)>,
}

/// Most entries counted for a reader of a part.
const MOST_COUNTED: u64 = 10_000;

/// How far the part of the log that the viewer may read is sealed.
///
/// # Errors
/// `FORBIDDEN`, `INTERNAL` or `UNAVAILABLE`.
pub async fn seal_state(app: &App, viewer: &Viewer) -> Result<Seal> {
    let reach = Reach::of(viewer, app.now())?;
    if !reach.shows_places() {
        let (sealed, unsealed) = store::seal_counts(app.db.read(), &reach, MOST_COUNTED).await?;
        return Ok(Seal {
            sealed,
            unsealed,
            ..Seal::default()
        });
    }
    let end = store::end(app.db.read()).await?;
    let latest = checkpoints::latest(&app.config.data_dir).map_err(ApiError::internal)?;
    Ok(Seal {
        sealed: end.as_ref().map_or(0, |end| end.seq.unsigned_abs()),
        unsealed: store::pending_count(app.db.read()).await?,
        head: end.map(|end| end.hash),
        checkpoint: latest.map(|latest| (latest.at, latest.count)),
    })
}

/// How far the whole log is sealed, in numbers and moments: for those who look after the service, whatever they may read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// Entries with a place in the chain.
    pub sealed: u64,
    /// Entries that wait for one, counted up to a bound.
    pub unsealed: u64,
    /// When the first of these was written.
    pub oldest_unsealed: Option<Timestamp>,
    /// When the latest checkpoint was signed.
    pub checkpoint: Option<Timestamp>,
}

/// How far the whole log is sealed.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn standing(app: &App) -> Result<Standing> {
    let end = store::end(app.db.read()).await?;
    let (unsealed, oldest) = store::waiting(app.db.read(), MOST_COUNTED).await?;
    let latest = checkpoints::latest(&app.config.data_dir).map_err(ApiError::internal)?;
    Ok(Standing {
        sealed: end.map_or(0, |end| end.seq.unsigned_abs()),
        unsealed,
        oldest_unsealed: oldest.map(timestamp),
        checkpoint: latest.map(|latest| timestamp(latest.at)),
    })
}
