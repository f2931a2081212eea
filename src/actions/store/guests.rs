//! Officers without an account who are invited to actions, and how confidential is what an action rests on.

use sea_orm::{
    ActiveModelTrait as _, ActiveValue::NotSet, ColumnTrait as _, ConnectionTrait, EntityTrait as _,
    IntoActiveModel as _, QueryFilter as _, QueryOrder as _, sea_query::Expr,
};
use uuid::Uuid;

use crate::{
    actions::rules::Mark,
    platform::{
        clock::micros,
        db::{Sql, Tx, claim_version, code},
        error::Result,
    },
};
use entity::action_guest;

/// The row of an officer without an account who is invited to an action.
pub(crate) type GuestRow = action_guest::Model;

/// One who was invited, whatever became of it.
pub(crate) async fn guest_by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<GuestRow>> {
    Ok(action_guest::Entity::find_by_id(id).one(connection).await?)
}

/// Those who were invited to some actions, the first one first; those whose links were taken back are among them.
pub(crate) async fn guests_of(connection: &impl ConnectionTrait, actions: &[Uuid]) -> Result<Vec<GuestRow>> {
    use action_guest::Column;
    let found = action_guest::Entity::find()
        .filter(Column::ActionId.is_in(actions.iter().copied()))
        .order_by_asc(Column::ActionId)
        .order_by_asc(Column::InvitedAt)
        .order_by_asc(Column::Id);
    Ok(found.all(connection).await?)
}

/// Keeps that somebody was invited.
pub(crate) async fn guest_insert(tx: &Tx, row: GuestRow) -> Result<()> {
    action_guest::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves what changed of one, if nobody changed it since it was read; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(crate) async fn guest_save(tx: &Tx, mut row: GuestRow) -> Result<()> {
    use action_guest::Column;
    claim_version::<action_guest::Entity>(tx, (Column::Id, row.id), (Column::Version, row.version)).await?;
    row.version += 1;
    let mut saved = row.into_active_model().reset_all();
    // That the officer came in is noted beside the version, perhaps since the row was read.
    saved.opened_at = NotSet;
    saved.update(tx.connection()).await?;
    Ok(())
}

/// Notes that one came in, if it is for the first time.
pub(crate) async fn guest_opened(tx: &Tx, id: Uuid) -> Result<()> {
    use action_guest::Column;
    action_guest::Entity::update_many()
        .col_expr(Column::OpenedAt, Expr::value(Some(micros(tx.now()))))
        .filter(Column::Id.eq(id))
        .filter(Column::OpenedAt.is_null())
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// How confidential the leads and referrals are on which an action rests, and the leads whose subjects it is about.
pub(crate) async fn marks_of(connection: &impl ConnectionTrait, action: Uuid) -> Result<Vec<Mark>> {
    let mut sql = Sql::new(
        "SELECT l.tlp, l.handling_code FROM action_lead t JOIN lead l ON l.id = t.lead_id WHERE t.action_id = ",
    );
    sql.bind(action)
        .push(
            " UNION SELECT l.tlp, l.handling_code FROM action_subject t JOIN subject s ON s.id = t.subject_id \
             JOIN lead l ON l.id = s.lead_id WHERE t.action_id = ",
        )
        .bind(action)
        .push(
            " UNION SELECT r.tlp, r.handling_code FROM action_referral t JOIN referral r ON r.id = t.referral_id \
             WHERE t.action_id = ",
        )
        .bind(action);
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| {
            let (tlp, handling): (String, String) = (row.try_get("", "tlp")?, row.try_get("", "handling_code")?);
            Ok((code(&tlp)?, code(&handling)?))
        })
        .collect()
}
