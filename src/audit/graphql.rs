//! GraphQL of the audit log.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject, connection::Connection};
use futures_util::FutureExt as _;
use uuid::Uuid;

use super::{Filter, Record, Seal, log};
use crate::{
    app::App,
    platform::{
        error::{ApiError, ErrorCode, Result},
        graphql::{
            connection::{MAX_COUNT, PageArgs, Totals, connection},
            from_context, id,
            scalars::DateTime,
            uuid,
        },
        ids::{self, IdKind},
    },
    sessions,
};

/// One act, whoever did it: metadata, never content.
#[derive(Debug, SimpleObject)]
pub struct AuditEntry {
    /// Opaque id.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// When it was done.
    at: DateTime,
    /// Who did it; `Touchstone` for the service itself.
    actor_name: String,
    /// The verb, as the mutation is called.
    action: String,
    /// What it was done to; null where it was no single object.
    object_id: Option<ID>,
    /// Codes, ids and counts as JSON.
    detail: String,
    /// Place in the sealed chain; null until it is sealed, and for viewers who read only a part of the log, because gaps
    /// would tell them of acts they may not know of.
    sequence: Option<i64>,
    /// Hash of its link in the chain; null where `sequence` is.
    hash: Option<String>,
}

impl From<Record> for AuditEntry {
    fn from(record: Record) -> Self {
        let kind = record.object_kind.as_deref().and_then(|kind| kind.parse().ok());
        Self {
            id: id(IdKind::Audit, record.id),
            at: record.at.into(),
            actor_name: record.actor_name.unwrap_or_else(|| "Touchstone".to_owned()),
            action: record.action,
            object_id: kind.zip(record.object).map(|(kind, object)| id(kind, object)),
            detail: record.detail,
            sequence: record.seq,
            hash: record.hash,
        }
    }
}

/// An entry as `node` may give it: if the viewer may read it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_entry(ctx: &Context<'_>, key: Uuid) -> Result<Option<AuditEntry>> {
    let app = from_context::<App>(ctx)?;
    let record = log::entry(app, sessions::viewer(ctx)?, key).await?;
    Ok(record.map(AuditEntry::from))
}

/// How far the log is sealed.
#[derive(Debug, SimpleObject)]
pub struct AuditSeal {
    /// Entries with a place in the chain, of those the viewer may read.
    sealed: i64,
    /// Entries that wait for one.
    unsealed: i64,
    /// Hash of the last link; null while there is none, and for viewers who read only a part of the log.
    head: Option<String>,
    /// When the latest checkpoint was signed; null while there is none, and for viewers who read only a part of the log.
    checkpoint_at: Option<DateTime>,
    /// How many links it counted; null where `checkpointAt` is.
    checkpoint_count: Option<i64>,
}

impl From<Seal> for AuditSeal {
    fn from(seal: Seal) -> Self {
        let small = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        Self {
            sealed: small(seal.sealed),
            unsealed: small(seal.unsealed),
            head: seal.head,
            checkpoint_at: seal.checkpoint.map(|(at, _)| at.into()),
            checkpoint_count: seal.checkpoint.map(|(_, count)| count),
        }
    }
}

/// Which entries of the audit log.
#[derive(Debug, InputObject)]
pub struct AuditFilter {
    /// Only these verbs.
    actions: Option<Vec<String>>,
    /// Only acts of this person.
    actor_id: Option<ID>,
    /// Only what was done to this object.
    object_id: Option<ID>,
    /// From this moment on.
    from: Option<DateTime>,
    /// Before this moment.
    to: Option<DateTime>,
}

impl AuditFilter {
    fn read(self) -> Result<Filter> {
        let actor = self.actor_id.as_ref().map(|actor| uuid(IdKind::Person, actor));
        let object = self.object_id.as_ref().map(|object| ids::decode(object));
        let actions = self.actions.unwrap_or_default();
        if !actions
            .iter()
            .all(|action| action.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        {
            return Err(ApiError::input(
                "filter.actions",
                "Verbs are written in letters and digits.",
            ));
        }
        Ok(Filter {
            actions,
            actor: actor.transpose()?,
            object: object.transpose().map_err(|_| ErrorCode::InvalidId)?.map(|(_, id)| id),
            from: self.from.map(|from| from.0.as_microsecond()),
            to: self.to.map(|to| to.0.as_microsecond()),
        })
    }
}

/// Queries of the audit log.
#[derive(Default)]
pub struct AuditQuery;

#[Object]
impl AuditQuery {
    /// Entries of the audit log, latest first: all of them for auditors, the administrative ones for secretariat
    /// administrators, the acts of the own people for members' administrators, the own acts for law enforcement.
    async fn audit_entries(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, at most 100; 20 where neither is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, at most 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which entries.")] filter: Option<AuditFilter>,
    ) -> Result<Connection<String, AuditEntry, Totals>> {
        let app = Arc::clone(from_context::<App>(ctx)?);
        let viewer = Arc::clone(sessions::viewer(ctx)?);
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let filter = filter.map(AuditFilter::read).transpose()?.unwrap_or_default();
        let page = log::entries(&app, &viewer, &filter, &args).await?;
        Ok(connection(page, move || {
            let (app, viewer, filter) = (Arc::clone(&app), Arc::clone(&viewer), filter.clone());
            async move { log::count(&app, &viewer, &filter, MAX_COUNT + 1).await }.boxed()
        }))
    }

    /// How far the audit log is sealed, and what vouches for it outside the database.
    async fn audit_seal(&self, ctx: &Context<'_>) -> Result<AuditSeal> {
        let app = from_context::<App>(ctx)?;
        Ok(log::seal_state(app, sessions::viewer(ctx)?).await?.into())
    }
}
