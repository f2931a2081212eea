//! Comments and the timeline.

use std::collections::HashMap;

use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, QueryFilter as _};
use uuid::Uuid;

use super::{CommentRow, EntryRow};
use crate::{
    audience::{self, Children, Kind, Sight},
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
/// The same page of the children of one kind of each lead, as far as the sight meets them, oldest first: places and ids.
pub(crate) async fn child_pages(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    children: Children,
    leads: &[Uuid],
    args: &PageArgs,
) -> Result<Vec<(Uuid, Page<Uuid>)>> {
    let mut places: HashMap<Uuid, Vec<(i64, Uuid, Uuid)>> = leads.iter().map(|lead| (*lead, Vec::new())).collect();
    for (lead, key, id) in audience::pages_within(connection, sight, children, leads, &args.run(false)).await? {
        places.entry(lead).or_default().push((key, id, id));
    }
    Ok(places
        .into_iter()
        .map(|(lead, rows)| (lead, Page::cut(rows, args)))
        .collect())
}

/// How many children of one kind each lead has that the sight meets.
pub(crate) async fn child_counts(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    children: Children,
    leads: &[Uuid],
) -> Result<HashMap<Uuid, u64>> {
    let mut counts: HashMap<Uuid, u64> = leads.iter().map(|lead| (*lead, 0)).collect();
    counts.extend(audience::counts_within(connection, sight, children, leads).await?);
    Ok(counts)
}
