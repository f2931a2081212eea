//! What stands around a piece of evidence: hand-overs, legal holds, wishes to destroy it, timestamps.

use jiff::Timestamp;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::{
    evidence::rules::{DestructionState, TimestampState, TransferState},
    platform::{
        clock::micros,
        db::{LockRows as _, Tx, by_ids},
        error::Result,
    },
};
use entity::{custody_transfer, evidence_destruction, evidence_timestamp, legal_hold};

/// A hand-over.
pub(crate) type TransferRow = custody_transfer::Model;
/// A legal hold.
pub(in crate::evidence) type HoldRow = legal_hold::Model;
/// The wish to destroy a piece.
pub(in crate::evidence) type DestructionRow = evidence_destruction::Model;
/// The wish for a timestamp, or the timestamp; under the id of its piece.
pub(in crate::evidence) type StampRow = evidence_timestamp::Model;

/// Keeps a hand-over.
pub(in crate::evidence) async fn transfer_insert(tx: &Tx, row: TransferRow) -> Result<()> {
    custody_transfer::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Hand-overs by their ids; visibility is asked for with their pieces.
pub(in crate::evidence) async fn transfers_by_ids(
    connection: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<Vec<TransferRow>> {
    by_ids::<custody_transfer::Entity>(connection, ids).await
}

/// The hand-overs of some pieces that wait for the other hand: at most one each.
pub(in crate::evidence) async fn transfers_open(
    connection: &impl ConnectionTrait,
    evidence: &[Uuid],
) -> Result<Vec<TransferRow>> {
    Ok(custody_transfer::Entity::find()
        .filter(custody_transfer::Column::EvidenceId.is_in(evidence.iter().copied()))
        .filter(custody_transfer::Column::State.eq(TransferState::Open.code()))
        .all(connection)
        .await?)
}

/// Answers a hand-over; false where somebody else did.
pub(in crate::evidence) async fn transfer_answer(
    tx: &Tx,
    id: Uuid,
    state: TransferState,
    reason: Option<String>,
) -> Result<bool> {
    let answered = custody_transfer::Entity::update_many()
        .set(custody_transfer::ActiveModel {
            state: Set(state.code().to_owned()),
            reason: Set(reason),
            answered_at: Set(Some(micros(tx.now()))),
            ..Default::default()
        })
        .filter(custody_transfer::Column::Id.eq(id))
        .filter(custody_transfer::Column::State.eq(TransferState::Open.code()))
        .exec(tx.connection())
        .await?;
    Ok(answered.rows_affected == 1)
}

/// The hand-overs that were sent before a moment, wait still, and of which nobody was told: at most `most`, the oldest first.
pub(in crate::evidence) async fn transfers_mark_late(
    tx: &Tx,
    before: Timestamp,
    most: u64,
) -> Result<Vec<TransferRow>> {
    let late = custody_transfer::Entity::find()
        .filter(custody_transfer::Column::State.eq(TransferState::Open.code()))
        .filter(custody_transfer::Column::SentAt.lte(micros(before)))
        .filter(custody_transfer::Column::AlarmedAt.is_null())
        .order_by_asc(custody_transfer::Column::SentAt)
        .limit(most)
        .locked()
        .all(tx.connection())
        .await?;
    custody_transfer::Entity::update_many()
        .set(custody_transfer::ActiveModel {
            alarmed_at: Set(Some(micros(tx.now()))),
            ..Default::default()
        })
        .filter(custody_transfer::Column::Id.is_in(late.iter().map(|row| row.id)))
        .exec(tx.connection())
        .await?;
    Ok(late)
}

/// Keeps a hold.
pub(in crate::evidence) async fn hold_insert(tx: &Tx, row: HoldRow) -> Result<()> {
    legal_hold::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// A hold by its id.
pub(in crate::evidence) async fn hold_find(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<HoldRow>> {
    Ok(legal_hold::Entity::find_by_id(id).one(connection).await?)
}

/// The holds of some pieces, the first one first, those lifted among them.
pub(in crate::evidence) async fn holds_of(
    connection: &impl ConnectionTrait,
    evidence: &[Uuid],
) -> Result<Vec<HoldRow>> {
    Ok(legal_hold::Entity::find()
        .filter(legal_hold::Column::EvidenceId.is_in(evidence.iter().copied()))
        .order_by_asc(legal_hold::Column::PlacedAt)
        .order_by_asc(legal_hold::Column::Id)
        .all(connection)
        .await?)
}

/// Lifts a hold; false where somebody else did.
pub(in crate::evidence) async fn hold_lift(tx: &Tx, id: Uuid, by: Uuid, reason: &str) -> Result<bool> {
    let lifted = legal_hold::Entity::update_many()
        .set(legal_hold::ActiveModel {
            lifted_by: Set(Some(by)),
            lifted_at: Set(Some(micros(tx.now()))),
            lift_reason: Set(Some(reason.to_owned())),
            ..Default::default()
        })
        .filter(legal_hold::Column::Id.eq(id))
        .filter(legal_hold::Column::LiftedAt.is_null())
        .exec(tx.connection())
        .await?;
    Ok(lifted.rows_affected == 1)
}

/// Keeps the wish to destroy a piece.
pub(in crate::evidence) async fn destruction_insert(tx: &Tx, row: DestructionRow) -> Result<()> {
    evidence_destruction::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// The undecided wishes for some pieces: at most one each.
pub(in crate::evidence) async fn destructions_open(
    connection: &impl ConnectionTrait,
    evidence: &[Uuid],
) -> Result<Vec<DestructionRow>> {
    Ok(evidence_destruction::Entity::find()
        .filter(evidence_destruction::Column::EvidenceId.is_in(evidence.iter().copied()))
        .filter(evidence_destruction::Column::State.eq(DestructionState::Asked.code()))
        .all(connection)
        .await?)
}

/// Decides a wish.
pub(in crate::evidence) async fn destruction_decide(
    tx: &Tx,
    id: Uuid,
    state: DestructionState,
    by: Uuid,
    reason: Option<String>,
) -> Result<bool> {
    let decided = evidence_destruction::Entity::update_many()
        .set(evidence_destruction::ActiveModel {
            state: Set(state.code().to_owned()),
            decided_by: Set(Some(by)),
            decided_at: Set(Some(micros(tx.now()))),
            decision_reason: Set(reason),
            ..Default::default()
        })
        .filter(evidence_destruction::Column::Id.eq(id))
        .filter(evidence_destruction::Column::State.eq(DestructionState::Asked.code()))
        .exec(tx.connection())
        .await?;
    Ok(decided.rows_affected == 1)
}

/// Keeps the wish for a timestamp.
pub(in crate::evidence) async fn stamp_insert(tx: &Tx, row: StampRow) -> Result<()> {
    evidence_timestamp::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// The timestamp of a piece, or the wish for it.
pub(in crate::evidence) async fn stamp_find(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<StampRow>> {
    Ok(evidence_timestamp::Entity::find_by_id(id).one(connection).await?)
}

/// The timestamps of some pieces, or the wishes for them.
pub(in crate::evidence) async fn stamps_of(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<StampRow>> {
    by_ids::<evidence_timestamp::Entity>(connection, ids).await
}

/// Up to `most` wishes whose turn has come.
pub(in crate::evidence) async fn stamps_due(
    connection: &impl ConnectionTrait,
    now: Timestamp,
    most: u64,
) -> Result<Vec<StampRow>> {
    Ok(evidence_timestamp::Entity::find()
        .filter(evidence_timestamp::Column::State.eq(TimestampState::Waiting.code()))
        .filter(evidence_timestamp::Column::NextAt.lte(micros(now)))
        .order_by_asc(evidence_timestamp::Column::NextAt)
        .limit(most)
        .all(connection)
        .await?)
}

/// Saves what became of a wish that waits; false where somebody else did.
pub(in crate::evidence) async fn stamp_save(tx: &Tx, row: &StampRow) -> Result<bool> {
    let saved = evidence_timestamp::Entity::update_many()
        .set(evidence_timestamp::ActiveModel {
            state: Set(row.state.clone()),
            attempts: Set(row.attempts),
            next_at: Set(row.next_at),
            token: Set(row.token.clone()),
            stamped_at: Set(row.stamped_at),
            authority: Set(row.authority.clone()),
            ..Default::default()
        })
        .filter(evidence_timestamp::Column::Id.eq(row.id))
        .filter(evidence_timestamp::Column::State.eq(TimestampState::Waiting.code()))
        .exec(tx.connection())
        .await?;
    Ok(saved.rows_affected == 1)
}
