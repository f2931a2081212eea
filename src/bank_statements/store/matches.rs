//! Matches: they only grow; two tables say which of them stand, by keys that can be there once.

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::platform::{
    db::{Tx, by_ids, is_unique_violation},
    error::{ApiError, ErrorCode, Result},
};
use entity::{bank_match, bank_match_part, bank_matched_entry, bank_matched_line, bank_unmatch};

/// A match's row.
pub(crate) type MatchRow = bank_match::Model;
/// The row of a line or an entry of a match.
pub(crate) type PartRow = bank_match_part::Model;
/// The row that says that a match was taken back.
pub(crate) type UndoneRow = bank_unmatch::Model;

/// Keeps a match.
pub(crate) async fn match_insert(tx: &Tx, row: MatchRow) -> Result<()> {
    bank_match::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

fn standing(written: std::result::Result<(), DbErr>) -> Result<()> {
    match written {
        Ok(()) => Ok(()),
        Err(error) if is_unique_violation(&error) => Err(ApiError::because(
            ErrorCode::TransitionNotAllowed,
            "One of them is matched already.",
        )),
        Err(error) => Err(error.into()),
    }
}

/// Puts a line or an entry into a match, in which it stands from now on.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED` where it stands in another one.
pub(crate) async fn part_insert(tx: &Tx, row: PartRow) -> Result<()> {
    let of = row.match_id;
    if let Some(line) = row.line_id {
        let row = bank_matched_line::Model {
            line_id: line,
            match_id: of,
        };
        let written = bank_matched_line::Entity::insert(row.into_active_model());
        standing(written.exec_without_returning(tx.connection()).await.map(drop))?;
    }
    if let Some(entry) = row.entry_id {
        let row = bank_matched_entry::Model {
            entry_id: entry,
            match_id: of,
        };
        let written = bank_matched_entry::Entity::insert(row.into_active_model());
        standing(written.exec_without_returning(tx.connection()).await.map(drop))?;
    }
    bank_match_part::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Lets go of what stands in a match.
pub(crate) async fn match_loose(tx: &Tx, of: Uuid) -> Result<()> {
    bank_matched_line::Entity::delete_many()
        .filter(bank_matched_line::Column::MatchId.eq(of))
        .exec(tx.connection())
        .await?;
    bank_matched_entry::Entity::delete_many()
        .filter(bank_matched_entry::Column::MatchId.eq(of))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Writes down that a match was taken back.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED` where it was before.
pub(crate) async fn undone_insert(tx: &Tx, row: UndoneRow) -> Result<()> {
    let written = bank_unmatch::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await;
    match written {
        Ok(_) => Ok(()),
        Err(error) if is_unique_violation(&error) || error.to_string().contains("bank_unmatch is insert-only") => {
            Err(ErrorCode::TransitionNotAllowed.into())
        }
        Err(error) => Err(error.into()),
    }
}

/// Matches by their ids, in any order.
pub(crate) async fn matches_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<MatchRow>> {
    by_ids::<bank_match::Entity>(connection, ids).await
}

/// The parts of some matches, in the order in which they were put in.
pub(crate) async fn parts_of(connection: &impl ConnectionTrait, matches: &[Uuid]) -> Result<Vec<PartRow>> {
    let found = bank_match_part::Entity::find()
        .filter(bank_match_part::Column::MatchId.is_in(matches.iter().copied()))
        .order_by_asc(bank_match_part::Column::Id);
    Ok(found.all(connection).await?)
}

/// The matches that some lines stood in, ever: the line and the match, the first one first.
pub(crate) async fn matches_of_lines(connection: &impl ConnectionTrait, lines: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>> {
    let found = bank_match_part::Entity::find()
        .filter(bank_match_part::Column::LineId.is_in(lines.iter().copied()))
        .order_by_asc(bank_match_part::Column::MatchId);
    let rows = found.all(connection).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| Some((row.line_id?, row.match_id)))
        .collect())
}

/// Which of some matches were taken back.
pub(crate) async fn undone_of(connection: &impl ConnectionTrait, matches: &[Uuid]) -> Result<Vec<UndoneRow>> {
    let found = bank_unmatch::Entity::find().filter(bank_unmatch::Column::MatchId.is_in(matches.iter().copied()));
    Ok(found.all(connection).await?)
}

/// The matches that some entries stand in: the entry and the match.
pub(crate) async fn matched_entries(connection: &impl ConnectionTrait, entries: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>> {
    let mut all = Vec::new();
    for some in entries.chunks(1_000) {
        let found =
            bank_matched_entry::Entity::find().filter(bank_matched_entry::Column::EntryId.is_in(some.iter().copied()));
        let rows = found.all(connection).await?;
        all.extend(rows.into_iter().map(|row| (row.entry_id, row.match_id)));
    }
    Ok(all)
}
