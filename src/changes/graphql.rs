//! GraphQL of feeds.

use async_graphql::{Context, Enum, ID, Object, SimpleObject};
use futures_util::future::try_join_all;

use super::{
    commands::{self, Place},
    rules::ChangeKind,
};
use crate::{
    app::App,
    leads::graphql::{Comment, Delivery, Eyes, Lead, LeadItem},
    platform::{
        error::{ErrorCode, Result},
        graphql::{from_context, id, scalars::DateTime},
    },
    sessions,
};

/// What kind of object a change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "ChangeKind", name = "ChangeKind")]
pub enum GqlChangeKind {
    /// A lead.
    Lead,
    /// An item of a lead.
    Item,
    /// A delivery of a lead.
    Delivery,
    /// A comment on a lead.
    Comment,
}

/// What to do with the copy of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum ChangeOperation {
    /// Put the object into the copy as it is now, in the place of what was there.
    Upsert,
    /// Take the object out of the copy: the account does not see it any more, for whatever reason.
    Gone,
}

/// A change of what a service account sees.
#[derive(SimpleObject)]
pub struct Change {
    /// The kind of object.
    kind: GqlChangeKind,
    /// What to do with the copy.
    operation: ChangeOperation,
    /// The object's id.
    id: ID,
    /// When the change was put into the feed.
    at: DateTime,
    /// The lead as it is now; null where it is gone and where the change is about another kind.
    lead: Option<Lead>,
    /// The item as it is now; null where it is gone and where the change is about another kind.
    item: Option<LeadItem>,
    /// The delivery as it is now; null where it is gone and where the change is about another kind.
    delivery: Option<Delivery>,
    /// The comment as it is now; null where it is gone and where the change is about another kind.
    comment: Option<Comment>,
}

impl Change {
    /// The change at a place, with the object as these eyes see it. `None` where they lost it in this very moment, after
    /// it was found to be seen.
    async fn load(ctx: &Context<'_>, eyes: &Eyes, place: Place) -> Result<Option<Self>> {
        let (kind, key) = (place.object.kind, place.object.id);
        let mut change = Self {
            kind: kind.into(),
            operation: ChangeOperation::Gone,
            id: id(kind.id_kind(), key),
            at: place.at.into(),
            lead: None,
            item: None,
            delivery: None,
            comment: None,
        };
        if place.gone {
            return Ok(Some(change));
        }
        change.operation = ChangeOperation::Upsert;
        let is_there = match kind {
            ChangeKind::Lead => {
                change.lead = Lead::load(ctx, eyes, key).await?;
                change.lead.is_some()
            }
            ChangeKind::Item => {
                change.item = LeadItem::load(ctx, eyes, key).await?;
                change.item.is_some()
            }
            ChangeKind::Delivery => {
                change.delivery = Delivery::load(ctx, eyes, key).await?;
                change.delivery.is_some()
            }
            ChangeKind::Comment => {
                change.comment = Comment::load(ctx, eyes, key).await?;
                change.comment.is_some()
            }
        };
        Ok(is_there.then_some(change))
    }
}

/// A page of a feed.
#[derive(SimpleObject)]
pub struct ChangePage {
    /// The changes, in the order in which they are to be applied.
    changes: Vec<Change>,
    /// From where to go on, also where there was nothing: `since` of the next call. Good for 30 days.
    cursor: String,
    /// Whether more is there already.
    has_more: bool,
}

/// How often a page is read anew because something of it was lost before it could be told.
const ATTEMPTS: usize = 5;

/// Reading feeds.
#[derive(Debug, Default)]
pub struct ChangesQuery;

#[Object]
impl ChangesQuery {
    /// What changed of what the service account sees, in order and without gaps; for service accounts alone. Whoever
    /// applies each change to a copy has at its end what the account sees. Each object stands in the feed once, where
    /// it last changed. `CURSOR_EXPIRED` where the cursor is too old: begin anew without one, and drop the copy.
    async fn changes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The cursor of the page before; everything that the account sees where nothing is said.")]
        since: Option<String>,
        #[graphql(desc = "How many, 1 to 100.", default = 100)] first: i32,
    ) -> Result<ChangePage> {
        let (app, viewer, eyes) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?, Eyes::from(ctx)?);
        for _ in 0..ATTEMPTS {
            let page = commands::page(app, viewer, since.as_deref(), first).await?;
            let changes = page.places.iter().map(|place| Change::load(ctx, &eyes, *place));
            let changes: Option<Vec<Change>> = try_join_all(changes).await?.into_iter().collect();
            if let Some(changes) = changes {
                return Ok(ChangePage {
                    changes,
                    cursor: page.cursor,
                    has_more: page.has_more,
                });
            }
        }
        Err(ErrorCode::Unavailable.into())
    }
}
