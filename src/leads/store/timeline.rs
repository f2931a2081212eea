//! Comments and the timeline.

use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, QueryFilter as _};
use uuid::Uuid;

use super::{CommentRow, EntryRow};
use crate::{
    audience::{self, Children, Kind, Sight},
    platform::{
        db::Tx,
        error::Result,
        graphql::connection::{MAX_COUNT, Page, PageArgs},
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

/// Comments with these ids; visibility was asked for already.
pub(crate) async fn comments_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<CommentRow>> {
    Ok(comment::Entity::find()
        .filter(comment::Column::Id.is_in(ids.iter().copied()))
        .all(connection)
        .await?)
}

/// Entries with these ids; visibility was asked for already.
pub(crate) async fn entries_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<EntryRow>> {
    Ok(timeline_entry::Entity::find()
        .filter(timeline_entry::Column::Id.is_in(ids.iter().copied()))
        .all(connection)
        .await?)
}

/// The comments of a lead.
pub(crate) const COMMENTS: Children = Children {
    kind: Kind::Comment,
    table: "comment",
    key: "created_at",
};
/// The timeline of a lead.
pub(crate) const ENTRIES: Children = Children {
    kind: Kind::Entry,
    table: "timeline_entry",
    key: "at",
};
/// A page of a lead's children of one kind that the sight meets, oldest first: places and ids.
pub(crate) async fn child_page(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    children: Children,
    lead: Uuid,
    args: &PageArgs,
) -> Result<Page<Uuid>> {
    let places = audience::page_within(connection, sight, children, lead, &args.run(false)).await?;
    Ok(Page::cut(
        places.into_iter().map(|(key, id)| (key, id, id)).collect(),
        args,
    ))
}

/// How many of a lead's children of one kind the sight meets.
pub(crate) async fn child_count(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    children: Children,
    lead: Uuid,
) -> Result<u64> {
    audience::count_within(connection, sight, children, lead, MAX_COUNT + 1).await
}
