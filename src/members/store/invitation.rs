//! Invitations: the mail makes the token, so a row begins without its hash; the first administrator's link is
//! printed, so that one begins with it.

use jiff::Timestamp;
use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, sea_query::Expr};
use uuid::Uuid;

use crate::platform::{clock::micros, db::Tx, error::Result};
use entity::invitation;

pub(in crate::members) async fn invitation_insert(
    tx: &Tx,
    id: Uuid,
    person: Uuid,
    until: Timestamp,
    token_hash: Option<String>,
) -> Result<()> {
    let row = invitation::ActiveModel {
        id: Set(id),
        person_id: Set(person),
        token_hash: Set(token_hash),
        created_at: Set(micros(tx.now())),
        expires_at: Set(micros(until)),
        accepted_at: Set(None),
        superseded_at: Set(None),
    };
    invitation::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Makes the open invitations of a person void.
pub(in crate::members) async fn invitations_supersede(tx: &Tx, person: Uuid) -> Result<()> {
    invitation::Entity::update_many()
        .col_expr(invitation::Column::SupersededAt, Expr::value(micros(tx.now())))
        .filter(invitation::Column::PersonId.eq(person))
        .filter(invitation::Column::AcceptedAt.is_null())
        .filter(invitation::Column::SupersededAt.is_null())
        .exec(tx.connection())
        .await?;
    Ok(())
}
