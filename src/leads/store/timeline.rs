//! Comments and the timeline.

use std::{collections::HashMap, fmt::Debug, hash::Hash};

use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, QueryFilter as _};
use uuid::Uuid;

use super::{CommentRow, EntryRow};
use crate::{
    audience::{self, Child, Kind, Sight},
    platform::{
        db::Tx,
        error::Result,
        graphql::connection::{Page, PageArgs},
    },
};
use entity::{comment, timeline_entry};

/// Keeps a comment.
pub(crate) async fn comment_insert(tx: &Tx, row: CommentRow) -> Result<()> {
    comment::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Keeps an entry of the timeline.
pub(crate) async fn entry_insert(tx: &Tx, row: EntryRow) -> Result<()> {
    timeline_entry::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// All comments on a lead, whoever may see them.
pub(crate) async fn comments_of(connection: &impl ConnectionTrait, lead: Uuid) -> Result<Vec<CommentRow>> {
    let found = comment::Entity::find().filter(comment::Column::LeadId.eq(lead));
    Ok(found.all(connection).await?)
}

/// Comments with these ids; visibility was asked for already.
pub(crate) async fn comments_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<CommentRow>> {
    Ok(comment::Entity::find()
        .filter(comment::Column::Id.is_in(ids.iter().copied()))
        .all(connection)
        .await?)
}

/// The comments with these ids that the sight meets, in any order.
pub(crate) async fn comments_seen(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    ids: &[Uuid],
) -> Result<Vec<CommentRow>> {
    audience::objects::<comment::Entity>(connection, sight, Kind::Comment, ids).await
}

/// The comments on some leads that the sight meets, the first one first.
pub(crate) async fn comments_seen_of(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    leads: &[Uuid],
) -> Result<Vec<CommentRow>> {
    let mut rows = audience::objects_within::<comment::Entity>(connection, sight, Kind::Comment, leads).await?;
    rows.sort_by_key(|row| (row.created_at, row.id));
    Ok(rows)
}

/// The entries with these ids that the sight meets, in any order.
pub(crate) async fn entries_seen(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    ids: &[Uuid],
) -> Result<Vec<EntryRow>> {
    audience::objects::<timeline_entry::Entity>(connection, sight, Kind::Entry, ids).await
}

impl Child for comment::Entity {
    const KIND: Kind = Kind::Comment;
    const ORDER: &'static str = "created_at";
}

impl Child for timeline_entry::Entity {
    const KIND: Kind = Kind::Entry;
    const ORDER: &'static str = "at";
}

/// What a lead has pages of.
pub(crate) trait Part: Debug + Copy + Eq + Hash + Send + Sync + 'static {
    type Row: Clone + Send + Sync + 'static;
    type Entity: Child<Model = Self::Row>;
}

/// Its comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Comments;

impl Part for Comments {
    type Row = CommentRow;
    type Entity = comment::Entity;
}

/// Its timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Entries;

impl Part for Entries {
    type Row = EntryRow;
    type Entity = timeline_entry::Entity;
}

/// The same page of the children of one kind of each lead, as far as the sight meets them, oldest first.
pub(crate) async fn child_pages<P: Part>(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    leads: &[Uuid],
    args: &PageArgs,
) -> Result<Vec<(Uuid, Page<P::Row>)>> {
    let mut places: HashMap<Uuid, Vec<(i64, Uuid, P::Row)>> = leads.iter().map(|lead| (*lead, Vec::new())).collect();
    for (lead, key, id, row) in audience::pages_within::<P::Entity>(connection, sight, leads, &args.run(false)).await? {
        places.entry(lead).or_default().push((key, id, row));
    }
    Ok(places
        .into_iter()
        .map(|(lead, rows)| (lead, Page::cut(rows, args)))
        .collect())
}

/// How many children of one kind each lead has that the sight meets.
pub(crate) async fn child_counts<P: Part>(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    leads: &[Uuid],
) -> Result<HashMap<Uuid, u64>> {
    let mut counts: HashMap<Uuid, u64> = leads.iter().map(|lead| (*lead, 0)).collect();
    counts.extend(audience::counts_within::<P::Entity>(connection, sight, leads).await?);
    Ok(counts)
}
