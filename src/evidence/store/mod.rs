//! The SQL of evidence. Every read for a person takes its [`Sight`]; what that does not meet is not found.

mod around;
mod custody;
mod likeness;
mod uploads;

use std::collections::HashMap;

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, sea_query::Expr,
};
use uuid::Uuid;

use super::rules::{EvidenceState, custody::Link};
use crate::{
    audience::{self, Child, Kind, Sight},
    platform::{
        db::{LockRows as _, Tx, by_ids, code},
        error::{ApiError, ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
    },
};
use entity::evidence_item;

pub(crate) use around::TransferRow;
pub(super) use around::{
    DestructionRow, HoldRow, StampRow, destruction_decide, destruction_insert, destructions_open, hold_find,
    hold_insert, hold_lift, holds_of, stamp_find, stamp_insert, stamp_save, stamps_due, stamps_of, transfer_answer,
    transfer_insert, transfers_by_ids, transfers_mark_late, transfers_open,
};
pub(super) use custody::{chain_of, event_insert, event_pages, is_written_down};
pub(super) use likeness::{
    PictureRow, fingerprint_of, items_made_of, picture_note, picture_put_off, picture_wish, pictures_alike,
    pictures_due,
};
pub(super) use uploads::{
    FileRow, UploadRow, file_drop_unused, file_find, file_keep, files_by_ids, files_unused, upload_by_id,
    upload_insert, upload_take, uploads_forget, uploads_waiting,
};

/// The row of a piece of evidence.
pub(crate) type ItemRow = evidence_item::Model;

impl Child for evidence_item::Entity {
    const KIND: Kind = Kind::Evidence;
    const ORDER: &'static str = "created_at";
}

/// Where a row says that it stands.
pub(super) fn state_of(row: &ItemRow) -> Result<EvidenceState> {
    code(&row.state)
}

/// A piece of evidence that the sight meets.
///
/// # Errors
/// `NOT_FOUND` where there is none, or none for this viewer: both are answered by the same work.
pub(super) async fn item_find(connection: &impl ConnectionTrait, sight: &Sight, id: Uuid) -> Result<ItemRow> {
    let row = audience::object::<evidence_item::Entity>(connection, sight, Kind::Evidence, id).await?;
    row.ok_or_else(ApiError::not_found)
}

/// The same, locked until the transaction ends.
///
/// # Errors
/// As [`item_find`].
pub(super) async fn item_lock_seen(tx: &Tx, sight: &Sight, id: Uuid) -> Result<ItemRow> {
    audience::object_locked::<evidence_item::Entity>(tx, sight, Kind::Evidence, id)
        .await?
        .ok_or_else(ApiError::not_found)?;
    // Asked again: the audience was asked before the lock was had.
    item_find(tx.connection(), sight, id).await
}

/// Locks a piece of evidence for the service itself.
///
/// # Errors
/// `NOT_FOUND` where there is none.
pub(super) async fn item_lock(tx: &Tx, id: Uuid) -> Result<ItemRow> {
    evidence_item::Entity::find_by_id(id)
        .locked()
        .one(tx.connection())
        .await?
        .ok_or_else(ApiError::not_found)
}

/// The lead of a piece, whoever may see it.
///
/// # Errors
/// `NOT_FOUND` where there is no such piece.
pub(super) async fn item_lead(connection: &impl ConnectionTrait, id: Uuid) -> Result<Uuid> {
    let row = evidence_item::Entity::find_by_id(id).one(connection).await?;
    row.map(|row| row.lead_id).ok_or_else(ApiError::not_found)
}

/// The pieces with these ids that the sight meets, in any order.
pub(super) async fn items_seen(connection: &impl ConnectionTrait, sight: &Sight, ids: &[Uuid]) -> Result<Vec<ItemRow>> {
    audience::objects::<evidence_item::Entity>(connection, sight, Kind::Evidence, ids).await
}

/// The pieces of some leads that the sight meets, the first one first.
pub(super) async fn items_seen_of(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    leads: &[Uuid],
) -> Result<Vec<ItemRow>> {
    let mut rows = audience::objects_within::<evidence_item::Entity>(connection, sight, Kind::Evidence, leads).await?;
    rows.sort_by_key(|row| (row.created_at, row.id));
    Ok(rows)
}

/// Up to `most` pieces, whoever may see them, after one in the order of their ids: to go through all of them.
pub(super) async fn items_after(connection: &impl ConnectionTrait, after: Uuid, most: u64) -> Result<Vec<ItemRow>> {
    Ok(evidence_item::Entity::find()
        .filter(evidence_item::Column::Id.gt(after))
        .order_by_asc(evidence_item::Column::Id)
        .limit(most)
        .all(connection)
        .await?)
}

/// The same page of the evidence of each lead, as far as the sight meets it, oldest first.
pub(super) async fn item_pages(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    leads: &[Uuid],
    args: &PageArgs,
) -> Result<Vec<(Uuid, Page<ItemRow>)>> {
    let mut places: HashMap<Uuid, Vec<(i64, Uuid, ItemRow)>> = leads.iter().map(|lead| (*lead, Vec::new())).collect();
    let run = args.run(false);
    let found = audience::pages_within::<evidence_item::Entity>(connection, sight, leads, &run).await?;
    for (lead, key, id, row) in found {
        places.entry(lead).or_default().push((key, id, row));
    }
    let pages = places.into_iter().map(|(lead, rows)| (lead, Page::cut(rows, args)));
    Ok(pages.collect())
}

/// How many pieces each lead has that the sight meets.
pub(super) async fn item_counts(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    leads: &[Uuid],
) -> Result<HashMap<Uuid, u64>> {
    let mut counts: HashMap<Uuid, u64> = leads.iter().map(|lead| (*lead, 0)).collect();
    counts.extend(audience::counts_within::<evidence_item::Entity>(connection, sight, leads).await?);
    Ok(counts)
}

/// Keeps a new piece.
pub(super) async fn item_insert(tx: &Tx, row: ItemRow) -> Result<()> {
    evidence_item::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves what of a piece changes, and raises its version where somebody did something to it.
///
/// # Errors
/// `STALE_VERSION` where somebody else did in the meantime.
pub(super) async fn item_save(tx: &Tx, row: &ItemRow, version: i32) -> Result<()> {
    let saved = evidence_item::Entity::update_many()
        .set(evidence_item::ActiveModel {
            state: Set(row.state.clone()),
            file_id: Set(row.file_id),
            holder_id: Set(row.holder_id),
            holder_organization_id: Set(row.holder_organization_id),
            seal: Set(row.seal.clone()),
            holds: Set(row.holds),
            custody_count: Set(row.custody_count),
            custody_head: Set(row.custody_head.clone()),
            version: Set(row.version),
            ..Default::default()
        })
        .filter(evidence_item::Column::Id.eq(row.id))
        .filter(evidence_item::Column::Version.eq(version))
        .exec(tx.connection())
        .await?;
    match saved.rows_affected {
        1 => Ok(()),
        _ => Err(ErrorCode::StaleVersion.into()),
    }
}

/// Pieces by their ids, whoever may see them.
pub(super) async fn items_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<ItemRow>> {
    by_ids::<evidence_item::Entity>(connection, ids).await
}

/// Notes until when a piece is not destroyed.
pub(super) async fn kept_until_save(tx: &Tx, id: Uuid, until: Option<i64>) -> Result<()> {
    evidence_item::Entity::update_many()
        .col_expr(evidence_item::Column::KeptUntil, Expr::value(until))
        .filter(evidence_item::Column::Id.eq(id))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Notes the new end of a piece's chain; nobody's version moves.
pub(super) async fn head_save(tx: &Tx, last: &Link) -> Result<()> {
    evidence_item::Entity::update_many()
        .col_expr(evidence_item::Column::CustodyCount, Expr::value(last.seq))
        .col_expr(evidence_item::Column::CustodyHead, Expr::value(last.hash.clone()))
        .filter(evidence_item::Column::Id.eq(last.evidence))
        .exec(tx.connection())
        .await?;
    Ok(())
}
