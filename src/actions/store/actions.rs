//! Actions themselves, and who approved them.

use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DatabaseBackend, EntityTrait as _,
    IntoActiveModel as _, QueryFilter as _,
};
use uuid::Uuid;

use crate::{
    actions::rules::{ActionState, ApprovalSide},
    audience::{self, Kind, Sight},
    platform::{
        clock::micros,
        db::{LockRows as _, Tx, by_ids, claim_version, code},
        error::{ApiError, Result},
    },
};
use entity::{action_approval, offline_action};

/// An action's row.
pub(crate) type ActionRow = offline_action::Model;
/// The row of an approval.
pub(crate) type ApprovalRow = action_approval::Model;

/// Where a row says that it stands.
pub(crate) fn state_of(row: &ActionRow) -> Result<ActionState> {
    code(&row.state)
}

/// An action that the sight meets.
///
/// # Errors
/// `NOT_FOUND` where there is none, or none for this viewer: both are answered by the same work.
async fn action_find(connection: &impl ConnectionTrait, sight: &Sight, id: Uuid) -> Result<ActionRow> {
    let row = audience::object::<offline_action::Entity>(connection, sight, Kind::Action, id).await?;
    row.ok_or_else(ApiError::not_found)
}

/// The same, locked until the transaction ends.
///
/// # Errors
/// As [`action_find`].
pub(crate) async fn action_lock_seen(tx: &Tx, sight: &Sight, id: Uuid) -> Result<ActionRow> {
    audience::object_locked::<offline_action::Entity>(tx, sight, Kind::Action, id)
        .await?
        .ok_or_else(ApiError::not_found)?;
    // Asked again: the audience was asked before the lock was had.
    action_find(tx.connection(), sight, id).await
}

/// Locks an action for the service itself.
///
/// # Errors
/// `NOT_FOUND` where there is none.
pub(crate) async fn action_lock(tx: &Tx, id: Uuid) -> Result<ActionRow> {
    offline_action::Entity::find_by_id(id)
        .locked()
        .one(tx.connection())
        .await?
        .ok_or_else(ApiError::not_found)
}

/// Actions, whoever may see them, in any order.
pub(crate) async fn actions_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<ActionRow>> {
    by_ids::<offline_action::Entity>(connection, ids).await
}

/// The actions with these ids that the sight meets, in any order.
pub(crate) async fn actions_seen(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    ids: &[Uuid],
) -> Result<Vec<ActionRow>> {
    audience::objects::<offline_action::Entity>(connection, sight, Kind::Action, ids).await
}

/// Keeps a new action.
pub(crate) async fn action_insert(tx: &Tx, row: ActionRow) -> Result<()> {
    offline_action::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves an action if nobody changed it since it was read; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(crate) async fn action_save(tx: &Tx, mut row: ActionRow) -> Result<ActionRow> {
    let before = row.version;
    row.version += 1;
    row.updated_at = micros(tx.now());
    claim_version::<offline_action::Entity>(
        tx,
        (offline_action::Column::Id, row.id),
        (offline_action::Column::Version, before),
    )
    .await?;
    Ok(row.into_active_model().reset_all().update(tx.connection()).await?)
}

/// Who approved some actions.
pub(crate) async fn approvals_of(connection: &impl ConnectionTrait, actions: &[Uuid]) -> Result<Vec<ApprovalRow>> {
    let found =
        action_approval::Entity::find().filter(action_approval::Column::ActionId.is_in(actions.iter().copied()));
    Ok(found.all(connection).await?)
}

/// Notes that one side has approved an action.
pub(crate) async fn approval_insert(tx: &Tx, action: Uuid, side: ApprovalSide, person: Uuid) -> Result<()> {
    let row = action_approval::ActiveModel {
        action_id: Set(action),
        side: Set(side.code().to_owned()),
        person_id: Set(person),
        at: Set(micros(tx.now())),
    };
    action_approval::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Forgets who approved an action: it is another one now.
pub(crate) async fn approvals_drop(tx: &Tx, action: Uuid) -> Result<()> {
    action_approval::Entity::delete_many()
        .filter(action_approval::Column::ActionId.eq(action))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Actions are compared one after the other, lest two that come together miss each other. SQLite has one writer anyway, and
/// the lock goes with the transaction.
pub(crate) async fn take_turn(tx: &Tx) -> Result<()> {
    if tx.backend() == DatabaseBackend::Postgres {
        tx.connection()
            .execute_unprepared("SELECT pg_advisory_xact_lock(7461028)")
            .await?;
    }
    Ok(())
}
