//! Commenting on a lead.

use jiff::Timestamp;
use serde::Serialize;
use uuid::Uuid;

use super::{
    Loaded, follow, load_locked, mention,
    tell::{News, tell},
    text,
};
use crate::{
    app::App,
    audience::{self, Keys, Kind},
    audit::{self, Act, Actor, Category},
    leads::{
        rules::TimelineKind,
        store::{self, CommentRow, LeadRow},
    },
    permissions::{
        Action, Principal, Viewer,
        audience::{AudienceRow, EntryVisibility, comment_audience, lead_audience},
    },
    platform::{
        clock::{NEVER, micros},
        db::idempotency::{self, Idempotency},
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
};

/// A comment to be.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewComment {
    #[serde(skip)]
    pub(crate) idempotency_key: String,
    pub(crate) lead: Uuid,
    pub(crate) body: String,
    /// Everybody who sees the lead, or only the owner's and the author's organisations.
    pub(crate) for_all_viewers: bool,
    /// Whether other organisations may see the author's name.
    pub(crate) attribution_allowed: bool,
    /// The people whom its words name by markers, in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) mentions: Vec<Uuid>,
}

/// Comments on a lead, once per idempotency key, and says on which. The lead's version and order stay as they are.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn add_comment(app: &App, viewer: &Viewer, new: NewComment) -> Result<(LeadRow, CommentRow)> {
    let tx = app.begin().await?;
    let mut loaded = load_locked(&tx, viewer, new.lead).await?;
    if !viewer.has(Action::CommentAdd) {
        return Err(ErrorCode::Forbidden.into());
    }
    let claim = match idempotency::claim(&tx, viewer.person, "addComment", &new.idempotency_key, &new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let rows = store::comments_by_ids(tx.connection(), &ids).await?;
            let row = rows.into_iter().next().ok_or_else(ApiError::not_found)?;
            return Ok((loaded.lead, row));
        }
    };
    let row = CommentRow {
        id: app.ids.id(tx.now()),
        lead_id: loaded.lead.id,
        author_id: viewer.person,
        organization_id: viewer.organization,
        on_behalf_of: principal_of(viewer, &lead_audience(&loaded.facts.lead), tx.now()),
        body: text("body", &new.body, 5_000)?,
        for_all_viewers: new.for_all_viewers,
        attribution_allowed: new.attribution_allowed,
        created_at: micros(tx.now()),
    };
    store::comment_insert(&tx, row.clone()).await?;
    // The author's organisation counts from its first comment on.
    let division = viewer.division.as_deref();
    let facts = &mut loaded.facts;
    facts.add_bystander(viewer.organization, viewer.kind, &viewer.country, division);
    let author = store::author_of(&row);
    let rows = comment_audience(&facts.lead, &lead_audience(&facts.lead), author, new.for_all_viewers);
    mention::check(&tx, viewer, &loaded, (&row.body, &new.mentions), &rows).await?;
    store::mentions_insert(&tx, row.id, &new.mentions).await?;
    let Loaded { lead, facts, .. } = loaded;
    follow::begin_watching(&tx, viewer, lead.id).await?;
    let keys = Keys {
        id: row.id,
        root: lead.id,
        created_at: row.created_at,
        due_at: NEVER,
        priority: lead.priority,
        open: false,
    };
    audience::insert(&tx, Kind::Comment, keys, &rows).await?;
    store::index_comment(&tx, &row).await?;
    let news = News {
        visibility: EntryVisibility::Comment,
        comment: Some(&row),
        ..News::to_viewers(TimelineKind::Commented)
    };
    tell(&tx, app, Actor::Person(viewer), &lead, &facts, news).await?;
    claim.keep(&tx, &[row.id]).await?;
    let act = Act::on(Category::Content, "addComment", IdKind::Comment, row.id).of_lead(lead.id);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok((lead, row))
}

/// The principal by whose power of attorney the viewer sees the lead; `None` where it sees the lead by itself.
fn principal_of(viewer: &Viewer, rows: &[AudienceRow], now: Timestamp) -> Option<Uuid> {
    let (principals, _) = viewer.principals(Action::LeadRead, now);
    let in_force = rows
        .iter()
        .filter(|row| row.valid_until.is_none_or(|until| until > now));
    let met: Vec<&Principal> = in_force
        .map(|row| &row.principal)
        .filter(|principal| principals.contains(principal))
        .collect();
    let own = |principal: &&Principal| matches!(principal, Principal::Own(..) | Principal::User(_));
    if met.iter().any(own) {
        return None;
    }
    met.into_iter().find_map(|principal| match principal {
        Principal::Client(principal, _) => Some(*principal),
        _ => None,
    })
}
